"""Many files into the library: each where it belongs, whole or not at all, whatever happens in between."""

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.command_line import webvtt

from reviewer.app import tracks
from reviewer.app.importing import Imported, ImportOptions, ImportResult, UnreadableFile, import_files, read_bytes
from reviewer.app.progress import Progress
from reviewer.app.session import ReviewSession
from reviewer.app.workspace import Workspace
from reviewer.errors import LibraryTrouble, Refused
from reviewer.library.library import Library

TALK = [f"word{n} is said by Aine Evans of number {n}" for n in range(30)]
ID = "dQw4w9WgXcQ"


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return tmp_path / "library.sqlite"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "captions").mkdir()
    return tmp_path / "captions"


def write(folder: Path, name: str, *texts: str) -> Path:
    (folder / name).write_text(webvtt(*texts), "utf-8")
    return folder / name


def roll_up(*rows: str) -> str:
    """Captions as YouTube makes them, one row after the other."""
    cues, before = ["WEBVTT\nKind: captions\nLanguage: en\n"], " "
    for number, row in enumerate(rows):
        start, end = f"00:{number:02}:00.000", f"00:{number:02}:30.000"
        words = "".join(f"<00:{number:02}:{n + 1:02}.000><c> {w}</c>" for n, w in enumerate(row.split()[1:]))
        cues += [
            f"{start} --> {end} align:start position:0%\n{before}\n{row.split()[0]}{words}\n",
            f"{end} --> {end[:-3]}010 align:start position:0%\n{row}\n \n",
        ]
        before = row
    return "\n".join(cues)


def srt(*texts: str) -> str:
    return "\n".join(f"{n}\n00:{n:02}:00,000 --> 00:{n:02}:30,000\n{text}\n" for n, text in enumerate(texts))


def imported(library: Path, *paths: Path, **options: object) -> ImportResult:
    result = ImportResult()
    list(import_files(library, paths, ImportOptions(**options), result, "gwen"))  # type: ignore[arg-type]
    return result


def became(result: ImportResult) -> list[tuple[str, str, str, bool]]:
    assert not result.refused
    return [(Path(one.file).name, one.episode, one.added, one.leads) for one in result.imported]


def session(library: Path, slug: str, do: Callable[[ReviewSession], object]) -> object:
    with Workspace(library, "gwen") as opened:
        return do(opened.session(slug))


# Several at once
def test_stopping_between_two_files_leaves_whole_episodes(library: Path, folder: Path) -> None:
    files = [write(folder, f"{n}.vtt", f"Words of {n}") for n in range(4)]
    result = ImportResult()
    steps = import_files(library, files, ImportOptions(), result)
    told = [next(steps), next(steps), next(steps)]
    assert [(step.done, step.total, step.what) for step in told][-1] == (2, 4, "2.vtt")
    steps.close()  # type: ignore[attr-defined]
    with Workspace(library, "gwen") as opened:
        assert (
            [row.slug for row in opened.episodes()] == [one.episode for one in reversed(result.imported)] == ["1", "0"]
        )


def test_progress_rises_to_the_end_by_bytes(library: Path, folder: Path) -> None:
    for number in range(5):
        write(folder, f"{number}.vtt", *(f"Words of {number}.{n}" for n in range(number * 9)))
    steps: list[Progress] = list(import_files(library, [folder], ImportOptions(), ImportResult()))
    counted = [step for step in steps if step.total]
    shares = [step.part for step in counted]
    assert steps[0].total == 0
    assert [step.done for step in counted] == [0, 1, 2, 3, 4, 5]
    assert shares == sorted(shares)
    assert (shares[0], shares[-1]) == (0, 1)


def test_the_tracks_of_a_video_are_one_episode_and_the_best_leads(library: Path, folder: Path) -> None:
    (folder / f"Talk [{ID}].en.vtt").write_text(roll_up(*(row.replace("said", "sayed") for row in TALK)), "utf-8")
    (folder / f"Talk [{ID}].en-orig.vtt").write_text(roll_up(*TALK), "utf-8")
    (folder / f"Talk [{ID}].en.srt").write_text(srt(*TALK), "utf-8")
    (folder / f"Talk [{ID}].info.json").write_text(
        json.dumps({"title": "The talk", "id": ID, "language": "en"}), "utf-8"
    )
    assert became(imported(library, folder)) == [
        (f"Talk [{ID}].en.srt", "the-talk", "episode", True),
        (f"Talk [{ID}].en-orig.vtt", "the-talk", "track", False),
        (f"Talk [{ID}].en.vtt", "the-talk", "track", False),
    ]
    assert len(imported(library, folder).known) == 3


