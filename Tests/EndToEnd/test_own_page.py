"""A customer on their own page, on a phone and with no script: who comes next, what to do, and being heard."""

import re

from playwright.sync_api import Page, expect

from browser import DESKTOP, PHONE, enter, look
from conftest import OpenPage
from forms import choose, fill, fill_day, follow, mark, press, says, visit
from program import SignIn


def their_record(page: Page, name: str) -> str:
    """The path of a customer's record, found by name by somebody who may search."""
    page.goto(f"/search?q={name.replace(' ', '+')}")
    path = page.get_by_role("table").locator("a[href^='/customers/']").first.get_attribute("href")
    assert path
    return path


def home(people: dict[str, SignIn]) -> str:
    """The organisation that keeps the guest's record."""
    return people["customer"].row["who"].split(", customer at ")[1]


def staff_of(people: dict[str, SignIn]) -> tuple[str, str | None]:
    """An adviser there, and a team manager where there is one."""
    at_home = [person for person in people.values() if person.row["who"].endswith(f" at {home(people)}")]
    advisers = [person.user for person in at_home if ", adviser at" in person.row["who"]]
    managers = [person.user for person in at_home if ", team manager at" in person.row["who"]]
    return advisers[0], managers[0] if managers else None


def test_home_says_what_comes_next(open_page: OpenPage, guest: str) -> None:
    for size in (PHONE, DESKTOP):
        page = open_page(size, user="customer")
        page.goto("/")
        expect(page).to_have_url(re.compile("/me$"))
        expect(page.get_by_role("heading", level=1)).to_have_text(f"Hello {guest.split()[0]}")
        says(page, "Your next appointment", "You do not lose money if you tell us before that you cannot come.")
        look(page, "own-home")


def test_a_customer_asks_to_move_and_is_answered(open_page: OpenPage, people: dict[str, SignIn], guest: str) -> None:
    phone = open_page(PHONE, user="customer")
    phone.goto("/me")
    visit(phone, "confirm", "own-confirm")
    press(phone, "I\u2019ll be there")
    says(phone, "Thank you. We will see you there.", "You said you will be there.")
    look(phone, "own-confirmed")
    follow(phone, "I need to move it")
    look(phone, "own-move")
    fill(phone, "Which days and times are good for you? (optional)", "Any afternoon. Mornings are the school run.")
    press(phone, "Ask for another time")
    says(phone, "We have told them.", "If nobody answers you in time, you have not missed it.")
    look(phone, "own-move-asked")

    phone.goto("/me/people")
    theirs = phone.locator("section", has_text=re.compile("Your (adviser|lead)"))
    name = theirs.locator("strong").first.inner_text().split(" at ")[0]
    adviser = next(person.user for person in people.values() if person.row["who"].startswith(f"{name},"))
    desk = open_page(user=adviser)
    desk.goto("/today")
    asked = desk.get_by_role("row").filter(has_text="They asked on 9 August 2012 to move the review")
    asked.get_by_role("link", name=guest, exact=True).click()
    says(desk, "They asked to move it", "Mornings are the school run.")
    look(desk, "own-staff-asked")
    follow(desk, "Keep the time")
    look(desk, "own-keep-time")
    fill(desk, "What do you tell them?", "I only have this one. I can ring you instead.")
    press(desk, "Tell them it stays")
    says(desk, "They are told that it stays as it is.")
    phone.goto("/me")
    says(phone, "they answered:", "I can ring you instead.")


def test_staff_let_a_customer_in_and_close_the_page(open_page: OpenPage) -> None:
    dana = open_page(user="dana")
    dana.goto("/customers/new")
    fill(dana, "First name", "Maud")
    fill(dana, "Family name", "Ferris")
    fill_day(dana, "Birth date", "4 5 1986")
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


def test_a_plan_is_added_to_agreed_and_objected_to(open_page: OpenPage) -> None:
    phone = open_page(PHONE, user="customer")
    phone.goto("/me")
    follow(phone, "See my plan")
    says(phone, "Your yes or no", "I want a job where I am on my feet", "put this forward on")
    look(phone, "own-plan")
    follow(phone, "Agree")
    look(phone, "own-agree")
    press(phone, "I agree")
    says(phone, "Thank you. You have agreed to it.")
    follow(phone, "I do not agree")
    fill(phone, "Say it in your own words", "The college has no place for me until September.")
    look(phone, "own-object")
    press(phone, "Say so")
    says(phone, "What I do not agree with", "You said: \u201cThe college has no place for me until September.\u201d")
    follow(phone, "Add a step of my own")
    press(phone, "Put it on my plan")
    says(phone, "Fill in \u201cWhat is the step?\u201d.")
    fill(phone, "What is the step?", "Ask my neighbour about the bakery")
    look(phone, "own-step")
    press(phone, "Put it on my plan")
    says(phone, "It is on your plan.", "Ask my neighbour about the bakery")
    phone.get_by_role("link", name="I did it : Ask my neighbour about the bakery").click()
    look(phone, "own-done")
    press(phone, "It is done")
    says(phone, "Well done.", "Ask my neighbour about the bakery, done 9 August 2012")
    desk = open_page(DESKTOP, user="customer")
    desk.goto("/me/plan")
    look(desk, "own-plan")
    follow(desk, "Print it, large")
    look(desk, "own-plan-print")


