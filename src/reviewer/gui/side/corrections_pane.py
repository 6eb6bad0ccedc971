"""The Corrections tab: what was corrected in this episode, by whom and why, the withdrawn ones too."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from reviewer.app.lists import CorrectionGroup
from reviewer.gui.side.correction_list import CorrectionList, CorrectionPanel
from reviewer.gui.side.correction_rows import CorrectionItem, summary
from reviewer.gui.side.empty import EmptyState
from reviewer.gui.side.labels import label
from reviewer.gui.side.paint import PANE
from reviewer.gui.theme import Theme


class CorrectionsPane(QWidget):
    """Nothing is ever taken off the list: a withdrawn correction is struck through.

    Signals:
        withdraw_asked: The group whose places are to read as they were.
        go_to: The group whose first place the transcript is to show.
    """

    withdraw_asked = Signal(object)
    go_to = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._items: list[CorrectionItem] = []
        self.panel = CorrectionPanel()
        self.list = CorrectionList(theme, self.panel)
        self.head, self.rest = label(theme, "heading"), label(theme, "interface", "ink2")
        self.filter = QLineEdit(placeholderText="Heard, meant, who or why", clearButtonEnabled=True)
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
        column.addWidget(self.filter)
        self._stack = QStackedWidget()
        for part in (self.list, self.empty, self.none):
            self._stack.addWidget(part)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._top)
        rows.addWidget(self._stack, 1)
        for one, following in pairwise((self.filter, self.list, self.panel.withdraw, self.panel.go_to)):
            self.setTabOrder(one, following)

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

    @property
    def current(self) -> CorrectionGroup | None:
        """The group whose row is open."""
        item: CorrectionItem | None = self.list.row
        return item.group if item is not None else None

    def set_groups(self, groups: Sequence[CorrectionGroup], *, today: date | None = None) -> None:
        """Other corrections, newest first as `grouped` has them; the open row stays open where it is still there."""
        today = today or datetime.now(UTC).astimezone().date()
        self._items = [CorrectionItem(group, today) for group in groups]
        head, rest = summary(list(groups))
        self.head.setText(head)
        self.rest.setText(rest)
        self._top.setVisible(bool(groups))
        self._show()

    def _show(self) -> None:
        old: CorrectionItem | None = self.list.row
        items = [item for item in self._items if item.matches(self.filter.text())]
        keys = [item.key for item in items]
        number = keys.index(old.key) if old is not None and old.key in keys else min(0, len(items) - 1)
        self.list.set_rows(items, number)
        shown = self.list if items else self.none if self._items else self.empty
        self._stack.setCurrentWidget(shown)
        self.setFocusProxy(self.list if items else self.filter)
        self.none.say(f"No correction holds “{self.filter.text().strip()}”", "Look for fewer words.")

    def _on_withdraw_asked(self) -> None:
        group = self.current
        if group is not None and not group.is_withdrawn:
            self.list.setFocus()
            self.withdraw_asked.emit(group)

    def _on_go_to_asked(self) -> None:
        if self.current is not None:
            self.go_to.emit(self.current)