def test_the_same_words_in_another_format_are_a_further_track(library: Path, folder: Path) -> None:
    imported(library, write(folder, "talk.vtt", *TALK))
    (folder / "talk.srt").write_text(srt(*TALK), "utf-8")
    assert became(imported(library, folder / "talk.srt")) == [("talk.srt", "talk", "track", False)]


def test_files_of_one_name_and_other_words_are_episodes_of_their_own(library: Path, folder: Path) -> None:
    imported(library, write(folder, "talk.vtt", *TALK))
    (folder / "two").mkdir()
    assert became(imported(library, write(folder / "two", "talk.vtt", "Nothing alike"))) == [
        ("talk.vtt", "talk-2", "episode", True)
    ]


def test_new_makes_an_episode_of_its_own(library: Path, folder: Path) -> None:
    imported(library, write(folder, "talk.vtt", *TALK))
    changed = write(folder, "talk.vtt", *TALK, "more")
    assert became(imported(library, changed, new=True)) == [("talk.vtt", "talk-2", "episode", True)]
    (refused,) = imported(library, write(folder, "talk.vtt", "less"), new=True, slug="talk").refused
    assert "taken" in refused.reason


# Again
def correct(heard: str, meant: str, cue: int) -> Callable[[ReviewSession], object]:
    return lambda s: s.correct([p for p in s.places(heard) if p.cue == cue], meant, why="heard it")


def test_a_changed_file_is_a_new_version_and_corrections_are_carried_or_listed(library: Path, folder: Path) -> None:
    file = write(folder, "talk.vtt", *TALK)
    imported(library, file)
    for cue in (1, 2, 3):
        session(library, "talk", correct("Aine Evans", "Owain Evans", cue))
    changed = list(TALK)
    changed[2] = changed[2].replace("Aine", "Owain")
    changed[3] = "something else altogether"
    (one,) = imported(library, write(folder, "talk.vtt", "A word before.", *changed)).imported
    assert (one.added, one.leads, one.carried, one.settled, one.unfit) == ("version", True, 1, 1, 1)
    rows = session(library, "talk", lambda s: [(row.cue, row.heard, row.meant) for row in s.corrections()])
    assert rows == [(2, "Aine Evans", "Owain Evans")]
    assert session(library, "talk", lambda s: s.text.cue_text(2)) == TALK[1].replace("Aine", "Owain")
    session(library, "talk", lambda s: s.undo())
    assert session(library, "talk", lambda s: (s.text.cue_text(0), len(s.corrections()))) == (TALK[0], 3)


def test_a_changed_track_that_does_not_lead_leaves_what_is_read(library: Path, folder: Path) -> None:
    imported(library, write(folder, "talk.vtt", *TALK))
    (folder / "talk.srt").write_text(srt(*TALK), "utf-8")
    imported(library, folder / "talk.srt")
    (folder / "talk.srt").write_text(srt(*TALK, "more"), "utf-8")
    assert became(imported(library, folder / "talk.srt")) == [("talk.srt", "talk", "version", False)]
    assert session(library, "talk", lambda s: s.version.format) == "webvtt"


def test_a_slug_that_is_there_takes_the_file_whatever_its_words(library: Path, folder: Path) -> None:
    imported(library, write(folder, "talk.vtt", *TALK))
    (folder / "other.srt").write_text(srt("Quite other words"), "utf-8")
    result = imported(library, folder / "other.srt", slug="talk", title="Other", series="New series")
    assert became(result) == [("other.srt", "talk", "track", False)]
    assert result.imported[0].not_applied == ("--title",)
    with Library(library) as opened:
        assert opened.episode("talk").facts.series == "New series"


