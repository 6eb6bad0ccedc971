"""Libraries in files, and a person who corrects in them."""

import hashlib
import sqlite3
from pathlib import Path

from tests.core.log_texts import cues_of

from reviewer.core.acts import CorrectWords, SetValue
from reviewer.core.cues import Cues, Oddity, Version
from reviewer.core.find import find_places, place_of
from reviewer.core.history import History
from reviewer.core.rows import LEADING
from reviewer.errors import Refused
from reviewer.library import derived, logrows
from reviewer.library.episodes import Episode, EpisodeFacts
from reviewer.library.library import Change, Library

CUES = ("so I met Aine Evans", "and Aine said: it’s", "about Café policy,", "Aine’s own words")


def version_of(cues: Cues, data: bytes = b"1") -> Version:
    sha = hashlib.sha256(data).hexdigest()
    return Version(
        sha, "srt", 1, "", "srt", "utf-8", "auto", "en", cues, "a header", (Oddity(3, "odd"), Oddity(0, "whole")),
    )  # fmt: skip


def add(library: Library, *texts: str, slug: str = "talk", data: bytes = b"1") -> Episode:
    added = library.add_episode(
        EpisodeFacts("A talk"), slug, version_of(cues_of(*(texts or CUES)), data), data, "a.srt"
    )
    assert isinstance(added, str)
    return library.episode(added)


def correct(library: Library, episode: Episode, heard: str, meant: str, person: str = "ann") -> Change:
    places = tuple(find_places(library.text(episode), heard))
    return library.decide(CorrectWords(places, meant), person, episode)


def correct_at(library: Library, episode: Episode, flat: int, meant: str, person: str = "ann") -> Change:
    """The shown words that stand on one imported word."""
    text = library.text(episode)
    words = [w for w in text.words(0, text.cues.word_count) if w.first <= flat < w.last]
    return library.decide(CorrectWords((place_of(text, words),), meant), person, episode)


def add_version(
    library: Library,
    episode: Episode,
    *texts: str,
    data: bytes = b"2",
    person: str = "ann",
    leads: bool = True,
    label: str = "",
) -> Change | None:
    """Another version of an episode, made of other bytes."""
    version = version_of(cues_of(*texts), data)
    return library.add_version(episode, version, data, "b.srt", person=person, lead=leads, label=label)


def lead(library: Library, episode: Episode, version_id: str, person: str = "ann") -> Change:
    return library.decide(SetValue(LEADING, episode.id, "version", version_id, "Lead"), person, episode)


def now(library: Library, episode: Episode) -> Episode:
    """An episode with the version that leads now."""
    return library.episode(episode.slug)


def reads(library: Library, episode: Episode) -> list[str]:
    text = library.text(episode)
    return [text.cue_text(n) for n in range(len(text.cues))]


def raw(path: Path) -> sqlite3.Connection:
    """Another connection, without the library's own care."""
    return sqlite3.connect(path, isolation_level=None)


def derived_rows(connection: sqlite3.Connection) -> dict[str, list[tuple[object, ...]]]:
    """All that follows from the log, as it is kept."""
    rows = {
        table: connection.execute(f"select * from {table} order by 1, 2, 3").fetchall() for table in ("live", "held")
    }
    rows |= {
        table: connection.execute(f"select * from {table} order by 1, 2").fetchall()
        for table in ("touches", "reading", "leading")
    }
    return rows


def check(library: Library) -> None:
    """The derived tables are what the log says, the index is what the tables say, the file is sound."""
    connection = library._connection
    history = History(logrows.read_all(connection))
    for episode in library.episodes():
        for version in library.versions(episode):
            if version.leads:
                should = derived.shown_corrections(history, version.id, library.moved(episode))
                assert derived.live(connection, version.number) == should
            else:
                assert derived.live(connection, version.number) == []
    # 1: compared with the content, here the view
    connection.execute("insert into search(search, rank) values ('integrity-check', 1)")
    assert connection.execute("pragma integrity_check").fetchone() == ("ok",)
    assert connection.execute("pragma foreign_key_check").fetchall() == []
    before = derived_rows(connection)
    library.rebuild()
    assert derived_rows(connection) == before
    connection.execute("insert into search(search, rank) values ('integrity-check', 1)")


def all_off(library: Library, episode: Episode) -> None:
    """Undo until nothing is left; the rows of either person are then off."""
    for person in ("ann", "ben"):
        while True:
            try:
                library.undo(person, episode)
            except Refused:
                break
