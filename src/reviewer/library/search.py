"""Full text over the library, as read and as heard."""

import sqlite3
from dataclasses import dataclass

MARK_OPEN, MARK_CLOSE = "\ue000", "\ue001"  # round found words in a snippet; private, so no caption means them


@dataclass(frozen=True, slots=True)
class FoundCue:
    """A cue in which the words stand; `is_heard_only` where only the imported wording has them."""

    slug: str
    title: str
    cue: int
    start_ms: int | None
    snippet: str
    is_heard_only: bool


def find(connection: sqlite3.Connection, query: str, limit: int) -> list[FoundCue]:
    """The cues that hold all words of the query, "quoted phrases" together, by episode and time.

    The last word may be a beginning. Nothing in a query is an operator, so no query is wrong.
    """
    terms = match_terms(query)
    if not terms:
        return []
    rows = connection.execute(
        """select s.rowid, snippet(search, 0, ?, ?, '…', 16), snippet(search, 1, ?, ?, '…', 16)
        from search s where search match ? order by s.rowid limit ?""",
        (MARK_OPEN, MARK_CLOSE, MARK_OPEN, MARK_CLOSE, terms, limit),
    ).fetchall()
    return [_found(connection, *row) for row in rows]


def match_terms(query: str) -> str:
    """A user's words as FTS5 takes them: each a quoted string, the last one a prefix; empty for no words."""
    parts = "".join(c if c.isprintable() else " " for c in query).split('"')  # FTS5 would end at a NUL
    terms: list[str] = []
    for number, part in enumerate(parts):
        phrases = [part] if number % 2 else part.split()
        terms += [f'"{p.strip()}"' for p in phrases if any(c.isalnum() for c in p)]
    if not terms:
        return ""
    if not query.rstrip().endswith('"'):
        terms[-1] += "*"
    return " ".join(terms)


def _found(connection: sqlite3.Connection, row: int, text: str, heard: str) -> FoundCue:
    slug, title, cue, start_ms = connection.execute(
        """select e.slug, e.title, c.row - l.first_row, c.start_ms from cues c
        join leading l on l.episode = (
            select episode from leading where first_row <= c.row order by first_row desc, last_row desc limit 1)
        join episodes e on e.number = l.episode where c.row = ?""",
        (row,),
    ).fetchone()
    is_heard_only = MARK_OPEN not in text
    return FoundCue(slug, title, cue, start_ms, " ".join((heard if is_heard_only else text).split()), is_heard_only)