@pytest.mark.parametrize("is_there", [False, True])
def test_a_slug_is_said_of_one_conversation_only(library: Path, folder: Path, is_there: bool) -> None:
    if is_there:
        imported(library, write(folder, "first.vtt", *TALK), slug="mine")
    (
        write(folder, "a.vtt", *TALK, "more"),
        write(folder, "b.vtt", "Quite other words"),
        write(folder, "c.vtt", *TALK[1:]),
    )
    files = [folder / name for name in ("a.vtt", "b.vtt", "c.vtt")]
    result = imported(library, *files, slug="mine")
    assert [(Path(one.file).name, one.episode) for one in result.imported] == [("a.vtt", "mine"), ("c.vtt", "mine")]
    assert [(Path(one.file).name, "taken" in one.reason) for one in result.refused] == [("b.vtt", True)]


def test_a_known_file_gives_its_episode_what_its_info_tells_and_it_lacks(library: Path, folder: Path) -> None:
    file = write(folder, f"Talk [{ID}].en.vtt", *TALK)
    imported(library, file, series="Mine")
    told = {"title": "Other", "channel": "C", "tags": ["a"], "chapters": [{"start_time": 1, "title": "One"}]}
    (folder / f"Talk [{ID}].info.json").write_text(json.dumps(told), "utf-8")
    (known,) = imported(library, file).known
    assert known.filled == ("tags", "chapters")
    assert known.message.endswith("Filled in: tags and chapters.")
    with Library(library) as opened:
        facts = opened.episode("talk").facts
    assert (facts.title, facts.series, facts.tags, facts.chapters) == ("Talk", "Mine", ("a",), ((1_000, "One"),))
    assert imported(library, file).known[0].message.endswith("Nothing was added.")


