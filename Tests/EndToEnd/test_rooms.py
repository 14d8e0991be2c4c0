"""Every line of Sources is in its room, and one that is not is told where it belongs."""

import subprocess
import sys
from pathlib import Path

import pytest

CHECK = Path(__file__).resolve().parents[2] / "scripts/check-rooms"


def check(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, CHECK, *arguments], capture_output=True, text=True, timeout=60, check=False)


def write(root: Path, room: str, line: str) -> None:
    folder = root / "Sources" / room
    folder.mkdir(parents=True)
    (folder / "Line.swift").write_text(line + "\n", encoding="utf-8")


def test_the_house_is_in_order() -> None:
    assert check().stderr == ""


@pytest.mark.parametrize(
    ("room", "line", "says"),
    [
        ("Kernel", "import Casework", "Kernel may not import Casework; it may import no other room"),
        ("Casework", "public import Records", "Casework may not import Records; it may import Kernel"),
        ("Records", "@testable import Office", "Records may not import Office"),
        ("Office", "import struct Web.Page", "Office may not import Web"),
        ("Web", "import CPostgreSQL", "Web may not import CPostgreSQL"),
        ("Casework", "import Crypto", "it may import Foundation, not Crypto"),
        ("Office", "internal import GRDB", "a line that needs a database is in Records"),
        ("Records", "import HummingbirdCore", "a line that knows HTTP is in Web"),
        ("Office", "import Yams", "YAML is read in Programmes"),
        ("Web", 'let rows = try tx.rows("SELECT id FROM cases")', "a line that needs a database is in Records"),
        ("Office", 'try tx.run("UPDATE cases SET adviser = $1")', "a line that needs a database is in Records"),
        ("Casework", "let now = Date()", "Casework reads a clock"),
        ("Casework", "let draw = Int.random(in: 0..<9)", "Casework draws by chance"),
        ("Casework", "let id = UUID()", "Casework draws by chance"),
        ("Insight", "let log = try String(contentsOf: url)", "Insight reaches outside the process"),
        ("Attic", "import Kernel", "not a room of the house"),
    ],
)
def test_a_line_in_the_wrong_room_is_told_where_it_belongs(tmp_path: Path, room: str, line: str, says: str) -> None:
    write(tmp_path, room, line)
    answer = check(tmp_path)
    assert answer.returncode == 1
    assert says in answer.stderr


@pytest.mark.parametrize(
    ("room", "line"),
    [
        ("Records", 'let rows = try tx.rows("SELECT id FROM cases")'),
        ("Casework", "/// Never `Date()`, never `UUID()`: the Context carries the clock (SELECT one FROM it)."),
        ("Casework", "let draw = Int.random(in: 0..<9, using: &context.random)"),
        ("Casework", "public import Kernel"),
        ("Web", "import Hummingbird"),
        ("Office", "let at = Date()"),
    ],
)
def test_a_line_in_its_room_passes(tmp_path: Path, room: str, line: str) -> None:
    write(tmp_path, room, line)
    assert check(tmp_path).stderr == ""
