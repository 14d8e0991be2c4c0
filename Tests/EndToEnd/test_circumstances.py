"""A change told once reaches everybody whose records it touches; each applies it, or another version is weighed."""

from playwright.sync_api import Page, expect

from browser import PHONE, look
from conftest import OpenPage
from forms import choose, fill, follow, mark, press, register, says, somebody_new


def share(page: Page, customer: str, organisation: str) -> None:
    """Records that the customer agreed that an organisation may reach them."""
    page.goto(customer + "/do/share")
    choose(page, "Which organisation?", organisation)
    mark(page, "What may it see?", "Name and birth date")
    mark(page, "What may it see?", "Address, phone, e-mail and how to talk with them")
    mark(page, "What is it for?", "To help you find and keep work")
    mark(page, "How did they tell you?", "In person")
    press(page, "Check the answers")
    press(page, "Record that they agreed")


def tell(page: Page, customer: str, kind: str, label: str, words: str) -> None:
    """Tells one change, as the customer told it in person."""
    page.goto(f"{customer}/do/tell-change/{kind}")
    fill(page, label, words)
    mark(page, "How did they tell you?", "In person")
    press(page, "Record it and pass it on")
    says(page, "Recorded, and passed on")


def test_a_phone_number_is_told_once(open_page: OpenPage) -> None:
    council = open_page(user="nell")
    person = somebody_new()
    customer = register(council, person)
    for organisation in ("Union Street Jobcentre", "Northway Futures"):
        share(council, customer, organisation)

    council.goto(customer)
    follow(council, "Contacts, household and other circumstances")
    says(council, "Nobody has told us.", "Not yours to see or to record: household and caring, health, convictions")
    look(council, "circumstances-start")
    follow(council, "Change Phone number")
    fill(council, "Phone number", "12")
    press(council, "Record it and pass it on")
    says(council, "Choose one of the answers to “How did they tell you?”")
    mark(council, "How did they tell you?", "In person")
    press(council, "Record it and pass it on")
    says(council, "too few digits for a phone number")
    look(council, "circumstances-wrong")
    tell(council, customer, "phone", "Phone number", "07700 900123")
    says(council, "Applied in 0 of 2.", "Union Street Jobcentre: not acknowledged yet")
    look(council, "circumstances-told")

    jobcentre = open_page(user="dana")
    jobcentre.goto("/today")
    waiting = jobcentre.get_by_role("row").filter(has_text=person.name)
    expect(waiting).to_contain_text("Told us: new phone number (customer → all), applied in 0 of 2.")
    look(jobcentre, "circumstances-today")
    waiting.get_by_role("link", name="Open").click()
    press(jobcentre, "Acknowledge (new phone number)")
    says(jobcentre, "Acknowledged. Say when your own records hold it.", "Us: acknowledged on 9 August 2012")
    look(jobcentre, "circumstances-acknowledged")
    press(jobcentre, "Our records hold it (new phone number)")
    says(jobcentre, "Applied in 1 of 2.", "Us: applied on 9 August 2012")

    provider = open_page(PHONE, user="ben")
    provider.goto("/today")
    waiting = provider.get_by_role("row").filter(has_text=person.name)
    expect(waiting).to_contain_text("applied in 1 of 2")
    waiting.get_by_role("link", name="Open").click()
    look(provider, "circumstances-provider")
    press(provider, "Our records hold it (new phone number)")
    says(provider, "Recorded: your own records hold it.")

    council.goto(customer + "/circumstances")
    council.locator("summary", has_text="Changes that are settled (1)").click()
    says(council, "Applied everywhere", "Applied in 2 of 2.", "07700 900123")
    look(council, "circumstances-applied")


def test_an_address_is_disputed_and_decided(open_page: OpenPage) -> None:
    council = open_page(user="nell")
    customer = register(council, somebody_new())
    share(council, customer, "Northway Futures")
    tell(council, customer, "address", "Address", "2 Low Street, Ashcombe")

    provider = open_page(user="ben")
    provider.goto(customer + "/circumstances")
    follow(provider, "Dispute")
    mark(provider, "What do you hold?", "Another version")
    fill(provider, "Address", "3 Mill Lane, Ashcombe")
    fill(provider, "Why", "A letter to it was answered last week.")
    look(provider, "circumstances-dispute")
    press(provider, "Dispute it")
    says(provider, "Both versions are kept", "2 Low Street, Ashcombe", "3 Mill Lane, Ashcombe")
    expect(provider.get_by_role("link", name="Decide which stands")).to_have_count(0)

    council.goto("/today")
    says(council, "A new address is disputed since 9 August 2012.")
    council.goto(customer + "/circumstances")
    look(council, "circumstances-disputed")
    follow(council, "Decide which stands")
    press(council, "Record the decision")
    says(council, "Choose one of the answers to “Which version stands?”", "Fill in “Why”.")
    mark(council, "Which version stands?", "Northway Futures: 3 Mill Lane, Ashcombe")
    fill(council, "Why", "She showed her new tenancy.")
    look(council, "circumstances-decide")
    press(council, "Record the decision")
    says(council, "The other version is kept", "3 Mill Lane, Ashcombe")
    council.locator("summary", has_text="Changes that are settled (1)").click()
    says(council, "2 Low Street, Ashcombe", "The version of Northway Futures stands.")
    council.goto(customer)
    says(council, "3 Mill Lane, Ashcombe")

    phone = open_page(PHONE, user="nell")
    phone.goto(customer + "/circumstances")
    look(phone, "circumstances")


def test_a_call_is_checked_and_a_dead_number_is_doubtful(open_page: OpenPage) -> None:
    council = open_page(user="nell")
    customer = register(council, somebody_new())
    council.goto(customer + "/do/tell-change/phone")
    fill(council, "Phone number", "07700 900222")
    mark(council, "How did they tell you?", "By phone")
    press(council, "Record it and pass it on")
    says(council, "Check who is calling before you take a change by phone")

    check = open_page(user="nell")
    check.goto(customer + "/do/caller-check")
    mark(check, "Who said they were calling?", "The customer")
    mark(check, "What did you ask?", "Their birth date")
    mark(check, "Did it pass?", "Yes")
    press(check, "Record the check")
    says(check, "One thing that others may know is not enough to pass.")
    mark(check, "What did you ask?", "Their address")
    look(check, "circumstances-caller")
    press(check, "Record the check")
    says(check, "The check is recorded. The answers are not.", "Passed")

    press(council, "Record it and pass it on")
    says(council, "07700 900222")
    follow(council, "It did not reach them")
    mark(council, "What happened?", "The number is not in service")
    press(council, "Mark it doubtful")
    says(council, "Doubtful: ask the next time you speak", "Phone number: the number is not in service")
    look(council, "circumstances-doubtful")
    council.goto(customer)
    says(council, "Doubtful")
    follow(council, "Contacts, household and other circumstances")
    follow(council, "Record another, or say that it is right")
    mark(council, "How did they tell you?", "In person")
    press(council, "Record it and pass it on")
    expect(council.get_by_role("main")).not_to_contain_text("Doubtful: ask")


def test_convictions_are_not_recorded_without_a_ground(open_page: OpenPage) -> None:
    council = open_page(user="nell")
    customer = register(council, somebody_new())
    council.goto(customer + "/do/tell-change/convictions")
    says(council, "You have no ground in law to hold convictions here, so do not record it.")
    look(council, "circumstances-no-ground")
