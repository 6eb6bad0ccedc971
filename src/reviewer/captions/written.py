"""What a writer is given: cues with their words' own times, and what only some formats can hold."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from reviewer.errors import Refused


class WrittenCue(NamedTuple):
    """One cue to write; `words` holds (offset in the text, milliseconds) for words with a time of their own."""

    start_ms: int | None
    end_ms: int | None
    text: str
    words: tuple[tuple[int, int], ...] = ()
    identifier: str = ""
    settings: str = ""
    voice: str = ""


def timed(cues: Iterable[WrittenCue]) -> Iterator[tuple[WrittenCue, int, int]]:
    """The cues with their times, those before the beginning as 0; raises Refused for a cue without."""
    for number, cue in enumerate(cues, 1):
        if cue.start_ms is None or cue.end_ms is None:
            raise Refused(f"Cue {number:,} has no time. A transcript without times can only be written as text.")
        yield cue, max(cue.start_ms, 0), max(cue.end_ms, 0)
