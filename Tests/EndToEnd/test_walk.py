"""A random walk as every person of the partnership: nobody comes upon a word without a reason to see it (K-007, G9).

Two customers, the council's and a provider's, have a word of their own planted in every category in which something
is recorded of them. Everybody then goes from page to page and from download to download by the links they are offered,
reads the two records by the API, and whoever has the machine exports the store. A planted word may turn up only where
an organisation's tie to the customer, the person's consent, or a meeting with them opens its category.

`WALK_SEED` takes the walk of a failure again.
"""

import gzip
import json
import os
import random
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from html import unescape
from itertools import chain
from pathlib import Path
from urllib.parse import urldefrag, urljoin, urlsplit
from urllib.request import urlopen

import pytest
from playwright.sync_api import Page

from api import Api, Json, make_token
from browser import PHONE, enter
from conftest import OpenPage
from forms import code_for, customers, fill, follow, mark, press, says
from program import SignIn

THOROUGH = os.environ.get("CHECK_ALL") == "1"
STEPS = 80 if THOROUGH else 20
SEED = int(os.environ.get("WALK_SEED", "0"))
LINK = re.compile(r'(?:href|src)="([^"]+)"')
# Signing out would end the walk, and these are the same for everybody.
LEFT_ALONE = re.compile(r"^/(sign-out|style|assets|healthz|demonstration|clock)")
# A file to take away, a letter or a photograph, or a sheet to print.
DOWNLOAD = re.compile(r"[?&]as=\w+|\.(?:txt|json|html|csv)$|/documents/|/print$")

# What is planted, by category: how it is written wherever it stands. A day stands in clear, everything else is sealed.
Words = dict[str, tuple[str, ...]]
COUNCIL: Words = {
    "identity": ("Quillfeather",),
    "contact": ("Marlpit Cottage",),
    "appointments": ("the Lapwing bus",),
    "assessment": ("a folder of Kestrel drawings",),
    "work": ("Skylark Tannery",),
    "plan": ("paint murals for hospitals",),
    "health": ("a Bittern cough",),
    "convictions": ("a Heron fine",),
    "household": ("an aunt called Siskin",),
    "safety": ("Ask Dunnock to sit in",),
    "money": ("13 February 2009", "2009-02-13"),
    "sharing": ("so that Goldcrest can teach her",),
    "voice": ("Who has the Plover form",),
}
PROVIDER: Words = {
    "identity": ("Thistlewood",),
    "contact": ("Threadneedle Mews",),
    "referral": ("mornings are hard since Nightjar",),
    "appointments": ("the Redwing tram",),
    "assessment": ("a drawer of Curlew clocks",),
    "work": ("Fieldfare Foundry",),
    "plan": ("mend clocks in Ossett",),
    "health": ("a Whimbrel wrist",),
    "convictions": ("a Gannet caution",),
    "household": ("an uncle called Pipit",),
    "safety": ("Ask Merlin to sit in",),
    "money": ("17 February 2009", "2009-02-17"),
    "sharing": ("so that Brambling can advise him",),
    "voice": ("Where is the Wigeon letter",),
}
SEALED = set(PROVIDER) - {"money"}

# What an organisation's tie opens, by the rows of sharing.yaml; the rest is the person's to open.
ROWS = {
    "jobcentre": {"identity", "contact", "referral", "appointments", "work", "money", "sharing", "voice"},
    "council": {
        *("identity", "contact", "referral", "appointments", "assessment"),
        *("work", "plan", "money", "sharing", "voice"),
    },
    "attached": {
        *("identity", "contact", "referral", "appointments", "assessment"),
        *("work", "plan", "money", "sharing", "voice"),
    },
    "offered": {"identity", "referral", "assessment", "plan"},
    # From codes and days alone.
    "commissions": {"referral", "appointments", "work", "money"} - SEALED,
}
# What the two agreed to show whoever helps them most.
AGREED = {"health", "convictions", "household"}
# A jobcentre finds anybody by birth date or number, so that nobody is registered twice (C01): a name, and no more. The
# form by which it says that they claim there now has that name too.
FINDS = {"Union Street Jobcentre", "Harbour Road Jobcentre"}
# Those who read by the API in every run, besides the adviser at the provider and one at the jobcentre of its customer;
# all do when there is time.
READERS = {"nell", "idris", "imran", "stella", "ruth", "wren", "grace"}


