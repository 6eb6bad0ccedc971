"""Which version of an episode leads, as the log says, and what is kept for that one only: reading rows, search index.

Without a decision an episode's first version leads. The table `leading` is derived, like all that hangs on it.
"""

import sqlite3
from typing import Any, NamedTuple

from reviewer.core.rows import LEADING

NAME = "version"  # the key, in the layer LEADING, under which an episode holds the id of its leading version


class Lead(NamedTuple):
    """The version that leads an episode now, and how many the episode has."""

    episode: int
    episode_id: str
    version: int
    version_id: str
    versions: int


_LEAD = """select e.number, e.id, l.version, w.id, (select count(*) from versions where episode = e.number)
    from episodes e join leading l on l.episode = e.number join versions w on w.number = l.version"""
_DECIDED = f"""select e.number, coalesce(
    (select v.number from held h join versions v on v.id = json_extract(h.value, '$') and v.episode = e.number
    where h.scope = e.id and h.layer = '{LEADING}' and h.name = '{NAME}'),
    (select min(number) from versions where episode = e.number)) as version from episodes e"""
_ROWS = "select d.number, d.version, v.first_row, v.first_row + v.cues - 1"


def of_episode(connection: sqlite3.Connection, episode: int) -> Lead:
    return Lead(*connection.execute(f"{_LEAD} where e.number = ?", (episode,)).fetchone())


def of_version(connection: sqlite3.Connection, version_id: str) -> Lead | None:
    """The lead of the episode that has this version; None where none here has it."""
    return _lead(connection, "where e.number = (select episode from versions where id = ?)", version_id)


def of_scope(connection: sqlite3.Connection, scope: str) -> Lead | None:
    return _lead(connection, "where e.id = ?", scope)


def _lead(connection: sqlite3.Connection, where: str, value: str) -> Lead | None:
    row = connection.execute(f"{_LEAD} {where}", (value,)).fetchone()
    return Lead(*row) if row else None


def version_of(connection: sqlite3.Connection, episode: int) -> int:
    """The number of the version that leads."""
    return int(connection.execute("select version from leading where episode = ?", (episode,)).fetchone()[0])


def begin(connection: sqlite3.Connection, episode: int) -> None:
    """An episode's first version leads, and is found by its words."""
    rows = _decided(connection, episode)
    connection.execute("insert into leading values (?, ?, ?, ?)", rows)
    _index(connection, rows[2:])


def follow(connection: sqlite3.Connection, lead: Lead) -> bool:
    """Let that version lead which the held values name; whether that is another one than before.

    What was kept for the one that led goes; what is corrected in the new one has to be folded afterwards.
    """
    rows = _decided(connection, lead.episode)
    if rows[1] == lead.version:
        return False
    before = connection.execute("select first_row, last_row from leading where episode = ?", (lead.episode,)).fetchone()
    connection.execute(
        """insert into search(search, rowid, text, heard)
        select 'delete', row, text, heard from shown where row between ? and ?""",
        before,
    )
    connection.execute("delete from reading where row between ? and ?", before)
    connection.execute("delete from live where version = ?", (lead.version,))
    connection.execute("insert or replace into leading values (?, ?, ?, ?)", rows)
    _index(connection, rows[2:])
    return True


def rebuild(connection: sqlite3.Connection) -> None:
    """All of it anew from the held values; the search index is filled anew too, with nothing corrected."""
    connection.execute("delete from leading")
    connection.execute(f"insert into leading {_ROWS} from ({_DECIDED}) d join versions v on v.number = d.version")
    connection.execute("insert into search(search) values ('rebuild')")


def _decided(connection: sqlite3.Connection, episode: int) -> tuple[Any, ...]:
    """An episode's row of `leading` as the held values say it."""
    row: tuple[Any, ...] = connection.execute(
        f"{_ROWS} from ({_DECIDED} where e.number = ?) d join versions v on v.number = d.version", (episode,)
    ).fetchone()
    return row


def _index(connection: sqlite3.Connection, rows: tuple[Any, ...]) -> None:
    connection.execute(
        "insert into search(rowid, text, heard) select row, text, '' from cues where row between ? and ?", rows
    )
