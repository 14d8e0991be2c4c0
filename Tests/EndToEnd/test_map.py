"""Journey maps of event logs: PM4Py's answers are the measure, and a log that cannot be read ends in a sentence."""

import gzip
import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

LOGS = ["running-example", "roadtraffic100traces"]


def run(binary: Path, *words: str | Path, stdin: bytes | None = None) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([binary, "map", *words], input=stdin, capture_output=True, timeout=120, check=False)


def mapped(binary: Path, *words: str | Path, stdin: bytes | None = None) -> dict[str, Any]:
    done = run(binary, *words, "--as", "json", stdin=stdin)
    assert done.returncode == 0, done.stderr.decode()
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


@pytest.mark.slow
@pytest.mark.parametrize("name", LOGS)
def test_the_map_is_the_one_pm4py_discovers(binary: Path, third_party_data: Path, name: str) -> None:
    pm4py = pytest.importorskip("pm4py")
    log = third_party_data / "logs" / f"{name}.xes"
    ours = mapped(binary, log)

    frame = pm4py.read_xes(str(log))
    edges, start, end = pm4py.discover_dfg(frame)
    times, _, _ = pm4py.discover_performance_dfg(frame)
    assert ours["cases"] == frame["case:concept:name"].nunique()
    assert ours["events"] == len(frame)
    assert {(edge["from"], edge["to"]): edge["count"] for edge in ours["edges"]} == dict(edges)
    assert ours["start"] == dict(start)
    assert ours["end"] == dict(end)
    medians = {(edge["from"], edge["to"]): edge["median_seconds"] for edge in ours["edges"]}
    assert medians == pytest.approx({pair: time["median"] for pair, time in times.items()}, abs=0.5)
    variants = {tuple(way["activities"]): way["cases"] for way in ours["variants"]}
    assert variants == {tuple(way): count for way, count in pm4py.get_variants(frame).items()}


def test_packed_or_piped_the_map_is_the_same(binary: Path, tmp_path: Path) -> None:
    text = log(("a", "2012-01-01T09:00:00Z"), ("b", "2012-01-03T09:00:00Z"))
    plain, packed = tmp_path / "log.xes", tmp_path / "log.xes.gz"
    plain.write_bytes(text)
    packed.write_bytes(gzip.compress(text) + gzip.compress(b"\n"))
    expected = mapped(binary, plain)
    assert expected["edges"][0]["median_seconds"] == 2 * 86_400
    assert mapped(binary, packed) == expected
    assert mapped(binary, "-", stdin=text) == expected
    assert mapped(binary, "-", stdin=gzip.compress(text)) == expected


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (gzip.compress(b"<log>" + b" " * 5000)[:-9], "ends too early"),
        (b"\x1f\x8b" + b"noise" * 20, "damaged"),
        (b"<log>\n<trace>", "line 2: The file ends inside <trace>"),
        (b"case;activity\n", "text outside of every element"),
        (b"", "no element"),
    ],
)
def test_a_log_that_cannot_be_read_is_a_sentence(binary: Path, tmp_path: Path, content: bytes, says: str) -> None:
    path = tmp_path / "log.xes"
    path.write_bytes(content)
    done = run(binary, path)
    assert done.returncode == 1
    assert says in done.stderr.decode()
    assert str(path) in done.stderr.decode()
    assert not done.stdout


def test_a_log_that_is_not_there_is_a_sentence(binary: Path, tmp_path: Path) -> None:
    done = run(binary, tmp_path / "none.xes")
    assert done.returncode == 1
    assert "cannot be read" in done.stderr.decode()


def log(*events: tuple[str, str]) -> bytes:
    """A log of one case."""
    body = "".join(
        f'<event><string key="concept:name" value="{name}"/><date key="time:timestamp" value="{time}"/></event>'
        for name, time in events
    )
    return f"<log><trace>{body}</trace></log>".encode()
