"""The WebVTT specification's own parsing algorithm (W3C, section 6.1), step by step: what a browser takes from a file.

Slow and plain on purpose; our reader is held against it. Settings, regions and style sheets are passed over.
"""

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class SpecCue:
    start_ms: int
    end_ms: int
    identifier: str
    text: str


def parse(text: str) -> list[SpecCue]:
    """The cues; an empty list also for a file that is refused for its signature."""
    text = text.replace("\0", "\ufffd").replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")
    if not re.match(r"WEBVTT(?:[ \t\n]|\Z)", text):
        return []
    parser = _Parser(text)
    parser.line()
    if parser.at_end:
        return []
    if text[parser.at] == "\n":
        parser.at += 1
    else:
        parser.block(in_header=True)
    cues = []
    while parser.skip_blank_lines():
        cue = parser.block(in_header=False)
        if cue is not None:
            cues.append(cue)
    return cues


class _Parser:
    def __init__(self, text: str) -> None:
        self.text, self.at = text, 0

    @property
    def at_end(self) -> bool:
        return self.at >= len(self.text)

    def line(self) -> str:
        end = self.text.find("\n", self.at)
        end = len(self.text) if end < 0 else end
        line, self.at = self.text[self.at : end], min(end + 1, len(self.text) + 1)
        return line

    def skip_blank_lines(self) -> bool:
        while not self.at_end and self.text[self.at] == "\n":
            self.at += 1
        return not self.at_end

    def block(self, *, in_header: bool) -> SpecCue | None:
        count, before, buffer = 0, self.at, ""
        times: tuple[int, int] | None = None
        identifier, has_arrow = "", False
        while True:
            line = self.line()
            count += 1
            if "-->" in line:
                if in_header or not (count == 1 or (count == 2 and not has_arrow)):
                    self.at = before
                    break
                has_arrow, before = True, self.at
                times, identifier = _times(line), buffer
                if times:
                    buffer = ""
            elif not line:
                break
            else:
                buffer += ("\n" if buffer else "") + line
                before = self.at
            if self.at_end:
                break
        return SpecCue(*times, identifier, buffer) if times else None


_SPACE = r"[ \t\f]*"
_STAMP = re.compile(r"(\d+):(\d\d)(?::(\d\d))?\.(\d{3})", re.ASCII)


def _times(line: str) -> tuple[int, int] | None:
    start, at = _stamp(line, _skip(line, 0))
    arrow = _skip(line, at)
    if start is None or not line.startswith("-->", arrow):
        return None
    end, _ = _stamp(line, _skip(line, arrow + 3))
    return None if end is None else (start, end)


def _skip(line: str, at: int) -> int:
    while at < len(line) and line[at] in " \t\f":
        at += 1
    return at


def _stamp(line: str, at: int) -> tuple[int | None, int]:
    match = _STAMP.match(line, at)
    if not match:
        return None, at
    first, second, third, thousandths = match.groups()
    if third is None:
        if len(first) != 2:
            return None, at
        hours, minutes, seconds = 0, int(first), int(second)
    else:
        hours, minutes, seconds = int(first), int(second), int(third)
    if minutes > 59 or seconds > 59 or re.match(r"\d", line[match.end() :], re.ASCII):
        return None, at
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + int(thousandths), match.end()
