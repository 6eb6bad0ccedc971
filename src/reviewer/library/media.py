"""Recordings that were attached, and the ledger of what was really played of them."""

import sqlite3
from dataclasses import dataclass

from reviewer.core.rows import new_id


@dataclass(frozen=True, slots=True)
class Recording:
    """An audio or video file, known by its bytes; `path` is where it was last seen."""

    sha256: str
    path: str
    file_name: str
    bytes: int
    duration_ms: int | None


def attach(connection: sqlite3.Connection, episode: str, recording: Recording, at: str) -> None:
    """Remember a recording and that an episode has it; the last one attached is the one that plays."""
    connection.execute(
        """insert into recordings values (?, ?, ?, ?, ?)
        on conflict(sha256) do update set path = excluded.path, file_name = excluded.file_name,
        duration_ms = coalesce(excluded.duration_ms, duration_ms)""",
        (recording.sha256, recording.path, recording.file_name, recording.bytes, recording.duration_ms),
    )
    connection.execute(
        "insert into attached(episode, sha256, at, path) values (?, ?, ?, ?)",
        (episode, recording.sha256, at, recording.path),
    )


def recording(connection: sqlite3.Connection, episode: str) -> Recording | None:
    row = connection.execute(
        """select r.sha256, coalesce(nullif(a.path, ''), r.path), r.file_name, r.bytes, r.duration_ms from attached a
        join recordings r on r.sha256 = a.sha256 where a.episode = ? order by a.number desc limit 1""",
        (episode,),
    ).fetchone()
    return Recording(*row) if row else None


def set_duration(connection: sqlite3.Connection, sha256: str, duration_ms: int) -> None:
    connection.execute("update recordings set duration_ms = ? where sha256 = ?", (duration_ms, sha256))


def note_played(  # noqa: PLR0913, PLR0917 — one row
    connection: sqlite3.Connection, sha256: str, person: str, start_ms: int, end_ms: int, rate: float, at: str
) -> None:
    """Add to the ledger a stretch that was played without a jump, at one speed."""
    connection.execute(
        "insert into ledger values (?, ?, ?, ?, ?, ?, ?)", (new_id(), sha256, person, start_ms, end_ms, rate, at)
    )


def played(connection: sqlite3.Connection, sha256: str) -> list[tuple[int, int, float, str]]:
    """The stretches played: start and end in milliseconds, speed, person."""
    return connection.execute(
        "select start_ms, end_ms, rate, person from ledger where recording = ? order by start_ms, end_ms, id", (sha256,)
    ).fetchall()
