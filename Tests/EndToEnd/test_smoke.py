"""The demonstration is up, and a wrong turning is met kindly."""

from playwright.sync_api import Page, expect

from browser import axe, fits, shot


def test_the_health_check_answers(page: Page) -> None:
    assert page.request.get("/healthz").status == 200


def test_an_unknown_page_says_so_and_offers_a_way_on(page: Page, phone: Page) -> None:
    for screen in (page, phone):
        answer = screen.goto("/no-such-page")
        assert answer is not None
        assert answer.status == 404
        expect(screen.get_by_role("heading", level=1)).to_have_count(1)
        expect(screen.get_by_role("main").get_by_role("link")).not_to_have_count(0)
        axe(screen)
        fits(screen)
        shot(screen, "not-found")
