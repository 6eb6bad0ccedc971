"""The Names tab: suggestions as cards, judged one after the other without leaving the keyboard."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from reviewer.core.wording import count
from reviewer.gui.labels import button, label
from reviewer.gui.side.card_list import CardList
from reviewer.gui.side.empty import EmptyState
from reviewer.gui.side.open_card import OpenCard
from reviewer.gui.side.paint import PANE
from reviewer.gui.side.views import CardView, PlaceView, in_lanes
from reviewer.gui.theme import Theme


class NamesPane(QWidget):
    """A decided card leaves at once and the next one opens; who refuses a decision sets the cards again.

    Signals:
        accept_all: The card whose places are all to be corrected.
        accept_one: The card, and its place that is to be corrected.
        another_name: The card, and the name that was typed for all its places.
        never: The card that is never to be suggested again.
        skipped: The card that was passed over; it stays.
        place_chosen: The card and the place that the transcript is to show.
        play_place: The place that is to be played.
        glossary_asked: The glossary is to be opened.
        count_changed: How many cards are to be judged now.
    """

    accept_all = Signal(object)
    accept_one = Signal(object, object)
    another_name = Signal(object, str)
    never = Signal(object)
    skipped = Signal(object)
    place_chosen = Signal(object, object)
    play_place = Signal(object)
    glossary_asked = Signal()
    count_changed = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.card = OpenCard(theme)
        self.list = CardList(theme, self.card)
        self.empty = EmptyState(theme, "names", "Glossary…")
        self.to_judge, self.done = label(theme, "heading"), label(theme, "interface", "ink2")
        self.bar = QProgressBar()
        self.glossary = button("Glossary…", "link")
        self._cards: list[CardView] = []
        self._done = self._place = self._times_set = 0
        self._told: tuple[Any, Any] | None = None
        self._is_looking = False
        self._lay_out()
        self._connect()
        self.set_cards([])

    def _lay_out(self) -> None:
        self._head = QWidget()
        column = QVBoxLayout(self._head)
        column.setContentsMargins(PANE, 10, PANE, 0)
        column.setSpacing(6)
        words = QHBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.to_judge)
        words.addWidget(self.done)
        words.addStretch()
        words.addWidget(self.glossary)
        column.addLayout(words)
        column.addWidget(self.bar)
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(4)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.empty)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._head)
        rows.addWidget(self._stack, 1)
        for one, following in pairwise((self.glossary, self.list, *self.card.stops)):
            self.setTabOrder(one, following)

    def _connect(self) -> None:
        self.glossary.clicked.connect(self.glossary_asked)
        self.empty.asked.connect(self.glossary_asked)
        self.list.opened.connect(self._on_opened)
        self.list.deed_asked.connect(self._on_deed_asked)
        self.card.accept_all.clicked.connect(self._accept_all)
        self.card.only_here.clicked.connect(self._accept_one)
        self.card.another.clicked.connect(self.card.open_field)
        self.card.never.clicked.connect(self._never)
        self.card.skip.clicked.connect(self._skip)
        self.card.name_entered.connect(self._on_name_entered)
        self.card.left.connect(self.list.setFocus)
        self.card.places.place_clicked.connect(self._on_place_clicked)
        self.card.places.play_clicked.connect(self._on_play_clicked)

    # What is shown
    @property
    def cards(self) -> Sequence[CardView]:
        """The cards that are to be judged, as they stand in the list."""
        return self._cards

    @property
    def current(self) -> CardView | None:
        """The open card."""
        card: CardView | None = self.list.row
        return card

    @property
    def place(self) -> PlaceView | None:
        """The chosen place of the open card."""
        return self.current.places[self._place] if self.current is not None else None

    def set_cards(self, cards: Sequence[CardView], *, done: int = 0) -> None:
        """Other cards, best first in each lane. The open one stays open, or else the next one that is left."""
        self._times_set += 1
        self._done = done
        self._show([card for card in cards if card.places])

    def set_looking(self, is_looking: bool) -> None:
        """Whether names are still being looked for: then no cards do not mean that there are none."""
        self._is_looking = is_looking
        if not self._cards:
            self._show([])

    def set_names(self, names: Sequence[str]) -> None:
        """What is proposed while another name is typed."""
        self.card.set_names(names)

    def set_can_play(self, can_play: bool) -> None:
        """Whether a recording is there, so that places can be played."""
        self.card.can_play = can_play
        self.card.show_place(self._place)

    def open_place(self, key: Hashable) -> bool:
        """Open the card with the place of a key, and choose that place; whether there is one."""
        for number, row in enumerate(self.list.rows.rows):
            if isinstance(row, CardView):
                at = next((n for n, place in enumerate(row.places) if place.key == key), None)
                if at is not None:
                    self.list.setCurrentIndex(self.list.rows.index(number))
                    self._choose(at)
                    return True
        return False

    def _show(self, cards: list[CardView]) -> None:
        old, place = self.current, self._place
        wanted = _next_key(self._cards, old, {card.key for card in cards})
        rows = in_lanes(cards)
        self._cards = [row for row in rows if isinstance(row, CardView)]
        choices = [n for n, row in enumerate(rows) if isinstance(row, CardView)]
        number = next((n for n in choices if _key(rows[n]) == wanted), choices[0] if choices else -1)
        self.list.set_rows(rows, number)
        if old is not None and self.current is not None and self.current.key == old.key:
            self._choose(min(place, len(self.current.places) - 1))
        self._show_counts()

    def _show_counts(self) -> None:
        left = len(self._cards)
        self.to_judge.setText(f"{left:,} to judge")
        self.done.setText(f", {self._done:,} done")
        self.bar.setMaximum(max(1, left + self._done))
        self.bar.setValue(self._done)
        self.bar.setAccessibleName(f"{self._done:,} of {count(left + self._done, 'card')} done")
        if self._done:
            self.empty.say(
                "All judged", f"{count(self._done, 'card')} done. New names in the glossary bring new suggestions."
            )
        elif self._is_looking:
            self.empty.say("Looking for names…", "")
        else:
            self.empty.say("No suggestions yet", "Add the guests’ names to the glossary.")
        self._head.setVisible(left > 0)
        if left:
            self._swap(self.list, self.list)
        else:
            self._swap(self.empty, self.empty.button)
        self.count_changed.emit(left)

    def _swap(self, shown: QWidget, stop: QWidget) -> None:
        """Show the list or what stands for it; the focus stays in the pane."""
        has_focus = self._has_focus() or self.empty.button.hasFocus()
        self.setFocusProxy(stop)
        self._stack.setCurrentWidget(shown)
        if has_focus:
            stop.setFocus()

    # Walking
    def _on_opened(self, card: CardView | None) -> None:
        self._place = 0
        if card is not None:
            self._tell_place()

    def _choose(self, number: int) -> None:
        self._place = number
        self.card.show_place(number)
        self._tell_place()

    def _tell_place(self) -> None:
        """The transcript follows while someone works here, not when cards come in the background."""
        card, place = self.current, self.place
        if card is None or place is None or self._told == (card.key, place.key):
            return
        if self._has_focus():
            self._told = (card.key, place.key)
            self.place_chosen.emit(card, place)

    def _has_focus(self) -> bool:
        """Whether someone works in the list or in the open card."""
        now = QApplication.focusWidget()
        return now is self.list or (now is not None and self.list.isAncestorOf(now))

    def _on_place_clicked(self, number: int) -> None:
        self.list.setFocus()
        self._told = None
        self._choose(number)

    def _on_play_clicked(self, number: int) -> None:
        self._on_place_clicked(number)
        self._play()

    def _step_place(self, by: int) -> None:
        if self.current is not None:
            self._choose(max(0, min(self._place + by, len(self.current.places) - 1)))

    def _play(self) -> None:
        if self.card.can_play and self.place is not None:
            self.play_place.emit(self.place)

    # Deciding
    def _on_deed_asked(self, deed: str) -> None:
        deeds: dict[str, Callable[[], object]] = {
            "accept_all": self._accept_all,
            "accept_one": self._accept_one,
            "another": self.card.open_field,
            "never": self._never,
            "skip": self._skip,
            "play": self._play,
            "before": partial(self._step_place, -1),
            "after": partial(self._step_place, 1),
        }
        deeds[deed]()

    def _accept_all(self) -> None:
        if (card := self.current) is not None:
            self._decide(card, None, partial(self.accept_all.emit, card))

    def _accept_one(self) -> None:
        card, place = self.current, self.place
        if card is not None and place is not None:
            rest = replace(card, places=tuple(p for p in card.places if p is not place))
            self._decide(card, rest if rest.places else None, partial(self.accept_one.emit, card, place))

    def _on_name_entered(self, name: str) -> None:
        if (card := self.current) is not None:
            self._decide(card, None, partial(self.another_name.emit, card, name))

    def _never(self) -> None:
        if (card := self.current) is not None:
            self._decide(card, None, partial(self.never.emit, card))

    def _skip(self) -> None:
        if (card := self.current) is not None:
            self.list.setFocus()
            self.list.step(1)
            self.skipped.emit(card)

    def _decide(self, card: CardView, rest: CardView | None, tell: Callable[[], None]) -> None:
        """Tell of a decision; unless that brought other cards, put what is left in the card's place."""
        self.list.setFocus()
        before = self._times_set
        tell()
        if self._times_set == before:
            left = [rest if c is card else c for c in self._cards]
            self._done += rest is None
            self._show([c for c in left if c is not None])


def _key(row: object) -> tuple[str, str] | None:
    return row.key if isinstance(row, CardView) else None


def _next_key(cards: Sequence[CardView], old: CardView | None, there: set[tuple[str, str]]) -> tuple[str, str] | None:
    """Which card to open: the old one where it is still there, else the next one, else the one before."""
    keys = [card.key for card in cards]
    if old is None or old.key not in keys:
        return None
    at = keys.index(old.key)
    return next((key for key in (*keys[at:], *reversed(keys[:at])) if key in there), None)
