"""Filling in a page as a person does: by the words they read on it."""

from dataclasses import dataclass
from urllib.parse import urlsplit
from uuid import uuid4

from playwright.sync_api import Locator, Page, expect

from browser import look


def fill(page: Page, label: str, text: str) -> None:
    """Types into the field with that label."""
    page.get_by_role("main").get_by_label(label, exact=True).fill(text)


def fill_day(page: Page, label: str, day: str) -> None:
    """Types `14 8 2012` into the three boxes under that label."""
    boxes = page.get_by_role("group", name=label)
    for box, part in zip(("Day", "Month", "Year"), day.split(), strict=True):
        boxes.get_by_label(box, exact=True).fill(part)


def choose(page: Page, label: str, option: str) -> None:
    """Chooses from the list with that label the first option that has those words."""
    options = page.get_by_role("main").get_by_label(label, exact=True)
    words = [text for text in options.locator("option").all_inner_texts() if option in text]
    assert words, f"{label!r} offers {options.locator('option').all_inner_texts()}, not {option!r}"
    options.select_option(label=words[0])


def mark(page: Page, group: str, answer: str) -> None:
    """Marks one answer of the question with that label."""
    page.get_by_role("group", name=group).get_by_label(answer, exact=True).check()


def press(page: Page, name: str) -> None:
    """Presses the button with those words, and waits for the page it leads to."""
    page.get_by_role("button", name=name, exact=True).click()
    page.wait_for_load_state()


def follow(page: Page, name: str, within: Locator | None = None) -> None:
    """Follows the first link whose words begin with these; a link may go on for those who hear it."""
    (within or page.get_by_role("main")).get_by_role("link", name=name).first.click()
    page.wait_for_load_state()


def visit(page: Page, form: str, name: str) -> None:
    """Looks at a form that this page leads to or sends from where it stands, by the word in its address, and comes
    back."""
    here = page.url
    found = page.get_by_role("main").locator(f"a[href*='/do/{form}'], form[action*='/do/{form}']").first
    page.goto(found.get_attribute("href") or found.get_attribute("action") or "")
    look(page, name)
    page.goto(here)


def says(page: Page, *texts: str) -> None:
    """Fails when the page does not show one of these texts."""
    for text in texts:
        expect(page.get_by_role("main")).to_contain_text(text)


def customers(page: Page, list_path: str, but: str = "") -> list[str]:
    """The paths of the customers on a list, each once, without the one of that name."""
    page.goto(list_path)
    rows = page.get_by_role("table").get_by_role("row")
    links = (rows.filter(has_not_text=but) if but else rows).locator("a[href^='/customers/']")
    found = dict.fromkeys(str(link.get_attribute("href")) for link in links.all())
    return [path for path in found if path.count("/") == 2]


def first_customer(page: Page, list_path: str) -> str:
    """The path of the first customer on a list."""
    paths = customers(page, list_path)
    assert paths, f"Nobody is on {list_path}"
    return paths[0]


@dataclass(frozen=True)
class MadeUp:
    """Somebody who is like nobody else in name or birth date."""

    given: str
    family: str
    born: str

    @property
    def name(self) -> str:
        return f"{self.given} {self.family}"


def somebody_new() -> MadeUp:
    """Somebody nobody has met."""
    number = uuid4().int

    def word(syllables: int) -> str:
        nonlocal number
        text = ""
        for _ in range(syllables):
            number, consonant = divmod(number, 10)
            number, vowel = divmod(number, 5)
            text += "bdfgklmnrt"[consonant] + "aeiou"[vowel]
        return text.capitalize()

    return MadeUp(word(3), word(5), f"{number % 28 + 1} {number % 12 + 1} {number % 50 + 1946}")


def fill_in(page: Page, person: MadeUp) -> None:
    """Opens the form that registers a customer, and fills it in."""
    page.goto("/customers/new")
    fill(page, "First name", person.given)
    fill(page, "Family name", person.family)
    fill_day(page, "Birth date", person.born)


def register(page: Page, person: MadeUp) -> str:
    """Registers a customer at the reader's office, and returns the path of their page."""
    fill_in(page, person)
    press(page, "Register this customer")
    says(page, "Registered.")
    return urlsplit(page.url).path


def refer(page: Page) -> None:
    """Refers to the Work Programme somebody whose page this is, who has been on jobseeker's allowance for a year."""
    follow(page, "Record a benefit")
    choose(page, "Benefit", "(JSA)")
    mark(page, "On it or off it?", "On it")
    fill(page, "From", "9/8/2011")
    press(page, "Record this benefit")
    follow(page, "Work Programme")
    for box in page.get_by_role("group", name="Tick each thing").get_by_role("checkbox").all():
        box.check()
    page.get_by_label("The same was given in writing").check()
    press(page, "Record this interview")
    follow(page, "Refer to Work Programme")
    choose(page, "Benefit", "(JSA)")
    fill(page, "First day of the claim", "9/8/2011")
    press(page, "Check the answers")
    press(page, "Refer, and draw the provider")


def code_for(page: Page, customer: str) -> str:
    """Lets a customer in to a page of their own, and returns their code."""
    page.goto(customer)
    follow(page, "Let them in")
    mark(page, "How do they get in?", "A code, to print or read out")
    press(page, "Let them in")
    return page.locator(".code").inner_text()


def records(page: Page, person: MadeUp) -> int:
    """How many customers of that name are found."""
    page.goto(f"/search?q={person.given}+{person.family}")
    return page.get_by_role("table").get_by_role("row").filter(has_text=person.name).count()
