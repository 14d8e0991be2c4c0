"""One story, told once and told twice: on the pages and through the API it leaves the same record.

Robyn is made up. She is 22 and brings up a child alone, as the report's Chloe does (J-002). She tells the council once
how things are; the jobcentre, a provider and a college see what she lets them; two plans become one; she objects to a
line, sees who looked, takes one consent back, and has a copy of it all (C02, C05, C07, K-007). What is hers to do she
does herself, on her phone and by a token of her own. In the end she is erased, and no older backup brings her back.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, expect

from api import Api, make_token
from browser import PHONE, enter, look
from conftest import OpenPage
from erasing import found, restored, run
from forms import MadeUp, choose, code_for, fill, follow, mark, press, register, says, somebody_new
from program import Program

COUNCIL, JOBCENTRE, PROVIDER, COLLEGE = (
    "Ashcombe Council",
    "Union Street Jobcentre",
    "Millgate Training",
    "Ashcombe College",
)
GOAL = "Work that ends before the school day does."
NURSERY = "Start at eight at the nursery placement"
OBJECTION = "My son cannot be at school before half past eight."
STEPS = {PROVIDER: ["Write a CV for the nursery", NURSERY], COLLEGE: ["See the tutor on Tuesday", "Bring the CV"]}
# What each may see, for what, by the words of the page and by the codes of the API.
SHARES = {
    COUNCIL: (["Household and caring"], "household"),
    JOBCENTRE: (
        ["Name and birth date", "Address, phone, e-mail and how to talk with them", "Household and caring"],
        "claim",
    ),
    PROVIDER: (["Name and birth date", "The action plan"], "support"),
    COLLEGE: (["Name and birth date", "The action plan"], "training"),
}
CODES = {
    "Name and birth date": "identity",
    "Address, phone, e-mail and how to talk with them": "contact",
    "Household and caring": "household",
    "The action plan": "plan",
}
PURPOSES = {
    "household": "To help with your home, your family or money",
    "claim": "To look after your benefit",
    "support": "To help you find and keep work",
    "training": "To find you a course and help you finish it",
}
# Like nobody else's, so that it is nowhere once she is erased.
PHONE_NUMBER = "020 7946 0412"
# Whose looks she reads, each for what she agreed to.
LOOKED = (f"Dana Whitlock, {JOBCENTRE}", f"Joan Tranter, {PROVIDER}", f"Imran Shah, {COLLEGE}")
LONE_PARENT = "A lone parent with children at home"
WHY = "So that the tutor can help with the plan."
BORN = "12 3 1990"


def robyn() -> MadeUp:
    """Somebody new who was 22 on the day of the demonstration; born on the same day whenever the story is told."""
    new = somebody_new()
    return MadeUp(new.given, new.family, BORN)


@dataclass(frozen=True)
class Telling:
    """What a telling left behind: whose record, where it is, and the copy of it that she has."""

    person: MadeUp
    case: str
    copy: str


def fill_in_terms(page: Page, organisation: str) -> None:
    """Who sees what of hers, and what for."""
    kinds, purpose = SHARES[organisation]
    choose(page, "Which organisation?", organisation)
    for kind in kinds:
        mark(page, "What may it see?", kind)
    mark(page, "What is it for?", PURPOSES[purpose])


def consent_form(page: Page, case: str, organisation: str) -> None:
    """Records what she agreed to at the council's desk."""
    page.goto(f"{case}/do/share")
    fill_in_terms(page, organisation)
    mark(page, "How did they tell you?", "In person")
    press(page, "Check the answers")
    press(page, "Record that they agreed")


def ask_form(page: Page, case: str, organisation: str) -> None:
    """Asks her at the council's desk what she answers later, by herself."""
    page.goto(f"{case}/do/ask-share")
    fill_in_terms(page, organisation)
    fill(page, "Why do you ask?", WHY)
    press(page, "Check the answers")
    press(page, "Ask")
    says(page, "Nothing is opened until they say yes.")


def shows_neither(desk: Page, case: str) -> None:
    """Fails where somebody at this desk reads of her household or her phone."""
    for part in ("", "/circumstances", "/journey"):
        desk.goto(f"{case}{part}")
        for words in (LONE_PARENT, PHONE_NUMBER):
            expect(desk.get_by_role("main")).not_to_contain_text(words)


