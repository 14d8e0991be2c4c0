"""Every page of every role, held to what every page is held to."""

import re
from collections.abc import Collection, Iterable
from html import unescape

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from browser import DESKTOP, PHONE, look
from conftest import OpenPage
from forms import customers, fill, first_customer, press, register, says, somebody_new

# The pages each role starts from, each by a person who has the role, and the empty states of lists that can be empty.
STARTS = [
    ("dana", "dana-today", "/today"),
    ("dana", "dana-caseload", "/caseload"),
    ("dana", "dana-search", "/search?q=a"),
    ("dana", "dana-search-empty", "/search?q=Nobody+Ofthisname"),
    ("dana", "dana-search-start", "/search"),
    ("dana", "dana-register", "/customers/new"),
    ("dana", "dana-areas", "/areas"),
    ("dana", "dana-clock", "/demonstration/clock"),
    ("omar", "omar-today", "/today"),
    ("omar", "omar-caseload", "/caseload"),
    ("harriet", "harriet-today", "/today"),
    ("imran", "imran-shared", "/shared"),
    ("sunil", "sunil-act-as", "/act-as"),
    ("ben", "ben-keys", "/keys"),
    ("ben", "ben-today", "/today"),
    ("ben", "ben-caseload", "/caseload"),
    ("ben", "ben-caseload-empty", "/caseload?q=Nobody+Ofthisname"),
    ("priya", "priya-referrals", "/referrals"),
    ("priya", "priya-caseload", "/caseload"),
    ("priya", "priya-payments", "/payments"),
    ("grace", "grace-payments", "/payments"),
    ("grace", "grace-payments-empty", "/payments?from=1990-01-01&until=1990-01-02"),
    ("grace", "grace-areas", "/areas"),
    ("alan", "alan-payments", "/payments"),
    ("admin", "admin-areas", "/areas"),
]
# The pages most used away from a desk are looked at on a phone on every change; all are in `make check-all` (`look`).
ON_A_PHONE = {"ben-today", "ben-caseload", "dana-today"}

# Where customers stand, by the words of a caseload's address.
STATES = ["registered", "waiting", "acknowledged", "queried", "assigned", "attached", "in-work", "ended"]
# Where the pages of a customer's plan, assessment, sharing and circumstances are opened too: what is offered on them is
# the same wherever else a customer stands.
WITH_PARTS = {"registered", "attached"}
PART = re.compile(r'href="(/customers/[^/"]+/(?:assessment|circumstances|plan|sharing))"')
# A link to a form, or a button that sends it from where it stands.
FORM = re.compile(r'(?:href|action)="(/customers/[^/"]+/do/([^/"?]+)[^"]*)"')
# Forms that somebody is offered whichever way the draws of the demonstration fall.
ALWAYS = {
    "acknowledge",
    "answer",
    "attend",
    "book",
    "change-adviser",
    "interview",
    "job",
    "miss",
    "query",
    "withdraw-end",
}


@pytest.mark.parametrize(
    ("size", "user", "name", "path"),
    [
        pytest.param(size, *start, id=f"{start[1]}-{kind}")
        for start in STARTS
        for kind, size in (("desk", DESKTOP), ("phone", PHONE))
        if size == DESKTOP or start[1] in ON_A_PHONE
    ],
)
def test_a_page_of_a_role(open_page: OpenPage, size: ViewportSize, user: str, name: str, path: str) -> None:
    page = open_page(size, user=user)
    answer = page.goto(path)
    assert answer is not None
    assert answer.status == 200
    expect(page.get_by_role("heading", level=1)).to_have_count(1)
    expect(page.get_by_role("main")).not_to_have_text(re.compile(r"^\s*$"))
    look(page, name)


def offered(page: Page, customer: str, *, with_parts: bool) -> dict[str, str]:
    """The forms that the pages about a customer lead to, by name, each at the first address it is offered at."""
    first = page.request.get(customer).text()
    parts = dict.fromkeys(PART.findall(first)) if with_parts else {}
    found: dict[str, str] = {}
    for text in [first, *(page.request.get(part).text() for part in parts)]:
        for address, form in FORM.findall(text):
            found.setdefault(form, unescape(address))
    return found


def open_form(page: Page, address: str, name: str) -> None:
    """Opens a form with nothing sent."""
    answer = page.goto(address)
    assert answer is not None
    assert answer.status == 200, f"{address} is offered, and answers {answer.status}"
    expect(page.get_by_role("heading", level=1)).to_have_count(1)
    look(page, name)


def open_forms(page: Page, name: str, states: Iterable[str], but: Collection[str] = ()) -> dict[str, str]:
    """Opens each form that the reader is offered about customers in these states, once.

    Returns the addresses of those opened, by the name of the form.
    """
    opened: dict[str, str] = {}
    for state in states:
        for number, customer in enumerate(customers(page, f"/caseload?state={state}")):
            for form, address in offered(page, customer, with_parts=number < 2 and state in WITH_PARTS).items():
                if form not in but and form not in opened:
                    opened[form] = address
                    open_form(page, address, f"{name}-{form}")
    return opened


