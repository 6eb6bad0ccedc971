"""A field of several lines that is as high as its text."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QTextEdit, QWidget

from reviewer.gui.theme import Theme

_MARGIN = 8  # and the frame's 2


class GrowingText(QTextEdit):
    """Plain text only; Tab goes on to the next field, Ctrl+Z is the field's own.

    Made by a form, so it takes its look afterwards, by `dress`. Its lines are as far apart as the font says (20.5 px
    for 14.5): with a line height of our own, Qt swallows the first Return in an empty field.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme: Theme | None = None
        self._least = 2
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(_MARGIN)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.cursorPositionChanged.connect(self._on_caret_moved)

    def dress(self, theme: Theme, role: str, least: int) -> None:
        """Set it in a role of type, at least so many lines high."""
        self._theme, self._role, self._least = theme, role, least
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def set_text(self, text: str) -> None:
        """Other text from outside; the caret stays where it was as far as it can, and undo begins anew."""
        if text != self.toPlainText():
            at = self.textCursor().position()
            self.setPlainText(text)
            caret = self.textCursor()
            caret.setPosition(min(at, len(self.toPlainText())))
            self.setTextCursor(caret)

    def _on_theme_changed(self) -> None:
        assert self._theme is not None
        self.setFont(self._theme.font(self._role))
        self._fit()

    def _fit(self) -> None:
        line = self.fontMetrics().lineSpacing()
        frame = 2 * self.frameWidth()
        text = round(self.document().size().height())
        self.setFixedHeight(max(text, self._least * line + 2 * _MARGIN) + frame)

    def _on_caret_moved(self) -> None:
        """Keep the caret in sight, in the pane that scrolls instead of this field."""
        area = self._area()
        inside = area.widget() if area is not None else None
        if self.hasFocus() and area is not None and inside is not None:
            caret = self.cursorRect()
            at = self.viewport().mapTo(inside, caret.bottomLeft())
            area.ensureVisible(at.x(), at.y(), 0, 2 * caret.height())

    def _area(self) -> QScrollArea | None:
        parent = self.parentWidget()
        while parent is not None and not isinstance(parent, QScrollArea):
            parent = parent.parentWidget()
        return parent

    def minimumSizeHint(self) -> QSize:
        return QSize(60, 30)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
