"""A person has a copy of everything held about them, has it put right, and is erased when they ask."""

import json
from pathlib import Path

from playwright.sync_api import Page, expect

from browser import PHONE, axe, enter, look
from conftest import OpenPage
from forms import choose, fill, fill_day, fill_in, follow, mark, press, says, somebody_new


def registered(page: Page) -> str:
    """Registers somebody made up at the reader's office, and returns the path of their page."""
    fill_in(page, somebody_new())
    press(page, "Register this customer")
    says(page, "Registered.")
    return page.url.split("?")[0]


def let_in(page: Page, phone: Page, customer: str) -> None:
    """Gives the customer a code, and enters with it."""
    page.goto(customer)
    follow(page, "Let them in")
    mark(page, "How do they get in?", "A code, to print or read out")
    press(page, "Let them in")
    enter(phone, page.locator(".code").inner_text())


def download(page: Page, words: str) -> str:
    """What a link brings."""
    with page.expect_download() as coming:
        page.get_by_role("main").get_by_role("link", name=words).click()
    return Path(coming.value.path()).read_text()


def test_a_person_has_their_copy_with_one_click(open_page: OpenPage, tmp_path: Path) -> None:
    dana = open_page(user="dana")
    customer = registered(dana)
    phone = open_page(PHONE)
    let_in(dana, phone, customer)
    follow(phone, "A copy of my record")
    look(phone, "rights-own")
    follow(phone, "Ask for something")
    mark(phone, "What is asked for?", "A copy of the record")
    look(phone, "rights-ask")
    press(phone, "Ask for this")
    says(phone, "The copy is given out.")
    look(phone, "rights-given")
    html = download(phone, "Download the copy")
    assert "<script" not in html and "http" not in html.replace("ico.org.uk", "")
    data = json.loads(download(phone, "Download it as data"))
    assert data["about"]["covered"] == 0
    assert any(section["title"] == "Who looked at your record" for section in data["sections"])
    assert any(entry["kind"] == "customer.registered" for entry in data["entries"])
    file = tmp_path / "record.html"
    file.write_text(html)
    copy = open_page()
    copy.goto(f"file://{file}")
    axe(copy)
    look(copy, "rights-copy")


def test_words_about_somebody_else_are_read_first(open_page: OpenPage) -> None:
    dana = open_page(user="dana")
    customer = registered(dana)
    dana.goto(customer + "/sharing")
    follow(dana, "Ask to share")
    choose(dana, "Which organisation?", "Ashcombe College")
    mark(dana, "What may it see?", "The action plan")
    mark(dana, "What is it for?", "To find you a course and help you finish it")
    fill(dana, "Why do you ask?", "Her neighbour Oriel thinks that she should.")
    press(dana, "Check the answers")
    press(dana, "Ask")
    phone = open_page(PHONE)
    let_in(dana, phone, customer)
    follow(phone, "A copy of my record")
    follow(phone, "Ask for something")
    mark(phone, "What is asked for?", "A copy of the record")
    press(phone, "Ask for this")
    says(phone, "Somebody reads the record through first")
    expect(phone.get_by_role("link", name="Download")).to_have_count(0)

    farah = open_page(user="farah")
    farah.goto("/requests")
    look(farah, "rights-list")
    farah.goto(phone.url.split("?")[0])
    says(farah, "1 waits", "Her neighbour Oriel thinks that she should.")
    look(farah, "rights-review")
    assert "Oriel" not in download(farah, "Look at the draft")
    press(farah, "Save what is decided")
    says(farah, "Nothing is different")
    choose(farah, "Text 1: does it stay? (optional)", "Cover it: it is about somebody else")
    press(farah, "Save what is decided")
    says(farah, "What was decided is saved.", "1 is covered")
    look(farah, "rights-decided")
    press(farah, "Give the copy out")
    says(farah, "The copy is given out.", "1 text is covered")

    phone.reload()
    html = download(phone, "Download the copy")
    assert "Oriel" not in html and "It is about somebody else" in html


def test_a_correction_is_asked_refused_and_stated(open_page: OpenPage) -> None:
    dana = open_page(user="dana")
    customer = registered(dana)
    dana.goto(customer + "/requests")
    follow(dana, "Record what they ask")
    mark(dana, "What is asked for?", "Something put right")
    mark(dana, "How did they tell you?", "By phone")
    press(dana, "Record what they ask")
    says(dana, "Say what is wrong, and what is right.")
    fill(dana, "In their own words (optional)", "I came on Tuesday.")
    press(dana, "Record what they ask")
    says(dana, "will be answered within one month", "I came on Tuesday.")
    request = dana.url.split("?")[0]

    farah = open_page(user="farah")
    farah.goto(request)
    follow(farah, "Refuse, with the reason")
    mark(farah, "Why is it refused?", "It is what was said or seen on the day")
    fill(farah, "What do you tell them?", "Two people wrote the same.")
    look(farah, "rights-refuse")
    press(farah, "Refuse, and tell them why")
    says(farah, "Refused on", "Two people wrote the same.")

    dana.goto(request)
    follow(dana, "Add a statement")
    fill(dana, "In the person's own words", "I was there, and the door was shut.")
    press(dana, "Add this statement")
    says(dana, "The statement stands beside", "the door was shut")
    look(dana, "rights-statement")


def test_a_person_is_erased_and_told_what_stays(open_page: OpenPage) -> None:
    dana = open_page(user="dana")
    customer = registered(dana)
    dana.goto(customer)
    name = dana.get_by_role("heading", level=1).inner_text()
    dana.goto(customer + "/requests/new")
    mark(dana, "What is asked for?", "To be erased")
    fill_day(dana, "When did they ask?", "8 8 2012")
    mark(dana, "How did they tell you?", "On a signed form")
    press(dana, "Record what they ask")
    expect(dana.get_by_role("button", name="Erase this person")).to_have_count(0)

    farah = open_page(user="farah")
    farah.goto(dana.url.split("?")[0])
    says(farah, "Nothing brings back what is erased", "with nobody's name on it")
    look(farah, "rights-erase")
    press(farah, "Erase this person")
    says(farah, "Tell the person what goes and what stays")
    farah.get_by_role("checkbox").check()
    press(farah, "Erase this person")
    says(farah, "Erased. Nothing of it can be brought back.", "The proof of what was earned stays until")
    look(farah, "rights-erased")

    dana.goto(f"/search?q={name.replace(' ', '+')}")
    says(dana, "Nobody here matches")
    dana.goto(customer)
    expect(dana.locator("body")).not_to_contain_text(name)
