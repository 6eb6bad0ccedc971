"""Episodes, their caption files and versions: written once at import, read whole or by the list."""

import json
import sqlite3
from dataclasses import dataclass, field, fields, replace
from typing import Any

from reviewer.core.cues import Cues, Oddity, Version
from reviewer.core.rows import new_id
from reviewer.errors import NotFound, printable
from reviewer.library import leading
from reviewer.library.packing import cues_of, write_cues


@dataclass(frozen=True, slots=True)
class EpisodeFacts:
    """What the source tells of an episode. `published` is an ISO date or empty; chapters are times in ms and titles."""

    title: str
    series: str = ""
    shelf: str = ""
    video_id: str = ""
    published: str = ""
    description: str = ""
    tags: tuple[str, ...] = ()
    chapters: tuple[tuple[int, str], ...] = ()


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
    video_id: str = ""


_COLUMNS = """e.number, e.id, e.slug, e.title, e.series, e.shelf, e.video_id, e.published, e.description, e.tags,
    e.imported_at, v.number, v.id, v.cues, v.words, v.duration_ms, v.kind,
    coalesce((select max(d.at) from touches t join decisions d on d.id = t.decision where t.scope = e.id),
    e.imported_at),
    f.summary, f.state, e.chapters"""
_FROM = """from episodes e join leading l on l.episode = e.number join versions v on v.number = l.version
    left join figures f on f.version = v.number"""


def _episode(row: tuple[Any, ...]) -> Episode:
    chapters = () if row[20] == "[]" else tuple((ms, title) for ms, title in json.loads(row[20]))
    facts: list[Any] = [*row[3:9], tuple(json.loads(row[9])), chapters]
    summary = {**json.loads(row[18]), "state": row[19]} if row[18] else {}
    values: list[Any] = [*row[:3], EpisodeFacts(*facts), *row[10:18], summary]
    return Episode(*values)


def listed(connection: sqlite3.Connection) -> list[Episode]:
    """All episodes, the last imported first."""
    rows = connection.execute(f"select {_COLUMNS} {_FROM} order by e.number desc")
    return [_episode(row) for row in rows]


def found(connection: sqlite3.Connection, name: str) -> Episode:
    """The episode of a slug, or of enough of its beginning to be unique."""
    exact = of_slug(connection, name)
    if exact:
        return exact
    rows = connection.execute(
        f"select {_COLUMNS} {_FROM} where substr(e.slug, 1, ?) = ? order by e.slug limit 4", (len(name), name)
    ).fetchall()
    if len(rows) == 1 and name:
        return _episode(rows[0])
    if not rows or not name:
        raise NotFound(f"No episode “{printable(name)}” in this library. “reviewer list” shows them.")
    fitting = ", ".join(row[2] for row in rows[:3])
    raise NotFound(f"Several episodes begin with “{printable(name)}”: {fitting}. Give more of the slug.")


def of_slug(connection: sqlite3.Connection, slug: str) -> Episode | None:
    """The episode that has just this slug."""
    row = connection.execute(f"select {_COLUMNS} {_FROM} where e.slug = ?", (slug,)).fetchone()
    return _episode(row) if row else None


def of_number(connection: sqlite3.Connection, number: int) -> Episode:
    """An episode as it is now, with the version that leads now."""
    return _episode(connection.execute(f"select {_COLUMNS} {_FROM} where e.number = ?", (number,)).fetchone())


def with_video(connection: sqlite3.Connection, video_id: str) -> list[Episode]:
    """The episodes of a video, the first imported first; none of an empty id."""
    rows = connection.execute(
        f"select {_COLUMNS} {_FROM} where e.video_id = ? and e.video_id <> '' order by e.number", (video_id,)
    )
    return [_episode(row) for row in rows]


def fill_facts(connection: sqlite3.Connection, episode: int, facts: EpisodeFacts) -> EpisodeFacts:
    """Take over what an episode does not know yet; all that it knows then. Inside a transaction."""
    have = of_number(connection, episode).facts
    missing = {
        f.name: getattr(facts, f.name)
        for f in fields(EpisodeFacts)
        if not getattr(have, f.name) and getattr(facts, f.name)
    }
    if missing:
        filled = ", ".join(f"{name} = ?" for name in missing)
        values = (v if isinstance(v, str) else json.dumps(v, ensure_ascii=False) for v in missing.values())
        connection.execute(f"update episodes set {filled} where number = ?", (*values, episode))
    return replace(have, **missing)


