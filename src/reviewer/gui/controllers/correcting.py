"""Correcting in the transcript: the field over the words, all places at once, and the list of what was corrected."""

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from reviewer.app.lists import CorrectionGroup, grouped
from reviewer.app.naming import all_names
from reviewer.app.session import Change, ReviewSession
from reviewer.core.acts import WithdrawEdits, trimmed
from reviewer.core.find import FoundPlace, place_of
from reviewer.core.reading import ReadingWord, bare, text_of
from reviewer.core.wording import clock, count
from reviewer.gui.controllers.desk import Desk
from reviewer.gui.controllers.placing import flat_at
from reviewer.gui.dialogs.places import PlaceLine, PlacesDialog
from reviewer.gui.side import CorrectionsPane
from reviewer.gui.side.carried_rows import CarriedItem
from reviewer.gui.side.paint import plain
from reviewer.gui.theme import Theme
from reviewer.gui.transcript.view import TranscriptView

if TYPE_CHECKING:
    from reviewer.app.tracks import CarriedRow

AROUND = 5  # words of context on each side of a place
PROPOSALS = 5


class CorrectingController(QObject):
    """Opens the field where the user asks, decides what was typed, and shows the decisions."""

    def __init__(
        self, desk: Desk, theme: Theme, transcript: TranscriptView, pane: CorrectionsPane, window: QWidget
    ) -> None:
        super().__init__(window)
        self._desk, self._theme, self._transcript, self._pane, self._window = desk, theme, transcript, pane, window
        self._place: FoundPlace | None = None
        self._suggested: Callable[[str], Sequence[str]] = lambda _heard: ()
        self._heard = ""
        self._carried: dict[str, CarriedRow] = {}
        self._connect()
        if desk.session is not None:
            self._on_opened(desk.session)

    def _connect(self) -> None:
        self._desk.opened.connect(self._on_opened)
        self._desk.settled.connect(self._on_settled)
        self._desk.text_changed.connect(self._on_text_changed)
        self._desk.values_changed.connect(self.show_corrections)
        self._transcript.correction_asked.connect(self.open)
        self._transcript.correction_accepted.connect(self._on_accepted)
        self._transcript.correction_checked.connect(self._on_accepted)
        self._transcript.all_places_asked.connect(self._on_all_places_asked)
        self._transcript.correction_cancelled.connect(self._on_cancelled)
        self._transcript.correction_lost.connect(self._on_lost)
        self._pane.withdraw_asked.connect(self._on_withdraw_asked)
        self._pane.go_to.connect(self._on_go_to)
        self._desk.leaving.connect(self._on_leaving)
        self._transcript.caret_moved.connect(self._on_caret_moved)
        self._pane.lay_asked.connect(self._on_lay_asked)
        self._pane.withdraw_carried_asked.connect(self._on_withdraw_carried_asked)
        self._pane.go_to_old.connect(self._on_go_to_old)

    def set_suggested(self, suggested: Callable[[str], Sequence[str]]) -> None:
        """Who knows what the cards propose for a heard form."""
        self._suggested = suggested

    # The field
    def open(self, words: Sequence[ReadingWord], typed: str) -> None:
        """Open the field over words; typed text replaces them, else their wording without outer punctuation stands."""
        session = self._desk.session
        if session is None or not words:
            return
        place = place_of(session.text, words, keep_punctuation=True)
        self._heard = place.now
        places = len(session.places(self._heard))
        proposals = self._proposals(session, self._heard)
        info = self._info(session, words)
        self._transcript.open_correction(words, typed or self._heard, info, proposals, places)
        self._place = place  # now, since opening cancels the field that was open before

    def _proposals(self, session: ReviewSession, heard: str) -> list[str]:
        """What was meant elsewhere for the same words, then what the glossary and the cards say."""
        wanted = heard.casefold()
        earlier = [row.meant for row in session.corrections() if row.heard.casefold() == wanted]
        known = [n.canonical for n in all_names(session.library) if wanted in {m.casefold() for m in n.misheard}]
        asked = self._suggested(heard)
        return [text for text in dict.fromkeys((*reversed(earlier), *known, *asked)) if text != heard][:PROPOSALS]

    def _info(self, session: ReviewSession, words: Sequence[ReadingWord]) -> str:
        cues = session.version.cues
        heard = " ".join(cues.word(flat) for flat in range(min(w.first for w in words), max(w.last for w in words)))
        name = next((n for n in all_names(session.library) if n.canonical.casefold() == self._heard.casefold()), None)
        return f"Heard “{bare(heard) or heard or 'nothing'}”." + (f" In the glossary: {name.kind}." if name else "")

    def _on_cancelled(self) -> None:
        self._place = None

    def _on_lost(self, typed: str) -> None:
        self._desk.failed.emit(f"These words were changed in another window meanwhile. You had typed “{typed}”.")

    def _on_accepted(self, meant: str) -> None:
        session, place = self._desk.session, self._place
        self._place = None
        if session is None or place is None or meant == place.now:
            return
        self._desk.decide(lambda: session.correct([place], meant), _told(1))

    def _on_all_places_asked(self, meant: str) -> None:
        session = self._desk.session
        if session is not None:
            self.everywhere(session.places(self._heard), self._heard, meant)

    def everywhere(self, places: Sequence[FoundPlace], heard: str, meant: str, why: str = "") -> Change | None:
        """Show all places and correct those that stay chosen, as one decision."""
        session = self._desk.session
        wanted = [p for p in places if p.now != meant]
        if session is None or not wanted:
            self._desk.failed.emit(f"“{meant}” stands there already. Nothing was changed.")
            return None
        dialog = PlacesDialog(self._theme, heard, meant, [_line(session, p) for p in wanted], self._window)
        dialog.place_shown.connect(lambda number: self._show(wanted, number))
        here = self._transcript.first_visible_word()
        self._show(wanted, 0)
        accepted, chosen = bool(dialog.exec()), dialog.chosen
        dialog.deleteLater()
        self._transcript.set_found([])
        self._transcript.show_from(here)
        self._window.activateWindow()
        self._transcript.setFocus()
        if not accepted or not chosen:
            return None
        some = [wanted[number] for number in chosen]
        return self._desk.decide(lambda: session.correct(some, meant, why=why), _told(len(some)))

    def _show(self, places: Sequence[FoundPlace], number: int) -> None:
        session = self._desk.session
        if session is None or not 0 <= number < len(places):
            return
        ranges = [(session.version.cues.flat(p.span.start), session.version.cues.flat(p.span.end)) for p in places]
        self._transcript.set_found(ranges, ranges[number])
        self._transcript.scroll_to_word(ranges[number][0])

    # The list
    def _on_opened(self, _session: ReviewSession) -> None:
        """The list waits for the text: with several versions their words are aligned for it."""
        self._pane.set_selection(False)
        if not self._desk.is_reopening:
            self._pane.set_groups([])
            self._pane.set_carried([])

    def _on_settled(self, _session: ReviewSession) -> None:
        self.show_corrections()

    def _on_text_changed(self, _touched: object, _change: object) -> None:
        self.show_corrections()

    def show_corrections(self) -> None:
        session = self._desk.session
        if session is not None:
            self._pane.set_groups(grouped(session.corrections()))
            self._show_carried(session)

    def _show_carried(self, session: ReviewSession) -> None:
        """What was corrected in another version and does not show in the one that leads."""
        from reviewer.app import tracks

        rows = self._desk.attempt(lambda: tracks.carried(session)) or []
        self._carried = {row.edit: row for row in rows}
        today = datetime.now(UTC).astimezone().date()
        self._pane.set_carried([_carried_item(row, today) for row in rows if row.outcome != "carried"])

    def _on_caret_moved(self, _flat: int) -> None:
        self._pane.set_selection(bool(self._transcript.selected_text()))

    def _on_leaving(self) -> None:
        """What was being typed is not lost without a word when another version takes the place of this one."""
        typed = self._transcript.unaccepted
        if typed and self._desk.is_reopening:
            self._desk.failed.emit(f"Another version of the captions leads now. You had typed “{typed}”.")

    def _on_lay_asked(self, item: CarriedItem) -> None:
        from reviewer.app import tracks

        session, words = self._desk.session, self._transcript.chosen_words()
        if session is None or not words or not self._transcript.selected_text():
            return
        span = session.version.cues.span(min(w.first for w in words), max(w.last for w in words))
        self._desk.decide(lambda: tracks.place(session, item.edit, span), f"Laid: “{plain(item.meant)}”.{{slices}}")

    def _on_withdraw_carried_asked(self, item: CarriedItem) -> None:
        session = self._desk.session
        if session is not None:
            act = WithdrawEdits((item.edit,), item.meant)
            self._desk.decide(lambda: session.do(act), f"Withdrawn: “{plain(item.meant)}”.")

    def _on_go_to_old(self, item: CarriedItem) -> None:
        """Where its words probably stood, else the old time."""
        session, row = self._desk.session, self._carried.get(item.edit)
        if session is None or row is None:
            return
        near = row.near
        flat = session.version.cues.flat(near.start) if near else flat_at(session.version, row.start_ms or 0)
        if session.version.cues.word_count:
            self._transcript.scroll_to_word(min(flat, session.version.cues.word_count - 1))
            self._transcript.put_caret(min(flat, session.version.cues.word_count - 1))

    def _on_withdraw_asked(self, group: CorrectionGroup) -> None:
        session = self._desk.session
        if session is not None:
            self._desk.decide(lambda: session.withdraw(group.rows), f"Withdrawn: “{group.meant}”.")

    def _on_go_to(self, group: CorrectionGroup) -> None:
        self._transcript.scroll_to_word(group.first.first)
        self._transcript.put_caret(group.first.first)


def _line(session: ReviewSession, place: FoundPlace) -> PlaceLine:
    cues = session.version.cues
    first, last = cues.flat(place.span.start), cues.flat(place.span.end)
    before = text_of(list(session.text.words(max(first - AROUND, 0), first)), one_line=True)
    after = text_of(list(session.text.words(last, min(last + AROUND, cues.word_count))), one_line=True)
    return PlaceLine(clock(place.start_ms), before, place.now, after)


def _carried_item(row: "CarriedRow", today: date) -> CarriedItem:
    heard, meant = trimmed(row.heard, row.meant)
    return CarriedItem(
        row.edit, heard, meant, row.start_ms, row.cue, row.person, row.at, row.why, today,
        row.outcome == "settled",
    )  # fmt: skip


def _told(places: int) -> str:
    return f"Corrected {count(places, 'place')}.{{slices}}"
