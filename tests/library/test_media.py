"""Recordings, the ledger, exports: facts that are kept as they came."""

import sqlite3

import pytest

from reviewer.library.episodes import Episode
from reviewer.library.library import Library
from reviewer.library.media import Recording

ONE = Recording("a" * 64, "/talks/one.mp3", "one.mp3", 100, None)
TWO = Recording("b" * 64, "/talks/two.mp3", "two.mp3", 200, 5000)


def test_the_recording_attached_last_is_the_one_that_plays(library: Library, episode: Episode) -> None:
    assert library.recording(episode) is None
    library.attach(episode, ONE)
    library.attach(episode, TWO)
    assert library.recording(episode) == TWO
    library.attach(episode, ONE)
    assert library.recording(episode) == ONE


def test_a_recording_that_moved_keeps_its_length(library: Library, episode: Episode) -> None:
    library.attach(episode, ONE)
    library.set_duration(ONE.sha256, 61_000)
    library.attach(episode, Recording(ONE.sha256, "/elsewhere/1.mp3", "1.mp3", 100, None))
    assert library.recording(episode) == Recording(ONE.sha256, "/elsewhere/1.mp3", "1.mp3", 100, 61_000)


def test_the_ledger_lists_what_was_played_in_order(library: Library) -> None:
    library.note_played(ONE.sha256, "ann", 5000, 9000, 1.25)
    library.note_played(ONE.sha256, "ben", 0, 1000, 1.0)
    library.note_played(TWO.sha256, "ben", 7, 8, 2.0)
    assert library.played(ONE.sha256) == [(0, 1000, 1.0, "ben"), (5000, 9000, 1.25, "ann")]


def test_the_last_export_is_remembered(library: Library, episode: Episode) -> None:
    assert library.last_export(episode) is None
    library.note_export(episode, "s1")
    library.note_export(episode, "s2")
    assert library.last_export(episode) == "s2"


@pytest.mark.parametrize("table", ["files", "versions", "cues", "decisions", "edits", "switches", "ledger"])
@pytest.mark.parametrize("verb", ["delete from {table}", "update {table} set rowid = rowid"])
def test_rows_are_never_changed_or_deleted(library: Library, episode: Episode, table: str, verb: str) -> None:
    from tests.library.made_libraries import correct

    correct(library, episode, "Aine", "Owain")
    library.undo("ann", episode)
    library.note_played(ONE.sha256, "ann", 0, 1, 1.0)
    column = library._one(f"select name from pragma_table_info('{table}') limit 1")
    statement = verb.format(table=table).replace("rowid = rowid", f"{column} = {column}")
    before = library._one(f"select count(*) from {table}")
    with pytest.raises(sqlite3.IntegrityError, match="never changed"):
        library._connection.execute(statement)
    assert library._one(f"select count(*) from {table}") == before > 0
