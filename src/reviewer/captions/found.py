"""From values of a file to cues: times however they are written, texts, times of words, and the place of each cue.

What is of the wrong type is noted; a text is never left out for it.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from reviewer.captions.jsontext import REMEDY, Element
from reviewer.captions.markup import tidy, writable
from reviewer.captions.notes import Notes
from reviewer.captions.plain import EARLIER, NO_TEXT, OVERLAPS, REVERSED
from reviewer.captions.sources import Source
from reviewer.captions.times import BAD, NEGATIVE, milliseconds
from reviewer.core.cues import ITSELF, Cues, CuesBuilder, TimedPiece
from reviewer.core.words import split_words

_NUMBER = re.compile(r"\s*[-+]?[0-9]{1,20}(?:\.[0-9]{0,30})?\s*")
_CLOCK = re.compile(r"\s*(?:([0-9]{1,9}):)?([0-9]{1,2}):([0-9]{1,2})(?:[.,]([0-9]{1,9}))?\s*")
_PADDING = "\u200b"  # zero-width blanks with which styling tools hold a box open
_EDGE = f" \t{_PADDING}"
_MOST = 2**53  # milliseconds; beyond it other programs no longer count them one by one

NO_END = "This cue has no end; it was taken to end where the next one begins."
NO_OBJECT = "This element holds no cue; it was left out."
NOT_A_TEXT = "This is not written as a text; it was read as meant."
NO_TEXT_AT_ALL = "This stands where a text should and is none; it was left out."
BAD_WORD = "The time of a word can't be read; the word was kept without it."
NUL = "A NUL was read as \ufffd."
SURROGATE = "A character could not be decoded: \ufffd."


class Found(NamedTuple):
    """A cue before it has its place; `at` is where it stands in the file, a time that can't be read is None."""

    at: int
    start_ms: int | None
    end_ms: int | None
    text: str
    pieces: Sequence[TimedPiece] | None = None
    extra: Mapping[str, str] | None = None
    file_cue: int = ITSELF


def ms_of(value: object, scale: int = 1000) -> int | None:
    """The milliseconds of a time in seconds or (scale 1) milliseconds, a number or a text; None for what is no time."""
    if isinstance(value, str):
        if _NUMBER.fullmatch(value):
            value = float(value)
        elif clock := _CLOCK.fullmatch(value):
            return milliseconds(clock[1], clock[2], clock[3], ((clock[4] or "") + "000")[:3])
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    is_time = abs(value) * scale <= _MOST  # which NaN is not, nor Infinity
    return round(value * scale) if is_time else None


