"""Requests made up from the API's own description: nothing they meet is a fault, and nothing it says is untrue."""

import os
import subprocess
from pathlib import Path

import pytest

from api import Api, make_token
from conftest import ROOT, OpenPage

SCHEMATHESIS = ROOT / ".venv/bin/schemathesis"
CONFIGURATION = Path(__file__).parent / "schemathesis.toml"


@pytest.mark.slow
@pytest.mark.parametrize("user", ["dana", "priya"])
def test_schemathesis_finds_nothing(address: str, open_page: OpenPage, user: str, tmp_path: Path) -> None:
    token = make_token(open_page(user=user), "Schemathesis")
    # Of a record that is there, so that forms are read and not only refused.
    case = Api(address, token).get("/caseload")["rows"][0]["case"]
    command = [SCHEMATHESIS, "--config-file", CONFIGURATION, "run", f"{address}/api/v1/openapi.json"]
    command += ["--url", f"{address}/api/v1"]
    found = subprocess.run(
        [str(word) for word in command],
        env=os.environ | {"API_TOKEN": token, "API_CASE": case, "NO_COLOR": "1", "COLUMNS": "140"},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=1800,
    )
    assert found.returncode == 0, found.stdout[-20_000:] + found.stderr[-2000:]
