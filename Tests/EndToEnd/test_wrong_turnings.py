"""What is refused, mistyped, pressed twice or out of reach is told kindly, and loses nothing."""

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from browser import DESKTOP, PHONE, look
from conftest import OpenPage
from forms import fill, fill_day, fill_in, press, records, somebody_new
from program import SignIn


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desk", "phone"])
def test_a_wrong_password_keeps_the_name_and_not_the_password(
    open_page: OpenPage, people: dict[str, SignIn], size: ViewportSize
) -> None:
    page = open_page(size)
    page.goto("/sign-in")
    look(page, "sign-in")
    fill(page, "User name", "harriet")
    fill(page, "Password", "not this one")
    press(page, "Sign in")
    expect(page.get_by_role("alert")).to_be_focused()
    expect(page.get_by_label("User name")).to_have_value("harriet")
    expect(page.get_by_label("Password")).to_have_value("")
    look(page, "sign-in-wrong")
    fill(page, "Password", people["harriet"].password)
    press(page, "Sign in")
    expect(page.get_by_role("button", name="Sign out")).to_be_visible()


def test_a_refused_form_says_why_leads_to_each_field_and_keeps_every_word(open_page: OpenPage) -> None:
    page = open_page(user="dana")
    page.goto("/customers/new")
    fill(page, "First name", "Ada")
    fill_day(page, "Birth date", "31 6 1981")
    fill(page, "National insurance number (optional)", "nonsense")
    fill(page, "Address (optional)", "1 Example Row\nAnytown")
    press(page, "Register this customer")
    summary = page.get_by_role("alert")
    expect(summary).to_be_focused()
    assert page.title().startswith("Error")
    links = summary.get_by_role("link").all()
    assert len(links) == 3, summary.inner_text()
    for link in links:
        field = page.locator(str(link.get_attribute("href")))
        expect(field).to_have_count(1)
        expect(field).to_have_attribute("aria-invalid", "true")
        link.click()
        expect(field).to_be_focused()
    expect(page.get_by_label("First name")).to_have_value("Ada")
    expect(page.locator("[name=born-day]")).to_have_value("31")
    expect(page.locator("[name=number]")).to_have_value("nonsense")
    expect(page.locator("[name=address]")).to_have_value("1 Example Row\nAnytown")
    look(page, "register-refused")


def test_a_button_pressed_twice_makes_one_customer(open_page: OpenPage) -> None:
    page = open_page(user="dana")
    person = somebody_new()
    fill_in(page, person)
    page.get_by_role("button", name="Register this customer").dblclick(no_wait_after=True)
    expect(page.get_by_role("heading", level=1)).to_have_text(person.name)
    assert records(page, person) == 1


def test_a_form_sent_twice_gets_the_answer_it_got_first(open_page: OpenPage) -> None:
    page = open_page(user="dana")
    person = somebody_new()
    fill_in(page, person)
    with page.expect_request(lambda request: request.method == "POST") as sending:
        press(page, "Register this customer")
    expect(page.get_by_role("heading", level=1)).to_have_text(person.name)
    sent = sending.value
    again = page.request.post(
        sent.url, data=sent.post_data or "", headers={"content-type": sent.headers["content-type"]}, max_redirects=0
    )
    assert again.status == 303
    assert page.url.endswith(again.headers["location"])
    assert records(page, person) == 1


def test_a_form_sent_again_from_the_back_button_is_shown_what_came_of_it(open_page: OpenPage) -> None:
    page = open_page(user="dana")
    person = somebody_new()
    fill_in(page, person)
    press(page, "Register this customer")
    page.go_back()
    if page.get_by_label("Family name").input_value() == "":
        fill_in(page, person)
    press(page, "Register this customer")
    expect(page.get_by_role("main")).to_contain_text(person.name)
    assert records(page, person) == 1


def test_somebody_who_may_be_here_already_is_shown_first(open_page: OpenPage) -> None:
    page = open_page(user="dana")
    person = somebody_new()
    fill_in(page, person)
    press(page, "Register this customer")
    fill_in(page, person)
    press(page, "Register this customer")
    expect(page.get_by_role("heading", level=1)).to_have_text("Is this somebody already here?")
    look(page, "duplicates")
    press(page, "Change what I typed")
    expect(page.get_by_label("Family name")).to_have_value(person.family)


def test_a_page_beyond_a_persons_powers_says_so_and_offers_a_way_on(open_page: OpenPage) -> None:
    page = open_page(user="grace")
    answer = page.goto("/customers/new")
    assert answer is not None
    assert answer.status == 403
    look(page, "no-power")
    page.get_by_role("main").get_by_role("link").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Payments")


def test_a_page_asked_for_before_signing_in_comes_after_it(page: Page, people: dict[str, SignIn]) -> None:
    page.goto("/caseload")
    expect(page.get_by_label("Password")).to_be_visible()
    fill(page, "User name", "tom")
    fill(page, "Password", people["tom"].password)
    press(page, "Sign in")
    expect(page.get_by_role("heading", level=1)).to_have_text("Caseload")
