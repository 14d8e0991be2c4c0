"""The program under test: `throughline demo` on a port of its own, and the people who can sign in to it."""

import os
import re
import resource
import subprocess
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

SECONDS_TO_START = float(os.environ.get("DEMO_STARTS_WITHIN", "60"))
ADDRESS = re.compile(r"Listening on (http://\S+)")


@dataclass(frozen=True)
class SignIn:
    """One row of the demonstration's table of people: how they sign in, and the rest of their row by its column."""

    user: str
    password: str
    row: dict[str, str]


def sign_ins(output: Sequence[str]) -> dict[str, SignIn]:
    """The people in the demonstration's table, by user name.

    The table's first line names its columns, `User` and `Password` among them, two or more spaces apart; it ends with
    a line that has other columns.
    """
    found: dict[str, SignIn] = {}
    header: list[str] = []
    for line in output:
        cells = re.split(r"\s{2,}", line.strip())
        if not header:
            names = [cell.casefold() for cell in cells]
            header = names if {"user", "password"} <= set(names) else []
        elif len(cells) == len(header):
            row = dict(zip(header, cells, strict=True))
            found[row["user"]] = SignIn(row["user"], row["password"], row)
        else:
            break
    return found


class Program:
    """A running `throughline`, its output read as it comes.

    Standard output is kept in `output`; standard error goes to a file, whose end is told when something fails, in the
    `folder` that a demonstration keeps its `data` in too.
    """

    def __init__(self, command: Sequence[str | Path], errors: Path) -> None:
        self.output: list[str] = []
        self.folder = errors.parent
        self._errors = errors
        self._changed = threading.Condition()
        self._ended = False
        with errors.open("w", encoding="utf-8") as stderr:
            self._process = subprocess.Popen(
                [str(word) for word in command],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=stderr,
                text=True,
                encoding="utf-8",
                errors="replace",
                # Python ignores the signal of a file grown too large; so does the program, and the write is refused.
                restore_signals=False,
            )
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            with self._changed:
                self.output.append(line.rstrip("\n"))
                self._changed.notify_all()
        with self._changed:
            self._ended = True
            self._changed.notify_all()

    def first(self, pattern: re.Pattern[str], within: float) -> re.Match[str]:
        """The first line that matches, waited for; an error that shows the output when it does not come in time."""
        deadline = time.monotonic() + within
        with self._changed:
            while True:
                for line in self.output:
                    if match := pattern.search(line):
                        return match
                left = deadline - time.monotonic()
                if self._ended or left <= 0:
                    why = "ended" if self._ended else f"said nothing like it for {within:.0f} seconds"
                    raise RuntimeError(f"No line matching {pattern.pattern!r}: the program {why}.\n{self.said()}")
                self._changed.wait(left)

    @property
    def address(self) -> str:
        """Where it is served, with no slash at its end."""
        return self.first(ADDRESS, within=10)[1].rstrip("/")

    @property
    def people(self) -> dict[str, SignIn]:
        """Who can sign in, by user name."""
        self.first(ADDRESS, within=10)
        found = sign_ins(self.output)
        assert found, f"The demonstration printed no table of people with User and Password.\n{self.said()}"
        return found

    def said(self) -> str:
        """The end of what the program printed, for a failure's text."""
        errors = self._errors.read_text(encoding="utf-8", errors="replace").splitlines()
        return "\n".join(["-- output", *self.output[-30:], "-- errors", *errors[-30:]])

    def fill_the_disk(self) -> None:
        """From now on every byte it writes to a file is refused, as on a disk with no room."""
        _, most = resource.prlimit(self._process.pid, resource.RLIMIT_FSIZE)
        resource.prlimit(self._process.pid, resource.RLIMIT_FSIZE, (0, most))

    def make_room(self) -> None:
        """It can write again."""
        _, most = resource.prlimit(self._process.pid, resource.RLIMIT_FSIZE)
        resource.prlimit(self._process.pid, resource.RLIMIT_FSIZE, (most, most))

    def kill(self) -> None:
        """Ends it as a loss of power would, with no time to put anything in order."""
        self._process.kill()
        self._process.wait(15)

    def stop(self) -> int:
        """Asks the program to end, makes it after 15 seconds, and returns its exit status."""
        self._process.terminate()
        try:
            return self._process.wait(15)
        except subprocess.TimeoutExpired:
            self._process.kill()
            return self._process.wait(15)


@contextmanager
def demonstration(binary: Path, folder: Path, customers: int, more: Sequence[str] = ()) -> Iterator[Program]:
    """A demonstration of its own, kept in that folder and served on a port the system chose; ended afterwards.

    `more` are further options of the command.
    """
    command: list[str | Path] = [binary, "demo", "--customers", str(customers), "--port", "0"]
    command += ["--data", folder / "data", *more]
    program = Program(command, errors=folder / "errors.txt")
    try:
        program.first(ADDRESS, within=SECONDS_TO_START)
        yield program
    finally:
        program.stop()
