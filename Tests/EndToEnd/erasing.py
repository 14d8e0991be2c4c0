"""What an erasure leaves: the commands of the machine, a backup brought back, and a search of files byte by byte."""

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path


def run(binary: Path, *command: str) -> str:
    """What a command prints; it fails where the command does."""
    done = subprocess.run([binary, *command], capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, (command, done.stdout, done.stderr)
    return done.stdout


def found(words: Sequence[str], *places: Path | str) -> list[str]:
    """Those of the words that stand in a file, in any file of a folder, or in a text."""
    held = []
    for place in places:
        if isinstance(place, Path):
            files = [file for file in place.rglob("*") if file.is_file()] if place.is_dir() else [place]
            content = b"".join(file.read_bytes() for file in files)
        else:
            content = place.encode()
        held += [word for word in words if word.encode() in content]
    return held


def restored(binary: Path, backup: Path, data: Path, copy: Path) -> str:
    """Brings a backup of a demonstration back into an empty folder, with what its keys know was erased since."""
    copy.mkdir()
    shutil.copytree(data / "keys", copy / "keys")
    store = f"sqlite:{copy}/throughline.sqlite"
    run(binary, "restore", str(backup), "--seed", "2011", "--database", store)
    run(binary, "verify", "--database", store)
    return store
