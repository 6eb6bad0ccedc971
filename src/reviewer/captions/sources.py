"""A caption file's text before any format is read from it: decoded, bounded, each way of looking at it made once."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from reviewer.captions.encodings import decoded
from reviewer.captions.foreign import refuse_binary, refuse_foreign
from reviewer.captions.jsontext import JsonFile
from reviewer.captions.layout import Layout, lay_out, lines_with
from reviewer.captions.markup import writable
from reviewer.captions.notes import Notes
from reviewer.captions.remedies import AS_TEXT, NOTHING_CHANGED
from reviewer.captions.swift import Swift
from reviewer.captions.times import vtt_line
from reviewer.errors import UnreadableCaptions

_WRITTEN_SO = "\ufffd".encode()  # the sign itself, which a program before us wrote
_INK = re.compile(r"[^\ufeff \t\r\n\f\v]")
_MARKUP = re.compile(r"[\s\ufeff]*[{\[<]")  # JSON and XML, which programs write without line ends
_LONGEST_LINE, _LONGEST_ROW = 10_000_000, 100_000_000  # characters; a million cues of json3 take 70 million
_LONGEST_CUE = 2_000_000  # characters: a day of talk, and some hundred megabytes once its words are found


@dataclass(frozen=True)
class Source:
    """A caption file's text before any format is read from it."""

    name: str
    text: str
    encoding: str
    notes: Notes = field(repr=False)

    @property
    def unix(self) -> str:
        """The text with every line end as one line feed, in which the notes' offsets count."""
        return self.notes.text

    @cached_property
    def swift(self) -> Swift:
        """The text as the quick readers of regular WebVTT take it, in which an arrow is in each time line."""
        refuse_endless_cue(self, self._arrows_far_apart())
        return Swift(self.unix)

    @cached_property
    def vtt_layout(self) -> Layout:
        """The text taken apart at its WebVTT time lines: once, to find the format and to read it."""
        layout = lay_out(self.unix, lines_with(self.unix, "-->"), vtt_line, self.notes)
        refuse_endless_cue(self, ((block.at, block.body_at + len(block.body)) for block in layout.blocks))
        return layout

    def _arrows_far_apart(self) -> Iterator[tuple[int, int]]:
        """Where arrows stand and the last one within what a cue may have; without looking at each."""
        at = self.unix.find("-->")
        while at >= 0 and len(self.unix) - at > _LONGEST_CUE:
            last = self.unix.rfind("-->", at + 1, at + _LONGEST_CUE)
            yield at, last if last > at else at + _LONGEST_CUE + 1
            at = last

    @cached_property
    def json(self) -> JsonFile:
        """The text walked over as JSON: once, to find the format and to read it."""
        return JsonFile(self)

    @property
    def is_blank(self) -> bool:
        return not _INK.search(self.text)

    def unreadable(self, line: int | None, reason: str, remedy: str = AS_TEXT) -> UnreadableCaptions:
        return UnreadableCaptions(self.name, line, reason, remedy)


def refuse_endless_cue(source: Source, cues: Iterable[tuple[int, int]]) -> None:
    """Raise for a cue so long that it is none: each of its words would cost memory for nothing."""
    for begin, end in cues:
        if end - begin > _LONGEST_CUE:
            reason = f"this cue is longer than {_LONGEST_CUE // 1_000_000} million characters."
            raise source.unreadable(source.unix.count("\n", 0, begin) + 1, reason)  # no list of millions of lines


def decode(name: str, data: bytes, encoding: str | None = None) -> Source:
    """The file's text; `encoding` is what the user says it is in. Raises UnreadableCaptions for what is no text."""
    if encoding is None:
        refuse_foreign(name, data)
    text, used, assumption = decoded(name, data, encoding)
    refuse_binary(name, text, may_be_undecoded="\ufffd" in text and _WRITTEN_SO not in data)
    unix = text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
    notes = Notes(writable(unix))
    _refuse_endless_line(name, notes)
    if assumption:
        notes.whole(assumption)
    for what, sign in (("A NUL was read as \ufffd.", "\0"), ("A character could not be decoded: \ufffd.", "\ufffd")):
        for match in re.finditer(sign, unix) if sign in unix else ():
            notes.at(match.start(), what)
    return Source(name, writable(text) if "\r" in text else notes.text, used, notes)


def _refuse_endless_line(name: str, notes: Notes) -> None:
    """Raise for a line so long that each of its words would cost memory for nothing: no caption, no turn has it."""
    text, at = notes.text, 0
    longest = _LONGEST_ROW if _MARKUP.match(text) else _LONGEST_LINE
    while len(text) - at > longest:
        end = text.rfind("\n", at, at + longest)
        if end < at:
            reason = f"this line is longer than {longest // 1_000_000} million characters."
            remedy = f"Break it into lines, or choose another file. {NOTHING_CHANGED}"
            raise UnreadableCaptions(name, notes.line_at(at), reason, remedy)
        at = end + 1
