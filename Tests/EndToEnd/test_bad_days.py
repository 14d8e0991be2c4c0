"""A disk with no room and a program that is killed: what was answered is kept, and what was typed can be sent again."""

import subprocess
from http.client import HTTPException
from pathlib import Path
from random import Random
from threading import Timer
from uuid import uuid4

import pytest
from playwright.sync_api import APIResponse, Browser, Page, expect

from api import Api, make_token
from browser import DESKTOP, look, new_context, new_page, sign_in
from forms import fill_in, press, records, somebody_new
from program import Program, demonstration


def signed_in(chromium: Browser, program: Program) -> Page:
    page = new_page(new_context(chromium, program.address, DESKTOP), scripts=False)
    sign_in(page, program.people["dana"])
    return page


def health(page: Page) -> APIResponse:
    return page.request.get("/healthz")


def is_sound(binary: Path, folder: Path) -> bool:
    """Whether every chain, payload, key and checkpoint is as it was recorded."""
    store = f"sqlite:{folder}/data/throughline.sqlite"
    done = subprocess.run([binary, "verify", "--database", store], capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr
    return True


def test_a_full_disk_is_told_keeps_every_word_and_passes(chromium: Browser, binary: Path, tmp_path: Path) -> None:
    first, second = somebody_new(), somebody_new()
    with demonstration(binary, tmp_path, 3) as program:
        page = signed_in(chromium, program)
        fill_in(page, first)
        press(page, "Register this customer")
        expect(page.get_by_role("heading", level=1)).to_have_text(first.name)
        fill_in(page, second)
        program.fill_the_disk()
        with page.expect_response(lambda answer: answer.request.method == "POST") as answer:
            press(page, "Register this customer")
        assert answer.value.status == 503
        expect(page.get_by_role("heading", level=1)).to_have_text("Not saved")
        expect(page.get_by_role("main")).to_contain_text("so nothing was saved")
        expect(page.get_by_role("main")).to_contain_text("Check the disk.")
        look(page, "not-saved")
        assert health(page).status == 503
        press(page, "Send it again")
        expect(page.get_by_role("heading", level=1)).to_have_text("Not saved")
        program.make_room()
        press(page, "Send it again")
        expect(page.get_by_role("heading", level=1)).to_have_text(second.name)
        assert health(page).status == 200
        assert records(page, first) == records(page, second) == 1
        page.context.close()
    assert is_sound(binary, tmp_path)


def test_what_was_answered_outlives_a_program_that_is_killed(chromium: Browser, binary: Path, tmp_path: Path) -> None:
    first, second = somebody_new(), somebody_new()
    with demonstration(binary, tmp_path, 3) as program:
        page = signed_in(chromium, program)
        fill_in(page, first)
        press(page, "Register this customer")
        expect(page.get_by_role("heading", level=1)).to_have_text(first.name)
        fill_in(page, second)
        port = program.address.rsplit(":", 1)[1]
        program.kill()
    assert is_sound(binary, tmp_path)
    with demonstration(binary, tmp_path, 3, ["--port", port]):
        # The form that was open when it was killed still sends, in the same session.
        press(page, "Register this customer")
        expect(page.get_by_role("heading", level=1)).to_have_text(second.name)
        assert records(page, first) == records(page, second) == 1
        page.context.close()
    assert is_sound(binary, tmp_path)


@pytest.mark.slow
def test_nothing_that_was_answered_is_lost_however_often_it_is_killed(
    chromium: Browser, binary: Path, tmp_path: Path
) -> None:
    with demonstration(binary, tmp_path, 3) as program:
        page = signed_in(chromium, program)
        token = make_token(page)
        page.context.close()
    chance = Random(7)
    answered: dict[str, str] = {}
    waiting: list[tuple[str, dict[str, str | bool]]] = []
    for _ in range(200):
        with demonstration(binary, tmp_path, 3) as program:
            api = Api(program.address, token)
            end = Timer(chance.uniform(0.02, 0.4), program.kill)
            end.start()
            try:
                # Fewer than a token may send at once.
                for _ in range(200):
                    person = somebody_new()
                    # What was under way when it was killed is sent again, under the same command.
                    key, body = waiting.pop() if waiting else (str(uuid4()), {})
                    body = body or {"given": person.given, "family": person.family, "born": "1980-02-14", "new": True}
                    waiting.append((key, body))
                    assert api.send("/customers", body, key)["command"] == key
                    waiting.pop()
                    answered[key] = f"{body['given']} {body['family']}"
            except (OSError, HTTPException, ValueError):
                pass
            end.join()
    assert is_sound(binary, tmp_path)
    assert len(answered) > 1000
    store = f"sqlite:{tmp_path}/data/throughline.sqlite"
    done = subprocess.run(
        [binary, "export", "events", "--clear", "--database", store], capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stderr
    assert [key for key in answered if key not in done.stdout] == []
    with demonstration(binary, tmp_path, 3) as program:
        api = Api(program.address, token)
        for key, name in chance.sample(sorted(answered.items()), 200):
            found = api.get(f"/customers/{key}")
            assert f"{found['identity']['given']} {found['identity']['family']}" == name
