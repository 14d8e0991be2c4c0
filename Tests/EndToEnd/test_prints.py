"""What is printed is what is read: the record without the ways around it."""

from io import BytesIO

import pytest
from playwright.sync_api import Page, ViewportSize
from pypdf import PdfReader

from browser import ARTEFACTS, fits
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


# What is left of A4 between the margins of the style sheet, in pixels of 96 to the inch.
PAPER = {"width": round((210 - 2 * 16) / 25.4 * 96), "height": round((297 - 2 * 18) / 25.4 * 96)}


@pytest.mark.slow
def test_journeys_print_without_their_form_and_the_drawing_fits_the_paper(open_page: OpenPage) -> None:
    page = open_page(user="grace")
    page.goto("/journeys")
    first, second = page.locator("h2", has_text=" beside ").inner_text().split(" beside ")
    text = " ".join(sheet.extract_text() for sheet in printed(page, "journeys").pages)
    for kept in ("Where people wait longest", "Who hands people to whom", f"First referred in {first}", second):
        assert kept in " ".join(text.split()), f"{kept} is not printed"
    for pressed in (
        "Show these",
        "Steps drawn, at most",
        "Download both",
        "This is an example",
        "Every step that five people or more took",
    ):
        assert pressed not in text, f"{pressed} is printed"
    page.set_viewport_size(ViewportSize(width=PAPER["width"], height=PAPER["height"]))
    page.emulate_media(media="print")
    fits(page)
    for drawing in page.locator(".journey svg").all():
        box = drawing.bounding_box()
        assert box is not None
        assert box["width"] <= PAPER["width"]
        assert box["height"] <= PAPER["height"]
