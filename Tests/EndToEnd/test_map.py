"""Journey maps of event logs: PM4Py's answers are the measure, and a log that cannot be read ends in a sentence."""

import gzip
import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from browser import DESKTOP, PHONE, axe, new_context, new_page, shot
from drawings import larger

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
    pytest.importorskip("pm4py")
    log = third_party_data / "logs" / f"{name}.xes"
    ours = mapped(binary, log)

    agrees_with_pm4py(ours, log)


@pytest.mark.slow
def test_every_lifecycle_transition_counts_as_it_does_for_pm4py(binary: Path, tmp_path: Path) -> None:
    pytest.importorskip("pm4py")
    path = tmp_path / "lifecycle.xes"
    path.write_bytes(LIFECYCLE)
    ours = mapped(binary, path)
    assert (ours["events"], ours["edges"][0]["count"]) == (5, 1)
    agrees_with_pm4py(ours, path)


@pytest.mark.parametrize("name", LOGS)
def test_a_published_log_packed_or_not_has_its_map_and_its_page(
    binary: Path, third_party_data: Path, tmp_path: Path, name: str
) -> None:
    log = third_party_data / "logs" / f"{name}.xes"
    packed = tmp_path / f"{name}.xes.gz"
    packed.write_bytes(gzip.compress(log.read_bytes()))
    ours = mapped(binary, log)
    assert ours["cases"] > 0
    assert mapped(binary, packed) == ours
    for path in (log, packed):
        page = run(binary, path, "--as", "html")
        assert page.returncode == 0, page.stderr.decode()
        text = page.stdout.decode()
        assert "<svg" in text
        assert f"The journey in {path.name}" in text
        steps = text.split("<h2>Every step</h2>")[1].split("</section>")[0]
        assert steps.count("<tr>") == len(ours["edges"]) + 1


def agrees_with_pm4py(ours: dict[str, Any], log: Path) -> None:
    pm4py = pytest.importorskip("pm4py")
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


# One case: what began, what was done, and what was put off in between.
LIFECYCLE = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<log xes.version="1.0">\n<trace>\n'
    '<string key="concept:name" value="1"/>\n'
    + "".join(
        f'<event>\n<string key="concept:name" value="{name}"/>\n'
        f'<string key="lifecycle:transition" value="{transition}"/>\n'
        f'<date key="time:timestamp" value="2012-01-0{day}T09:00:00.000+00:00"/>\n</event>\n'
        for day, (name, transition) in enumerate(
            [("a", "start"), ("a", "complete"), ("b", "start"), ("b", "suspend"), ("c", "complete")], start=1
        )
    )
    + "</trace>\n</log>\n"
).encode()


def test_a_run_of_interviews_is_laid_over_the_journey(binary: Path, tmp_path: Path) -> None:
    """The first is due in days 50 to 56 of the claim, the next four to six weeks after it (D-105)."""
    rows = ["person,what,day"]
    for person, days in {
        "in time": ["2004-01-05", "2004-02-26", "2004-03-30"],
        "too soon": ["2004-01-05", "2004-02-01", "2004-03-02"],
        "too late": ["2004-01-05", "2004-02-26", "2004-06-01"],
        "not yet": ["2004-05-20"],
    }.items():
        rows += [f"{person},{'Interview held' if place else 'Claim made'},{day}" for place, day in enumerate(days)]
    table = tmp_path / "interviews.csv"
    table.write_text("\n".join(rows) + "\n")
    columns = ["--case", "person", "--activity", "what", "--time", "day"]
    design = ["--design", "pathways-to-work-2003"]
    ours = mapped(binary, table, *columns, *design)
    assert (ours["cases"], ours["edges"][0]["from"]) == (4, "Claim made")
    lived = ours["pathway"]
    first, second, third = lived["steps"][:3]
    assert (first["title"], first["due"], first["kept"]) == ("Interview 1 of 6", 3, 2)
    assert [(left["kind"], left["people"]) for left in first["departures"]] == [("early", 1)]
    assert first["departures"][0]["total_days"] == 22
    assert [(left["kind"], left["people"]) for left in second["departures"]] == [("late", 1)]
    assert third["due"] == 0
    # Nobody is withheld of a log of somebody's own: each case is told with what it kept.
    assert lived["agreed"] == {"all": 1, "three_quarters": 0, "half": 2, "less": 0}
    kept = {case["case"]: (case["due"], case["kept"]) for case in lived["by_case"]}
    assert kept == {"in time": (2, 2), "too soon": (2, 1), "too late": (2, 1), "not yet": (0, 0)}
    svg = run(binary, table, *columns, *design, "--as", "svg").stdout.decode()
    assert svg.count('class="designed"') == 1
    assert "interview 1: 1 early" in svg
    refused = run(binary, table, *columns, *design, "--as", "dot")
    assert refused.returncode == 64
    assert b"json, svg or html" in refused.stderr


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