# When something goes wrong
def test_what_was_done_before_the_library_could_not_be_written_is_told(
    library: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(4):
        write(folder, f"{number}.vtt", f"Words of {number}")
    real = Library.add_episode

    def full(self: Library, facts: object, slug: str, *rest: object) -> object:
        if slug == "2":
            raise LibraryTrouble("library.sqlite: the disk is full.")
        return real(self, facts, slug, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(Library, "add_episode", full)
    result = ImportResult()
    with pytest.raises(LibraryTrouble, match="full"):
        list(import_files(library, [folder], ImportOptions(), result))
    assert [one.episode for one in result.imported] == ["0", "1"]
    assert not result.refused
    monkeypatch.undo()
    again = imported(library, folder)
    assert ([one.episode for one in again.known], [one.episode for one in again.imported]) == (["0", "1"], ["2", "3"])


def test_the_library_itself_is_refused(library: Path, folder: Path) -> None:
    write(folder, "a.vtt", "Hello")
    result = imported(library, library, folder)
    assert [one.episode for one in result.imported] == ["a"]
    assert "library that is open" in result.refused[0].reason


def test_a_file_that_vanishes_is_refused_and_the_others_taken(library: Path, folder: Path) -> None:
    files = [write(folder, f"{n}.vtt", f"Words of {n}") for n in range(6)]
    result = ImportResult()
    for step in import_files(library, files, ImportOptions(), result):
        if step.what == "0.vtt":
            files[5].unlink()
    assert [one.episode for one in result.imported] == ["0", "1", "2", "3", "4"]
    assert [one.reason for one in result.refused] == ["there is no such file."]


IMPORT = """
import sys
from pathlib import Path
from reviewer.app.importing import ImportOptions, ImportResult, import_files
print("begins", flush=True)
list(import_files(Path(sys.argv[1]), [Path(sys.argv[2])], ImportOptions(), ImportResult()))
"""


def test_after_kills_the_same_command_imports_exactly_what_is_missing(library: Path, folder: Path) -> None:
    words = [f"talk number {n} of {m}" for n in range(40) for m in range(9)]
    for number in range(40):
        write(folder, f"talk {number}.vtt", *(f"{number} {text}" for text in words))
    chance, kept = random.Random(11), 0
    for _ in range(5):
        with subprocess.Popen([sys.executable, "-c", IMPORT, library, folder], stdout=subprocess.PIPE) as process:
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(chance.uniform(0.05, 0.35))
            os.kill(process.pid, signal.SIGKILL)
        assert_whole(library, cues=len(words), at_least=kept)
        kept = len(episodes(library))
    result = imported(library, folder)
    assert (len(result.known), len(result.imported)) == (kept, 40 - kept)
    assert sorted(episodes(library)) == sorted(f"talk-{n}" for n in range(40))
    assert_whole(library, cues=len(words), at_least=40)


def episodes(library: Path) -> list[str]:
    with Library(library) as opened:
        return [one.slug for one in opened.episodes()]


def assert_whole(library: Path, *, cues: int, at_least: int) -> None:
    """Each episode that is there has its file, its version and all of its cues, and is found by its words."""
    with Library(library) as opened:
        there = opened.episodes()
        assert len(there) >= at_least
        for one in there:
            assert len(opened.version(one.version).cues) == one.cue_count == cues
            assert opened.file_bytes(opened.version(one.version).sha256)
        if there:
            assert opened.search(f'"{there[0].slug.removeprefix("talk-")} talk number 0 of 0"', 5)
    connection = sqlite3.connect(library)
    assert connection.execute("pragma integrity_check").fetchall() == [("ok",)]
    connection.close()


@pytest.mark.parametrize("name", ["missing", ".", "/dev/null", "x" * 300, "a\0b"])
def test_what_cannot_be_read_says_why_and_what_to_do(tmp_path: Path, name: str) -> None:
    with pytest.raises(UnreadableFile) as caught:
        read_bytes(tmp_path / name)
    assert caught.value.reason
    assert caught.value.remedy.endswith("Nothing was changed.")
    assert str(caught.value).count("\n") == 0


def test_what_an_import_was_told_before_still_makes_sense() -> None:
    """Other rooms make these by position."""
    assert Imported("a.vtt", "a", "webvtt", "utf-8", "uploaded", 1, 2, ()).added == "episode"


# Equal bytes
OTHER = "aaaaaaaaaaa"


def test_equal_files_of_two_videos_are_two_episodes(library: Path, folder: Path) -> None:
    for name in ("One", "Two"):
        write(folder, f"{name} [{ID if name == 'One' else OTHER}].vtt", "Hello")
    result = imported(library, folder)
    assert [one.episode for one in result.imported] == ["one", "two"]
    again = imported(library, folder)
    assert ([one.episode for one in again.known], again.imported) == (["one", "two"], [])


def test_equal_files_of_two_videos_of_one_title_are_two_episodes(library: Path, folder: Path) -> None:
    for video in (ID, OTHER):
        write(folder, f"Talk [{video}].vtt", *TALK)
    assert [one.episode for one in imported(library, folder).imported] == ["talk", "talk-2"]


def test_an_episode_without_a_video_knows_its_bytes_and_takes_the_first_id(library: Path, folder: Path) -> None:
    imported(library, write(folder, "talk.vtt", "Hello"))
    for video in (ID, OTHER):
        write(folder, f"Talk [{video}].vtt", "Hello")
    result = imported(library, folder)
    assert len(result.known) == 2
    assert len(result.imported) == 1


def test_bytes_that_the_named_episode_has_are_known_whatever_the_video(library: Path, folder: Path) -> None:
    imported(library, write(folder, f"Talk [{ID}].vtt", "Hello"))
    result = imported(library, write(folder, f"Talk [{OTHER}].vtt", "Hello"), slug="talk")
    assert [one.episode for one in result.known] == ["talk"]
    assert [one.episode for one in imported(library, folder / f"Talk [{OTHER}].vtt", slug="mine").imported] == ["mine"]


def test_the_second_of_two_equal_files_is_reread_led_and_exported_like_any(library: Path, folder: Path) -> None:
    for video in (ID, OTHER):
        write(folder, f"Talk [{video}].vtt", "café")
    imported(library, folder)

    def reread(opened: ReviewSession) -> tuple[str, ...]:
        with pytest.raises(Refused, match="already"):
            tracks.reread(opened, encoding="utf-8")
        tracks.reread(opened, encoding="windows-1252")
        return tuple(row.version.encoding for row in tracks.tracks(opened) if row.version.leads)

    assert session(library, "talk", reread) == session(library, "talk-2", reread) == ("windows-1252",)
