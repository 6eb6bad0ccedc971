"""Where the terms of a lexicon stand in a slice: leftmost, then longest, over the whole lexicon in one pass.

An exclusion is a term among the others: it wins where it is longer or begins earlier, and takes its words with it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from reviewer.spectrum.lexicon import Lexicon, Term
from reviewer.spectrum.spoken import Parts, parts_of, without_possessive


@dataclass(frozen=True, slots=True)
class Entry:
    """All terms of one pattern: it may weigh or exclude, and belong to lenses besides."""

    pattern: str
    parts: tuple[str, ...]
    is_prefix: bool
    term: Term  # the one that weighs or excludes, else the first
    decisive: bool
    lenses: tuple[str, ...]

    @property
    def excludes(self) -> bool:
        return self.term.role == "exclude"

    @property
    def rank(self) -> tuple[int, int, bool]:
        """Greater for the longer: more words, then more letters said, then the whole word before its beginning."""
        return len(self.parts), sum(map(len, self.parts)), not self.is_prefix

    def fits(self, parts: Parts, at: int, stop: int) -> bool:
        """Whether it goes on at part `at`, where its first word is known to stand."""
        end = at + len(self.parts)
        if end > stop or parts.sentences[end - 1] != parts.sentences[at]:
            return False
        return all(self._same(parts.texts[at + i], i) for i in range(1, len(self.parts)))

    def _same(self, have: str, number: int) -> bool:
        want = self.parts[number]
        if self.is_prefix and number == len(self.parts) - 1:
            return have.startswith(want)
        return have == want or without_possessive(have) == want


class Match(NamedTuple):
    """An entry's place: the parts first to last, last excluded."""

    entry: Entry
    first: int
    last: int


class Index:
    """Entries by their first word."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._whole: dict[str, list[Entry]] = defaultdict(list)
        self._beginnings: dict[str, list[Entry]] = defaultdict(list)
        for entry in entries:
            is_beginning = entry.is_prefix and len(entry.parts) == 1
            (self._beginnings if is_beginning else self._whole)[entry.parts[0]].append(entry)
        self._starting = lru_cache(maxsize=65_536)(self._find)  # most words begin no term: that is learnt once

    def _find(self, part: str) -> tuple[Entry, ...]:
        """The entries that may begin with a word, longest first."""
        found = [e for form in {part, without_possessive(part)} for e in self._whole.get(form, ())]
        for length in range(1, len(part) + 1):
            found += self._beginnings.get(part[:length], ())
        return tuple(sorted(found, key=lambda entry: entry.rank, reverse=True))

    def matches(self, parts: Parts, first: int, last: int) -> Iterator[Match]:
        """What stands in the parts first to last, none overlapping another."""
        at = first
        while at < last:
            for entry in self._starting(parts.texts[at]):
                if entry.fits(parts, at, last):
                    end = at + len(entry.parts)
                    yield Match(entry, at, end)
                    at = end
                    break
            else:
                at += 1


class Matcher:
    """A lexicon made ready for matching."""

    def __init__(self, lexicon: Lexicon) -> None:
        entries = _entries(lexicon)
        self._all = Index(entries)
        self._decisive = Index(entry for entry in entries if entry.decisive)

    def matches(self, parts: Parts) -> Iterator[Match]:
        return self._all.matches(parts, 0, len(parts.texts))

    def shadowed(self, parts: Parts, exclusion: Match) -> Iterator[Match]:
        """The terms that would count if an exclusion did not stand over them."""
        return self._decisive.matches(parts, exclusion.first, exclusion.last)


def split_pattern(pattern: str) -> tuple[tuple[str, ...], bool]:
    """The words of a pattern, and whether the last is only a word's beginning."""
    return parts_of(pattern.removesuffix("*")), pattern.endswith("*")


def _entries(lexicon: Lexicon) -> list[Entry]:
    by_pattern: dict[tuple[tuple[str, ...], bool], list[Term]] = defaultdict(list)
    for term in lexicon.terms:
        by_pattern[split_pattern(term.pattern)].append(term)
    return [_entry(parts, is_prefix, terms, lexicon) for (parts, is_prefix), terms in by_pattern.items()]


def _entry(parts: tuple[str, ...], is_prefix: bool, terms: list[Term], lexicon: Lexicon) -> Entry:
    leading = next((t for t in terms if t.role != "lens"), terms[0])
    lenses = dict.fromkeys(lens for term in terms if term.role != "exclude" for lens in term.lenses)
    decisive = leading.role == "stance" and abs(leading.weight) >= lexicon.formula.decisive
    return Entry(leading.pattern, parts, is_prefix, leading, decisive, tuple(lenses))


@lru_cache(maxsize=8)
def matcher(lexicon: Lexicon) -> Matcher:
    """The lexicon's matcher, built once."""
    return Matcher(lexicon)
