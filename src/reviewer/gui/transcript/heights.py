"""How high each paragraph stands: estimated from its letters until it was laid out, then true.

No pass over the text is ever made. What stands above a paragraph is estimated from the number of letters above it,
which the cues know, and a Fenwick tree adds by how much the laid out ones differ.
"""

from array import array
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Estimate:
    """Height in px by letter and by paragraph."""

    by_letter: float = 1.0
    by_paragraph: float = 0.0


class Heights:
    """The heights of `count` paragraphs one under another, in px.

    `letters_before(i)` is the number of letters before paragraph i, for i = count the number of all.
    """

    def __init__(self, count: int = 0, letters_before: Callable[[int], int] = int) -> None:
        self.count = count
        self._letters_before = letters_before
        self._estimate = Estimate()
        self._forget_all()

    def _forget_all(self) -> None:
        self._known = array("i", bytes(4 * self.count))  # 0 where not laid out
        self._differences = array("d", bytes(8 * (self.count + 1)))

    def estimate_by(self, estimate: Estimate) -> None:
        """Start anew with other letters or another measure; nothing is known then."""
        self._estimate = estimate
        self._forget_all()

    def known(self, number: int) -> int:
        """The true height, 0 where it was never laid out."""
        return self._known[number]

    def learn(self, number: int, height: int) -> None:
        """Set the true height of a paragraph, the first time or anew."""
        before = self._known[number] or self._estimated(number)
        self._known[number] = height
        self._add(number, height - before)

    def forget(self, number: int) -> None:
        """A paragraph's height is in doubt: it counts as before until it is learned again."""
        height = self._known[number]
        if height:
            self._known[number] = 0
            self._add(number, self._estimated(number) - height)

    def _estimated(self, number: int) -> float:
        letters = self._letters_before(number + 1) - self._letters_before(number)
        return letters * self._estimate.by_letter + self._estimate.by_paragraph

    def _add(self, number: int, difference: float) -> None:
        at = number + 1
        while at <= self.count:
            self._differences[at] += difference
            at += at & -at

    def top(self, number: int) -> float:
        """Where a paragraph begins; of `count`, where the last one ends."""
        total = self._letters_before(number) * self._estimate.by_letter + number * self._estimate.by_paragraph
        at = number
        while at > 0:
            total += self._differences[at]
            at -= at & -at
        return total

    @property
    def total(self) -> float:
        return self.top(self.count)

    def at(self, y: float) -> int:
        """The paragraph that stands at y; the first or last one beyond the ends. At least one must exist."""
        low, high = 0, self.count
        while high - low > 1:
            middle = (low + high) // 2
            if self.top(middle) <= y:
                low = middle
            else:
                high = middle
        return low
