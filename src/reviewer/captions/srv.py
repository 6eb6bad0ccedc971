"""YouTube's timed text in XML: srv1 (seconds), srv2 (milliseconds) and srv3 (paragraphs with a time for each word).

Auto-captions say a row's text once; what the roll-up shows is made of the durations, which run on until the row has
gone up and away, and of rows that append a line break. So a row ends where the next begins, as in YouTube's own WebVTT.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from reviewer.captions.found import BAD_WORD, Found, build, confidence_extra, ms_of, owners, timed_pieces, unpadded
from reviewer.captions.markup import plain, tidy
from reviewer.captions.notes import Notes
from reviewer.captions.plain import Reading
from reviewer.captions.ruby import Ruby, parted
from reviewer.captions.sources import Source
from reviewer.captions.webvtt import EMPTY
from reviewer.captions.xmltext import AGAIN, root, visit

OUTSIDE = "This text stands outside every row; it was kept as a row."

_RUBY = {"0": Ruby.NONE, "1": Ruby.BASE, "2": Ruby.BRACKET}  # the others say on which side of the base a reading stands

_Times = tuple[int | None, int | None]  # beginning and end, None where they can't be read


class _Style(NamedTuple):
    """What an <s> says of its text; one stands for all that say the same, of which a track has thousands."""

    offset_ms: int | None = None  # from the beginning of the row
    has_time: bool = False
    confidence: int | None = None  # 0 to 255
    pen: str = ""


_NO_STYLE = _Style()


class _Piece(NamedTuple):
    """A run of text in a row."""

    text: str
    style: _Style


class _Row(NamedTuple):
    """A row until all are known; of its words only the numbers, for a track may have a million of them."""

    at: int
    number: int
    name: str  # p, text; "" where there is none
    times: _Times  # as the file has it
    text: str
    own: Sequence[_Style]  # by word
    is_blank: bool
    is_appended: bool


class _Shape(NamedTuple):
    """What the rows of a track have in common, and when each begins and ends."""

    times: Sequence[_Times]
    is_auto: bool
    has_times: bool
    has_figures: bool  # of confidence: 0 or 255 throughout says nothing


class _Rows:
    """Collects the rows, and of the pens, which stand before them, which are for ruby."""

    def __init__(self) -> None:
        self.rows: list[_Row] = []
        self.styles: set[_Style] = set()  # of all text in rows
        self._ruby: dict[str, Ruby] = {}
        self._open: tuple[int, str, Mapping[str, str]] | None = None
        self._pieces: list[_Piece] = []
        self._style = _NO_STYLE
        self._read: dict[tuple[str | None, str, str], _Style] = {}
        self._at = 0

    def start(self, name: str, attributes: Mapping[str, str], at: int) -> None:
        self._at = at
        if name == "s":
            self._style = self._style_of(attributes)
        elif name in {"p", "text"}:
            self._close()
            self._open = (at, name, attributes)
        elif name == "br":
            self.text("\n")
        elif name == "pen" and "rb" in attributes:
            self._ruby[attributes.get("id", "")] = _RUBY.get(attributes["rb"], Ruby.READING)

    def end(self, name: str) -> None:
        if name == "s":
            self._style = _NO_STYLE
        elif name in {"p", "text"}:
            self._close()

    def text(self, data: str) -> None:
        if self._open is not None:
            self._pieces.append(_Piece(data, self._style))
        elif not data.isspace():
            self._open = (self._at, "", {})
            self._pieces.append(_Piece(data, self._style))
            self._close()

    def _close(self) -> None:
        """End the row that is open, if any is."""
        if self._open is None:
            return
        (at, name, attributes), pieces = self._open, self._pieces
        texts = _texts(name, attributes, pieces, self._ruby)
        text = tidy("".join(texts))
        own = tuple(pieces[place].style for place in owners(text.split(), texts) or ())
        is_blank = all(piece.text.isspace() for piece in pieces)
        is_appended = (attributes.get("a") or attributes.get("append")) == "1"
        self.rows.append(_Row(at, len(self.rows), name, _times(attributes), text, own, is_blank, is_appended))
        self.styles.update(piece.style for piece in pieces)
        self._open, self._pieces = None, []

    def _style_of(self, attributes: Mapping[str, str]) -> _Style:
        read = attributes.get
        key = (read("t"), read("ac", ""), read("p", ""))
        style = self._read.get(key)
        if style is None:
            offset, figure, pen = key
            style = _Style(ms_of(offset, 1), offset is not None, _confidence(figure), pen)
            self._read[key] = style
        return style


def form(text: str) -> str:
    """Which of the three forms a text has, by its first element; "" for none."""
    name, attributes = root(text)
    if name == "transcript":
        return "srv1" if "<text" in text else ""
    if name != "timedtext":
        return ""
    return "srv3" if attributes.get("format") == "3" or "<p " in text else "srv2"


def read(source: Source) -> Reading:
    """The rows of a track as cues; word times or a roll-up say that the captions are automatic."""
    if not form(source.text):
        raise source.unreadable(None, "this is no timed text of YouTube's.", AGAIN)
    told = visit(source, _Rows)
    shape = _shape_of(told)
    cues = build(_cues(told.rows, shape, source.notes), source)
    if not len(cues):
        source.notes.whole(EMPTY)
    return Reading(cues, kind="auto" if shape.is_auto else "uploaded")


def _shape_of(told: _Rows) -> _Shape:
    times = [row.times for row in told.rows]
    has_times = any(style.has_time for style in told.styles)
    has_breaks = any(row.is_appended for row in told.rows)
    is_rolled = has_breaks or _is_rolled(times)
    has_figures = any(style.confidence not in {None, 0, 255} for style in told.styles)
    shown = _ended(told.rows, times, has_breaks=has_breaks) if is_rolled else times
    return _Shape(shown, has_times or is_rolled, has_times, has_figures)


def _cues(rows: list[_Row], shape: _Shape, notes: Notes) -> Iterator[Found]:
    """The cues of the rows, each of which is let go once it is one: of a long track they are much."""
    rows.reverse()
    for start, end in shape.times:
        row = rows.pop()
        if not row.name:
            notes.at(row.at, OUTSIDE)
        if not row.text and shape.is_auto:
            continue  # the line break of the roll-up
        pieces = timed_pieces(row.text, _word_times(row.own, start, row.at, notes)) if shape.has_times else None
        extra = confidence_extra(map(_share, row.own)) if shape.has_figures else {}
        yield Found(row.at, start, end, row.text, pieces, extra, row.number if shape.is_auto else -1)


def _is_rolled(times: Sequence[_Times]) -> bool:
    """Whether each row stays until the one after the next begins, as a roll-up of two rows does, or ends in a pause."""
    rolled = pauses = 0
    for (_, end), (following, _), (later, _) in zip(times, times[1:], times[2:], strict=False):
        if end is not None and following is not None:
            rolled += end == later and end > following
            pauses += end <= following
    return rolled > 1 and rolled >= pauses and (rolled + pauses) * 10 >= (len(times) - 2) * 8


def _ended(rows: Sequence[_Row], times: Sequence[_Times], *, has_breaks: bool) -> list[_Times]:
    """The rows of a roll-up: each stays until a line break moves it up, the last as long as it says.

    Without line breaks in the file a row ends no later than the next begins.
    """
    last = max((row.number for row in rows if not row.is_blank), default=0)
    ended = []
    for number, ((start, end), (following, _)) in enumerate(pairwise([*times, (None, None)])):
        is_moved = end is None or (number < last if has_breaks else following is not None and following < end)
        if is_moved and start is not None and following is not None and following >= start:
            end = following
        ended.append((start, end))
    return ended


# A row
def _times(attributes: Mapping[str, str]) -> _Times:
    """When a row begins and ends as the file has it."""
    read = attributes.get
    is_seconds = "start" in attributes or "dur" in attributes
    start = ms_of(read("start")) if is_seconds else ms_of(read("t"), 1)
    duration = ms_of(read("dur")) if is_seconds else ms_of(read("d"), 1)
    return start, None if start is None or duration is None else start + duration


def _texts(
    name: str, attributes: Mapping[str, str], pieces: Sequence[_Piece], ruby: Mapping[str, Ruby]
) -> Sequence[str]:
    """The pieces as they are meant: srv1 is escaped twice, and it and srv2 hold styles as tags of HTML."""
    if name != "text":
        texts = [unpadded(piece.text) for piece in pieces]
        return parted(texts, [ruby.get(piece.style.pen, Ruby.NONE) for piece in pieces]) if ruby else texts
    is_twice = "start" in attributes
    return [plain(piece.text if is_twice else piece.text.replace("&", "&amp;")) for piece in pieces]


# Words
def _word_times(own: Sequence[_Style], start: int | None, at: int, notes: Notes) -> list[int | None]:
    """The time of each word: that of the piece in which it begins, or of the one before, or the row's."""
    times: list[int | None] = []
    ms = start
    for style in own:
        if style.has_time and style.offset_ms is None:
            notes.at(at, BAD_WORD)
        elif style.offset_ms is not None and start is not None:
            ms = start + style.offset_ms
        times.append(ms)
    return times


def _confidence(figure: str) -> int | None:
    return int(figure) if figure.isdecimal() and len(figure) < 4 and int(figure) < 256 else None


def _share(style: _Style) -> float | None:
    """From 0 to 1, as all formats tell it."""
    return None if style.confidence is None else style.confidence / 255
