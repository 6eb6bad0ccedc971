"""What is at hand of a few open episodes: their versions, how each reads now, and what was laid side by side."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from reviewer.core.cues import Version
from reviewer.core.reading import Correction, ReadingText
from reviewer.core.rows import Edit
from reviewer.library import derived, episodes

if TYPE_CHECKING:
    from reviewer.core.carry import Carried, Carrier


class Shelf:
    """The versions of a few open episodes, read once as they never change, and how each reads now."""

    SIZE = 4  # an episode's columns take about a megabyte

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._versions: dict[int, Version] = {}  # the one used last stands last
        self._live: dict[int, tuple[int, list[Correction]]] = {}  # with the data_version for which it holds
        self._texts: dict[int, ReadingText] = {}
        # By old and new version: laying two long ones side by side takes a tenth of a second.
        self._carriers: dict[tuple[int, int], tuple[Carrier, dict[str, Carried]]] = {}

    def version(self, number: int) -> Version:
        version = self._versions.pop(number, None) or episodes.version(self._connection, number)
        if len(self._versions) >= self.SIZE:
            oldest = next(iter(self._versions))
            del self._versions[oldest]
            self.forget(oldest)
        self._versions[number] = version
        return version

    def carry(self, edit: Edit, old: int, new: int) -> Carried:
        """What becomes in one version of an edit on another's words; worked out once, as none of the three changes."""
        if (old, new) not in self._carriers:
            from reviewer.core.carry import Carrier  # the first window has no use for it

            if len(self._carriers) >= self.SIZE:
                del self._carriers[next(iter(self._carriers))]
            self._carriers[old, new] = Carrier(self.version(old).cues, self.version(new).cues), {}
        carrier, known = self._carriers[old, new]
        if edit.id not in known:
            known[edit.id] = carrier.carry(edit)
        return known[edit.id]

    def text(self, number: int) -> ReadingText:
        """A version as it reads now."""
        cues, corrections = self.version(number).cues, self.live(number)
        if number not in self._texts:
            self._texts[number] = ReadingText(cues, corrections)
        return self._texts[number]

    def live(self, number: int) -> list[Correction]:
        """The shown corrections of a version; read anew when another connection has written."""
        at = data_version(self._connection)
        if number not in self._live or self._live[number][0] != at:
            self.set_live(number, at, derived.live(self._connection, number))
        return self._live[number][1]

    def set_live(self, number: int, at: int, corrections: list[Correction]) -> None:
        self._live[number] = (at, corrections)
        self._texts.pop(number, None)

    def forget(self, *numbers: int) -> None:
        """Read how versions read now anew, all of them if none is named: what was written did not come to pass."""
        for number in numbers or tuple(self._live):
            self._live.pop(number, None)
            self._texts.pop(number, None)


def data_version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("pragma data_version").fetchone()[0])
