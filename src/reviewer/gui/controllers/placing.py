"""Where one was in an episode, kept so that it is found again when another version of its captions leads."""

from typing import Any

from reviewer.core.cues import Version

LATEST = 2**53  # ms; a file may say anything


def kept_place(version: Version, visible: int, caret: int) -> list[Any]:
    """The first word in sight and the one at the caret, with their times and the version that they count in."""
    times = [_time(version, flat) for flat in (visible, caret)]
    return [visible, caret, version.id, *times]


def found_place(version: Version, kept: Any) -> tuple[int, int] | None:
    """The same words in this version, or those at their times; None where the settings hold no such place."""
    if not isinstance(kept, list) or len(kept) not in {2, 5}:
        return None
    words, count = kept[:2], version.cues.word_count
    if len(kept) == 5 and kept[2] != version.id:
        return _at_times(version, kept[3:])
    return (words[0], words[1]) if are_numbers(words, 0, count) else None


def flat_at(version: Version, ms: int) -> int:
    """The first word that does not begin before a time; in a version without times the first of all."""
    cues = version.cues
    for cue in range(len(cues)):
        end = cues.end_ms[cue]
        if end > ms:
            words = cues.words_of(cue)
            return next((f for f in words if (cues.word_time(f)[0] or 0) >= ms), words.start)
    return max(cues.word_count - 1, 0) if cues.has_times else 0


def _at_times(version: Version, times: list[Any]) -> tuple[int, int] | None:
    if not are_numbers(times, 0, LATEST) or not version.cues.has_times:
        return None
    return flat_at(version, times[0]), flat_at(version, times[1])


def _time(version: Version, flat: int) -> int | None:
    return version.cues.word_time(flat)[0] if flat < version.cues.word_count else None


def are_numbers(values: list[Any], least: int, most: int) -> bool:
    """Whether all are whole numbers in bounds; settings may have been edited by hand."""
    return all(isinstance(value, int) and least <= value <= most for value in values)
