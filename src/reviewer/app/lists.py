"""Rows as lists show them: corrections with who, when and why."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reviewer.core.acts import trimmed
from reviewer.core.anchors import Place, Span
from reviewer.core.cues import Cues
from reviewer.core.find import FoundPlace
from reviewer.core.history import History
from reviewer.core.reading import ReadingText, ReadingWord
from reviewer.core.rows import CORRECTION, Edit


@dataclass(frozen=True, slots=True)
class CorrectionRow:
    """One place of a correction that is on: shown, withdrawn, or standing under another."""

    id: str
    decision: str
    cue: int
    last_cue: int
    start_ms: int | None
    first: int
    last: int
    heard: str
    meant: str
    kind: str
    person: str
    at: str
    why: str
    source: str
    is_shown: bool
    withdrawn: str  # who and why, empty where it is not
    stands_under: str  # the edit that lies over it or keeps its place, else empty


def correction_rows(
    history: History, version_id: str, cues: Cues, moved: Mapping[str, Span] | None = None
) -> list[CorrectionRow]:
    """All corrections of a version whose decision is on, in the order of the text, the older first at one place.

    `moved` says where corrections of other versions stand in this one, by their ids.
    """
    moved = moved or {}
    placed = history.placed(CORRECTION, version_id, moved)
    shown = {edit.id for edit in placed.shown}
    over = {edit.id: other.id for edit, other in placed.yielded}
    for edit in history.edits.values():
        if edit.id in history.counting and edit.layer == CORRECTION:
            over.update((name, edit.id) for name in edit.over)
    rows = [
        _row(
            history, cues, edit, span, over="" if edit.id in shown else over.get(edit.id, ""), is_shown=edit.id in shown
        )
        for edit in history.edits.values()
        if edit.layer == CORRECTION
        and history.is_on(edit.decision)
        and (span := moved.get(edit.id) or _span(edit, version_id, cues)) is not None
    ]
    return sorted(rows, key=lambda row: (row.first, row.last, row.at, row.id))


def _span(edit: Edit, version_id: str, cues: Cues) -> Span | None:
    """Where an edit stands in a version; None where it stands in another."""
    anchor = edit.anchor
    if isinstance(anchor, Place) and anchor.version == version_id and cues.has_span(anchor.span):
        return anchor.span
    return None


def _row(history: History, cues: Cues, edit: Edit, span: Span, *, over: str, is_shown: bool) -> CorrectionRow:
    decision = history.decisions[edit.decision]
    first, last = cues.flat(span.start), cues.flat(span.end)
    heard, meant = trimmed(" ".join(cues.word(w) for w in range(first, last)), str(edit.value["words"]))
    start_ms = cues.word_time(first)[0] if first < cues.word_count else None
    return CorrectionRow(
        edit.id, edit.decision, span.start.cue, span.end.cue, start_ms, first, last, heard, meant,
        str(edit.value.get("kind", "text")), decision.person, decision.at, decision.why, decision.source.value,
        is_shown, _withdrawn(history, edit.id), over,
    )  # fmt: skip


def _withdrawn(history: History, edit: str) -> str:
    for withdraw in history.withdrawn_by(edit):
        decision = history.decisions[withdraw.decision]
        return f"{decision.person}: {decision.why}" if decision.why else decision.person
    return ""


@dataclass(frozen=True, slots=True)
class CorrectionGroup:
    """The places of one decision that have the same heard and meant."""

    decision: str
    heard: str
    meant: str
    rows: tuple[CorrectionRow, ...]

    @property
    def first(self) -> CorrectionRow:
        return self.rows[0]

    @property
    def is_withdrawn(self) -> bool:
        return all(row.withdrawn for row in self.rows)


def grouped(rows: Iterable[CorrectionRow]) -> list[CorrectionGroup]:
    """One entry a decision and wording, the newest decision first."""
    groups: dict[tuple[str, str, str], list[CorrectionRow]] = {}
    for row in rows:
        groups.setdefault((row.decision, row.heard.casefold(), row.meant), []).append(row)
    found = [CorrectionGroup(key[0], of[0].heard, key[2], tuple(of)) for key, of in groups.items()]
    return sorted(found, key=lambda group: (group.first.at, group.decision), reverse=True)


_AROUND, _LONGEST = 3, 30  # words, and characters, shown on each side of a place


def in_context(text: ReadingText, place: FoundPlace) -> str:
    """A place with some words round it as they read: … with Aine Evans, who wrote about …"""
    first, last = text.cues.flat(place.span.start), text.cues.flat(place.span.end)
    before = _joined(text.words(max(first - _AROUND, 0), first))
    after = _joined(text.words(last, min(last + _AROUND, text.cues.word_count)))
    here = _joined(text.words(first, last)) or place.now
    begin = "… " if first > _AROUND or len(before) > _LONGEST else ""
    end = " …" if last + _AROUND < text.cues.word_count or len(after) > _LONGEST else ""
    whole = " ".join(part for part in (before[-_LONGEST:], here, after[:_LONGEST]) if part)
    return f"{begin}{whole}{end}"


def _joined(words: Iterable[ReadingWord]) -> str:
    return " ".join(word.text for word in words)
