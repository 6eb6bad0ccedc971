"""The reading text: a version's cues with the shown corrections folded over them.

Every word of it knows the imported words that it stands on, its cue and, where the track has times, its time.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from reviewer.core.anchors import Gap, Span
from reviewer.core.cues import KINDS, NO_TIME, Cues
from reviewer.core.words import WordKind, split_words, take_apart

Times = tuple[int | None, int | None, bool]  # of a word: start and end in milliseconds, and whether estimated


@dataclass(frozen=True, slots=True)
class Correction:
    """A shown correction: the words of a span replaced by others. Times are ISO 8601 in UTC."""

    edit: str
    decision: str
    span: Span
    meant: str
    kind: str = "text"  # name, term, text
    person: str = ""
    at: str = ""
    why: str = ""
    source: str = "person"

    @property
    def words(self) -> list[str]:
        return self.meant.split()

    @property
    def kinds(self) -> list[WordKind]:
        """Of its words: “[Laughter]” put right is an event still."""
        return [piece.kind for piece in split_words(self.meant)]


class ReadingWord(NamedTuple):
    """A word as it is read. `first` to `last` are the flat numbers of the imported words that it stands on."""

    text: str
    glue: str  # the white space before it, as imported; one space inside a replacement
    kind: WordKind
    cue: int
    first: int
    last: int
    start_ms: int | None
    end_ms: int | None
    is_estimated: bool
    correction: Correction | None
    number: int  # of the word inside its correction, else 0


class Run(NamedTuple):
    """Neighbouring words of the reading text: the imported ones first to last, or what a correction shows for them."""

    first: int
    last: int
    correction: Correction | None

    @property
    def is_insertion(self) -> bool:
        return self.correction is not None and self.first == self.last


class ReadingText:
    """The fold of one version and its shown corrections, which never meet. Never changed: a change makes a new one."""

    def __init__(self, cues: Cues, corrections: Sequence[Correction] = ()) -> None:
        self.cues = cues
        fitting = [c for c in corrections if cues.has_span(c.span)]
        self.corrections: tuple[Correction, ...] = tuple(sorted(fitting, key=lambda c: c.span))
        self._firsts = [cues.flat(c.span.start) for c in self.corrections]
        self._lasts = [cues.flat(c.span.end) for c in self.corrections]

    def with_corrections(self, corrections: Sequence[Correction]) -> "ReadingText":
        return ReadingText(self.cues, corrections)

    # Which corrections
    def corrections_meeting(self, span: Span) -> list[Correction]:
        return self.corrections_at(span, ())

    def corrections_at(self, span: Span, chosen: Collection[str]) -> list[Correction]:
        """Those that meet a span, and of the edits named those that only border on it: insertions at its ends."""
        near = self._near(self.cues.flat(span.start), self.cues.flat(span.end))
        return [c for c in near if c.span.meets(span) or c.edit in chosen]

    def _near(self, first: int, last: int) -> Sequence[Correction]:
        """The corrections that touch the flat range, those that only border on it too."""
        low = bisect_left(self._lasts, first)
        high = bisect_right(self._firsts, last)
        return self.corrections[low:high]

    def _flats(self, correction: Correction) -> tuple[int, int]:
        return self.cues.flat(correction.span.start), self.cues.flat(correction.span.end)

    def heard(self, correction: Correction) -> str:
        """The imported words under a correction, white space as one blank."""
        return " ".join(self.cues.word(flat) for flat in range(*self._flats(correction)))

    # Words
    def words(self, first: int, last: int) -> Iterator[ReadingWord]:
        """The words shown for the imported words first to last (last excluded).

        A replacement that reaches over an end gives each side its share (log.md, "Gaps inside a replaced span"). An
        insertion stands with the word that follows it; at a cue's end with the word before.
        """
        return self._joined(self.runs(first, last))

    def cue_words(self, cue: int) -> Iterator[ReadingWord]:
        """The words shown in a cue; also what was inserted into one that has no words."""
        return self._joined(self.runs(self.cues.first_word[cue], self.cues.first_word[cue + 1], cue=cue))

    def slice_words(self, first: int, last: int) -> Iterator[ReadingWord]:
        """The words of a slice: a correction belongs whole to the slice in which its first imported word lies."""
        return self._joined(self.runs(first, last, is_slice=True))

    def runs(self, first: int, last: int, *, cue: int | None = None, is_slice: bool = False) -> Iterator[Run]:
        """What stands on the imported words first to last, in order: runs of plain words, and corrections.

        A correction that reaches over an end is given as its share, in a slice whole or not at all.
        """
        at = first
        for correction in self._near(first, last):
            begin, end = self._flats(correction)
            stands = max(begin, first) < min(end, last) if begin < end else self._belongs(correction, first, last, cue)
            if not stands:
                continue
            if at < begin:
                yield Run(at, begin, None)
            if not is_slice:
                yield Run(max(begin, first), min(end, last), correction)
            elif first <= begin:
                yield Run(begin, end, correction)
            at = max(at, end)
        if at < last:
            yield Run(at, last, None)

    def _belongs(self, insertion: Correction, first: int, last: int, cue: int | None) -> bool:
        """Whether an insertion stands in a range: of a cue that which is anchored there, else that of its words."""
        gap, flat = insertion.span.start, self.cues.flat(insertion.span.start)
        if cue is not None:
            return gap.cue == cue
        if self._is_at_end(gap):
            return first < flat <= last
        return first <= flat < last or not self.cues.word_count

    def _is_at_end(self, gap: Gap) -> bool:
        """Whether what is inserted there stands with the word before, and not with the one that follows."""
        is_cue_end = gap.word > 0 and gap.word == len(self.cues.words_of(gap.cue))
        return is_cue_end or self.cues.flat(gap) == self.cues.word_count > 0

    def _joined(self, runs: Iterable[Run]) -> Iterator[ReadingWord]:
        is_after = False  # an insertion that took the white space before the word that follows it
        for run in runs:
            words = self.run_words(run)
            if is_after and (word := next(words, None)):
                yield word._replace(glue=" ")
                is_after = False
            yield from words
            if run.correction and run.is_insertion and run.correction.words:
                is_after = not self._is_at_end(run.correction.span.start)

    def run_words(self, run: Run) -> Iterator[ReadingWord]:
        if run.correction is None:
            return self._plain(run.first, run.last)
        if run.is_insertion:
            return self._inserted(run.correction)
        return self._replaced(run.correction, run.first, run.last)

    def _plain(self, first: int, last: int) -> Iterator[ReadingWord]:
        firsts, cue = self.cues.first_word, self.cues.cue_of(first)
        while first < last:
            while firsts[cue + 1] <= first:
                cue += 1
            stop = min(last, firsts[cue + 1])
            yield from self._plain_in(cue, first, stop)
            first = stop

    def _plain_in(self, cue: int, first: int, last: int) -> Iterator[ReadingWord]:
        cues = self.cues
        text, starts, stops, kinds = cues.text, cues.word_starts, cues.word_stops, cues.word_kinds
        before = stops[first - 1] if first else 0
        for flat, (start_ms, end_ms, is_estimated) in enumerate(cues.word_times(cue, first, last), first):
            start, stop = starts[flat], stops[flat]
            yield ReadingWord(
                text[start:stop], text[before:start], KINDS[kinds[flat]], cue, flat, flat + 1,
                start_ms, end_ms, is_estimated, None, 0,
            )  # fmt: skip
            before = stop

    def _glue(self, flat: int) -> str:
        """The white space before a word, as imported."""
        cues = self.cues
        if flat >= cues.word_count:
            return " "
        return cues.text[cues.word_stops[flat - 1] if flat else 0 : cues.word_starts[flat]]

    def _inserted(self, correction: Correction) -> Iterator[ReadingWord]:
        """The words of an insertion; all are spoken in the moment where they stand."""
        gap, flat = correction.span.start, self.cues.flat(correction.span.start)
        moment = self._moment(gap)
        glue = " " if self._is_at_end(gap) else self._glue(flat)
        for number, (word, kind) in enumerate(zip(correction.words, correction.kinds, strict=True)):
            yield ReadingWord(
                word, " " if number else glue, kind, gap.cue, flat, flat,
                moment, moment, moment is not None, correction, number,
            )  # fmt: skip

    def _moment(self, gap: Gap) -> int | None:
        """When a gap is passed: at the end of the word before it in its cue, else where the cue begins."""
        cues, flat = self.cues, self.cues.flat(gap)
        if gap.word:
            return cues.word_end(flat - 1)
        if cues.words_of(gap.cue):
            return cues.word_time(flat)[0]
        return None if cues.start_ms[gap.cue] == NO_TIME else cues.start_ms[gap.cue]

    def _replaced(self, correction: Correction, low: int, high: int) -> Iterator[ReadingWord]:
        """The words of a correction that fall on the imported words low to high."""
        new, kinds = correction.words, correction.kinds
        first, last = self._flats(correction)
        under = last - first
        numbers = range(*(shown_at(g - first, under, len(new)) for g in (low, high)))
        times = self._times(first, last, new) if numbers else []
        for number in numbers:
            cue = self.cues.cue_of(first + imported_at(number, under, len(new)))
            glue = " " if number else self._glue(first)
            yield ReadingWord(new[number], glue, kinds[number], cue, first, last, *times[number], correction, number)

    def _times(self, first: int, last: int, new: list[str]) -> list[Times]:
        """When the words of a replacement are spoken, cue by cue, so that none is spoken outside its cue."""
        cues, times = self.cues, list[Times]()
        cue, at = cues.cue_of(first), first
        while at < last:
            stop = min(last, cues.first_word[cue + 1])
            low, high = (shown_at(g - first, last - first, len(new)) for g in (at, stop))
            if low < high:
                times += self._shared(cue, at, stop, new[low:high])
            cue, at = cue + 1, stop
        return times

    def _shared(self, cue: int, first: int, last: int, new: list[str]) -> list[Times]:
        """When words that replace some words of one cue are spoken: one for one they keep the times, else they share
        the span's by their length, and that is an estimate. Neighbours never move.
        """
        old = self.cues.word_times(cue, first, last)
        if len(old) == len(new):
            return old
        (begin, _, is_estimated), end = old[0], old[-1][1]
        if begin is None or end is None:
            return [(None, None, False)] * len(new)
        total = sum(len(w) for w in new)
        marks = accumulate((len(w) for w in new), initial=0)
        at = [begin + max(end - begin, 0) * m // total for m in marks]
        return [(at[i], at[i + 1], is_estimated or i > 0) for i in range(len(new))]

    # Texts
    def cue_text(self, cue: int) -> str:
        """A cue as it is read; line breaks stay where they were imported, an uncorrected cue is as imported."""
        return text_of(self.cue_words(cue)) if self.is_changed(cue) else self.cues.cue_text(cue)

    def is_changed(self, cue: int) -> bool:
        """Whether a correction lies on a cue."""
        near = self._near(self.cues.first_word[cue], self.cues.first_word[cue + 1])
        return any(c.span.start.cue <= cue <= c.span.end.cue for c in near)

    def changed_cues(self) -> Iterator[int]:
        """The cues over which a correction lies, in order."""
        seen = -1
        for correction in self.corrections:
            for cue in range(max(correction.span.start.cue, seen + 1), correction.span.end.cue + 1):
                yield cue
                seen = cue


def shown_at(gap: int, imported: int, new: int) -> int:
    """Before which of `new` words a gap of a replaced span of `imported` words shows; halves go up."""
    return (2 * gap * new + imported) // (2 * imported)


def imported_at(number: int, imported: int, new: int) -> int:
    """The imported word, counted in the span, on whose side of the gaps the new word `number` falls.

    It is the last whose gap shows at or before that word: the greatest g with shown_at(g, …) <= number.
    """
    return min((imported * (2 * number + 1) - 1) // (2 * new), imported - 1)


def text_of(words: Iterator[ReadingWord] | Sequence[ReadingWord], *, one_line: bool = False) -> str:
    """The words joined by the white space that stood between them, or by single blanks."""
    parts: list[str] = []
    for word in words:
        if parts:
            parts.append(" " if one_line else word.glue or " ")
        parts.append(word.text)
    return "".join(parts)


def bare(text: str) -> str:
    """A wording without its outer punctuation, for comparing and for lists."""
    words = text.split()
    if not words:
        return ""
    head, tail = take_apart(words[0]), take_apart(words[-1])
    if len(words) == 1:
        return head.bare
    return " ".join([words[0][len(head.before) :], *words[1:-1], words[-1][: len(words[-1]) - len(tail.after)]])