def test_every_page_of_the_customers_own(open_page: OpenPage) -> None:
    """Read through on both screens, each page reached by a link from the first."""
    for size in (PHONE, DESKTOP):
        page = open_page(size, user="customer")
        for link, name in (
            ("Who is helping me", "own-people"),
            ("What is shared about me, and who looked", "own-sharing"),
            ("What has happened so far", "own-journey"),
            ("How things are for me", "own-standing"),
            ("Tell us something changed", "own-tell"),
            ("Ask a question, or complain", "own-questions"),
        ):
            page.goto("/me")
            follow(page, link)
            expect(page.get_by_role("heading", level=1)).to_have_count(1)
            look(page, name)
        page.goto("/me/sharing")
        follow(page, "Everybody who looked, and why")
        says(page, "Union Street Jobcentre")
        lines = page.get_by_role("main").get_by_role("listitem").all_inner_texts()
        parts = [line.split("\n") for line in lines if "\n" in line]
        heads = [(part[0], part[1].split(",")[0], *part[2:]) for part in parts]
        assert heads
        assert len(heads) == len(set(heads)), "Nobody has two lines of one day for the same reason"
        look(page, "own-looks")


def test_a_customer_says_what_stands_in_the_way(open_page: OpenPage) -> None:
    phone = open_page(PHONE, user="customer")
    phone.goto("/me/standing")
    follow(phone, "Say what stands in my way")
    choose(phone, "Debt and money (optional)", "Makes it harder")
    look(phone, "own-in-the-way")
    press(phone, "Put it on record")
    says(phone, "Thank you for saying.", "Debt and money", "You say: makes it harder.")


def test_a_question_and_a_complaint_are_answered(open_page: OpenPage, people: dict[str, SignIn], guest: str) -> None:
    phone = open_page(PHONE, user="customer")
    phone.goto("/me/questions")
    follow(phone, "Ask a question")
    mark(phone, "Who is it for?", home(people))
    fill(phone, "Your question", "Do I sign on in the week of the course?")
    look(phone, "own-ask")
    press(phone, "Send my question")
    says(phone, "Your question has gone.", "You will have an answer by Thursday 16 August 2012.")
    follow(phone, "Complain")
    mark(phone, "Who is it about?", home(people))
    fill(phone, "What went wrong, and what should happen?", "I waited an hour. Please ring when you are late.")
    look(phone, "own-complain")
    press(phone, "Send my complaint")
    says(phone, "We have it.")

    adviser, manager = staff_of(people)
    desk = open_page(user=adviser)
    record = their_record(desk, guest)
    desk.goto(record)
    says(desk, "Do I sign on in the week of the course?")
    expect(desk.get_by_role("main")).not_to_contain_text("I waited an hour.")
    look(desk, "own-staff")
    follow(desk, "Answer")
    fill(desk, "Your answer", "No. Your course day counts.")
    look(desk, "own-answer")
    press(desk, "Send this answer")
    says(desk, "Your answer stands on their own page.")
    if manager:
        boss = open_page(user=manager)
        boss.goto(record)
        says(boss, "I waited an hour. Please ring when you are late.")
        follow(boss, "Acknowledge")
        look(boss, "own-acknowledge")
        press(boss, "Tell them you have it")
        follow(boss, "Answer")
        look(boss, "own-answer-complaint")
        fill(boss, "Your answer", "We are sorry. We ring from now on when we are late.")
        press(boss, "Send this answer")
    phone.goto("/me/questions")
    says(phone, "No. Your course day counts.")
    look(phone, "own-answered")


def test_a_question_about_sharing_is_answered_and_stopped(
    open_page: OpenPage, people: dict[str, SignIn], guest: str
) -> None:
    adviser, _ = staff_of(people)
    desk = open_page(user=adviser)
    record = their_record(desk, guest)
    desk.goto(record + "/sharing")
    follow(desk, "Ask to share")
    choose(desk, "Which organisation?", "Ashcombe College")
    mark(desk, "What may it see?", "The action plan")
    mark(desk, "What is it for?", "To find you a course and help you finish it")
    fill(desk, "Why do you ask?", "So that the tutor works from your plan.")
    press(desk, "Check the answers")
    press(desk, "Ask")

    phone = open_page(PHONE, user="customer")
    phone.goto("/me")
    says(phone, "Somebody asks if they may see more about you.")
    follow(phone, "Read it and answer")
    look(phone, "own-sharing-asked")
    follow(phone, "Answer")
    mark(phone, "Do you agree?", "Yes")
    look(phone, "own-share")
    press(phone, "Send my answer")
    says(phone, "Done. You can stop it at any time, here.", "They see: your plan.")
    follow(phone, "Stop sharing")
    look(phone, "own-stop")
    press(phone, "Stop sharing now")
    says(phone, "Stopped. They see it no more.")


