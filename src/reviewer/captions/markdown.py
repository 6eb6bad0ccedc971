"""Markdown with times, one paragraph a cue, written and read; and transcripts whose lines begin with a time, read.

`**[00:00:01.000 → 00:00:02.500] Ann:** text` looks like a transcript in every viewer, and the stamp tells our reader
where a cue begins. Transcripts as people keep them, `[00:12:34] text`, `(12:34) Ann: text`, `0:12` with the text on
the next line, are read too where most lines of the file are so and the times do not go back; else they stay text. So
is what recognisers print (`[00:01.000 --> 00:02.000] text`, `[1.00s -> 2.00s] text`) and Whisper's table, its `.tsv`.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from reviewer.captions.found import Found, build, ms_of, one_line, voice_extra
from reviewer.captions.markup import tidy, writable
from reviewer.captions.plain import ABOVE, Reading
from reviewer.captions.sources import Source
from reviewer.captions.times import clock
from reviewer.captions.webvtt import EMPTY
from reviewer.captions.written import (
    ODD_NAMES,
    WrittenCue,
    of_confidence,
    of_identifiers,
    of_settings,
    of_text,
    of_times,
    of_words,
    said,
    timed,
)

_TIME = r"(?:[0-9]{1,9}:)?[0-9]{1,2}:[0-5][0-9](?:[.,][0-9]{1,3})?"
_SECONDS = r"[0-9]{1,9}\.[0-9]{1,3}(?=s)"  # in brackets and with a fraction, lest "[5s]" be one
_START, _END = rf"(?P<start>{_TIME}|(?<=[\[(]){_SECONDS})s?", rf"(?P<end>{_TIME}|{_SECONDS})s?"
_RANGE = rf"{_START}(?:[ \t]*(?P<between>→|-?->|–|-)[ \t]*{_END})?"
_OWN = re.compile(rf"^\*\*\[{_RANGE}\](?: (?P<voice>[^\n]*?):)?\*\*[ \t]*", re.MULTILINE)
# A bare time must have a blank behind it; a time line of WebVTT or SRT is none of these.
_FOREIGN = re.compile(
    rf"^[ \t]*(?P<bracket>[\[(])?{_RANGE}(?(bracket)[\])]|(?=[ \t\n]|\Z)(?![ \t]*-?->))[ \t]*", re.MULTILINE
)
_TIME_LINE = re.compile(rf"^[ \t]*{_TIME}[ \t]*(?:-?->|,)[ \t]*{_TIME}", re.MULTILINE)  # of SRT, of SBV
_HEAD_OF_TABLE = re.compile(r"\ufeff?start\tend\ttext[ \t]*\n")
_ROW = re.compile(r"^(?P<start>[0-9]{1,15})\t(?P<end>[0-9]{1,15})(?:\t|$)", re.MULTILINE)
_BLOCK = re.compile(r"^[^\S\n]*+\S[^\n]*(?:\n[^\S\n]*+\S[^\n]*)*", re.MULTILINE)  # never twice over a line's blanks
_LINE = re.compile(r"^.*\S", re.MULTILINE)
_FEWEST = 3  # lines with times, below which they may be anything; but not if an arrow leads to an end in brackets
_ARROWS = {"→", "->", "-->"}
_LOOKED_AT = 65_536

# What Markdown could take for more than text, anywhere; and at the beginning of a line.
_SPECIAL = re.compile(r"[\\`*_\[\]~|${}]")
_AT_BEGINNING = re.compile(r"^([ \t]*)(?:([-+#=:>])|([0-9]{1,9})([.)]))", re.MULTILINE)
_REFERENCES = {"&": "&amp;", "<": "&lt;"}
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])|&(amp|lt);")

ENDS = "The lines say only when they begin; each was taken to end where the next begins."


class _Form(NamedTuple):
    """How a cue begins in a file, and in what parts of a second its times are."""

    stamp: re.Pattern[str]
    scale: int = 1000
    is_own: bool = False


def fits(source: Source) -> bool:
    """Whether most of a text is paragraphs or lines that begin with a time, in order."""
    text = source.unix[:_LOOKED_AT]
    if _HEAD_OF_TABLE.match(text):
        return True
    blocks = [match.start() for match in _BLOCK.finditer(text)]
    own = sum(1 for at in blocks if _OWN.match(text, at))
    return own * 2 >= len(blocks) if own else _are_stamped(text)


def _are_stamped(text: str) -> bool:
    found = list(_FOREIGN.finditer(text))
    if not found or len({match["bracket"] for match in found}) > 1 or _TIME_LINE.search(text):
        return False
    times = [ms_of(match["start"]) or 0 for match in found]
    is_rising = all(before <= now for before, now in pairwise(times))
    if not all(match["bracket"] and match["between"] in _ARROWS for match in found):
        is_rising = is_rising and len(found) >= _FEWEST and times[0] < times[-1]
    return is_rising and len(found) * 2 >= len(_LINE.findall(text)) and any(c.isalpha() for c in text)


def read(source: Source) -> Reading:
    """A cue a stamp, with all that stands below it up to the next; what stands above the first is kept with it."""
    text, notes = source.unix, source.notes
    form = _form(text)
    stamps = list(form.stamp.finditer(text))
    if not stamps and _HEAD_OF_TABLE.fullmatch(text.rstrip("\n") + "\n"):
        notes.whole(EMPTY)  # what Whisper writes of a silent recording
        return Reading(build([], source))
    if not stamps:
        raise source.unreadable(None, "no line begins with a time.")
    found = [_found(match, body, form) for match, body in _bodies(text, stamps)]
    above = tidy(_HEAD_OF_TABLE.sub("", text[: stamps[0].start()], count=1).removeprefix("\ufeff"))
    if above:
        notes.at(0, ABOVE)
        found[0] = found[0]._replace(text="\n".join(part for part in (above, found[0].text) if part))
    if all(cue.end_ms is None for cue in found):
        notes.whole(ENDS)
        found = _ended(found)
    return Reading(build(found, source))


def _form(text: str) -> _Form:
    if _HEAD_OF_TABLE.match(text):
        return _Form(_ROW, scale=1)
    return _Form(_OWN, is_own=True) if _OWN.search(text) else _Form(_FOREIGN)


def _bodies(text: str, stamps: Sequence[re.Match[str]]) -> Iterator[tuple[re.Match[str], str]]:
    stops = [*(match.start() for match in stamps[1:]), len(text)]
    return ((match, text[match.end() : stop]) for match, stop in zip(stamps, stops, strict=True))


def _found(match: re.Match[str], body: str, form: _Form) -> Found:
    start, end = ms_of(match["start"], form.scale), ms_of(match["end"], form.scale)
    if not form.is_own:
        return Found(match.start(), start, end, tidy(body))
    voice = one_line(_unescaped(match["voice"] or ""))
    return Found(match.start(), start, end, _unescaped(tidy(body)), extra=voice_extra((), voice))


def _ended(found: Sequence[Found]) -> list[Found]:
    starts = [cue.start_ms or 0 for cue in found]
    ends = [max(pair) for pair in zip(starts, [*starts[1:], starts[-1]], strict=True)]
    return [cue._replace(end_ms=end) for cue, end in zip(found, ends, strict=True)]


def write(cues: Iterable[WrittenCue], language: str = "", kind: str = "captions") -> str:  # noqa: ARG001 it has no header
    """One paragraph a cue; two blanks at the end of a line keep its break."""
    return "\n".join(f"{_paragraph(cue, start, end)}\n" for cue, start, end in timed(cues))


def _paragraph(cue: WrittenCue, start: int, end: int) -> str:
    voice = one_line(writable(cue.spoken[0][1])) if cue.spoken else ""
    stamp = f"**[{clock(start)} → {clock(end)}]" + (f" {_escaped(voice)}:**" if voice else "**")
    text = _escaped(tidy(writable(cue.text))).replace("\n", "  \n")
    return f"{stamp} {text}".rstrip(" ")


def _escaped(text: str) -> str:
    r"""The text so that Markdown shows it as it is: `\*`, and references where old viewers know no other way."""
    text = _SPECIAL.sub(r"\\\g<0>", text)
    text = "".join(_REFERENCES.get(character, character) for character in text)
    return _AT_BEGINNING.sub(lambda m: f"{m[1]}\\{m[2]}" if m[2] else f"{m[1]}{m[3]}\\{m[4]}", text)


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda m: m[1] or {"amp": "&", "lt": "<"}[m[2]], text)


def losses(cues: Sequence[WrittenCue]) -> tuple[str, ...]:
    """What Markdown with times can't carry of the cues."""
    kinds = (of_text, of_times, of_words, of_identifiers, of_settings, of_confidence)
    inner = sum(len(cue.spoken) - 1 for cue in cues if cue.spoken)
    late = sum(bool(cue.spoken) and cue.spoken[0][0] > 0 for cue in cues)
    return (
        *(lost for kind in kinds for lost in kind(cues)),
        *said(inner + late, "change of voice inside a cue", "changes of voice inside a cue"),
        *said(sum(_is_odd(cue) for cue in cues), *ODD_NAMES),
    )


def _is_odd(cue: WrittenCue) -> bool:
    return bool(cue.spoken) and one_line(writable(cue.spoken[0][1])) != cue.spoken[0][1]
