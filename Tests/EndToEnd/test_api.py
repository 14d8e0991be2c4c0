"""The API: a story told to it and read back, its description, and the calls that tell other programs."""

import hashlib
import hmac
import json
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Condition, Thread
from urllib.request import urlopen

from openapi_spec_validator import OpenAPIV31SpecValidator
from playwright.sync_api import expect

from api import Api, make_token
from browser import PHONE, look
from conftest import OpenPage
from forms import fill, mark, press, says, somebody_new


def test_the_description_is_one(address: str) -> None:
    with urlopen(f"{address}/api/v1/openapi.json", timeout=60) as answer:
        document = json.load(answer)
    OpenAPIV31SpecValidator(document).validate()
    assert len(document["paths"]) > 60


def test_people_read_what_there_is(open_page: OpenPage) -> None:
    for page in (open_page(), open_page(PHONE)):
        page.goto("/api")
        expect(page.get_by_role("heading", level=1)).to_have_text("The API")
        says(page, "/customers/{case}/circumstances", "/customers/{case}/safety", "/sessions/{session}")
        says(page, "/own/token", "/own/forms/goal", "/instruments/{instrument}/{version}")
        look(page, "api")


def test_a_story_by_the_api(address: str, open_page: OpenPage) -> None:
    council = Api(address, make_token(open_page(user="nell")))
    college = Api(address, make_token(open_page(user="imran")))
    person = somebody_new()
    day, month, year = (int(part) for part in person.born.split())

    # She is registered once, however often it is sent.
    new = {"given": person.given, "family": person.family, "born": f"{year:04}-{month:02}-{day:02}"}
    key = "0190a5c2-5d3e-7c52-8b1e-" + f"{abs(hash(person.name)):012x}"[:12]
    made = council.send("/customers", new, key)
    assert council.send("/customers", new, key) == made
    case = f"/customers/{made['command']}"
    assert council.get(f"/customers?name={person.family}")[0]["case"] == made["command"]
    assert college.refused(case) == (404, "case.none")

    # She shares her plan with the college, for a while.
    offered = council.get(f"{case}/forms/share")["schema"]["properties"]
    colleges = [one["const"] for one in offered["recipient"]["oneOf"] if one["title"] == "Ashcombe College"]
    consent = council.send(
        f"{case}/forms/share",
        {
            "recipient": colleges[0],
            "categories": ["identity", "plan"],
            "purpose": offered["purpose"]["oneOf"][0]["const"],
            "until": council.get(f"{case}/forms/share")["values"]["until"],
            "how": "in-person",
        },
    )
    seen = college.get(case)
    assert seen["identity"]["family"] == person.family
    assert [one["basis"] for one in seen["sees"]] == ["consent", "consent"]
    assert "health" in seen["unseen"]
    assert "referrals" not in seen

    # One plan: a goal from her, a step from the college, and her objection to it.
    council.send(f"{case}/forms/plan-goal", {"words": "To bake for a living."})
    step = college.send(
        f"{case}/forms/plan-action", {"text": "Start the evening course on Mondays", "owner": "customer"}
    )
    objection = "I look after my mother on Mondays."
    path = f"{case}/forms/plan-object/{step['command']}"
    council.send(path, {"route": "by-phone", "words": objection})
    plan = college.get(f"{case}/plan")
    assert [goal["words"] for goal in plan["goals"]] == ["To bake for a living."]
    (action,) = plan["actions"]
    assert action["state"] == "objected"
    assert action["answers"][-1]["words"] == objection

    # She moves to another telephone: what is held says whose word it is, and how old.
    path = f"{case}/forms/tell-change/phone"
    council.send(path, council.get(path)["values"] | {"detail": "07700 900456", "route": "in-person"})
    held = [one for one in council.get(f"{case}/circumstances")["held"] if one["kind"] == "phone"]
    assert [(one["detail"]["words"], one["source"], one["days-old"]) for one in held] == [
        ("07700 900456", "customer", 0)
    ]
    assert college.refused(f"{case}/circumstances") == (403, "sight.none")
    assert council.refused(f"{case}/safety") == (403, "sight.none")

    # The journey is told of it, and the same record is on the page.
    entries = council.get(f"{case}/journey?limit=100")["rows"]
    assert [one["sequence"] for one in entries] == sorted((one["sequence"] for one in entries), reverse=True)
    page = open_page(user="nell")
    page.goto(f"{case}/plan")
    says(page, "To bake for a living.", "Start the evening course on Mondays", objection)

    # She stops sharing: the college sees nothing more, and who looked is kept.
    stopped = f"{case}/forms/withdraw-share/{consent['command']}"
    asked = council.get(stopped)["schema"]
    assert asked["required"] == ["how"]
    council.send(stopped, {"how": "by-phone"})
    assert college.refused(f"{case}/plan") == (404, "case.none")
    assert council.get(f"{case}/sharing")["consents"][0]["holds"] is False


