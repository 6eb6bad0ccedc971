"""What a writer is given: cues with what only some formats can hold; and how what is lost is told.

What a format can't carry of some cues is never dropped in silence: each format has `losses(cues)`, which says it in
words with counts. Most of it is the same in several formats and stands here.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from reviewer.captions.markup import tidy, writable
from reviewer.core.cues import NO_TIME, Cues
from reviewer.core.wording import count
from reviewer.errors import Refused

# What several formats say of their losses, of one and of several.
PLACELESS: Final = ("word time that its cue has no place for", "word times that their cues have no place for")
ODD_NAMES: Final = ("voice with a line break or double blanks", "voices with line breaks or double blanks")


class WrittenCue(NamedTuple):
    """One cue to write.

    `words` holds (offset in the text, milliseconds) for words with a time of their own. Where more than one voice
    speaks, or the one does not begin the cue, `voices` holds (offset, name), "" for nobody; else `voice` says it all.
    `confidence` has one figure a word, "-" where there is none.
    """

    start_ms: int | None
    end_ms: int | None
    text: str
    words: tuple[tuple[int, int], ...] = ()
    identifier: str = ""
    settings: str = ""
    voice: str = ""
    voices: tuple[tuple[int, str], ...] = ()
    confidence: str = ""

    @property
    def spoken(self) -> tuple[tuple[int, str], ...]:
        """Who speaks from where on: `voices`, or the one voice from the beginning."""
        return self.voices or (((0, self.voice),) if self.voice else ())


def as_imported(cues: Cues, number: int) -> WrittenCue:
    """A cue of a version to be written as it is."""
    cue, extra = cues.cue(number), cues.extras.get(number) or {}
    flats, start = cues.words_of(number), cues.starts[number]
    return WrittenCue(
        cue.start_ms,
        cue.end_ms,
        cue.text,
        tuple((cues.word_starts[flat] - start, cues.word_ms[flat]) for flat in flats if cues.word_ms[flat] != NO_TIME),
        extra.get("identifier", ""),
        extra.get("settings", ""),
        extra.get("voice", ""),
        tuple((cues.word_starts[flats[word]] - start, name) for word, name in voices_of(extra) if word < len(flats)),
        extra.get("confidence", ""),
    )


def voices_of(extra: Mapping[str, str]) -> list[tuple[int, str]]:
    """The voices that a cue's extra names beside the first, each with the word it begins at."""
    return [(int(word), str(name)) for word, name in json.loads(extra.get("voices") or "[]")]


def timed(cues: Iterable[WrittenCue]) -> Iterator[tuple[WrittenCue, int, int]]:
    """The cues with their times, those before the beginning as 0; raises Refused for a cue without."""
    for number, cue in enumerate(cues):
        if cue.start_ms is None or cue.end_ms is None:
            raise Refused(f"Cue {number:,} has no time. A transcript without times can only be written as text.")
        yield cue, max(cue.start_ms, 0), max(cue.end_ms, 0)


def said(number: int, one: str, many: str = "") -> tuple[str, ...]:
    """“1,204 word times”, or nothing where there are none."""
    return (count(number, one, many),) if number else ()


def of_text(cues: Sequence[WrittenCue]) -> tuple[str, ...]:
    """What no format carries of the texts themselves: NUL and lone surrogates, blank lines, blanks round a line."""
    replaced = sum(1 for cue in cues for old, new in zip(cue.text, writable(cue.text), strict=True) if old != new)
    untidy = sum(tidy(writable(cue.text)) != writable(cue.text) for cue in cues)
    return (
        *said(
            replaced,
            "character that no file holds, written as \ufffd",
            "characters that no file holds, written as \ufffd",
        ),
        *said(untidy, "cue with blank lines or blanks round a line", "cues with blank lines or blanks round a line"),
    )


def of_times(cues: Sequence[WrittenCue]) -> tuple[str, ...]:
    """Times before the beginning, which are written as 0."""
    early = sum((ms or 0) < 0 for cue in cues for ms in (cue.start_ms, cue.end_ms))
    return said(early, "time before the beginning, written as 0", "times before the beginning, written as 0")


def of_words(cues: Sequence[WrittenCue]) -> tuple[str, ...]:
    """The times of words, where a cue's own start doesn't say them."""
    return said(sum(len(cue.words) - says_first(cue) for cue in cues), "word time")


def says_first(cue: WrittenCue) -> bool:
    """Whether the first word begins with its cue, so that the cue's start says its time."""
    lead = len(cue.text) - len(cue.text.lstrip())
    return begins_with_word(cue) and bool(cue.words) and min(cue.words) == (lead, max(cue.start_ms or 0, 0))


def begins_with_word(cue: WrittenCue) -> bool:
    """Whether nothing stands before a cue's first word; a hard blank there puts it off."""
    return not tidy(writable(cue.text))[:1].isspace()


def of_identifiers(cues: Sequence[WrittenCue]) -> tuple[str, ...]:
    return said(sum(bool(cue.identifier) for cue in cues), "identifier")


def of_settings(cues: Sequence[WrittenCue]) -> tuple[str, ...]:
    return said(sum(bool(cue.settings) for cue in cues), "cue setting")


def of_voices(cues: Sequence[WrittenCue]) -> tuple[str, ...]:
    return said(sum(bool(name) for cue in cues for _, name in cue.spoken), "voice")


def of_bare(cues: Sequence[WrittenCue]) -> tuple[str, ...]:
    """What a format loses that holds the times of cues and their texts, and nothing else."""
    kinds = (of_text, of_times, of_words, of_voices, of_identifiers, of_settings, of_confidence)
    return tuple(lost for kind in kinds for lost in kind(cues))


def of_confidence(cues: Sequence[WrittenCue]) -> tuple[str, ...]:
    """The recogniser's figures, which no written format has a place for."""
    figures = sum(1 for cue in cues for figure in cue.confidence.split() if figure != "-")
    return said(figures, "confidence of a word", "confidences of words")
