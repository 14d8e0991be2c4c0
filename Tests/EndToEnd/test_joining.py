"""Joining a programme by choice: a session with its register, what changes said first, time to think, a decision."""

from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect

from browser import DESKTOP, PHONE, enter, look, new_context, new_page, shot, sign_in
from forms import MadeUp, choose, code_for, fill, fill_day, follow, mark, press, register, says, somebody_new, visit
from program import Program, demonstration

Sit = Callable[..., Page]


@pytest.fixture(scope="module")
def own_demo(binary: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Program]:
    """A demonstration of its own, because its clock is moved."""
    with demonstration(binary, tmp_path_factory.mktemp("joining"), customers=3) as program:
        yield program


@pytest.fixture
def sit(own_demo: Program, chromium: Browser, request: pytest.FixtureRequest) -> Iterator[Sit]:
    """A fresh screen, scripts off, where that person has signed in, or nobody."""
    opened: list[tuple[BrowserContext, Page]] = []

    def sit(user: str | None = None, size: ViewportSize = DESKTOP) -> Page:
        context = new_context(chromium, own_demo.address, size)
        page = new_page(context, scripts=False)
        opened.append((context, page))
        if user:
            sign_in(page, own_demo.people[user])
        return page

    failed = request.session.testsfailed
    yield sit
    for number, (context, page) in enumerate(opened, start=1):
        if request.session.testsfailed > failed:
            shot(page, f"{request.node.name}-{number}", folder="failures")
        context.close()


def test_somebody_hears_of_it_thinks_and_joins(sit: Sit) -> None:
    session = put_on(sit("priya"))
    dana = sit("dana")
    dana.goto("/sessions")
    says(dana, "To come (1)", "Northway Futures, Mill House, Ashcombe")
    look(dana, "sessions")
    person = somebody_new()
    customer = register(dana, person)
    invite(dana, customer)
    registers(sit("priya"), sit("priya", PHONE), session, customer, person)
    tell(dana, customer)
    phone = sit(size=PHONE)
    enter(phone, code_for(dana, customer))
    thinks(phone)

    move_clock(dana, "14 8 2012")
    dana = sit("dana")
    dana.goto(customer)
    visit(dana, "session-came", "joining-came")
    visit(dana, "session-missed", "joining-missed")
    priya = sit("priya")
    priya.goto(session)
    says(priya, "Not recorded")
    look(priya, "session-who-came")
    press(priya, f"Came {person.name}")
    says(priya, "Recorded. Nothing follows by itself.", "Came")

    dana.goto(customer)
    visit(dana, "withdraw-session", "joining-withdraw")
    dana.goto("/today")
    asks = dana.get_by_role("row").filter(has_text="Ask what they decide.")
    expect(asks.filter(has_text=person.name)).to_have_count(1)
    look(dana, "joining-today")
    asks.filter(has_text=person.name).get_by_role("link", name="Record").click()
    expect(dana.get_by_role("group", name="What do they decide?")).to_be_visible()
    look(dana, "joining-decide")
    phone = sit(size=PHONE)
    enter(phone, code_for(dana, customer))
    follow(phone, "Read it and decide")
    mark(phone, "What do you decide?", "I join")
    press(phone, "Send my decision")
    says(phone, "To join, tick that you have read it and understand what changes.")
    look(phone, "own-join-unsigned")
    phone.get_by_label("I have read this, and I understand what changes").check()
    press(phone, "Send my decision")
    says(phone, "Thank you. What you decided is written down.", "You said on 14 August 2012 that you join.")
    dana.goto(customer)
    says(dana, "Joins, said on 14 August 2012", "and signed.")
    expect(dana.get_by_role("main")).not_to_contain_text("Ask what they decide.")
    look(dana, "joining-joined")


