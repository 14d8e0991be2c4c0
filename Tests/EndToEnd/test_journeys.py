"""The page of journeys: where people wait, who hands them to whom, and how one cohort differs from another."""

import csv
import io
import json
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Locator, Page

from browser import DESKTOP, PHONE, axe, look
from conftest import OpenPage
from drawings import larger
from forms import choose, follow, press, says

WAITS = "Where people wait longest"
HANDS = "Who hands people to whom"
# What stands for how many did what all but one to four did.
NEARLY_ALL = "all but fewer than five"
# Not the curves of how soon people got there.
MAPS = ".journey:not(.curves)"


def table_under(page: Page, heading: str) -> Locator:
    """The first table after a heading."""
    return page.get_by_role("heading", name=heading).locator("xpath=following::table[1]")


def rows(table: Locator) -> list[list[str]]:
    """What its rows say, cell by cell."""
    return [row.locator("th, td").all_inner_texts() for row in table.locator("tbody tr").all()]


def downloaded(page: Page, name: str) -> str:
    """The file that the first link with these words leads to."""
    with page.expect_download() as waiting:
        page.get_by_role("link", name=name).first.click()
    return Path(waiting.value.path()).read_text()


def test_a_commissioner_sees_where_people_wait_and_who_hands_them_to_whom(open_page: OpenPage) -> None:
    for size in (DESKTOP, PHONE):
        page = open_page(size, user="grace")
        page.goto("/payments")
        page.get_by_role("link", name="Journeys").click()
        says(page, "This is an example")
        follow(page, "See everybody's journeys")
        page.wait_for_url("**show=everybody")
        assert page.get_by_role("heading", name=WAITS).is_visible()
        assert page.get_by_role("heading", name=HANDS).is_visible()
        assert page.locator(".journey svg").is_visible()
        page.get_by_text("Every step that five people or more took").first.click()
        people = [row[2] for row in rows(page.locator("#every-step table"))]
        steps = [int(count) for count in people if count != NEARLY_ALL]
        assert steps == sorted(steps, reverse=True), "the most people do not come first"
        assert min(steps) >= 5
        page.get_by_text("What people came back to").click()
        look(page, "journeys")
        slider = page.get_by_label("Steps drawn, at most")
        slider.press("Home")
        press(page, "Show these")
        assert "steps=5" in page.url
        says(page, "commonest of")
        assert page.locator("#steps-value").inner_text() == "5"
        page.get_by_role("link", name="Assessments").click()
        says(page, "How assessments serve", "It checks the questions, and never a person.")
        look(page, "assessments")


def test_the_slider_says_its_number_while_it_is_moved(open_page: OpenPage) -> None:
    page = open_page(user="grace", scripts=True)
    page.goto("/journeys?show=everybody")
    page.get_by_label("Steps drawn, at most").press("End")
    assert page.locator("#steps-value").inner_text() == "100"


def test_steps_are_put_in_another_order_by_the_head_of_their_table(open_page: OpenPage) -> None:
    page = open_page(user="grace")
    page.goto("/journeys?show=everybody")
    page.get_by_text("Every step that five people or more took").first.click()
    table = page.locator("#every-step table")
    by_people = rows(table)
    table.get_by_role("link", name="To", exact=True).click()
    page.wait_for_url("**sort=to**")
    names = [row[1] for row in rows(table)]
    assert names == sorted(names)
    assert sorted(rows(table)) == sorted(by_people)


def test_the_example_answers_at_once_how_two_cohorts_differ(open_page: OpenPage) -> None:
    for size in (DESKTOP, PHONE):
        page = open_page(size, user="grace")
        page.goto("/journeys")
        first, second = page.locator("h2", has_text=" beside ").inner_text().split(" beside ")
        waits = rows(table_under(page, WAITS))
        told = [row for row in waits if row[-1] != "not told"]
        assert told, f"no step is told of both cohorts: {waits}"
        assert any("days" in row[3] or "hours" in row[3] for row in told), "nobody is said to wait"
        differing = [row[-1] for row in told if row[-1] != "none"]
        assert all(words.endswith((", clear", ", may be chance")) for words in differing), "a difference is bare"
        says(page, "so that neither cohort looks faster for being newer")
        handed = rows(table_under(page, HANDS))
        assert handed, "the example does not say who hands people to whom"
        for row in waits + handed:
            people = [count for count in (row[2], row[5]) if not count.endswith("fewer than 5")]
            assert all(int(count) >= 5 for count in people), row
        assert page.get_by_role("heading", name="How soon", exact=True).is_visible()
        assert page.locator(MAPS).locator("svg").count() == 2
        drawn = page.locator("h2", has_text="The journey of ").all_inner_texts()
        for heading, name in zip(drawn, (first, second), strict=True):
            assert heading.startswith(f"The journey of {name}")
        above, below = (page.locator(MAPS).nth(place).bounding_box() for place in (0, 1))
        assert above is not None
        assert below is not None
        assert above["y"] + above["height"] < below["y"], "they do not stand one above the other"
        says(page, "Half had, after", f"of {first}", "95% interval")
        look(page, "journeys-beside")
        if size == DESKTOP:
            larger(page, page.locator(".journey"))


