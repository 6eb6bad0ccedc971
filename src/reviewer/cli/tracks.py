"""`reviewer tracks`, `lead`, `reread`, `compare`, `oddities`, `carried` and `place`."""

from argparse import Namespace
from typing import Any

from reviewer.app import tracks
from reviewer.app.session import ReviewSession
from reviewer.app.tracks import CarriedRow, Difference, TrackRow
from reviewer.cli.opening import session
from reviewer.cli.output import Answer, WrongUsage, say, shown
from reviewer.core.find import FoundPlace
from reviewer.core.wording import clock, count
from reviewer.errors import NotFound, Refused


def listed(arguments: Namespace) -> Answer:
    with session(arguments) as opened:
        rows = tracks.tracks(opened)
    value = [{"track": number, **_track(row)} for number, row in enumerate(rows, 1)]
    return Answer(value, tuple(f"{number}\t{_line(row)}" for number, row in enumerate(rows, 1)))


def _track(row: TrackRow) -> dict[str, Any]:
    of = row.version
    return {
        "version": of.id, "label": row.label, "leads": of.leads, "file": of.file_name, "sha256": of.sha256,
        "format": of.format, "encoding": of.encoding, "kind": of.kind, "language": of.language, "cues": of.cues,
        "words": of.words, "duration_ms": of.duration_ms, "oddities": len(of.oddities), "imported_at": of.imported_at,
    }  # fmt: skip


def _line(row: TrackRow) -> str:
    of = row.version
    odd = f", {count(len(of.oddities), 'oddity', 'oddities')}" if of.oddities else ""
    held = f"{of.encoding}, {count(of.cues, 'cue')}, {count(of.words, 'word')}{odd}"
    return f"{'leads' if of.leads else ''}\t{shown(row.label)}\t{shown(of.file_name)}\t{held}\t{of.id[:8]}"


def lead(arguments: Namespace) -> Answer:
    with session(arguments) as opened:
        change = tracks.lead(opened, tracks.track(opened, arguments.track).version.id)
        return _leads_now(opened, change.decision, change.label)


def reread(arguments: Namespace) -> Answer:
    with session(arguments) as opened:
        change = tracks.reread(opened, encoding=arguments.encoding, format=arguments.format)
        return _leads_now(opened, change.decision, change.label)


def _leads_now(before: ReviewSession, decision: str, label: str) -> Answer:
    """The track that leads now, and what became of the corrections."""
    opened = before.reopened()
    opened.keep_figures()
    row = next(row for row in tracks.tracks(opened) if row.version.leads)
    became = [one.outcome.value for one in tracks.carried(opened)]
    numbers = {outcome: became.count(outcome) for outcome in ("carried", "settled", "unfit")}
    told = ", ".join(f"{number:,} {outcome}" for outcome, number in numbers.items() if number)
    corrections = f" Corrections: {told}." if told else ""
    if before.version.cues.has_times and not opened.version.cues.has_times:
        say("Read so, the file has no caption times: it is a plain text now. Undo takes it back.")
    value = {"decision": decision, "episode": opened.episode.slug, "leads": _track(row), **numbers}
    return Answer(value, (f"{shown(label)}. {count(row.version.words, 'word')}.{corrections}",))


def compare(arguments: Namespace) -> Answer:
    with session(arguments) as opened:
        one, other = _two(opened, arguments.tracks)
        found = tracks.compare(opened, one.version.id, other.version.id)
    value = {
        "one": _track(one),
        "other": _track(other),
        "differences": [
            {
                "one": {"cue": d.one_cue, "start_ms": d.one_ms, "text": d.one_text},
                "other": {"cue": d.other_cue, "start_ms": d.other_ms, "text": d.other_text},
                "before": d.before, "after": d.after,
            }
            for d in found
        ],
    }  # fmt: skip
    told = f"The words differ in {count(len(found), 'place')}." if found else "All words are the same."
    return Answer(value, (*map(_difference, found), told))


