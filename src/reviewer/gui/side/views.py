"""What the side pane is given to show: cards of suggestions with their places, built by a controller."""

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Final

from reviewer.core.wording import count

LANES: Final = {"sure": "Sure", "likely": "Likely", "look": "Look here"}


@dataclass(frozen=True, slots=True)
class PlaceView:
    """One place of a card: the words heard there and those round them. `key` is the controller's own."""

    start_ms: int | None
    before: str
    heard: str
    after: str
    key: Hashable


@dataclass(frozen=True, slots=True)
class CardView:
    """All places of one heard form for which one name was probably meant; `lane` is sure, likely or look."""

    heard: str
    meant: str
    score: float
    lane: str
    reasons: tuple[str, ...]
    places: tuple[PlaceView, ...]

    @property
    def key(self) -> tuple[str, str]:
        """What two lists of cards have in common where they hold the same question."""
        return self.heard.casefold(), self.meant

    @property
    def sentence(self) -> str:
        """“Sounds alike 0.97, rare words”."""
        told = ", ".join(self.reasons)
        return told[:1].upper() + told[1:]

    @property
    def accept_wording(self) -> str:
        return f"Accept all {len(self.places)} places" if len(self.places) > 1 else "Accept"

    @property
    def short_wording(self) -> str:
        return f"Accept all {len(self.places)}" if len(self.places) > 1 else "Accept"

    @property
    def spoken(self) -> str:
        """For a screen reader."""
        return (
            f"{self.heard}, meant {self.meant}, {self.score:.2f}, {count(len(self.places), 'place')}. {self.sentence}"
        )


@dataclass(frozen=True, slots=True)
class Heading:
    """A line between the cards: the lane, and how many cards it holds."""

    text: str
    count: int

    @property
    def spoken(self) -> str:
        return f"{self.text}, {self.count}"


def in_lanes(cards: list[CardView]) -> list[CardView | Heading]:
    """The cards in their order with a heading before each lane; a lane without cards has none."""
    rows: list[CardView | Heading] = []
    for lane, name in LANES.items():
        of_lane = [card for card in cards if card.lane == lane]
        if of_lane:
            rows += [Heading(name, len(of_lane)), *of_lane]
    return rows
