"""Ruby, the reading set beside a word: kept where it stands, but never run together with the word."""

from collections.abc import Sequence
from enum import Enum, auto


class Ruby(Enum):
    """What a piece of text is in it; brackets are for programs that can't set the reading beside the word."""

    NONE = auto()
    BASE = auto()
    READING = auto()
    BRACKET = auto()


def parted(texts: Sequence[str], roles: Sequence[Ruby]) -> list[str]:
    """The texts, with a blank wherever a reading meets something else and no bracket or blank parts them."""
    if Ruby.READING not in roles:
        return list(texts)
    found: list[str] = []
    before, role_before = " ", Ruby.NONE
    for text, role in zip(texts, roles, strict=True):
        meets = role is not role_before and Ruby.READING in {role, role_before}
        is_parted = Ruby.BRACKET in {role, role_before} or before[-1].isspace() or text[:1].isspace()
        found.append(f" {text}" if text and meets and not is_parted else text)
        if text:
            before, role_before = text, role
    return found