def tell_on_pages(open_page: OpenPage) -> Telling:
    """The story as people tell it, each on the pages of their own."""
    person = robyn()
    council = open_page(user="nell")
    case = register(council, person)

    # Told once, at the council's desk, and passed on to whoever she lets know.
    for organisation in SHARES:
        if organisation != COLLEGE:
            consent_form(council, case, organisation)

    # The college she lets in by herself, on her phone.
    ask_form(council, case, COLLEGE)
    phone = open_page(PHONE)
    enter(phone, code_for(council, case))
    expect(phone.get_by_role("heading", level=1)).to_have_text(f"Hello {person.given}")
    phone.goto("/me/sharing")
    follow(phone, "Answer")
    says(phone, WHY, "They see nothing of yours now.")
    mark(phone, "Do you agree?", "Yes")
    for kind in ("Your name and birth date", "Your plan"):
        mark(phone, "If yes, to what?", kind)
    press(phone, "Send my answer")

    council.goto(f"{case}/do/tell-change/phone")
    fill(council, "Phone number", PHONE_NUMBER)
    mark(council, "How did they tell you?", "In person")
    press(council, "Record it and pass it on")
    council.goto(f"{case}/do/tell-change/household")
    mark(council, "Who they live with", LONE_PARENT)
    mark(council, "How did they tell you?", "In person")
    press(council, "Record it and pass it on")
    says(council, LONE_PARENT, "Applied in 0 of 1.")

    jobcentre = open_page(user="dana")
    jobcentre.goto(f"{case}/circumstances")
    says(jobcentre, LONE_PARENT, PHONE_NUMBER)
    press(jobcentre, "Our records hold it (change of who they live with)")
    says(jobcentre, "Applied in 1 of 1.")
    jobcentre.goto(f"{case}/plan")
    says(jobcentre, "You do not see this customer\u2019s plan.")
    council.goto(f"{case}/circumstances")
    council.locator("summary", has_text="Changes that are settled (1)").click()
    says(council, "Applied in 1 of 1.", f"{JOBCENTRE}: applied on", f"{JOBCENTRE}: not acknowledged yet")

    council.goto(f"{case}/plan")
    follow(council, "Add a goal")
    fill(council, "What does the customer want, in their own words?", GOAL)
    press(council, "Put it on the plan")
    for organisation, user in ((PROVIDER, "joan"), (COLLEGE, "imran")):
        desk = open_page(user=user)
        desk.goto(f"{case}/plan")
        follow(desk, "Bring another agency\u2019s plan in")
        mark(desk, "Whose plan is it?", organisation)
        desk.get_by_label("What the customer does, one step a line (optional)").fill("\n".join(STEPS[organisation]))
        press(desk, "Bring every line in")
        says(desk, GOAL, *STEPS[organisation])
        look(desk, f"story-plan-{user}")
        shows_neither(desk, case)

    # One plan of two, and one line she will not have.
    phone.goto("/me/plan")
    says(phone, GOAL, *STEPS[PROVIDER], *STEPS[COLLEGE])
    look(phone, "story-plan")
    phone.get_by_role("link", name=f"I do not agree : {NURSERY}").click()
    fill(phone, "Say it in your own words", OBJECTION)
    press(phone, "Say so")
    says(phone, OBJECTION)

    # Who looked, and one of them no longer.
    phone.goto("/me/sharing")
    follow(phone, "Everybody who looked, and why")
    says(phone, *LOOKED, "they may see what you agreed to, until")
    look(phone, "story-looks")
    phone.goto("/me/sharing")
    phone.get_by_role("link", name=f"your plan with {COLLEGE}").click()
    press(phone, "Stop sharing now")
    says(phone, "Stopped. They see it no more.")
    college = open_page(user="imran")
    college.goto(case)
    says(college, "There is no customer here that you can open.")
    # The provider still has the plan, and reads what she objected to.
    provider = open_page(user="joan")
    provider.goto(f"{case}/plan")
    says(provider, GOAL, NURSERY, f"Objected to by the customer: \u201c{OBJECTION}\u201d")

    # All of it, to take away.
    phone.goto("/me")
    follow(phone, "A copy of my record")
    follow(phone, "Ask for something")
    mark(phone, "What is asked for?", "A copy of the record")
    press(phone, "Ask for this")
    look(phone, "story-asked")
    # Advisers of other organisations wrote in it, so somebody who answers for the record reads it through first.
    says(phone, "Somebody reads the record through first")
    reader = open_page(user="idris")
    reader.goto(phone.url.split("?")[0])
    look(reader, "story-review")
    for number in range(1, reader.get_by_label("does it stay?").count() + 1):
        choose(reader, f"Text {number}: does it stay? (optional)", "stays")
    press(reader, "Save what is decided")
    press(reader, "Give the copy out")
    says(reader, "The copy is given out.")
    phone.reload()
    with phone.expect_download() as coming:
        phone.get_by_role("main").get_by_role("link", name="Download it as data").click()
    held = Path(coming.value.path()).read_text()
    for words in (person.family, PHONE_NUMBER, "lone-parent", GOAL, NURSERY, OBJECTION):
        assert words in held, words
    return Telling(person, case, held)


