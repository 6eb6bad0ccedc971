"""Where the cues of a timed text stand: its time lines, and what lies between them."""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from reviewer.captions.blocks import STRAY
from reviewer.captions.notes import Notes
from reviewer.captions.times import BAD, TimeLine

_BLANK_INSIDE = re.compile(r"(?:\A|\n)[ \t]*\n")
ARROW = "An arrow (-->) stands in the text; it was kept as text."


class Block(NamedTuple):
    """A time line and everything up to the next one; `at` and `body_at` are offsets into the text."""

    at: int
    body_at: int
    times: TimeLine
    body: str

    @property
    def is_readable(self) -> bool:
        return self.times.odd != BAD


class Layout(NamedTuple):
    """A text taken apart at its time lines."""

    preamble: str
    blocks: list[Block]
    is_regular: bool  # every time line as the format asks, and no arrow in a text


class RawCue(NamedTuple):
    """A cue before its markup is read; `at` is where it stands in the file, `body_at` where its text begins."""

    at: int
    body_at: int
    start_ms: int
    end_ms: int
    raw: str
    identifier: str = ""
    settings: str = ""

    def says(self, raw: str) -> "RawCue":
        return self._replace(raw=raw)


def lines_with(text: str, needle: str) -> Iterator[tuple[int, int]]:
    """Begin and end of each line that holds `needle`."""
    found = text.find(needle)
    while found >= 0:
        begin = text.rfind("\n", 0, found) + 1
        end = text.find("\n", found)
        end = len(text) if end < 0 else end
        yield begin, end
        found = text.find(needle, end)


def lines_like(text: str, pattern: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    return (match.span() for match in pattern.finditer(text))


def lay_out(
    text: str, candidates: Iterator[tuple[int, int]], parse: Callable[[str], TimeLine | None], notes: Notes
) -> Layout:
    """Cut the text at those candidate lines that are time lines, and note which are odd."""
    marks: list[tuple[int, int, TimeLine]] = []
    is_regular = True
    for begin, end in candidates:
        times = parse(text[begin:end])
        if times is not None:
            marks.append((begin, min(end + 1, len(text)), times))
        elif text.find("-->", begin, end) >= 0:
            notes.at(begin, ARROW)
        if times is not None and times.odd:
            notes.at(begin, times.odd)
        is_regular = is_regular and times is not None and not times.odd
    found: list[Block] = []
    stop = len(text)
    for at, body_at, times in reversed(marks):
        found.append(Block(at, body_at, times, text[body_at:stop]))
        stop = at
    found.reverse()
    return Layout(text[: marks[0][0]] if marks else text, _placed(found), is_regular)


def _placed(found: list[Block]) -> list[Block]:
    """Cues whose times can't be read stand from the end of the one before to the start of the one after."""
    following: list[int | None] = [None] * len(found)
    for number in range(len(found) - 2, -1, -1):
        after = found[number + 1]
        following[number] = after.times.start_ms if after.is_readable else following[number + 1]
    before: int | None = None
    for number, block in enumerate(found):
        if not block.is_readable:
            found[number] = block._replace(times=_between(block.times, before, following[number]))
        before = found[number].times.end_ms
    return found


def _between(times: TimeLine, before: int | None, following: int | None) -> TimeLine:
    start = next((ms for ms in (times.start_ms, before, times.end_ms, following) if ms is not None), 0)
    end = next((ms for ms in (times.end_ms, following) if ms is not None), start)
    return TimeLine(start, max(start, end), "", BAD)


def lines_of(block: Block, body: str, notes: Notes) -> str:
    """The text in a body whose blank lines are not meant to end it, as in SRT and SBV."""
    text = body.rstrip()
    gap = _BLANK_INSIDE.search(text)
    if gap:
        below = text[gap.end() :]
        notes.at(block.body_at + len(text) - len(below.lstrip()), STRAY)
    return "\n".join(line for line in body.split("\n") if line.strip())
