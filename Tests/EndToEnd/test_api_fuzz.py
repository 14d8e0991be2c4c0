"""Requests made up from the API's own description: nothing they meet is a fault, and nothing it says is untrue."""

import os
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from api import Api, Json, make_token
from conftest import ROOT, OpenPage

SCHEMATHESIS = ROOT / ".venv/bin/schemathesis"
CONFIGURATION = Path(__file__).parent / "schemathesis.toml"

# Every value of every operation is gone through by one role, which can do most of what stands there.
SHARES = {
    "dana": r"/customers(/\{case\}/forms/[a-c]|$)",
    "omar": r"/customers/\{case\}/forms/[d-o]",
    "ben": r"/customers/\{case\}/forms/p",
    "priya": r"/customers/\{case\}/forms/[q-z]",
    "tom": r"/customers/\{case\}(?!/forms/)",
    "grace": r"^(?!.*(/customers|/own/))",
    "customer": r"/own/",
}
# Every role tries every operation, so that none meets a fault where another meets a refusal.
EVERYBODY = [*SHARES, "nell", "farah", "wren", "alan", "admin"]
ONCE = ["--phases", "examples,fuzzing", "--max-examples", "1"]

# As many at once as a small machine can serve: each token has a limit of its own.
AT_ONCE = 4


def names(api: Api, case: str) -> dict[str, str]:
    """What a record names, so that forms about one thing are read and not only refused; itself for what it has not."""

    def part(path: str) -> Json:
        found = api.ask("GET", f"/customers/{case}{path}")
        return found.json if found.status == 200 else {}

    def last(things: Json) -> str:
        return str(things[-1]["id"]) if things else case

    record, plan = part(""), part("/plan")
    return {
        "API_CASE": case,
        "API_APPOINTMENT": last(part("/appointments")),
        "API_JOB": last(record.get("jobs")),
        "API_PROOF": last(record.get("proofs")),
        "API_ASSESSMENT": last(record.get("assessments")),
        "API_CHANGE": last(part("/circumstances").get("changes")),
        "API_GOAL": last(plan.get("goals")),
        "API_BARRIER": last(plan.get("barriers")),
        "API_ACTION": last(plan.get("actions")),
        "API_VOICE": last(part("/voices").get("voices")),
    }


def fullest(api: Api) -> list[dict[str, str]]:
    """Records that the program can find, those that name the most first."""
    found = [names(api, row["case"]) for row in api.get("/caseload")["rows"][:10]]
    return sorted(found, key=lambda one: len(set(one.values())), reverse=True)


def run(address: str, token: str, known: dict[str, str], folder: Path, *options: str) -> str:
    """What it found; nothing where all is well."""
    folder.mkdir()
    command = [SCHEMATHESIS, "--config-file", CONFIGURATION, "run", f"{address}/api/v1/openapi.json"]
    command += ["--url", f"{address}/api/v1", *options]
    found = subprocess.run(
        [str(word) for word in command],
        env=os.environ | known | {"API_TOKEN": token, "NO_COLOR": "1", "COLUMNS": "140"},
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=600,
    )
    return "" if found.returncode == 0 else f"{folder.name}: {found.stdout[-10_000:]}{found.stderr[-2000:]}"


@pytest.mark.slow
def test_schemathesis_finds_nothing(address: str, open_page: OpenPage, tmp_path: Path) -> None:
    staff = [user for user in EVERYBODY if user != "customer"]
    tokens = {user: make_token(open_page(user=user), "Schemathesis") for user in staff}
    dana, priya = (Api(address, tokens[user]) for user in ("dana", "priya"))
    # The person whose own token it is has another record than the one that staff may shut them out of.
    first, own, *_ = fullest(dana)
    tokens["customer"] = dana.let_in(f"/customers/{own['API_CASE']}").token
    known = dict.fromkeys(EVERYBODY, first) | dict.fromkeys(["ben", "priya"], fullest(priya)[0]) | {"customer": own}

    with ThreadPoolExecutor(AT_ONCE) as pool:
        whole = [
            pool.submit(run, address, tokens[user], known[user], tmp_path / user, "--include-path-regex", share)
            for user, share in SHARES.items()
        ]
        once = [
            pool.submit(run, address, tokens[user], known[user], tmp_path / f"{user}-once", *ONCE) for user in EVERYBODY
        ]
    assert [found for one in whole + once if (found := one.result())] == []
