"""People on paper alone, and how somebody is met safely: who enters what, and who is shown it."""

from playwright.sync_api import Page, expect

from browser import PHONE, look
from conftest import OpenPage
from forms import choose, fill, fill_day, follow, mark, press, says


def customers_of(page: Page) -> list[tuple[str, str]]:
    """The name and path of everybody on a caseload."""
    page.goto("/caseload")
    found: list[tuple[str, str]] = []
    for link in page.get_by_role("table").locator("a[href^='/customers/']").all():
        path = str(link.get_attribute("href"))
        if path.count("/") == 2:
            found.append((link.inner_text(), path))
    return found


def somebody_of(open_page: OpenPage, lead: Page) -> tuple[str, str, str, str]:
    """An adviser, a colleague, their manager, and the page of a customer whom the safeguarding lead's office keeps."""
    for adviser, colleague, manager in (
        ("ben", "Carys Morgan", "priya"),
        ("carys", "Ben Okoro", "priya"),
        ("ruth", "Ivan Petrov", "marcus"),
        ("ivan", "Ruth Garside", "marcus"),
    ):
        page = open_page(user=manager)
        for name, path in customers_of(open_page(user=adviser)):
            lead.goto(f"/search?q={name.replace(' ', '+')}")
            if not lead.locator(f"a[href='{path}']").count():
                continue
            page.goto(path)
            if page.get_by_role("link", name="Change the adviser").count():
                return adviser, colleague, manager, path
    raise AssertionError("The safeguarding lead finds nobody")


def test_a_named_officer_enters_a_line_from_paper(open_page: OpenPage) -> None:
    omar = open_page(user="omar")
    omar.goto("/today")
    follow(omar, "1 paper file")
    says(omar, "P-2011/3", "No line is entered.", "keep it so")
    look(omar, "paper")
    press(omar, "Enter this line")
    says(omar, "Choose one of the answers to “What is it for?”.")
    look(omar, "paper-wrong")
    choose(omar, "Paper reference", "P-2011/3")
    choose(omar, "Payment group", "Work Programme, group 2")
    mark(omar, "What is it for?", "Job outcome")
    choose(omar, "Provider", "Northway Futures")
    fill_day(omar, "Due on", "1 8 2012")
    fill(omar, "Amount in pounds", "1200")
    press(omar, "Enter this line")
    says(omar, "The line is entered, with your name and the paper reference.", "£1,200.00")
    look(omar, "paper-entered")
    phone = open_page(PHONE, user="omar")
    phone.goto("/paper")
    look(phone, "paper-entered")

    priya = open_page(user="priya")
    priya.goto("/payments")
    says(priya, "Clerical lines (1)", "Job outcome, paper P-2011/3", "Omar Haddad")
    look(priya, "paper-payments")
    tom = open_page(user="tom")
    tom.goto("/paper")
    says(tom, "You are the named officer of no paper file.")

    press(omar, "Take out Job outcome")
    says(omar, "The line is taken out.", "No line is entered.")
    priya.reload()
    expect(priya.get_by_role("main")).not_to_contain_text("Clerical lines")


def test_only_those_who_meet_somebody_see_how_to_do_it_safely(open_page: OpenPage) -> None:
    wren = open_page(user="wren")
    adviser, colleague, manager, customer = somebody_of(open_page, wren)
    ben, priya = open_page(user=adviser), open_page(user=manager)
    provider = "Northway Futures" if manager == "priya" else "Calder Bridge Works"
    ben.goto(customer)
    follow(ben, "How to meet them safely")
    look(ben, "safety-raise")
    press(ben, "Tell whoever meets them")
    says(ben, "Choose one or more of the answers to “What should whoever meets them do?”.")
    mark(ben, "What should whoever meets them do?", "Meet in a private room")
    fill(ben, "Anything else to do (optional)", "Leave the door ajar.")
    press(ben, "Tell whoever meets them")
    says(ben, "When you meet them", "Meet in a private room", "Leave the door ajar.")
    look(ben, "safety-customer")
    # Nobody meets them in a room before somebody says that they have one; by phone anybody talks to them.
    follow(ben, "Book an appointment")
    mark(ben, "What is it for?", "Review")
    fill_day(ben, "Day", "14 9 2012")
    fill(ben, "Time", "16:45")
    press(ben, "Book this appointment")
    says(ben, "This person needs something that this adviser is not marked for.")
    look(ben, "safety-booking")
    mark(ben, "How will you meet?", "By phone")
    press(ben, "Book this appointment")
    says(ben, "Booked")

    priya.goto(customer)
    expect(priya.get_by_role("main")).not_to_contain_text("When you meet them")
    expect(priya.get_by_role("main")).not_to_contain_text("Leave the door ajar.")

    wren.goto(customer)
    says(wren, "When you meet them", "Leave the door ajar.")
    look(wren, "safety-lead")
    follow(wren, "Keep it from their own page")
    look(wren, "safety-hide")
    mark(wren, "Are they shown this note on their own page and in their copy?", "No")
    press(wren, "Record this")
    says(wren, "It is not shown to them.")
    wren.goto("/safety-notices")
    says(wren, "Meet in a private room", "Holds until")
    look(wren, "safety-notices")

    # Whoever gives them another adviser learns who suits, and neither what is needed nor why.
    priya.goto(customer)
    follow(priya, "Change the adviser")
    choose(priya, "Adviser", f"{colleague}, {provider}")
    priya.get_by_role("group", name="Why does the adviser change?").get_by_role("radio").first.check()
    mark(priya, "A last meeting with both advisers?", "They do not want one")
    press(priya, "Change the adviser")
    says(priya, "This person needs something that this adviser is not marked for.")
    expect(priya.get_by_role("main")).not_to_contain_text("room")
    look(priya, "safety-suits")
    priya.goto("/advisers")
    priya.get_by_role("group", name=f"{colleague}:").get_by_label("Has a private room").check()
    look(priya, "safety-advisers")
    press(priya, f"Save for {colleague}")
    priya.goto(customer)
    follow(priya, "Change the adviser")
    choose(priya, "Adviser", f"{colleague}, {provider} (suits them)")
    priya.get_by_role("group", name="Why does the adviser change?").get_by_role("radio").first.check()
    mark(priya, "A last meeting with both advisers?", "They do not want one")
    press(priya, "Change the adviser")
    says(priya, "The adviser is changed", colleague)

    carys = open_page(PHONE, user=colleague.split()[0].lower())
    carys.goto(customer)
    says(carys, "When you meet them", "Leave the door ajar.")
    look(carys, "safety-customer")
    follow(carys, "Look at it again")
    look(carys, "safety-review")
    mark(carys, "Is it still needed?", "No, it ends now")
    press(carys, "Record the review")
    expect(carys.get_by_role("main")).not_to_contain_text("When you meet them")


def test_a_customer_says_whom_they_would_rather_see(open_page: OpenPage) -> None:
    phone = open_page(PHONE, user="customer")
    phone.goto("/me/people")
    follow(phone, "Say whom you would rather see")
    look(phone, "own-wish")
    mark(phone, "Whom would you rather see?", "A woman")
    press(phone, "Send my answer")
    says(phone, "Thank you.", "You would rather see a woman.")
    look(phone, "own-people-wish")
    follow(phone, "Say whom you would rather see")
    mark(phone, "Whom would you rather see?", "I do not mind")
    press(phone, "Send my answer")
    expect(phone.get_by_role("main")).not_to_contain_text("You would rather see")
