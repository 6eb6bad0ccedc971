"""The side pane as a whole: a row of tabs over the panes."""

from typing import TYPE_CHECKING, Final, Literal

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from reviewer.gui.side.corrections_pane import CorrectionsPane
from reviewer.gui.side.names_pane import NamesPane
from reviewer.gui.side.paint import PANE, rule
from reviewer.gui.side.slice_pane import SlicePane
from reviewer.gui.theme import Theme
from reviewer.gui.theme.bars import TAB_PAD

if TYPE_CHECKING:
    from reviewer.gui.side.assessment_pane import AssessmentPane

TabName = Literal["names", "slice", "assessment", "corrections"]
TABS: Final[tuple[tuple[TabName, str], ...]] = (
    ("names", "Names"),
    ("slice", "Slice"),
    ("assessment", "Assessment"),
    ("corrections", "Corrections"),
)


class SidePane(QWidget):
    """Asks for the focus by `show_tab(name, focus=True)` only; coming in the background it takes none.

    Signals:
        tab_shown: The name of the tab that is shown now.
    """

    tab_shown = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.names = NamesPane(theme)
        self.slice = SlicePane(theme)
        self.corrections = CorrectionsPane(theme)
        self._theme = theme
        self._assessment: AssessmentPane | None = None
        self.tabs = QTabBar()
        self.tabs.setAccessibleName("Side tabs")
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(True)
        self.tabs.setDrawBase(False)
        self._stack = QStackedWidget()
        for name, text in TABS:
            self.tabs.addTab(text)
            self._stack.addWidget(QWidget() if name == "assessment" else self._pane(name))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(_TabRow(theme, self.tabs))
        rows.addWidget(self._stack, 1)
        self.tabs.currentChanged.connect(self._on_tab_changed)
        self.names.count_changed.connect(self._on_count_changed)

    @property
    def assessment(self) -> "AssessmentPane":
        """Made when it is first asked for: a form of twenty fields takes as long as the rest of the pane."""
        if self._assessment is None:
            from reviewer.gui.side.assessment_pane import AssessmentPane

            self._assessment = AssessmentPane(self._theme)
            number = [name for name, _ in TABS].index("assessment")
            placeholder = self._stack.widget(number)
            self._stack.insertWidget(number, self._assessment)
            if placeholder is not None:
                self._stack.removeWidget(placeholder)
                placeholder.deleteLater()
            self._stack.setCurrentIndex(self.tabs.currentIndex())
        return self._assessment

    def _pane(self, name: TabName) -> QWidget:
        match name:
            case "names":
                return self.names
            case "slice":
                return self.slice
            case "assessment":
                return self.assessment
            case "corrections":
                return self.corrections

    @property
    def tab(self) -> TabName:
        """The name of the tab that is shown."""
        return TABS[self.tabs.currentIndex()][0]

    def show_tab(self, name: str, *, focus: bool = False) -> None:
        """Show a tab, and let the keyboard act there where asked to. KeyError for a name that is none."""
        self.tabs.setCurrentIndex({tab: number for number, (tab, _) in enumerate(TABS)}[name])  # type: ignore[index]
        if focus:
            self._pane(self.tab).setFocus()

    def _on_tab_changed(self, number: int) -> None:
        self._stack.setCurrentIndex(number)
        self.tab_shown.emit(TABS[number][0])

    def _on_count_changed(self, count: int) -> None:
        self.tabs.setTabText(0, f"{TABS[0][1]} {count:,}" if count else TABS[0][1])


class _TabRow(QWidget):
    """The tabs on the pane's left edge, over one line from side to side."""

    def __init__(self, theme: Theme, tabs: QTabBar) -> None:
        super().__init__()
        self._theme = theme
        row = QHBoxLayout(self)
        row.setContentsMargins(PANE - TAB_PAD, 0, 0, 0)
        row.addWidget(tabs)
        theme.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        rule(QPainter(self), self._theme, 0, self.width(), self.height() - 1)