def tell_by_api(address: str, open_page: OpenPage) -> Telling:
    """The same story, told by programs of the same people, and hers by a program of her own."""
    person = robyn()
    by = {name: Api(address, make_token(open_page(user=user))) for name, user in users().items()}
    council = by[COUNCIL]
    day, month, year = (int(part) for part in person.born.split())
    born = f"{year:04}-{month:02}-{day:02}"
    made = council.send("/customers", {"given": person.given, "family": person.family, "born": born})
    case = f"/customers/{made['command']}"
    for organisation in SHARES:
        if organisation != COLLEGE:
            council.send(f"{case}/forms/share", shared(council, case, "share", organisation) | {"how": "in-person"})

    # The college she lets in by herself.
    asked = council.send(f"{case}/forms/ask-share", shared(council, case, "ask-share", COLLEGE) | {"words": WHY})
    her = council.let_in(case)
    assert her.get("/me")["role"] == "customer"
    answer = f"/own/forms/share/{asked['command']}"
    kinds = [CODES[kind] for kind in SHARES[COLLEGE][0]]
    her.send(answer, {"agreed": True, "categories": kinds, "until": her.get(answer)["values"]["until"]})
    college = next(one for one in her.get(f"{case}/sharing")["consents"] if one["recipient"]["name"] == COLLEGE)

    council.send(f"{case}/forms/tell-change/phone", {"detail": PHONE_NUMBER} | heard(council, case, "phone"))
    council.send(f"{case}/forms/tell-change/household", {"code": "lone-parent"} | heard(council, case, "household"))
    change = household(by[JOBCENTRE], case)
    assert applied(change) == []
    by[JOBCENTRE].send(f"{case}/forms/apply-change/{change['id']}", {})
    assert applied(household(council, case)) == [JOBCENTRE]
    assert by[JOBCENTRE].refused(f"{case}/plan")[0] in (403, 404)

    council.send(f"{case}/forms/plan-goal", {"words": GOAL})
    for organisation in (PROVIDER, COLLEGE):
        choices = by[organisation].get(f"{case}/forms/plan-bring-in")["schema"]["properties"]["from"]["oneOf"]
        agency = next(one["const"] for one in choices if organisation in one["title"])
        by[organisation].send(f"{case}/forms/plan-bring-in", {"from": agency, "lines": "\n".join(STEPS[organisation])})
        for part in ("", "/circumstances", "/journey"):
            read = json.dumps(by[organisation].ask("GET", f"{case}{part}").json)
            assert PHONE_NUMBER not in read, (organisation, part)
            assert "lone-parent" not in read, (organisation, part)

    # One plan of two, and one line she will not have.
    step = next(one for one in her.get(f"{case}/plan")["actions"] if one["text"] == NURSERY)
    her.send(f"/own/forms/object/{step['id']}", {"words": OBJECTION})

    # Who looked, and one of them no longer.
    reasons = {f"{one['person']}, {one['organisation']}": one["reason"] for one in her.every(f"{case}/looks")}
    assert all("because the person agreed on" in reasons[who] for who in LOOKED), reasons
    her.send(f"/own/forms/stop/{college['id']}", {})
    assert by[COLLEGE].refused(case) == (404, "case.none")
    # The provider still has the plan, and reads what she objected to.
    read = next(one for one in by[PROVIDER].get(f"{case}/plan")["actions"] if one["text"] == NURSERY)
    assert OBJECTION in [said.get("words") for said in read["answers"]]

    # All of it, to take away, once it is read through.
    request = her.send(f"{case}/requests", {"kind": "access"})["command"]
    path = f"{case}/requests/{request}"
    assert her.refused(f"{path}/copy") == (422, "copy.not-yet")
    reader = Api(address, make_token(open_page(user="idris")))
    texts = reader.get(path)["texts"]
    reader.send(
        f"{path}/review",
        {"decisions": [{"event": one["event"], "text": one["text"], "reason": "nobody-else"} for one in texts]},
    )
    reader.send(f"{path}/release", {})
    return Telling(person, case, json.dumps(her.get(f"{path}/copy")))


