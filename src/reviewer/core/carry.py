"""Decisions carried from one version's words to another's (log.md, "New version"): computed, never written.

A changed caption file, another encoding and a better reader of ours are each a new version. What was decided on the
words of one is laid on the words of another where those words still stand; what does not fit is listed, not dropped.
"""

from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from reviewer.core.align import align
from reviewer.core.anchors import Gap, Place, Span
from reviewer.core.cues import Cues
from reviewer.core.rows import CORRECTION, Edit
from reviewer.core.words import take_apart

_NOWHERE = -1
_REACH = 8  # words on either side in which a neighbour that still stands is looked for


class Outcome(StrEnum):
    """What becomes of an edit in another version."""

    CARRIED = "carried"  # its words stand there in one run
    SETTLED = "settled"  # the file itself says there what was meant
    UNFIT = "unfit"  # a person has to look


@dataclass(frozen=True, slots=True)
class Carried:
    """An edit in another version: its place there if it is carried, else perhaps where its place should be."""

    edit: Edit
    outcome: Outcome
    span: Span | None = None
    near: Span | None = None  # of one that is unfit: the words that stand between its old neighbours


class Carrier:
    """Two versions laid side by side once; a pure function of their words from then on."""

    def __init__(self, old: Cues, new: Cues) -> None:
        self._old, self._new = old, new
        self._there = array("q", [_NOWHERE]) * old.word_count  # by old word the new one
        for run in align(folded(old), folded(new)):
            self._there[run.old : run.old + run.length] = array("q", range(run.new, run.new + run.length))

    def carry(self, edit: Edit) -> Carried:
        """What becomes of an edit that stands on the old words."""
        if not isinstance(edit.anchor, Place) or not self._old.has_span(edit.anchor.span):
            return Carried(edit, Outcome.UNFIT)
        span = edit.anchor.span
        first, last = self._old.flat(span.start), self._old.flat(span.end)
        if edit.layer == CORRECTION and self._says_so(edit, first, last):
            return Carried(edit, Outcome.SETTLED)
        there = self._gap(span.start, first) if span.is_empty else self._span(first, last)
        if there is not None:
            return Carried(edit, Outcome.CARRIED, there)
        return Carried(edit, Outcome.UNFIT, near=self._near(first, last))

    def _span(self, first: int, last: int) -> Span | None:
        """The same words in one run, to the letter."""
        begin = self._there[first]
        if begin == _NOWHERE or any(self._there[first + n] != begin + n for n in range(last - first)):
            return None
        if any(self._old.word(first + n) != self._new.word(begin + n) for n in range(last - first)):
            return None
        return self._new.span(begin, begin + last - first)

    def _gap(self, gap: Gap, flat: int) -> Span | None:
        """Between two words: after the one before it or before the one after it, whichever still stands."""
        before = self._there[flat - 1] if flat else _NOWHERE
        after = self._there[flat] if flat < self._old.word_count else _NOWHERE
        stands_behind = gap.word > 0 and gap.word == len(self._old.words_of(gap.cue))
        if before != _NOWHERE and (stands_behind or after == _NOWHERE):
            return Span(*[self._new.span(before, before + 1).end] * 2)
        return Span(*[self._new.gap(after)] * 2) if after != _NOWHERE else None

    def _says_so(self, edit: Edit, first: int, last: int) -> bool:
        """Whether the new words between the old neighbours are what was meant."""
        around = self._around(first, last, reach=1)
        if around is None:
            return False
        meant = str(edit.value.get("words", "")).split() if isinstance(edit.value, dict) else None
        return meant == [self._new.word(flat) for flat in range(*around)]

    def _near(self, first: int, last: int) -> Span | None:
        around = self._around(first, last, reach=_REACH)
        if around is None or around[1] - around[0] > last - first + 2 * _REACH:
            return None
        return self._new.span(*around)

    def _around(self, first: int, last: int, *, reach: int) -> tuple[int, int] | None:
        """The new words between the nearest neighbours that still stand, the last excluded."""
        begin = self._behind(first, reach)
        end = self._before(last, reach)
        return (begin, end) if begin is not None and end is not None and begin <= end else None

    def _behind(self, first: int, reach: int) -> int | None:
        for flat in range(first - 1, max(first - reach, 0) - 1, -1):
            if self._there[flat] != _NOWHERE:
                return self._there[flat] + 1
        return 0 if first < reach else None

    def _before(self, last: int, reach: int) -> int | None:
        count = self._old.word_count
        for flat in range(last, min(last + reach, count)):
            if self._there[flat] != _NOWHERE:
                return self._there[flat]
        return self._new.word_count if last + reach > count else None


def folded(cues: Cues, numbers: Iterable[int] | None = None) -> list[str]:
    """The words (or those of some flat numbers) by which two versions are laid side by side: in small letters, without
    outer punctuation.

    Captions made anew often differ in just these; the words of a decision must stand there to the letter all the same.
    """
    seen: dict[str, str] = {}  # nearly all words of a text come again
    found = []
    for flat in range(cues.word_count) if numbers is None else numbers:
        word = cues.word(flat)
        if word not in seen:
            seen[word] = take_apart(word).bare.casefold()
        found.append(seen[word])
    return found
