"""Requests made up from the API's own description: nothing they meet is a fault, and nothing it says is untrue."""

import os
import subprocess
from pathlib import Path

import pytest

from api import Api, make_token
from conftest import ROOT, OpenPage

SCHEMATHESIS = ROOT / ".venv/bin/schemathesis"
CONFIGURATION = Path(__file__).parent / "schemathesis.toml"


# Two read and write everything that most programs do; of the others every operation is tried, and once.
WHOLE: list[str] = []
ONCE = ["--phases", "examples,fuzzing", "--max-examples", "1"]


def whose(api: Api, other: Api) -> dict[str, str]:
    """A record that is there, and what it names, so that forms are read and not only refused."""
    listed = api.ask("GET", "/caseload").json.get("rows") or other.get("/caseload")["rows"]
    cases: list[str] = [row["case"] for row in listed]
    for case in cases[:10]:
        found = api.ask("GET", f"/customers/{case}/appointments")
        if found.status == 200 and found.json:
            return {"API_CASE": case, "API_APPOINTMENT": str(found.json[-1]["id"])}
    # Where nobody has an appointment that this role sees, there is none of that name.
    return {"API_CASE": cases[0], "API_APPOINTMENT": cases[0]}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("user", "only"), [("dana", WHOLE), ("priya", WHOLE), ("ben", ONCE), ("nell", ONCE), ("grace", ONCE)]
)
def test_schemathesis_finds_nothing(
    address: str, open_page: OpenPage, user: str, only: list[str], tmp_path: Path
) -> None:
    token = make_token(open_page(user=user), "Schemathesis")
    other = Api(address, make_token(open_page(user="priya"), "Whose record"))
    names = whose(Api(address, token), other)
    command = [SCHEMATHESIS, "--config-file", CONFIGURATION, "run", f"{address}/api/v1/openapi.json"]
    command += ["--url", f"{address}/api/v1", *only]
    found = subprocess.run(
        [str(word) for word in command],
        env=os.environ | names | {"API_TOKEN": token, "NO_COLOR": "1", "COLUMNS": "140"},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=300 if only else 1800,
    )
    assert found.returncode == 0, found.stdout[-20_000:] + found.stderr[-2000:]
