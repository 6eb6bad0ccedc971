"""The Corrections tab: what was corrected in this episode, by whom and why, the withdrawn ones too."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from reviewer.app.lists import CorrectionGroup
from reviewer.gui.labels import button, label
from reviewer.gui.side.carried_rows import CarriedItem, Note, carried_rows
from reviewer.gui.side.correction_list import CorrectionList, CorrectionPanel
from reviewer.gui.side.correction_rows import CorrectionItem, summary
from reviewer.gui.side.empty import EmptyState
from reviewer.gui.side.paint import PANE
from reviewer.gui.side.rows import Row
from reviewer.gui.side.views import Heading
from reviewer.gui.theme import Theme


class CorrectionsPane(QWidget):
    """Nothing is ever taken off the list: a withdrawn correction is struck through.

    Signals:
        withdraw_asked: The group whose places are to read as they were.
        go_to: The group whose first place the transcript is to show.
        lay_asked: The CarriedItem that is to be laid on the words selected in the transcript.
        withdraw_carried_asked: The CarriedItem that is wanted no more.
        go_to_old: The CarriedItem whose old time the transcript is to show.
    """

    withdraw_asked = Signal(object)
    go_to = Signal(object)
    lay_asked = Signal(object)
    withdraw_carried_asked = Signal(object)
    go_to_old = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._items: list[CorrectionItem] = []
        self._carried: list[CarriedItem] = []
        self._shows_settled = False
        self.panel = CorrectionPanel(theme)
        self.list = CorrectionList(theme, self.panel)
        self.head, self.rest = label(theme, "heading"), label(theme, "interface", "ink2")
        self.filter = QLineEdit(placeholderText="Heard, meant, who or why", clearButtonEnabled=True)
        self.unfit = button("", "link", sign="warn")
        self.empty, self.none = EmptyState(theme, "pencil"), EmptyState(theme, "search", "Show all")
        self.empty.say("No corrections yet", "Accept a name, or select words in the transcript and type.")
        self._lay_out()
        self._connect()
        self.set_groups([])

    def _lay_out(self) -> None:
        self._top = QWidget()
        column = QVBoxLayout(self._top)
        column.setContentsMargins(PANE, 12, PANE, 10)
        column.setSpacing(8)
        words = QHBoxLayout()
        words.setSpacing(8)
        words.addWidget(self.head)
        words.addWidget(self.rest)
        words.addStretch()
        column.addLayout(words)
        column.addWidget(self.unfit, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.filter)
        self._stack = QStackedWidget()
        for part in (self.list, self.empty, self.none):
            self._stack.addWidget(part)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._top)
        rows.addWidget(self._stack, 1)
        for one, following in pairwise(self._stops):
            self.setTabOrder(one, following)

    @property
    def _stops(self) -> tuple[QWidget, ...]:
        panel = self.panel
        return self.unfit, self.filter, self.list, panel.lay, panel.withdraw, panel.go_to, panel.show_settled

    def _connect(self) -> None:
        sign = QAction(self.filter)
        self._theme.keep_icon(sign, "search")
        self.filter.addAction(sign, QLineEdit.ActionPosition.LeadingPosition)
        self.filter.setAccessibleName("Filter corrections")
        self.filter.textChanged.connect(self._show)
        self.filter.returnPressed.connect(self.list.setFocus)
        self.none.asked.connect(self.filter.clear)
        self.list.withdraw_asked.connect(self._on_withdraw_asked)
        self.list.go_to_asked.connect(self._on_go_to_asked)
        self.panel.withdraw.clicked.connect(self._on_withdraw_asked)
        self.panel.go_to.clicked.connect(self._on_go_to_asked)
        self.panel.lay.clicked.connect(self._on_lay_asked)
        self.panel.show_settled.clicked.connect(self._on_settled_toggled)
        self.unfit.clicked.connect(self.show_unfit)

    @property
    def current(self) -> CorrectionGroup | None:
        """The group whose row is open."""
        item = self.list.row
        return item.group if isinstance(item, CorrectionItem) else None

    @property
    def current_carried(self) -> CarriedItem | None:
        """The correction of another version whose row is open."""
        item = self.list.row
        return item if isinstance(item, CarriedItem) else None

    def set_groups(self, groups: Sequence[CorrectionGroup], *, today: date | None = None) -> None:
        """Other corrections, newest first as `grouped` has them; the open row stays open where it is still there."""
        today = today or datetime.now(UTC).astimezone().date()
        self._items = [CorrectionItem(group, today) for group in groups]
        head, rest = summary(list(groups))
        self.head.setText(head)
        self.rest.setText(rest)
        self._show()

    def set_carried(self, items: Sequence[CarriedItem]) -> None:
        """What was corrected in another version and does not show in the leading one."""
        self._carried = list(items)
        self._show()

    def set_selection(self, there_is: bool) -> None:
        """Whether words are selected in the transcript."""
        self.panel.set_selection(there_is)

    def show_unfit(self) -> None:
        """Open the first that fits no longer."""
        self.filter.clear()
        rows = self.list.rows.rows
        number = next((n for n, r in enumerate(rows) if isinstance(r, CarriedItem) and not r.is_settled), None)
        if number is not None:
            self.list.setCurrentIndex(self.list.rows.index(number))
            self.list.setFocus()

    def _show(self) -> None:
        old, text = self.list.row, self.filter.text()
        rows: list[Row] = [item for item in self._items if item.matches(text)]
        rows += carried_rows([c for c in self._carried if c.matches(text)], shows_settled=self._shows_settled)
        self.list.set_rows(rows, _number_of(old, rows))
        self._stack.setCurrentWidget(self.list if rows else self.none if self._has_any else self.empty)
        self.setFocusProxy(self.list if rows else self.filter)
        self._top.setVisible(self._has_any)
        unfit = sum(not item.is_settled for item in self._carried)
        self.unfit.setText(f"{unfit:,} {'fits' if unfit == 1 else 'fit'} no longer")
        self.unfit.setVisible(unfit > 0)
        self.none.say(f"No correction holds “{self.filter.text().strip()}”", "Look for fewer words.")

    @property
    def _has_any(self) -> bool:
        return bool(self._items or self._carried)

    def _on_lay_asked(self) -> None:
        if self.current_carried is not None:
            self.list.setFocus()
            self.lay_asked.emit(self.current_carried)

    def _on_settled_toggled(self) -> None:
        self._shows_settled = not self._shows_settled
        self.list.setFocus()
        self._show()

    def _on_withdraw_asked(self) -> None:
        group = self.current
        if group is not None and not group.is_withdrawn:
            self.list.setFocus()
            self.withdraw_asked.emit(group)
        elif self.current_carried is not None and not self.current_carried.is_settled:
            self.list.setFocus()
            self.withdraw_carried_asked.emit(self.current_carried)

    def _on_go_to_asked(self) -> None:
        if self.current is not None:
            self.go_to.emit(self.current)
        elif self.current_carried is not None:
            self.go_to_old.emit(self.current_carried)
        elif self.list.row is not None:
            self._on_settled_toggled()


def _number_of(old: Row | None, rows: Sequence[Row]) -> int:
    """Of the row that stands for the old one among others, else of the first that can be chosen; −1 for none."""
    key = _key(old)
    if old is not None:
        for number, row in enumerate(rows):
            if _key(row) == key:
                return number
    return next((n for n, row in enumerate(rows) if not isinstance(row, Heading | Note)), -1)


def _key(row: Row | None) -> object:
    match row:
        case CorrectionItem():
            return row.key
        case CarriedItem():
            return row.edit
    return type(row)
