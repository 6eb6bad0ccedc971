"""WebVTT, read by webvtt-py where the file is regular, and written."""

import re
from collections.abc import Iterable

from reviewer.captions.layout import STRAY, Block, Layout, RawCue
from reviewer.captions.markup import escape, writable, write_text
from reviewer.captions.plain import Reading, build
from reviewer.captions.regular import DIFFERS, read_regular
from reviewer.captions.sources import Source
from reviewer.captions.times import clock
from reviewer.captions.written import WrittenCue, timed

SIGNATURE = re.compile(r"\ufeff?\s*WEBVTT(?=[ \t\n]|$)", re.IGNORECASE)
_LANGUAGE = re.compile(r"^Language:[ \t]*(\S+)", re.MULTILINE)
_NO_TEXT_BLOCK = re.compile(r"NOTE(?=[ \t\n]|$)|STYLE|REGION|Region:")
_BLOCK = re.compile(r"[^\n]+(?:\n[^\n]+)*")
_BREAKS = re.compile(r"[\r\n]+")

NO_SIGNATURE = "The file does not begin with WEBVTT."
EMPTY = "The track is empty: it has no cues."
LEFT_OUT = "This block has no time and stands before the first cue; it was left out."


def read(source: Source) -> Reading:
    """The cues of a WebVTT file as they stand; a file of the header alone is an empty track."""
    text, notes = source.unix, source.notes
    layout = source.vtt_layout
    header = header_of(layout.preamble)
    refuse_without_cues(source, layout, header)
    if not layout.blocks:
        notes.whole(EMPTY)
    found, is_plain = _cues(layout, source)
    is_regular = layout.is_regular and is_plain and text.startswith("WEBVTT")
    read_so = read_regular(text, "vtt", found) if is_regular else None
    if is_regular and read_so is None:
        notes.whole(DIFFERS)
    return Reading(build(read_so or found, notes), header, language_of(header))


def header_of(preamble: str) -> str:
    """The header block: from WEBVTT to the first blank line."""
    match = SIGNATURE.match(preamble)
    return preamble[match.start() :].lstrip("\ufeff \t\n").partition("\n\n")[0].rstrip("\n") if match else ""


def language_of(header: str) -> str:
    match = _LANGUAGE.search(header)
    return match[1] if match else ""


def refuse_without_cues(source: Source, layout: Layout, header: str) -> None:
    """Raise for a file none of whose cues has a time, or that has text and no cues."""
    if layout.blocks and not any(block.is_readable for block in layout.blocks):
        line = source.notes.line_at(layout.blocks[0].at)
        raise source.unreadable(line, "this is not a caption time, and no other cue has one.")
    if layout.blocks:
        return
    for at, block in _preamble_blocks(layout.preamble, header):
        if not _NO_TEXT_BLOCK.match(block):
            raise source.unreadable(source.notes.line_at(at), "no caption time stands above this text.")


def _cues(layout: Layout, source: Source) -> tuple[list[RawCue], bool]:
    """The cues by the layout alone, and whether nothing between them is odd."""
    notes, header = source.notes, header_of(layout.preamble)
    if not header:
        notes.whole(NO_SIGNATURE)
    identifier, preamble = _identifier(layout.preamble) if layout.blocks else ("", layout.preamble)
    odd = [(at, LEFT_OUT) for at, text in _preamble_blocks(preamble, header) if not _NO_TEXT_BLOCK.match(text)]
    found = []
    for number, block in enumerate(layout.blocks, 1):
        following, body = ("", block.body) if number == len(layout.blocks) else _identifier(block.body)
        strays = [stray for stray in _strays(body, block) if not _NO_TEXT_BLOCK.match(stray[1])]
        odd += [(at, STRAY) for at, _ in strays]
        raw = "" if body.startswith("\n") else body.partition("\n\n")[0].rstrip("\n")
        found.append(_cue(block, "\n".join([raw, *(stray for _, stray in strays)]) if strays else raw, identifier))
        identifier = following
    for at, what in odd:
        notes.at(at, what)
    return found, bool(header) and not odd


def _cue(block: Block, raw: str, identifier: str) -> RawCue:
    times = block.times
    start, end = times.start_ms or 0, times.end_ms or 0
    return RawCue(block.at, block.body_at, start, end, raw, identifier, times.settings)


def _identifier(body: str) -> tuple[str, str]:
    """The line right above the next time line, if a blank line stands above it, and the body without it."""
    kept, _, last = body.removesuffix("\n").rpartition("\n")
    is_identifier = body.endswith("\n") and bool(last) and (kept.endswith("\n") or not kept)
    return (last, kept) if is_identifier and (kept or body.startswith("\n")) else ("", body)


def _preamble_blocks(preamble: str, header: str) -> list[tuple[int, str]]:
    """What stands between the header and the first cue."""
    begin = preamble.find(header) + len(header)
    return _blocks_from(preamble, begin, 0)


def _strays(body: str, block: Block) -> list[tuple[int, str]]:
    """The blocks below the blank line that ends a cue's text."""
    if body.startswith("\n"):
        return _blocks_from(body, 0, block.body_at)
    cut = body.find("\n\n")
    return _blocks_from(body, cut, block.body_at) if cut >= 0 else []


def _blocks_from(text: str, begin: int, offset: int) -> list[tuple[int, str]]:
    return [(offset + match.start(), match.group()) for match in _BLOCK.finditer(text, begin) if match.group().strip()]


def write(cues: Iterable[WrittenCue], language: str = "", kind: str = "captions") -> str:
    """The cues as WebVTT; word times as times inside the text, speakers as voice tags.

    Not carried: a word's time that lies outside its cue or goes back, which WebVTT does not allow (`write_text`).
    """
    header = f"WEBVTT\nKind: {_one_line(kind)}\n" + (f"Language: {_one_line(language)}\n" if language else "")
    return header + "".join(f"\n{_written(cue, start, end)}" for cue, start, end in timed(cues))


def _written(cue: WrittenCue, start: int, end: int) -> str:
    identifier, settings = _one_line(cue.identifier), _one_line(cue.settings)
    voice = escape(_one_line(cue.voice))
    lines = [identifier] if identifier else []
    lines.append(f"{clock(start)} --> {clock(end)}" + (f" {settings}" if settings else ""))
    text = write_text(writable(cue.text), cue.words, start, end)
    lines.append(f"<v {voice}>{text}" if voice else text)
    return "\n".join(lines) + "\n"


def _one_line(text: str) -> str:
    """Foreign text for a line of its own: no line break and no arrow."""
    return _BREAKS.sub(" ", writable(text)).replace("-->", "→")