@dataclass(frozen=True)
class Planted:
    """One customer, what was planted of them, and who may see which category of it."""

    path: str
    words: Words
    sees: dict[str, set[str]]
    meets: str

    def found(self, text: str) -> set[str]:
        return {kind for kind, spellings in self.words.items() if any(word in text for word in spellings)}

    def open_to(self, user: str, role: str, where: str) -> set[str]:
        """The categories that somebody of an organisation has a reason to see."""
        kinds = self.sees.get(where, set())
        if role == "safeguarding lead":
            kinds = {"identity", "safety"} if kinds else set()
        if user == self.meets:
            kinds = kinds | {"safety"}
        return kinds & set(self.words)


# --- Planting


def fill_in(api: Api, form: str, told: dict[str, Json]) -> str:
    """Sends a form with what it knows already and what is told; returns the id of what it made."""
    known: dict[str, Json] = api.get(form)["values"]
    return str(api.send(form, known | told)["command"])


def offered(api: Api, form: str, field: str, title: str) -> str:
    """The code of an answer that a form offers, by its words."""
    choices = api.get(form)["schema"]["properties"][field]["oneOf"]
    return next(str(one["const"]) for one in choices if title in one["title"])


def share(api: Api, case: str, organisation: str, kinds: set[str]) -> None:
    form = f"{case}/forms/share"
    told = {"categories": sorted(kinds), "purpose": "support", "how": "in-person"}
    fill_in(api, form, told | {"recipient": offered(api, form, "recipient", organisation)})


def book(api: Api, case: str) -> str:
    """Books a meeting two weeks on or more, on the first day that is a working day and has the time free."""
    form = f"{case}/forms/book"
    asked = api.get(form)["values"] | {"purpose": "review", "time": "10:37", "minutes": 20}
    today = date.fromisoformat(api.get(case)["today"])
    for days in range(14, 35):
        answer = api.ask("POST", form, asked | {"day": (today + timedelta(days=days)).isoformat()})
        if answer.status in (200, 201):
            return str(answer.json["command"])
    raise AssertionError(f"No meeting could be booked: {answer}")


def plant_all(api: Api, case: str, words: Words, helper: str, asked: str) -> None:
    """Plants a word in every category that an adviser records, at the organisation that helps most."""
    word = {kind: spellings[-1] for kind, spellings in words.items()}
    share(api, case, helper, AGREED)
    fill_in(
        api,
        f"{case}/forms/tell-change/address",
        {"detail": f"3 {word['contact']}, Wakefield", "route": "in-person"},
    )
    for kind, code in (("health", "not-said"), ("convictions", "unspent"), ("household", "with-others")):
        told = {"code": code, "detail": f"It is {word[kind]}.", "route": "in-person"}
        fill_in(api, f"{case}/forms/tell-change/{kind}", told if kind == "household" else told | {"private": True})
    benefit = {"benefit": "IS", "on": "on", "from": word["money"], "until": "2009-02-25"}
    fill_in(api, f"{case}/forms/benefit", benefit)
    record = api.get(case)
    point = "A" if not record["points"] or record["points"][-1]["point"] != "A" else "B"
    fill_in(api, f"{case}/forms/point", {"point": point, "words": f"They brought {word['assessment']}."})
    fill_in(api, f"{case}/forms/job", {"employer": word["work"], "started": record["today"], "hours": "16"})
    fill_in(api, f"{case}/forms/plan-goal", {"words": f"I want to {word['plan']}."})
    cancelled = {"asked": "customer", "reason": "travel", "words": f"It was {word['appointments']}."}
    fill_in(api, f"{case}/forms/cancel/{book(api, case)}", cancelled)
    book(api, case)
    fill_in(api, f"{case}/forms/raise-safety", {"asks": ["private-room"], "words": f"{word['safety']}."})
    form = f"{case}/forms/ask-share"
    recipient = offered(api, form, "recipient", asked)
    terms = {"recipient": recipient, "categories": ["identity"], "purpose": "support"}
    fill_in(api, form, terms | {"words": f"We ask {word['sharing']}."})


def ask(open_page: OpenPage, user: str, case: str, whom: str, words: str) -> Page:
    """Lets a customer in to a page of their own, where they ask a question; returns their page."""
    phone = open_page(PHONE)
    enter(phone, code_for(open_page(user=user), case))
    phone.goto("/me/questions")
    follow(phone, "Ask a question")
    mark(phone, "Who is it for?", whom)
    fill(phone, "Your question", f"{words}?")
    press(phone, "Send my question")
    says(phone, "Your question has gone.")
    return phone


