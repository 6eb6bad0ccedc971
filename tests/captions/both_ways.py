"""One file read twice: by columns, and the careful way."""

from typing import Any
from unittest.mock import patch

from reviewer.captions import columns, read, swift
from reviewer.captions.swift import Swift
from reviewer.core.cues import Cues, Version
from reviewer.errors import ReviewerError

NEVER = 2**60
SHORT_STRETCH = 700  # characters: small files have several stretches then


def by_columns(data: bytes, format_: str | None = None, stretch: int = SHORT_STRETCH) -> dict[str, Any]:
    with patch.multiple(swift, _LONG=0, _LONG_ENOUGH=0), patch.object(columns, "STRETCH", stretch):
        return _all_of(data, format_)


def carefully(data: bytes, format_: str | None = None) -> dict[str, Any]:
    with patch.multiple(swift, _LONG=NEVER, _LONG_ENOUGH=NEVER):
        return _all_of(data, format_)


def tried(text: str, stretch: int = SHORT_STRETCH) -> Swift:
    """A text as the readers by columns take it, however short it is."""
    with patch.multiple(swift, _LONG=0, _LONG_ENOUGH=0), patch.object(columns, "STRETCH", stretch):
        found = Swift(text)
        _ = found.plain, found.fold, found.is_roll_up
    return found


def _all_of(data: bytes, format_: str | None) -> dict[str, Any]:
    try:
        return all_of(read("a.vtt", data, format=format_))
    except ReviewerError as error:
        return {"refused": str(error)}


def all_of(version: Version) -> dict[str, Any]:
    """Everything that a version holds."""
    fields = ("format", "kind", "language", "header", "oddities", "encoding")
    columns_ = {name: getattr(version.cues, name) for name in Cues.__slots__}
    return {**{name: getattr(version, name) for name in fields}, **columns_}
