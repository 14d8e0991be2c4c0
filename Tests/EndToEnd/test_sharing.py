"""What an organisation outside the matrix sees is what the person agreed to, and no longer than they agree."""

from playwright.sync_api import Page, expect

from browser import PHONE, enter, look
from conftest import OpenPage
from forms import choose, code_for, fill, fill_day, follow, mark, press, says


def register(page: Page, given: str, family: str, born: str) -> str:
    """Registers somebody made up, and returns the address of their page."""
    page.goto("/customers/new")
    fill(page, "First name", given)
    fill(page, "Family name", family)
    fill_day(page, "Birth date", born)
    press(page, "Register this customer")
    says(page, "Registered.")
    return page.url.split("?")[0]


def test_a_council_shares_by_choice_and_stops(open_page: OpenPage) -> None:
    council = open_page(user="nell")
    customer = register(council, "Sanna", "Belgrove", "4 5 1990")

    college = open_page(user="imran")
    college.goto(customer)
    says(college, "There is no customer here that you can open.")

    council.locator("summary", has_text="You see:").click()
    follow(council, "What is shared, and with whom")
    says(council, "Ashcombe Council", "the council service that keeps this person's record")
    says(council, "so that nobody is registered twice")
    look(council, "sharing-start")
    follow(council, "Record what they agreed to share")
    press(council, "Check the answers")
    says(council, "Choose one of the answers to “Which organisation?”.")
    choose(council, "Which organisation?", "Ashcombe College")
    mark(council, "What may it see?", "Name and birth date")
    mark(council, "What may it see?", "The action plan")
    mark(council, "What is it for?", "To find you a course and help you finish it")
    mark(council, "How did they tell you?", "In person")
    look(council, "sharing-form")
    press(council, "Check the answers")
    says(council, "It sees now", "Nothing", "name and birth date, the action plan")
    look(council, "sharing-check")
    press(council, "Record that they agreed")
    says(council, "They can stop it at any time", "Ashcombe College")
    look(council, "sharing-given")

    college.goto("/search?q=Sanna+Belgrove")
    follow(college, "Sanna Belgrove")
    says(college, "You see: identity, plan. Why?")
    expect(college.get_by_role("main")).not_to_contain_text("Appointments")
    college.locator("summary", has_text="You see:").click()
    says(college, "Seen because the person agreed on 9 August 2012")
    look(college, "sharing-college")
    college.goto(customer + "/do/plan-action")
    fill(college, "What will be done?", "See the tutor on Monday")

    follow(council, "Stop sharing")
    mark(council, "How did they tell you?", "By phone")
    press(council, "Stop sharing now")
    says(council, "Stopped. That organisation sees it no more.", "Withdrawn on 9 August 2012.")
    # What was typed while it was open is shown back, and not kept.
    press(college, "Put it on the plan")
    says(college, "This is not open to you, or no longer is", "Nothing was recorded.", "See the tutor on Monday")
    look(college, "sharing-not-open")
    college.goto(customer)
    says(college, "There is no customer here that you can open.")

    phone = open_page(PHONE, user="nell")
    phone.goto(customer + "/sharing")
    look(phone, "sharing-phone")


def test_a_question_waits_for_its_answer(open_page: OpenPage) -> None:
    page = open_page(user="nell")
    customer = register(page, "Osric", "Penhallow", "14 8 1985")
    page.goto(customer + "/sharing")
    follow(page, "Ask to share")
    choose(page, "Which organisation?", "Union Street Jobcentre")
    mark(page, "What may it see?", "Household and caring")
    mark(page, "What is it for?", "To look after your benefit")
    fill(page, "Why do you ask?", "So that your signing day does not fall in the school run.")
    press(page, "Check the answers")
    press(page, "Ask")
    says(page, "Nothing is opened until they say yes.", "Waiting for an answer", "school run")
    look(page, "sharing-asked")
    follow(page, "Record the answer")
    mark(page, "Do they agree?", "No")
    mark(page, "How did they tell you?", "In person")
    look(page, "sharing-answer")
    press(page, "Record the answer")
    says(page, "Their answer is recorded.", "What they said no to")
    said_no = "Union Street Jobcentre asked to see household and caring: they said no on 9 August 2012."
    says(page, said_no)
    expect(page.get_by_role("heading", name="Union Street Jobcentre")).to_have_count(0)

    # Asked about two kinds, he says yes to one of them, on a phone of his own.
    follow(page, "Ask to share")
    choose(page, "Which organisation?", "Ashcombe College")
    mark(page, "What may it see?", "Name and birth date")
    mark(page, "What may it see?", "The action plan")
    mark(page, "What is it for?", "To find you a course and help you finish it")
    fill(page, "Why do you ask?", "So that the tutor knows who comes.")
    press(page, "Check the answers")
    press(page, "Ask")
    follow(page, "Record the answer")
    for kind in ("Name and birth date", "The action plan"):
        expect(page.get_by_role("group", name="If yes, to what?").get_by_label(kind, exact=True)).to_be_checked()
    look(page, "sharing-answer-some")

    phone = open_page(PHONE)
    enter(phone, code_for(page, customer))
    phone.goto("/me/sharing")
    follow(phone, "Answer")
    mark(phone, "Do you agree?", "Yes")
    press(phone, "Send my answer")
    says(phone, "Tick at least one thing that you say yes to, or answer no.")
    expect(phone.get_by_label("Your plan", exact=True)).not_to_be_checked()
    mark(phone, "If yes, to what?", "Your name and birth date")
    look(phone, "sharing-some")
    press(phone, "Send my answer")
    says(
        phone,
        "You agreed that they see your name and birth date",
        "It is to find you a course and help you finish it.",
        "Ashcombe College asked also to see your plan. You said no to that on 9 August 2012.",
    )
    look(phone, "sharing-some-said")

    college = open_page(user="imran")
    college.goto(customer)
    says(college, "Osric Penhallow", "You see: identity. Why?")
    college.goto(customer + "/plan")
    says(college, "You do not see this customer\u2019s plan.")
    page.goto(customer + "/sharing")
    says(page, "Ashcombe College asked also to see the action plan: they said no to that on 9 August 2012")