def share_of(value: object, most: int = 1) -> float | None:
    """A figure from 0 to `most` as one from 0 to 1, as confidence is kept; None for what is none."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return value / most if 0 <= value <= most else None


def text_of(value: object, at: int, notes: Notes) -> str:
    """A text as it is kept: a number is taken for its digits, what is missing for nothing."""
    if value is None or isinstance(value, bool):
        return ""
    if isinstance(value, int | float):
        notes.at(at, NOT_A_TEXT)
        return str(value)
    if not isinstance(value, str):
        notes.at(at, NO_TEXT_AT_ALL)
        return ""
    text = writable(value)
    if text != value and "\0" in value:
        notes.at(at, NUL)
    if text != value and text != value.replace("\0", "\ufffd"):
        notes.at(at, SURROGATE)
    return text


def unpadded(text: str) -> str:
    """The text without the zero-width blanks at the edges of its lines; inside, they part words of some scripts."""
    return "\n".join(map(_unpadded_line, text.split("\n"))) if _PADDING in text else text


def _unpadded_line(line: str) -> str:
    bare = line.strip(_EDGE)
    before, _, after = line.partition(bare) if bare else (line, "", "")
    return before.replace(_PADDING, "") + bare + after.replace(_PADDING, "")


def one_line(text: str) -> str:
    return " ".join(text.split())


def found_in(
    elements: Iterable[Element], read: Callable[[int, int, dict[str, object]], Found | None], notes: Notes
) -> Iterator[Found]:
    """The cues of a list whose elements `read` reads (number, offset, object); a bare text is kept without a time."""
    for number, (at, value) in enumerate(elements):
        if isinstance(value, dict):
            cue = read(number, at, value)
        elif isinstance(value, str) and value.strip():
            cue = Found(at, None, None, tidy(text_of(value, at, notes)))
        else:
            notes.at(at, NO_OBJECT)
            continue
        if cue is not None:
            yield cue


def owners(words: Sequence[str], pieces: Sequence[str]) -> list[int] | None:
    """The piece in which each word begins, whatever blanks stand between; None where the two hold different text."""
    squeezed = ["".join(piece.split()) for piece in pieces]
    if "".join(words) != "".join(squeezed):
        return None
    found, piece, end, at = [], -1, 0, 0
    for word in words:
        while end <= at:
            piece += 1
            end += len(squeezed[piece])
        found.append(piece)
        at += len(word)
    return found


def timed_pieces(text: str, times: Sequence[int | None]) -> list[TimedPiece] | None:
    """The words of a text, each with its time; nothing where none has one, which is what a cue without pieces is."""
    if all(ms is None for ms in times):
        return None
    words = split_words(text)
    return [TimedPiece(word.start, word.stop, ms, word.kind) for word, ms in zip(words, times, strict=True)]


def confidence_extra(values: Iterable[float | None]) -> dict[str, str]:
    """How sure the recogniser was of each word, from 0 to 1; nothing where it says so of none."""
    told = ["-" if value is None else f"{value:.3f}".rstrip("0").rstrip(".") for value in values]
    return {"confidence": " ".join(told)} if any(figure != "-" for figure in told) else {}


def voice_extra(speakers: Sequence[str], whole: str) -> dict[str, str]:
    """Who speaks: `speakers` by word ("" where the file doesn't say), `whole` of the cue as such.

    A word without a speaker of its own is of the one before.
    """
    named = [(0, whole)] if whole else []
    for number, name in enumerate(speakers):
        if name and (not named or named[-1][1] != name):
            if number == 0:
                named.clear()
            named.append((number, name))
    if not named:
        return {}
    is_plain = len(named) == 1 and named[0][0] == 0
    voices = {} if is_plain else {"voices": json.dumps([list(place) for place in named], ensure_ascii=False)}
    return {"voice": named[0][1], **voices}


# Placing
def build(found: Iterable[Found], source: Source) -> Cues:
    """The cues in the order of the file, with what is odd about their times noted; each is taken as it is needed."""
    placing = _Placing(source)
    for cue in found:
        placing.take(cue)
    return placing.build()


class _Placing:
    """Gives each cue its place; one without a readable beginning stands between its neighbours.

    Cues wait until the next is known that says when it begins, so nearly always for the next one.
    """

    def __init__(self, source: Source) -> None:
        self._source, self._notes = source, source.notes
        self._builder = CuesBuilder()
        self._waiting: list[Found] = []
        self._before: tuple[int, int] | None = None  # when the cue before begins and ends
        self._has_times = False

    def take(self, cue: Found) -> None:
        if cue.start_ms is not None:
            self._place_waiting(cue.start_ms)
            self._has_times = True
        self._waiting.append(cue)

    def build(self) -> Cues:
        if self._waiting and not self._has_times:
            line = self._notes.line_at(self._waiting[0].at)
            reason = "this cue has no time that can be read, and no other has one."
            raise self._source.unreadable(line, reason, REMEDY)
        self._place_waiting(None)
        return self._builder.build()

    def _place_waiting(self, after: int | None) -> None:
        for cue in self._waiting:
            place = self._place_of(cue, after)
            self._note(cue, place)
            self._builder.add(*place, cue.text, cue.pieces, extra=cue.extra, file_cue=cue.file_cue)
            self._before = place
        self._waiting.clear()

    def _place_of(self, cue: Found, after: int | None) -> tuple[int, int]:
        if cue.start_ms is None:
            self._notes.at(cue.at, BAD)
            before = self._before[1] if self._before else None
            start = next((ms for ms in (before, cue.end_ms, after) if ms is not None), 0)
            return start, max(start, next((ms for ms in (cue.end_ms, after) if ms is not None), start))
        if cue.end_ms is None:
            self._notes.at(cue.at, NO_END)
            return cue.start_ms, max(cue.start_ms, _last_word(cue), after if after is not None else cue.start_ms)
        return cue.start_ms, cue.end_ms

    def _note(self, cue: Found, place: tuple[int, int]) -> None:
        start_ms, end_ms = place
        if not cue.text:
            self._notes.at(cue.at, NO_TEXT)
        if start_ms < 0 or end_ms < 0:
            self._notes.at(cue.at, NEGATIVE)
        if end_ms < start_ms:
            self._notes.at(cue.at, REVERSED)
        if self._before and start_ms < self._before[0]:
            self._notes.at(cue.at, EARLIER)
        elif self._before and start_ms < self._before[1]:
            self._notes.at(cue.at, OVERLAPS)


def _last_word(cue: Found) -> int:
    own = [piece.ms for piece in cue.pieces or () if piece.ms is not None]
    return own[-1] if own else cue.start_ms or 0
