"""The open card: what was heard and meant, why, three places, and what can be done about it."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, QRect, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QLineEdit, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from reviewer.core.wording import count
from reviewer.gui.labels import button, label
from reviewer.gui.side.opening_list import Panel
from reviewer.gui.side.paint import CARD, heard_and_meant, plain, rule, write
from reviewer.gui.side.places import SHOWN, TIMES, Places
from reviewer.gui.side.views import CardView
from reviewer.gui.theme import Theme
from reviewer.gui.theme.kinds import KEYCAP, word
from reviewer.gui.theme.look import CARD_RADIUS, box

# Text sizes up to which the key caps, and the longer words, have room in the narrowest pane.
_KEYCAPS_TO = 110
_WORDS_TO = 150


class CardHead(QWidget):
    """The first line of a card, as the closed ones have it too."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._card: CardView | None = None
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def set_card(self, card: CardView) -> None:
        self._card = card
        self.setFixedHeight(self._theme.line_height("quote") + 1)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._card is not None:
            paint_head(QPainter(self), self._theme, self.rect(), self._card)


def paint_head(painter: QPainter, theme: Theme, rect: QRect, card: CardView) -> None:
    """Heard → meant, and the score at the right."""
    score = write(painter, theme, rect, f"{card.score:.2f}", ("small", "ink3"), right=True)
    heard_and_meant(painter, theme, rect.adjusted(0, 0, -score - 8, 0), (card.heard, card.meant))


class Parting(QWidget):
    """One line across a card."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setFixedHeight(1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        rule(QPainter(self), self._theme, CARD, self.width() - CARD, 0)


class OpenCard(Panel):
    """Knows nothing of the list it lies in; the pane acts on what it tells.

    Signals:
        name_entered: Another name was typed and entered.
        left: The field for another name was given up.
    """

    name_entered = Signal(str)
    left = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._card: CardView | None = None
        self.can_play = False
        self.head, self.places = CardHead(theme), Places(theme)
        self.reasons = label(theme, "small", "ink2", wraps=True)
        self.more = label(theme, "small", "ink3")
        self.accept_all = button("Accept", "primary", keycap="Enter")
        self.only_here = button("Only here", keycap="A")
        self.another = button("Another name…", "quiet", keycap="E")
        self.never = button("Never", "quiet", keycap="N")
        self.skip = button("Skip", "quiet", keycap="S")
        self.field = QLineEdit(placeholderText="The name that was said")
        self.enter_name = button("Correct", "primary", keycap="Enter")
        self.give_up = button("Cancel", "quiet", keycap="Esc")
        deeds = (self.accept_all, self.only_here, self.another, self.never, self.skip, self.enter_name, self.give_up)
        self._keycaps = {deed: word(deed, KEYCAP) for deed in deeds}
        self._names = QStringListModel(self)
        self._add_completion()
        self._lay_out()
        self.field.installEventFilter(self)
        self.field.setAccessibleName("Another name")
        self.enter_name.clicked.connect(self._on_name_entered)
        self.give_up.clicked.connect(self.close_field)

    def _add_completion(self) -> None:
        completer = QCompleter(self._names, self.field)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.field.setCompleter(completer)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 10)
        column.setSpacing(0)
        for part, foot in ((self.head, 1), (self.reasons, 8)):
            column.addLayout(_row([part], CARD, foot=foot))
        column.addWidget(Parting(self._theme))
        column.addSpacing(4)
        column.addWidget(self.places)
        self._more_line = _row([self.more], CARD, foot=8)
        column.addLayout(self._more_line)
        self._deeds = _holder([self.accept_all, self.only_here], [self.another, self.never, None, self.skip])
        self._naming = _holder([self.field], [self.enter_name, None, self.give_up])
        column.addWidget(self._deeds)
        column.addWidget(self._naming)
        self._naming.hide()
        self.accept_all.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.restyle()

    def restyle(self) -> None:
        if self._card is not None:
            self.head.set_card(self._card)
            self._word(self._card)
        self.places.updateGeometry()
        has_room = self._theme.zoom <= _KEYCAPS_TO
        for made, keycap in self._keycaps.items():
            made.setProperty(KEYCAP, keycap if has_room else "")
            made.setToolTip("" if has_room else keycap)
            made.updateGeometry()
        self._more_line.setContentsMargins(CARD + self._theme.scaled(TIMES), 0, CARD, 8)

    @property
    def stops(self) -> Sequence[QWidget]:
        """What Tab walks, left to right."""
        deeds = (self.accept_all, self.only_here, self.another, self.never, self.skip)
        return (*deeds, self.field, self.enter_name, self.give_up)

    def set_names(self, names: Sequence[str]) -> None:
        """What the field for another name proposes."""
        self._names.setStringList(list(names))

    def fill(self, row: Any) -> None:
        self._card = card = row
        assert isinstance(card, CardView)
        self._show_field(shown=False)
        self.head.set_card(card)
        self.reasons.setText(plain(card.sentence))
        several = len(card.places) > 1
        rest = len(card.places) - SHOWN
        self.more.setText(count(rest, "more place") if rest > 0 else "")
        self.more.setVisible(rest > 0)
        self._word(card)
        self.only_here.setVisible(several)
        self.enter_name.setText(f"Correct all {len(card.places)}" if several else "Correct")
        self.setAccessibleName(card.spoken)
        self.show_place(0)

    def _word(self, card: CardView) -> None:
        self.accept_all.setText(card.accept_wording if self._theme.zoom <= _WORDS_TO else card.short_wording)

    def show_place(self, number: int) -> None:
        """Choose one of the places."""
        if self._card is not None:
            self.places.set_places(self._card.places, number, can_play=self.can_play)

    # Another name
    def open_field(self) -> None:
        """Show the field for another name and put the caret in it."""
        self._show_field(shown=True)
        self.field.setText(self._card.meant if self._card is not None else "")
        self.field.selectAll()
        self.field.setFocus()

    def close_field(self) -> None:
        self._show_field(shown=False)
        self.left.emit()

    def _show_field(self, *, shown: bool) -> None:
        self._naming.setVisible(shown)
        self._deeds.setVisible(not shown)

    def _on_name_entered(self) -> None:
        name = " ".join(self.field.text().split())
        if name:
            self.name_entered.emit(name)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self.close_field()
                return True
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._on_name_entered()
                return True
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        box(painter, self.rect(), CARD_RADIUS, self._theme.color("raised"), self._theme.color("edge"))
        if self.is_lit:
            box(painter, self.rect(), CARD_RADIUS, None, self._theme.color("accent"), self._theme.focus_width)


def _row(parts: Sequence[QWidget | None], left: int, *, foot: int = 0) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(left, 0, CARD if left != _QUIET else _QUIET, foot)
    row.setSpacing(8 if left != _QUIET else 0)
    for part in parts:
        if part is None:
            row.addStretch()
        else:
            row.addWidget(part)
    return row


_QUIET = 3  # quiet buttons have 10 px at their sides, so that their words stand over those of the card


def _holder(upper: Sequence[QPushButton | QLineEdit], lower: Sequence[QPushButton | None]) -> QWidget:
    """Two lines of controls, of one height whichever they are, so that the card does not jump."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    column.addLayout(_row(upper, CARD))
    column.addLayout(_row(lower, _QUIET if lower[0] is not None and lower[0].property("kind") == "quiet" else CARD))
    return holder
