"""An adviser goes through the questions with a customer, part by part, with no script."""

import re

from playwright.sync_api import Page, expect

from browser import PHONE, look
from conftest import OpenPage
from forms import customers, fill, first_customer, follow, mark, press, says, visit


def begin(page: Page, where: str) -> None:
    follow(page, "Begin an assessment")
    mark(page, "Which questions?", "Five-section assessment")
    mark(page, "Where are you?", where)
    press(page, "Begin")


def answer_all(page: Page, number: int) -> None:
    """Marks the answer of that place in every question of the part that takes one answer."""
    for question in page.get_by_role("group").all():
        radios = question.get_by_role("radio")
        if radios.count():
            radios.nth(min(number, radios.count() - 2)).check()


def test_a_customer_is_assessed_in_parts_and_the_adviser_overrules(open_page: OpenPage) -> None:
    page = open_page(user="ben")
    customer = first_customer(page, "/caseload?state=attached")
    page.goto(customer)
    follow(page, "Open the assessment")
    says(page, "Nobody has been through the questions with them yet.")
    look(page, "assessment-empty")

    begin(page, "One to one, in private")
    expect(page.get_by_role("heading", level=1)).to_have_text("Access")
    look(page, "assessment-part")
    answer_all(page, 1)
    press(page, "Save and go on")
    expect(page.get_by_role("heading", level=1)).to_have_text("Outlook")

    # What is wrong is said beside it, and nothing typed is lost.
    fill(page, "What work would you like to do? (optional)", "Cooking\nfor a school")
    page.get_by_label("How many minutes would you travel to work, each way?").fill("an hour")
    press(page, "Save and go on")
    says(page, "must be a whole number")
    expect(page.get_by_label("What work would you like to do?")).to_have_value("Cooking\nfor a school")
    page.get_by_label("How many minutes would you travel to work, each way?").fill("60")
    answer_all(page, 1)
    press(page, "Save and stop here")

    # Gone on with another day, from where it was left.
    says(page, "Not finished", "What was answered is saved")
    look(page, "assessment-parts")
    follow(page, "Outlook")
    expect(page.get_by_label("What work would you like to do?")).to_have_value("Cooking\nfor a school")
    press(page, "Save and go on")
    answer_all(page, 1)
    press(page, "Save and go on")
    # Nobody agreed that health or household may be seen, so that whole part asks nothing.
    expect(page.get_by_role("heading", level=1)).to_have_text("Resilience")
    answer_all(page, 1)
    press(page, "Save and go on")
    follow(page, "Finish")
    look(page, "assessment-finish")
    press(page, "Finish")
    says(
        page,
        "Finished. This is what the answers came to, and why.",
        "Provisional",
        "our own setting",
        "A CV ready to send",
    )
    look(page, "assessment-result")

    follow(page, "Settle it")
    look(page, "assessment-settle")
    mark(page, "Rating", "Red")
    mark(page, "Stream", "Step by step")
    press(page, "Record this")
    says(page, "Say why this is better than what the answers came to.")
    page.get_by_label("Why, if it differs").fill("Has not slept for weeks.")
    press(page, "Record this")
    says(page, "overruling what the answers came to", "Has not slept for weeks.")

    follow(page, "Record what they say")
    look(page, "assessment-say")
    mark(page, "Does the customer agree with it?", "No")
    page.get_by_label("In the customer's words").fill("I want to work now.")
    press(page, "Record what they say")
    says(page, "Does not agree.", "I want to work now.")
    visit(page, "withdraw-assessment", "assessment-withdraw")

    # Barriers side by side, with a day to come back to what is seen differently.
    page.goto(customer + "/assessment")
    follow(page, "Talk it through")
    look(page, "assessment-barriers")
    expect(page.get_by_label("where nobody else could hear")).to_have_count(0)
    debt = page.get_by_role("group", name="Debt and money")
    debt.get_by_label("Customer's view").select_option(label="Not in the way")
    debt.get_by_label("Adviser's view").select_option(label="Stops it for now")
    press(page, "Record these views")
    says(page, "say on which day you will come back to it")
    page.get_by_label("When will you come back to what you see differently?").fill("1 January 2040")
    press(page, "Record these views")
    says(page, "Not in the way", "Stops it for now", "Seen differently")

    for point, why in (("Point C", "Asked about jobs"), ("Point B", "A bad week")):
        follow(page, "Record the point they are at")
        mark(page, "Where are they now?", point)
        page.get_by_label("What showed it?").fill(why)
        press(page, "Record this point")
    says(page, "A bad week", "Asked about jobs")
    look(page, "assessment-page")
    visit(page, "withdraw-point", "assessment-withdraw-point")
    page.goto(customer)
    says(page, "Red, step by step", "Point B", "Back from C to point B")


def test_a_group_is_never_asked_in_public(open_page: OpenPage) -> None:
    """No private question is on any page of a group session, and none can be reached by its address."""
    page = open_page(PHONE, user="ben")
    page.goto(customers(page, "/caseload?state=in-work")[-1])
    follow(page, "Open the assessment")
    begin(page, "In a group session")
    for _ in range(4):
        expect(page.get_by_role("main")).not_to_contain_text(
            re.compile("health change|get in the way of what you want")
        )
        answer_all(page, 0)
        press(page, "Save and go on")
    page.goto(page.url.split("?")[0] + "/capacity?mode=group")
    says(page, "Nothing is asked here.")
    look(page, "assessment-group")
