"""One plan: an adviser writes it with a customer, brings another agency's in, and prints it large, with no script."""

from playwright.sync_api import Page, expect

from browser import PHONE, look
from conftest import OpenPage
from forms import choose, fill, fill_day, first_customer, follow, mark, press, says, visit


def add_action(page: Page, text: str, who: str, due: str | None = None) -> None:
    follow(page, "Add an action")
    fill(page, "What will be done?", text)
    mark(page, "Who does it?", who)
    if due:
        page.get_by_label("By which day? (optional)").fill(due)
    press(page, "Put it on the plan")


def test_one_plan_from_goal_to_print(open_page: OpenPage) -> None:
    page = open_page(user="ben")
    customer = first_customer(page, "/caseload?state=in-work")
    page.goto(customer)
    follow(page, "Open the plan")
    expect(page.get_by_role("heading", level=1)).to_have_text("Action plan")
    look(page, "plan-empty")

    follow(page, "Add a goal")
    press(page, "Put it on the plan")
    says(page, "Fill in “What does the customer want, in their own words?”.")
    fill(page, "What does the customer want, in their own words?", "I want to cook for a living.")
    press(page, "Put it on the plan")
    says(page, "It is on the plan.", "I want to cook for a living.")

    for barrier in ("Debt and money", "E-mail, a phone"):
        follow(page, "Add something in the way")
        choose(page, "What is in the way?", barrier)
        press(page, "Put it on the plan")
    visit(page, "plan-close-barrier", "plan-close-barrier")
    follow(page, "Change the order")
    look(page, "plan-order")
    boxes = page.get_by_role("main").get_by_role("textbox")
    boxes.nth(0).fill("2")
    boxes.nth(1).fill("1")
    press(page, "Keep this order")
    expect(page.locator("#barriers ol li, section:has(#barriers) ol li").first).to_contain_text("E-mail")

    # A suggestion cannot be taken as it stands, and what was typed stays.
    follow(page, "Make it their own")
    press(page, "Put it on the plan")
    says(page, "This is the suggestion as it stands.")
    look(page, "plan-suggestion")
    fill(page, "What will be done?", "Come to the Tuesday session at Wakefield library with Sam")
    press(page, "Put it on the plan")
    follow(page, "Refuse")
    look(page, "plan-refuse")
    mark(page, "Why not?", "It is not the time for it")
    press(page, "Refuse it")

    add_action(page, "Write a first CV with the council on Friday", "The customer")
    follow(page, "Object")
    mark(page, "How did they tell you?", "By phone")
    fill(page, "What is wrong with it, in their own words?", "Fridays are no good for me.")
    press(page, "Record the objection")
    says(page, "Objected to", "Fridays are no good for me.")
    follow(page, "Say why it stands")
    look(page, "plan-answer")
    fill(page, "Why does it stand?", "The club is on Fridays only. We can meet early.")
    press(page, "Answer the objection")
    says(page, "Fridays are no good for me.", "The club is on Fridays only. We can meet early.")
    expect(page.get_by_role("link", name="Say why it stands")).to_have_count(0)

    # Another agency's plan, no line lost; two that may say the same are shown and joined by a person.
    follow(page, "Bring another agency\u2019s plan in")
    page.get_by_role("group", name="Whose plan is it?").get_by_role("radio").last.check()
    page.get_by_label("What the customer does, one step a line (optional)").fill(
        "Write a CV with the council\nSee the tutor [25 9 2012]"
    )
    fill(page, "What is in the way, one a line (optional)", "Debt and money // owes rent")
    press(page, "Bring every line in")
    says(page, "These may say the same", "See the tutor", "25 September 2012", "Also in the plan of", "owes rent")
    look(page, "plan-brought-in")
    follow(page, "Join these two")
    look(page, "plan-join")
    press(page, "Join them")
    says(page, "Joined with another".lower())

    # A course like one on the plan is put on it again for a reason, said with who sent them and when.
    add_action(page, "Go on a CV course at the library", "The customer")
    add_action(page, "Take the CV writing course", "The customer")
    says(page, "There is a course like this on the plan: “Go on a CV course at the library”", "not done yet")
    look(page, "plan-course-again")
    fill(page, "Why is it needed again?", "The first one was an hour long.")
    press(page, "Put it on the plan")
    says(page, "It is on the plan.", "Needed again, because: “The first one was an hour long.”")

    follow(page, "Keep a weekly time free")
    mark(page, "What is it?", "A course")
    choose(page, "Which day of the week?", "Tuesday")
    fill(page, "From", "9:30")
    fill(page, "Until", "14:00")
    press(page, "Keep it free")
    says(page, "A course: Tuesdays, 9:30 to 14:00")
    visit(page, "plan-end-time", "plan-end-time")
    follow(page, "Record a review")
    press(page, "Record the review")
    says(page, "The review is recorded.")
    look(page, "plan")

    text = page.request.get(page.url.split("?")[0] + ".txt").text()
    assert "WHAT YOU WANT\n- I want to cook for a living." in text
    assert "You said no: “Fridays are no good for me.”" in text
    assert "The answer: “The club is on Fridays only. We can meet early.”" in text
    follow(page, "Print or read in large print")
    says(page, "What you do", "I want to cook for a living.")
    page.emulate_media(media="print")
    look(page, "plan-print")

    # A meeting in the course is booked for a reason alone, and keeps it.
    page.emulate_media(media="screen")
    page.goto(customer)
    follow(page, "Book an appointment")
    says(page, "Times that are taken:", "a course, Tuesdays, 9:30 to 14:00")
    mark(page, "What is it for?", "Review")
    mark(page, "How will you meet?", "By phone")
    fill_day(page, "Day", "25 9 2012")
    fill(page, "Time", "11:15")
    press(page, "Book this appointment")
    says(page, "falls in a time that is taken: a course, Tuesdays, 9:30 to 14:00.")
    look(page, "book-taken")
    expect(page.get_by_label("Time", exact=True)).to_have_value("11:15")
    fill(page, "Why does it have to be then?", "The tutor lets them out for it.")
    press(page, "Book this appointment")
    says(page, "Booked", "because: “The tutor lets them out for it.”")

    phone = open_page(PHONE, user="ben")
    phone.goto(customer + "/plan")
    look(phone, "plan")


def test_two_advisers_edit_one_plan_and_nothing_typed_is_lost(open_page: OpenPage) -> None:
    page, other = open_page(user="ben"), open_page(user="carys")
    customer = first_customer(page, "/caseload?state=in-work")
    page.goto(customer + "/plan")
    add_action(page, "Ring the college about evening places", "The customer")
    other.goto(customer + "/plan")
    action = other.locator("article", has_text="Ring the college about evening places")
    follow(other, "Change", within=action)
    fill(other, "What will be done?", "Visit the college on Monday")
    follow(page, "Change", within=page.locator("article", has_text="Ring the college about evening places"))
    fill(page, "What will be done?", "Write to the college")
    press(page, "Change it")
    press(other, "Change it")
    says(other, "Ben Okoro", "Nothing you typed is lost")
    says(other, "It says now: “Write to the college”")
    expect(other.get_by_label("What will be done?")).to_have_value("Visit the college on Monday")
    press(other, "Change it")
    says(other, "Visit the college on Monday", "it was: “Write to the college”")
