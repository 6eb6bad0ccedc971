"""Corrections of an older version of the captions that the leading one does not show, as rows say them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from reviewer.core.wording import clock, count
from reviewer.gui.side.correction_rows import when
from reviewer.gui.side.paint import plain
from reviewer.gui.side.rows import Row
from reviewer.gui.side.views import Heading

LOST = "Another version of the captions leads now. These lost their words there; nothing was dropped."


@dataclass(frozen=True, slots=True)
class CarriedItem:
    """One place: its words in the older version, what was meant, and who decided it."""

    edit: str
    heard: str
    meant: str
    start_ms: int | None
    cue: int
    person: str
    at: str
    why: str
    today: date
    is_settled: bool = False

    @property
    def where(self) -> str:
        return clock(self.start_ms) or f"line {self.cue + 1}"

    @property
    def go_to_wording(self) -> str:
        return f"Go to {self.where}"

    @property
    def reason(self) -> str:
        if self.is_settled:
            return "The file itself says so now"
        return plain(self.why) or "These words stand there no more"

    @property
    def who_and_when(self) -> str:
        return f"{plain(self.person)}, {when(self.at, self.today)}"

    @property
    def spoken(self) -> str:
        state = "settled by the file" if self.is_settled else "fits no longer"
        return f"{plain(self.heard)}, meant {plain(self.meant)}, {state}. {self.reason}. {self.who_and_when}"

    def matches(self, words: str) -> bool:
        text = f"{self.heard} {self.meant} {self.person} {self.why}".casefold()
        return all(word in text for word in words.casefold().split())


@dataclass(frozen=True, slots=True)
class Note:
    """A sentence between rows."""

    text: str

    @property
    def spoken(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class SettledHead:
    """Opens and closes the list of what the file settled."""

    number: int
    is_open: bool

    @property
    def text(self) -> str:
        return f"{count(self.number, 'correction')} settled by the file"

    @property
    def deed(self) -> str:
        return "Hide" if self.is_open else "Show"

    @property
    def spoken(self) -> str:
        return f"{self.text}, {'open' if self.is_open else 'closed'}"


def carried_rows(items: Sequence[CarriedItem], *, shows_settled: bool) -> list[Row]:
    """First those that fit no longer, always in sight; then the settled ones, closed until asked for."""
    unfit = [item for item in items if not item.is_settled]
    settled = [item for item in items if item.is_settled]
    rows: list[Row] = []
    if unfit:
        rows += [Heading("Fit no longer", len(unfit)), Note(LOST), *unfit]
    if settled:
        rows.append(SettledHead(len(settled), shows_settled))
        rows += settled if shows_settled else []
    return rows
