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


def paragraph_starts(cues: Cues) -> array[int]:
    """The flat number of each paragraph's first word, in order; empty for a text without words."""
    starts: array[int] = array("q")
    if not cues.word_count:
        return starts
    begin, cue = 0, 0
    for flat in range(cues.word_count):
        begins_cue = flat == cues.first_word[cue + 1] or flat == 0
        while flat >= cues.first_word[cue + 1]:
            cue += 1
        if flat == 0 or _breaks(cues, flat, cue, begin, begins_cue):
            starts.append(flat)
            begin = flat
    return starts


def _breaks(cues: Cues, flat: int, cue: int, begin: int, begins_cue: bool) -> bool:
    if cues.word_kinds[flat] == WordKind.MARK:
        return True
    if cues.word_kinds[flat - 1] == WordKind.MARK:
        return False
    if begins_cue and (_after_pause(cues, flat, cue) or _voice_changes(cues, cue) or "\n\n" in cues.gap_before(cue)):
        return True
    long = cues.word_starts[flat] - cues.word_starts[begin]
    if long < LONG:
        return False
    return cues.word(flat - 1)[-1] in ".?!…。？！" or (long >= LONGEST and begins_cue)


def _after_pause(cues: Cues, flat: int, cue: int) -> bool:
    if cue == 0 or cues.start_ms[cue] == NO_TIME or cues.end_ms[cue - 1] == NO_TIME:
        return False
    if cues.start_ms[cue] - cues.end_ms[cue - 1] >= PAUSE_MS:
        return True
    before = cues.word_ms[flat - 1]
    return before != NO_TIME and cues.start_ms[cue] - before >= WORD_PAUSE_MS


def _voice_changes(cues: Cues, cue: int) -> bool:
    return cue > 0 and cues.voice(cue) != cues.voice(cue - 1)
