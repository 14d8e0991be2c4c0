"""Everything can be done from the keyboard; with scripts on there are short ways too."""

from playwright.sync_api import Page, expect

from browser import axe
from conftest import OpenPage
from forms import first_customer

FOCUSED = "() => document.activeElement.id || document.activeElement.name || document.activeElement.innerText"


def book_form(page: Page) -> None:
    page.goto(first_customer(page, "/caseload"))
    page.get_by_role("main").locator("a[href$='/do/book']").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Book an appointment")


def test_the_first_tab_offers_to_skip_to_the_page(open_page: OpenPage) -> None:
    page = open_page(user="ben")
    page.goto("/caseload")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to main content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_be_focused()


def test_tab_reaches_every_field_of_a_form_in_order_and_shows_where_it_is(open_page: OpenPage) -> None:
    page = open_page(user="ben")
    book_form(page)
    page.get_by_role("main").focus()
    reached: list[str] = []
    for _ in range(40):
        page.keyboard.press("Tab")
        inside = page.evaluate("() => document.querySelector('main').contains(document.activeElement)")
        if not inside:
            break
        reached.append(page.evaluate(FOCUSED))
        outline = page.evaluate("() => getComputedStyle(document.activeElement).outlineStyle")
        assert outline != "none", f"Nothing shows that {reached[-1]} is where the keyboard is"
    fields = ["purpose", "day", "day-month", "day-year", "time", "minutes", "mode", "adviser", "office"]
    places = [next((at for at, one in enumerate(reached) if one.startswith(name)), -1) for name in fields]
    assert -1 not in places, f"Tab reaches {reached}, not all of {fields}"
    assert places == sorted(places), reached
    assert reached[-3:-1] == ["Book this appointment", "Cancel"], reached
    assert reached[-1].startswith("You see:"), reached


def test_short_ways_with_scripts_on(open_page: OpenPage) -> None:
    page = open_page(user="ben", scripts=True)
    page.goto("/today")
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.type("g c")
    expect(page.get_by_role("searchbox")).to_have_value("g c")
    page.get_by_role("heading", level=1).click()
    page.keyboard.type("gc")
    expect(page.get_by_role("heading", level=1)).to_have_text("Caseload")
    page.keyboard.press("?")
    expect(page.get_by_role("contentinfo").get_by_text("Go to the search box")).to_be_visible()
    axe(page)


def test_the_short_ways_can_be_switched_off_and_on_again(open_page: OpenPage) -> None:
    page = open_page(user="dana", scripts=True)
    page.goto("/keys")
    axe(page)
    page.get_by_role("button", name="Switch them off").click()
    expect(page.get_by_role("main")).to_contain_text("The keyboard shortcuts are off.")
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox")).not_to_be_focused()
    page.get_by_role("button", name="Switch them on").click()
    expect(page.get_by_role("main")).to_contain_text("The keyboard shortcuts are on.")
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox")).to_be_focused()