def shared(council: Api, case: str, form: str, organisation: str) -> dict[str, Any]:
    """What the forms about sharing ask of one organisation, as the council fills them in."""
    offered = council.get(f"{case}/forms/{form}")
    kinds, purpose = SHARES[organisation]
    choices = offered["schema"]["properties"]["recipient"]["oneOf"]
    told = {
        "recipient": next(one["const"] for one in choices if organisation in one["title"]),
        "categories": [CODES[kind] for kind in kinds],
        "purpose": purpose,
    }
    until = offered["values"].get("until")
    return told | {"until": until} if until else told


def heard(council: Api, case: str, kind: str) -> dict[str, Any]:
    """What the form about a change already knows, said in person."""
    known: dict[str, Any] = council.get(f"{case}/forms/tell-change/{kind}")["values"]
    return known | {"route": "in-person"}


def household(reader: Api, case: str) -> dict[str, Any]:
    """What was told of who she lives with, as somebody reads it."""
    changes: list[dict[str, Any]] = reader.get(f"{case}/circumstances")["changes"]
    return next(one for one in changes if one["kind"] == "household")


def applied(change: dict[str, Any]) -> list[str]:
    """Whose own records hold a change."""
    return [one["organisation"]["name"] for one in change["told"] if "applied" in one]


def users() -> dict[str, str]:
    return {COUNCIL: "nell", JOBCENTRE: "dana", PROVIDER: "joan", COLLEGE: "imran"}


def nameless(text: str, person: MadeUp) -> str:
    """The same without her name, which no two tellings share."""
    return text.replace(person.given, "GIVEN").replace(person.family, "FAMILY")


def circumstances(her: Api, case: str) -> dict[str, Any]:
    """What is held of how things are, and what was told, without ids and hours."""
    found = her.get(f"{case}/circumstances")
    held = ("kind", "detail", "from", "until", "today", "certainty", "source")
    told = ("kind", "detail", "from", "certainty", "source", "route", "basis", "state")
    return {
        "held": [[one.get(name) for name in held] for one in found["held"]],
        "told": [[one.get(name) for name in told] for one in found["changes"]],
        "by": [[one["event"]["by"]["name"], one["event"]["for"]["name"]] for one in found["changes"]],
        "to": [[one["organisation"]["name"] for one in change["told"]] for change in found["changes"]],
    }


def copied(copy: str) -> dict[str, Any]:
    """A copy as it was given out, without hours and without who looked, which is compared by itself."""
    whole = json.loads(copy)
    facts = ("day", "kind", "what", "more", "by", "texts")
    return {
        "sections": {
            section["title"]: section["rows"]
            for section in whole["sections"]
            if section["title"] != "Who looked at your record"
        },
        "entries": [[entry[name] for name in facts] for entry in whole["entries"]],
        "recorded": [one["as recorded"] for one in whole["entries"] if one["kind"] != "customer.registered"],
    }


