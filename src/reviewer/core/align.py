"""Two sequences of words laid side by side: which stretches are the same in both, in order.

Words that both have just once are the anchors (the patience method), then pairs and longer runs of words that do;
what lies between them is compared word by word where it is short. The result is deterministic, and time and memory
grow with the length of the texts, never with their product.
"""

from bisect import bisect_left
from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import NamedTuple

_GRAMS = (1, 2, 3, 4, 8)  # so many words together that both have once; longer ones tell repetitions apart
_COMPARED = 40_000  # pairs of words at most that are compared one by one: 200 words against 200 take 10 ms


class Run(NamedTuple):
    """A stretch of equal words: where it begins in the old and in the new ones, and its length."""

    old: int
    new: int
    length: int


class _Part(NamedTuple):
    """Words old_first to old_last that are to be compared with the words new_first to new_last; ends excluded."""

    old_first: int
    old_last: int
    new_first: int
    new_last: int

    @property
    def is_open(self) -> bool:
        return self.old_first < self.old_last and self.new_first < self.new_last


def align(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Run]:
    """The equal stretches of two sequences, in the order of both, none touching the next in both."""
    pairs: list[tuple[int, int]] = []
    waiting = [_Part(0, len(old), 0, len(new))]
    while waiting:
        part = waiting.pop()
        inner = _Part(*_trimmed(old, new, part, pairs))
        if inner.is_open:
            waiting += _between(_anchors(old, new, inner, pairs), inner)
    return list(_runs(sorted(pairs)))


def _trimmed(
    old: Sequence[Hashable], new: Sequence[Hashable], part: _Part, pairs: list[tuple[int, int]]
) -> tuple[int, int, int, int]:
    """What is left of a part when the words that both begin and end with are paired."""
    first, last, new_first, new_last = part
    while first < last and new_first < new_last and old[first] == new[new_first]:
        pairs.append((first, new_first))
        first, new_first = first + 1, new_first + 1
    while first < last and new_first < new_last and old[last - 1] == new[new_last - 1]:
        last, new_last = last - 1, new_last - 1
        pairs.append((last, new_last))
    return first, last, new_first, new_last


def _anchors(
    old: Sequence[Hashable], new: Sequence[Hashable], part: _Part, pairs: list[tuple[int, int]]
) -> list[tuple[int, int]]:
    """Pairs of words that surely belong together; where none stand out and the part is short, all pairs, and done."""
    for size in _GRAMS:
        found = _rising(_unique_in_both(old, new, part, size))
        if found:
            return found
    if (part.old_last - part.old_first) * (part.new_last - part.new_first) <= _COMPARED:
        pairs += _compared(old, new, part)
    return []


def _unique_in_both(
    old: Sequence[Hashable], new: Sequence[Hashable], part: _Part, size: int
) -> Iterator[tuple[int, int]]:
    """Where runs of `size` words begin that each side has once, in the order of the old words."""
    news = _once(new, part.new_first, part.new_last, size)
    for gram, at in _once(old, part.old_first, part.old_last, size).items():
        if at >= 0 and news.get(gram, -1) >= 0:
            yield at, news[gram]


def _once(words: Sequence[Hashable], first: int, last: int, size: int) -> dict[Hashable, int]:
    """By run of words where it begins; −1 for one that comes again."""
    places: dict[Hashable, int] = {}
    for at in range(first, last - size + 1):
        gram = words[at] if size == 1 else tuple(words[at : at + size])
        places[gram] = -1 if gram in places else at
    return places


def _rising(pairs: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest part of the pairs in which the new places rise as the old ones do."""
    tops: list[int] = []  # by length the smallest new place that ends such a part
    ends: list[int] = []  # the number of the pair there
    before: list[int] = []
    kept = list(pairs)
    for number, (_, new) in enumerate(kept):
        length = bisect_left(tops, new)
        before.append(ends[length - 1] if length else -1)
        tops[length : length + 1] = [new]
        ends[length : length + 1] = [number]
    found: list[tuple[int, int]] = []
    at = ends[-1] if ends else -1
    while at >= 0:
        found.append(kept[at])
        at = before[at]
    found.reverse()
    return found


def _between(anchors: Sequence[tuple[int, int]], part: _Part) -> Iterator[_Part]:
    """The parts that the anchors cut; each begins with its anchor, which is paired as its first words."""
    if not anchors:
        return
    old_first, new_first = part.old_first, part.new_first
    for old, new in anchors:
        yield _Part(old_first, old, new_first, new)
        old_first, new_first = old, new
    yield _Part(old_first, part.old_last, new_first, part.new_last)


def _compared(old: Sequence[Hashable], new: Sequence[Hashable], part: _Part) -> list[tuple[int, int]]:
    """A longest common subsequence, word by word."""
    rows, columns = range(part.old_first, part.old_last), range(part.new_first, part.new_last)
    lengths = [[0] * (len(columns) + 1)]
    for i in reversed(rows):
        below, row, word = lengths[-1], [0] * (len(columns) + 1), old[i]
        for j in range(len(columns) - 1, -1, -1):
            row[j] = below[j + 1] + 1 if word == new[columns[j]] else max(below[j], row[j + 1])
        lengths.append(row)
    lengths.reverse()
    return list(_walk(old, new, part, lengths))


def _walk(
    old: Sequence[Hashable], new: Sequence[Hashable], part: _Part, lengths: list[list[int]]
) -> Iterator[tuple[int, int]]:
    i, j = 0, 0
    while part.old_first + i < part.old_last and part.new_first + j < part.new_last:
        if old[part.old_first + i] == new[part.new_first + j]:
            yield part.old_first + i, part.new_first + j
            i, j = i + 1, j + 1
        elif lengths[i + 1][j] >= lengths[i][j + 1]:
            i += 1
        else:
            j += 1


def _runs(pairs: Iterable[tuple[int, int]]) -> Iterator[Run]:
    """Neighbouring pairs joined to runs."""
    run: Run | None = None
    for old, new in pairs:
        if run is not None and (old, new) == (run.old + run.length, run.new + run.length):
            run = run._replace(length=run.length + 1)
            continue
        if run is not None:
            yield run
        run = Run(old, new, 1)
    if run is not None:
        yield run
