"""A customer who reads Welsh: each of their pages in Welsh, first word to last, or in English and saying so."""

import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from browser import DESKTOP, PAGES, PHONE, WALKED, enter, fits, look, page_of, shot
from conftest import OpenPage
from forms import code_for, register, somebody_new

NOT_IN_WELSH = "Nid yw\u2019r dudalen hon ar gael yn Gymraeg eto."
# What is the same in both languages, or is a name: nothing to find.
SHORT = 9
# A form that a page of theirs leads to or sends from where it stands, and whatever in its address is one thing's own.
LEADS = re.compile(r'(?:href|action)="(/me/do/[^"?#]+)')
REFERENCE = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}$")


@pytest.fixture(scope="session")
def english(binary: Path) -> list[str]:
    """Every English phrase of the catalogue that has Welsh of its own, without what stands for values."""
    listed = subprocess.run([binary, "words", "--json"], check=True, capture_output=True, text=True, timeout=60)
    phrases = [row for row in json.loads(listed.stdout) if row["welsh"] != row["english"]]
    parts = (part.strip(" .:?!,") for row in phrases for part in re.split(r"\{\d\}", row["english"]))
    return sorted({part for part in parts if len(part) >= SHORT})


def is_welsh(page: Page, english: list[str]) -> None:
    """Fails when the page is not Welsh, or says something of the English catalogue."""
    expect(page.locator("html"), page.url).to_have_attribute("lang", "cy")
    expect(page.get_by_role("main")).not_to_contain_text(NOT_IN_WELSH)
    # What people typed is in the language they typed it in.
    text = page.evaluate(
        """() => {
            const copy = document.body.cloneNode(true)
            copy.querySelectorAll('blockquote, .detail, .plan-action strong, [lang=en]').forEach(one => one.remove())
            return copy.innerText
        }"""
    )
    says_nothing_in_english(text, english, page.url)


def says_nothing_in_english(text: str, english: list[str], where: str) -> None:
    """Fails when a text has a phrase of the English catalogue."""
    found = [part for part in english if re.search(rf"(?<!\w){re.escape(part)}(?!\w)", text)]
    assert not found, f"{where} says in English: {found}"


@pytest.fixture
def phone(open_page: OpenPage) -> Iterator[Page]:
    """A customer's phone, set to Welsh on their own page."""
    page = open_page(PHONE, user="customer")
    page.goto("/me")
    page.get_by_role("button", name="Cymraeg").click()
    page.wait_for_load_state()
    yield page
    page.goto("/me")
    page.get_by_role("button", name="English").click()
    page.wait_for_load_state()


def test_signing_in(open_page: OpenPage, english: list[str]) -> None:
    page = open_page(PHONE)
    page.goto("/welcome")
    expect(page.locator("html")).to_have_attribute("lang", "en-GB")
    page.get_by_role("button", name="Cymraeg").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Eich tudalen eich hun")
    is_welsh(page, english)
    look(page, "welsh-welcome")
    page.locator("[name=code]").fill("AAAAA AAAAA")
    page.locator("[name=code]").press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("Nid yw\u2019r cod hwn yn gadael neb i mewn.")
    is_welsh(page, english)
    look(page, "welsh-welcome-wrong")
    page.goto("/welcome/nothing-there")
    is_welsh(page, english)
    look(page, "welsh-welcome-link")


def test_every_page_of_their_own(phone: Page, open_page: OpenPage, english: list[str]) -> None:
    """The pages that stand alone, by the list of every page, and each form about one thing that they lead to."""

    def read(address: str) -> list[str]:
        """Reads one page; the pages it leads to."""
        answer = phone.goto(address)
        assert answer is not None
        assert answer.status == 200, f"{address} answers {answer.status}"
        is_welsh(phone, english)
        page = page_of(address)
        assert page is not None
        words = re.findall(r"\w+", REFERENCE.sub("", address))
        name = "-".join(["welsh", *(words[1:] or ["home"])])
        if PAGES[page] == WALKED:
            look(phone, name)
        else:
            fits(phone)
            shot(phone, name)
        return LEADS.findall(phone.content())

    alone = [page for page in PAGES if page.startswith("/me") and ":" not in page]
    led = dict.fromkeys(address for page in alone for address in read(page))
    # One of each form, and of what they tell each kind.
    about = {REFERENCE.sub("", address): address for address in led if address not in alone}
    assert sum("/tell/" in address for address in about) >= 5, f"They are led to {list(led)}"
    for address in about.values():
        read(address)
    desk = open_page(DESKTOP, user="customer")
    desk.goto("/me")
    is_welsh(desk, english)
    look(desk, "welsh-home")


def test_forms_answer_in_welsh(phone: Page, english: list[str]) -> None:
    phone.goto("/me/do/step")
    phone.get_by_role("button", name="Ei roi ar fy nghynllun").click()
    expect(phone.get_by_role("alert")).to_contain_text("Llenwch \u201cBeth yw\u2019r cam?\u201d.")
    is_welsh(phone, english)
    look(phone, "welsh-step-wrong")
    phone.locator("[name=text]").fill("Holi fy nghymydog am y becws")
    phone.locator("[name=due-day]").fill("31")
    phone.locator("[name=due-month]").fill("2")
    phone.locator("[name=due-year]").fill("2013")
    phone.get_by_role("button", name="Ei roi ar fy nghynllun").click()
    expect(phone.get_by_role("alert")).to_contain_text("Nid oes diwrnod o\u2019r fath")
    is_welsh(phone, english)
    phone.locator("[name=due-day]").fill("28")
    phone.get_by_role("button", name="Ei roi ar fy nghynllun").click()
    expect(phone.get_by_role("status")).to_have_text("Mae ar eich cynllun.")
    expect(phone.get_by_role("main")).to_contain_text("28 Chwefror 2013")
    is_welsh(phone, english)


