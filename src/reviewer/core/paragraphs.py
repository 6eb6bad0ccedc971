"""Where the reading text breaks into paragraphs until people and speakers say: by marks, pauses and length.

Found on the imported cues alone, so that a correction never moves a break.
"""

from __future__ import annotations

from array import array

from reviewer.core.cues import NO_TIME, Cues
from reviewer.core.words import WordKind

PAUSE_MS = 2_500  # between two cues' ends and beginnings; shorter ones are breathing
WORD_PAUSE_MS = 4_000  # from word to word, where a cue's end is only the next one's beginning
LONG = 420  # characters from which the next sentence end closes a paragraph
LONGEST = 900  # characters at which the next cue begins a paragraph, sentence or not


_MARK = int(WordKind.MARK)  # an array holds plain numbers, and an enumeration's member is slow to compare


def paragraph_starts(cues: Cues) -> array[int]:
    """The flat number of each paragraph's first word, in order; empty for a text without words."""
    starts: array[int] = array("q")
    for cue in range(len(cues)):
        first, last = cues.first_word[cue], cues.first_word[cue + 1]
        if first < last and (not starts or _breaks_at_cue(cues, first, cue, starts[-1])):
            starts.append(first)
        if first < last and _may_break_inside(cues, first, last, starts[-1]):
            for flat in range(first + 1, last):
                if _breaks(cues, flat, starts[-1]):
                    starts.append(flat)
    return starts


def _breaks_at_cue(cues: Cues, flat: int, cue: int, begin: int) -> bool:
    if _breaks(cues, flat, begin):
        return True
    if cues.word_kinds[flat - 1] == _MARK:
        return False
    return (
        _after_pause(cues, flat, cue)
        or _voice_changes(cues, cue)
        or _has_blank_line(cues.gap_before(cue))
        or _length(cues, begin, flat) >= LONGEST
    )


def _may_break_inside(cues: Cues, first: int, last: int, begin: int) -> bool:
    """Whether the words of a cue need be looked at one by one; most cues need not."""
    return _MARK in cues.word_kinds[first:last] or _length(cues, begin, last - 1) >= LONG


def _breaks(cues: Cues, flat: int, begin: int) -> bool:
    """Whether a word begins a paragraph wherever in a cue it stands: a mark, or after a sentence in a long one."""
    if cues.word_kinds[flat] == _MARK:
        return True
    if cues.word_kinds[flat - 1] == _MARK:
        return False
    return _length(cues, begin, flat) >= LONG and cues.word(flat - 1)[-1] in ".?!…。？！"


def _has_blank_line(gap: str) -> bool:
    """Two line ends, of any system, with or without blanks between."""
    return gap.count("\n") > 1 or gap.count("\r") > max(1, gap.count("\n"))


def _length(cues: Cues, begin: int, flat: int) -> int:
    """Characters from the paragraph's first word to a word."""
    return cues.word_starts[flat] - cues.word_starts[begin]


def _after_pause(cues: Cues, flat: int, cue: int) -> bool:
    if cue == 0 or cues.start_ms[cue] == NO_TIME or cues.end_ms[cue - 1] == NO_TIME:
        return False
    if cues.start_ms[cue] - cues.end_ms[cue - 1] >= PAUSE_MS:
        return True
    before = cues.word_ms[flat - 1]
    return before != NO_TIME and cues.start_ms[cue] - before >= WORD_PAUSE_MS


def _voice_changes(cues: Cues, cue: int) -> bool:
    return cue > 0 and cues.voice(cue) != cues.voice(cue - 1)