def test_every_form_about_a_customer_that_somebody_is_offered(open_page: OpenPage) -> None:
    """Which provider a customer is drawn to differs from run to run, so the manager of each is asked."""
    opened: dict[str, str] = {}
    for user in ("ben", "priya", "marcus", "dana"):
        page = open_page(user=user)
        new = open_forms(page, user, STATES, but=opened)
        # A demonstration begins before its first appointment of the day, and has no outcome to be recorded; whoever may
        # cancel an appointment may open the forms for it.
        for form in ("attend", "miss"):
            if "cancel" in new and form not in new:
                new[form] = new["cancel"].replace("/do/cancel/", f"/do/{form}/")
                open_form(page, new[form], f"{user}-{form}")
        opened |= new
    assert opened.keys() >= ALWAYS, f"Nobody is offered {sorted(ALWAYS - opened.keys())}, only {sorted(opened)}"


@pytest.mark.slow
@pytest.mark.parametrize("user", ["ben", "priya", "dana"])
def test_every_form_about_a_customer_in_every_state(open_page: OpenPage, user: str) -> None:
    page = open_page(user=user)
    for state in STATES:
        for customer in customers(page, f"/caseload?state={state}")[:1]:
            page.goto(customer)
            look(page, f"{user}-customer-{state}")
        assert open_forms(page, f"{user}-{state}", [state]) or not customers(page, f"/caseload?state={state}")


def test_a_customers_whole_journey_and_who_looked(open_page: OpenPage) -> None:
    page = open_page(user="omar")
    customer = first_customer(page, "/caseload")
    expect(page.locator("summary", has_text="Why can I see these people?")).to_have_count(1)
    for name, part, heading in (("omar-looks", "looks", "Who looked"), ("omar-journey", "journey", "Journey")):
        answer = page.goto(f"{customer}/{part}")
        assert answer is not None
        assert answer.status == 200
        expect(page.get_by_role("heading", level=1)).to_have_text(heading)
        says_why(page)
        look(page, name)


def says_why(page: Page) -> None:
    """Why the page may be seen opens by the keyboard with no scripts, and is not printed."""
    why = page.locator("details", has=page.locator("summary", has_text="You see:"))
    ground = why.get_by_role("listitem").first
    expect(ground).to_be_hidden()
    why.locator("summary").focus()
    page.keyboard.press("Enter")
    expect(ground).to_be_visible()
    expect(ground).to_contain_text("Seen by the jobcentre that holds this person's claim")
    page.emulate_media(media="print")
    expect(why).to_be_hidden()
    page.emulate_media(media="screen")


@pytest.mark.parametrize(
    ("name", "path", "status"),
    [
        ("no-page", "/no-such-page", 404),
        ("no-customer", "/customers/0190a5c2-5d3e-7c52-8b1e-0d9f3a1c2b4d", 404),
        ("no-way", "/sign-out", 405),
    ],
    ids=["page", "customer", "way"],
)
def test_what_is_not_there_for_somebody_signed_in(open_page: OpenPage, name: str, path: str, status: int) -> None:
    page = open_page(user="dana")
    answer = page.goto(path)
    assert answer is not None
    assert answer.status == status
    expect(page.get_by_role("main").get_by_role("link")).not_to_have_count(0)
    look(page, name)


def test_what_is_too_long_to_be_read(open_page: OpenPage) -> None:
    page = open_page(user="dana")
    page.goto("/customers/new")
    fill(page, "Address (optional)", "x" * 70_000)
    with page.expect_response(lambda answer: answer.request.method == "POST") as answer:
        press(page, "Register this customer")
    assert answer.value.status == 413
    expect(page.get_by_role("heading", level=1)).to_have_text("That is too long")
    says(page, "shorten the longest answer")
    look(page, "too-long")


def test_what_is_not_written_in_unicode(open_page: OpenPage) -> None:
    page = open_page(user="dana")
    page.goto("/customers/new")
    button = page.get_by_role("button", name="Register this customer")
    button.evaluate("button => { button.form.acceptCharset = 'iso-8859-1' }")
    fill(page, "First name", "André")
    with page.expect_response(lambda answer: answer.request.method == "POST") as answer:
        press(page, "Register this customer")
    assert answer.value.status == 400
    expect(page.get_by_role("heading", level=1)).to_have_text("This could not be read")
    look(page, "unreadable")


def test_a_form_that_somebody_else_has_overtaken(open_page: OpenPage) -> None:
    page, other = open_page(user="dana"), open_page(user="omar")
    customer = register(page, somebody_new())
    for reader in (page, other):
        reader.goto(f"{customer}/do/correct")
    fill(other, "Phone number (optional)", "01632 960111")
    press(other, "Save the corrected details")
    says(other, "01632 960111")
    fill(page, "First name", "Rosie")
    press(page, "Save the corrected details")
    expect(page.get_by_role("alert")).to_be_focused()
    says(page, "changed this record", "Nothing you typed is lost")
    expect(page.get_by_label("First name")).to_have_value("Rosie")
    look(page, "overtaken")


def test_a_customers_page_on_a_phone(open_page: OpenPage) -> None:
    page = open_page(PHONE, user="ben")
    page.goto(first_customer(page, "/caseload"))
    look(page, "ben-customer")


def test_what_stands_behind_a_payment(open_page: OpenPage) -> None:
    page = open_page(user="grace")
    page.goto("/payments")
    page.locator("main a[href*='/payments/line']").last.click()
    says(page, "Where the amount comes from", "It stands on")
    look(page, "grace-line")
    page.get_by_role("navigation", name="Where you are").get_by_role("link").last.click()
    look(page, "grace-why")
    page.goto("/areas")
    page.locator("main a[href$='/draws']").first.click()
    look(page, "grace-draws")
    page.goto(re.sub("draws$", "shares", page.url))
    look(page, "grace-shares")
