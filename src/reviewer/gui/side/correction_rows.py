"""A correction as its row says it: where it comes from, who made it and when, and whether it was withdrawn."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Final

from reviewer.app.lists import CorrectionGroup
from reviewer.core.wording import clock, count
from reviewer.gui.side.paint import plain

# Not from the locale: the window speaks English whatever the system does.
_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_SOURCES: Final = {
    "person": "Typed in the text",
    "publisher": "From the publisher’s transcript",
    "rule": "From a rule",
    "import": "Imported",
}


def when(at: str, today: date | None = None) -> str:
    """A moment of the log in local time: “21:14” today, else “11 Nov”, with the year where it is another."""
    try:
        local = datetime.fromisoformat(at).replace(tzinfo=UTC).astimezone()
    except ValueError:  # another program's decision; told as it stands
        return plain(at)
    today = today or datetime.now(UTC).astimezone().date()
    if local.date() == today:
        return f"{local:%H:%M}"
    year = f" {local.year}" if local.year != today.year else ""
    return f"{local.day} {_MONTHS[local.month - 1]}{year}"


@dataclass(frozen=True, slots=True)
class CorrectionItem:
    """A group of places with what its row says, made once."""

    group: CorrectionGroup
    today: date

    @property
    def key(self) -> tuple[str, str, str]:
        return self.group.decision, self.group.heard.casefold(), self.group.meant

    @property
    def places(self) -> str:
        return count(len(self.group.rows), "place")

    @property
    def reason(self) -> str:
        """“Withdrawn by Noor: was right”, else why it was made, else where it comes from."""
        first = self.group.first
        if self.group.is_withdrawn:
            return plain(f"Withdrawn by {first.withdrawn}")
        return plain(first.why) or _SOURCES.get(first.source, "")

    @property
    def who_and_when(self) -> str:
        return f"{plain(self.group.first.person)}, {when(self.group.first.at, self.today)}"

    @property
    def go_to_wording(self) -> str:
        return f"Go to {clock(self.group.first.start_ms) or f'line {self.group.first.cue + 1}'}"

    @property
    def spoken(self) -> str:
        state = "withdrawn, " if self.group.is_withdrawn else ""
        heard, meant = plain(self.group.heard), plain(self.group.meant)
        return f"{heard}, meant {meant}, {state}{self.places}. {self.reason}. {self.who_and_when}"

    def matches(self, words: str) -> bool:
        """Whether it holds all words that are looked for, in what was heard or meant, who or why."""
        first = self.group.first
        text = f"{self.group.heard} {self.group.meant} {first.person} {first.why} {self.reason}".casefold()
        return all(word in text for word in words.casefold().split())


def summary(groups: list[CorrectionGroup]) -> tuple[str, str]:
    """“12 corrections” and “47 places, 1 withdrawn”."""
    withdrawn = sum(group.is_withdrawn for group in groups)
    places = count(sum(len(group.rows) for group in groups), "place")
    return count(len(groups), "correction"), f"{places}, {withdrawn:,} withdrawn" if withdrawn else places