def test_two_cohorts_are_taken_away_together(open_page: OpenPage) -> None:
    page = open_page(user="grace")
    page.goto("/journeys?show=everybody")
    follow(page, "See an example: two cohorts, one above the other")
    asked = {name: values[0] for name, values in parse_qs(urlsplit(page.url).query).items()}
    first, second = page.locator("h2", has_text=" beside ").inner_text().split(" beside ")
    found = json.loads(downloaded(page, "all of it for programs (JSON)"))
    assert found["question"]["cohort"] == asked["cohort"]
    assert found["question"]["beside"] == asked["beside"]
    assert found["reaching"] == asked["reaching"]
    assert [cohort["name"] for cohort in found["cohorts"]] == [first, second]
    assert all(cohort["rate"]["count"] >= 5 for cohort in found["cohorts"])
    assert len(found["maps"]) == 2
    for drawn in found["maps"]:
        assert drawn["edges"]
        assert all(edge["cases"] is None or edge["cases"] >= 5 for edge in drawn["edges"])
    both = downloaded(page, "a page to explore (HTML)")
    assert both.startswith("<!doctype html>")
    assert first in both
    assert second in both
    assert both.count("<svg") >= 2, "not both journeys are drawn"
    assert f"<h2>{WAITS}</h2>" in both
    assert f"<h2>{HANDS}</h2>" in both
    assert both.count("<h3>Every step</h3>") == 2
    assert both.count('<details class="level" open>') == 2
    assert downloaded(page, f"the drawing (SVG) of {second}").startswith("<svg")


def test_a_comparison_that_lacks_something_says_what(open_page: OpenPage) -> None:
    page = open_page(user="grace")
    page.goto("/journeys?show=everybody")
    choose(page, "Beside those first referred in", "April 2012 to March 2013")
    press(page, "Show these")
    assert page.title().startswith("Error:")
    for name, field in [
        ("Two cohorts are compared: choose the first of them in “First referred in”.", "cohort"),
        ("Choose in “Who reached” what people of both cohorts should have reached.", "reaching"),
    ]:
        link = page.get_by_role("link", name=name)
        assert link.get_attribute("href") == f"#{field}"
    assert page.locator("h2", has_text=" beside ").count() == 0
    look(page, "journeys-lacking")
    choose(page, "First referred in", "April 2011 to March 2012")
    choose(page, "Who reached", "Provider drawn")
    choose(page, "Within how many days", "7 days")
    press(page, "Show these")
    assert not page.title().startswith("Error:")
    says(page, "April 2011 to March 2012 beside April 2012 to March 2013")


def test_journeys_of_any_of_several_organisations_are_chosen(open_page: OpenPage) -> None:
    page = open_page(user="grace")
    page.goto("/journeys?show=everybody")

    def people() -> int:
        return int(page.get_by_text(" different ways.").first.inner_text().split()[0])

    def choose_these(*names: str) -> None:
        page.goto("/journeys?show=everybody")
        page.get_by_text("Organisations: any").click()
        for name in names:
            page.get_by_label(name, exact=True).check()
        press(page, "Show these")

    def with_these(*names: str) -> int:
        choose_these(*names)
        return people()

    everybody = people()
    one = with_these("Northway Futures")
    assert 5 <= one < everybody
    # The address has it all, so that it can be kept.
    kept = open_page(user="grace")
    kept.goto(page.url)
    assert kept.get_by_text("Organisations: Northway Futures").is_visible()
    assert kept.get_by_label("Northway Futures", exact=True).is_checked()
    assert int(kept.get_by_text(" different ways.").first.inner_text().split()[0]) == one
    # Only a few more were with one of the two, and those few are not told of by taking one number from another.
    choose_these("Northway Futures", "Millgate Training")
    assert page.get_by_text("Organisations: any of 2").is_visible()
    says(page, "by itself, or less another answer, it would tell of fewer than five people")
    follow(page, "Show everybody")
    assert people() == everybody


def test_a_period_that_is_none_is_told_where_it_is_chosen(open_page: OpenPage) -> None:
    page = open_page(user="grace")
    page.goto("/journeys?period=2012-05..2012-06")
    link = page.get_by_role("link", name="is not a month, nor the first and the last of a quarter")
    assert link.get_attribute("href") == "#period"
    axe(page)


def test_what_is_downloaded_tells_of_nobody_by_small_numbers(open_page: OpenPage) -> None:
    page = open_page(user="grace")
    page.goto("/journeys?show=everybody")
    for name, begins in [
        ("a page to explore (HTML)", "<!doctype html>"),
        ("the drawing (SVG)", "<svg"),
        ("the drawing for Graphviz (DOT)", "digraph journey"),
        ("the steps as a table (CSV)", "from,to,people"),
        ("all of it for programs (JSON)", '{"question":'),
    ]:
        text = downloaded(page, name)
        assert text.startswith(begins)
        if begins.startswith("from"):
            steps = list(csv.DictReader(io.StringIO(text)))
            assert steps
            assert all(not step["people"] or int(step["people"]) >= 5 for step in steps)
        if begins.startswith("{"):
            told = json.loads(text)
            assert told["withheld_under"] == 5
            counts = [told["edges"], told["variants"], told["loops"], told["hand_offs"]["agencies"]]
            assert counts[0]
            assert all(each["cases"] is None or each["cases"] >= 5 for part in counts for each in part)


def test_others_are_told_that_journeys_are_not_for_them(open_page: OpenPage) -> None:
    page = open_page(user="dana")
    answer = page.goto("/journeys")
    assert answer is not None
    assert answer.status in (403, 404)
