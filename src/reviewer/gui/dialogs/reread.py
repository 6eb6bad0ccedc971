"""Re-read as: another encoding or format for the leading track's bytes, with the first lines as they would read."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QComboBox, QDialog, QFormLayout, QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from reviewer.errors import printable
from reviewer.gui.formats import format_words
from reviewer.gui.labels import OneLine, button, label
from reviewer.gui.theme import Theme

PREVIEW_AFTER_MS = 80  # of no other choice: whoever walks through the list with the arrows waits for none of them
AS_FOUND = "As its content tells"


@dataclass(frozen=True, slots=True)
class Choices:
    """Encodings, each with its words, and the names of the formats."""

    encodings: Sequence[tuple[str, str]]
    formats: Sequence[str]


class RereadDialog(QDialog):
    """What was decided stays: corrections are carried to the new version, and Undo brings the old one back.

    Signals:
        preview_asked: The encoding that is looked at.
    """

    preview_asked = Signal(str)

    def __init__(self, theme: Theme, file_name: str, choices: Choices, now: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Re-read as")
        self.resize(600, 480)
        self._theme = theme
        head = OneLine(theme, "heading")
        head.setText(printable(file_name))
        self.encoding, self.format = QComboBox(), QComboBox()
        encodings = dict(choices.encodings)
        for name, words in {now: encodings.get(now, now), **encodings}.items():
            self.encoding.addItem(f"{words} (as now)" if name == now else words, name)
        self.format.addItem(AS_FOUND, None)
        for name in choices.formats:
            self.format.addItem(format_words(name), name)
        self.preview = QPlainTextEdit(readOnly=True)
        self.preview.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.preview.setAccessibleName("What it says then")
        self.preview.setTabChangesFocus(True)
        theme.keep_text(self.preview, "quote")
        self.preview.document().setDocumentMargin(10)
        self.fault, self._sign = label(theme, wraps=True), QLabel()
        self.cancel, self.accept_button = button("Cancel", keycap="Esc"), button("Re-read", "primary", keycap="Enter")
        self.accept_button.setDefault(True)
        self._now = now
        self._timer = QTimer(self, interval=PREVIEW_AFTER_MS, singleShot=True)
        self._lay_out(head)
        self._connect()
        self.show_preview("")

    def _lay_out(self, head: OneLine) -> None:
        form, fault, foot, column = QFormLayout(), QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        fault.setSpacing(8)
        fault.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        fault.addWidget(self.fault, 1)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        form.addRow("Encoding", self.encoding)
        form.addRow("Format", self.format)
        what = label(self._theme, "small_strong", "ink2")
        what.setText("What it says then")
        foot.setSpacing(8)
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.accept_button)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(head)
        column.addLayout(form)
        column.addSpacing(2)
        column.addWidget(what)
        column.addWidget(self.preview, 1)
        column.addLayout(fault)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.encoding.currentIndexChanged.connect(self._on_choice_changed)
        self.format.currentIndexChanged.connect(self._on_choice_changed)
        self._timer.timeout.connect(self._on_preview_due)
        self.cancel.clicked.connect(self.reject)
        self.accept_button.clicked.connect(self.accept)
        self._timer.start(0)

    @property
    def chosen_encoding(self) -> str:
        return str(self.encoding.currentData())

    @property
    def chosen_format(self) -> str | None:
        """None: as the content tells."""
        data = self.format.currentData()
        return None if data is None else str(data)

    def show_preview(self, text: str, misfit: str = "") -> None:
        """The first lines; with `misfit` some bytes of the file are no text in this encoding."""
        self.preview.setPlainText(text)
        self._tell(f"{misfit}. What can’t be read becomes \ufffd." if misfit else "", is_fault=False)

    def show_fault(self, why: str) -> None:
        """The bytes can't be read so."""
        self.preview.setPlainText("")
        self._tell(why, is_fault=bool(why))

    def _tell(self, text: str, *, is_fault: bool) -> None:
        sign = ("error", "bad") if is_fault else ("warn", "ink2")
        self._sign.setPixmap(self._theme.pixmap(*sign, 16, self.devicePixelRatioF()))
        self.fault.setText(text)
        for part in (self._sign, self.fault):
            part.setVisible(bool(text))
        is_other = self.chosen_encoding != self._now or self.chosen_format is not None
        self.accept_button.setEnabled(is_other and not is_fault)
        palette = self.preview.palette()
        palette.setColor(QPalette.ColorRole.Text, self._theme.color("ink"))
        self.preview.setPalette(palette)

    def _on_choice_changed(self) -> None:
        self._timer.start(PREVIEW_AFTER_MS)

    def _on_preview_due(self) -> None:
        self.preview_asked.emit(self.chosen_encoding)
