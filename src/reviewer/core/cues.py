"""A version's cues and words, held in columns; cue and word objects are made when asked for."""

import json
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from io import StringIO
from typing import NamedTuple, Self

from reviewer.core.anchors import Gap, Span
from reviewer.core.words import WordKind, split_words

NO_TIME = -(2**62)  # in the columns; None wherever a single time is handed out
ITSELF = -1  # in `Cues.file_cues`: the cue is the file's own, not folded from several
KINDS = tuple(WordKind)  # by number: an index costs a tenth of the enumeration's call


class TimedPiece(NamedTuple):
    """A word as a reader found it: its place in the cue's text, in characters, and its own time if it has one."""

    start: int
    stop: int
    ms: int | None
    kind: WordKind


class Cue(NamedTuple):
    """One timed unit as imported; `number` counts from 0 in the version."""

    number: int
    start_ms: int | None
    end_ms: int | None
    text: str


class Cues:
    """The columns of one version. Never changed once built.

    `text` is the imported text: the cues joined by what stood between them (one space for a timed track), so that a
    character offset into it means the same everywhere. Words are numbered through the whole version ("flat");
    `first_word[c]` is the flat number of cue c's first word, `first_word[len]` the number of words.
    `file_cues[c]` is the number of the file's own cue from which a folded cue came, `ITSELF` where it is that cue.
    `extras` holds what only some cues have; one mapping may stand for many cues.
    """

    __slots__ = (
        "end_ms", "extras", "file_cues", "first_word", "start_ms", "starts", "stops", "text",
        "word_kinds", "word_ms", "word_starts", "word_stops",
    )  # fmt: skip

    def __init__(self) -> None:
        self.text = ""
        self.starts, self.stops = array("q"), array("q")
        self.start_ms, self.end_ms = array("q"), array("q")
        self.first_word = array("q", [0])
        # Two thirds of all numbers: 32 bits reach to the end of any text that fits into memory beside them.
        self.word_starts, self.word_stops = array("i"), array("i")
        self.word_ms = array("q")
        self.word_kinds = array("B")
        self.file_cues = array("q")
        self.extras: dict[int, Mapping[str, str]] = {}

    def __len__(self) -> int:
        return len(self.starts)

    def __iter__(self) -> Iterator[Cue]:
        return (self.cue(number) for number in range(len(self)))

    @property
    def word_count(self) -> int:
        return len(self.word_starts)

    @property
    def has_times(self) -> bool:
        return any(ms != NO_TIME for ms in self.start_ms)

    @property
    def duration_ms(self) -> int:
        """The end of the last cue, in milliseconds; 0 for a transcript without times."""
        return max((ms for ms in self.end_ms if ms != NO_TIME), default=0)

    def cue(self, number: int) -> Cue:
        return Cue(number, _time(self.start_ms[number]), _time(self.end_ms[number]), self.cue_text(number))

    def cue_text(self, number: int) -> str:
        return self.text[self.starts[number] : self.stops[number]]

    def gap_before(self, number: int) -> str:
        """The white space that stands before a cue in the imported text."""
        return self.text[self.stops[number - 1] if number else 0 : self.starts[number]]

    def word(self, flat: int) -> str:
        return self.text[self.word_starts[flat] : self.word_stops[flat]]

    def kind(self, flat: int) -> WordKind:
        return KINDS[self.word_kinds[flat]]

    def cue_of(self, flat: int) -> int:
        """The cue that holds a word; of the number after the last word, the last cue."""
        return min(bisect_right(self.first_word, flat) - 1, len(self) - 1)

    def words_of(self, number: int) -> range:
        return range(self.first_word[number], self.first_word[number + 1])

    def voice(self, number: int) -> str | None:
        """The speaker whom the file itself names for a cue."""
        extra = self.extras.get(number)
        return extra.get("voice") if extra else None

    def voice_of(self, flat: int) -> str | None:
        """The speaker whom the file itself names for a word: in a cue in which several speak the word's own."""
        cue = self.cue_of(flat)
        changes = self.extras.get(cue, {}).get("voices")
        if not changes:
            return self.voice(cue)
        word = flat - self.first_word[cue]
        return next((str(name) for first, name in reversed(json.loads(changes)) if first <= word), None) or None

    def file_cue_of(self, flat: int) -> int | None:
        """The number of the file's own cue that brought a word; None where the cues are the file's own."""
        cue = self.cue_of(flat)
        if self.file_cues[cue] == ITSELF:
            return None
        grown = self.extras.get(cue, {}).get("file_cues")
        runs = json.loads(grown) if grown else ()
        word = flat - self.first_word[cue]
        return next((int(number) for first, number in reversed(runs) if first <= word), self.file_cues[cue])

    # Anchors
    def gap(self, flat: int) -> Gap:
        """The gap before a word."""
        cue = self.cue_of(flat)
        return Gap(cue, flat - self.first_word[cue])

    def flat(self, gap: Gap) -> int:
        return self.first_word[gap.cue] + gap.word

    def has_gap(self, gap: Gap) -> bool:
        cue, word = gap
        return 0 <= cue < len(self.starts) and 0 <= word <= self.first_word[cue + 1] - self.first_word[cue]

    def has_span(self, span: Span) -> bool:
        return self.has_gap(span.start) and self.has_gap(span.end) and not span.is_reversed

    def span(self, first: int, last: int) -> Span:
        """The span over the words first to last, last excluded; an empty one stands before `first`."""
        if first >= last:
            return Span(self.gap(first), self.gap(first))
        end = self.gap(last - 1)
        return Span(self.gap(first), Gap(end.cue, end.word + 1))

    # Times
    def word_time(self, flat: int) -> tuple[int | None, bool]:
        """When a word begins, in milliseconds, and whether that is estimated from its place in the cue."""
        return self._word_time(self.cue_of(flat), flat)

    def word_end(self, flat: int) -> int | None:
        """When a word ends: where the next of its cue begins, else the end of the cue."""
        return self.word_times(self.cue_of(flat), flat, flat + 1)[0][1]

    def word_times(self, cue: int, first: int, last: int) -> list[tuple[int | None, int | None, bool]]:
        """Of some words of one cue when each begins and ends, and whether its beginning is estimated."""
        starts = [self._word_time(cue, flat) for flat in range(first, min(last + 1, self.first_word[cue + 1]))]
        ends = [start for start, _ in starts[1:]]
        if len(ends) < last - first:
            ends.append(_time(self.end_ms[cue]))
        return [
            (start, None if start is None else max(start, start if end is None else end), is_estimated)
            for (start, is_estimated), end in zip(starts, ends, strict=False)
        ]

    def _word_time(self, cue: int, flat: int) -> tuple[int | None, bool]:
        own = self.word_ms[flat]
        if own != NO_TIME:
            return own, False
        begin, end = self.start_ms[cue], self.end_ms[cue]
        if begin == NO_TIME:
            return None, False
        origin = self.starts[cue]
        into = self.word_starts[flat] - origin
        if not into:
            return begin, False
        return begin + max(end - begin, 0) * into // (self.stops[cue] - origin), True


