"""Episodes, their caption files and versions: written once at import, read whole or by the list."""

import json
import sqlite3
from dataclasses import dataclass, field
from typing import Any

from reviewer.core.cues import NO_TIME, Cues, Oddity, Version
from reviewer.core.rows import new_id
from reviewer.errors import NotFound, printable
from reviewer.library.packing import pack, unpack


@dataclass(frozen=True, slots=True)
class EpisodeFacts:
    """What the source tells of an episode. `published` is an ISO date or empty."""

    title: str
    series: str = ""
    shelf: str = ""
    video_id: str = ""
    published: str = ""
    description: str = ""
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Episode:
    """An episode with its leading version; `number` is the library's own, `id` the same everywhere."""

    number: int
    id: str
    slug: str
    facts: EpisodeFacts
    imported_at: str
    version: int
    version_id: str
    cue_count: int
    word_count: int
    duration_ms: int
    kind: str
    changed_at: str = ""
    summary: dict[str, Any] = field(default_factory=dict)  # of the figures, with the `state` they hold for


@dataclass(frozen=True, slots=True)
class Known:
    """The same bytes are in the library already."""

    slug: str
    title: str


_COLUMNS = """e.number, e.id, e.slug, e.title, e.series, e.shelf, e.video_id, e.published, e.description, e.tags,
    e.imported_at, v.number, v.id, v.cues, v.words, v.duration_ms, v.kind,
    coalesce((select max(d.at) from touches t join decisions d on d.id = t.decision where t.scope = e.id),
    e.imported_at),
    f.summary, f.state"""
_FROM = """from episodes e join versions v on v.number = (select max(number) from versions where episode = e.number)
    left join figures f on f.version = v.number"""


def _episode(row: tuple[Any, ...]) -> Episode:
    facts: list[Any] = [*row[3:9], tuple(json.loads(row[9]))]
    summary = {**json.loads(row[18]), "state": row[19]} if row[18] else {}
    values: list[Any] = [*row[:3], EpisodeFacts(*facts), *row[10:18], summary]
    return Episode(*values)


def listed(connection: sqlite3.Connection) -> list[Episode]:
    """All episodes, the last imported first."""
    rows = connection.execute(f"select {_COLUMNS} {_FROM} order by e.number desc")
    return [_episode(row) for row in rows]


def found(connection: sqlite3.Connection, name: str) -> Episode:
    """The episode of a slug, or of enough of its beginning to be unique."""
    exact = connection.execute(f"select {_COLUMNS} {_FROM} where e.slug = ?", (name,)).fetchone()
    if exact:
        return _episode(exact)
    rows = connection.execute(
        f"select {_COLUMNS} {_FROM} where substr(e.slug, 1, ?) = ? order by e.slug limit 4", (len(name), name)
    ).fetchall()
    if len(rows) == 1 and name:
        return _episode(rows[0])
    if not rows or not name:
        raise NotFound(f"No episode “{printable(name)}” in this library. “reviewer list” shows them.")
    fitting = ", ".join(row[2] for row in rows[:3])
    raise NotFound(f"Several episodes begin with “{printable(name)}”: {fitting}. Give more of the slug.")


def known(connection: sqlite3.Connection, sha256: str) -> Known | None:
    row = connection.execute(
        "select e.slug, e.title from versions v join episodes e on e.number = v.episode where v.sha256 = ?", (sha256,)
    ).fetchone()
    return Known(*row) if row else None


def free_slug(connection: sqlite3.Connection, wanted: str) -> str:
    """The slug itself, or with -2, -3 … behind it where it is taken."""
    slug, number = wanted, 1
    while connection.execute("select 1 from episodes where slug = ?", (slug,)).fetchone():
        number += 1
        slug = f"{wanted}-{number}"
    return slug


