"""Two records of one person are compared, made one, and taken apart again when they were two people after all."""

from dataclasses import replace
from urllib.parse import urlsplit

from playwright.sync_api import Page, expect

from browser import PHONE, look
from conftest import OpenPage
from forms import MadeUp, fill, fill_in, follow, mark, press, records, register, says, somebody_new


def registered_twice(page: Page) -> tuple[MadeUp, str, str]:
    """Registers somebody, and again with another first name and a phone number; the paths of the two records."""
    person = somebody_new()
    first = register(page, person)
    again = replace(person, given=person.given + "ne")
    fill_in(page, again)
    fill(page, "Phone number (optional)", "01632 960123")
    press(page, "Register this customer")
    says(page, "Is this somebody already here?", person.name)
    press(page, "None of these: register a new customer")
    return person, first, urlsplit(page.url).path


def asks_to_be_right(page: Page, customer: str, words: str) -> None:
    """Records that the person asked for something to be put right."""
    page.goto(customer + "/requests/new")
    mark(page, "What is asked for?", "Something put right")
    mark(page, "How did they tell you?", "By phone")
    fill(page, "In their own words (optional)", words)
    press(page, "Record what they ask")
    says(page, words)


def test_two_records_are_made_one_and_taken_apart(open_page: OpenPage) -> None:
    dana = open_page(user="dana")
    phone = open_page(PHONE, user="dana")
    person, first, second = registered_twice(dana)
    asks_to_be_right(dana, second, "My first name has an n in it.")

    dana.goto(first)
    follow(dana, "Is this person here twice?")
    says(dana, person.family)
    look(dana, "merge-alike")
    phone.goto(dana.url)
    look(phone, "merge-alike")
    follow(dana, "Compare with this record")
    says(dana, "The two records side by side", "None")
    expect(dana.get_by_role("group", name="Phone number").get_by_label("01632 960123")).to_be_checked()
    look(dana, "merge-compare")
    phone.goto(dana.url)
    look(phone, "merge-compare")
    press(dana, "Check the answers")
    says(dana, "Choose one of the answers to “First name”.")
    mark(dana, "First name", person.given + "ne")
    press(dana, "Check the answers")
    says(dana, "What follows", "Neither has been referred to a programme.", "The two can be taken apart again")
    look(dana, "merge-check")
    mark_on_phone(phone, person)
    look(phone, "merge-check")
    press(dana, "Make them one record")
    says(dana, "The two are one record now.", "01632 960123")
    expect(dana.get_by_role("heading", level=1)).to_have_text(f"{person.given}ne {person.family}")
    look(dana, "merge-one")

    dana.goto(second)
    says(dana, "The record you asked for became part of this one")
    expect(dana.get_by_role("heading", level=1)).to_have_text(f"{person.given}ne {person.family}")
    assert records(dana, replace(person, given=person.given + "ne")) == 1

    asks_to_be_right(dana, first, "I was never at the college.")
    asks_to_be_right(dana, first, "My birth date is right as it is.")
    dana.goto(first)
    follow(dana, "Made of several records")
    look(dana, "merge-parts")
    follow(dana, "Take them apart")
    says(dana, "Which of these are about the other person?")
    boxes = dana.get_by_role("group", name="Which of these are about the other person?").get_by_role("checkbox")
    expect(boxes).to_have_count(2)
    says(dana, "I was never at the college.", "My birth date is right as it is.")
    boxes.first.check()
    press(dana, "Check the answers")
    says(dana, "Why are they taken apart?")
    fill(dana, "Why are they taken apart?", "They are cousins, and both came in today.")
    look(dana, "merge-apart")
    phone.goto(dana.url)
    look(phone, "merge-apart")
    press(dana, "Check the answers")
    says(dana, "Goes with the other", "Stays here", "They are cousins", "No payment has fallen due on either.")
    look(dana, "merge-apart-check")
    press(dana, "Take them apart")
    says(dana, "Taken apart.")
    expect(dana.get_by_role("heading", level=1)).to_have_text(person.name)
    look(dana, "merge-apart-done")

    dana.goto(second + "/requests")
    says(dana, "My first name has an n in it.", "I was never at the college.")
    expect(dana.get_by_role("main")).not_to_contain_text("My birth date is right")
    dana.goto(first + "/requests")
    says(dana, "My birth date is right as it is.")
    expect(dana.get_by_role("main")).not_to_contain_text("I was never at the college.")
    dana.goto(second)
    expect(dana.get_by_role("main")).not_to_contain_text("became part of this one")
    expect(dana.get_by_role("heading", level=1)).to_have_text(f"{person.given}ne {person.family}")


def mark_on_phone(phone: Page, person: MadeUp) -> None:
    """The same choice, as far as the check, on a phone."""
    mark(phone, "First name", person.given + "ne")
    press(phone, "Check the answers")


def test_another_record_is_named_by_its_reference(open_page: OpenPage) -> None:
    dana = open_page(user="dana")
    person, first, second = registered_twice(dana)
    dana.goto(first + "/duplicates")
    fill(dana, "Another record", "nonsense")
    press(dana, "Find this record")
    says(dana, "is neither a national insurance number nor a reference")
    fill(dana, "Another record", first.rsplit("/", 1)[1])
    press(dana, "Find this record")
    says(dana, "That is this record.")
    fill(dana, "Another record", second.rsplit("/", 1)[1])
    press(dana, "Find this record")
    expect(dana.get_by_role("table").get_by_role("row")).to_have_count(2)

    # The council has the same person too: where they claim, their record is taken up before the two are compared.
    nell = open_page(user="nell")
    fill_in(nell, replace(person, given=person.given + "na"))
    press(nell, "Register this customer")
    says(nell, "Is this somebody already here?", "We help them now")
    press(nell, "None of these: register a new customer")
    dana.goto(first + "/duplicates")
    follow(dana, "They claim here now")
    says(dana, person.given + "na")
    look(dana, "take-up")
    press(dana, "Take up this record")
    says(dana, "Choose one of the answers to “How do you know that it is them?”")
    dana.get_by_role("checkbox", name="They claim here now").check()
    mark(dana, "How do you know that it is them?", "They came in and showed a document")
    fill(dana, "Since when do they claim here?", "1 June 2011")
    press(dana, "Take up this record")
    says(dana, "Their record is kept here now.", "Record kept at Ashcombe Council")
    follow(dana, "Taken up by mistake? Give it back")
    says(dana, "You cannot open their record any longer then.")
    look(dana, "give-back")
    dana.goto(first + "/duplicates")
    expect(dana.get_by_role("link", name="Compare with this record")).to_have_count(2)
