"""A customer on their own page, on a phone and with no script: who comes next, what to do, and being heard."""

import re

from playwright.sync_api import Page, expect

from browser import DESKTOP, PHONE, enter, look
from conftest import OpenPage
from forms import fill, follow, mark, press, says
from program import SignIn


def their_record(page: Page, name: str) -> str:
    """The path of a customer's record, found by name by somebody who may search."""
    page.goto(f"/search?q={name.replace(' ', '+')}")
    path = page.get_by_role("table").locator("a[href^='/customers/']").first.get_attribute("href")
    assert path
    return path


def name_of(people: dict[str, SignIn]) -> str:
    return people["customer"].row["who"].split(",")[0]


def test_home_says_what_comes_next(open_page: OpenPage, people: dict[str, SignIn]) -> None:
    for size in (PHONE, DESKTOP):
        page = open_page(size, user="customer")
        page.goto("/")
        expect(page).to_have_url(re.compile("/me$"))
        expect(page.get_by_role("heading", level=1)).to_have_text(f"Hello {name_of(people).split()[0]}")
        says(page, "Your next appointment", "You do not lose money if you tell us before that you cannot come.")
        look(page, "own-home")


def test_a_customer_asks_to_move_and_is_answered(open_page: OpenPage, people: dict[str, SignIn]) -> None:
    phone = open_page(PHONE, user="customer")
    phone.goto("/me")
    press(phone, "I\u2019ll be there")
    says(phone, "Thank you. We will see you there.", "You said you will be there.")
    look(phone, "own-confirmed")
    follow(phone, "I need to move it")
    look(phone, "own-move")
    fill(phone, "Which days and times are good for you? (optional)", "Any afternoon. Mornings are the school run.")
    press(phone, "Ask for another time")
    says(phone, "We have told them.", "If nobody answers you in time, you have not missed it.")
    look(phone, "own-move-asked")


def test_staff_let_a_customer_in_and_close_the_page(open_page: OpenPage) -> None:
    dana = open_page(user="dana")
    dana.goto("/customers/new")
    fill(dana, "First name", "Maud")
    fill(dana, "Family name", "Ferris")
    for box, part in zip(("Day", "Month", "Year"), ("4", "5", "1986"), strict=True):
        dana.get_by_role("group", name="Birth date").get_by_label(box, exact=True).fill(part)
    press(dana, "Register this customer")
    follow(dana, "Let them in")
    look(dana, "own-let-in")
    mark(dana, "How do they get in?", "A code, to print or read out")
    press(dana, "Let them in")
    code = dana.locator(".code").inner_text()
    assert re.fullmatch(r"[ACDEFGHJKMNPRTWXY234679]{5} [ACDEFGHJKMNPRTWXY234679]{5}", code)
    look(dana, "own-code")

    phone = open_page(PHONE)
    phone.goto("/welcome")
    look(phone, "own-welcome")
    fill(phone, "Your code", "AAAAA AAAAA")
    press(phone, "Go to my page")
    says(phone, "This code does not let anybody in.")
    look(phone, "own-welcome-wrong")
    enter(phone, code)
    expect(phone.get_by_role("heading", level=1)).to_have_text("Hello Maud")
    says(phone, "Nothing is booked.")
    look(phone, "own-home-empty")

    again = open_page(PHONE)
    again.goto("/welcome")
    fill(again, "Your code", code)
    press(again, "Go to my page")
    says(again, "This code does not let anybody in.")
    fill(again, "Your e-mail address", "nobody@example.org")
    press(again, "Send me a link")
    says(again, "If we know this address, a link is on its way to it.")
    look(again, "own-link-asked")

    dana.get_by_role("navigation", name="Where you are").get_by_role("link").last.click()
    follow(dana, "Close it")
    press(dana, "Close it now")
    says(dana, "Closed. Nobody comes in any more")
    phone.goto("/me")
    expect(phone).to_have_url(re.compile("/welcome"))
