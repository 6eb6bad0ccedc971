"""TTML, written: word times and voices as spans of a paragraph, the voices' names as agents of the document."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from reviewer.captions.markup import escape, tidy
from reviewer.captions.times import clock
from reviewer.captions.written import (
    PLACELESS,
    WrittenCue,
    of_confidence,
    of_settings,
    of_times,
    said,
    says_first,
    timed,
)
from reviewer.captions.xmltext import writable

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttm="http://www.w3.org/ns/ttml#metadata" xml:lang="{language}">
"""
_AGENT = '      <ttm:agent xml:id="{id}" type="person"><ttm:name type="full">{name}</ttm:name></ttm:agent>\n'
_LINE = re.compile(r"[^\r\n]+")
_WORD = re.compile(r"\S+")
# https://www.w3.org/TR/xml-names/#NT-NCName
_START = (
    "A-Z_a-z\xc0-\xd6\xd8-\xf6\xf8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c\u200d\u2070-\u218f\u2c00-\u2fef\u3001-\ud7ff"
    "\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
_IDENTIFIER = re.compile(rf"[{_START}][{_START}.0-9\xb7\u0300-\u036f\u203f\u2040-]*")


class _Run(NamedTuple):
    """Some text of one line that needs a span of its own, or none."""

    text: str
    ms: int | None  # from the beginning of the cue
    voice: str


def write(cues: Iterable[WrittenCue], language: str = "", kind: str = "captions") -> str:  # noqa: ARG001 TTML has no kinds
    """The cues as TTML; what it can't carry of them is what `losses` says."""
    shown = [*timed(cues)]
    identifiers = _identifiers([cue for cue, _, _ in shown])
    agents = _agents([cue for cue, _, _ in shown], set(identifiers))
    parts = [_HEAD.format(language=_attribute(language))]
    if agents:
        named = (_AGENT.format(id=identifier, name=escape(name)) for name, identifier in agents.items())
        parts += ("  <head>\n    <metadata>\n", *named, "    </metadata>\n  </head>\n")
    parts.append('  <body xml:space="preserve">\n    <div>\n')
    for (cue, start, end), identifier in zip(shown, identifiers, strict=True):
        parts.append(_paragraph(cue, start, end, identifier, agents))
    return "".join((*parts, "    </div>\n  </body>\n</tt>\n"))


def _identifiers(cues: Sequence[WrittenCue]) -> list[str]:
    """Of each cue the identifier that the document can hold: a name, and no other cue's above."""
    taken: set[str] = set()
    found = []
    for cue in cues:
        is_held = bool(_IDENTIFIER.fullmatch(cue.identifier)) and cue.identifier not in taken
        found.append(cue.identifier if is_held else "")
        taken.add(cue.identifier)
    return found


def _agents(cues: Sequence[WrittenCue], taken: set[str]) -> dict[str, str]:
    """The identifier of each voice, none of them a cue's."""
    names = dict.fromkeys(_name(name) for cue in cues for _, name in cue.spoken)
    prefix = "voice"
    while any(identifier.startswith(prefix) for identifier in taken):
        prefix += "_"
    return {name: f"{prefix}{number}" for number, name in enumerate((name for name in names if name), 1)}


def _paragraph(cue: WrittenCue, start_ms: int, end_ms: int, identifier: str, agents: dict[str, str]) -> str:
    spoken = sorted((at, _name(name)) for at, name in cue.spoken)
    whole = spoken[0][1] if len(spoken) == 1 and not cue.text[: spoken[0][0]].strip() else ""
    attributes = f' begin="{clock(start_ms)}" end="{clock(end_ms)}"'
    if identifier:
        attributes = f' xml:id="{identifier}"{attributes}'
    if whole:
        attributes += f' ttm:agent="{agents[whole]}"'
    runs = _runs(cue, _times(cue, start_ms, end_ms), [] if whole else spoken)
    text = "<br/>".join("".join(_span(run, agents) for run in line) for line in runs)
    return f"      <p{attributes}>{text}</p>\n"


def _span(run: _Run, agents: dict[str, str]) -> str:
    attributes = "" if run.ms is None else f' begin="{run.ms // 1000}.{run.ms % 1000:03}s"'
    if run.voice:
        attributes += f' ttm:agent="{agents[run.voice]}"'
    text = escape(run.text)
    return f"<span{attributes}>{text}</span>" if attributes else text


def _runs(cue: WrittenCue, times: dict[int, int], spoken: Sequence[tuple[int, str]]) -> Iterator[list[_Run]]:
    """The lines of a cue in runs: a word with a time is one, and between them what one voice says."""
    text = writable(cue.text)
    for line in _LINE.finditer(text):
        bare = line[0].strip(" \t")
        if not bare.strip():
            continue
        begin = line.start() + line[0].index(bare)
        end = begin + len(bare)
        words = [(begin + word.start(), begin + word.end()) for word in _WORD.finditer(bare)]
        cuts = {begin, end, *(at for at, _ in spoken if begin < at < end)}
        cuts.update(place for word in words if word[0] in times for place in word)
        places = sorted(cuts)
        yield [_Run(text[at:stop], times.get(at), _voice_at(at, spoken)) for at, stop in pairwise(places)]


def _times(cue: WrittenCue, start_ms: int, end_ms: int) -> dict[int, int]:
    """The words' times, by their place, that lie within the cue: a player would never show a word with another."""
    begins = {word.start() for word in _WORD.finditer(writable(cue.text))}
    return {at: ms - start_ms for at, ms in cue.words if at in begins and start_ms <= ms < end_ms}


def _lost_times(cue: WrittenCue, start_ms: int, end_ms: int) -> int:
    """How many words are read back without their time; the first of a cue has the cue's in any case."""
    held = _times(cue, start_ms, end_ms)
    first = _WORD.search(writable(cue.text))
    is_at_start = first is not None and (first.start(), start_ms) in cue.words and first.start() not in held
    return len({at for at, _ in cue.words}) - len(held) - is_at_start


def _lost_voices(cue: WrittenCue) -> int:
    """The voices whose name is written otherwise, or that say no word of a cue that has some."""
    begins = [word.start() for word in _WORD.finditer(writable(cue.text))]
    spoken = sorted(cue.spoken)
    lost = 0
    for (at, name), (end, _) in pairwise([*spoken, (len(cue.text), "")]):
        is_mute = bool(name and begins) and bisect_left(begins, at) == bisect_left(begins, end)
        lost += is_mute or _name(name) != name
    return lost


def _voice_at(at: int, spoken: Sequence[tuple[int, str]]) -> str:
    before = bisect_right(spoken, at, key=lambda voice: voice[0])
    return spoken[before - 1][1] if before else ""


def _name(text: str) -> str:
    return " ".join(writable(text).split())


def _attribute(text: str) -> str:
    return escape(_name(text)).replace('"', "&quot;")


def losses(cues: Sequence[WrittenCue]) -> tuple[str, ...]:
    """What TTML can't carry of the cues."""
    shown = [*timed(cues)]
    times = sum(len(cue.words) - len(_times(cue, start, end)) for cue, start, end in shown)
    times -= sum(says_first(cue) and start >= end for cue, start, end in shown)  # no place in it, and none needed
    identifiers = sum(bool(cue.identifier) for cue in cues) - sum(map(bool, _identifiers(cues)))
    voices = sum(map(_lost_voices, cues))
    return (
        *_of_text(cues),
        *of_times(cues),
        *said(times, *PLACELESS),
        *said(
            identifiers,
            "identifier that is no XML name or stands twice",
            "identifiers that are no XML names or stand twice",
        ),
        *of_settings(cues),
        *said(
            voices,
            "voice that says no word or has a line break or double blanks in its name",
            "voices that say no word or have line breaks or double blanks in their names",
        ),
        *of_confidence(cues),
    )


def _of_text(cues: Sequence[WrittenCue]) -> tuple[str, ...]:
    pairs = [(cue.text, writable(cue.text)) for cue in cues]
    replaced = sum(old != new for text, held in pairs for old, new in zip(text, held, strict=True))
    untidy = sum(tidy(held) != held for _, held in pairs)
    return (
        *said(replaced, "character that XML can't hold, replaced", "characters that XML can't hold, replaced"),
        *said(untidy, "cue with blank lines or blanks round a line", "cues with blank lines or blanks round a line"),
    )
