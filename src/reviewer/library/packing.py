"""Cues as rows and back; the words of a cue as one packed column: their offsets in its text, kinds and times."""

from __future__ import annotations

import json
import sys
from array import array
from itertools import chain, count, islice
from typing import TYPE_CHECKING, Any

from reviewer.core.cues import ITSELF, NO_TIME, Cues

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Mapping

_NONE_32 = -(2**31)
# Loading numpy takes as long as packing so many words one by one; the first window reads rows and never loads it.
_FEW = 30_000

_AT_ONCE = 100  # rows; SQLite takes 32,766 values in a statement

# start_ms, end_ms, gap, text, words, extra, source
Stored = tuple[int | None, int | None, str, str, bytes, str | None, int | None]
_COLUMNS = 8  # with the row's number


def write_cues(connection: sqlite3.Connection, cues: Cues, first: int) -> None:
    """Write the rows of a version's cues, numbered from `first` on.

    Many by one statement: quicker than `executemany`, which lets go of the interpreter at each row and, beside a thread
    that reads the next file, has to wait for it each time.
    """
    row = f"({', '.join('?' * _COLUMNS)})"
    remaining = rows(cues, first)
    while some := tuple(chain.from_iterable(islice(remaining, _AT_ONCE))):
        values = ", ".join([row] * (len(some) // _COLUMNS))
        connection.execute(f"insert into cues values {values}", some)


def rows(cues: Cues, first: int) -> Iterator[tuple[Any, ...]]:
    """The rows of a version's cues, numbered from `first` on, with the columns of `Stored` behind the number."""
    take = cues.text.__getitem__
    gaps = map(take, map(slice, chain((0,), cues.stops), cues.starts))
    texts = map(take, map(slice, cues.starts, cues.stops))
    times = [[None if ms == NO_TIME else ms for ms in column] for column in (cues.start_ms, cues.end_ms)]
    sources = (None if number == ITSELF else number for number in cues.file_cues)
    return zip(count(first), *times, gaps, texts, packed(cues), _extras(cues), sources, strict=False)


def _extras(cues: Cues) -> Iterator[str | None]:
    """What only some cues have, as JSON; the mapping that many share is written once."""
    shared: Mapping[str, str] | None = None
    written = ""
    for number in range(len(cues)):
        extra = cues.extras.get(number)
        if not extra:
            yield None
            continue
        if extra is not shared:
            shared, written = extra, json.dumps(dict(extra), ensure_ascii=False)
        yield written


def cues_of(stored: Iterable[Stored]) -> Cues:
    """The cues whose rows these are, in their order."""
    texts: list[str] = []
    cues, length = Cues(), 0
    kept = _Extras(cues)
    for number, (start_ms, end_ms, gap, text, words, extra, source) in enumerate(stored):
        begin = length + len(gap)
        starts, stops, kinds, times = unpack(words, start_ms)
        cues.word_starts.extend([begin + s for s in starts])
        cues.word_stops.extend([begin + s for s in stops])
        cues.word_kinds.frombytes(kinds)
        cues.word_ms.extend(times if times is not None else [NO_TIME] * len(starts))
        cues.first_word.append(len(cues.word_starts))
        cues.starts.append(begin)
        length = begin + len(text)
        cues.stops.append(length)
        cues.start_ms.append(NO_TIME if start_ms is None else start_ms)
        cues.end_ms.append(NO_TIME if end_ms is None else end_ms)
        cues.file_cues.append(ITSELF if source is None else source)
        if extra:
            kept.add(number, extra)
        texts += (gap, text)
    cues.text = "".join(texts)
    return cues


class _Extras:
    """What only some cues have, read once for all cues that have the same."""

    def __init__(self, cues: Cues) -> None:
        self._cues = cues
        self._known: dict[str, Mapping[str, str]] = {}

    def add(self, number: int, written: str) -> None:
        found = self._known.get(written)
        if found is None:
            found = self._known[written] = json.loads(written)
        if "file_cue" in found:  # so it stood in libraries of schema 1 and 2
            self._cues.file_cues[number] = int(found["file_cue"])
        else:
            self._cues.extras[number] = found


def packed(cues: Cues) -> list[bytes]:
    """The words of every cue (`pack`)."""
    if cues.word_count < _FEW and "numpy" not in sys.modules:
        return [pack(cues, number) for number in range(len(cues))]
    return pack_all(cues)


def pack_all(cues: Cues) -> list[bytes]:
    """The same as `pack` for each cue, all at once; those that need wider columns one by one."""
    import numpy as np

    first, starts, begin = np.asarray(cues.first_word), np.asarray(cues.starts), np.asarray(cues.start_ms)
    owner = np.repeat(np.arange(len(cues)), np.diff(first))
    own = np.asarray(cues.word_ms)
    is_own = own != NO_TIME
    deltas = own - np.where(begin == NO_TIME, 0, begin)[owner]
    is_wide = np.asarray(cues.stops) - starts >= 2**16
    is_wide[owner[is_own & (np.abs(deltas) >= 2**31)]] = True
    timed = np.diff(np.concatenate(([0], np.cumsum(is_own)))[first]) > 0
    columns = (
        (np.asarray(cues.word_starts) - starts[owner]).astype("<u2").tobytes(),
        (np.asarray(cues.word_stops) - starts[owner]).astype("<u2").tobytes(),
        cues.word_kinds.tobytes(),
        np.where(is_own, deltas, _NONE_32).astype("<i4").tobytes(),
    )
    found = _cut(columns, cues.first_word, timed.tolist())
    for number in np.flatnonzero(is_wide).tolist():
        found[number] = pack(cues, number)
    return found


def _cut(columns: tuple[bytes, bytes, bytes, bytes], first: array[int], timed: list[bool]) -> list[bytes]:
    """Each cue's part of the columns, put together."""
    starts, stops, kinds, times = columns
    return [
        b"Hi" + starts[2 * a : 2 * b] + stops[2 * a : 2 * b] + kinds[a:b] + times[4 * a : 4 * b]
        if is_timed
        else b"H-" + starts[2 * a : 2 * b] + stops[2 * a : 2 * b] + kinds[a:b]
        for a, b, is_timed in zip(first, first[1:], timed, strict=False)
    ]


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