def plant_at_the_council(address: str, open_page: OpenPage) -> Planted:
    """A customer of the council, who lets the college see their name and plan. No act records a referral there."""
    api = Api(address, make_token(open_page(user="nell"), "To plant"))
    born = {"given": "Tamsin", "family": COUNCIL["identity"][0], "born": "1990-05-04", "new": True}
    case = f"/customers/{api.send('/customers', born)['command']}"
    share(api, case, "Ashcombe College", {"identity", "plan"})
    plant_all(api, case, COUNCIL, "Ashcombe Council", "Calder Bridge Works")
    sees = {"Ashcombe Council": ROWS["council"] | AGREED, "Ashcombe College": {"identity", "plan"}}
    return Planted(case, COUNCIL, sees, "nell")


def with_northway_alone(address: str, open_page: OpenPage, guest: str) -> tuple[str, Api, str]:
    """An adviser of Northway's, and a customer of theirs whom no other provider ever had."""
    for user in ("ben", "carys"):
        page = open_page(user=user)
        api = Api(address, make_token(page, "To plant"))
        cases = [customers(page, f"/caseload?state={state}", but=guest) for state in ("attached", "in-work")]
        for case in chain(*cases):
            held = api.get(f"{case}/chain")
            if {one["organisation"]["name"] for one in held["holders"]} == {"Northway Futures"} and not held["hops"]:
                return user, api, case
    raise AssertionError("No customer was with Northway alone.")


def plant_at_a_provider(address: str, open_page: OpenPage, guest: str) -> Planted:
    """A customer whom Northway alone ever had, and whom Harbour Lights is asked to take on."""
    user, api, case = with_northway_alone(address, open_page, guest)
    fill_in(api, f"{case}/forms/correct", {"family": PROVIDER["identity"][0]})
    plant_all(api, case, PROVIDER, "Northway Futures", "Ashcombe College")
    priya = Api(address, make_token(open_page(user="priya"), "To plant"))
    form = f"{case}/forms/pass-on"
    lights = offered(priya, form, "to", "Harbour Lights")
    sent_on = {"to": lights, "reason": "chain-need", "words": f"Their {PROVIDER['referral'][0]}."}
    fill_in(priya, form, sent_on)
    sees = {
        api.get(case)["home"]["name"]: ROWS["jobcentre"],
        "Northway Futures": ROWS["attached"] | AGREED,
        "Harbour Lights": ROWS["offered"],
        "Department for Work and Skills": ROWS["commissions"],
    }
    return Planted(case, PROVIDER, sees, user)


# --- Walking


def links(page: str, at: str) -> Iterator[str]:
    """The addresses of our own that a page leads to."""
    for found in LINK.findall(page):
        address = urldefrag(urljoin(at, unescape(found))).url
        parts = urlsplit(address)
        if parts.netloc == urlsplit(at).netloc and not LEFT_ALONE.match(parts.path):
            yield address


def file_of(address: str) -> str | None:
    """Which file an address is of, whatever was filtered; nil when it is a page."""
    found = DOWNLOAD.search(address)
    return urlsplit(address).path + found[0] if found else None


def walk(page: Page, address: str, starts: list[str], seed: int) -> Iterator[tuple[str, str]]:
    """Every page and file met, with its text. Each file that is offered is taken, then come the pages it starts from,
    then what leads deeper into a customer's record."""
    chance = random.Random(seed)
    waiting = [urljoin(address, start) for start in starts]
    begun = list(waiting)
    met: set[str] = set()
    taken: set[str] = set()
    steps = 0
    while waiting and steps < STEPS:
        files = [each for each in waiting if file_of(each)]
        first = files or [each for each in begun if each not in met]
        deep = [each for each in waiting if "/customers/" in each]
        here = first[0] if first else chance.choice(deep or waiting)
        waiting.remove(here)
        met.add(here)
        file = file_of(here)
        if file in taken:
            continue
        if file:
            taken.add(file)
        else:
            steps += 1
        answer = page.context.request.get(here, max_redirects=3)
        assert answer.status < 500, f"{here} answered {answer.status}"
        text = answer.body().decode("utf-8", "replace")
        yield here, unescape(text)
        if not file:
            waiting += [each for each in dict.fromkeys(links(text, here)) if each not in met and each not in waiting]


def readable(address: str) -> tuple[list[str], list[str], list[str]]:
    """What the API offers to read: lists, parts of one customer's record, and what their forms ask."""
    with urlopen(f"{address}/api/v1/openapi.json", timeout=60) as answer:
        paths = [path for path, item in json.load(answer)["paths"].items() if "get" in item]
    of_one = [path for path in paths if re.findall(r"{(\w+)}", path) == ["case"]]
    return (
        [path for path in paths if "{" not in path],
        [path for path in of_one if "/forms/" not in path],
        [path for path in of_one if "/forms/" in path],
    )


