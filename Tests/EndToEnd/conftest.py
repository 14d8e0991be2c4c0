"""What every end-to-end test starts from: a demonstration that is being served, and pages open on it.

`page` and `phone` have their scripts off, because every page must work without them; `scripted` has them on.
"""

import os
from collections.abc import Callable, Generator, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, StorageState, ViewportSize, sync_playwright

from browser import DESKTOP, PHONE, new_context, new_page, shot, sign_in
from program import Program, SignIn, demonstration

ROOT = Path(__file__).resolve().parents[2]
BINARY = Path(os.environ.get("THROUGHLINE_BIN", ROOT / ".build/debug/throughline"))
# The shell is the same browser without the windows nobody looks at: a test takes three quarters of the time.
BROWSERS = [Path("/usr/bin/chromium-headless-shell"), Path("/usr/bin/chromium")]
CHROMIUM = os.environ.get("CHROMIUM") or next((path for path in BROWSERS if path.exists()), BROWSERS[0])
# As many as `make demo` makes: what a newcomer is shown is what is tested.
CUSTOMERS = 50

OpenPage = Callable[..., Page]
outcome = pytest.StashKey[pytest.TestReport]()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    # What is sent at random would stand in the way of every other test of its demonstration.
    items.sort(key=lambda item: item.path.name == "test_api_fuzz.py")
    # Two processes share the run, each with a demonstration of its own. What one does to it the next finds done, so a
    # file is always in the same half.
    files = sorted({item.path for item in items})
    for item in items:
        item.add_marker(pytest.mark.xdist_group(str(files.index(item.path) % 2)))
    if os.environ.get("CHECK_ALL") != "1":
        for item in items:
            if item.get_closest_marker("slow"):
                item.add_marker(pytest.mark.skip(reason="slow: runs in make check-all"))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if report.when == "call":
        item.stash[outcome] = report
    return report


@pytest.fixture(scope="session")
def binary() -> Path:
    """The built `throughline`."""
    if not BINARY.is_file():
        pytest.exit(f"{BINARY} is not built: run `swift build`, or set THROUGHLINE_BIN", returncode=1)
    return BINARY


@pytest.fixture(scope="session")
def third_party_data() -> Path:
    """The folder of published data; tests that need it are skipped where it is not to be had."""
    folder = os.environ.get("THIRD_PARTY_DATA")
    if not folder:
        pytest.skip("needs published data: set THIRD_PARTY_DATA to its folder")
    return Path(folder)


@pytest.fixture(scope="session")
def demo(binary: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Program]:
    """One demonstration for the whole run, on a port the system chose."""
    with demonstration(binary, tmp_path_factory.mktemp("demo"), CUSTOMERS) as program:
        yield program


@pytest.fixture(scope="session")
def address(demo: Program) -> str:
    """Where the demonstration is served, with no slash at its end."""
    return demo.address


@pytest.fixture(scope="session")
def people(demo: Program) -> dict[str, SignIn]:
    """Who can sign in to the demonstration, by user name."""
    return demo.people


@pytest.fixture(scope="session")
def guest(people: dict[str, SignIn]) -> str:
    """The name of the customer who can sign in to a page of their own."""
    return people["customer"].row["who"].split(",")[0]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser for the whole run; `--no-sandbox` because a container often runs as root."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-dev-shm-usage"], timeout=60_000
        )
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def memories(chromium: Browser, address: str, people: dict[str, SignIn]) -> Callable[[str], StorageState]:
    """What a browser remembers once that person has signed in; each signs in once a run, which is all the limit on
    attempts leaves room for."""
    kept: dict[str, StorageState] = {}

    def memory(user: str) -> StorageState:
        if user not in kept:
            context = new_context(chromium, address, DESKTOP)
            sign_in(new_page(context, scripts=False), people[user])
            kept[user] = context.storage_state()
            context.close()
        return kept[user]

    return memory


@pytest.fixture
def open_page(
    chromium: Browser, address: str, memories: Callable[[str], StorageState], request: pytest.FixtureRequest
) -> Iterator[OpenPage]:
    """Opens a page, by `open_page(PHONE, scripts=True)` nobody's, by `open_page(user="dana")` hers; a failed test
    leaves its picture."""
    pages: list[tuple[BrowserContext, Page]] = []

    def open_page(size: ViewportSize = DESKTOP, *, user: str | None = None, scripts: bool = False) -> Page:
        context = new_context(chromium, address, size, memories(user) if user else None)
        page = new_page(context, scripts=scripts)
        pages.append((context, page))
        return page

    yield open_page
    report = request.node.stash.get(outcome, None)
    for number, (context, page) in enumerate(pages, start=1):
        if report and report.failed:
            shot(page, f"{request.node.name}-{number}", folder="failures")
        context.close()


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    """A desk's screen, scripts off."""
    return open_page()


@pytest.fixture
def phone(open_page: OpenPage) -> Page:
    """A phone's screen, scripts off."""
    return open_page(PHONE)


@pytest.fixture
def scripted(open_page: OpenPage) -> Page:
    """A desk's screen, scripts on."""
    return open_page(scripts=True)
