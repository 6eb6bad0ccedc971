"""YouTube's json3: events with the pieces of what is said, each with its time from the beginning of the event.

Auto-captions say a row's text once; what the roll-up shows is made of the durations, which run on into the next row,
and of events that append a line break. So a row ends where the next event begins, as in YouTube's own WebVTT, also
after a pause; the last one as it says itself.
"""

from array import array
from collections.abc import Iterator, Sequence
from heapq import merge
from typing import NamedTuple

from reviewer.captions.found import (
    BAD_WORD,
    NO_OBJECT,
    Found,
    build,
    confidence_extra,
    found_in,
    ms_of,
    owners,
    share_of,
    text_of,
    timed_pieces,
    unpadded,
)
from reviewer.captions.jsontext import REMEDY, JsonFile
from reviewer.captions.markup import tidy
from reviewer.captions.notes import Notes
from reviewer.captions.plain import Reading
from reviewer.captions.sources import Source
from reviewer.captions.webvtt import EMPTY
from reviewer.core.cues import ITSELF, NO_TIME

_NO_WORDS, _UNTOLD = array("q"), array("d")  # of the many events that are only a line break
_NO_FIGURES = {None, 0.0, 1.0}  # all of them say nothing, where no other figure is in the file


class _Piece(NamedTuple):
    text: str
    ms: int | None  # from the beginning of the video
    has_own: bool
    confidence: float | None


class _Event(NamedTuple):
    """An event until all are known; of its words only the numbers, for a track may have a million of them."""

    at: int
    number: int
    start_ms: int | None
    end_ms: int | None
    text: str
    word_ms: "array[int]"  # NO_TIME for none
    confidence: "array[float]"  # −1 for none
    is_appended: bool
    has_own: bool  # any piece a time of its own
    has_figures: bool


def fits(file: JsonFile) -> bool:
    """Whether a JSON file is json3: by its mark, or by the names in its events."""
    if "events" not in file.lists:
        return False
    first = file.first_object("events")
    return "wireMagic" in file.members or "tStartMs" in first or "segs" in first


def read(source: Source) -> Reading:
    """The rows of a track as cues, each word with its time where the file has them; then it is an automatic track."""
    file, notes = source.json, source.notes
    if "events" not in file.lists:
        raise source.unreadable(None, "there is no list of events in this file.", REMEDY)
    events: list[_Event] = []

    def collect(number: int, at: int, event: dict[str, object]) -> Found | None:
        if "segs" in event:
            events.append(_event(number, at, event, notes))
        return None  # rows are made when all events are known

    bare = [*found_in(file.elements("events"), collect, notes)]
    is_auto = any(event.is_appended or event.has_own for event in events)
    cues = build(merge(_rows(events, is_auto=is_auto), bare, key=lambda row: row.at), source)
    if not len(cues):
        notes.whole(EMPTY)
    return Reading(cues, kind="auto" if is_auto else "uploaded")


def _event(number: int, at: int, event: dict[str, object], notes: Notes) -> _Event:
    start, duration = ms_of(event.get("tStartMs"), 1), ms_of(event.get("dDurationMs"), 1)
    end = None if start is None or duration is None else start + duration
    pieces = _pieces(event["segs"], start, at, notes)
    text = tidy("".join(piece.text for piece in pieces))
    own = [pieces[place] for place in owners(text.split(), [piece.text for piece in pieces]) or ()]
    return _Event(
        at,
        number,
        start,
        end,
        text,
        array("q", [NO_TIME if piece.ms is None else piece.ms for piece in own]) if own else _NO_WORDS,
        array("d", [-1 if piece.confidence is None else piece.confidence for piece in own]) if own else _UNTOLD,
        bool(event.get("aAppend")),
        any(piece.has_own for piece in pieces),
        any(piece.confidence not in _NO_FIGURES for piece in pieces),
    )


def _pieces(segs: object, start: int | None, at: int, notes: Notes) -> list[_Piece]:
    """The pieces of an event; one without a time of its own has that of the one before, the first the event's."""
    if not isinstance(segs, list):
        notes.at(at, NO_OBJECT)
        return []
    pieces: list[_Piece] = []
    ms = start
    for seg in segs:
        if isinstance(seg, str):
            seg = {"utf8": seg}
        if not isinstance(seg, dict):
            notes.at(at, NO_OBJECT)
            continue
        offset = seg.get("tOffsetMs")
        if offset is not None and start is not None:
            ms = _after(start, offset, at, notes)
        text = unpadded(text_of(seg.get("utf8"), at, notes))
        pieces.append(_Piece(text, ms, offset is not None, share_of(seg.get("acAsrConf"), 255)))
    return pieces


def _after(start: int, offset: object, at: int, notes: Notes) -> int | None:
    after = ms_of(offset, 1)
    if after is None:
        notes.at(at, BAD_WORD)
        return None
    return start + after


def _rows(events: list[_Event], *, is_auto: bool) -> Iterator[Found]:
    """The cues of the events, each of which is let go once it is one: of a long track they are much."""
    has_figures = any(event.has_figures for event in events)
    ends = [*_ends(events)]
    events.reverse()
    for end in ends:
        event = events.pop()
        if not event.text:
            continue
        times = [None if ms == NO_TIME or not is_auto else ms for ms in event.word_ms]
        figures = (None if figure < 0 else figure for figure in event.confidence)
        extra = confidence_extra(figures) if has_figures else {}
        pieces = timed_pieces(event.text, times)
        yield Found(event.at, event.start_ms, end, event.text, pieces, extra, event.number if is_auto else ITSELF)


def _ends(events: Sequence[_Event]) -> Iterator[int | None]:
    """When each event ends: in a roll-up where the next begins, if text follows, else as it says or at the next."""
    is_roll_up = any(event.is_appended for event in events)
    last = max((number for number, event in enumerate(events) if event.text), default=0)
    for number, event in enumerate(events):
        after = events[number + 1].start_ms if number + 1 < len(events) else None
        is_cut = event.end_ms is None or (is_roll_up and number < last)
        is_later = after is not None and event.start_ms is not None and after >= event.start_ms
        yield after if is_cut and is_later else event.end_ms
