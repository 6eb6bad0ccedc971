"""What an import made of the files: imported, new versions, known already, refused and why."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from reviewer.gui.dialogs.line import Line
from reviewer.gui.dialogs.report_rows import EDGE, FileLine, ReportList, ReportPanel, in_groups, summary
from reviewer.gui.labels import button, label
from reviewer.gui.side.empty import EmptyState
from reviewer.gui.theme import Theme

NOTHING_CHANGED = "Nothing was changed"


class ReportDialog(QDialog):
    """Stands beside the window and holds nobody up; each import fills it anew.

    Signals:
        open_asked: The slug of an episode.
        text_asked: The path of a refused file that is to be read as plain text.
    """

    open_asked = Signal(str)
    text_asked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Import")
        self.resize(620, 560)
        self._lines: Sequence[FileLine] = ()
        self.head, self.rest = label(theme, "heading"), label(theme, "interface", "ink2", wraps=True)
        self.panel = ReportPanel(theme)
        self.list = ReportList(theme, self.panel)
        self.edge = Line(theme)  # rows have gone under the head
        self.empty = EmptyState(theme, "import")
        self.empty.say("Nothing imported yet", "Files that you bring in are listed here, with what became of each.")
        self.copy, self.close_button = button("Copy list", "link"), button("Close", keycap="Esc")
        self._lay_out(theme)
        self.list.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.list.open_asked.connect(self._on_open_asked)
        self.panel.open.clicked.connect(self._on_open_asked)
        self.panel.as_text.clicked.connect(self._on_text_asked)
        self.panel.copy.clicked.connect(self._on_copy_message)
        self.copy.clicked.connect(self._on_copy_list)
        self.close_button.clicked.connect(self.reject)
        self.set_lines((), was_cancelled=False)

    def _lay_out(self, theme: Theme) -> None:
        top, foot, column = QVBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        top.setContentsMargins(EDGE, 16, EDGE, 8)
        top.setSpacing(2)
        top.addWidget(self.head)
        top.addWidget(self.rest)
        foot.setContentsMargins(EDGE, 12, EDGE, 16)
        foot.addWidget(self.copy)
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.edge)
        column.addWidget(self.list, 1)
        column.addWidget(self.empty, 1)
        column.addWidget(Line(theme))
        column.addLayout(foot)
        panel = self.panel
        for one, following in pairwise(
            (self.list, panel.open, panel.as_text, panel.copy, self.copy, self.close_button)
        ):
            self.setTabOrder(one, following)

    def set_lines(self, lines: Sequence[FileLine], *, was_cancelled: bool) -> None:
        """What became of each file; after a cancel the files that were not reached are in no line."""
        self._lines = lines
        self.head.setText(summary(lines))
        refused = [line for line in lines if line.became == "refused"]
        says_so = len(refused) == 1 and NOTHING_CHANGED in refused[0].whole
        told = [
            "Cancelled: what came before is whole. The same import again brings the rest." if was_cancelled else "",
            "Nothing was changed by what was refused." if refused and not says_so else "",
        ]
        self.rest.setText(" ".join(part for part in told if part))
        self.rest.setVisible(any(told))
        self.list.setVisible(bool(lines))
        self.empty.setVisible(not lines)
        self.copy.setEnabled(bool(lines))
        rows = in_groups(lines)
        self.list.set_rows(*((rows, 1) if len(lines) > 1 else (rows[1:], 0)))  # the head says what one file's would
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self._on_scrolled()

    @property
    def current(self) -> FileLine | None:
        row = self.list.row
        return row if isinstance(row, FileLine) else None

    def _on_scrolled(self) -> None:
        self.edge.is_drawn = self.list.verticalScrollBar().value() > 0
        self.edge.update()

    def _on_open_asked(self) -> None:
        if self.current is not None and self.current.episode:
            self.open_asked.emit(self.current.episode)

    def _on_text_asked(self) -> None:
        if self.current is not None:
            self.text_asked.emit(self.current.file)

    def _on_copy_message(self) -> None:
        if self.current is not None:
            QGuiApplication.clipboard().setText(self.current.copied)

    def _on_copy_list(self) -> None:
        """All files, those of a group under its heading."""
        lines = [row.copied if isinstance(row, FileLine) else f"\n{row.spoken}" for row in in_groups(self._lines)]
        QGuiApplication.clipboard().setText("\n".join(lines).strip() + "\n")
