"""The columns and distances of the transcript in px, and the letters it is set in, as the theme has them now."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtGui import QFont, QFontMetricsF

from reviewer.gui.theme import Theme
from reviewer.gui.transcript.heights import Estimate

MARGIN: Final = 24  # left of the times, right of the scores
TEXT_LEFT: Final = 80  # the one left edge of the pane
SCORES: Final = 76  # with the margin the 100 px of column 3
LONGEST_MEASURE: Final = 680
SHORTEST_MEASURE: Final = 120  # a pane narrower than any we lay out for; the text then runs under column 3
GAP: Final = 8  # between paragraphs of one voice
TURN_GAP: Final = 12  # before a name or a mark of a new voice, and above the first paragraph
NAME_GAP: Final = 2  # between a name and its paragraph
FOOT: Final = 24  # below the last paragraph
HEARD_LEFT: Final = 12
BAR: Final = 3  # the heard bar, the bar of the chosen slice
TYPICAL: Final = "So let me push on that, because they would have said it is the other way round for most people."


@dataclass(frozen=True, slots=True)
class Setting:
    """Fonts and heights at one text size; what a paragraph needs to be laid out."""

    font: QFont
    italic: QFont
    line: int  # the distance of base lines
    baseline: int  # from the top of a line
    name_line: int
    letter: float  # the width of a usual letter

    @classmethod
    def of(cls, theme: Theme) -> "Setting":
        font = theme.font("transcript")
        metrics = QFontMetricsF(font)
        line = theme.line_height("transcript")
        baseline = round((line - metrics.ascent() - metrics.descent()) / 2 + metrics.ascent())
        letter = metrics.horizontalAdvance(TYPICAL) / len(TYPICAL)
        return cls(font, theme.font("transcript", italic=True), line, baseline, theme.line_height("small"), letter)

    def estimate(self, measure: int) -> Estimate:
        """Half a line of every paragraph's last one stays empty."""
        return Estimate(self.letter * self.line / measure, self.line / 2 + GAP)


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the three columns stand in a pane of some width."""

    width: int
    text_left: int
    measure: int

    @classmethod
    def of(cls, width: int, theme: Theme) -> "Columns":
        """The outer columns grow with the letters, column 1 from 125 % on, where the times fill its 80 px."""
        time = QFontMetricsF(theme.font("small")).horizontalAdvance("0:00:00")
        left = max(TEXT_LEFT, round(MARGIN + time + GAP))
        measure = max(SHORTEST_MEASURE, min(LONGEST_MEASURE, width - left - theme.scaled(SCORES) - MARGIN))
        return cls(width, left, measure)

    @property
    def right(self) -> int:
        """The right end of the scores."""
        return self.width - MARGIN