def test_a_token_is_made_shown_once_and_ended(address: str, open_page: OpenPage) -> None:
    page = open_page(user="omar")
    page.goto("/tokens")
    look(page, "tokens-start")
    press(page, "Make this token")
    says(page, "Fill in “What will use it?”.")
    api = Api(address, make_token(page, "Team report", "Read what I can read"))
    look(page, "tokens-made")
    assert api.get("/me")["role"] == "team-manager"
    assert api.refused("/customers", {}) == (403, "token.scope")
    page.goto("/tokens")
    says(page, "Team report")
    expect(page.get_by_role("main")).not_to_contain_text(api.token)
    page.locator("tr", has_text="Team report").first.get_by_role("button").click()
    says(page, "The token is ended.")
    assert api.refused("/me") == (401, "token.unknown")
    phone = open_page(PHONE, user="omar")
    phone.goto("/tokens")
    look(phone, "tokens-phone")


class Told(ThreadingHTTPServer):
    """A program that is told of events, and keeps the calls."""

    calls: list[tuple[dict[str, str], bytes]]
    changed: Condition


@contextmanager
def listening() -> Iterator[Told]:
    class Handler(BaseHTTPRequestHandler):
        server: Told

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            with self.server.changed:
                self.server.calls.append((dict(self.headers), body))
                self.server.changed.notify_all()
            self.send_response(204)
            self.end_headers()

        def log_request(self, code: int | str = "-", size: int | str = "-") -> None: ...

    server = Told(("127.0.0.1", 0), Handler)
    server.calls, server.changed = [], Condition()
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()


def test_a_program_is_told_and_one_that_never_answers_holds_up_nobody(address: str, open_page: OpenPage) -> None:
    page = open_page(user="omar")

    def add(port: int) -> str:
        page.goto("/receivers")
        fill(page, "Its address", f"http://127.0.0.1:{port}/in")
        mark(page, "What is it told of?", "Name and birth date")
        press(page, "Add this receiver")
        return page.locator("pre").inner_text().strip()

    page.goto("/receivers")
    fill(page, "Its address", "http://events.example.org/in")
    mark(page, "What is it told of?", "Benefits")
    press(page, "Add this receiver")
    says(page, "Write an https address")
    look(page, "receivers-refused")
    with socket.create_server(("127.0.0.1", 0)) as never, listening() as told:
        add(never.getsockname()[1])
        secret = add(told.server_address[1])
        look(page, "receivers-added")
        jobcentre = Api(address, make_token(open_page(user="dana")))
        person = somebody_new()
        day, month, year = (int(part) for part in person.born.split())
        born = f"{year:04}-{month:02}-{day:02}"
        made = jobcentre.send("/customers", {"given": person.given, "family": person.family, "born": born})
        with told.changed:
            assert told.changed.wait_for(lambda: bool(told.calls), timeout=30)
        headers, body = told.calls[0]
        stamp = headers["Throughline-Timestamp"]
        code = hmac.new(secret.encode(), stamp.encode() + b"." + body, hashlib.sha256).hexdigest()
        assert hmac.compare_digest("v1=" + code, headers["Throughline-Signature"])
        event = json.loads(body)
        assert event["kind"] == "customer.registered"
        assert event["case"] == made["command"]
        assert event["event"] == made["events"][0]
        assert person.family not in body.decode()
        page.goto("/receivers")
        for row in page.locator("tr", has_text="127.0.0.1").all():
            if row.get_by_role("button").count():
                page.goto("/receivers")
                page.locator("tbody tr", has=page.get_by_role("button")).first.get_by_role("button").click()
                says(page, "The receiver is ended.")
    phone = open_page(PHONE, user="omar")
    phone.goto("/receivers")
    look(phone, "receivers-phone")
