"""`reviewer correct`, `undo`, `redo` and `corrections`."""

from argparse import Namespace
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from reviewer.app.lists import CorrectionRow, in_context
from reviewer.app.session import ReviewSession
from reviewer.cli.opening import session
from reviewer.cli.output import Answer, say, shown
from reviewer.core.find import FoundPlace
from reviewer.core.wording import clock, count
from reviewer.errors import Refused

_LISTED = 20  # places on the line; --json has them all


def correct(arguments: Namespace) -> Answer:
    with session(arguments) as opened:
        places, meant = opened.to_correct(arguments.heard, arguments.meant, arguments.cue)
        if len(places) > 1 and not arguments.all:
            return _undecided(opened, arguments.heard, places)
        before = _bands(opened)
        change = opened.correct(places, meant, arguments.kind, arguments.why)
        moved = sum(old != new for old, new in zip(before, _bands(opened), strict=True))
        rows = [_place(row) for row in opened.corrections() if row.decision == change.decision]
        opened.keep_figures()
    value = {"decision": change.decision, "corrections": rows, "bands_changed": moved}
    line = f"{shown(change.label)}. {count(moved, 'slice')} changed band."
    return Answer(value, (line,))


def _undecided(opened: ReviewSession, heard: str, places: Sequence[FoundPlace]) -> Answer:
    """Several places and no word of which is meant: they are listed, nothing is done."""
    listed = ", ".join(f"{_where(p)} “{shown(in_context(opened.text, p))}”" for p in places[:_LISTED])
    more = f" and {len(places) - _LISTED} more" if len(places) > _LISTED else ""
    remedy = "Name one with --cue N" if len({p.cue for p in places}) > 1 else "Give more of the words round it"
    say(
        f"“{shown(heard)}” stands in {count(len(places), 'place')}: {listed}{more}. {remedy}, or take all with --all. "
        "Nothing was changed."
    )
    rows = [
        {
            "cue": p.cue, "last_cue": p.last_cue, "start_ms": p.start_ms, "text": p.now,
            "context": in_context(opened.text, p),
        }
        for p in places
    ]  # fmt: skip
    return Answer({"decision": None, "corrections": [], "bands_changed": 0, "places": rows}, (), 1)


def _where(place: FoundPlace) -> str:
    return f"cue {place.cue}" + (f" at {clock(place.start_ms)}" if place.start_ms is not None else "")


def _bands(opened: ReviewSession) -> list[str]:
    return [score.band for score in opened.scores]


def _place(row: CorrectionRow) -> dict[str, Any]:
    return {
        "id": row.id, "cue": row.cue, "last_cue": row.last_cue, "start_ms": row.start_ms, "heard": row.heard,
        "meant": row.meant,
    }  # fmt: skip


def undo(arguments: Namespace) -> Answer:
    return _steps(arguments, "undone")


def redo(arguments: Namespace) -> Answer:
    return _steps(arguments, "redone")


def _steps(arguments: Namespace, done: str) -> Answer:
    labels: list[str] = []
    with session(arguments) as opened:
        for number in range(arguments.steps):
            try:
                change = opened.undo() if done == "undone" else opened.redo()
            except Refused as error:
                if number == 0:
                    raise
                say(str(error))
                break
            labels.append(change.label)
            opened = opened.reopened() if change.leads else opened
        opened.keep_figures()
    return Answer({done: labels}, tuple(f"{done.capitalize()}: {shown(label)}" for label in labels))


def corrections(arguments: Namespace) -> Answer:
    with session(arguments) as opened:
        rows = opened.corrections()
    value = [{**asdict(row), "withdrawn": bool(row.withdrawn), "withdrawn_by": row.withdrawn or None} for row in rows]
    return Answer(value, tuple(_line(row) for row in rows))


def _line(row: CorrectionRow) -> str:
    state = "" if row.is_shown else "\twithdrawn" if row.withdrawn else "\tstands under another"
    why = f"\t{shown(row.why)}" if row.why else ""
    words = f"{shown(row.heard)} → {shown(row.meant)}"
    return f"{clock(row.start_ms)}\t{words}\t{shown(row.person)}, {row.at}{why}{state}"
