"""WebVTT, written: word times as times inside the text, speakers as voice tags, identifiers, settings."""

import re
from collections.abc import Iterable, Iterator, Sequence

from reviewer.captions.markup import escape, tidy, writable
from reviewer.captions.times import clock
from reviewer.captions.written import (
    ODD_NAMES,
    PLACELESS,
    WrittenCue,
    begins_with_word,
    of_confidence,
    of_text,
    of_times,
    said,
    timed,
)

_BREAKS = re.compile(r"[\r\n]+")
_WORD = re.compile(r"\S+")
_OF_GIVEN = (
    "word without a time, which takes that of the word before",
    "words without a time, which take that of the word before",
)


def write(cues: Iterable[WrittenCue], language: str = "", kind: str = "captions") -> str:
    """The cues as WebVTT; what it can't carry of them is what `losses` says."""
    header = f"WEBVTT\nKind: {one_line(kind)}\n" + (f"Language: {one_line(language)}\n" if language else "")
    return header + "".join(f"\n{_written(cue, start, end)}" for cue, start, end in timed(cues))


def _written(cue: WrittenCue, start: int, end: int) -> str:
    identifier, settings = one_line(cue.identifier), one_line(cue.settings)
    lines = [identifier] if identifier else []
    lines += (f"{clock(start)} --> {clock(end)}" + (f" {settings}" if settings else ""), payload(cue, start, end))
    return "\n".join(lines) + "\n"


def one_line(text: str) -> str:
    """Foreign text for a line of its own: no line break and no arrow."""
    return _BREAKS.sub(" ", writable(text)).replace("-->", "→")


def payload(cue: WrittenCue, start_ms: int, end_ms: int) -> str:
    """A cue's text as WebVTT holds it, with a tag where a voice begins and a time before each word that has its own."""
    text = writable(cue.text)
    marks = sorted((*_voice_marks(cue, text), *((at, 1, f"<{clock(ms)}>") for at, ms in stamps(cue, start_ms, end_ms))))
    parts: list[str] = []
    at = 0
    for offset, _, mark in marks:
        parts += (escape(text[at:offset]), mark)
        at = offset
    parts.append(escape(text[at:]))
    return tidy("".join(parts))


def _voice_marks(cue: WrittenCue, text: str) -> Iterator[tuple[int, int, str]]:
    """The tags of the voices; one that speaks the whole cue needs no end, of several each ends with its last word."""
    spoken = [(offset, escape(one_line(name))) for offset, name in cue.spoken]
    is_alone = len(spoken) == 1 and spoken[0][0] == 0
    ends = [*(offset for offset, _ in spoken[1:]), len(text)]
    for (offset, name), end in zip(spoken, ends, strict=False):
        if name:
            yield offset, 0, f"<v {name}>"
        if name and not is_alone:
            yield offset + len(text[offset:end].rstrip()), -1, "</v>"


def stamps(cue: WrittenCue, start_ms: int, end_ms: int) -> Iterator[tuple[int, int]]:
    """The words' times that WebVTT can hold, by their place.

    It asks that a time inside a cue lies after its start and every time above it, and before its end. One that is no
    later than the time above it would say nothing new or go back, one at the end or past it (roll-ups have some, 10 ms
    late) would be no time of this cue: both are left out, and a reader gives the word the time above. The scores and
    the library keep such a word's own time.
    """
    now = start_ms
    for offset, ms in sorted(cue.words):
        if now < ms < end_ms:
            yield offset, ms
            now = ms


def losses(cues: Sequence[WrittenCue]) -> tuple[str, ...]:
    """What WebVTT can't carry of the cues."""
    counted = [_word_losses(cue, start, end) for cue, start, end in timed(cues)]
    voices = sum(" ".join(one_line(name).split()) != name for cue in cues for _, name in cue.spoken)
    identifiers = sum(one_line(cue.identifier) != cue.identifier for cue in cues)
    settings = sum(_unlike(cue.settings) for cue in cues)
    return (
        *of_text(cues),
        *of_times(cues),
        *said(sum(lost for lost, _ in counted), *PLACELESS),
        *said(sum(given for _, given in counted), *_OF_GIVEN),
        *said(identifiers, "identifier with an arrow or line break", "identifiers with an arrow or line break"),
        *said(settings, "cue setting with an arrow or line break", "cue settings with an arrow or line break"),
        *said(voices, *ODD_NAMES),
        *of_confidence(cues),
    )


def _unlike(settings: str) -> bool:
    return one_line(settings).strip() != settings


def _word_losses(cue: WrittenCue, start_ms: int, end_ms: int) -> tuple[int, int]:
    """How many words are read back with another time than their own, and how many with one though they had none."""
    own, written = dict(cue.words), dict(stamps(cue, start_ms, end_ms))
    lost = given = 0
    now = start_ms
    for number, match in enumerate(_WORD.finditer(cue.text)):
        now = written.get(match.start(), now)
        ms = own.get(match.start())
        # Without a time inside only the first word is sure of its time.
        is_read = bool(written) or (not number and begins_with_word(cue))
        lost += ms is not None and (ms != now or not is_read)
        given += ms is None and bool(written) and number > 0
    return lost, given
