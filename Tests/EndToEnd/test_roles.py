"""One person may have several roles, and acts in one of them at a time."""

from playwright.sync_api import expect

from conftest import OpenPage


def test_an_adviser_who_also_manages_goes_on_as_manager_and_back(open_page: OpenPage) -> None:
    page = open_page(user="sunil")
    page.goto("/today")
    page.get_by_role("link", name="Act as…").click()
    expect(page.get_by_label("Provider adviser at Stepping Stone Trust")).to_be_checked()
    page.get_by_label("Provider manager at Stepping Stone Trust").check()
    page.get_by_role("button", name="Act in this role").click()
    expect(page.get_by_role("main")).to_contain_text("You act in this role now.")
    expect(page.get_by_role("heading", level=1)).to_have_text("Referrals")
    page.get_by_role("link", name="Act as…").click()
    page.get_by_label("Provider adviser at Stepping Stone Trust").check()
    page.get_by_role("button", name="Act in this role").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Today")
