"""What stands between the time lines of a WebVTT file: header, identifiers, comments, and text gone astray."""

import re

from reviewer.captions.notes import Notes

SIGNATURE = re.compile(r"\ufeff?\s*WEBVTT(?=[ \t\n]|$)", re.IGNORECASE)
STRAY = "A blank line stands inside the cue; the text below it was kept with the cue."
NO_BLANK = "No blank line stands above this cue."
LATE = "This style or region stands below the first cue, where it is none; it was left out."
JOINED = "Fragments of live captions were joined here; the times after it may count anew."
CUT_OFF = "The file ends inside a tag: it was cut off here."
_TAG_LENGTH = 64  # characters
_CUT = re.compile(r"<(?:/|/?[a-z][^<>\n]*|[0-9][0-9:.]*)?\Z", re.IGNORECASE)
_LANGUAGE = re.compile(r"^Language:[ \t]*(\S+)", re.MULTILINE)
_NO_TEXT = r"NOTE(?=[ \t\n]|$)|(?:STYLE|REGION)[ \t]*(?=\n|$)"
_NO_TEXT_BELOW = re.compile(_NO_TEXT)  # a style or region below the first cue is none, and no text of a cue either
_NO_TEXT_ABOVE = re.compile(rf"{_NO_TEXT}|Region:")  # which an old draft has in the header
_LATE = re.compile(r"(?:STYLE|REGION)[ \t]*(?=\n|$)")
_FRAGMENT = re.compile(r"WEBVTT(?=[ \t\n]|$)")
_BLOCK = re.compile(r"[^\n]+(?:\n[^\n]+)*")


def note_cut(text: str, notes: Notes) -> None:
    """Tell of a file that ends inside a tag, without a line end: it was cut off there."""
    cut = _CUT.search(text, max(len(text) - _TAG_LENGTH, 0))
    if cut:
        notes.at(cut.start(), CUT_OFF)


def header_of(preamble: str) -> str:
    """The header block: from WEBVTT to the first blank line."""
    match = SIGNATURE.match(preamble)
    return preamble[match.start() :].lstrip("\ufeff \t\n").partition("\n\n")[0].rstrip("\n") if match else ""


def language_of(header: str) -> str:
    match = _LANGUAGE.search(header)
    return match[1] if match else ""


def identifier_of(body: str) -> tuple[str, str]:
    """The line right above the next time line, if a blank line stands above it, and the body without it."""
    kept, _, last = body.removesuffix("\n").rpartition("\n")
    is_identifier = body.endswith("\n") and bool(last) and (kept.endswith("\n") or not kept)
    return (last, kept) if is_identifier and (kept or body.startswith("\n")) else ("", body)


def is_crowded(body: str) -> bool:
    """Whether the next time line stands right below the text of a body without an identifier."""
    return bool(body.removesuffix("\n").rpartition("\n")[2].strip())


def left_out(preamble: str, header: str) -> list[int]:
    """Where blocks stand between the header and the first cue that are no comment, style or region."""
    begin = preamble.find(header) + len(header)
    return [at for at, text in _blocks_from(preamble, begin, 0) if not _NO_TEXT_ABOVE.match(text)]


def cue_text(body: str, body_at: int) -> tuple[str, list[tuple[int, str]]]:
    """A cue's text, and what is odd below the blank line that ends it: text there is kept with the cue."""
    blocks = _strays(body, body_at)
    strays = [text for _, text in blocks if is_text(text)]
    odd = [(at, STRAY) for at, text in blocks if is_text(text)]
    odd += [(at, JOINED) for at, text in blocks if _FRAGMENT.match(text)]
    odd += [(at, LATE) for at, text in blocks if _LATE.match(text)]
    raw = "" if body.startswith("\n") else body.partition("\n\n")[0].rstrip("\n")
    return "\n".join([raw, *strays]) if strays else raw, odd


def is_text(block: str) -> bool:
    """Whether a block below the first cue is text: no comment, style or region, and not the header of a fragment."""
    return not _NO_TEXT_BELOW.match(block) and not _FRAGMENT.match(block)


def _strays(body: str, body_at: int) -> list[tuple[int, str]]:
    """The blocks below the blank line that ends a cue's text."""
    if body.startswith("\n"):
        return _blocks_from(body, 0, body_at)
    cut = body.find("\n\n")
    return _blocks_from(body, cut, body_at) if cut >= 0 else []


def _blocks_from(text: str, begin: int, offset: int) -> list[tuple[int, str]]:
    return [(offset + match.start(), match.group()) for match in _BLOCK.finditer(text, begin) if match.group().strip()]