def _time(ms: int) -> int | None:
    return None if ms == NO_TIME else ms


class CueColumns(NamedTuple):
    """Many cues at once, as `Cues` holds them: integers in the machine's order, as wide as its arrays.

    `text` is theirs with the gap before the first; offsets and word numbers count from the version's beginning, so
    from `CuesBuilder.length` and `CuesBuilder.word_count` on. `first_word` has one number a cue: of the word after it.
    """

    text: str
    starts: bytes
    stops: bytes
    start_ms: bytes
    end_ms: bytes
    first_word: bytes
    word_starts: bytes
    word_stops: bytes
    word_ms: bytes
    word_kinds: bytes
    file_cues: bytes
    extras: Mapping[int, Mapping[str, str]]


class CuesBuilder:
    """Collects cues in order and makes the columns."""

    def __init__(self) -> None:
        self._cues = Cues()
        self._text = StringIO(newline="")  # which puts a long text together without having it twice
        self.length = 0

    def __len__(self) -> int:
        return len(self._cues)

    @property
    def word_count(self) -> int:
        return self._cues.word_count

    def add(  # noqa: PLR0913 — the columns of one row
        self,
        start_ms: int | None,
        end_ms: int | None,
        text: str,
        pieces: Sequence[TimedPiece] | None = None,
        *,
        gap: str | None = None,
        extra: Mapping[str, str] | None = None,
        file_cue: int = ITSELF,
    ) -> None:
        """Append a cue; without `pieces` its words are found by white space and have no times of their own.

        `gap` is the white space before the cue in the imported text; else one blank stands between two cues.
        """
        cues = self._cues
        if gap is None:
            gap = " " if len(cues) else ""
        start = self.length + len(gap)
        if pieces is None:
            pieces = [TimedPiece(p.start, p.stop, None, p.kind) for p in split_words(text)]
        for piece in pieces:
            cues.word_starts.append(start + piece.start)
            cues.word_stops.append(start + piece.stop)
            cues.word_ms.append(NO_TIME if piece.ms is None else piece.ms)
            cues.word_kinds.append(piece.kind)
        if extra:
            cues.extras[len(cues)] = extra
        cues.starts.append(start)
        cues.stops.append(start + len(text))
        cues.start_ms.append(NO_TIME if start_ms is None else start_ms)
        cues.end_ms.append(NO_TIME if end_ms is None else end_ms)
        cues.first_word.append(len(cues.word_starts))
        cues.file_cues.append(file_cue)
        self._text.write(gap)
        self._text.write(text)
        self.length = start + len(text)

    def extend(self, columns: CueColumns) -> None:
        """Append many cues whose columns are made already."""
        cues = self._cues
        for name, column in zip(CueColumns._fields[1:-1], columns[1:-1], strict=True):
            getattr(cues, name).frombytes(column)
        cues.extras.update(columns.extras)
        self._text.write(columns.text)
        self.length += len(columns.text)

    def build(self) -> Cues:
        cues = self._cues
        cues.text = self._text.getvalue()
        self._cues, self._text, self.length = Cues(), StringIO(newline=""), 0
        return cues


@dataclass(frozen=True, slots=True)
class Oddity:
    """Something that was read although it is not as it should be; `line` counts from 1, 0 is the whole file."""

    line: int
    what: str


@dataclass(frozen=True, slots=True)
class Version:
    """A caption file's bytes as one reader read them."""

    sha256: str
    reader: str
    reader_version: int
    options: str
    format: str  # webvtt, youtube-vtt, srt, sbv, text
    encoding: str
    kind: str  # auto, uploaded, transcript
    language: str
    cues: Cues = field(repr=False)
    header: str = ""
    oddities: tuple[Oddity, ...] = ()

    @property
    def id(self) -> str:
        """The version's name: the same wherever the same bytes are read the same way."""
        named = "\n".join((self.sha256, self.reader, str(self.reader_version), self.options))
        import hashlib  # loads OpenSSL, which opening an episode has no use for

        return hashlib.sha256(named.encode()).hexdigest()[:32]

    def of_video(self, video_id: str) -> Self:
        """The same as a version of another name: equal files, such as empty ones, may be those of two videos."""
        return replace(self, options=f"{self.options} video={video_id}".lstrip())