def put_on(priya: Page) -> str:
    """Puts a session on; the path of its page."""
    priya.goto("/sessions")
    press(priya, "Put it on")
    says(priya, "Choose one of the answers to “Programme”.")
    look(priya, "sessions-wrong")
    choose(priya, "Programme", "Work Programme")
    mark(priya, "How is it held?", "In a group")
    fill_day(priya, "Day", "10 8 2012")
    fill(priya, "Time", "10:30")
    fill(priya, "Minutes", "60")
    fill(priya, "Where", "Mill House, Ashcombe")
    fill(priya, "Places", "8")
    press(priya, "Put it on")
    says(priya, "It is on.", "Nobody is invited yet.", "0 of 8 taken")
    look(priya, "session-empty")
    return urlsplit(priya.url).path


def invite(dana: Page, customer: str) -> None:
    dana.goto(customer)
    follow(dana, "Invite to a session")
    look(dana, "session-invite")
    dana.get_by_role("group", name="Which session?").get_by_role("radio").first.check()
    mark(dana, "How would they rather hear of it?", "They do not mind")
    mark(dana, "How are they told?", "A letter given by hand")
    mark(dana, "Must they go?", "Yes")
    press(dana, "Check the answers")
    says(dana, "To require it, give their benefit and its first day.")
    choose(dana, "Benefit (optional)", "ESA")
    fill(dana, "First day of the claim (optional)", "1 3 2012")
    dana.get_by_label("I have considered whether going is right for them now").check()
    press(dana, "Check the answers")
    says(dana, "may be encouraged to go, and never required to")
    look(dana, "session-encouraged")
    mark(dana, "Must they go?", "No, they are invited")
    press(dana, "Check the answers")
    says(dana, "The letter, word for word", "An invitation to a talk")
    press(dana, "Give them this place")
    says(dana, "They have a place.", "In a group".lower())
    look(dana, "joining-invited")
    visit(dana, "uninvite", "joining-uninvite")


def registers(priya: Page, phone: Page, session: str, customer: str, person: MadeUp) -> None:
    """The host reads a name and no more."""
    for page in (priya, phone):
        page.goto(session)
        says(page, person.name, "By choice", "1 of 8 taken", "Ask nobody in a group about their health")
        look(page, "session-register")
    priya.goto(customer)
    says(priya, "You cannot")
    expect(priya.get_by_role("main")).not_to_contain_text(person.family)


def tell(dana: Page, customer: str) -> None:
    dana.goto(customer)
    follow(dana, "Say what joining changes")
    look(dana, "joining-tell")
    choose(dana, "Benefit", "JSA")
    fill(dana, "First day of the claim", "1 4 2012")
    dana.get_by_label("Has early access been agreed?").check()
    dana.get_by_label("Are you without a settled home?").check()
    press(dana, "Check the answers")
    says(dana, "Say this, word for word", "Support lasts two years", "You choose whether to join.")
    look(dana, "joining-say")
    press(dana, "Record that they are told")
    says(dana, "Recorded, with what was said.", "Time to think until 13 August 2012.")
    look(dana, "joining-told")


def thinks(phone: Page) -> None:
    says(
        phone,
        "A choice for you",
        "You choose whether to go.",
        "Where: Mill House, Ashcombe",
        "what joining Work Programme changes",
    )
    look(phone, "own-joining")
    visit(phone, "cannot-go", "own-cannot-go")
    follow(phone, "Read it and decide")
    look(phone, "own-join")
    mark(phone, "What do you decide?", "I join")
    phone.get_by_label("I have read this, and I understand what changes").check()
    press(phone, "Send my decision")
    says(phone, "You can say yes from 13 August 2012", "You cannot say yes yet")
    mark(phone, "What do you decide?", "I want more time")
    press(phone, "Send my decision")
    says(phone, "Thank you. What you decided is written down.", "that you want more time")


def move_clock(page: Page, day: str) -> None:
    page.goto("/demonstration/clock")
    fill_day(page, "To a day", day)
    press(page, "Move to this day")
    says(page, "The demonstration clock has moved.")