# What is packed whole, so that a test can cut it short: three lines, and many that do not pack small.
LINES = gzip.compress(b"<log>\n<trace/>\n</log>\n", mtime=0)
TRACES = [f"<trace><!-- {place * 7919 % 10007} --></trace>\n" for place in range(10_000)]
LONG = gzip.compress(f"<log>\n{''.join(TRACES)}</log>\n".encode(), mtime=0)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        pytest.param(gzip.compress(b"<log>" + b" " * 5000, mtime=0)[:-9], "ends too early", id="cut short"),
        pytest.param(LINES[:-4], "line 4: The packed file ends too early", id="cut after three lines"),
        pytest.param(LINES[:-8] + b"wrong!!!", "line 4: The packed file is damaged", id="damaged after three lines"),
        pytest.param(LONG[: len(LONG) // 2], "The packed file ends too early", id="cut in the middle"),
        (b"\x1f\x8b" + b"noise" * 20, "line 1: The packed file is damaged"),
        (b"<log>\n<event/></log>", "line 2: An event stands outside of every <trace>"),
        (b"<log>\n<trace>", "line 2: The file ends inside <trace>"),
        (b"case;activity\n", "There is no column “time”"),
        (b'{"events": [', "ends too early"),
        (b"<log>\n<objects/>\n</log>", "line 2: <objects> stands in this <log>, so it looks like OCEL in XML"),
        (b"<log>\n<trace>\n&bomb;</trace></log>", "line 3: \u201c&bomb;\u201d is not a reference"),
        (b"", "nothing in this file"),
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


def test_a_packed_log_that_was_cut_tells_the_line_it_reached(binary: Path, tmp_path: Path) -> None:
    path = tmp_path / "log.xes.gz"
    path.write_bytes(LONG[: len(LONG) // 2])
    told = re.search(r"line (\d+): The packed file ends too early", run(binary, path).stderr.decode())
    assert told is not None
    # About half of the ten thousand lines, and never one that was not there.
    assert 3_000 < int(told[1]) < 7_000


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


TABLE = """client;step;when;team;cohort
1;Referred;2012-01-01;North;a
1;Met;2012-01-09;South;
2;Referred;2012-01-02;North;b
"""
COLUMNS = ["--case", "client", "--activity", "step", "--time", "when", "--agency", "team", "--says", "cohort"]


def test_a_table_is_a_log_and_a_filter_leaves_who_is_meant(binary: Path, tmp_path: Path) -> None:
    path = tmp_path / "visits.csv"
    path.write_text(TABLE)
    ours = mapped(binary, path, *COLUMNS)
    assert (ours["cases"], ours["events"]) == (2, 3)
    assert ours["hand_offs"]["agencies"][0]["median_seconds"] == 8 * 86_400
    for words, cases in [
        ("cohort=a", 1),
        ("not cohort=a", 1),
        ("activity=Met|Referred", 2),
        ("path=Met -> Referred", 0),
        ("begins=Referred", 2),
        ("ends=Met", 1),
    ]:
        assert mapped(binary, path, *COLUMNS, "--where", words)["cases"] == cases, words
        # The column is read though nothing but the filter names it.
        assert mapped(binary, path, *COLUMNS[:-2], "--where", words)["cases"] == cases, words
    done = run(binary, path, *COLUMNS, "--where", "activity=Mett")
    assert done.returncode == 1
    assert "The nearest are \u201cMet\u201d and \u201cReferred\u201d." in done.stderr.decode()
    done = run(binary, path, *COLUMNS, "--where", "begun=soon")
    assert done.returncode == 1
    assert b"not a date" in done.stderr


@pytest.fixture(scope="module")
def store(binary: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A simulated year of sixty people."""
    return simulated(binary, tmp_path_factory.mktemp("map"), 60)


def simulated(binary: Path, folder: Path, customers: int) -> str:
    """A store of so many people, followed for a year and a quarter."""
    database = f"sqlite:{folder}/throughline.sqlite"
    program(binary, "simulate", "--customers", str(customers), "--from", "2011-06-01", "--to", "2012-08-31",
            "--seed", "7", "--database", database)  # fmt: skip
    return database


def program(binary: Path, *words: str | Path) -> bytes:
    done = subprocess.run([binary, *words], capture_output=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout


def test_the_store_and_what_it_exports_have_the_same_map(binary: Path, store: str, tmp_path: Path) -> None:
    again = tmp_path / "again"
    whole = mapped(binary, "--database", store)
    assert whole["cases"] > 40
    for form in ("xes", "csv", "ocel"):
        path, packed = tmp_path / f"s.{form}", tmp_path / f"s.{form}.gz"
        program(binary, "export", form, "--database", store, "--output", path)
        program(binary, "export", form, "--from", path, "--output", again)
        assert again.read_bytes() == path.read_bytes()
        assert mapped(binary, path) == whole, form
        # Packed by its name, or because it was asked for; always the same bytes.
        program(binary, "export", form, "--from", path, "--output", packed)
        assert gzip.decompress(packed.read_bytes()) == path.read_bytes()
        assert program(binary, "export", form, "--from", packed, "--gzip") == packed.read_bytes()
        assert mapped(binary, packed) == whole, form
    refused = subprocess.run([binary, "export", "csv", "--from", tmp_path / "s.xes"], capture_output=True, check=False)
    assert refused.returncode == 1
    assert b"not a table" in refused.stderr
    xes = tmp_path / "s.xes"
    some = mapped(binary, "--database", store, "--where", "outcome=work")
    rest = mapped(binary, "--database", store, "--where", "not outcome=work")
    assert 0 < some["cases"] < whole["cases"]
    assert some["cases"] + rest["cases"] == whole["cases"]
    for form in ("xes", "csv", "ocel"):
        exported = tmp_path / f"s.{form}"
        assert mapped(binary, exported, "--where", "outcome=work") == some, form
        month = ["--where", "cohort=2011-07"]
        assert mapped(binary, exported, *month) == mapped(binary, "--database", store, *month), form
    refused = run(binary, tmp_path / "s.csv", "--where", "cohrt=2011-07")
    assert refused.returncode == 1
    assert "no column \u201ccohrt\u201d" in refused.stderr.decode()
    assert b"Simulated Person" not in xes.read_bytes()


def test_a_pathway_over_the_store_judges_first_contact_and_tells_of_nobody_by_small_numbers(
    binary: Path, store: str, tmp_path: Path, chromium: Browser
) -> None:
    design = ["--database", store, "--design", "work-programme-2011"]
    ours = mapped(binary, *design)
    assert ours["edges"]
    assert mapped(binary, "--database", store, "--where", "programme=work-programme-2011")["cases"] == ours["cases"]
    lived = ours["pathway"]
    assert lived["withheld_under"] == 5
    assert "by_case" not in lived
    contact = next(step for step in lived["steps"] if step["activity"] == "Contact made")
    assert contact["due"] >= 5
    told = list(lived["agreed"].values())
    for step in lived["steps"]:
        told += [step["due"], step["kept"], *(left["people"] for left in step["departures"])]
    assert all(count is None or count == 0 or count >= 5 for count in told)
    svg = program(binary, "map", *design, "--as", "svg").decode()
    assert 'class="designed"' in svg
    assert "A double border is a step of “Work Programme”" in svg
    path = tmp_path / "kept.html"
    program(binary, "map", *design, "--as", "html", "--output", path)
    for size in (DESKTOP, PHONE):
        page = new_page(new_context(chromium, path.as_uri(), size), scripts=True)
        page.goto(path.as_uri())
        axe(page)
        shot(page, f"designed-{size['width']}")
        assert page.get_by_role("heading", name="As designed: Work Programme").is_visible()
        assert page.locator(".drawing svg:visible .designed").count() > 0
        page.context.close()


def test_what_is_exported_keeps_to_the_schemas(
    binary: Path, store: str, third_party_data: Path, tmp_path: Path
) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    etree = pytest.importorskip("lxml.etree", reason="needs lxml, which make check-all installs")
    schema = json.loads((third_party_data / "ocel/schema_ocel2.json").read_text())
    log = json.loads(program(binary, "export", "ocel", "--database", store))
    jsonschema.validate(log, schema)
    xes = etree.fromstring(program(binary, "export", "xes", "--database", store))
    etree.XMLSchema(file=str(third_party_data / "xes-ieee-1849-2016.xsd")).assertValid(xes)


@pytest.mark.slow
def test_the_map_of_two_thousand_people_is_the_one_pm4py_discovers(binary: Path, tmp_path: Path) -> None:
    pytest.importorskip("pm4py")
    store, path = simulated(binary, tmp_path, 2000), tmp_path / "store.xes"
    program(binary, "export", "xes", "--database", store, "--output", path)
    ours = mapped(binary, path)
    assert ours["cases"] > 1300
    assert ours == mapped(binary, "--database", store)
    agrees_with_pm4py(ours, path)


@pytest.mark.parametrize("scripts", [True, False])
def test_the_page_of_a_map_explores_and_stands_without_scripts(
    binary: Path, store: str, tmp_path: Path, chromium: Browser, scripts: bool
) -> None:
    path = tmp_path / "map.html"
    program(binary, "map", "--database", store, "--as", "html", "--output", path)
    for size in (DESKTOP, PHONE):
        page = new_page(new_context(chromium, path.as_uri(), size), scripts=scripts)
        page.goto(path.as_uri())
        axe(page)
        drawn = page.locator(".drawing svg:visible")
        assert drawn.count() == 1
        assert page.get_by_role("heading", name="Where people wait longest").is_visible()
        before = page.locator("details.level[open] summary").text_content()
        if scripts:
            slider = page.get_by_label("Detail")
            slider.press("Home")
            assert page.locator("details.level[open] summary").text_content() != before
            assert "not drawn" in (page.locator(".said").text_content() or "")
            page.locator(".drawing svg:visible .activity").first.click()
            assert page.locator("svg.chosen").count() == 1
            rows = page.locator("section", has_text="Every step").locator("tbody tr")
            page.locator("section", has_text="Every step").get_by_label("Show only rows with").fill("Referral made")
            assert 0 < rows.filter(visible=True).count() < rows.count()
        else:
            page.locator("details.level summary").first.click()
            assert drawn.count() == 2
            rows = page.locator("section tbody tr")
            assert rows.filter(visible=True).count() == rows.count() > 20
        larger(page, page.locator(".drawing"))
        page.context.close()


@pytest.mark.parametrize("scripts", [True, False])
def test_the_page_of_two_cohorts_can_be_read_by_all(
    binary: Path, store: str, tmp_path: Path, chromium: Browser, scripts: bool
) -> None:
    path = tmp_path / "cohorts.html"
    cohorts = ["--compare", "cohort=2011-06|2011-07|2011-08", "--with", "cohort=2011-10|2011-11|2011-12"]
    reached = ["--since", "Referral made", "--reaching", "Appointment attended", "--within", "91"]
    program(binary, "map", "--database", store, *cohorts, *reached, "--as", "html", "--output", path)
    for size in (DESKTOP, PHONE):
        page = new_page(new_context(chromium, path.as_uri(), size), scripts=scripts)
        page.goto(path.as_uri())
        axe(page)
        assert page.get_by_role("heading", level=1).is_visible()
        shot(page, f"cohorts-{scripts}-{size['width']}")
        larger(page, page.locator(".drawing, .wide"))
        page.context.close()


def test_the_drawing_is_svg_that_says_whom_it_hides(binary: Path, store: str) -> None:
    svg = program(binary, "map", "--database", store, "--as", "svg", "--detail", "50").decode()
    assert svg.startswith("<svg")
    assert "took at least one that is not drawn" in svg
    done = run(binary, "--database", store, "--as", "svg", "--where", "cohort=1999-01")
    assert done.returncode == 1
    assert b"nothing to draw" in done.stderr
