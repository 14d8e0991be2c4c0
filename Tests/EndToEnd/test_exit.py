"""Somebody leaves the benefit and comes back, then leaves the programme.

The jobcentre says why, the provider hands back with a summary they have seen, and they read it on their own page."""

import re

from playwright.sync_api import Page

from browser import PHONE, enter, look
from conftest import OpenPage
from forms import choose, code_for, customers, fill, fill_day, follow, mark, press, says


def comes_back(page: Page, customer: str) -> str:
    """Off the benefit for the first week of August and then back; the last day of the time that remains."""
    page.goto(customer)
    benefits = set(re.findall(r"\bOn ([A-Z]+) from", page.get_by_role("main").inner_text()))
    assert benefits, "Nothing says which benefit they are on"
    for benefit in sorted(benefits):
        follow(page, "Record a benefit")
        choose(page, "Benefit", f"({benefit})")
        mark(page, "On it or off it?", "Off it")
        fill(page, "From", "1/8/2012")
        fill(page, "Last day (optional)", "8/8/2012")
        press(page, "Record this benefit")
        says(page, "The benefit is recorded.")
    follow(page, "Back on benefit")
    says(page, "They go back to", "for the time that remains: until")
    left = re.search(r"until (\d+ \w+ \d{4})", page.get_by_role("main").inner_text())
    assert left, "The form does not say how long remains"
    fill_day(page, "Day of the new claim", "9 8 2012")
    look(page, "return-form")
    press(page, "Record the return")
    says(page, "The return is recorded.", f"On 9 August 2012, for the time that remains: until {left[1]}")
    return left[1]


def test_moved_to_work_choice_and_handed_back(open_page: OpenPage, guest: str) -> None:
    for user in ("carys", "joan", "ruth", "ivan"):
        provider = open_page(user=user)
        # The one who has a page of their own is left to the tests of that page.
        attached = customers(provider, "/caseload?state=attached", but=guest)
        if attached:
            break
    customer = attached[0]
    jobcentre = None
    for name in ("dana", "tom", "harriet"):
        page = open_page(user=name)
        page.goto(customer)
        if page.locator("#referral").count():
            jobcentre = page
    assert jobcentre is not None
    until = comes_back(jobcentre, customer)
    provider.goto(customer)
    says(provider, "Attached", f"for the time that remains: until {until}")
    own = open_page(PHONE)
    enter(own, code_for(jobcentre, customer))
    own.goto("/me/people")
    says(own, f"They can help you until {until}.")

    jobcentre.goto(customer)
    follow(jobcentre, "Record the end of the programme")
    mark(jobcentre, "Why is it over?", "The allotted time is over")
    fill_day(jobcentre, "Last day with the provider", "9 8 2012")
    press(jobcentre, "Check the answers")
    says(jobcentre, "so it is not over on 9 August 2012")
    mark(jobcentre, "Why is it over?", "Moved to Work Choice")
    look(jobcentre, "exit-form")
    press(jobcentre, "Check the answers")
    look(jobcentre, "exit-check")
    press(jobcentre, "Record the end")
    says(jobcentre, "The end of the programme is recorded.", "to 9 August 2012: moved to Work Choice")

    provider.goto(customer)
    follow(provider, "Hand back with a summary")
    fill(provider, "What was done, and what should happen next", "You cooked for forty. Next: the hygiene certificate.")
    press(provider, "Check the answers")
    says(provider, "Show them the summary first")
    press(provider, "Change an answer")
    provider.get_by_label("They have seen it").check()
    look(provider, "hand-back")
    press(provider, "Check the answers")
    press(provider, "Hand back")
    says(provider, "The summary is written.")

    jobcentre.goto(customer)
    jobcentre.locator("summary", has_text="The provider's summary").click()
    says(jobcentre, "Next: the hygiene certificate.")
    look(jobcentre, "exit-done")
    phone = open_page(PHONE, user=user)
    phone.goto(customer)
    says(phone, "Ended")

    # Who it is about reads it too.
    own.goto("/me/journey")
    says(own, "You left the programme", "You cooked for forty. Next: the hygiene certificate.")
    look(own, "hand-back-own")
