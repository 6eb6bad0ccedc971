"""The rows of a roll-up by columns: tags and references taken away, each word with its time."""

from collections.abc import Sequence

import numpy as np

from reviewer.captions.batches import Batch, joined
from reviewer.captions.columns import (
    AMPERSAND,
    GREATER,
    LESS,
    Array,
    are_space,
    characters,
    clocks,
    stands,
    text_of,
)
from reviewer.captions.markup import read_timed
from reviewer.core.cues import TimedPiece

_REFERENCES = (("&gt;", ">"), ("&lt;", "<"), ("&amp;", "&"), ("&nbsp;", "\u00a0"))  # all that YouTube writes
_STAMP, _OPEN, _CLOSE = len("<00:00:00.000>"), len("<c>"), len("</c>")


class _Rows:
    """Rows as they stand in the file, joined by one blank; `is_odd` are those that are read one by one."""

    def __init__(self, rows: Sequence[str]) -> None:
        self.codes = characters(" ".join(rows))
        self.begins, self.lengths = joined([len(row) for row in rows])
        self.is_odd = np.zeros(len(rows), bool)

    def row_of(self, at: Array) -> Array:
        return np.searchsorted(self.begins, at, side="right") - 1

    def regular(self, at: Array) -> Array:
        """Of these places those that lie in rows that are not odd."""
        if not self.is_odd.any():
            return at
        return at[~self.is_odd[self.row_of(at)]]

    def refuse(self, at: Array) -> None:
        self.is_odd[self.row_of(at)] = True


def read_rows(rows: Sequence[str], start_ms: Array) -> Batch:
    """The rows as a batch of cues whose every word has a time; each begins at its `start_ms`."""
    raw = _Rows(rows)
    opens, closes = _tags(raw)
    stamps, stamped_ms = _stamps(raw, opens, closes)
    references = _references(raw, opens, closes)
    kept = _Kept(raw, opens, closes, references)
    begins, stops = kept.places(raw.begins), kept.places(raw.begins + raw.lengths)
    codes = _decoded(raw.codes, references)[kept.mask]
    last = max(len(codes) - 1, 0)
    raw.is_odd |= begins == stops
    raw.is_odd |= are_space(codes[np.minimum(begins, last)]) | are_space(codes[np.clip(stops - 1, 0, last)])
    text = text_of(codes)
    odd: dict[int, list[TimedPiece]] = {}
    moved = np.zeros(len(rows), np.int64)
    if raw.is_odd.any():
        texts = [text[a:b] for a, b in zip(begins.tolist(), stops.tolist(), strict=True)]
        odd = _odd_rows(raw, rows, start_ms, texts)
        text = " ".join(texts)
        codes = characters(text)
        new_begins, lengths = joined([len(text) for text in texts])
        moved = new_begins - begins
        begins, stops = new_begins, new_begins + lengths
    batch = Batch(text, codes, begins, stops - begins)
    places = kept.places(stamps)
    if odd:
        stamped = raw.row_of(stamps)
        of_regular = ~raw.is_odd[stamped]
        places, stamped_ms = (places + moved[stamped])[of_regular], stamped_ms[of_regular]
    _set_times(batch, start_ms, places, stamped_ms)
    for row, pieces in odd.items():
        batch.set_words(row, pieces)
    return batch


def _tags(raw: _Rows) -> tuple[Array, Array]:
    """Where the tags of the regular rows begin and end: brackets that open and close in turn."""
    at = np.flatnonzero((raw.codes == LESS) | (raw.codes == GREATER))
    opens, closes = at[::2], at[1::2]
    in_turn = len(opens) == len(closes) and (raw.codes[opens] == LESS).all() and (raw.codes[closes] == GREATER).all()
    if in_turn and not (np.searchsorted(at, raw.begins) % 2).any():
        return opens, closes
    row = raw.row_of(at)
    in_row = np.arange(len(at)) - np.searchsorted(at, raw.begins)[row]
    raw.is_odd[row[(raw.codes[at] == LESS) != (in_row % 2 == 0)]] = True
    raw.is_odd |= np.bincount(row, minlength=len(raw.begins)) % 2 == 1
    regular = raw.regular(at)
    return regular[::2], regular[1::2]


