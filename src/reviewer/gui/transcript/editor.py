"""Correcting in place: a field over the words, and below it what is known of them and what can be done."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from reviewer.gui.theme import Theme
from reviewer.gui.theme.kinds import Kind, dress
from reviewer.gui.theme.look import box

_WIDE: Final = 480
_BELOW: Final = 6  # between field and popup
_SIDE: Final = 12
_FIELD_RADIUS: Final = 3.0
_PROPOSALS: Final = 5  # rows shown at once
_ROW: Final = 26

_Key = Qt.Key
_Mod = Qt.KeyboardModifier
_MODIFIERS: Final = _Mod.ControlModifier | _Mod.ShiftModifier | _Mod.AltModifier | _Mod.MetaModifier


@dataclass(frozen=True, slots=True)
class Offer:
    """What the field begins with, what is known, and what is proposed."""

    text: str
    info: str
    proposals: tuple[str, ...]
    count_places: int
    is_whole: bool = False  # it begins with the words as they stand; typing then replaces them


class CorrectionField(QLineEdit):
    """The line that is typed, in the letters of the transcript.

    Signals:
        key_pressed: Enter, Esc, Up or Down with its modifiers, which the popup answers.
    """

    key_pressed = Signal(int, object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setFrame(False)
        self.setTextMargins(2, 0, 0, 0)
        self.setAccessibleName("Correction")
        self.hide()

    def follow_theme(self) -> None:
        self.setFont(self._theme.font("transcript"))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        color = self._theme.color
        box(painter, self.rect(), _FIELD_RADIUS, color("raised"), color("accent"))
        painter.end()
        super().paintEvent(event)

    def event(self, event: QEvent) -> bool:
        """These keys are the field's own while it is open, whatever they do in the window."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in _KEYS:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _KEYS:
            self.key_pressed.emit(event.key(), event.modifiers() & _MODIFIERS)
        else:
            super().keyPressEvent(event)


_KEYS: Final = frozenset({_Key.Key_Return, _Key.Key_Enter, _Key.Key_Escape, _Key.Key_Up, _Key.Key_Down})


