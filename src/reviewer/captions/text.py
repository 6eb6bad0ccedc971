"""A plain text transcript: lines without times, read so that a place in the cues is the same place in the file."""

import re
from collections.abc import Iterable, Iterator, Sequence

from reviewer.captions.markup import tidy, writable
from reviewer.captions.plain import Reading
from reviewer.captions.remedies import OTHER_FILE
from reviewer.captions.sources import Source
from reviewer.captions.written import (
    WrittenCue,
    of_confidence,
    of_identifiers,
    of_settings,
    of_text,
    of_voices,
    of_words,
    said,
)
from reviewer.core.cues import CuesBuilder

LONG = 1_000  # characters; a longer line is no caption or turn but a whole text, and is cut after its sentences
_LINE = re.compile(r"[^\r\n]+")
_SENTENCE_END = re.compile(r"""(?<![.!?…])[.!?…]+["'”’)\]»]*(?=\s)|[。！？]+[”’」』）]*""")
_SPACE = re.compile(r"\s*")
# A point after these, or after a single capital, ends a sentence more seldom than it stands before a name.
_ABBREVIATED = re.compile(r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|Prof|St|Sr|Jr|vs|No|e\.g|i\.e|cf))\.$")


def read(source: Source) -> Reading:
    """The lines as cues; `Cues.text` is the file's text to the character, white space at its end aside."""
    text = source.text
    if source.is_blank:
        raise source.unreadable(None, "the file is empty.", OTHER_FILE)
    builder, at = CuesBuilder(), 0
    for begin, end in _pieces(text):
        builder.add(None, None, text[begin:end], gap=text[at:begin])
        at = end
    return Reading(builder.build())


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """Begin and end of each cue: the lines that are not blank, long ones by sentence."""
    for match in _LINE.finditer(text):
        line = match.group().rstrip()
        begin = match.start() + len(line) - len(line.lstrip())
        end = match.start() + len(line)
        if begin < end:
            yield from _sentences(text, begin, end) if end - begin > LONG else [(begin, end)]


def _sentences(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    for match in _SENTENCE_END.finditer(text, begin, end):
        space = _SPACE.match(text, match.end(), end)
        following = space.end() if space else match.end()
        if following >= end or text[following].islower() or _is_abbreviation(text, begin, match.end()):
            continue
        yield begin, match.end()
        begin = following
    yield begin, end


def _is_abbreviation(text: str, begin: int, end: int) -> bool:
    return bool(_ABBREVIATED.search(text, max(begin, end - 6), end))  # the longest of them has five characters


def write(cues: Iterable[WrittenCue], language: str = "", kind: str = "captions") -> str:  # noqa: ARG001 no header
    """One line a cue, without times."""
    return "".join(f"{line}\n" for line in (_one_line(cue) for cue in cues) if line)


def _one_line(cue: WrittenCue) -> str:
    return " ".join(tidy(writable(cue.text)).split("\n")).strip()


def losses(cues: Sequence[WrittenCue]) -> tuple[str, ...]:
    """What a plain text can't carry of the cues: nearly all but the words."""
    texts = [tidy(writable(cue.text)) for cue in cues]
    lines = [_one_line(cue) for cue in cues]
    return (
        *of_text(cues),
        *said(sum(cue.start_ms is not None for cue in cues), "cue's times", "cues' times"),
        *of_words(cues),
        *of_voices(cues),
        *of_identifiers(cues),
        *of_settings(cues),
        *of_confidence(cues),
        *said(sum(text.count("\n") for text in texts), "line break"),
        *said(
            sum(text.strip() != text for text in texts), "cue with blanks at its ends", "cues with blanks at their ends"
        ),
        *said(sum(not line for line in lines), "cue without text", "cues without text"),
        *said(
            sum(len([*_pieces(line)]) > 1 for line in lines),
            "long cue, which is read as several",
            "long cues, which are read as several",
        ),
    )
