"""A site on a PostgreSQL server of one's own: an account is opened, a customer registered, found and seen."""

import secrets
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from browser import DESKTOP, look, new_context, new_page, sign_in
from forms import fill_in, press, records, says, somebody_new
from postgres import postgres
from program import Program, SignIn


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
        site = Program([binary, "serve", "--port", "0", *at], tmp_path / "errors")
        try:
            page = new_page(new_context(chromium, site.address, DESKTOP), scripts=False)
            sign_in(page, SignIn("dana", "three quiet words", {}))
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
