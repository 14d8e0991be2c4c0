"""Every page of every role, held to what every page is held to."""

import re

import pytest
from playwright.sync_api import ViewportSize, expect

from browser import DESKTOP, PHONE, look
from conftest import OpenPage
from forms import customers, first_customer, says

# The pages each role starts from, each by a person who has the role, and the empty states of lists that can be empty.
STARTS = [
    ("dana", "today", "/today"),
    ("dana", "caseload", "/caseload"),
    ("dana", "search", "/search?q=a"),
    ("dana", "search-empty", "/search?q=Nobody+Ofthisname"),
    ("dana", "search-start", "/search"),
    ("dana", "register", "/customers/new"),
    ("dana", "areas", "/areas"),
    ("dana", "clock", "/demonstration/clock"),
    ("omar", "today", "/today"),
    ("omar", "caseload", "/caseload"),
    ("harriet", "today", "/today"),
    ("sunil", "act-as", "/act-as"),
    ("ben", "keys", "/keys"),
    ("ben", "today", "/today"),
    ("ben", "caseload", "/caseload"),
    ("ben", "caseload-empty", "/caseload?q=Nobody+Ofthisname"),
    ("priya", "referrals", "/referrals"),
    ("priya", "caseload", "/caseload"),
    ("priya", "payments", "/payments"),
    ("grace", "payments", "/payments"),
    ("grace", "payments-empty", "/payments?from=1990-01-01&until=1990-01-02"),
    ("grace", "areas", "/areas"),
    ("alan", "payments", "/payments"),
    ("admin", "areas", "/areas"),
]
# The pages most used away from a desk are looked at on a phone on every change, the others in `make check-all`.
ON_A_PHONE = {("ben", "today"), ("ben", "caseload"), ("dana", "today")}

BOTH = pytest.mark.parametrize("size", [DESKTOP, pytest.param(PHONE, marks=pytest.mark.slow)], ids=["desk", "phone"])


def sizes() -> list[object]:
    return [
        pytest.param(
            size,
            *start,
            id=f"{start[0]}-{start[1]}-{name}",
            marks=[] if size == DESKTOP or start[:2] in ON_A_PHONE else [pytest.mark.slow],
        )
        for start in STARTS
        for name, size in (("desk", DESKTOP), ("phone", PHONE))
    ]


@pytest.mark.parametrize(("size", "user", "name", "path"), sizes())
def test_a_page_of_a_role(open_page: OpenPage, size: ViewportSize, user: str, name: str, path: str) -> None:
    page = open_page(size, user=user)
    answer = page.goto(path)
    assert answer is not None
    assert answer.status == 200
    expect(page.get_by_role("heading", level=1)).to_have_count(1)
    expect(page.get_by_role("main")).not_to_have_text(re.compile(r"^\s*$"))
    look(page, f"{user}-{name}")


@BOTH
def test_every_page_about_a_customer_that_an_adviser_can_open(open_page: OpenPage, size: ViewportSize) -> None:
    """The customer's page leads to each form that can be sent about them, opened here with nothing sent."""
    page = open_page(size, user="ben")
    seen: set[str] = set()
    for customer in customers(page, "/caseload"):
        page.goto(customer)
        forms = [str(link.get_attribute("href")) for link in page.locator("main a[href*='/do/']").all()]
        new = {path.split("/do/")[1].split("/")[0]: path for path in forms}
        if not new.keys() - seen:
            continue
        look(page, f"ben-customer-{len(seen)}")
        for form, path in new.items():
            if form not in seen:
                seen.add(form)
                page.goto(path)
                expect(page.get_by_role("heading", level=1)).to_have_count(1)
                look(page, f"ben-{form}")
    assert {"book", "job"} <= seen, f"Only {sorted(seen)} are offered"


def test_a_customers_page_on_a_phone(open_page: OpenPage) -> None:
    page = open_page(PHONE, user="ben")
    page.goto(first_customer(page, "/caseload"))
    look(page, "ben-customer")


@BOTH
def test_what_stands_behind_a_payment(open_page: OpenPage, size: ViewportSize) -> None:
    page = open_page(size, user="grace")
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