def known(connection: sqlite3.Connection, sha256: str, video_id: str = "") -> Known | None:
    """The episode that has these bytes; not one of which it is known that it is of another video than this."""
    row = connection.execute(
        """select e.slug, e.title, e.video_id from versions v join episodes e on e.number = v.episode
        where v.sha256 = ?1 and (?2 = '' or e.video_id in ('', ?2)) order by e.video_id <> ?2, v.number limit 1""",
        (sha256, video_id),
    ).fetchone()
    return Known(*row) if row else None


def free_slug(connection: sqlite3.Connection, wanted: str) -> str:
    """The slug itself, or with -2, -3 … behind it where it is taken."""
    slug, number = wanted, 1
    while connection.execute("select 1 from episodes where slug = ?", (slug,)).fetchone():
        number += 1
        slug = f"{wanted}-{number}"
    return slug


def named_anew(connection: sqlite3.Connection, version: Version, video_id: str, episode: int = 0) -> Version:
    """A version under a name that no other episode's has: the video's id goes into it where that is needed."""
    taken = connection.execute("select 1 from versions where id = ? and episode <> ?", (version.id, episode)).fetchone()
    return version.of_video(video_id) if taken and video_id else version


def add(  # noqa: PLR0913, PLR0917 — one row of three tables
    connection: sqlite3.Connection,
    facts: EpisodeFacts,
    slug: str,
    version: Version,
    data: bytes,
    file_name: str,
    at: str,
) -> str:
    """Write an episode with its first version and its search index; the slug that it got. Inside a transaction."""
    slug = free_slug(connection, slug)
    number = connection.execute(
        """insert into episodes(id, slug, title, series, shelf, video_id, published, description, tags, chapters,
        imported_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        (
            new_id(), slug, facts.title, facts.series, facts.shelf, facts.video_id, facts.published, facts.description,
            json.dumps(facts.tags, ensure_ascii=False), json.dumps(facts.chapters, ensure_ascii=False), at,
        ),
    ).lastrowid  # fmt: skip
    assert number is not None
    add_version(connection, number, named_anew(connection, version, facts.video_id), data, file_name, at)
    leading.begin(connection, number)
    return slug


def add_version(
    connection: sqlite3.Connection, episode: int, version: Version, data: bytes, file_name: str, at: str
) -> int:
    """Write a version of an episode with its file and cues; its number. Inside a transaction."""
    connection.execute("insert or ignore into files values (?, ?)", (version.sha256, data))
    first = connection.execute("select coalesce(max(row), 0) + 1 from cues").fetchone()[0]
    cues = version.cues
    oddities = json.dumps([[o.line, o.what] for o in version.oddities], ensure_ascii=False)
    number = connection.execute(
        """insert into versions(id, episode, sha256, file_name, reader, reader_version, options, format, encoding, kind,
        language, header, oddities, first_row, cues, words, duration_ms, imported_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        (
            version.id, episode, version.sha256, file_name, version.reader, version.reader_version, version.options,
            version.format, version.encoding, version.kind, version.language, version.header, oddities, first,
            len(cues), cues.word_count, cues.duration_ms, at,
        ),
    ).lastrowid  # fmt: skip
    assert number is not None
    write_cues(connection, cues, first)
    return number


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
    return cues_of(
        connection.execute(
            "select start_ms, end_ms, gap, text, words, extra, source from cues where row between ? and ? order by row",
            (first, first + count - 1),
        )
    )


def file_bytes(connection: sqlite3.Connection, sha256: str) -> bytes:
    """The imported file, to the byte."""
    row = connection.execute("select bytes from files where sha256 = ?", (sha256,)).fetchone()
    return bytes(row[0])


def file_name(connection: sqlite3.Connection, number: int) -> str:
    return str(connection.execute("select file_name from versions where number = ?", (number,)).fetchone()[0])
