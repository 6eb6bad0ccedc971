"""What the tests of the JSON formats share: a file's version, its words and its texts with times."""

import json

from reviewer.captions import read
from reviewer.core.cues import NO_TIME, Version


def version_of(value: object, format_: str | None = None) -> Version:
    """A JSON file of a value as it is read; a text is taken as the file itself."""
    text = value if isinstance(value, str) else json.dumps(value)
    return read("a.json", text.encode(), format=format_)


def words(version: Version) -> list[tuple[int | None, str]]:
    cues = version.cues
    own = [None if ms == NO_TIME else ms for ms in cues.word_ms]
    return [(ms, cues.word(flat)) for flat, ms in enumerate(own)]


def shown(version: Version) -> list[tuple[int | None, int | None, str]]:
    return [(cue.start_ms, cue.end_ms, cue.text) for cue in version.cues]


def oddities(version: Version) -> list[str]:
    return [oddity.what for oddity in version.oddities]