def test_a_change_is_told_once(open_page: OpenPage, people: dict[str, SignIn]) -> None:
    phone = open_page(PHONE, user="customer")
    phone.goto("/me/tell")
    phone.get_by_role("link", name="Change My phone number").click()
    fill(phone, "Your new phone number", "12")
    press(phone, "Tell them")
    says(phone, "has too few digits for a phone number")
    look(phone, "own-tell-phone")
    fill(phone, "Your new phone number", "07700 900 999")
    press(phone, "Tell them")
    says(phone, "Thank you. It is written down.", "07700 900 999", "From you, today.", "has been told")
    look(phone, "own-told")
    follow(phone, "Who I care for")
    mark(phone, "Which is it?", "A child")
    says(phone, "Nobody who helps you may see this yet, so it is sent to nobody.")
    look(phone, "own-tell-caring")
    press(phone, "Tell them")
    says(phone, "A child", "Nobody has been told yet: of those who help you, nobody may see this.")
    follow(phone, "Let somebody see it")
    press(phone, "Let them see it")
    says(phone, "Choose one of the answers to \u201cWho may see it?\u201d.")
    look(phone, "own-let-see")
    mark(phone, "Who may see it?", home(people))
    mark(phone, "What may they see?", "Your home and family")
    mark(phone, "What is it for?", "Help with your home, your family or money")
    press(phone, "Let them see it")
    says(phone, "You agreed that they see your home and family", "find your name, birth date")
    phone.goto("/me/tell")
    says(phone, f"Now {home(people)} can see it.")


def test_a_supporter_acts_within_limits_until_it_ends(open_page: OpenPage) -> None:
    phone = open_page(PHONE, user="customer")
    phone.goto("/me/sharing")
    follow(phone, "Choose somebody")
    fill(phone, "Their name", "Sam Field")
    phone.get_by_label("Who they are to you (optional)").fill("My sister")
    mark(phone, "What may they do for you?", "See my questions and complaints, and put new ones")
    look(phone, "own-supporter")
    press(phone, "Choose them")
    says(phone, "Done. Give them this code.", "For Sam Field")
    code = phone.locator(".code").inner_text()
    look(phone, "own-supporter-code")

    sam = open_page(PHONE)
    enter(sam, code)
    says(sam, "You are here for", "What you do is kept as done by you.")
    expect(sam.get_by_role("main")).not_to_contain_text("Your next appointment")
    expect(sam.get_by_role("navigation", name="Main")).not_to_contain_text("My plan")
    look(sam, "own-supporter-home")
    sam.goto("/me/plan")
    says(sam, "The plan is not shown to you.")
    look(sam, "own-supporter-refused")
    sam.goto("/me/questions")
    follow(sam, "Ask a question")
    sam.get_by_role("group", name="Who is it for?").get_by_role("radio").first.check()
    fill(sam, "Your question", "May I come along on Friday?")

    # The page stays open while the right to it ends.
    phone.goto("/me/sharing")
    visit(phone, "supporter-code", "own-another-code")
    follow(phone, "End it")
    look(phone, "own-end-supporter")
    press(phone, "End it now")
    says(phone, "Ended. They see nothing more of yours.")
    press(sam, "Send my question")
    says(sam, "You could act for them until 9 August 2012.")
    look(sam, "own-supporter-ended")
    sam.goto("/me")
    says(sam, "You could act for them until 9 August 2012.")
    phone.goto("/me/questions")
    expect(phone.get_by_role("main")).not_to_contain_text("May I come along on Friday?")


def test_a_supporter_tells_a_change_for_them(open_page: OpenPage) -> None:
    phone = open_page(PHONE, user="customer")
    phone.goto("/me/sharing")
    follow(phone, "Choose somebody")
    fill(phone, "Their name", "Ruth Field")
    mark(phone, "What may they do for you?", "See how I am reached, and tell about changes")
    press(phone, "Choose them")
    ruth = open_page(PHONE)
    enter(ruth, phone.locator(".code").inner_text())
    follow(ruth, "Tell us something changed")
    expect(ruth.get_by_role("main")).not_to_contain_text("My health and work")
    ruth.get_by_role("link", name="Change My phone number").click()
    fill(ruth, "Your new phone number", "07700 900 111")
    press(ruth, "Tell them")
    says(ruth, "Thank you. It is written down.")
    look(ruth, "own-supporter-told")
    phone.goto("/me/tell")
    says(phone, "07700 900 111")
    phone.goto("/me/journey")
    says(phone, "Ruth Field, for you")