def test_what_the_rules_refuse_is_in_welsh(phone: Page, english: list[str]) -> None:
    for _ in range(2):
        phone.goto("/me/do/step")
        phone.locator("[name=text]").fill("Holi yn y llyfrgell")
        phone.get_by_role("button", name="Ei roi ar fy nghynllun").click()
    expect(phone.get_by_role("alert")).to_contain_text("Mae\u2019r cam hwn ar eich cynllun yn barod.")
    is_welsh(phone, english)
    look(phone, "welsh-step-twice")


def test_the_sheet_with_a_code_is_in_the_language_they_read(open_page: OpenPage, english: list[str]) -> None:
    dana = open_page(user="dana")
    customer = register(dana, somebody_new())
    enter(phone := open_page(PHONE), code_for(dana, customer))
    phone.get_by_role("button", name="Cymraeg").click()
    phone.wait_for_load_state()
    code_for(dana, customer)
    sheet = dana.locator(".code-sheet")
    expect(sheet).to_have_attribute("lang", "cy")
    expect(sheet).to_contain_text("Teipiwch ef yn y cyfeiriad hwn")
    expect(dana.get_by_role("main")).to_contain_text("The sheet is in Welsh, which they read.")
    says_nothing_in_english(sheet.inner_text(), english, dana.url)
    look(dana, "welsh-code")
    dana.emulate_media(media="print")
    expect(dana.get_by_role("heading", level=1)).to_be_hidden()
    expect(sheet).to_be_visible()
    dana.emulate_media(media="screen")


def test_rights(phone: Page, english: list[str]) -> None:
    phone.goto("/me")
    phone.get_by_role("link", name="Copi o fy nghofnod, a\u2019i gywiro").click()
    is_welsh(phone, english)
    look(phone, "welsh-rights")
    phone.get_by_role("link", name="Gofyn am rywbeth").click()
    is_welsh(phone, english)
    look(phone, "welsh-ask")
    phone.get_by_label("Cywiro rhywbeth").check()
    phone.locator("[name=words]").fill("Nid yw fy nghyfeiriad yn iawn.")
    phone.get_by_role("button", name="Gofyn am hyn").click()
    expect(phone.get_by_role("status")).to_contain_text("Rydym wedi ei nodi")
    is_welsh(phone, english)
    look(phone, "welsh-request")


def test_the_copy_is_in_welsh(open_page: OpenPage, english: list[str], tmp_path: Path) -> None:
    dana = open_page(user="dana")
    customer = register(dana, somebody_new())
    enter(phone := open_page(PHONE), code_for(dana, customer))
    phone.get_by_role("button", name="Cymraeg").click()
    phone.get_by_role("link", name="Copi o fy nghofnod").click()
    phone.get_by_role("link", name="Gofyn am rywbeth").click()
    phone.get_by_label("Copi o\u2019r cofnod").check()
    phone.get_by_role("button", name="Gofyn am hyn").click()
    expect(phone.get_by_role("status")).to_contain_text("Mae\u2019r copi\u2019n barod.")
    with phone.expect_download() as coming:
        phone.get_by_role("link", name="Lawrlwytho\u2019r copi").click()
    file = tmp_path / "record.html"
    file.write_text(Path(coming.value.path()).read_text())
    copy = open_page()
    copy.goto(f"file://{file}")
    is_welsh(copy, english)
    look(copy, "welsh-copy")


def test_a_page_with_no_welsh_is_in_english_and_says_so_in_welsh(phone: Page) -> None:
    phone.goto("/areas")
    expect(phone.locator("html")).to_have_attribute("lang", "en-GB")
    sentence = phone.get_by_role("main").locator("[lang=cy]")
    expect(sentence).to_contain_text(NOT_IN_WELSH)
    look(phone, "welsh-not-yet")


def test_a_page_that_is_not_there(phone: Page, english: list[str]) -> None:
    phone.goto("/me/nothing")
    expect(phone.get_by_role("heading", level=1)).to_have_text("Nid oes tudalen o\u2019r fath")
    is_welsh(phone, english)


def test_letters_follow_the_choice(phone: Page, open_page: OpenPage) -> None:
    name = phone.locator(".account span").first.inner_text()
    desk = open_page(user="dana")
    desk.goto(f"/search?q={name.replace(' ', '+')}")
    links = desk.get_by_role("table").locator("a[href^='/customers/']")
    if links.count() == 0:
        pytest.skip("The guest's record is kept elsewhere")
    desk.goto(links.first.get_attribute("href") or "")
    expect(desk.get_by_role("main")).to_contain_text("Language they read: Welsh")
    expect(desk.locator("html")).to_have_attribute("lang", "en-GB")
