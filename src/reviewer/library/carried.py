"""Corrections made on other versions of an episode than the one that leads: where they stand in it, which do not."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reviewer.core.anchors import Place, Span
from reviewer.core.cues import Cues
from reviewer.core.history import History
from reviewer.core.rows import CORRECTION, Edit
from reviewer.library import versions
from reviewer.library.leading import Lead
from reviewer.library.shelf import Shelf

if TYPE_CHECKING:  # nearly every episode has one version, and the first window is shown without what lays two together
    from reviewer.core.carry import Carried, Outcome


@dataclass(frozen=True, slots=True)
class CarriedRow:
    """What became of a correction in the leading version; cue, time and heard are those of its own version.

    `place` is where a carried one stands in the leading version; `near` where an unfit one probably belongs.
    """

    edit: str
    decision: str
    outcome: Outcome
    version: str
    span: Span
    heard: str
    meant: str
    kind: str
    cue: int
    start_ms: int | None
    person: str
    at: str
    why: str
    place: Span | None
    near: Span | None


def moved(connection: sqlite3.Connection, shelf: Shelf, history: History, lead: Lead) -> dict[str, Span]:
    """By edit where the corrections of other versions stand in the leading one; none costs nothing."""
    if lead.versions == 1:
        return {}
    numbers = versions.numbers(connection, lead.episode)
    found = _carried(numbers, shelf, history.counted(CORRECTION), lead)
    return {carried.edit.id: carried.span for _, _, carried in found if carried.span is not None}


def rows(connection: sqlite3.Connection, shelf: Shelf, history: History, lead: Lead) -> list[CarriedRow]:
    """Of all corrections that count on other versions and lie under no other, by version and place."""
    numbers = versions.numbers(connection, lead.episode)
    found = [
        (number, place.span, _row(shelf.version(number).cues, history, place, carried))
        for number, place, carried in _carried(numbers, shelf, history.heads(CORRECTION), lead)
    ]
    return [row for _, _, row in sorted(found, key=lambda f: (f[0], f[1], f[2].edit))]


def _carried(
    numbers: dict[str, int], shelf: Shelf, edits: Sequence[Edit], lead: Lead
) -> Iterator[tuple[int, Place, Carried]]:
    for edit in edits:
        place = edit.anchor
        if isinstance(place, Place) and place.version in numbers and place.version != lead.version_id:
            number = numbers[place.version]
            yield number, place, shelf.carry(edit, number, lead.version)


def _row(cues: Cues, history: History, place: Place, carried: Carried) -> CarriedRow:
    edit, decision = carried.edit, history.decisions[carried.edit.decision]
    heard, start_ms = _heard(cues, place.span)
    return CarriedRow(
        edit.id, decision.id, carried.outcome, place.version, place.span, heard, str(edit.value["words"]),
        str(edit.value.get("kind", "text")), place.span.start.cue, start_ms, decision.person, decision.at,
        decision.why, carried.span, carried.near,
    )  # fmt: skip


def _heard(cues: Cues, span: Span) -> tuple[str, int | None]:
    """The imported words of a span and when they begin; none of a foreign one that lies beyond the text."""
    if not cues.has_span(span):
        return "", None
    first, last = cues.flat(span.start), cues.flat(span.end)
    start_ms = cues.word_time(first)[0] if first < last else cues.cue(span.start.cue).start_ms
    return " ".join(cues.word(flat) for flat in range(first, last)), start_ms