def _stamps(raw: _Rows, opens: Array, closes: Array) -> tuple[Array, Array]:
    """Where the text after each time begins, and the times; a row with a tag that YouTube doesn't write is odd."""
    sizes, first, second = closes - opens + 1, raw.codes[opens + 1], raw.codes[np.minimum(opens + 2, closes)]
    is_class = (first == ord("c")) & ((sizes == _OPEN) | (second == ord(".")))
    is_known = is_class | ((sizes == _CLOSE) & (first == ord("/")) & (second == ord("c")))
    found = np.flatnonzero((sizes == _STAMP) & ~is_known)
    ms, is_time = clocks(raw.codes, opens[found] + 1, _STAMP - 2, is_inside=True)
    is_known[found[is_time]] = True
    raw.refuse(opens[~is_known])
    return closes[found[is_time]] + 1, ms[is_time]


def _references(raw: _Rows, opens: Array, closes: Array) -> list[tuple[Array, str, str]]:
    """Where the references of the regular rows stand, with what they stand for; a row with any other is odd."""
    at = np.flatnonzero(raw.codes == AMPERSAND)
    if not len(at):
        return []
    if len(opens):
        tag = np.searchsorted(opens, at, side="right") - 1
        raw.refuse(at[(tag >= 0) & (closes[tag] > at)])
    found, is_known = [], np.zeros(len(at), bool)
    for reference, sign in _REFERENCES:
        is_this = stands(raw.codes, at, reference)
        found.append((at[is_this], reference, sign))
        is_known |= is_this
    raw.refuse(at[~is_known])
    return found


class _Kept:
    """Which characters are no part of a tag, and of a reference only the first; and where these come to stand."""

    def __init__(self, raw: _Rows, opens: Array, closes: Array, references: list[tuple[Array, str, str]]) -> None:
        edges = np.empty(2 * len(opens) + 2, np.int64)
        edges[0], edges[-1] = 0, len(raw.codes)
        edges[1:-1:2], edges[2:-1:2] = opens, closes + 1
        self.mask = np.repeat(np.arange(len(edges) - 1) % 2 == 0, np.diff(edges))
        gone = [(opens, closes - opens + 1)]
        for at, reference, _ in references:
            regular = raw.regular(at)
            for place in range(1, len(reference)):
                self.mask[regular + place] = False
            gone.append((regular, np.full(len(regular), len(reference) - 1)))
        self._gone = [(at, np.concatenate(([0], np.cumsum(sizes)))) for at, sizes in gone]

    def places(self, at: Array) -> Array:
        """Where characters stand when the others are gone."""
        places = at.copy()
        for gone, sizes in self._gone:
            places -= sizes[np.searchsorted(gone, at)]
        return places


def _decoded(codes: Array, references: list[tuple[Array, str, str]]) -> Array:
    if not references:
        return codes
    decoded: Array = codes.copy()
    for at, _, sign in references:
        decoded[at] = ord(sign)
    return decoded


def _odd_rows(raw: _Rows, rows: Sequence[str], start_ms: Array, texts: list[str]) -> dict[int, list[TimedPiece]]:
    """Read the odd rows one by one: their texts are put in place, their words are returned."""
    odd = {}
    for row in np.flatnonzero(raw.is_odd).tolist():
        texts[row], odd[row] = read_timed(rows[row], int(start_ms[row]))
    return odd


def _set_times(batch: Batch, start_ms: Array, stamps: Array, stamped_ms: Array) -> None:
    """Give each word the last time at or above its beginning: a row's own, or one inside it."""
    places = np.concatenate((batch.begins, stamps))
    order = np.argsort(places, kind="stable")
    above = np.searchsorted(places[order], batch.word_starts, side="right") - 1
    batch.word_ms = np.concatenate((start_ms, stamped_ms))[order][above]