def record(council: Api, telling: Telling) -> dict[str, Any]:
    """What a telling left, as she reads it, without her name, ids and hours."""
    case = telling.case
    her = council.let_in(case)
    plan = her.get(f"{case}/plan")
    sharing = her.get(f"{case}/sharing")
    consents = ("categories", "purpose", "until", "how", "holds")
    whole = {
        "goals": [goal["words"] for goal in plan["goals"]],
        "steps": sorted(
            (one["text"], one["state"], [said.get("words") for said in one["answers"]]) for one in plan["actions"]
        ),
        "consents": sorted(
            [one["recipient"]["name"], *(one[name] for name in consents), "withdrawn" in one]
            for one in sharing["consents"]
        ),
        "told": sorted(
            [one["category"], one["day"], one["headline"], one["role"]]
            for one in told_by(her.every(f"{case}/journey?limit=100"), telling.person)
        ),
        "looks": sorted(
            {
                (one["person"], one["organisation"], one["role"], one["act"], one["reason"])
                for one in her.every(f"{case}/looks")
                if one["role"] != "customer"
            }
        ),
        "circumstances": circumstances(her, case),
        "requests": [
            [one.get(name) for name in ("kind", "on", "how", "due", "answer")]
            for one in her.get(f"{case}/requests")["requests"]
        ],
        "copy": copied(telling.copy),
    }
    told: dict[str, Any] = json.loads(nameless(json.dumps(whole), telling.person))
    return told


def told_by(entries: list[Any], person: MadeUp) -> list[Any]:
    """What happened, each with whose doing it was: hers, or that of somebody at an organisation."""
    return [one | {"role": "hers" if one["by"]["name"] == person.name else one["for"]["name"]} for one in entries]


def leaves_nothing(binary: Path, data: Path, folder: Path, *tellings: Telling) -> None:
    """Erases her, and brings a backup from before back beside it: nothing of hers is in either.

    Names are looked for byte by byte. Words are sealed, so they are looked for in a copy of the record, which had them.
    """
    store = f"sqlite:{data}/throughline.sqlite"
    backup = folder / "older.backup"
    words = [PHONE_NUMBER, GOAL, *STEPS[PROVIDER], *STEPS[COLLEGE], OBJECTION, WHY]
    for telling in tellings:
        words += [telling.person.given, telling.person.family]
    run(binary, "backup", str(backup), "--database", store)
    names = [telling.person.family for telling in tellings]
    assert found(names, data) == names, "She was there before"
    cases = [telling.case.rsplit("/", 1)[1] for telling in tellings]

    def copies(place: str) -> list[str]:
        command = ("--as", "json", "--draft", "--database", place)
        return [run(binary, "export", "sar", case, *command) for case in cases]

    for name, text in zip(names, copies(store), strict=True):
        # What others wrote is covered in a draft; what she said herself is not.
        assert found([OBJECTION, name], text) == [OBJECTION, name]
    for case in cases:
        run(binary, "erase", case, "--yes", "--database", store)
    assert found(names, data) == []
    run(binary, "verify", "--database", store)
    copy = folder / "restored"
    older = restored(binary, backup, data, copy)
    events = run(binary, "export", "events", "--database", older)
    assert found(cases, events) == cases, "That there was somebody stays on record"
    assert found(words, copy, events, *copies(store), *copies(older)) == []


def test_the_same_story_on_the_pages_and_by_the_api(
    address: str, open_page: OpenPage, binary: Path, demo: Program, tmp_path: Path
) -> None:
    told = tell_on_pages(open_page)
    sent = tell_by_api(address, open_page)
    council = Api(address, make_token(open_page(user="nell"), "To compare"))
    pages, programs = record(council, told), record(council, sent)
    for part in pages:
        assert pages[part] == programs[part], part
    assert [one[0] for one in pages["steps"]] == sorted(STEPS[PROVIDER] + STEPS[COLLEGE])
    assert [one[0] for one in pages["steps"] if OBJECTION in one[2]] == [NURSERY]
    assert [one[0] for one in pages["consents"] if one[-1]] == [COLLEGE], "One is withdrawn, and no other"
    # What she answered by herself, and what the council recorded for her.
    routes = {one[0]: one[4] for one in pages["consents"]}
    assert routes.pop(COLLEGE) == "online"
    assert set(routes.values()) == {"in-person"}
    assert {"college", "jobcentre"} <= {word.lower() for look in pages["looks"] for word in look[1].split()}
    assert [(one[0], one[2], one[4]) for one in pages["requests"]] == [("access", "online", "released")]
    assert all(json.loads(one.copy)["about"]["made up"] is True for one in (told, sent))
    leaves_nothing(binary, demo.folder / "data", tmp_path, told, sent)
