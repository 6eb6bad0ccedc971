"""A TTML document as it is told: the times of its elements, its paragraphs with their runs of text, and who speaks.

Times of body, div, p and span add up: each counts from the beginning of the one around it, in a sequence from the end
of the one before (https://www.w3.org/TR/ttml1/#timing). Only in Apple's lyrics each counts from the beginning of all.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from reviewer.captions.found import one_line
from reviewer.captions.ruby import Ruby
from reviewer.captions.ttml_times import MOST, NO_TIME, Ms, Rates, rates_of

OUTSIDE = "This text stands outside every paragraph; it was kept as a cue."
APPLES = "Its times are seconds as Apple writes them, each from the beginning of the recording; they were read so."
UNKNOWN = "TTML knows no such element; its text was kept."

_TIMED = {"body", "div", "p", "span"}
_KNOWN = _TIMED | {"tt", "br"}
_SILENT = {
    "head", "metadata", "title", "desc", "copyright", "agent", "actor", "name", "set", "animate", "styling", "style",
    "layout", "region", "initial", "profile", "resources", "image", "audio", "font", "data", "source", "chunk",
    "information",
}  # fmt: skip
_BLANKS = re.compile(r"[ \t\r\n]+")
_RUBY = {
    "base": Ruby.BASE,
    "baseContainer": Ruby.BASE,
    "text": Ruby.READING,
    "textContainer": Ruby.READING,
    "delimiter": Ruby.BRACKET,
}


@dataclass(slots=True)
class Frame:
    """An open element: its time, in milliseconds of the video, and what the elements inside take from it."""

    begin: Ms = 0
    end: Ms | None = None
    is_timed: bool = False  # by itself or by one around it
    has_own: bool = False
    ends_itself: bool = False
    is_void: bool = False  # without duration, which a sequence gives only to those that say so
    outlasts: bool = False  # begins when the one around it has ended
    is_seq: bool = False
    is_absolute: bool = False  # its times and those inside count from the beginning of all
    reached: Ms = 0  # in a sequence, from where the next inside counts
    is_silent: bool = False
    keeps_blanks: bool = False
    agent: str = ""
    ruby: Ruby = Ruby.NONE

    def inside(self, *, is_silent: bool) -> "Frame":
        """A new element in this one, not yet with a time of its own."""
        return Frame(
            self.begin, self.end, self.is_timed, is_void=self.is_void, is_absolute=self.is_absolute,
            reached=self.begin, is_silent=self.is_silent or is_silent, keeps_blanks=self.keeps_blanks, agent=self.agent,
            ruby=self.ruby,
        )  # fmt: skip

    def place(self, around: "Frame", begin: Ms | None, end: Ms | None, duration: Ms | None) -> None:
        """Set the time of this element from what it says itself and from the one around it."""
        origin = around.reached if around.is_seq else around.begin
        zero = 0 if self.is_absolute else origin
        self.begin = origin if begin is None else zero + begin
        ends = [zero + end] if end is not None else []
        if duration is not None:
            ends.append(self.begin + duration)
        self.ends_itself = bool(ends)
        self.has_own = bool(ends) or begin is not None or around.is_seq
        self.is_timed = around.is_timed or self.has_own
        self.is_void = around.is_void or (around.is_seq and not ends)
        if self.is_void:
            self.begin = self.end = around.begin if around.is_void else self.begin
        else:
            self._end_within(around.end, min(ends) if ends else None)
        self.reached = self.begin

    def _end_within(self, limit: Ms | None, own: Ms | None) -> None:
        """An element that begins too late for the one around it keeps its time; players never show it."""
        self.outlasts = limit is not None and self.begin >= limit
        if limit is None or self.outlasts:
            self.end = own
        else:
            self.end = limit if own is None else min(own, limit)


@dataclass(slots=True)
class Part:
    """A run of text in a paragraph, and the innermost span around it that has a time of its own."""

    text: str
    agent: str
    ruby: Ruby
    span: Frame | None = None


@dataclass(slots=True)
class Paragraph:
    """What becomes a cue; `at` is its place as Notes takes it."""

    at: int
    frame: Frame
    identifier: str = ""
    parts: list[Part] = field(default_factory=list)


class Document:
    """Follows a document from element to element; `odd` is what it found odd, by place."""

    def __init__(self) -> None:
        self.paragraphs: list[Paragraph] = []
        self.agents: dict[str, str] = {}
        self.odd: list[tuple[int, str]] = []
        self.language = ""
        self._rates = Rates()
        self._is_apples_told = False
        self._frames = [Frame()]
        self._open: list[Paragraph] = []
        self._agent = ""  # whose name is being told
        self._at = 0

    def start(self, name: str, attributes: Mapping[str, str], at: int) -> None:
        self._at = at
        around = self._frames[-1]
        frame = around.inside(is_silent=name in _SILENT)
        self._frames.append(frame)
        if frame.is_silent:
            if name == "agent":
                self._agent = attributes.get("xml:id") or attributes.get("id", "")
            return
        if name == "tt":
            self._rates = rates_of({_bare(key): value for key, value in attributes.items()})
            frame.is_absolute = self._rates.is_apples
        self._take(frame, attributes)
        if name in _TIMED:
            frame.place(around, *(self._time(attributes.get(key)) for key in ("begin", "end", "dur")))
            self._bound(frame, around)
        self._open_text(name, frame, attributes)

    def _open_text(self, name: str, frame: Frame, attributes: Mapping[str, str]) -> None:
        if name == "p":
            self._open.append(Paragraph(self._at, frame, one_line(attributes.get("xml:id", ""))))
            self.paragraphs.append(self._open[-1])
        elif name == "br":
            self._add("\n")
        elif name not in _KNOWN:
            self.odd.append((self._at, UNKNOWN))

    def end(self, name: str) -> None:
        frame = self._frames.pop()
        if name == "agent":
            self._agent = ""
        if frame.is_silent or name not in _TIMED:
            return
        around = self._frames[-1]
        if around.is_seq:
            around.reached = frame.begin if frame.end is None else max(frame.begin, frame.end)
        if name == "p":
            self._open.pop()

    def text(self, data: str) -> None:
        frame = self._frames[-1]
        if frame.is_silent:
            if self._agent and not data.isspace():
                self.agents.setdefault(self._agent, one_line(data))
        elif self._open:
            self._add(data if frame.keeps_blanks else self._squeezed(data))
        elif not data.isspace():
            self.odd.append((self._at, OUTSIDE))
            part = Part(_BLANKS.sub(" ", data), frame.agent, Ruby.NONE)
            self.paragraphs.append(Paragraph(self._at, frame, "", [part]))

    def _squeezed(self, data: str) -> str:
        """White space as one blank, of which none stands after another or begins a line."""
        data = _BLANKS.sub(" ", data)
        parts = self._open[-1].parts
        return data.removeprefix(" ") if parts and parts[-1].text[-1] in " \n" else data

    def _add(self, text: str) -> None:
        if self._open and text:
            frame = self._frames[-1]
            self._open[-1].parts.append(Part(text, frame.agent, frame.ruby, self._span()))

    def _span(self) -> Frame | None:
        inside = self._open[-1].frame
        for frame in reversed(self._frames):
            if frame is inside:
                return None
            if frame.has_own:
                return frame
        return None

    def _take(self, frame: Frame, attributes: Mapping[str, str]) -> None:
        """What an element says of itself beside its time."""
        for key, value in attributes.items():
            match _bare(key):
                case "space":
                    frame.keeps_blanks = value == "preserve"
                case "lang" if key == "xml:lang":
                    self.language = self.language or one_line(value)
                case "agent":
                    frame.agent = value
                case "ruby":
                    frame.ruby = _RUBY.get(value, frame.ruby)
                case "timeContainer":
                    frame.is_seq = value == "seq"

    def _time(self, text: str | None) -> Ms | None:
        if text is None:
            return None
        ms, odd = self._rates.read(text)
        if self._rates.is_apples and not self._is_apples_told:
            self._is_apples_told = True
            self.odd.append((self._at, APPLES))
        if odd:
            self.odd.append((self._at, odd))
        return ms

    def _bound(self, frame: Frame, around: Frame) -> None:
        """Times that add up beyond all counting are none."""
        if max(frame.begin, frame.end or 0) > MOST:
            self.odd.append((self._at, NO_TIME))
            frame.place(around, None, None, None)


def _bare(name: str) -> str:
    """An attribute's name without its prefix, which any document chooses for itself."""
    return name.rpartition(":")[2]
