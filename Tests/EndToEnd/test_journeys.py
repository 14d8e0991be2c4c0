"""The page of journeys: where people wait, who hands them to whom, and how one cohort differs from another."""

from collections.abc import Callable

from playwright.sync_api import Page

from browser import DESKTOP, PHONE, axe, shot

OpenPage = Callable[..., Page]


def test_a_commissioner_sees_where_people_wait_and_who_hands_them_to_whom(open_page: OpenPage) -> None:
    for size in (DESKTOP, PHONE):
        page = open_page(size, user="grace")
        page.goto("/payments")
        page.get_by_role("link", name="Journeys").click()
        assert page.get_by_role("heading", name="Where people wait longest").is_visible()
        assert page.get_by_role("heading", name="Who hands people to whom").is_visible()
        assert page.locator(".journey svg").is_visible()
        axe(page)
        shot(page, f"journeys-{size['width']}")
        everybody = page.locator("main p").first.inner_text()
        page.get_by_label("Organisation").select_option(index=1)
        page.get_by_role("button", name="Show these").click()
        assert page.locator("main p").first.inner_text() != everybody
        page.get_by_role("link", name="Show everybody").click()
        assert page.locator("main p").first.inner_text() == everybody


def test_a_period_that_is_none_is_told_where_it_was_typed(open_page: OpenPage) -> None:
    page = open_page(user="grace")
    page.goto("/journeys?from=2012-05-01&until=2012-04-01")
    assert page.get_by_role("link", name="The last day is before the first. Change one of them.").is_visible()
    axe(page)


def test_what_is_downloaded_tells_of_nobody_by_small_numbers(open_page: OpenPage) -> None:
    page = open_page(user="grace")
    page.goto("/journeys")
    for name, begins in [
        ("a page to explore (HTML)", "<!doctype html>"),
        ("the drawing (SVG)", "<svg"),
        ("the drawing for Graphviz (DOT)", "digraph journey"),
        ("the steps as a table (CSV)", "from,to,people"),
    ]:
        with page.expect_download() as waiting:
            page.get_by_role("link", name=name).click()
        text = waiting.value.path().read_text()
        assert text.startswith(begins)
        if begins.startswith("from"):
            assert all(int(line.split('",')[2].split(",")[0]) >= 5 for line in text.splitlines()[1:])


def test_others_are_told_that_journeys_are_not_for_them(open_page: OpenPage) -> None:
    page = open_page(user="dana")
    answer = page.goto("/journeys")
    assert answer is not None
    assert answer.status in (403, 404)
