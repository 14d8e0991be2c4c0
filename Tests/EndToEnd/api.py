"""A program that uses the API, with nothing but what Python ships: the story the pages tell, told to a machine."""

import json
from dataclasses import dataclass
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen
from uuid import uuid4

from playwright.sync_api import Page

from forms import fill, mark, press

Json = Any


def make_token(page: Page, name: str = "A test", *scopes: str) -> str:
    """Makes a token on the page, as whoever is signed in there; to read and write unless said otherwise."""
    page.goto("/tokens")
    fill(page, "What will use it?", name)
    for scope in scopes or ("Read what I can read", "Write what I can write"):
        mark(page, "What may it do?", scope)
    press(page, "Make this token")
    return page.locator("pre").inner_text().strip()


@dataclass(frozen=True)
class Answer:
    """What came back: the status, the headers and the JSON."""

    status: int
    headers: dict[str, str]
    json: Json


@dataclass(frozen=True)
class Api:
    """The API of a site, by one token; by none where it is empty."""

    site: str
    token: str

    def ask(self, method: str, path: str, body: Json = None, **headers: str) -> Answer:
        """Sends a request; a refusal is an answer like any other."""
        fields = {"Authorization": f"Bearer {self.token}"} if self.token else {}
        fields |= {k.replace("_", "-"): v for k, v in headers.items()}
        data = None
        if body is not None:
            data = json.dumps(body).encode()
            fields["Content-Type"] = "application/json"
        request = Request(f"{self.site}/api/v1{path}", data=data, headers=fields, method=method)
        try:
            with urlopen(request, timeout=20) as found:
                return Answer(found.status, dict(found.headers), json.loads(found.read()))
        except HTTPError as refused:
            return Answer(refused.code, dict(refused.headers), json.loads(refused.read()))

    def get(self, path: str) -> Json:
        """Reads, and fails when that is refused."""
        answer = self.ask("GET", path)
        assert answer.status == 200, answer
        return answer.json

    def send(self, path: str, body: Json, key: str | None = None) -> Json:
        """Sends a command, and fails when it is refused."""
        answer = self.ask("POST", path, body, Idempotency_Key=key or str(uuid4()))
        assert answer.status in (200, 201), answer
        return answer.json

    def every(self, path: str) -> list[Json]:
        """Every row of a list, a page at a time."""
        page = self.get(path)
        rows: list[Json] = page["rows"]
        while "next" in page:
            page = self.get(f"{path}{'&' if '?' in path else '?'}at={page['next']}")
            rows += page["rows"]
        return rows

    def let_in(self, case: str) -> "Api":
        """Lets a customer in by a code; returns the API as they use it themselves."""
        made = self.send(f"{case}/forms/let-in", {"route": "paper"})
        code = self.get(f"{case}/codes/{made['command']}")["code"]
        return Api(self.site, Api(self.site, "").send("/own/token", {"code": code})["token"])

    def refused(self, path: str, body: Json = None) -> tuple[int, str]:
        """The status and code of a refusal."""
        answer = self.ask("GET" if body is None else "POST", path, body)
        assert answer.headers["Content-Type"] == "application/problem+json", answer
        assert answer.json["detail"], answer
        return answer.status, answer.json["code"]
