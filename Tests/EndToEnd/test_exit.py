"""Somebody leaves a programme: the jobcentre says why, the provider hands back with a summary they have seen."""

from browser import PHONE, look
from conftest import OpenPage
from forms import customers, fill, fill_day, follow, mark, press, says


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
    press(provider, "Hand back")
    says(provider, "Show them the summary first")
    provider.get_by_label("They have seen it").check()
    look(provider, "hand-back")
    press(provider, "Hand back")
    says(provider, "The summary is written.")

    jobcentre.goto(customer)
    jobcentre.locator("summary", has_text="The provider's summary").click()
    says(jobcentre, "Next: the hygiene certificate.")
    look(jobcentre, "exit-done")
    phone = open_page(PHONE, user=user)
    phone.goto(customer)
    says(phone, "Ended")
