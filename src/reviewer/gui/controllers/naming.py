"""Suggestions as cards: found in a task, judged one decision at a time, followed by the transcript."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from reviewer.app import naming
from reviewer.app.session import Change, ReviewSession
from reviewer.core.reading import text_of
from reviewer.core.rows import GLOSSARY, NEVER
from reviewer.core.wording import count
from reviewer.errors import ReviewerError
from reviewer.gui.actions import Actions
from reviewer.gui.controllers.desk import Desk
from reviewer.gui.side import CardView, NamesPane, PlaceView
from reviewer.gui.tasks import Task, Tasks
from reviewer.gui.transcript.view import TranscriptView
from reviewer.names.glossary import Name
from reviewer.names.suggestion import Card, Suggestion, cards

AROUND = 6  # words of context on each side of a place


class NamesController(QObject):
    """Connects the finder, the cards and the transcript.

    Signals:
        play_asked: Milliseconds and the flat word of a place to be heard.
    """

    play_asked = Signal(int, int)

    def __init__(
        self,
        desk: Desk,
        tasks: Tasks,
        transcript: TranscriptView,
        pane: NamesPane,
        actions: Actions,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._desk, self._tasks, self._actions = desk, tasks, actions
        self._transcript, self._pane = transcript, pane
        self._task: Task | None = None
        self._cards: dict[tuple[str, str], Card] = {}
        self._names: list[Name] = []
        self._done = 0
        self._known: tuple[dict[str, Any], dict[str, Any]] = {}, {}
        self._connect()
        if desk.session is not None:
            self._on_opened(desk.session)

    def _connect(self) -> None:
        desk, pane, actions = self._desk, self._pane, self._actions
        desk.opened.connect(self._on_opened)
        desk.settled.connect(self._on_settled)
        desk.text_changed.connect(self._on_text_changed)
        desk.values_changed.connect(self._on_values_changed)
        pane.accept_all.connect(self._on_accept_all)
        pane.accept_one.connect(self._on_accept_one)
        pane.another_name.connect(self._on_another_name)
        pane.never.connect(self._on_never)
        pane.place_chosen.connect(self._on_place_chosen)
        pane.play_place.connect(self._on_play_place)
        actions["next_suggestion"].triggered.connect(self.next_suggestion)
        actions["previous_suggestion"].triggered.connect(self.previous_suggestion)

    # Finding
    def _on_opened(self, _session: ReviewSession) -> None:
        self._give_up()
        self._cards, self._done = {}, 0
        self._pane.set_looking(True)
        self._pane.set_cards([])
        self._transcript.set_suggestions([])
        self._transcript.set_judged(None)

    def _on_settled(self, _session: ReviewSession) -> None:
        self.find()

    def find(self) -> None:
        """Look for mis-hearings anew, on a worker; what an older search finds is not shown any more."""
        session = self._desk.session
        if session is None:
            return
        self._give_up()
        self._names = naming.all_names(session.library)
        self._pane.set_names([name.canonical for name in self._names])
        never, text, names = naming.never_pairs(session.library), session.text, self._names
        self._known = _ground(session)
        task = self._tasks.start(
            "Looking for names",
            lambda _reporter: naming.suggestions(text, names, never),
            self._on_found,
            self._on_failed,
        )
        self._task = task
        self._pane.set_looking(True)

    def _give_up(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _on_failed(self, error: ReviewerError) -> None:
        if self.sender() is self._task:
            self._task = None
            self._pane.set_looking(False)
        self._desk.failed.emit(str(error))

    def _on_found(self, found: list[Suggestion]) -> None:
        if self._task is None or self.sender() is not self._task:
            return  # it was looked for in another text; two searches may end in any order
        self._task = None
        self._pane.set_looking(False)
        self._cards = {(c.heard.casefold(), c.meant): c for c in cards(found)}
        self._show()

    def _show(self) -> None:
        """The cards that are left: places that were corrected meanwhile are no longer asked about."""
        session = self._desk.session
        if session is None:
            return
        for key, card in list(self._cards.items()):
            places = tuple(p for p in card.places if not _is_corrected(session, p))
            if places:
                self._cards[key] = replace(card, places=places)
            else:
                del self._cards[key]
        left = self._cards.values()
        self._pane.set_cards([_view(session, card) for card in left], done=self._done)
        self._transcript.set_suggestions([(p.first, p.last) for card in left for p in card.places])

    def _on_text_changed(self, _touched: object, change: Change | None) -> None:
        self._show()
        if change is None or not change.corrections:
            self.find()  # an undo or a withdrawal lays words bare that were not asked about

    def _on_values_changed(self) -> None:
        session = self._desk.session
        if session is not None and _ground(session) != self._known:
            self.find()

    # Judging
    def _card(self, view: CardView) -> Card | None:
        return self._cards.get((view.heard.casefold(), view.meant))

    def _on_accept_all(self, view: CardView) -> None:
        card = self._card(view)
        if card is not None:
            self._accept(card.places, card.meant)

    def _on_accept_one(self, view: CardView, place: PlaceView) -> None:
        card = self._card(view)
        one = _place(card, place)
        if card is not None and one is not None:
            self._accept((one,), card.meant)

    def _on_another_name(self, view: CardView, meant: str) -> None:
        card = self._card(view)
        if card is not None and meant.strip():
            self._accept(card.places, " ".join(meant.split()))

    def _accept(self, places: Sequence[Suggestion], meant: str) -> None:
        session = self._desk.session
        if session is None:
            return
        self._done += 1
        told = f"Corrected {count(len(places), 'place')}.{{slices}}"
        if self._desk.decide(lambda: session.do(naming.accepting(session.text, places, meant)), told) is None:
            self._done -= 1
            self._show()  # the card has left the list already

    def _on_never(self, view: CardView) -> None:
        session, card = self._desk.session, self._card(view)
        if session is None or card is None:
            return
        if self._desk.decide(lambda: session.do(naming.refusing(card)), "{label}.") is not None:
            self._done += 1
            self._cards.pop((card.heard.casefold(), card.meant), None)
        self._show()

    def _on_place_chosen(self, _view: CardView, place: PlaceView) -> None:
        first, last = _range(place)
        self._transcript.set_judged((first, last))
        self._transcript.scroll_to_word(first)

    def _on_play_place(self, place: PlaceView) -> None:
        if place.start_ms is not None:
            self.play_asked.emit(max(place.start_ms - 1_000, 0), _range(place)[0])

    def meant_for(self, heard: str) -> list[str]:
        """What the cards propose for a heard form."""
        wanted = heard.casefold()
        return [card.meant for card in self._cards.values() if card.heard.casefold() == wanted]

    # Walking
    def _walk(self, *, forward: bool) -> None:
        places = sorted((p.first, p.last) for c in self._cards.values() for p in c.places)
        session = self._desk.session
        word = self._transcript.caret_word()
        here = word.first if word else self._transcript.first_visible_word()
        ahead = [p for p in places if (p[0] > here if forward else p[0] < here)]
        if session is None or not ahead:
            return
        first, last = ahead[0] if forward else ahead[-1]
        self._transcript.put_caret(first)
        self._transcript.scroll_to_word(first)
        self._transcript.set_judged((first, last))
        self._pane.open_place((first, last))

    def next_suggestion(self) -> None:
        self._walk(forward=True)

    def previous_suggestion(self) -> None:
        self._walk(forward=False)


def _ground(session: ReviewSession) -> tuple[dict[str, Any], dict[str, Any]]:
    """What of the library a search depends on."""
    return session.library.held(GLOSSARY), session.library.held(NEVER)


def _is_corrected(session: ReviewSession, place: Suggestion) -> bool:
    return bool(session.text.corrections_meeting(session.version.cues.span(place.first, place.last)))


def _place(card: Card | None, view: PlaceView) -> Suggestion | None:
    return next((p for p in card.places if (p.first, p.last) == view.key), None) if card else None


def _range(place: PlaceView) -> tuple[int, int]:
    assert isinstance(place.key, tuple)
    return place.key[0], place.key[1]


def _view(session: ReviewSession, card: Card) -> CardView:
    places = tuple(_place_view(session, place) for place in card.places)
    return CardView(card.heard, card.meant, card.score, card.lane, card.reasons, places)


def _place_view(session: ReviewSession, place: Suggestion) -> PlaceView:
    text, most = session.text, session.version.cues.word_count
    before = text_of(list(text.words(max(place.first - AROUND, 0), place.first)), one_line=True)
    after = text_of(list(text.words(place.last, min(place.last + AROUND, most))), one_line=True)
    return PlaceView(
        place.start_ms, f"{before} ".lstrip(), place.heard, f" {after}".rstrip(), (place.first, place.last)
    )
