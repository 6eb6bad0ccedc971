"""What stays where it is in the view while the lines of the text are broken anew."""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from reviewer.gui.transcript.page import Page


class Held(NamedTuple):
    """The place at which it was held, and the word at the beginning of a line that stood `at` px below the top."""

    place: tuple[int, int]
    flat: int | None
    at: int


class Kept:
    """Keeps the first line in sight where it stands while lines are broken anew.

    The word held is the same as before unless it was scrolled meanwhile: a pane that is drawn wider and narrower by
    many small steps would drift otherwise.
    """

    def __init__(self, page: "Page") -> None:
        self._page = page

    def __enter__(self) -> None:
        page = self._page
        place = page.first, page.offset
        if page.held is None or page.held.place != place:
            page.held = self._first_line(place)

    def _first_line(self, place: tuple[int, int]) -> Held:
        paragraph = self._page.paragraph(place[0])
        line = paragraph.line_at(place[1])
        low, _ = paragraph.line_words(line)
        if place[1] < paragraph.body or low >= len(paragraph.words):
            return Held(place, None, 0)
        return Held(place, paragraph.words[low].first, paragraph.line_top(line) - place[1])

    def __exit__(self, *_: object) -> None:
        page = self._page
        if page.held is None or page.held.flat is None:
            page.settle()
            return
        paragraph = page.paragraph(page.first)
        numbers = paragraph.numbers(page.held.flat, page.held.flat + 1)
        line = paragraph.line_of(paragraph.begins[numbers.start]) if numbers else 0
        page.put(page.first, paragraph.line_top(line), page.held.at)
        page.held = page.held._replace(place=(page.first, page.offset))
