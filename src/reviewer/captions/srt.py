"""SRT, read by webvtt-py where the file is regular, and written."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from reviewer.captions.blocks import NO_BLANK
from reviewer.captions.layout import Block, Layout, RawCue, lay_out, lines_of
from reviewer.captions.markup import read_text, references, tags, tidy, writable
from reviewer.captions.plain import Reading, build, refuse_without_times, with_preamble
from reviewer.captions.regular import DIFFERS, MOST, read_regular
from reviewer.captions.sources import Source, refuse_endless_cue
from reviewer.captions.times import arrows, clock, srt_line, srt_lines
from reviewer.captions.written import WrittenCue, of_bare, timed

_OVERRIDE = re.compile(r"\{\\[^{}]*\}")
_SPECIAL = re.compile(r"\{(?=\\[^{}]*\})|\\(?=[Nh])|\ufeff")  # what `_unstyled` and the layout take away
_NUMBER = re.compile(r"[\ufeff\u200e\u200f \t]*([0-9]{1,9})[\u200e\u200f \t]*")
_MARK = "\ufeff"
_REFERENCES = {ord(c): f"&#{ord(c)};" for c in "&<>{\\\ufeff→"}

EMPTY = "The track is empty: the file holds nothing."
NO_NUMBER = "This cue has no number."
NOT_NEXT = "This cue's number is not the next."
SPACED = "A blank line stands between this cue's number and its time."
JOINED = "A byte order mark stands inside the file: files were joined here."


def read(source: Source) -> Reading:
    """The cues of an SRT file; one of no bytes is an empty track, as Whisper writes it for a silent recording."""
    text, notes = source.unix, source.notes
    if source.is_blank:
        notes.whole(EMPTY)
        return Reading(build((), notes))
    layout = lay_out(text, srt_lines(text), srt_line, notes)
    refuse_without_times(source, layout)
    refuse_endless_cue(source, ((block.at, block.body_at + len(block.body)) for block in layout.blocks))
    found, preamble, is_plain = _cues(layout, source)
    is_regular = len(found) <= MOST and layout.is_regular and is_plain
    del layout  # of a million cues some hundred megabytes, not to be held while the words are found
    is_regular = is_regular and not preamble.strip() and all(raw.raw for raw in found)
    read_so = read_regular(text, "srt", found) if is_regular else None
    if is_regular and read_so is None:
        notes.whole(DIFFERS)
    cues = with_preamble(read_so or found, preamble, source)
    return Reading(build((raw.says(_unstyled(raw.raw)) for raw in cues), notes))


class _Above(NamedTuple):
    """What stands above a time line: the text of the cue before, and the number of this one; `odd` is to be told."""

    text: str
    number: int | None
    is_plain: bool
    odd: str = ""


def _cues(layout: Layout, source: Source) -> tuple[list[RawCue], str, bool]:
    """The cues by the layout alone, what stands above the first, and whether nothing between them is odd."""
    notes = source.notes
    for match in re.finditer(_MARK, source.unix):
        notes.at(match.start(), JOINED)
    above = _above(layout.preamble, None, has_numbers=True)
    preamble, has_numbers = above.text, above.number is not None
    number, is_numbered = above.number, has_numbers
    is_plain = _MARK not in source.unix and has_numbers and above.is_plain
    if not has_numbers:
        notes.at(layout.blocks[0].at, NO_NUMBER)
    found = []
    for block, following in zip(layout.blocks, [*layout.blocks[1:], None], strict=True):
        body = block.body
        if following:
            above = _above(body, number, has_numbers=has_numbers)
            if above.odd:
                notes.at(following.at, above.odd)
            if above.number is not None and is_numbered and above.number != (number or 0) + 1:
                notes.at(following.at, NOT_NEXT)
            body, is_plain = above.text, is_plain and above.is_plain
            number = number if above.number is None else above.number
            is_numbered = above.number is not None
        raw = lines_of(block, body, notes)
        is_plain = is_plain and raw == body.strip("\n")
        found.append(_cue(block, raw.replace(_MARK, "")))
    return found, preamble.replace(_MARK, ""), is_plain


def _cue(block: Block, raw: str) -> RawCue:
    start, end, settings, _ = block.times
    settings = "" if settings[:1] in {"X", "Y"} else settings  # coordinates, which are no WebVTT settings
    return RawCue(block.at, block.body_at, start or 0, end or 0, raw, "", settings)


def _above(body: str, before: int | None, *, has_numbers: bool) -> _Above:
    """Part a body from the number of the next cue.

    A number right above the time line is the cue's if a blank line parts it from the text or it is the next in
    order; one above a blank line only if it is the next in order. In a file without numbers every number is text.
    """
    text, _, last = body.removesuffix("\n").rpartition("\n")
    is_spaced = not last.strip()
    if is_spaced:
        text, _, last = text.rstrip("\n \t").rpartition("\n")
    match = _NUMBER.fullmatch(last)
    if not match or not has_numbers:
        return _Above(body, None, is_plain=not has_numbers or is_spaced, odd=NO_NUMBER if has_numbers else "")
    number = int(match[1])
    is_parted = text.endswith("\n") or (not text.strip() and (before is None or body.startswith("\n")))
    is_next = before is None or number == before + 1
    is_number = is_next or (is_parted and not is_spaced)
    if not is_number:
        return _Above(body, None, is_plain=False, odd=NO_NUMBER)
    odd = SPACED if is_spaced else "" if is_parted else NO_BLANK
    return _Above(text, number, is_plain=not odd and last == match[1], odd=odd)


def _unstyled(raw: str) -> str:
    r"""The text without what SubStation Alpha leaves behind: {\an8}, \N for a line break, \h for a hard blank."""
    if "\\" not in raw:
        return raw
    return _OVERRIDE.sub("", raw).replace("\\N", "\n").replace("\\h", "\u00a0")


def write(cues: Iterable[WrittenCue], language: str = "", kind: str = "captions") -> str:  # noqa: ARG001 SRT has no header
    """The cues as SRT, numbered from 1; the text unescaped wherever reading it gives the same text."""
    blocks = (
        f"{number}\n{clock(start, comma=',')} --> {clock(end, comma=',')}\n{_raw(cue.text)}\n"
        for number, (cue, start, end) in enumerate(timed(cues), 1)
    )
    return "\n".join(blocks)


def losses(cues: Sequence[WrittenCue]) -> tuple[str, ...]:
    """What SRT can't carry of the cues: it holds times and text, nothing else."""
    return of_bare(cues)


def _raw(text: str) -> str:
    """The text as it can stand in an SRT file.

    SRT knows no references and players show them as they stand ("&#60;3"), so only a character with which something
    begins that our own reader takes for more than text is written as one; where that is not enough, all are.
    """
    text = tidy(writable(text))
    if _reads_as(text, text):
        return text
    unsafe = set(_unsafe(text))
    written = "".join(char.translate(_REFERENCES) if at in unsafe else char for at, char in enumerate(text))
    return written if _reads_as(written, text) else text.translate(_REFERENCES)


def _reads_as(raw: str, text: str) -> bool:
    has_time = any(srt_line(raw[begin:end]) for begin, end in srt_lines(raw))
    return not has_time and _MARK not in raw and read_text(_unstyled(raw), 0)[0] == text


def _unsafe(text: str) -> Iterator[int]:
    """Where tags, references, overrides, line breaks of SubStation Alpha, marks and the arrows of times stand."""
    yield from tags(text)
    yield from references(text)
    yield from (match.start() for match in _SPECIAL.finditer(text))
    for begin, end in srt_lines(text):
        if srt_line(text[begin:end]):
            yield from (begin + at for at in arrows(text[begin:end]))