def read_by_api(
    api: Api, offers: tuple[list[str], list[str], list[str]], cases: list[str], seed: int
) -> Iterator[tuple[str, str]]:
    """All that somebody can read of the two customers and in their lists by the API, and what some forms ask."""
    lists, parts, forms = offers
    chosen = forms if THOROUGH else random.Random(seed).sample(forms, 4)
    paths = lists + [path.replace("/customers/{case}", case) for case in cases for path in parts + chosen]
    for path in paths:
        answer = api.ask("GET", path)
        assert answer.status < 500, f"{path} answered {answer.status}"
        yield f"/api/v1{path}", json.dumps(answer.json, ensure_ascii=False)


def export(binary: Path, store: str, *words: str) -> str:
    """What a command writes out for others to read, unpacked where it was asked for packed."""
    command: list[str | Path] = [binary, "export", *words, "--database", store]
    done = subprocess.run(command, capture_output=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return (gzip.decompress(done.stdout) if "--gzip" in words else done.stdout).decode()


# --- The tests


def test_nobody_comes_upon_a_word_without_a_reason(
    open_page: OpenPage,
    people: dict[str, SignIn],
    guest: str,
    address: str,
    binary: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    council = plant_at_the_council(address, open_page)
    provider = plant_at_a_provider(address, open_page, guest)
    ours = (council, provider)
    phone = ask(open_page, "nell", council.path, "Ashcombe Council", COUNCIL["voice"][0])
    ask(open_page, provider.meets, provider.path, "Northway Futures", PROVIDER["voice"][0])
    offers = readable(address)
    found: dict[str, tuple[set[str], set[str]]] = {}
    allowed: dict[str, tuple[set[str], set[str]]] = {}
    home = next(where for where in provider.sees if where in FINDS)

    def meet(user: str, where: str, seed: int, here: str, text: str) -> None:
        """Holds one text that somebody came upon against what they have a reason to see."""
        finding = "/search?" in here or here.endswith("/take-up")
        by_search = {"identity"} if where in FINDS and finding else set()
        for one, may, seen in zip(ours, allowed[user], found[user], strict=True):
            kinds = one.found(text)
            assert kinds <= may | by_search, (
                f"{user} came upon {sorted(kinds - may)} of {one.path} at {here}: WALK_SEED={SEED} (seed {seed})"
            )
            seen |= kinds & may

    starts = ["/", "/search?q=4+May+1990"]
    starts += [one.path + part for one in ours for part in ("", "/plan", "/sharing", "/circumstances")]
    readers = READERS | {provider.meets}
    readers.add(next(user for user, one in people.items() if f", adviser at {home}" in one.row["who"]))
    for seed, user in enumerate(sorted(people), start=SEED):
        role, _, where = people[user].row["who"].partition(", ")[2].partition(" at ")
        is_customer = role == "customer"
        may = [set() if is_customer else one.open_to(user, role, where) for one in ours]
        allowed[user], found[user] = (may[0], may[1]), (set(), set())
        page = open_page(user=user)
        for here, text in walk(page, address, starts, seed):
            meet(user, where, seed, here, text)
        if not is_customer and (THOROUGH or user in readers):
            api = Api(address, make_token(page, "To read", "Read what I can read"))
            for here, text in read_by_api(api, offers, [one.path for one in ours], seed):
                meet(user, where, seed, here, text)
    # It went far enough to find everything that each of these may see.
    for user in sorted(readers):
        assert found[user] == allowed[user], f"{user} did not find all there is: WALK_SEED={SEED}"

    # The person comes upon their own words, and nobody else's.
    own: set[str] = set()
    pages = ("", "/plan", "/sharing", "/journey", "/questions", "/tell", "/people")
    for here, text in walk(phone, address, [f"/me{page}" for page in pages], SEED):
        assert not provider.found(text), f"Somebody else's word is at {here}: WALK_SEED={SEED}"
        own |= council.found(text)
    assert {"plan", "voice"} <= own

    # Nothing sealed is in what is written out of the store; a person's own copy holds no word of another's.
    store = f"sqlite:{next(tmp_path_factory.getbasetemp().glob('demo*/data/throughline.sqlite'))}"
    for form in (["events"], ["xes"], ["ocel"], ["csv"], ["csv", "--gzip"]):
        text = export(binary, store, *form)
        assert provider.path.rsplit("/", 1)[1] in text, f"{form} holds nothing of them"
        assert not (council.found(text) | provider.found(text)) & SEALED, f"{form} gives away a word"
    for one, other in (ours, ours[::-1]):
        text = export(binary, store, "sar", one.path.rsplit("/", 1)[1], "--as", "json", "--draft")
        assert "identity" in one.found(text)
        assert not other.found(text)
