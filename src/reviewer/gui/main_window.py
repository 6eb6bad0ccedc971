"""The main window: where its parts stand. What they do is the controllers' business."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from reviewer.gui.actions import Actions
from reviewer.gui.library.pane import LibraryPane
from reviewer.gui.shell.drop_sign import DropSign
from reviewer.gui.shell.drops import take
from reviewer.gui.shell.head import EpisodeHead
from reviewer.gui.shell.later import Later
from reviewer.gui.shell.status import StatusBar
from reviewer.gui.shell.toast import Toast
from reviewer.gui.theme import Theme
from reviewer.gui.theme.palette import ROLE_OF_TOKEN
from reviewer.gui.theme.splitter import PaneSplitter
from reviewer.gui.transcript.view import TranscriptView

if TYPE_CHECKING:
    from reviewer.gui.plots.plots import Plots
    from reviewer.gui.shell.player_bar import PlayerBar
    from reviewer.gui.shell.start import StartView
    from reviewer.gui.side import SidePane

LEAST = QSize(900, 600)
PLOTS_HEIGHT, PLAYER_HEIGHT = 246, 52  # of the rows of window.md, until the parts themselves say it
NARROW = 1180  # below this the library hides first


class _Rule(QWidget):
    """One line that parts the plots from the text."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedHeight(1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._theme.color("line"))


class MainWindow(QMainWindow):
    """Library | transcript with its plots | side pane, over player and status bar.

    Signals:
        paths_dropped: Files and folders dropped anywhere on the window.
        closing: The window is about to close; what is typed must be kept now.
        activated: The window came to the front.
    """

    paths_dropped = Signal(list)
    closing = Signal()
    activated = Signal()

    def __init__(self, theme: Theme, library: Path) -> None:
        super().__init__()
        self.setWindowTitle("Reviewer")
        self.setMinimumSize(LEAST)
        self.setAcceptDrops(True)
        self.theme, self._path = theme, library
        self._start: StartView | None = None
        self._side: SidePane | None = None
        self._plots: Plots | None = None
        self._player_bar: PlayerBar | None = None
        self.hides_library = self._was_narrow = False  # while it is narrow, not as the user wishes
        self.actions_ = Actions(self)
        self.menus = self.actions_.fill(self.menuBar())
        self.library = LibraryPane(theme)
        self.head, self.transcript, self.status = EpisodeHead(theme), TranscriptView(theme), StatusBar(theme)
        self.side_area = Later()
        self.plots_place = Later(theme.scaled(PLOTS_HEIGHT))
        self.player_place = Later(theme.scaled(PLAYER_HEIGHT))
        self._lay_out()
        self.toast = Toast(theme, self.transcript)
        self._drop_sign = DropSign(theme, self)

    @property
    def start(self) -> "StartView":
        """Made when it is first needed: most days begin with an episode."""
        if self._start is None:
            from reviewer.gui.shell.start import StartView

            self._start = StartView(self.theme, self._path)
            self.center.addWidget(self._start)
        return self._start

    @property
    def side(self) -> "SidePane":
        """Made when it is first needed, after the first paint of the text; its place is kept for it."""
        if self._side is None:
            from reviewer.gui.side import SidePane

            self._side = SidePane(self.theme)
            self.side_area.fill(self._side)
        return self._side

    @property
    def plots(self) -> "Plots":
        """Made when first needed: the figures are not there before the first paint either."""
        if self._plots is None:
            from reviewer.gui.plots.plots import Plots

            self._plots = Plots(self.theme)
            self.plots_place.fill(self._plots)
        return self._plots

    @property
    def player_bar(self) -> "PlayerBar":
        """Made when first needed, as the player is."""
        if self._player_bar is None:
            from reviewer.gui.shell.player_bar import PlayerBar

            self._player_bar = PlayerBar(self.theme)
            self.player_place.fill(self._player_bar)
        return self._player_bar

    def _lay_out(self) -> None:
        self.episode = QWidget()
        self.episode.setAutoFillBackground(True)
        self.episode.setBackgroundRole(ROLE_OF_TOKEN["paper"])
        column = QVBoxLayout(self.episode)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.head, self.plots_place, _Rule(self.theme)):
            column.addWidget(part)
        column.addWidget(self.transcript, 1)
        self.center = QStackedWidget()
        self.center.addWidget(self.episode)
        self.panes = PaneSplitter(Qt.Orientation.Horizontal)
        for pane in (self.library, self.center, self.side_area):
            self.panes.addWidget(pane)
        self.panes.setStretchFactor(1, 1)
        self.panes.setChildrenCollapsible(False)
        whole = QWidget()
        rows = QVBoxLayout(whole)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.panes, 1)
        rows.addWidget(self.player_place)
        rows.addWidget(self.status)
        self.setCentralWidget(whole)

    def _stands_as_laid(self, old_width: int) -> bool:
        """Whether another size of window.md is reached, and the panes still have the widths of the one before."""
        before = _widths(old_width)
        sizes = self.panes.sizes()
        return before != _widths(self.width()) and (sizes[0], sizes[2]) == before

    def lay_panes(self) -> None:
        """The widths of window.md for this width of the window: library and side as drawn, the rest the transcript."""
        width = self.width()
        library, side = _widths(width)
        self.panes.setSizes([library, max(width - library - side, 200), side])

    def show_start(self) -> None:
        """The empty library."""
        self.center.setCurrentWidget(self.start)
        self.side_area.hide()
        self.player_place.hide()

    def show_episode(self) -> None:
        self.center.setCurrentWidget(self.episode)
        self.side_area.setVisible(self.actions_["side_pane"].isChecked())
        self.player_place.show()

    @property
    def is_narrow(self) -> bool:
        return self.width() < NARROW

    # Qt
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().isValid() and self._stands_as_laid(event.oldSize().width()):
            self.lay_panes()
        if self.is_narrow != self._was_narrow:
            self._was_narrow = self.is_narrow
            self._follow_width()

    def _follow_width(self) -> None:
        action = self.actions_["library_pane"]
        if self.is_narrow:
            self.hides_library = action.isChecked()
            action.setChecked(False)
        elif self.hides_library:
            self.hides_library = False
            action.setChecked(True)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if take(event):
            self._drop_sign.show_over()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._drop_sign.hide()
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self._drop_sign.hide()
        self.paths_dropped.emit(take(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What no part had a use for: Esc goes back to the text."""
        if event.key() == Qt.Key.Key_Escape and self.center.currentWidget() is self.episode:
            self.transcript.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        super().closeEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.WindowActivate:
            self.activated.emit()
        return super().event(event)


def _widths(width: int) -> tuple[int, int]:
    """Of library and side pane, for a width of the window."""
    return (208 if width < 1400 else 280 if width < 1800 else 320), (376 if width < 1400 else 400)
