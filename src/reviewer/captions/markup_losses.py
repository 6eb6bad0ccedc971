"""What a caption file holds that our cues have no place for, counted from its bytes: lost when it is written anew.

Comments, style sheets, regions, italics and the like stand in the file itself, which is kept; rewriting it
(`vtt_rewriting`, `rollup_rewriting`) keeps them, every other writing does not.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from reviewer.captions.blocks import header_of, identifier_of, left_out
from reviewer.captions.markup import tags
from reviewer.captions.sources import Source, decode
from reviewer.captions.written import said
from reviewer.core.cues import Version
from reviewer.core.wording import count
from reviewer.errors import UnreadableCaptions

_Told = tuple[str, ...]

# Below a blank line, which no text of a cue has above it.
_NOTE = re.compile(r"(?<=\n\n)NOTE(?=[ \t\n]|\Z)")
_STYLE = re.compile(r"(?<=\n\n)STYLE[ \t]*(?=\n|\Z)")
_REGION = re.compile(r"(?<=\n\n)REGION[ \t]*(?=\n|\Z)|^Region:", re.MULTILINE)
_TIME_MAP, _HELD = "X-TIMESTAMP-MAP", ("Language:", "Kind: captions")  # the language is told elsewhere
_TAG = re.compile(r"<([a-z]+)(\.[^\s<>]*)?", re.IGNORECASE)
_COLOURS = frozenset(["white", "lime", "cyan", "red", "yellow", "magenta", "blue", "black"])
_SPANS: Final[Mapping[str, tuple[str, str]]] = {
    "i": ("italic span", ""), "em": ("italic span", ""), "b": ("bold span", ""), "strong": ("bold span", ""),
    "u": ("underlined span", ""), "s": ("struck span", ""), "lang": ("language span", ""), "ruby": ("ruby text", ""),
    "font": ("font span", ""), "span": ("styled span", ""), "p": ("styled span", ""),
}  # fmt: skip
_COLOUR, _CLASS = ("colour span", ""), ("span with a class", "spans with a class")

_OVERRIDE = re.compile(r"\{\\[^{}]*\}")
_COORDINATES = re.compile(r"-->[^\n]*[ \t]X1:")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_TTML_STYLE = re.compile(r"<(?:[\w-]+:)?style(?=[\s/>])")
_TTML_REGION = re.compile(r"<(?:[\w-]+:)?region(?=[\s/>])")
_TTML_ELEMENT = re.compile(r"<(?:[\w-]+:)?(?:body|div|p|span)\s[^<>]*")
_TTML_STYLED = re.compile(r"\s(?:style|region|tts:[A-Za-z]+)\s*=")
_PEN, _POSITION, _WINDOW = (
    ("pen (style of letters)", "pens (styles of letters)"),
    ("position", ""),
    ("window style", ""),
)
_SRV_HEAD: Final = {"pen": _PEN, "wp": _POSITION, "ws": _WINDOW}
_JSON_HEAD: Final = {"pens": _PEN, "wpWinPositions": _POSITION, "wsWinStyles": _WINDOW}


def markup_losses(version: Version, data: bytes) -> _Told:
    """What of the file `data` any writing loses that does not write into it, in words with counts."""
    counted = _COUNTED.get(version.format)
    return counted(source_of(version, data), version) if counted else ()


def source_of(version: Version, data: bytes) -> Source:
    """The file as the version was read from it."""
    try:
        return decode("captions", data, version.encoding)
    except UnreadableCaptions:  # damaged beyond what is taken when an encoding is named; it was found then
        return decode("captions", data)


def _of_webvtt(source: Source, version: Version) -> _Told:  # noqa: ARG001 as the other formats
    text, layout = source.unix, source.vtt_layout
    header = header_of(layout.preamble)
    preamble = identifier_of(layout.preamble)[1] if layout.blocks else layout.preamble
    lines = [line for line in header.split("\n")[1:] if line and not line.startswith((*_HELD, "Region:"))]
    has_title = bool(header.partition("\n")[0][len("WEBVTT") :].strip())
    maps = text.count(_TIME_MAP)
    return (
        *said(len(_NOTE.findall(text)), "comment"),
        *said(len(_STYLE.findall(text)), "style sheet"),
        *said(len(_REGION.findall(text)), "region"),
        *said(maps, f"time map ({_TIME_MAP})", f"time maps ({_TIME_MAP})"),
        *said(has_title + sum(not line.startswith(_TIME_MAP) for line in lines), "line of the header", "lines of the header"),  # noqa: E501
        *said(len(left_out(preamble, header)), "block without a time", "blocks without a time"),
        *_of_tags(text),
    )  # fmt: skip


def _of_roll_up(source: Source, version: Version) -> _Told:
    cues, rows = count(len(source.vtt_layout.blocks), "cue"), count(len(version.cues), "row")
    verb = "are" if len(source.vtt_layout.blocks) != 1 else "is"
    return (f"{cues} of the file {verb} {rows}: the roll-up is folded", *_of_webvtt(source, version))


def _of_tags(text: str) -> _Told:
    found = Counter(_spans(text.replace("<c>", ""))) if "<" in text else {}
    return tuple(count(number, *words) for words, number in found.items())


def _spans(text: str) -> Iterator[tuple[str, str]]:
    for at in tags(text):
        match = _TAG.match(text, at)
        name = match[1].lower() if match else ""
        if name in _SPANS:
            yield _SPANS[name]
        if match and match[2]:
            first = match[2][1:].partition(".")[0]
            yield _COLOUR if first.startswith(("color", "bg_")) or first in _COLOURS else _CLASS


def _of_srt(source: Source, version: Version) -> _Told:  # noqa: ARG001 as the other formats
    return (
        *said(len(_COORDINATES.findall(source.unix)), "cue’s coordinates", "cues’ coordinates"),
        *said(len(_OVERRIDE.findall(source.unix)), "override of style or place", "overrides of style or place"),
        *_of_tags(source.unix),
    )


def _of_ttml(source: Source, version: Version) -> _Told:  # noqa: ARG001 as the other formats
    text = _COMMENT.sub("", source.unix)
    styled = sum(bool(_TTML_STYLED.search(match.group())) for match in _TTML_ELEMENT.finditer(text))
    return (
        *said(len(_COMMENT.findall(source.unix)), "comment"),
        *said(len(_TTML_STYLE.findall(text)), "style"),
        *said(len(_TTML_REGION.findall(text)), "region"),
        *said(styled, "styled element"),
    )


def _of_srv(source: Source, version: Version) -> _Told:  # noqa: ARG001 as the other formats
    text = _COMMENT.sub("", source.unix)
    found = [(len(re.findall(rf"<{name}(?=[\s/>])", text)), words) for name, words in _SRV_HEAD.items()]
    return tuple(told for number, words in found for told in said(number, *words))


def _of_json3(source: Source, version: Version) -> _Told:  # noqa: ARG001 as the other formats
    held = [(source.json.value(name), words) for name, words in _JSON_HEAD.items()]
    found = [(sum(map(bool, value)), words) for value, words in held if isinstance(value, list)]  # {} says nothing
    return tuple(told for number, words in found for told in said(number, *words))


_COUNTED: Final[Mapping[str, Callable[[Source, Version], _Told]]] = {
    "webvtt": _of_webvtt, "youtube-vtt": _of_roll_up, "srt": _of_srt, "sbv": _of_srt, "ttml": _of_ttml, "srv3": _of_srv,
    "json3": _of_json3,
}  # fmt: skip
