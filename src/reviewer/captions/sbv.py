"""SBV (YouTube's own plain format), read by webvtt-py where the file is regular, and written."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from reviewer.captions.blocks import NO_BLANK
from reviewer.captions.layout import Block, RawCue, lay_out, lines_like, lines_of
from reviewer.captions.markup import read_text, tidy, writable
from reviewer.captions.plain import Reading, build, refuse_without_times, with_preamble
from reviewer.captions.regular import DIFFERS, MOST, read_regular
from reviewer.captions.sources import Source, refuse_endless_cue
from reviewer.captions.times import clock, sbv_line
from reviewer.captions.written import WrittenCue, of_bare, timed

# Two times with a comma between. They may be bad, but each has hours or a point: "1:2,3:4" and "12:30, 13:45" are text.
_TIME = r"-?[0-9][^\s,:]*:[^\s,.:]*[.:][^\s,]*"
TIME_LINE = re.compile(rf"^[ \t]*{_TIME},[ \t]?{_TIME}[ \t]*$", re.MULTILINE)
_REFERENCES = {ord(c): f"&#{ord(c)};" for c in "&<,"}


def read(source: Source) -> Reading:
    """The cues of an SBV file; text without a time of its own stays with the cue before."""
    text, notes = source.unix, source.notes
    layout = lay_out(text, lines_like(text, TIME_LINE), sbv_line, notes)
    refuse_without_times(source, layout)
    refuse_endless_cue(source, ((block.at, block.body_at + len(block.body)) for block in layout.blocks))
    found = [_cue(block, lines_of(block, block.body, notes)) for block in layout.blocks]
    crowded = [after.at for before, after in pairwise(layout.blocks) if before.body.rpartition("\n\n")[2].strip()]
    for at in crowded:
        notes.at(at, NO_BLANK)
    is_plain = not layout.preamble.strip() and all(
        raw.raw and raw.raw == block.body.strip("\n") for raw, block in zip(found, layout.blocks, strict=True)
    )
    is_regular = len(found) <= MOST and layout.is_regular and is_plain and not crowded
    read_so = read_regular(text, "sbv", found) if is_regular else None
    if is_regular and read_so is None:
        notes.whole(DIFFERS)
    return Reading(build(with_preamble(read_so or found, layout.preamble, source), notes))


def _cue(block: Block, raw: str) -> RawCue:
    return RawCue(block.at, block.body_at, block.times.start_ms or 0, block.times.end_ms or 0, raw)


def write(cues: Iterable[WrittenCue], language: str = "", kind: str = "captions") -> str:  # noqa: ARG001 SBV has no header
    """The cues as SBV; the text unescaped wherever reading it gives the same text."""
    blocks = (f"{_clock(start)},{_clock(end)}\n{_raw(cue.text)}\n" for cue, start, end in timed(cues))
    return "\n".join(blocks)


def losses(cues: Sequence[WrittenCue]) -> tuple[str, ...]:
    """What SBV can't carry of the cues: it holds times and text, nothing else."""
    return of_bare(cues)


def _clock(ms: int) -> str:
    """Hours of one digit, as YouTube writes them."""
    return clock(ms).removeprefix("0") if ms < 36_000_000 else clock(ms)


def _raw(text: str) -> str:
    text = tidy(writable(text))
    is_safe = not TIME_LINE.search(text) and read_text(text, 0)[0] == text
    return text if is_safe else text.translate(_REFERENCES)