class CorrectionPopup(QFrame):
    """The card below the field."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.info = QLabel(self)
        self.info.setTextFormat(Qt.TextFormat.PlainText)
        self.info.setForegroundRole(QPalette.ColorRole.Dark)
        self.info.setWordWrap(True)
        self.proposals = QListWidget(self)
        self.proposals.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.proposals.setFrameShape(QFrame.Shape.NoFrame)
        self.proposals.setAccessibleName("Proposals")
        self.here = self._button("Here", "primary", "Enter")
        self.all_places = self._button("", "", "Ctrl+Shift+Enter")
        self.cancel = self._button("Cancel", "quiet", "Esc")
        self._arrange()
        self.hide()

    def _button(self, text: str, kind: Kind, keycap: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the field keeps the keyboard, and the keys do the same
        button.setAutoDefault(False)
        dress(button, kind=kind, keycap=keycap, dense=True)
        return button

    def _arrange(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.here)
        buttons.addWidget(self.all_places)
        buttons.addStretch()
        buttons.addWidget(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE, 8, _SIDE, 8)
        column.setSpacing(8)
        column.addWidget(self.info)
        column.addWidget(self.proposals)
        column.addLayout(buttons)

    def follow_theme(self) -> None:
        self.info.setFont(self._theme.font("small"))
        self.proposals.setFont(self._theme.font("quote"))

    def show_offer(self, offer: Offer) -> None:
        self.info.setText(offer.info)
        self.info.setVisible(bool(offer.info))
        self.proposals.clear()
        row = QSize(0, self._theme.scaled(_ROW))
        for proposal in offer.proposals:
            item = QListWidgetItem(proposal, self.proposals)
            item.setSizeHint(row)
        self.proposals.setCurrentRow(-1)
        rows = min(len(offer.proposals), _PROPOSALS)
        self.proposals.setVisible(rows > 0)
        self.proposals.setFixedHeight(rows * row.height())
        self.all_places.setText(f"See all {offer.count_places} places")
        self.all_places.setVisible(offer.count_places > 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        box(painter, self.rect(), 6, self._theme.color("raised"), self._theme.color("edge"))
        painter.end()


class CorrectionEditor(QObject):
    """Field and popup as one; at most one correction is open.

    Signals:
        typed: The wording now.
        closed: Field and popup are gone, before the answer is given.
        accepted, checked, all_places: The wording meant: here; here, and the paragraph is checked; everywhere.
        cancelled: Nothing is to change.
    """

    typed = Signal(str)
    closed = Signal()
    accepted = Signal(str)
    checked = Signal(str)
    all_places = Signal(str)
    cancelled = Signal()

    def __init__(self, theme: Theme, viewport: QWidget) -> None:
        super().__init__(viewport)
        self._theme = theme
        self.field = CorrectionField(theme, viewport)
        self.popup = CorrectionPopup(theme, viewport)
        self._offer = Offer("", "", (), 1)
        self._own = ""  # what was typed before a proposal was looked at
        self.is_open = False
        self.field.textEdited.connect(self._on_edited)
        self.field.key_pressed.connect(self._on_key_pressed)
        self.popup.proposals.itemClicked.connect(self._on_proposal_clicked)
        self.popup.here.clicked.connect(self._on_here_clicked)
        self.popup.all_places.clicked.connect(self._on_all_places_clicked)
        self.popup.cancel.clicked.connect(self.cancel)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def _on_theme_changed(self) -> None:
        self.field.follow_theme()
        self.popup.follow_theme()

    # Open and closed
    @property
    def text(self) -> str:
        return self.field.text()

    @property
    def has_changes(self) -> bool:
        return self.field.text() != self._offer.text

    def open(self, offer: Offer) -> None:
        self._offer, self._own = offer, offer.text
        self.popup.show_offer(offer)
        self.field.setText(offer.text)
        self.field.setAccessibleDescription(offer.info)
        self.is_open = True
        self.field.show()
        self.popup.show()
        self.popup.raise_()
        self.take_focus()
        if offer.is_whole:
            self.field.selectAll()

    def take_focus(self) -> None:
        self.field.setFocus()

    def place(self, words: QRect, room: QRect) -> None:
        """Lay the field over the words and the popup below it, above where there is no room below."""
        self.field.setGeometry(words)
        width = min(_WIDE, room.width() - 2 * _SIDE)
        self.popup.setFixedWidth(width)
        height = self.popup.sizeHint().height()
        if self.popup.info.isVisibleTo(self.popup):
            height = max(height, self.popup.heightForWidth(width))
        left = min(words.left() - 2 * _SIDE, room.right() - width - _SIDE)
        below = words.bottom() + 1 + _BELOW
        top = below if below + height <= room.bottom() else words.top() - _BELOW - height
        self.popup.setGeometry(max(left, _SIDE), top, width, height)

    def cancel(self) -> None:
        if self.is_open:
            self._close()
            self.cancelled.emit()

    def _close(self) -> str:
        text = self.field.text().strip()
        self.is_open = False
        self.closed.emit()
        self.popup.hide()
        self.field.hide()
        return text

    # Answers
    def _on_key_pressed(self, key: int, modifiers: Qt.KeyboardModifier) -> None:
        if key == _Key.Key_Escape:
            self.cancel()
        elif key in {_Key.Key_Up, _Key.Key_Down}:
            self._walk(1 if key == _Key.Key_Down else -1)
        elif modifiers == _Mod.ControlModifier | _Mod.ShiftModifier:
            self._on_all_places_clicked()
        elif modifiers == _Mod.ControlModifier:
            self.checked.emit(self._close())
        elif modifiers == _Mod.NoModifier:
            self._on_here_clicked()

    def _on_here_clicked(self) -> None:
        self.accepted.emit(self._close())

    def _on_all_places_clicked(self) -> None:
        if self._offer.count_places > 1:
            self.all_places.emit(self._close())

    def _walk(self, step: int) -> None:
        """To the next or previous proposal; above the first stands what was typed."""
        rows = self.popup.proposals
        row = min(max(rows.currentRow() + step, -1), rows.count() - 1)
        rows.setCurrentRow(row)
        self._take(self._own if row < 0 else rows.item(row).text())

    def _on_proposal_clicked(self) -> None:
        self._take(self.popup.proposals.currentItem().text())

    def _take(self, text: str) -> None:
        self.field.setText(text)
        self.typed.emit(text)

    def _on_edited(self, text: str) -> None:
        self._own = text
        self.popup.proposals.setCurrentRow(-1)
        self.typed.emit(text)
