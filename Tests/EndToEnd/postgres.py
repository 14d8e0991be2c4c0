"""A PostgreSQL server of a test's own: Debian's, run by its own user in a folder of its own, on loopback alone."""

import os
import secrets
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory


def newest() -> Path:
    """Where the programs of the newest server on this machine are."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda folder: float(folder.parent.name))
    assert found, "These tests need a PostgreSQL server: install Debian's package postgresql."
    return found[-1]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def postgres() -> Iterator[str]:
    """The address of an empty database, until the block ends."""
    owner = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    with TemporaryDirectory(prefix="throughline-postgres-") as folder:
        password, port = secrets.token_hex(12), free_port()
        (Path(folder) / "password").write_text(password + "\n")
        if owner:
            subprocess.run(["chown", "-R", "postgres", folder], check=True, timeout=30)

        def run(program: str, *options: str) -> None:
            command = [*owner, str(newest() / program), *options]
            subprocess.run(command, check=True, timeout=120, cwd=folder, stdin=subprocess.DEVNULL)

        run(
            *("initdb", "-D", f"{folder}/data", "-U", "throughline", "-A", "scram-sha-256", "--no-sync"),
            *(f"--pwfile={folder}/password", "--locale=C.UTF-8", "--encoding=UTF8"),
        )
        settings = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1"
        run("pg_ctl", "-D", f"{folder}/data", "-l", f"{folder}/log", "-w", "-t", "60", "-o", settings, "start")
        try:
            yield f"postgres://throughline:{password}@127.0.0.1:{port}/postgres"
        finally:
            run("pg_ctl", "-D", f"{folder}/data", "-m", "immediate", "stop")
