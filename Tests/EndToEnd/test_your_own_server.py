"""A site on a PostgreSQL server of one's own: an account is opened, signs in with codes, and registers a customer."""

import hmac
import secrets
import subprocess
import time
from base64 import b32decode
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from browser import DESKTOP, look, new_context, new_page, sign_in
from forms import fill, fill_in, press, records, says, somebody_new
from postgres import postgres
from program import Program, SignIn

CODE = "Code from your authenticator"


def shown(key: str, steps: int = 0) -> str:
    """What an authenticator shows that was given this key, so many half-minutes from now (RFC 6238)."""
    step = int(time.time()) // 30 + steps
    digest = hmac.digest(b32decode(key.replace(" ", "")), step.to_bytes(8), "sha1")
    start = digest[-1] & 0xF
    return f"{(int.from_bytes(digest[start : start + 4]) & 0x7FFFFFFF) % 1_000_000:06}"


@pytest.mark.slow
def test_the_same_pages_are_served_from_postgresql(chromium: Browser, binary: Path, tmp_path: Path) -> None:
    key, password = tmp_path / "master.key", tmp_path / "password"
    key.write_text(secrets.token_hex(32) + "\n")
    key.chmod(0o600)
    password.write_text("three quiet words\n")
    with postgres() as store:
        at = ["--database", store, "--key-file", str(key)]

        def throughline(*words: str) -> str:
            done = subprocess.run([binary, *words, *at], capture_output=True, text=True, timeout=120)
            assert done.returncode == 0, done.stdout + done.stderr
            return done.stdout

        throughline(
            *("user", "add", "dana", "--name", "Dana Whitlock", "--role", "adviser"),
            *("--organisation", "Union Street Jobcentre", "--kind", "jobcentre", "--password-file", str(password)),
        )
        site = Program([binary, "serve", "--port", "0", "--require-codes", "adviser", *at], tmp_path / "errors")
        try:
            page = new_page(new_context(chromium, site.address, DESKTOP), scripts=False)
            dana = SignIn("dana", "three quiet words", {})
            sign_in(page, dana)
            look(page, "sign-in-set-up")
            secret = page.get_by_role("main").locator("pre").inner_text()
            fill(page, CODE, shown(secret))
            press(page, "Turn the codes on")
            expect(page.get_by_role("main").locator("ol li")).to_have_count(10)
            look(page, "recovery-codes")
            page.goto("/sign-in-codes")
            look(page, "sign-in-codes")
            press(page, "Sign out")
            sign_in(page, dana)
            look(page, "sign-in-code")
            # The code by which they were turned on is used up.
            fill(page, CODE, shown(secret, steps=1))
            press(page, "Sign in")
            person = somebody_new()
            fill_in(page, person)
            press(page, "Register this customer")
            expect(page.get_by_role("heading", level=1)).to_have_text(person.name)
            page.goto(page.url.split("?")[0] + "/do/correct")
            page.get_by_role("main").locator("[name=phone]").fill("07700 900123")
            press(page, "Save the corrected details")
            says(page, "07700 900123")
            look(page, "postgresql-customer")
            assert records(page, person) == 1
            page.goto("/caseload")
            says(page, person.name)
            page.context.close()
        finally:
            site.stop()
        assert "Every chain is whole" in throughline("verify")
