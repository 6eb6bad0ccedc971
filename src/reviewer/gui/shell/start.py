"""The empty library: what this is for, a place to drop caption files, the sample, and who works here."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from reviewer.gui.shell.drops import take
from reviewer.gui.theme import Theme
from reviewer.gui.theme.kinds import dress
from reviewer.gui.theme.palette import ROLE_OF_TOKEN

WIDTH = 760
TITLE = "Start with a caption file"
WHAT_FOR = (
    "Bring it in, put the names right, listen where you doubt it, write the assessment, and hand over a bundle in "
    "which every figure can be traced. Nothing leaves this computer."
)


class _DropPlace(QWidget):
    """A dashed field that takes caption files."""

    paths_dropped = Signal(list)

    def __init__(self, theme: Theme, *buttons: QPushButton) -> None:
        super().__init__()
        self._theme = theme
        self.setAcceptDrops(True)
        self._sign, head, text = QLabel(), QLabel("Drop caption files or a folder here"), QLabel()
        self._on_theme_changed()
        theme.changed.connect(self._on_theme_changed)
        text.setText("WebVTT, SRT, SBV, TTML, YouTube’s own, podcast and Whisper JSON, plain text. Kept to the byte.")
        text.setWordWrap(True)
        theme.keep_text(head, "heading")
        theme.keep_text(text, "interface", "ink2")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(head)
        words.addWidget(text)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(32, 28, 32, 28)
        layout.setSpacing(24)
        layout.addWidget(self._sign)
        layout.addLayout(words, 1)
        column = QVBoxLayout()
        column.setSpacing(4)
        for button in buttons:
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addLayout(column)

    def _on_theme_changed(self) -> None:
        self._sign.setPixmap(self._theme.pixmap("captions", "accent", 32, self.devicePixelRatioF()))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(self._theme.color("edge"), 1, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(self._theme.color("ground"))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 6, 6)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        take(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self.paths_dropped.emit(take(event))


class StartView(QScrollArea):
    """Shown while the library holds no episode.

    Signals:
        import_asked: The user wants to choose files.
        folder_asked: The user wants to choose a folder.
        paths_dropped: Files and folders that were dropped.
        sample_asked: The user wants the sample.
        person_named: The name that stands beside corrections.
    """

    import_asked = Signal()
    folder_asked = Signal()
    paths_dropped = Signal(list)
    sample_asked = Signal()
    person_named = Signal(str)

    def __init__(self, theme: Theme, library: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._import = QPushButton("Import captions…")
        dress(self._import, kind="primary", keycap="Ctrl+O")
        self._sample = QPushButton("Open the sample")
        dress(self._sample)
        self._person = QLineEdit()
        self._person.setAccessibleName("Your name")
        self._person.setFixedWidth(240)
        self._folder = QPushButton("Import a folder…")
        dress(self._folder, kind="link", keycap="Ctrl+Shift+O", dense=True)
        self._drop = _DropPlace(theme, self._import, self._folder)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setWidget(self._page(library))
        self._import.clicked.connect(self.import_asked)
        self._folder.clicked.connect(self.folder_asked)
        self._sample.clicked.connect(self.sample_asked)
        self._drop.paths_dropped.connect(self.paths_dropped)
        self._person.editingFinished.connect(self._on_person_edited)

    def _page(self, library: Path) -> QWidget:
        page, column = QWidget(), QWidget()
        page.setAutoFillBackground(True)
        page.setBackgroundRole(ROLE_OF_TOKEN["paper"])
        column.setMaximumWidth(WIDTH)
        column.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        lines = QVBoxLayout(column)
        lines.setSpacing(0)
        lines.addSpacing(40)
        lines.addWidget(self._label(TITLE, "start_title"))
        lines.addSpacing(12)
        lines.addWidget(self._label(WHAT_FOR, "transcript", "ink2"))
        lines.addSpacing(32)
        lines.addWidget(self._drop)
        lines.addSpacing(32)
        lines.addWidget(self._label("Or take a minute with the sample", "heading"))
        lines.addSpacing(12)
        lines.addWidget(self._sample_card())
        lines.addSpacing(24)
        lines.addLayout(
            self._step("1", "Your name", "Stands beside each correction and in the assessment.", self._person)
        )
        where = self._label(str(library), "interface", "ink2")
        lines.addLayout(self._step("2", "Where the library lies", "Another one: reviewer --library FILE", where))
        lines.addStretch(1)
        across = QHBoxLayout(page)
        across.setContentsMargins(24, 24, 24, 24)
        across.addStretch(1)
        across.addWidget(column, 20)
        across.addStretch(1)
        return page

    def _label(self, text: str, role: str, token: str = "ink") -> QLabel:  # noqa: S107
        label = QLabel(text, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self._theme.keep_text(label, role, token)
        return label

    def _sample_card(self) -> QWidget:
        card = QFrame()
        dress(card, kind="card")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._label("Sample, 11 min, three voices", "small", "ink2"))
        words.addWidget(self._label("The lighthouse keeper’s model", "title"))
        words.addWidget(self._label("Captioned by a real recogniser, with its mistakes.", "interface", "ink2"))
        layout = QHBoxLayout(card)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.addLayout(words, 1)
        layout.addWidget(self._sample)
        return card

    def _step(self, number: str, head: str, text: str, answer: QWidget) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._label(head, "interface_strong"))
        words.addWidget(self._label(text, "interface", "ink2"))
        line = QHBoxLayout()
        line.setContentsMargins(0, 12, 0, 12)
        line.setSpacing(16)
        line.addWidget(self._label(number, "heading", "ink2"))
        line.addLayout(words, 1)
        line.addWidget(answer)
        return line

    def set_person(self, name: str) -> None:
        self._person.setText(name)

    def _on_person_edited(self) -> None:
        if self._person.text().strip():
            self.person_named.emit(self._person.text().strip())
