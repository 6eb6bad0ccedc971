"""The log's rows in their tables, and which scopes (episodes, the library) a decision touches."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from typing import Any

from reviewer.core.anchors import LIBRARY, Key, Place, from_json, to_json
from reviewer.core.rows import Decision, Edit, Rows, Source, Switch


def next_counter(connection: sqlite3.Connection) -> int:
    """1 + the greatest that this library has seen."""
    greatest = connection.execute(
        """select max(coalesce((select max(counter) from decisions), 0),
        coalesce((select max(counter) from switches), 0))"""
    ).fetchone()[0]
    return int(greatest) + 1


def insert(connection: sqlite3.Connection, rows: Rows) -> None:
    """Add rows; those that are there already stay as they are."""
    connection.executemany(
        "insert or ignore into decisions values (?, ?, ?, ?, ?, ?, ?, ?)",
        ((d.id, d.person, d.replica, d.counter, d.at, d.label, d.why, d.source.value) for d in rows.decisions),
    )
    connection.executemany(
        "insert or ignore into edits values (?, ?, ?, ?, ?, ?)",
        ((e.id, e.decision, e.layer, to_json(e.anchor), _json(e.value), _json(list(e.over))) for e in rows.edits),
    )
    connection.executemany(
        "insert or ignore into switches values (?, ?, ?, ?, ?)",
        ((s.decision, int(s.on), s.counter, s.replica, s.at) for s in rows.switches),
    )
    note_touched(connection, rows.edits)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def note_touched(connection: sqlite3.Connection, edits: Iterable[Edit]) -> None:
    """Note which scopes the decisions of some edits touch; older edits come first."""
    of_version: dict[str, list[str]] = {}
    noted: set[tuple[str, str]] = set()
    for edit in edits:
        match edit.anchor:
            case Place(version, _):
                if version not in of_version:
                    of_version[version] = _episode_of(connection, version)
                scopes = of_version[version]
            case Key(scope, _):
                scopes = [scope]
            case None:
                scopes = _scopes_of(connection, edit.over)
        new = {(scope, edit.decision) for scope in scopes} - noted
        connection.executemany("insert or ignore into touches values (?, ?)", new)
        noted |= new


def _episode_of(connection: sqlite3.Connection, version: str) -> list[str]:
    row = connection.execute(
        "select e.id from versions v join episodes e on e.number = v.episode where v.id = ?", (version,)
    ).fetchone()
    return [row[0]] if row else []


def _scopes_of(connection: sqlite3.Connection, targets: Sequence[str]) -> list[str]:
    """An edit without a place of its own touches what its targets touch."""
    rows = connection.execute(
        """select distinct t.scope from json_each(?) target join edits e on e.id = target.value
        join touches t on t.decision = e.decision""",
        (_json(list(targets)),),
    )
    return [row[0] for row in rows]


def touching(connection: sqlite3.Connection, scope: str) -> set[str]:
    """The ids of the decisions that touch a scope."""
    return {row[0] for row in connection.execute("select decision from touches where scope = ?", (scope,))}


def read(connection: sqlite3.Connection, scopes: Iterable[str]) -> Rows:
    """All rows of the decisions that touch one of the scopes."""
    wanted = (*scopes, LIBRARY)[:2]
    inside = "in (select decision from touches where scope in (?, ?))"
    decisions = connection.execute(f"select * from decisions where id {inside}", wanted)
    edits = connection.execute(f"select * from edits where decision {inside}", wanted)
    switches = connection.execute(f"select * from switches where decision {inside}", wanted)
    return _rows(decisions, edits, switches)


def read_all(connection: sqlite3.Connection) -> Rows:
    return _rows(*(connection.execute(f"select * from {table}") for table in ("decisions", "edits", "switches")))


def _rows(decisions: sqlite3.Cursor, edits: sqlite3.Cursor, switches: sqlite3.Cursor) -> Rows:
    return Rows(
        tuple(_decision(row) for row in decisions),
        tuple(
            Edit(id_, decision, layer, from_json(anchor), json.loads(value), tuple(json.loads(over)))
            for id_, decision, layer, anchor, value, over in edits
        ),
        tuple(Switch(decision, bool(on), counter, replica, at) for decision, on, counter, replica, at in switches),
    )


def _decision(row: tuple[Any, ...]) -> Decision:
    values: list[Any] = [*row[:7], Source(row[7])]
    return Decision(*values)
