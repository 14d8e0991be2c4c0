"""A referral goes down the chain: asked, refused with a reason, taken on, handed over, and the person told."""

from dataclasses import replace

from playwright.sync_api import Page, expect

from browser import PHONE, look
from conftest import OpenPage
from forms import MadeUp, choose, customers, fill, follow, mark, press, refer, register, says, somebody_new, visit

PRIMES = {"Northway Futures": "priya", "Calder Bridge Works": "marcus"}


def test_a_specialist_is_asked_and_takes_somebody_on(open_page: OpenPage, guest: str) -> None:
    prime = open_page(user="priya")
    prime.goto("/chain")
    says(prime, "Harbour Lights", "Specialist", "People whose health stands in the way of work")
    look(prime, "chain")
    customer = customers(prime, "/caseload?state=attached", but=guest)[0]
    prime.goto(customer)
    follow(prime, "Send them on")
    look(prime, "chain-send")
    press(prime, "Send them on")
    says(prime, "Choose one of the answers to “To whom?”.")
    mark(prime, "To whom?", "Harbour Lights")
    mark(prime, "Why?", "A specialist in what they need")
    fill(prime, "What they should know (optional)", "Mornings are hard for them.")
    press(prime, "Send them on")
    says(prime, "They stay with whoever has them", "Harbour Lights is asked to take them on")
    look(prime, "chain-asked")
    visit(prime, "take-back", "chain-take-back")

    desk = open_page(user="stella")
    desk.goto("/referrals")
    says(desk, "Sent to you (1)", "Northway Futures")
    look(desk, "chain-desk")
    desk.goto(customer)
    says(desk, "You are asked to take them on", "Mornings are hard for them.")
    expect(desk.get_by_role("main")).not_to_contain_text("01632")
    look(desk, "chain-offered")
    follow(desk, "You cannot take them on")
    look(desk, "chain-turn-down")
    mark(desk, "Why not?", "There is no place for them in the time")
    press(desk, "Say that you cannot")
    says(desk, "You see them no more.")
    desk.goto(customer)
    says(desk, "There is no customer here that you can open.")

    prime.goto(customer)
    prime.locator("summary", has_text="Where they were sent").click()
    says(prime, "Harbour Lights could not")
    visit(prime, "keep", "chain-keep")
    follow(prime, "Send them on")
    mark(prime, "To whom?", "Harbour Lights")
    mark(prime, "Why?", "The customer asked")
    press(prime, "Send them on")

    desk.goto("/referrals")
    follow(desk, "Take on")
    look(desk, "chain-take-on")
    choose(desk, "Adviser", "Kit Bell")
    press(desk, "Take them on")
    says(desk, "Taken on. You have them now.", "Kit Bell at Harbour Lights helps you now. You asked for this.")
    look(desk, "chain-taken")

    follow(desk, "Tell them")
    mark(desk, "How are they told?", "A letter given by hand")
    press(desk, "Check the answers")
    says(desk, "The letter, word for word", "you do not have to tell your story again")
    look(desk, "chain-letter")
    press(desk, "Record that they are told")
    says(desk, "It is recorded that they are told who has them now.")

    follow(desk, "Record a warm handover")
    choose(desk, "Who handed over?", "Priya Raman")
    choose(desk, "Who received?", "Kit Bell")
    mark(desk, "How?", "Face to face")
    press(desk, "Record the handover")
    says(desk, "A warm handover has the customer there.")
    desk.get_by_label("The customer was there and took part").check()
    look(desk, "chain-handover")
    press(desk, "Record the handover")
    says(desk, "The handover is recorded, with its three people.")

    phone = open_page(PHONE, user="stella")
    phone.goto(customer)
    look(phone, "chain-taken")
    phone.goto("/chain")
    says(phone, "You work for Northway Futures", "The standards you work to")
    look(phone, "chain")


def referred(page: Page, person: MadeUp) -> str:
    """Registers and refers somebody; who manages the provider that was drawn."""
    register(page, person)
    refer(page)
    drawn = [user for name, user in PRIMES.items() if name in page.get_by_role("main").inner_text()]
    assert len(drawn) == 1, "One provider is drawn, and named"
    return drawn[0]


def test_first_contact_is_made_against_its_standard(open_page: OpenPage) -> None:
    # Of an age at which a year's claim is enough.
    person = replace(somebody_new(), born="3 5 1981")
    prime = open_page(user=referred(open_page(user="dana"), person))
    prime.goto("/referrals")
    row = prime.get_by_role("row").filter(has_text=person.name)
    row.get_by_role("button", name="Acknowledge").click()
    prime.wait_for_load_state()
    says(prime, "First contact is to be made by")
    follow(prime, "Record a contact")
    mark(prime, "How?", "By phone")
    mark(prime, "Were they reached?", "No, or not known yet")
    press(prime, "Record the contact")
    says(prime, "Tried once: by phone.")
    follow(prime, "Record a contact")
    mark(prime, "How?", "By phone")
    mark(prime, "Were they reached?", "Yes")
    look(prime, "chain-contact")
    press(prime, "Record the contact")
    says(prime, "First contact on", "in time")
