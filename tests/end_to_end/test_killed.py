"""A process that corrects is killed at any moment: what it acknowledged is there, and the library opens."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from reviewer.app import exporting
from reviewer.app.exporting import WrittenFile
from reviewer.app.importing import ImportOptions, ImportResult, import_files
from reviewer.app.session import ReviewSession
from reviewer.app.verifying import verified
from reviewer.app.workspace import Workspace

KILLS = 50
# Corrects one word after the other, and acknowledges each decision on a line.
CORRECTING = """
import sys
from pathlib import Path
from reviewer.app.session import ReviewSession
from reviewer.core.find import place_of
from reviewer.library.library import Library
with Library(Path(sys.argv[1])) as library:
    session = ReviewSession(library, "talk", "gwen")
    for flat in range(len(session.history.decisions), session.version.cues.word_count):
        words = list(session.text.words(flat, flat + 1))
        change = session.correct([place_of(session.text, words)], f"now{flat}")
        print(change.decision, flat, flush=True)
"""


@pytest.fixture
def library(tmp_path: Path) -> Path:
    texts = (" ".join(f"word{c}.{w}" for w in range(12)) for c in range(2_000))
    (tmp_path / "talk.srt").write_text(
        "\n".join(
            f"{n}\n00:{n // 60:02}:{n % 60:02},000 --> 00:{n // 60:02}:{n % 60:02},900\n{t}\n"
            for n, t in enumerate(texts)
        ),
        "utf-8",
    )
    path, result = tmp_path / "library.sqlite", ImportResult()
    list(import_files(path, [tmp_path / "talk.srt"], ImportOptions(), result))
    assert not result.refused
    return path


def acknowledged_before_the_kill(library: Path, delay_s: float) -> Iterator[tuple[str, int]]:
    """Decisions and the words that they correct, as a process acknowledged them until it was killed."""
    with subprocess.Popen(
        [sys.executable, "-c", CORRECTING, str(library)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        first = process.stdout.readline()
        time.sleep(delay_s)
        os.kill(process.pid, signal.SIGKILL)
        rest, errors = process.stdout.read(), process.stderr.read()
        assert (process.wait(), errors) == (-signal.SIGKILL, b"")
    lines = (first + rest).split(b"\n")[:-1]  # a line that was cut off is not acknowledged
    assert lines
    for line in lines:
        decision, flat = line.decode().split()
        yield decision, int(flat)


def is_sound(library: Path) -> bool:
    connection = sqlite3.connect(library)
    try:
        return connection.execute("pragma integrity_check").fetchall() == [("ok",)]
    finally:
        connection.close()


def assert_shown(session: ReviewSession, acknowledged: list[tuple[str, int]]) -> None:
    history = session.history
    for decision, flat in acknowledged:
        assert history.is_on(decision)
        assert [word.text for word in session.text.words(flat, flat + 1)] == [f"now{flat}"]


@pytest.mark.slow
def test_nothing_acknowledged_is_lost_by_a_kill(library: Path, tmp_path: Path) -> None:
    chance = random.Random(20_260_131)
    acknowledged: list[tuple[str, int]] = []
    for _ in range(KILLS):
        acknowledged += acknowledged_before_the_kill(library, chance.uniform(0.005, 0.15))
        assert is_sound(library)
        with Workspace(library, "gwen") as opened:
            assert_shown(opened.session("talk"), acknowledged)
    assert len({decision for decision, _ in acknowledged}) == len(acknowledged) > KILLS
    with Workspace(library, "gwen") as opened:
        session, written = opened.session("talk"), list[WrittenFile]()
        list(exporting.export([session], tmp_path / "out", written))
        assert not verified(tmp_path / "out").problems
        as_kept = [session.text.cue_text(number) for number in range(len(session.version.cues))]
        opened.library.rebuild()
        assert [opened.session("talk").text.cue_text(number) for number in range(len(as_kept))] == as_kept
