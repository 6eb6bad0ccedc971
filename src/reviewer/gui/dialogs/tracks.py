"""Captions of this episode: its tracks, which leads, what is odd in each, and what can be done with them."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from reviewer.core.wording import count
from reviewer.errors import printable
from reviewer.gui.dialogs.line import Line
from reviewer.gui.dialogs.row_list import RowList
from reviewer.gui.dialogs.track_rows import OddityDelegate, OddityItem, TrackDelegate, TrackItem
from reviewer.gui.labels import OneLine, button, label
from reviewer.gui.side.empty import EmptyState
from reviewer.gui.side.paint import PANE, plain
from reviewer.gui.theme import Theme
from reviewer.gui.theme.palette import ROLE_OF_TOKEN

_LIST = 288


class _Side(QWidget):
    """The list's ground, parted from the chosen track by a line."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.width() - 1, 0, 1, self.height(), self._theme.color("line"))


class TracksDialog(QDialog):
    """Stands beside the window, so that the transcript can be looked at; Ctrl+Z takes back what was done here.

    Signals:
        shown_track: The TrackItem whose oddities are looked at.
        lead_asked, copy_asked, compare_asked: The TrackItem.
        reread_asked, save_asked: Of the leading track.
        undo_asked: What was told is to be taken back.
    """

    shown_track = Signal(object)
    lead_asked = Signal(object)
    copy_asked = Signal(object)
    compare_asked = Signal(object)
    reread_asked = Signal()
    save_asked = Signal()
    undo_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setWindowTitle("Captions of this episode")
        self.resize(920, 600)
        self.tracks = RowList(theme, "Tracks")
        self.tracks.setItemDelegate(TrackDelegate(theme, self.tracks))
        self.oddities = RowList(theme, "Oddities", ROLE_OF_TOKEN["paper"])
        self.oddities.setItemDelegate(OddityDelegate(theme, self.oddities))
        self.title, self.count = OneLine(theme, "heading"), label(theme, "small", "ink2")
        self.file, self.odd = OneLine(theme, "heading"), label(theme, "small_strong", "ink2")
        self.facts = {name: OneLine(theme, "interface") for name in ("Format", "Encoding", "Holds", "Imported")}
        self.lead = button("Lead with this track", "primary")
        self.reread, self.save = button("Re-read as…"), button("Save captions as…")
        self.compare, self.copy = button("Compare…"), button("Save a copy of the file…", "quiet")
        self.none = EmptyState(theme, "circle-check")
        self.none.say("Nothing odd", "Every line of this file was read as its format has it.")
        self.told, self.undo = label(theme, "interface", "ink2", wraps=True), button("Undo", "link", keycap="Ctrl+Z")
        self.close_button = button("Close", keycap="Esc")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        whole, row = QVBoxLayout(self), QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._left())
        row.addWidget(self._right(), 1)
        foot = QHBoxLayout()
        foot.setContentsMargins(PANE, 12, PANE, 12)
        foot.setSpacing(12)
        foot.addWidget(self.told, 1)
        foot.addWidget(self.undo)
        foot.addWidget(self.close_button)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(row, 1)
        whole.addWidget(Line(self._theme))
        whole.addLayout(foot)
        self.undo.hide()
        deeds = (self.lead, self.reread, self.compare, self.save, self.copy)
        for one, following in pairwise((self.tracks, *deeds, self.oddities, self.undo, self.close_button)):
            self.setTabOrder(one, following)

    def _left(self) -> QWidget:
        side = _Side(self._theme)
        side.setFixedWidth(_LIST)
        column, head = QVBoxLayout(side), QVBoxLayout()
        column.setContentsMargins(0, 0, 1, 0)
        column.setSpacing(0)
        head.setContentsMargins(PANE, 16, PANE, 12)
        head.setSpacing(2)
        head.addWidget(self.title)
        head.addWidget(self.count)
        column.addLayout(head)
        column.addWidget(self.tracks, 1)
        return side

    def _right(self) -> QWidget:
        side = QWidget()
        side.setAutoFillBackground(True)
        side.setBackgroundRole(ROLE_OF_TOKEN["paper"])
        self._stack = QStackedWidget()
        self._stack.addWidget(self.oddities)
        self._stack.addWidget(self.none)
        column, top = QVBoxLayout(side), QVBoxLayout()
        top.setContentsMargins(PANE, 16, PANE, 8)
        top.setSpacing(12)
        top.addWidget(self.file)
        top.addLayout(self._fact_grid())
        top.addLayout(self._deeds())
        top.addSpacing(4)
        top.addWidget(self.odd)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(Line(self._theme))
        column.addWidget(self._stack, 1)
        return side

    def _fact_grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        for number, (name, value) in enumerate(self.facts.items()):
            head = label(self._theme, "interface", "ink2")
            head.setText(name)
            head.setBuddy(value)
            grid.addWidget(head, number, 0)
            grid.addWidget(value, number, 1)
        return grid

    def _deeds(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(8)
        for part in (self.lead, self.reread, self.compare, self.save, self.copy):
            line.addWidget(part)
        line.addStretch(1)
        return line

    def _connect(self) -> None:
        self.tracks.chosen.connect(self._on_track_chosen)
        self.tracks.taken.connect(self._on_track_taken)
        self.lead.clicked.connect(self._on_lead_clicked)
        self.copy.clicked.connect(self._on_copy_clicked)
        self.compare.clicked.connect(self._on_compare_clicked)
        self.reread.clicked.connect(self.reread_asked)
        self.save.clicked.connect(self.save_asked)
        self.undo.clicked.connect(self._on_undo_asked)
        self.close_button.clicked.connect(self.reject)

    # Values in
    def set_tracks(self, title: str, tracks: Sequence[TrackItem]) -> None:
        """The tracks of an episode; the one that was looked at stays, else the leading one is looked at."""
        old = self.track
        self.title.setText(plain(title))
        kinds = len({track.label for track in tracks})
        self.count.setText(f"{count(len(tracks), 'version')} in {count(kinds, 'track')}")
        ids = [track.id for track in tracks]
        leading = next((number for number, track in enumerate(tracks) if track.leads), 0)
        self.tracks.set_rows(tracks, ids.index(old.id) if old is not None and old.id in ids else leading)

    def show_leading(self) -> None:
        """Look at the track that leads."""
        rows = self.tracks.rows.rows
        number = next((n for n, row in enumerate(rows) if isinstance(row, TrackItem) and row.leads), 0)
        self.tracks.setCurrentIndex(self.tracks.rows.index(number))

    def set_oddities(self, oddities: Sequence[OddityItem]) -> None:
        """What is odd in the track that is looked at, with the lines of the file."""
        self.oddities.set_rows(oddities)
        self.odd.setText(f"Oddities {len(oddities):,}, read all the same" if oddities else "Oddities")
        self._stack.setCurrentWidget(self.oddities if oddities else self.none)

    def tell(self, text: str, *, can_undo: bool) -> None:
        self.told.setText(plain(text))
        self.undo.setVisible(can_undo)

    @property
    def track(self) -> TrackItem | None:
        """The track that is looked at."""
        row = self.tracks.row
        return row if isinstance(row, TrackItem) else None

    # What happened
    def _on_track_chosen(self, track: TrackItem | None) -> None:
        if track is None:
            return
        self.file.setText(printable(track.file_name))
        told = {"Format": track.format_told, "Encoding": track.encoding_told, "Holds": track.contents}
        for name, value in (told | {"Imported": track.imported}).items():
            self.facts[name].setText(value)
        self.lead.setVisible(not track.leads)
        self.reread.setVisible(track.leads)
        self.save.setVisible(track.leads)
        self.compare.setVisible(self.tracks.rows.rowCount() > 1)
        self.set_oddities(track.oddities)
        self.shown_track.emit(track)

    def _on_track_taken(self, track: TrackItem) -> None:
        if not track.leads:
            self.lead_asked.emit(track)

    def _on_lead_clicked(self) -> None:
        self.tracks.setFocus()  # the button goes
        self.lead_asked.emit(self.track)

    def _on_copy_clicked(self) -> None:
        self.copy_asked.emit(self.track)

    def _on_compare_clicked(self) -> None:
        self.compare_asked.emit(self.track)

    def _on_undo_asked(self) -> None:
        self.tracks.setFocus()
        self.undo.hide()
        self.undo_asked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Undo) and self.undo.isVisible():
            self._on_undo_asked()
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(920, 600)
