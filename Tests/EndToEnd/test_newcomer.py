"""What a newcomer does in the demonstration: one customer, from registration to the payments their job has earned."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect

from browser import DESKTOP, PHONE, look, new_context, new_page, shot, sign_in
from forms import choose, fill, fill_day, follow, mark, press, says
from program import Program, demonstration

NAME = "Wilhelmina Testwick"
PRIMES = {"Northway Futures": ("priya", "ben", "Ben Okoro"), "Calder Bridge Works": ("marcus", "ruth", "Ruth Garside")}

Sit = Callable[[str], Page]


@pytest.fixture
def own_demo(binary: Path, tmp_path: Path) -> Iterator[Program]:
    """A demonstration of its own for each walk, because a walk moves its clock."""
    with demonstration(binary, tmp_path, customers=3) as program:
        yield program


@pytest.fixture(params=[DESKTOP, pytest.param(PHONE, marks=pytest.mark.slow)], ids=["desk", "phone"])
def size(request: pytest.FixtureRequest) -> ViewportSize:
    """The screen of a whole walk."""
    size: ViewportSize = request.param
    return size


@pytest.fixture
def sit(own_demo: Program, chromium: Browser, size: ViewportSize, request: pytest.FixtureRequest) -> Iterator[Sit]:
    """A fresh screen, scripts off, where that person has signed in."""
    opened: list[tuple[BrowserContext, Page]] = []

    def sit(user: str) -> Page:
        context = new_context(chromium, own_demo.address, size)
        page = new_page(context, scripts=False)
        opened.append((context, page))
        sign_in(page, own_demo.people[user])
        return page

    failed = request.session.testsfailed
    yield sit
    for number, (context, page) in enumerate(opened, start=1):
        if request.session.testsfailed > failed:
            shot(page, f"{request.node.name}-{number}", folder="failures")
        context.close()


def test_one_customer_from_referral_to_the_payment_their_job_has_earned(sit: Sit) -> None:
    dana = sit("dana")
    customer = register(dana)
    record_benefit(dana, "On it", "9/8/2011")
    hold_interview(dana)
    prime = refer(dana)
    check_the_draw(dana, customer, prime)

    manager, adviser, adviser_name = PRIMES[prime]
    take_on(sit(manager), adviser_name)
    book_and_send_notice(sit(adviser), customer)
    move_clock(dana, "21 8 2012")
    attend(sit(adviser), customer)
    record_job(sit(adviser), customer)
    move_clock(sit("dana"), "17 6 2013")
    dana = sit("dana")
    dana.goto(customer)
    record_benefit(dana, "Off it", "27/8/2012")
    prove(sit(adviser), customer)
    open_a_pound(sit("grace"), customer)


def register(page: Page) -> str:
    """A 31-year-old who was not on the register; the path of their page."""
    page.goto("/customers/new")
    look(page, "register")
    fill(page, "First name", NAME.split()[0])
    fill(page, "Family name", NAME.split()[1])
    fill_day(page, "Birth date", "3 5 1981")
    fill(page, "Address (optional)", "1 Example Row\nUnion Street\nAnytown")
    press(page, "Register this customer")
    expect(page.get_by_role("heading", level=1)).to_have_text(NAME)
    says(page, "31, born 3 May 1981")
    look(page, "customer-new")
    return "/customers/" + page.url.split("/customers/")[1].split("?")[0]


def record_benefit(page: Page, on: str, since: str) -> None:
    """The jobcentre knows, because it pays."""
    follow(page, "Record a benefit")
    choose(page, "Benefit", "(JSA)")
    mark(page, "On it or off it?", on)
    fill(page, "From", since)
    expect(page.get_by_label("Known", exact=True)).to_be_checked()
    look(page, "benefit")
    press(page, "Record this benefit")
    says(page, "The benefit is recorded.")


def hold_interview(page: Page) -> None:
    follow(page, "Work Programme")
    explained = page.get_by_role("group", name="Tick each thing").get_by_role("checkbox")
    expect(explained).not_to_have_count(0)
    for box in explained.all():
        box.check()
    page.get_by_label("The same was given in writing").check()
    look(page, "interview")
    press(page, "Record this interview")
    says(page, "The referral interview is recorded.")


def refer(page: Page) -> str:
    """The check page says why and what it means; the provider that was drawn is returned."""
    follow(page, "Refer to Work Programme")
    choose(page, "Benefit", "(JSA)")
    fill(page, "First day of the claim", "9/8/2011")
    look(page, "refer")
    press(page, "Check the answers")
    says(page, "Group 2", "taking part is required", "What joining means:", "Why group 2", "Met: ")
    look(page, "refer-check")
    press(page, "Refer, and draw the provider")
    says(page, "Referred. The provider has been drawn and told.", "group 2")
    look(page, "customer-referred")
    main = page.get_by_role("main").inner_text()
    drawn = [name for name in PRIMES if name in main]
    assert len(drawn) == 1, f"One of {list(PRIMES)} is drawn, and named:\n{main}"
    return drawn[0]


def check_the_draw(page: Page, customer: str, prime: str) -> None:
    """The area's register has the draw that the customer's page tells of, and says how to check it."""
    page.goto(customer)
    page.get_by_text("How the provider was drawn").click()
    told = re.search(r"Draw (\d+) in .+? gave the number", page.get_by_role("main").inner_text())
    assert told, "The customer's page does not say which draw it was"
    look(page, "customer-draw")
    follow(page, "the register of draws")
    row = page.get_by_role("row").filter(has=page.get_by_role("rowheader", name=told[1], exact=True))
    expect(row.first).to_contain_text(prime)
    says(page, "How anybody can check a draw", "allocate --check")
    look(page, "draws")


def take_on(page: Page, adviser: str) -> None:
    page.goto("/referrals")
    look(page, "inbox")
    page.get_by_role("row").filter(has_text=NAME).get_by_role("button", name="Acknowledge").click()
    says(page, "Acknowledged.")
    look(page, "customer-acknowledged")
    page.goto("/referrals")
    page.get_by_role("row").filter(has_text=NAME).get_by_role("link", name="Assign").click()
    choose(page, "Adviser", adviser)
    look(page, "assign")
    press(page, "Assign this adviser")
    says(page, "Assigned.", adviser)


def book_and_send_notice(page: Page, customer: str) -> None:
    page.goto(customer)
    look(page, "customer-adviser")
    follow(page, "Book")
    fill_day(page, "Day", "21 8 2012")
    fill(page, "Time", "9:30")
    look(page, "book")
    press(page, "Book this appointment")
    says(page, "Booked. Send the notice next.")
    follow(page, "Send a notice")
    look(page, "notice")
    press(page, "Check the answers")
    letter = page.locator("pre").inner_text()
    for words in (NAME, "9:30", "21 August 2012", "9 August 2012"):
        assert words in letter, f"The notice does not say {words}:\n{letter}"
    look(page, "notice-check")
    press(page, "Send this notice")
    says(page, "The notice is recorded, word for word.")
    kept = page.get_by_role("link", name="read it").get_attribute("href")
    assert kept
    assert page.request.get(kept).text().strip() == letter.strip()


def move_clock(page: Page, day: str) -> None:
    page.goto("/demonstration/clock")
    fill_day(page, "To a day", day)
    look(page, "clock")
    press(page, "Move to this day")
    says(page, "The demonstration clock has moved.")


def attend(page: Page, customer: str) -> None:
    page.goto("/today")
    expect(page.get_by_role("row").filter(has_text=NAME).first).to_be_visible()
    look(page, "today-appointment")
    page.goto(customer)
    look(page, "customer-first-appointment")
    follow(page, "Record")
    says(page, "It attaches")
    look(page, "attend")
    press(page, "Check the answers")
    says(page, "It attaches", "cannot be withdrawn")
    look(page, "attend-check")
    press(page, "Record that they came")
    says(page, "the customer is attached from that day")
    look(page, "customer-attached")


def record_job(page: Page, customer: str) -> None:
    """A job that starts next Monday."""
    page.goto(customer)
    follow(page, "Record a job")
    fill(page, "Employer", "Corner Bakery")
    fill(page, "First day", "27/8/2012")
    fill(page, "Hours a week", "30")
    look(page, "job")
    press(page, "Record this job")
    says(page, "The job is recorded.", "Corner Bakery")
    look(page, "customer-job")


def prove(page: Page, customer: str) -> None:
    page.goto(customer)
    look(page, "customer-before-proof")
    follow(page, "Record proof")
    page.get_by_label("Employer's confirmation").check()
    fill(page, "First day it covers", "27/8/2012")
    fill(page, "Last day it covers", "16/6/2013")
    # A photograph of a letter, of nine megabytes.
    letter = b"\xff\xd8\xff\xe0" + bytes(range(256)) * (9 * 4096)
    page.get_by_label("A photograph or scan of it (optional)").set_input_files(
        {"name": "letter.jpg", "mimeType": "image/jpeg", "buffer": letter}
    )
    look(page, "proof")
    press(page, "Record this proof")
    says(page, "The proof is recorded.")
    look(page, "customer-proven")
    with page.expect_download() as coming:
        page.get_by_role("link", name="Open it").first.click()
    assert Path(coming.value.path()).read_bytes() == letter


def open_a_pound(page: Page, customer: str) -> None:
    """The commissioner sees all three kinds of line for the customer, and opens one down to its events."""
    reference = f"customer {customer[-6:]}"
    page.goto("/payments")
    look(page, "payments")
    for kind in ("Attachment", "Job outcome", "Sustainment 1"):
        expect(page.get_by_role("link", name=f"{kind}, {reference}", exact=True)).to_be_visible()
    follow(page, f"Job outcome, {reference}")
    look(page, "payment-line")
    says(page, "£", "Where the amount comes from", "Counted", "It stands on")
    events = page.get_by_role("table").filter(has_text="It stands on")
    for event in ("job", "proof"):
        expect(events).to_contain_text(re.compile(event, re.IGNORECASE))
