"""Letters by e-mail, from the form an adviser fills in to what a mail server has been given."""

import re
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import Path
from threading import Condition

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session
from playwright.sync_api import Browser, Page, expect

from browser import DESKTOP, PHONE, look, new_context, new_page, sign_in
from forms import choose, fill, fill_day, follow, mark, press, refer, says
from program import Program, demonstration

REFUSED = "nobody@refused.example"


class Sink:
    """A mail server that keeps what it is given, and refuses one address."""

    def __init__(self) -> None:
        self.messages: list[tuple[str, EmailMessage]] = []
        self.refusals = 0
        self._changed = Condition()

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if address == REFUSED:
            with self._changed:
                self.refusals += 1
                self._changed.notify_all()
            return "550 No such person here"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        assert isinstance(envelope.content, bytes)
        message = message_from_bytes(envelope.content, policy=default)
        assert isinstance(message, EmailMessage)
        with self._changed:
            self.messages += [(to, message) for to in envelope.rcpt_tos]
            self._changed.notify_all()
        return "250 OK"

    def to(self, address: str, count: int = 1, within: float = 20) -> list[EmailMessage]:
        """What has come for an address, once so many have."""
        with self._changed:
            came = self._changed.wait_for(lambda: len(self._to(address)) >= count, within)
            assert came, f"{address} was sent {len(self._to(address))} of {count}"
            return self._to(address)

    def refused(self, count: int, within: float = 20) -> None:
        with self._changed:
            assert self._changed.wait_for(lambda: self.refusals >= count, within)

    def _to(self, address: str) -> list[EmailMessage]:
        return [message for to, message in self.messages if to == address]


@pytest.fixture(scope="module")
def sink() -> Iterator[tuple[Sink, int]]:
    """A mail sink on a port the system chose."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    sink = Sink()
    controller = Controller(sink, hostname="127.0.0.1", port=port)
    controller.start()
    yield sink, port
    controller.stop()


@pytest.fixture(scope="module")
def own_demo(binary: Path, tmp_path_factory: pytest.TempPathFactory, sink: tuple[Sink, int]) -> Iterator[Program]:
    """A demonstration that sends to the sink, of its own because its clock is moved."""
    mail = ["--mail-server", f"smtp://127.0.0.1:{sink[1]}", "--mail-from", "Ashcombe <post@ashcombe.example>"]
    with demonstration(binary, tmp_path_factory.mktemp("mail"), customers=3, more=mail) as program:
        yield program


@contextmanager
def sitting(program: Program, chromium: Browser, user: str) -> Iterator[Page]:
    """A fresh screen, scripts off, where that person has signed in."""
    context = new_context(chromium, program.address, DESKTOP)
    page = new_page(context, scripts=False)
    sign_in(page, program.people[user])
    yield page
    context.close()


def look_both(page: Page, name: str) -> None:
    """The page at both sizes, held to what every page is held to, with its pictures kept."""
    for size in (PHONE, DESKTOP):
        page.set_viewport_size(size)
        look(page, f"mail-{name}")


def assigned(program: Program, chromium: Browser, name: str, email: str) -> tuple[str, str]:
    """Somebody new with an e-mail address, referred and with an adviser: their page, and who the adviser is."""
    primes = {
        "Northway Futures": ("priya", "ben", "Ben Okoro"),
        "Calder Bridge Works": ("marcus", "ruth", "Ruth Garside"),
    }
    with sitting(program, chromium, "dana") as page:
        page.goto("/customers/new")
        fill(page, "First name", name.split()[0])
        fill(page, "Family name", name.split()[1])
        fill_day(page, "Birth date", "3 5 1981")
        fill(page, "E-mail address (optional)", email)
        press(page, "Register this customer")
        customer = "/customers/" + page.url.split("/customers/")[1].split("?")[0]
        refer(page)
        main = page.get_by_role("main").inner_text()
        prime = next(prime for prime in primes if prime in main)
    manager, adviser, adviser_name = primes[prime]
    with sitting(program, chromium, manager) as page:
        page.goto("/referrals")
        page.get_by_role("row").filter(has_text=name).get_by_role("button", name="Acknowledge").click()
        says(page, "Acknowledged.")
        page.goto("/referrals")
        page.get_by_role("row").filter(has_text=name).get_by_role("link", name="Assign").click()
        choose(page, "Adviser", adviser_name)
        press(page, "Assign this adviser")
    return customer, adviser


def book(page: Page, customer: str, day: str, time: str) -> None:
    page.goto(customer)
    follow(page, "Book")
    fill_day(page, "Day", day)
    fill(page, "Time", time)
    press(page, "Book this appointment")


def agree(page: Page, customer: str) -> None:
    page.goto(customer)
    follow(page, "Letters by e-mail")
    mark(page, "Did they agree to be written to there?", "Yes")
    look_both(page, "agree")
    press(page, "Record their answer")
    says(page, "Their answer about e-mail is recorded.", ": agreed on")


def send_by_email(page: Page, name: str) -> str:
    """The notice of the first appointment, word for word as it was shown before it went."""
    follow(page, "Send a notice")
    page.get_by_label("By e-mail", exact=True).check()
    look_both(page, f"notice-{name}")
    press(page, "Check the answers")
    letter = page.locator("pre").inner_text()
    press(page, "Send this notice")
    says(page, "The notice goes by e-mail now, word for word.")
    return letter


def text_of(message: EmailMessage) -> str:
    return str(message.get_content()).replace("\r\n", "\n")


def reload_until(page: Page, customer: str, text: str) -> None:
    """The customer's page, once it says that."""
    for _ in range(40):
        page.goto(customer)
        if text in page.get_by_role("main").inner_text():
            return
        page.wait_for_timeout(250)
    says(page, text)


