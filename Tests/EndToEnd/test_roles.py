"""One person may have several roles, and acts in one of them at a time."""

from playwright.sync_api import expect

from conftest import OpenPage


def test_an_adviser_who_also_manages_goes_on_as_manager_and_back(open_page: OpenPage) -> None:
    page = open_page(user="sunil")
    page.goto("/today")
    page.get_by_role("link", name="Act as…").click()
    expect(page.get_by_label("Provider adviser at Stepping Stone Trust")).to_be_checked()
    earlier = page.context.new_page()
    earlier.goto("/tokens")
    page.get_by_label("Provider manager at Stepping Stone Trust").check()
    page.get_by_role("button", name="Act in this role").click()
    expect(page.get_by_role("main")).to_contain_text("You act in this role now.")
    expect(page.get_by_role("heading", level=1)).to_have_text("Referrals")
    # What was opened as an adviser is not sent as a manager.
    earlier.get_by_label("What will use it?").fill("The old rota")
    earlier.get_by_role("button", name="Make this token").click()
    expect(earlier.get_by_role("main")).to_contain_text("act in another role since")
    page.goto("/tokens")
    expect(page.get_by_role("main")).not_to_contain_text("The old rota")
    page.get_by_role("link", name="Act as…").click()
    page.get_by_label("Provider adviser at Stepping Stone Trust").check()
    page.get_by_role("button", name="Act in this role").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Today")
