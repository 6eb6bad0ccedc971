"""Cues that were found together, on their way into the columns of a version."""

from collections.abc import Mapping, Sequence

import numpy as np

from reviewer.captions.columns import BRACKET, GREATER, Array, words_in
from reviewer.core.cues import NO_TIME, CueColumns, CuesBuilder, TimedPiece
from reviewer.core.words import kind_of, split_words


class Batch:
    """Texts of cues joined by one blank, with their words; `first_word` is the number of the word after each cue."""

    def __init__(self, text: str, codes: Array, begins: Array, lengths: Array) -> None:
        self.text, self.codes, self.begins, self.stops = text, codes, begins, begins + lengths
        self.word_starts, self.word_stops = words_in(codes)
        self.first_word = np.searchsorted(self.word_starts, self.stops)
        self.word_ms = np.full(len(self.word_starts), NO_TIME)
        self.word_kinds = np.zeros(len(self.word_starts), np.uint8)
        self._find_marks()
        self._find_events()

    def _find_marks(self) -> None:
        for word in np.flatnonzero(self.codes[self.word_starts] == GREATER).tolist():
            self.word_kinds[word] = kind_of(self.text[self.word_starts[word] : self.word_stops[word]])

    def _find_events(self) -> None:
        brackets = np.flatnonzero(self.codes == BRACKET)
        for cue in np.unique(np.searchsorted(self.begins, brackets, side="right") - 1).tolist():
            self._set_kinds(cue, [piece.kind for piece in split_words(self.cue_text(cue))])

    def _set_kinds(self, cue: int, kinds: Sequence[int]) -> None:
        stop = int(self.first_word[cue])
        self.word_kinds[stop - len(kinds) : stop] = kinds

    def set_words(self, cue: int, pieces: Sequence[TimedPiece]) -> None:
        """Say kinds and times of the words of a cue that was read by itself."""
        stop = int(self.first_word[cue])
        self.word_ms[stop - len(pieces) : stop] = [NO_TIME if piece.ms is None else piece.ms for piece in pieces]
        self._set_kinds(cue, [piece.kind for piece in pieces])

    def cue_text(self, cue: int) -> str:
        return self.text[self.begins[cue] : self.stops[cue]]

    def add_to(
        self,
        builder: CuesBuilder,
        times: tuple[Array, Array],
        file_cues: Array,
        extras: Mapping[int, Mapping[str, str]],
    ) -> None:
        """Append the cues, whose times, numbers in the file and extras these are."""
        cues, words = len(builder), builder.word_count
        gap = " " if cues else ""
        base = builder.length + len(gap)
        builder.extend(
            CueColumns(
                gap + self.text,
                starts=_bytes(self.begins + base),
                stops=_bytes(self.stops + base),
                start_ms=_bytes(times[0]),
                end_ms=_bytes(times[1]),
                first_word=_bytes(self.first_word + words),
                word_starts=(self.word_starts + base).astype(np.int32).tobytes(),
                word_stops=(self.word_stops + base).astype(np.int32).tobytes(),
                word_ms=_bytes(self.word_ms),
                word_kinds=self.word_kinds.tobytes(),
                file_cues=_bytes(file_cues),
                extras={cue + cues: extra for cue, extra in extras.items()},
            )
        )


def joined(lengths: Sequence[int]) -> tuple[Array, Array]:
    """Where texts of these lengths begin when they are joined by one blank, and the lengths."""
    column = np.array(lengths, np.int64)
    return np.concatenate(([0], np.cumsum(column[:-1] + 1))), column


def _bytes(column: Array) -> bytes:
    return column.astype(np.int64, copy=False).tobytes()
