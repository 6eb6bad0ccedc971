"""The settings of a WebVTT cue: which the specification knows, and which values they take."""

import re
from functools import lru_cache

UNKNOWN_SETTING = "A setting of this cue is none of WebVTT's, or its value is out of range; it was kept as it stands."

_BLANKS = re.compile(r"[ \t\f]+")
_PERCENT = r"0*(?:100(?:\.0*)?|[0-9]{1,2}(?:\.[0-9]*)?)%"
_KNOWN = re.compile(
    r"vertical:(?:rl|lr)"
    rf"|line:(?:{_PERCENT}|-?[0-9]+(?:\.[0-9]+)?)(?:,(?:start|center|end))?"
    rf"|position:{_PERCENT}(?:,(?:line-left|center|line-right))?"
    rf"|size:{_PERCENT}"
    r"|align:(?:start|center|end|left|right)"
    r"|region:.+"
)


@lru_cache(maxsize=256)  # nearly all cues of a file have one of few
def are_known(settings: str) -> bool:
    """Whether each of a cue's settings is one of the specification, with a value that it takes."""
    return all(_KNOWN.fullmatch(setting) for setting in _BLANKS.split(settings.strip(" \t\f")) if setting)
