"""A person's view: pages of two sizes, scripts off unless asked for, and what every page is held to."""

import os
import re
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from weakref import WeakKeyDictionary

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, CDPSession, Page, StorageState, ViewportSize

from program import SignIn

ARTEFACTS = Path(__file__).resolve().parents[2] / "artefacts"
DESKTOP: ViewportSize = {"width": 1280, "height": 900}
PHONE: ViewportSize = {"width": 360, "height": 740}
THOROUGH = os.environ.get("CHECK_ALL") == "1"
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]

# Every page of the site, and the picture that holds it to what every page is held to; or that it is walked.
WALKED = "walked"
PAGES = dict(
    line.split() for line in (Path(__file__).parent / "pages.txt").read_text().splitlines() if not line.startswith("#")
)
PICTURES = {picture: page for page, picture in PAGES.items() if picture != WALKED}

# The pages whose scripts are off, and the session that switched them off and can switch them on.
_without_scripts: WeakKeyDictionary[Page, CDPSession] = WeakKeyDictionary()
# The kinds of page whose colours were looked at.
_seen_in_colour: set[str | None] = set()


def new_context(
    browser: Browser, address: str, size: ViewportSize, memory: StorageState | None = None
) -> BrowserContext:
    """A browser in London whose pages give up on anything after ten seconds; it remembers a sign-in or nothing."""
    context = browser.new_context(
        base_url=address, viewport=size, locale="en-GB", timezone_id="Europe/London", storage_state=memory
    )
    context.set_default_timeout(10_000)
    return context


def new_page(context: BrowserContext, *, scripts: bool) -> Page:
    """A page of that browser.

    Scripts are switched off by the page's own session, not by the context's `java_script_enabled`, because axe needs
    them on while it looks (`axe`).
    """
    page = context.new_page()
    if not scripts:
        session = context.new_cdp_session(page)
        session.send("Emulation.setScriptExecutionDisabled", {"value": True})
        _without_scripts[page] = session
    return page


def sign_in(page: Page, person: SignIn) -> None:
    """Signs in through the form, as a person would; fails when the form is still there afterwards."""
    if ", customer at " in person.row.get("who", ""):
        enter(page, person.password)
        return
    page.goto("/sign-in")
    page.locator("[name=name]").fill(person.user)
    page.locator("[name=password]").fill(person.password)
    page.locator("[name=password]").press("Enter")
    page.wait_for_load_state()
    assert page.locator("[name=password]").count() == 0, f"{person.user} could not sign in:\n{text_of(page)}"


def enter(page: Page, code: str) -> None:
    """Goes in to a customer's own page with a code."""
    page.goto("/welcome")
    page.locator("[name=code]").fill(code)
    page.locator("[name=code]").press("Enter")
    page.wait_for_load_state()
    assert page.url.endswith("/me"), f"The code {code} let nobody in:\n{text_of(page)}"


def page_of(address: str) -> str | None:
    """Which page of the list an address is of; of several that it may be, the one that says most of it."""
    path = urlsplit(address).path
    fitting = [page for page in PAGES if re.fullmatch(re.sub(r":\w+", "[^/]+", page), path)]
    return min(fitting, key=lambda page: page.count(":"), default=None)


def text_of(page: Page) -> str:
    """What the page says, for a failure's text."""
    return page.locator("body").inner_text()[:2000]


def axe(page: Page) -> None:
    """Fails when the page as it stands breaks WCAG 2.2 AA, saying which rule, where, and what to mend."""
    session = _without_scripts.get(page)
    if session:
        session.send("Emulation.setScriptExecutionDisabled", {"value": False})
    try:
        # What a page does right is not listed: that takes as long again as finding what it does wrong. So does looking
        # for contrast: a page of a kind that was looked at before has its colours. `make check-all` is thorough.
        kind = page_of(page.url)
        has_known_colours = kind is not None and kind in _seen_in_colour and not THOROUGH
        options = {
            "runOnly": {"type": "tag", "values": WCAG},
            "resultTypes": ["violations"],
            "rules": {"color-contrast": {"enabled": not has_known_colours}},
            "preload": False,
        }
        _seen_in_colour.add(kind)
        results = Axe().run(page, options=options)
    finally:
        if session:
            session.send("Emulation.setScriptExecutionDisabled", {"value": True})
    violations: list[dict[str, Any]] = results.response["violations"]
    lines = [f"{page.url} breaks {len(violations)} accessibility rules:"]
    for violation in violations:
        lines.append(f"\n{violation['id']} ({violation['impact']}): {violation['help']}\n  {violation['helpUrl']}")
        for node in violation["nodes"]:
            checks = node["any"] + node["all"] + node["none"]
            lines.append(f"  at {node['target']}\n    {node['html']}")
            lines.extend(f"    - {check['message']}" for check in checks)
    assert not violations, "\n".join(lines)


def fits(page: Page) -> None:
    """Fails when the page has to be moved sideways to be read."""
    wide, seen = page.evaluate("() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]")
    assert wide <= seen, f"{page.url} is {wide} pixels wide on a screen of {seen}"


def look(page: Page, name: str) -> None:
    """Holds a page to what every page is held to, and keeps its picture; in `make check-all` on both screens."""
    size = page.viewport_size or DESKTOP
    others = [PHONE if size["width"] == DESKTOP["width"] else DESKTOP] if THOROUGH else []
    for screen in [*others, size]:
        if others:
            page.set_viewport_size(screen)
        axe(page)
        fits(page)
        shot(page, name)


def shot(page: Page, name: str, folder: str = "screenshots") -> Path:
    """Keeps a picture of the whole page in artefacts/screenshots, named after it and the size of the screen.

    Fails when the list of pages has that name for the picture of another page.
    """
    if folder == "screenshots" and name in PICTURES:
        assert page_of(page.url) == PICTURES[name], f"{page.url} is not {PICTURES[name]}, which {name} is a picture of"
    size = page.viewport_size or DESKTOP
    kind = "phone" if size["width"] < 600 else "desktop"
    path = ARTEFACTS / folder / f"{name}-{kind}.jpg"
    path.parent.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=path, type="jpeg", quality=80, full_page=True, animations="disabled")
    return path
