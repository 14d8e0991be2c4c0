"""A random walk as every person of the partnership: nobody comes upon a word without a reason to see it (K-007, G9).

Two customers have a word of their own planted in each kind of information. Everybody then goes from page to page by the
links they are offered; a planted word may turn up only where their organisation's tie, or the person's consent, opens
its kind.
"""

import os
import random
import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import urldefrag, urljoin, urlsplit

from playwright.sync_api import Page

from conftest import OpenPage
from forms import choose, fill, fill_day, first_customer, follow, mark, press, says
from program import SignIn

STEPS = 80 if os.environ.get("CHECK_ALL") == "1" else 30
LINK = re.compile(r'(?:href|src)="([^"]+)"')
# Signing out would end the walk, and these are the same for everybody.
LEFT_ALONE = re.compile(r"^/(sign-out|style|assets|healthz|demonstration|clock)")

# What is planted of the council's customer, and of the provider's, by kind of information.
COUNCIL = {"identity": "Quillfeather", "contact": "Marlpit Cottage", "plan": "paint murals for hospitals"}
PROVIDER = {"contact": "Threadneedle Mews", "plan": "mend clocks in Ossett"}

# A jobcentre finds anybody by birth date or number, so that nobody is registered twice (C01): a name, and no more.
FINDS = {"Union Street Jobcentre", "Harbour Road Jobcentre"}
# What each organisation's tie opens (sharing.yaml). The college has the council's customer's name and plan, by consent.
COUNCIL_SEES = {"Ashcombe Council": {"identity", "contact", "plan"}, "Ashcombe College": {"identity", "plan"}}
PROVIDER_SEES = {
    "Northway Futures": {"contact", "plan"},
    "Union Street Jobcentre": {"contact"},
    "Harbour Road Jobcentre": {"contact"},
}


def links(page: str, at: str) -> Iterator[str]:
    """The addresses of our own that a page leads to."""
    for found in LINK.findall(page):
        address = urldefrag(urljoin(at, unescape(found))).url
        parts = urlsplit(address)
        if parts.netloc == urlsplit(at).netloc and not LEFT_ALONE.match(parts.path):
            yield address


def walk(page: Page, address: str, starts: list[str], seed: int) -> Iterator[tuple[str, str]]:
    """Every page met, with its text. What leads deeper into a customer's record is tried first."""
    chance = random.Random(seed)
    waiting = [urljoin(address, start) for start in starts]
    met: set[str] = set()
    while waiting and len(met) < STEPS:
        deep = [each for each in waiting if "/customers/" in each]
        here = chance.choice(deep or waiting)
        waiting.remove(here)
        met.add(here)
        answer = page.context.request.get(here, max_redirects=3)
        assert answer.status < 500, f"{here} answered {answer.status}"
        text = answer.text()
        yield here, unescape(text)
        waiting += [each for each in dict.fromkeys(links(text, here)) if each not in met and each not in waiting]


def plan_goal(page: Page, customer: str, words: str) -> None:
    page.goto(customer + "/plan")
    follow(page, "Add a goal")
    fill(page, "What does the customer want, in their own words?", words)
    press(page, "Put it on the plan")


def plant(open_page: OpenPage) -> tuple[str, str]:
    """Plants the words, and returns the paths of the two customers' pages."""
    nell = open_page(user="nell")
    nell.goto("/customers/new")
    fill(nell, "First name", "Tamsin")
    fill(nell, "Family name", COUNCIL["identity"])
    fill_day(nell, "Birth date", "4 5 1990")
    fill(nell, "Address (optional)", f"3 {COUNCIL['contact']}, Wakefield")
    press(nell, "Register this customer")
    says(nell, "Registered.")
    council = urlsplit(nell.url).path
    plan_goal(nell, council, f"I want to {COUNCIL['plan']}.")
    nell.goto(council + "/sharing")
    follow(nell, "Record what they agreed to share")
    choose(nell, "Which organisation?", "Ashcombe College")
    mark(nell, "What may it see?", "Name and birth date")
    mark(nell, "What may it see?", "The action plan")
    mark(nell, "What is it for?", "To find you a course and help you finish it")
    mark(nell, "How did they tell you?", "In person")
    press(nell, "Check the answers")
    press(nell, "Record that they agreed")

    ben = open_page(user="ben")
    provider = first_customer(ben, "/caseload")
    plan_goal(ben, provider, f"I want to {PROVIDER['plan']}.")
    ben.goto(provider)
    follow(ben, "Correct")
    fill(ben, "Address (optional)", f"8 {PROVIDER['contact']}, Ossett")
    press(ben, "Save the corrected details")
    says(ben, PROVIDER["contact"])
    return council, provider


def kinds_seen(text: str, words: dict[str, str]) -> set[str]:
    return {kind for kind, word in words.items() if word in text}


def test_nobody_comes_upon_a_word_without_a_reason(
    open_page: OpenPage, people: dict[str, SignIn], address: str
) -> None:
    council, provider = plant(open_page)
    found: dict[str, tuple[set[str], set[str]]] = {}
    for seed, user in enumerate(sorted(people)):
        page = open_page(user=user)
        where = people[user].row["who"].partition(" at ")[2]
        seen: tuple[set[str], set[str]] = (set(), set())
        starts = [
            "/",
            council,
            council + "/plan",
            council + "/sharing",
            provider,
            provider + "/plan",
            "/search?q=4+May+1990",
        ]
        for here, text in walk(page, address, starts, seed):
            found_by_search = {"identity"} if where in FINDS and "/search?" in here else set()
            for kinds, allowed, met in (
                (kinds_seen(text, COUNCIL), COUNCIL_SEES.get(where, set()), seen[0]),
                (kinds_seen(text, PROVIDER), PROVIDER_SEES.get(where, set()), seen[1]),
            ):
                assert kinds <= allowed | found_by_search, f"{user} came upon {kinds - allowed} at {here}"
                met |= kinds
        found[user] = seen
    # The walk went far enough to find what may be seen.
    assert found["nell"][0] == COUNCIL_SEES["Ashcombe Council"]
    assert found["imran"][0] == COUNCIL_SEES["Ashcombe College"]
    assert found["ben"][1] == PROVIDER_SEES["Northway Futures"]