def add(  # noqa: PLR0913, PLR0917 — one row of three tables
    connection: sqlite3.Connection,
    facts: EpisodeFacts,
    slug: str,
    version: Version,
    data: bytes,
    file_name: str,
    at: str,
) -> str:
    """Write an episode with its file, version, cues and search index; the slug that it got. Inside a transaction."""
    slug = free_slug(connection, slug)
    number = connection.execute(
        """insert into episodes(id, slug, title, series, shelf, video_id, published, description, tags, imported_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        (
            new_id(), slug, facts.title, facts.series, facts.shelf, facts.video_id, facts.published, facts.description,
            json.dumps(facts.tags, ensure_ascii=False), at,
        ),
    ).lastrowid  # fmt: skip
    connection.execute("insert or ignore into files values (?, ?)", (version.sha256, data))
    first = connection.execute("select coalesce(max(row), 0) + 1 from cues").fetchone()[0]
    cues = version.cues
    oddities = json.dumps([[o.line, o.what] for o in version.oddities], ensure_ascii=False)
    connection.execute(
        """insert into versions(id, episode, sha256, file_name, reader, reader_version, options, format, encoding, kind,
        language, header, oddities, first_row, cues, words, duration_ms, imported_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        (
            version.id, number, version.sha256, file_name, version.reader, version.reader_version, version.options,
            version.format, version.encoding, version.kind, version.language, version.header, oddities, first,
            len(cues), cues.word_count, cues.duration_ms, at,
        ),
    )  # fmt: skip
    connection.executemany(
        "insert into cues values (?, ?, ?, ?, ?, ?, ?)", (_row(cues, first, n) for n in range(len(cues)))
    )
    connection.execute(
        "insert into search(rowid, text, heard) select row, text, '' from cues where row between ? and ?",
        (first, first + len(cues) - 1),
    )
    return slug


def _row(cues: Cues, first: int, number: int) -> tuple[Any, ...]:
    cue = cues.cue(number)
    extra = cues.extras.get(number)
    return (
        first + number, cue.start_ms, cue.end_ms, cues.gap_before(number), cue.text, pack(cues, number),
        json.dumps(dict(extra), ensure_ascii=False) if extra else None,
    )  # fmt: skip


def version(connection: sqlite3.Connection, number: int) -> Version:
    """A version with its cues, as imported."""
    row = connection.execute(
        """select sha256, reader, reader_version, options, format, encoding, kind, language, header, oddities,
        first_row, cues from versions where number = ?""",
        (number,),
    ).fetchone()
    oddities = tuple(Oddity(*pair) for pair in json.loads(row[9]))
    values: list[Any] = [*row[:8], _cues(connection, row[10], row[11]), row[8], oddities]
    return Version(*values)


def _cues(connection: sqlite3.Connection, first: int, count: int) -> Cues:
    texts: list[str] = []
    cues, length = Cues(), 0
    rows = connection.execute(
        "select start_ms, end_ms, gap, text, words, extra from cues where row between ? and ? order by row",
        (first, first + count - 1),
    )
    for number, (start_ms, end_ms, gap, text, packed, extra) in enumerate(rows):
        begin = length + len(gap)
        starts, stops, kinds, times = unpack(packed, start_ms)
        cues.word_starts.extend([begin + s for s in starts])
        cues.word_stops.extend([begin + s for s in stops])
        cues.word_kinds.frombytes(kinds)
        cues.word_ms.extend(times if times is not None else [NO_TIME] * len(starts))
        cues.first_word.append(len(cues.word_starts))
        cues.starts.append(begin)
        length = begin + len(text)
        cues.stops.append(length)
        cues.start_ms.append(NO_TIME if start_ms is None else start_ms)
        cues.end_ms.append(NO_TIME if end_ms is None else end_ms)
        if extra:
            cues.extras[number] = json.loads(extra)
        texts += (gap, text)
    cues.text = "".join(texts)
    return cues


def file_bytes(connection: sqlite3.Connection, sha256: str) -> bytes:
    """The imported file, to the byte."""
    row = connection.execute("select bytes from files where sha256 = ?", (sha256,)).fetchone()
    return bytes(row[0])


def file_name(connection: sqlite3.Connection, number: int) -> str:
    return str(connection.execute("select file_name from versions where number = ?", (number,)).fetchone()[0])
