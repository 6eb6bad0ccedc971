"""The rows of the log: decisions, edits, switches. Append-only; ids are random, a replica is one library file."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from reviewer.core.anchors import Anchor

CORRECTION = "correction"
WITHDRAW = "withdraw"
GLOSSARY = "glossary"
NEVER = "never"
ASSESSMENT = "assessment"
EPISODE = "episode"
LEADING = "leading"  # by key "version" of an episode: the id of the version that leads


class Source(StrEnum):
    """Who decided; the order of the members is the order of rank, highest first."""

    PERSON = "person"
    PUBLISHER = "publisher"
    RULE = "rule"
    IMPORT = "import"

    @property
    def rank(self) -> int:
        """Greater for those who prevail."""
        return _RANKS[self]


_RANKS = {source: -place for place, source in enumerate(Source)}


@dataclass(frozen=True, slots=True)
class Decision:
    """What one undo takes back; `at` is ISO 8601 in UTC and only ever shown."""

    id: str
    person: str
    replica: str
    counter: int
    at: str
    label: str
    why: str = ""
    source: Source = Source.PERSON

    @property
    def order(self) -> tuple[int, str, str]:
        """The total order of decisions, the same in every library."""
        return self.counter, self.replica, self.id


@dataclass(frozen=True, slots=True)
class Edit:
    """One place of a decision; `over` names the edits it replaces there. `value` is what JSON can hold."""

    id: str
    decision: str
    layer: str
    anchor: Anchor
    value: Any
    over: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Switch:
    """Undo or redo of a decision."""

    decision: str
    on: bool
    counter: int
    replica: str
    at: str

    @property
    def order(self) -> tuple[int, str]:
        return self.counter, self.replica


@dataclass(frozen=True, slots=True)
class Rows:
    """Some rows of a log, in no order that matters."""

    decisions: tuple[Decision, ...] = ()
    edits: tuple[Edit, ...] = ()
    switches: tuple[Switch, ...] = ()

    def __add__(self, other: "Rows") -> "Rows":
        return Rows(self.decisions + other.decisions, self.edits + other.edits, self.switches + other.switches)


def new_id() -> str:
    """A random id of 128 bits."""
    return os.urandom(16).hex()


def ids(edits: Iterable[Edit]) -> tuple[str, ...]:
    return tuple(edit.id for edit in edits)
