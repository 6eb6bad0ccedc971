"""A cue's words as one packed column: their offsets in the cue's text, kinds and times."""

from __future__ import annotations

import sys
from array import array

from reviewer.core.cues import NO_TIME, Cues

_NONE_32 = -(2**31)


def pack(cues: Cues, number: int) -> bytes:
    """Layout: H or I (the width of offsets), - i or q (of times, as milliseconds after the cue's start), then the
    columns starts, stops, kinds, times. Little-endian.
    """
    words = cues.words_of(number)
    origin, begin = cues.starts[number], cues.start_ms[number]
    offsets = "H" if cues.stops[number] - origin < 2**16 else "I"
    starts = array(offsets, [cues.word_starts[w] - origin for w in words])
    stops = array(offsets, [cues.word_stops[w] - origin for w in words])
    kinds = bytes(cues.word_kinds[words.start : words.stop])
    own = cues.word_ms[words.start : words.stop]
    if all(ms == NO_TIME for ms in own):
        return f"{offsets}-".encode() + _bytes(starts) + _bytes(stops) + kinds
    base = 0 if begin == NO_TIME else begin
    deltas = [None if ms == NO_TIME else ms - base for ms in own]
    wide = any(d is not None and abs(d) >= 2**31 for d in deltas)
    code, none = ("q", NO_TIME) if wide else ("i", _NONE_32)
    times = array(code, [none if d is None else d for d in deltas])
    return f"{offsets}{code}".encode() + _bytes(starts) + _bytes(stops) + kinds + _bytes(times)


def unpack(packed: bytes, begin: int | None) -> tuple[array[int], array[int], bytes, array[int] | None]:
    """Starts and stops in the cue's text, kinds, and times in milliseconds or None where no word has its own."""
    offsets, code = chr(packed[0]), chr(packed[1])
    width = array(offsets).itemsize
    times_width = 0 if code == "-" else array(code).itemsize
    count = (len(packed) - 2) // (2 * width + 1 + times_width)
    at = 2
    starts = _array(offsets, packed[at : (at := at + count * width)])
    stops = _array(offsets, packed[at : (at := at + count * width)])
    kinds = packed[at : (at := at + count)]
    if code == "-":
        return starts, stops, kinds, None
    none = NO_TIME if code == "q" else _NONE_32
    base = begin or 0
    times = array("q", [NO_TIME if d == none else base + d for d in _array(code, packed[at:])])
    return starts, stops, kinds, times


def _bytes(column: array[int]) -> bytes:
    if sys.byteorder == "big":
        column = column[:]
        column.byteswap()
    return column.tobytes()


def _array(code: str, data: bytes) -> array[int]:
    column: array[int] = array(code)
    column.frombytes(data)
    if sys.byteorder == "big":
        column.byteswap()
    return column