def test_a_notice_by_email_comes_once_with_the_words_that_were_shown(
    own_demo: Program, chromium: Browser, sink: tuple[Sink, int]
) -> None:
    customer, adviser = assigned(own_demo, chromium, "Zofia Łęcka", "zofia@taken.example")
    with sitting(own_demo, chromium, adviser) as page:
        book(page, customer, "21 8 2012", "9:30")
        follow(page, "Send a notice")
        says(page, "It cannot go by e-mail: they have not agreed to that.")
        look_both(page, "not-agreed")
        agree(page, customer)
        letter = send_by_email(page, "agreed")
        [message] = sink[0].to("zofia@taken.example")
        assert text_of(message).strip() == letter.strip()
        assert "Zofia Łęcka" in text_of(message)
        assert message["Subject"] == "Your appointment on 21 August 2012"
        assert message["From"] == "Ashcombe <post@ashcombe.example>"
        assert re.fullmatch(r"<[0-9a-f-]{36}\.notice@ashcombe\.example>", message["Message-ID"])
        reload_until(page, customer, "by e-mail")
        look_both(page, "sent")

    with sitting(own_demo, chromium, "dana") as page:
        page.goto("/demonstration/clock")
        fill_day(page, "Or on to a day", "20 8 2012")
        press(page, "Move to this day")
        messages = sink[0].to("zofia@taken.example", count=2)
    assert [message["Subject"] for message in messages] == [
        "Your appointment on 21 August 2012",
        "Reminder: your appointment on 21 August 2012",
    ]
    assert "required" not in text_of(messages[1])


def test_a_refused_address_is_told_on_the_page_and_the_notice_is_asked_for_again(
    own_demo: Program, chromium: Browser, sink: tuple[Sink, int]
) -> None:
    customer, adviser = assigned(own_demo, chromium, "Nobody Home", REFUSED)
    with sitting(own_demo, chromium, adviser) as page:
        agree(page, customer)
        book(page, customer, "12 9 2012", "11:00")
        send_by_email(page, "refused")
        sink[0].refused(1)
        reload_until(page, customer, f"The e-mail to {REFUSED} could not be delivered")
        says(page, "Post it instead", "The one sent did not reach them.")
        look_both(page, "refused")
        press_post(page)
        expect(page.get_by_text("could not be delivered")).to_have_count(0)
    assert sink[0].refusals == 1, "an address that is refused is not tried again"


def press_post(page: Page) -> None:
    follow(page, "Send the notice")
    mark(page, "How does it go?", "By post")
    press(page, "Check the answers")
    press(page, "Send this notice")
    says(page, "The notice is recorded, word for word.")


def test_a_cancelled_appointment_is_not_reminded_of(
    own_demo: Program, chromium: Browser, sink: tuple[Sink, int]
) -> None:
    kept, adviser = assigned(own_demo, chromium, "Kept Visit", "kept@taken.example")
    with sitting(own_demo, chromium, adviser) as page:
        agree(page, kept)
        book(page, kept, "4 10 2012", "9:00")
    dropped, adviser = assigned(own_demo, chromium, "Dropped Meeting", "dropped@taken.example")
    with sitting(own_demo, chromium, adviser) as page:
        agree(page, dropped)
        book(page, dropped, "4 10 2012", "13:00")
        follow(page, "Cancel it")
        mark(page, "Who asked?", "The customer")
        choose(page, "Why?", "Ill")
        press(page, "Cancel this appointment")
        says(page, "Cancelled.")
    with sitting(own_demo, chromium, "dana") as page:
        page.goto("/demonstration/clock")
        fill_day(page, "Or on to a day", "3 10 2012")
        press(page, "Move to this day")
        sink[0].to("kept@taken.example")
    assert not [to for to, _ in sink[0].messages if to == "dropped@taken.example"]


def test_a_server_that_never_answers_does_not_stop_the_rest(binary: Path, tmp_path: Path, chromium: Browser) -> None:
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        mail = ["--mail-server", f"smtp://127.0.0.1:{silent.getsockname()[1]}", "--mail-from", "post@ashcombe.example"]
        with demonstration(binary, tmp_path, customers=3, more=mail) as program:
            customer, adviser = assigned(program, chromium, "Patient Soul", "patient@example.org")
            with sitting(program, chromium, adviser) as page:
                agree(page, customer)
                book(page, customer, "21 8 2012", "9:30")
                send_by_email(page, "silent")
                silent.settimeout(20)
                caller, _ = silent.accept()
                page.goto(customer)
                says(page, "on its way by e-mail")
                assert page.request.get("/healthz").status == 200
            assert program.stop() == 0, "it ends when told, with a letter under way"
            caller.close()


def test_a_demonstration_with_no_server_writes_its_mail_to_files(
    binary: Path, tmp_path: Path, chromium: Browser
) -> None:
    with demonstration(binary, tmp_path, customers=3) as program:
        customer, adviser = assigned(program, chromium, "Paper Trail", "paper@example.org")
        with sitting(program, chromium, adviser) as page:
            agree(page, customer)
            book(page, customer, "21 8 2012", "9:30")
            follow(page, "Send a notice")
            says(page, "so nobody is written to: each e-mail is a file in")
            page.goto(customer)
            letter = send_by_email(page, "files")
            reload_until(page, customer, "Invitation served" if "choice" in letter else "Notice served")
        [file] = (tmp_path / "data" / "mail").glob("*.eml")
        message = message_from_bytes(file.read_bytes(), policy=default)
        assert isinstance(message, EmailMessage)
        assert text_of(message).strip() == letter.strip()
