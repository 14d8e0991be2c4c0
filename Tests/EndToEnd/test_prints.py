"""What is printed is what is read: the record without the ways around it."""

from io import BytesIO

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from browser import ARTEFACTS
from conftest import OpenPage
from forms import first_customer


def printed(page: Page, name: str) -> PdfReader:
    """The page as it comes out of a printer on A4, kept in artefacts/prints."""
    path = ARTEFACTS / "prints" / f"{name}.pdf"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(page.pdf(format="A4"))
    return PdfReader(BytesIO(path.read_bytes()))


@pytest.mark.slow
def test_a_customers_page_prints_without_its_navigation(open_page: OpenPage) -> None:
    page = open_page(user="ben")
    page.goto(first_customer(page, "/caseload"))
    name = page.get_by_role("heading", level=1).inner_text()
    links = page.get_by_role("navigation").get_by_role("link").all_inner_texts()
    buttons = [text for text in page.get_by_role("button").all_inner_texts() if text]
    assert {"Today", "Caseload", "Draws"} <= set(links)
    assert "Sign out" in buttons
    paper = printed(page, "customer")
    text = " ".join(sheet.extract_text() for sheet in paper.pages)
    for kept in (name, "Appointments", "Journey", "Simulated data"):
        assert kept in text, f"{kept} is not printed"
    ways = {*links, *buttons, "Skip to main content", "Move the clock", "Keyboard", "Book an appointment"}
    assert not [way for way in sorted(ways) if way in text], text
