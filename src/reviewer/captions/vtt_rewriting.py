"""WebVTT written back into the file that it was read from: only the text of corrected cues is another.

Header, NOTE, STYLE and REGION blocks, identifiers, time lines, settings, and all of a cue that nobody corrected are
emitted as the file has them, also what is odd in them.
"""

import codecs
import re
from collections.abc import Collection, Sequence
from typing import NamedTuple

from reviewer.captions.blocks import is_text
from reviewer.captions.layout import Block
from reviewer.captions.markup import tags, tidy, writable
from reviewer.captions.markup_losses import markup_losses, source_of
from reviewer.captions.sources import Source
from reviewer.captions.splicing import spliced
from reviewer.captions.vtt_writing import losses, payload, write
from reviewer.captions.webvtt import SIGNATURE
from reviewer.captions.written import WrittenCue, said
from reviewer.core.cues import Version

_BLOCK = re.compile(r"[^\n]+(?:\n[^\n]+)*")
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)  # those of UTF-32 begin or end with them

MARK_DROPPED = "The byte order mark was dropped."
SIGNED = "The line WEBVTT, which the file lacks, was set above."
ANEW = "The file's own blocks could not be kept; all cues were written anew."
ANEW_ONE = "corrected cue that was written anew, without the file's own tags"
ANEW_SEVERAL = "corrected cues that were written anew, without the file's own tags"


class Rewritten(NamedTuple):
    """The text of the file, and in words what of its bytes differs beside the corrected cues."""

    text: str
    notes: tuple[str, ...]


def rewrite(version: Version, data: bytes, cues: Sequence[WrittenCue], changed: Collection[int]) -> Rewritten:
    """The WebVTT file `data` with the text of the changed cues as they are now; `cues` are all of the version's."""
    source = source_of(version, data)
    blocks = source.vtt_layout.blocks
    if len(blocks) != len(cues):  # a reader of ours that took the file apart otherwise
        return Rewritten(write(cues, version.language), (ANEW, *losses(cues), *markup_losses(version, data)))
    text = source.unix.removeprefix("\ufeff")
    cut = len(source.unix) - len(text)
    parts, at, untagged = list[str](), 0, 0
    for number in sorted(changed):
        block, following = blocks[number], blocks[number + 1 : number + 2]
        begin, end = block.body_at - cut, (following[0].at - cut if following else len(text))
        body, is_whole = _body(text[begin:end], cues[number], block, is_last=not following)
        parts += (text[at:begin], "" if text[begin - 1] == "\n" else "\n", body)
        at, untagged = end, untagged + (not is_whole)
    parts.append(text[at:])
    signature = "" if SIGNATURE.match(text) else "WEBVTT\n\n"
    notes = (*byte_notes(version, data, source), *((SIGNED,) if signature else ()))
    return Rewritten(signature + "".join(parts), (*notes, *said(untagged, ANEW_ONE, ANEW_SEVERAL)))


def _body(body: str, cue: WrittenCue, block: Block, *, is_last: bool) -> tuple[str, bool]:
    """What stands below a time line up to the next, with the new text; and whether its tags could be kept."""
    raw = "" if body.startswith("\n") else body.partition("\n\n")[0].rstrip("\n")
    rest = _without_strays(body[len(raw) :], is_last=is_last)
    made = spliced(raw, tidy(writable(cue.text)))
    is_whole = made is not None or not _has_tags(raw)
    if made is None:
        made = payload(cue, block.times.start_ms or 0, block.times.end_ms or 0)
    if not made:
        return (rest.removeprefix("\n") if raw else rest), is_whole
    return made + ("" if raw or rest.startswith("\n\n") else "\n") + rest, is_whole


def _has_tags(raw: str) -> bool:
    return next(tags(raw), None) is not None


def _without_strays(rest: str, *, is_last: bool) -> str:
    """What follows a text without the blocks that were read as more of it; they stand in the new text."""
    parts, at = [], 0
    for match in _BLOCK.finditer(rest):
        is_identifier = not is_last and match.end() >= len(rest) - 1 and "\n" not in match.group()
        if match.group().strip() and not is_identifier and is_text(match.group()):
            parts.append(rest[at : match.start()].rstrip("\n"))
            at = match.end()
    return "".join((*parts, rest[at:]))


def byte_notes(version: Version, data: bytes, source: Source) -> tuple[str, ...]:
    """In what the bytes differ where nothing was corrected."""
    crlf = source.text.count("\r\n")
    cr = source.text.count("\r") - crlf
    is_utf8 = source.encoding.replace("_", "-") in {"utf-8", "utf8", "ascii"}
    replaced = source.text.count("\ufffd") - data.decode(source.encoding, "ignore").count("\ufffd")
    return (
        *((MARK_DROPPED,) if data.startswith(_MARKS) else ()),
        *said(crlf, "line end, CRLF in the file, was made LF", "line ends, CRLF in the file, were made LF"),
        *said(cr, "line end, CR in the file, was made LF", "line ends, CR in the file, were made LF"),
        *(() if is_utf8 else (f"Written as UTF-8; the file is {version.encoding}.",)),
        *said(
            replaced, "character that no text holds was made \ufffd", "characters that no text holds were made \ufffd"
        ),
    )
