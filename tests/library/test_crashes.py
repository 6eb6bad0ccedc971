"""Processes that make, write and are killed: what was acknowledged is there."""

import random
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.library.made_libraries import add, check, correct

from reviewer.library.library import Library

MAKE = """
import sys
from pathlib import Path
from reviewer.library.library import Library
with Library(Path(sys.argv[1])) as library:
    print(library.replica)
"""

WRITE = """
import sys
from pathlib import Path
from reviewer.core.acts import CorrectWords
from reviewer.core.find import place_of
from reviewer.errors import Refused
from reviewer.library.library import Library
library = Library(Path(sys.argv[1]))
episode = library.episode("talk")
for number in range(10**6):
    text = library.text(episode)
    first = number * 3 % (text.cues.word_count - 1)
    words = [w for w in text.words(0, text.cues.word_count) if w.first <= first < w.last]
    try:
        print(library.decide(CorrectWords((place_of(text, words),), f"w{number} x"), "ann", episode).decision, flush=True)
    except Refused:
        continue  # the other writer was there first
    if number % 5 == 4:
        print("undone", library.undo("ann", episode).decision, flush=True)
"""


ADD = """
import os
import sys
from pathlib import Path
from tests.library.made_libraries import add_version
from reviewer.library.library import Library
library = Library(Path(sys.argv[1]))
for number in range(1000):
    episode = library.episode("talk")
    texts = [f"so Aine said w{n} to Evans {number}" for n in range(400)]
    add_version(library, episode, *texts, data=f"{number} {os.getpid()}".encode())
    print(library.leading(episode), flush=True)
"""


def run(code: str, path: Path) -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, "-c", code, str(path)], stdout=subprocess.PIPE, text=True)


def test_several_processes_make_one_library_at_once(path: Path) -> None:
    made = [run(MAKE, path) for _ in range(4)]
    replicas = {process.communicate()[0] for process in made}
    assert [process.returncode for process in made] == [0] * 4
    assert len(replicas) == 1
    with Library(path) as library:
        assert {library.replica + "\n"} == replicas
        check(library)


@pytest.fixture
def talk(path: Path) -> Path:
    with Library(path) as library:
        add(library, *(f"so Aine said w{n} to Evans" for n in range(40)))
    return path


def kills() -> Iterator[float]:
    """After how many seconds from the first acknowledged decision a writer is killed."""
    chance = random.Random(7)
    return (chance.uniform(0, 0.12) for _ in range(8))


def test_what_a_killed_writer_acknowledged_is_there(talk: Path) -> None:
    acknowledged: list[str] = []
    for seconds in kills():
        acknowledged += killed_after(talk, seconds)
        with Library(talk) as library:
            for line in acknowledged:
                *undone, decision = line.split()
                on = library.history(library.episode("talk").id)
                assert decision in on.decisions
                assert not undone or not on.is_on(decision)
    assert len(acknowledged) > 8
    with Library(talk) as library:
        check(library)


def test_a_version_whose_import_is_killed_is_whole_or_not_there(talk: Path) -> None:
    with Library(talk) as library:
        correct(library, library.episode("talk"), "Aine", "Owain")
    led = [line for seconds in list(kills())[:4] for line in killed_after(talk, seconds, ADD)]
    with Library(talk) as library:
        episode = library.episode("talk")
        there = [row.id for row in library.versions(episode)]
        assert set(led) <= set(there)
        assert len(there) - len(set(led)) <= 1 + 4  # the first one, and those whose word did not come through
        assert all(row.cues == len(library.version(row.number).cues) for row in library.versions(episode))
        assert library.leading(episode) == there[-1]
        check(library)


def killed_after(path: Path, seconds: float, code: str = WRITE) -> list[str]:
    """The lines that a writer wrote whole before it was killed."""
    writer = run(code, path)
    assert writer.stdout is not None
    first = writer.stdout.readline()
    time.sleep(seconds)
    writer.kill()
    rest = writer.stdout.read()
    writer.wait()
    writer.stdout.close()
    return (first + rest).rpartition("\n")[0].splitlines()


def test_two_writers_at_once_lose_nothing(talk: Path) -> None:
    writers = [run(WRITE, talk) for _ in range(2)]
    lines: list[list[str]] = []
    for writer in writers:
        assert writer.stdout is not None
        lines.append([writer.stdout.readline() for _ in range(12)])
    for writer in writers:
        writer.kill()
        writer.communicate()
    with Library(talk) as library:
        history = library.history(library.episode("talk").id)
        for line in (*lines[0], *lines[1]):
            assert line.split()[-1] in history.decisions
        counters = [d.counter for d in history.decisions.values()]
        assert len(counters) == len(set(counters))
        check(library)
