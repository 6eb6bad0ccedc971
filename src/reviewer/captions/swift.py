"""The quick reading of regular WebVTT files, tried before the careful one; numpy is loaded only when it is worth it."""

import re
import sys
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reviewer.captions.swift_fold import Fold
    from reviewer.captions.swift_plain import Plain

WORD_TIME = re.compile(r"<[0-9:]+\.[0-9]{3}><c[.>]")
# Characters from which on a text is quicker read by columns: with numpy to load, and without.
_LONG, _LONG_ENOUGH = 100_000, 2_000


class Swift:
    """A text read by columns, as a plain track or folded as a roll-up; None where that takes the careful reader."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _is_tried(self) -> bool:
        return len(self._text) >= (_LONG_ENOUGH if "numpy" in sys.modules else _LONG)

    @cached_property
    def is_roll_up(self) -> bool | None:
        """Whether the file is a roll-up track; None where only the careful reader can tell."""
        if not self._is_tried:
            return None
        if WORD_TIME.search(self._text):
            return True if self.fold else None
        if self.plain is None or self.plain.is_live:
            return None
        if self.plain.short_cues * 4 < self.plain.count:
            from reviewer.captions.shown import seems_rolled

            return None if seems_rolled(self.plain.cues) else False
        return True if self.fold else None

    @cached_property
    def plain(self) -> "Plain | None":
        if not self._is_tried:
            return None
        from reviewer.captions.columns import Irregular
        from reviewer.captions.swift_plain import read_plain

        try:
            return read_plain(self._text)
        except Irregular:
            return None

    @cached_property
    def fold(self) -> "Fold | None":
        if not self._is_tried:
            return None
        from reviewer.captions.columns import Irregular
        from reviewer.captions.swift_fold import fold

        try:
            return fold(self._text)
        except Irregular:
            return None


def is_live_marked(text: str) -> bool:
    """Whether a text may be of the joined fragments of live captions: it holds their marks."""
    return "X-TIMESTAMP-MAP" in text or "\nWEBVTT" in text
