"""The versions of an episode: each a caption file's bytes as one reader read them, one of them leading."""

import json
import sqlite3
from dataclasses import dataclass
from typing import Any

from reviewer.core.cues import Oddity, Version
from reviewer.errors import Refused, printable
from reviewer.library import episodes


@dataclass(frozen=True, slots=True)
class VersionRow:
    """A version as lists show it, without its cues; `number` is the library's own, `id` the same everywhere."""

    number: int
    id: str
    sha256: str
    file_name: str
    format: str
    encoding: str
    kind: str
    language: str
    reader: str
    reader_version: int
    options: str
    cues: int
    words: int
    duration_ms: int
    oddities: tuple[Oddity, ...]
    imported_at: str
    leads: bool


@dataclass(frozen=True, slots=True)
class NewVersion:
    """A caption file that was read, on its way into the library."""

    version: Version
    data: bytes
    file_name: str


def of_episode(connection: sqlite3.Connection, episode: int) -> list[VersionRow]:
    """The oldest first."""
    rows = connection.execute(
        """select v.number, v.id, v.sha256, v.file_name, v.format, v.encoding, v.kind, v.language, v.reader,
        v.reader_version, v.options, v.cues, v.words, v.duration_ms, v.oddities, v.imported_at, v.number = l.version
        from versions v join leading l on l.episode = v.episode where v.episode = ? order by v.number""",
        (episode,),
    )
    return [_row(row) for row in rows]


def _row(row: tuple[Any, ...]) -> VersionRow:
    oddities = tuple(Oddity(*pair) for pair in json.loads(row[14]))
    values: list[Any] = [*row[:14], oddities, row[15], bool(row[16])]
    return VersionRow(*values)


def numbers(connection: sqlite3.Connection, episode: int) -> dict[str, int]:
    """By id the numbers of an episode's versions."""
    return dict(connection.execute("select id, number from versions where episode = ?", (episode,)))


def add(connection: sqlite3.Connection, episode: int, new: NewVersion, at: str) -> int:
    """Write a version of an episode unless it is there; its number. Inside a transaction.

    Raises `Refused` where another episode has it: these bytes read this way.
    """
    there = connection.execute(
        "select v.number, v.episode, e.title from versions v join episodes e on e.number = v.episode where v.id = ?",
        (new.version.id,),
    ).fetchone()
    if there is None:
        return episodes.add_version(connection, episode, new.version, new.data, new.file_name, at)
    number, owner, title = there
    if owner != episode:
        raise Refused(f"This file is in the library already, in “{printable(title)}”. Nothing was changed.")
    return int(number)
