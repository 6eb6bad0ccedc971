"""A toast for finished things that can be undone, and a message for what went wrong; at the foot of the transcript."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from reviewer.gui.theme import Theme
from reviewer.gui.theme.kinds import dress

LASTS_MS = 6_000
MARGIN = 16


class Toast(QFrame):
    """One at a time, over the foot of its parent. A message of a fault stays until it is dismissed.

    Signals:
        undo_asked: The user wants back what the toast told of.
        all_asked: The user wants to see all that the toast told of in short.
        open_asked: The slug of the episode that the toast told of.
    """

    undo_asked = Signal()
    all_asked = Signal()
    open_asked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sign, self._text = QLabel(), QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self._theme.keep_text(self._text, "interface")
        self._all, self._undo, self._close = QPushButton("See all"), QPushButton("Undo"), QPushButton("Dismiss")
        self._open, self._opens = QPushButton("Open"), ""
        dress(self, kind="card")
        dress(self._undo, kind="link", keycap="Ctrl+Z", dense=True)
        dress(self._close, kind="link", dense=True)
        dress(self._all, kind="link", dense=True)
        dress(self._open, kind="link", dense=True)
        # Ctrl+Z does it by keyboard, and a click leaves the caret where it is.
        for button in (self._open, self._all, self._undo, self._close):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._timer = QTimer(self, interval=LASTS_MS, singleShot=True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 8)
        layout.setSpacing(8)
        layout.addWidget(self._sign)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._open)
        layout.addWidget(self._all)
        layout.addWidget(self._undo)
        layout.addWidget(self._close)
        self._all.clicked.connect(self._on_all_clicked)
        self._open.clicked.connect(self._on_open_clicked)
        self._undo.clicked.connect(self._on_undo_clicked)
        self._close.clicked.connect(self.hide)
        self._timer.timeout.connect(self._on_time_over)
        self._host = parent
        parent.installEventFilter(self)
        self._shown_sign = ("check", "good")
        theme.changed.connect(self._paint_sign)
        self.hide()

    @property
    def text(self) -> str:
        return self._text.text()

    def tell(self, text: str, *, can_undo: bool, has_more: bool = False, opens: str = "") -> None:
        """Something is done; goes by itself. `has_more`: there is a place that shows it all; `opens`: a slug."""
        self._offer(opens)
        self._all.setVisible(has_more)
        self._show(text, "check", "good")
        self._undo.setVisible(can_undo)
        self._close.hide()
        self._timer.start()

    def outdate(self) -> None:
        """Something else was decided since: Undo would no longer take back what is told here."""
        self._undo.hide()

    def complain(self, text: str, *, has_more: bool = False) -> None:
        """Something went wrong, and nothing was changed; stays."""
        self._offer("")
        self._all.setVisible(has_more)
        self._show(text, "error", "bad")
        self._undo.hide()
        self._close.show()
        self._timer.stop()

    def _offer(self, opens: str) -> None:
        self._opens = opens
        self._open.setVisible(bool(opens))

    def _paint_sign(self) -> None:
        self._sign.setPixmap(self._theme.pixmap(*self._shown_sign, 16, self.devicePixelRatioF()))

    def _show(self, text: str, sign: str, token: str) -> None:
        self._text.setText(text)
        self._shown_sign = (sign, token)
        self._paint_sign()
        self.setAccessibleName(text)
        self._place()  # first: shown where it stood before, it would take the pointer there for one on itself
        self.show()
        self.raise_()

    def _place(self) -> None:
        parent = self._host
        width = min(parent.width() - 2 * MARGIN, 560)
        self.setFixedWidth(width)
        self.adjustSize()
        self.move((parent.width() - width) // 2, parent.height() - self.height() - MARGIN)

    def _on_time_over(self) -> None:
        if self.underMouse():
            self._timer.start()
        else:
            self.hide()

    def _on_all_clicked(self) -> None:
        self.hide()
        self.all_asked.emit()

    def _on_open_clicked(self) -> None:
        self.hide()
        self.open_asked.emit(self._opens)

    def _on_undo_clicked(self) -> None:
        self.hide()
        self.undo_asked.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._host and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)