def _two(opened: ReviewSession, names: list[str]) -> tuple[TrackRow, TrackRow]:
    """The two that are named; with one the leading one and that; with none the leading one and the only other."""
    if len(names) > 2:
        raise WrongUsage("name two tracks, one, or none")
    chosen = [tracks.track(opened, name) for name in names]
    if len(chosen) == 2:
        return chosen[0], chosen[1]
    rows = tracks.tracks(opened)
    leading = next(row for row in rows if row.version.leads)
    others = chosen or [row for row in rows if not row.version.leads]
    if len(others) != 1:
        told = "it has only one" if not others else f"it has {len(rows)}"
        raise NotFound(f"Which tracks of {opened.episode.slug} are to be compared? {told.capitalize()}. Name two.")
    return leading, others[0]


def _difference(found: Difference) -> str:
    one, other = shown(found.one_text) or "(nothing)", shown(found.other_text) or "(nothing)"
    around = f"… {shown(found.before)} [{one} | {other}] {shown(found.after)} …"
    return f"{clock(found.one_ms)}\tcue {found.one_cue}\t{around}"


def oddities(arguments: Namespace) -> Answer:
    with session(arguments) as opened:
        rows = tracks.oddities(opened, of_all=arguments.all)
    value = [
        {"version": row.version.id, "file": row.version.file_name, "line": odd.line, "what": odd.what}
        for row in rows
        for odd in row.version.oddities
    ]
    lines = [f"{shown(str(one['file']))}{_at(int(str(one['line'])))}: {shown(str(one['what']))}" for one in value]
    return Answer(value, tuple(lines))


def _at(line: int) -> str:
    return f", line {line}" if line else ""


def carried(arguments: Namespace) -> Answer:
    with session(arguments) as opened:
        rows = [row for row in tracks.carried(opened) if arguments.all or row.outcome != "carried"]
    return Answer([_carried(row) for row in rows], tuple(_carried_line(row) for row in rows))


def _carried(row: CarriedRow) -> dict[str, Any]:
    return {
        "id": row.edit, "decision": row.decision, "outcome": row.outcome.value, "version": row.version, "cue": row.cue,
        "start_ms": row.start_ms, "heard": row.heard, "meant": row.meant, "kind": row.kind, "person": row.person,
        "at": row.at, "why": row.why, "near_cue": row.near.start.cue if row.near else None,
    }  # fmt: skip


def _carried_line(row: CarriedRow) -> str:
    near = f"\tnear cue {row.near.start.cue}" if row.near else ""
    words = f"{shown(row.heard)} → {shown(row.meant)}"
    return f"{row.edit[:8]}\t{row.outcome.value}\t{clock(row.start_ms)}\t{words}\t{shown(row.person)}, {row.at}{near}"


def place(arguments: Namespace) -> Answer:
    with session(arguments) as opened:
        row = tracks.unfit(opened, arguments.edit)
        span = _place(opened, arguments.heard, arguments.cue).span
        change = tracks.place(opened, row.edit, span)
        opened.keep_figures()
        placed = [one for one in opened.corrections() if one.decision == change.decision]
    value = {
        "decision": change.decision,
        "corrections": [
            {"id": one.id, "cue": one.cue, "start_ms": one.start_ms, "heard": one.heard, "meant": one.meant}
            for one in placed
        ],
    }
    return Answer(value, (f"{shown(change.label)}.",))


def _place(opened: ReviewSession, heard: str, cue: int) -> FoundPlace:
    found = [one for one in opened.places(heard) if one.cue <= cue <= one.last_cue]
    if not found:
        raise NotFound(f"“{shown(heard)}” does not stand in cue {cue}. Nothing was changed.")
    if len(found) > 1:
        raise Refused(
            f"“{shown(heard)}” stands in cue {cue} {len(found)} times. Give more of the words round it. "
            "Nothing was changed."
        )
    return found[0]
