"""The transcript JSON of Podcasting 2.0, read and written: segments of a time, a text and perhaps a speaker.

Often a segment is one word. Each stays a cue of its own, as the file has it.
"""

import json
import re
from collections.abc import Iterable, Sequence

from reviewer.captions.found import Found, build, found_in, ms_of, one_line, text_of, voice_extra
from reviewer.captions.jsontext import REMEDY, JsonFile
from reviewer.captions.markup import tidy, writable
from reviewer.captions.notes import Notes
from reviewer.captions.plain import Reading
from reviewer.captions.sources import Source
from reviewer.captions.webvtt import EMPTY
from reviewer.captions.written import (
    WrittenCue,
    of_confidence,
    of_identifiers,
    of_settings,
    of_text,
    of_times,
    of_words,
    said,
    timed,
)

_TIMES = {"startTime", "endTime"}
_BINARY = re.compile("[\x7f\ufffd]")


def fits(file: JsonFile) -> bool:
    """Whether a JSON file is such a transcript: by the names of its segments' times."""
    if "segments" not in file.lists:
        return bool(_TIMES & file.first_object("").keys())
    first = file.first_object("segments")
    return bool(_TIMES & first.keys()) or (not first and "version" in file.members)


def read(source: Source) -> Reading:
    """Each segment as a cue; the speaker is its voice."""
    file, notes = source.json, source.notes
    name = "" if "" in file.lists else "segments"
    if name not in file.lists:
        raise source.unreadable(None, "there is no list of segments in this file.", REMEDY)
    found = found_in(file.elements(name), lambda _, at, segment: _segment(at, segment, notes), notes)
    cues = build(found, source)
    if not len(cues):
        notes.whole(EMPTY)
    return Reading(cues)


def _segment(at: int, segment: dict[str, object], notes: Notes) -> Found:
    speaker = one_line(text_of(segment.get("speaker"), at, notes))
    body = segment.get("body")  # "text" in files of those who read the specification from memory
    return Found(
        at,
        ms_of(segment.get("startTime")),
        ms_of(segment.get("endTime")),
        tidy(text_of(segment.get("text") if body is None else body, at, notes)),
        extra=voice_extra((), speaker),
    )


def write(cues: Iterable[WrittenCue], language: str = "", kind: str = "captions") -> str:  # noqa: ARG001 it has no place for them
    """One segment a cue and a line; times to the millisecond."""
    segments = ",\n".join(f"    {_written(cue, start, end)}" for cue, start, end in timed(cues))
    return '{\n  "version": "1.0.0",\n  "segments": [' + (f"\n{segments}\n  " if segments else "") + "]\n}\n"


def _written(cue: WrittenCue, start_ms: int, end_ms: int) -> str:
    speaker = one_line(writable(cue.spoken[0][1])) if cue.spoken else ""
    members = [f'"speaker": {_quoted(speaker)}'] if speaker else []
    members += [
        f'"startTime": {_seconds(start_ms)}',
        f'"endTime": {_seconds(end_ms)}',
        f'"body": {_quoted(tidy(writable(cue.text)))}',
    ]
    return "{" + ", ".join(members) + "}"


def _quoted(text: str) -> str:
    """A text in JSON; what makes a file look binary is written as its number."""
    return _BINARY.sub(lambda sign: f"\\u{ord(sign[0]):04x}", json.dumps(text, ensure_ascii=False))


def _seconds(ms: int) -> str:
    """The shortest decimals of a time, by whole numbers: a float would round times of many digits."""
    seconds, thousandths = divmod(ms, 1000)
    return f"{seconds}.{thousandths:03}".rstrip("0").rstrip(".") if thousandths else str(seconds)


def losses(cues: Sequence[WrittenCue]) -> tuple[str, ...]:
    """What the format can't carry of the cues: one speaker a segment, and no times of words."""
    kinds = (of_text, of_times, of_words, of_identifiers, of_settings, of_confidence)
    told = [lost for kind in kinds for lost in kind(cues)]
    inner = sum(len(cue.spoken) - (1 if cue.spoken and cue.spoken[0][0] == 0 else 0) for cue in cues)
    return (*told, *said(inner, "change of voice inside a cue", "changes of voice inside a cue"))
