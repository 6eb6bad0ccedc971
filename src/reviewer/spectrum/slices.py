"""How a transcript is cut into the slices that are scored.

Cut on the imported text alone, so that a correction never moves a boundary.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator

from reviewer.core.cues import Cues
from reviewer.spectrum.figures import Slice
from reviewer.spectrum.lexicon import SliceRule
from reviewer.spectrum.spoken import SENTENCE_ENDS
from reviewer.spectrum.statistics import median


def cut(cues: Cues, rule: SliceRule) -> tuple[Slice, ...]:
    """Whole sentences up to the limit; whole cues where sentences can't be told: where half of them are over it.

    A sentence over the limit is cut at the ends of cues, a cue over it at the last blank. A single word over it
    stands alone.
    """
    if not cues.word_count:
        return ()
    ends, limit = list(_sentence_ends(cues)), rule.limit_chars
    if _typical_length(cues, ends) > limit:
        ends, limit = sorted(set(cues.first_word[1:]) - {0}), rule.fallback_limit_chars
    bounds = [0, *_packed(cues, _pieces(cues, ends, limit), limit)]
    return tuple(_slice(cues, number, *bounds[number - 1 : number + 1]) for number in range(1, len(bounds)))


def _sentence_ends(cues: Cues) -> Iterator[int]:
    """The flat number after the last word of each sentence; the last sentence ends with the text."""
    text, count = cues.text, cues.word_count
    for flat, stop in enumerate(cues.word_stops, 1):
        if text[stop - 1] in SENTENCE_ENDS or flat == count:
            yield flat


def _typical_length(cues: Cues, ends: list[int]) -> float:
    return median(sorted(_length(cues, first, last) for first, last in zip([0, *ends[:-1]], ends, strict=True)))


def _length(cues: Cues, first: int, last: int) -> int:
    """Characters of the imported text from a word's beginning to the end of the word before `last`."""
    return cues.word_stops[last - 1] - cues.word_starts[first]


def _pieces(cues: Cues, ends: list[int], limit: int) -> Iterator[int]:
    """The ends, and more of them where a piece would be over the limit."""
    begin = 0
    for end in ends:
        while _length(cues, begin, end) > limit and end - begin > 1:
            begin = _cut_inside(cues, begin, end, limit)
            yield begin
        yield end
        begin = end


def _cut_inside(cues: Cues, begin: int, end: int, limit: int) -> int:
    """The last end of a cue in reach from `begin`, else the last blank; beyond at least one word, before `end`."""
    reach = bisect_right(cues.word_stops, cues.word_starts[begin] + limit, begin, end)
    reach = max(reach, begin + 1)
    cue_start = cues.first_word[cues.cue_of(reach)]
    return cue_start if cue_start > begin else reach


def _packed(cues: Cues, ends: Iterable[int], limit: int) -> Iterator[int]:
    """The ends that close a slice: as many pieces together as the limit allows."""
    begin = last = 0
    for end in ends:
        if last > begin and _length(cues, begin, end) > limit:
            yield last
            begin = last
        last = end
    yield last


def _slice(cues: Cues, number: int, first: int, last: int) -> Slice:
    start_ms, _ = cues.word_time(first)
    return Slice(number, first, last, cues.cue_of(first), cues.cue_of(last - 1), start_ms, cues.word_end(last - 1))
