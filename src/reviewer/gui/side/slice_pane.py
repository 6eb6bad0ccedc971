"""The Slice tab: one number with everything it is made of."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QStackedWidget,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reviewer.core.wording import clock, count, signed
from reviewer.gui.labels import OneLine, label
from reviewer.gui.side.empty import EmptyState
from reviewer.gui.side.fitted_list import FittedList
from reviewer.gui.side.paint import PANE, plain, put, rule
from reviewer.gui.side.rows import ROW, Index
from reviewer.gui.side.score_mark import BandSign, ScoreMark
from reviewer.gui.side.term_list import TermDelegate, TermHeading, TermRow
from reviewer.gui.theme import Theme
from reviewer.gui.theme.kinds import dress
from reviewer.spectrum.bands import NAMES
from reviewer.spectrum.explaining import amounts, sum_written_out
from reviewer.spectrum.figures import SliceScore


@dataclass(frozen=True, slots=True)
class WhatIf:
    """What the score would be: “Set “deceive” aside”, −18, mixed."""

    deed: str
    score: int
    band: str

    @property
    def spoken(self) -> str:
        return f"{plain(self.deed)}: {signed(self.score)} {self.band}"


class WhatIfDelegate(QStyledItemDelegate):
    """One line a change, the number at the right."""

    def __init__(self, theme: Theme, view: FittedList) -> None:
        super().__init__(view)
        self._theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(1, self._theme.scaled(31))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, row = self._theme, index.data(ROW)
        rect = QRect(option.rect).adjusted(PANE, 0, -PANE, 0)
        painter.setPen(theme.color("ink2"))
        band = put(painter, rect, row.band, theme.font("interface"), right=True)
        painter.setPen(theme.color("ink"))
        rest = rect.adjusted(0, 0, -band - 4, 0)
        number = put(painter, rest, signed(row.score, plus=row.score > 0), theme.font("heading"), right=True)
        put(painter, rest.adjusted(0, 0, -number - 12, 0), plain(row.deed), theme.font("interface"))
        rule(painter, theme, rect.left(), rect.right() + 1, rect.bottom())


class SlicePane(QWidget):
    """Scrolls as a whole.

    Signals:
        previous_asked: The slice before is to be shown.
        next_asked: The slice after is to be shown.
        term_chosen: The hit whose place is to be shown.
    """

    previous_asked = Signal()
    next_asked = Signal()
    term_chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.number, self.score = label(theme, "interface", "ink2"), label(theme, "slice_score")
        self.band_sign, self.band = BandSign(theme), label(theme, "heading")
        self.extent = OneLine(theme, "small", "ink2")
        self.mark, self.terms = ScoreMark(theme), FittedList(theme)
        self.no_terms = label(theme, "interface", "ink2", wraps=True)
        self.amounts, self.sum = label(theme, "interface", "ink2", wraps=True), OneLine(theme, "interface", "ink2")
        self.result = label(theme, "heading")
        self.changes = FittedList(theme)
        self.stretch, self.lexicon = (label(theme, "small", "ink2", wraps=True) for _ in range(2))
        self.previous, self.next = _arrow("chevron-left", "Previous slice"), _arrow("chevron-right", "Next slice")
        self.empty = EmptyState(theme, "waveform")
        self.empty.say("No slice chosen", "Click a bar of the arc, or walk along it with the arrow keys.")
        self._terms_heading = TermHeading(theme)
        self._lay_out()
        self._connect()
        self.set_slice(None, 0, what_if=(), lexicon_line="", stretch_text="")

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 8, 0, PANE)
        column.setSpacing(0)
        _add(column, _line(self.number, None, self.previous, self.next), 0)
        _add(column, self._score_line(), 4)
        _add(column, _line(self.mark), 10)
        column.addWidget(self._terms_heading)
        column.addWidget(self.terms)
        _add(column, _line(self.no_terms), 10)
        _add(column, _line(self.amounts), 2)
        self._sum_line = _holder(_line(self.sum, self.result))
        column.addWidget(self._sum_line)
        self._changes_heading = self._section("What would change this score")
        column.addWidget(self._changes_heading)
        column.addWidget(self.changes)
        self._stretch_heading = self._section("Stretch")
        column.addWidget(self._stretch_heading)
        _add(column, _line(self.stretch), 12)
        _add(column, _line(self.lexicon), 0)
        column.addStretch()
        self._add_scrolling(inside)

    def _score_line(self) -> QHBoxLayout:
        line = _line(self.score, self.band_sign, self.band, self.extent)
        line.setSpacing(8)
        self.extent.setAlignment(Qt.AlignmentFlag.AlignRight)
        line.setStretchFactor(self.extent, 1)
        return line

    def _section(self, text: str) -> QWidget:
        heading = label(self._theme, "small_strong", "ink2")
        heading.setText(text)
        holder = _holder(_line(heading))
        holder.setContentsMargins(0, 18, 0, 4)
        return holder

    def _add_scrolling(self, inside: QWidget) -> None:
        self.area = QScrollArea()
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(inside)
        self.area.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.area)
        self._stack.addWidget(self.empty)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self._stack)

    def _connect(self) -> None:
        self.terms.setItemDelegate(TermDelegate(self._theme, self.terms))
        self.terms.setAccessibleName("Terms of this slice")
        self.changes.setItemDelegate(WhatIfDelegate(self._theme, self.changes))
        self.changes.setAccessibleName("What would change this score")
        self.changes.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.changes.setSelectionMode(FittedList.SelectionMode.NoSelection)
        self.previous.clicked.connect(self.previous_asked)
        self.next.clicked.connect(self.next_asked)
        self.terms.chosen.connect(self._on_term_chosen)
        self.setFocusProxy(self.terms)

    def set_slice(
        self,
        score: SliceScore | None,
        total: int,
        *,
        what_if: Sequence[tuple[str, int, str]],
        lexicon_line: str,
        stretch_text: str,
    ) -> None:
        """Show a slice of `total`, or none. `what_if` holds a deed in words, the number and the band it would bring."""
        self._stack.setCurrentWidget(self.empty if score is None else self.area)
        if score is None:
            return
        self._show_number(score, total)
        self._show_terms(score)
        self.changes.set_rows([WhatIf(*change) for change in what_if])
        self._changes_heading.setVisible(bool(what_if))
        self.changes.setVisible(bool(what_if))
        self.stretch.setText(plain(stretch_text))
        self._stretch_heading.setVisible(bool(stretch_text))
        self.stretch.setVisible(bool(stretch_text))
        self.lexicon.setText(plain(lexicon_line))

    def _show_number(self, score: SliceScore, total: int) -> None:
        part = score.slice
        self.number.setText(f"Slice {part.number:,} of {total:,}")
        self.score.setText(signed(score.score, plus=True))
        self.band_sign.set_band(score.band)
        self.band.setText(NAMES[score.band])
        times = f"{clock(part.start_ms)} to {clock(part.end_ms)}, " if part.start_ms is not None else ""
        self.extent.setText(f"{times}{count(score.words, 'word')}")
        self.mark.set_score(score.score, score.band)
        self.previous.setEnabled(part.number > 1)
        self.next.setEnabled(part.number < total)

    def _show_terms(self, score: SliceScore) -> None:
        ordered = sorted(score.hits, key=lambda hit: (not hit.is_counted, -abs(hit.value)))
        self.terms.set_rows([TermRow(hit) for hit in ordered])
        has_terms, is_counted = bool(score.hits), any(hit.is_counted for hit in score.hits)
        self._terms_heading.setVisible(has_terms)
        self.terms.setVisible(has_terms)
        self.no_terms.setVisible(not is_counted)
        self.no_terms.setText("No term of the lexicon counts here.")
        for part in (self.amounts, self._sum_line):
            part.setVisible(is_counted)
        self.amounts.setText(amounts(score))
        self.sum.setText(sum_written_out(score))
        self.result.setText(signed(score.score, plus=True))

    def _on_term_chosen(self, row: TermRow | None) -> None:
        if row is not None:
            self.term_chosen.emit(row.hit)


def _arrow(sign: str, name: str) -> QToolButton:
    arrow = QToolButton()
    arrow.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
    dress(arrow, sign=sign)
    arrow.setAccessibleName(name)
    arrow.setToolTip(name)
    arrow.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return arrow


def _line(*parts: QWidget | None) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setContentsMargins(PANE, 0, PANE, 0)
    line.setSpacing(4)
    for part in parts:
        if part is None:
            line.addStretch()
        else:
            line.addWidget(part, int(isinstance(part, OneLine)))
    return line


def _holder(line: QLayout) -> QWidget:
    holder = QWidget()
    holder.setLayout(line)
    return holder


def _add(column: QVBoxLayout, line: QLayout, foot: int) -> None:
    column.addLayout(line)
    column.addSpacing(foot)
