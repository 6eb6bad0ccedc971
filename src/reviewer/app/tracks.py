"""The tracks of an episode: which leads, how a file is read anew, where two differ, what did not fit the new one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from reviewer import captions
from reviewer.app.matching import track_of_row
from reviewer.app.session import ReviewSession
from reviewer.captions.encodings import ENCODINGS
from reviewer.core.acts import PlaceCorrection, SetValue
from reviewer.core.align import align
from reviewer.core.anchors import Span
from reviewer.core.carry import Outcome, folded
from reviewer.core.cues import Cues, Version
from reviewer.core.rows import LEADING
from reviewer.core.words import WordKind
from reviewer.errors import NotFound, Refused, printable
from reviewer.library.library import CarriedRow, Change, VersionRow

FORMATS: Final = {
    "webvtt": "WebVTT",
    "youtube-vtt": "YouTube roll-up",
    "json3": "YouTube json3",
    "srv1": "YouTube srv1",
    "srv2": "YouTube srv2",
    "srv3": "YouTube srv3",
    "srt": "SRT",
    "sbv": "SBV",
    "ttml": "TTML",
    "podcasting-json": "Podcasting JSON",
    "whisper-json": "Whisper JSON",
    "markdown": "Markdown",
    "text": "plain text",
}
_KINDS: Final = {"auto": "automatic"}
_AROUND = 4  # words of context on each side of a difference
_SHORTEST = 4  # characters of an id that can be meant


@dataclass(frozen=True, slots=True)
class TrackRow:
    """A version of an episode's captions, and what it is in words: “en · automatic · YouTube roll-up”."""

    version: VersionRow
    label: str


@dataclass(frozen=True, slots=True)
class Difference:
    """A place where the words of two versions differ; where one has none its text is empty, its place the next word's.

    `before` and `after` are the words round it, as the first has them.
    """

    one_cue: int
    one_ms: int | None
    one_text: str
    other_cue: int
    other_ms: int | None
    other_text: str
    before: str
    after: str


def tracks(session: ReviewSession) -> list[TrackRow]:
    """All versions of the episode, the oldest first."""
    return [TrackRow(row, _label(row)) for row in session.library.versions(session.episode)]


def _label(row: VersionRow) -> str:
    parts = (track_of_row(row).language, _KINDS.get(row.kind, row.kind), FORMATS.get(row.format, row.format))
    return " · ".join(printable(part) for part in parts if part)


def track(session: ReviewSession, name: str) -> TrackRow:
    """A track by its number in the list, from 1, or by the beginning of its version's id."""
    rows = tracks(session)
    if name.isdecimal() and len(name) < _SHORTEST:
        if not 1 <= int(name) <= len(rows):
            raise NotFound(f"There is no track {name}: this episode has {len(rows)}. “reviewer tracks” lists them.")
        return rows[int(name) - 1]
    found = [row for row in rows if row.version.id.startswith(name)] if len(name) >= _SHORTEST else []
    if len(found) != 1:
        raise NotFound(f"“{printable(name)}” is no track of this episode. “reviewer tracks” lists them.")
    return found[0]


# Which leads, and how it is read
def lead(session: ReviewSession, version_id: str) -> Change:
    """Let another version lead, as a decision that can be undone; the session is to be reopened then."""
    chosen = next((row for row in tracks(session) if row.version.id == version_id), None)
    if chosen is None:
        raise NotFound("This episode has no such track. Nothing was changed.")
    if chosen.version.leads:
        raise Refused("This track leads already. Nothing was changed.")
    label = f"Lead with {chosen.version.file_name} ({chosen.label})"
    return session.do(SetValue(LEADING, session.episode.id, "version", version_id, label))


def reread(session: ReviewSession, *, encoding: str, format: str | None = None) -> Change:  # noqa: A002
    """Read the leading version's bytes anew, as a version that leads; the session is to be reopened then."""
    version, data, name = _read(session, encoding, format)
    if session.version.id in {version.id, version.of_video(session.episode.facts.video_id).id}:
        raise Refused(f"It is read as {version.encoding} already. Nothing was changed.")
    change = session.library.add_version(
        session.episode, version, data, name, person=session.person, lead=True, label=f"Re-read as {version.encoding}"
    )
    if change is None:
        raise Refused(f"It is read as {version.encoding} already, in another window. Nothing was changed.")
    return change


def preview(session: ReviewSession, encoding: str, lines: int = 8) -> str:
    """What the leading version's file says in an encoding: lines with letters beyond ASCII, which tell it, first."""
    version, _, _ = _read(session, encoding, None)
    texts = [line for cue in version.cues for line in cue.text.split("\n") if line.strip()]
    telling = [text for text in texts if not text.isascii()][:lines]
    return "\n".join(telling or texts[:lines])


def _read(session: ReviewSession, encoding: str, format_: str | None) -> tuple[Version, bytes, str]:
    data = session.library.file_bytes(session.version.sha256)
    name = session.library.file_name(session.episode.version)
    return captions.read(name, data, format=format_, encoding=encoding), data, name


# Where two differ
def compare(session: ReviewSession, one_id: str, other_id: str) -> list[Difference]:
    """Where the words of two versions differ as they were imported; capitals and outer punctuation aside."""
    numbers = {row.version.id: row.version.number for row in tracks(session)}
    if one_id not in numbers or other_id not in numbers:
        raise NotFound("This episode has no such track.")
    one, other = (_Words(session.library.version(numbers[name]).cues) for name in (one_id, other_id))
    return list(_differences(one, other))


class _Words:
    """The words of a version without marks and events, which another track writes otherwise or not at all."""

    def __init__(self, cues: Cues) -> None:
        self.cues = cues
        self.flats = [flat for flat in range(cues.word_count) if cues.kind(flat) is WordKind.WORD]
        self.folded = folded(cues, self.flats)

    def text(self, first: int, last: int) -> str:
        return " ".join(self.cues.word(flat) for flat in self.flats[max(first, 0) : last])

    def place(self, number: int) -> tuple[int, int | None]:
        """Cue and time of a word; of what stands behind the last, those of the last."""
        if not self.flats:
            return 0, None
        flat = self.flats[min(number, len(self.flats) - 1)]
        return self.cues.cue_of(flat), self.cues.word_time(flat)[0]


def _differences(one: _Words, other: _Words) -> Iterator[Difference]:
    at, other_at = 0, 0
    ends = (len(one.flats), len(other.flats), 0)
    for start, other_start, length in (*align(one.folded, other.folded), ends):
        if start > at or other_start > other_at:
            yield Difference(
                *one.place(at), one.text(at, start), *other.place(other_at), other.text(other_at, other_start),
                one.text(at - _AROUND, at), one.text(start, start + _AROUND),
            )  # fmt: skip
        at, other_at = start + length, other_start + length


# What was corrected on other versions
def carried(session: ReviewSession) -> list[CarriedRow]:
    """Of the corrections made on other versions what became of each in the leading one."""
    return session.library.carried(session.episode)


def unfit(session: ReviewSession, name: str) -> CarriedRow:
    """A correction that fits no longer, by the beginning of its id."""
    found = [row for row in carried(session) if row.edit.startswith(name) and row.outcome is Outcome.UNFIT]
    if len(found) != 1 or len(name) < _SHORTEST:
        raise NotFound(f"“{printable(name)}” is no correction that fits no longer. “reviewer carried” lists them.")
    return found[0]


def place(session: ReviewSession, edit_id: str, span: Span) -> Change:
    """Lay a correction that fits no longer on words of the leading version."""
    row = unfit(session, edit_id)
    return session.do(PlaceCorrection(row.edit, span, row.meant, row.why))


def oddities(session: ReviewSession, *, of_all: bool = False) -> Sequence[TrackRow]:
    """The leading version, or all, with what was odd in their files."""
    return [row for row in tracks(session) if of_all or row.version.leads]


__all__ = [
    "ENCODINGS", "FORMATS", "CarriedRow", "Difference", "TrackRow", "carried", "compare", "lead", "oddities", "place",
    "preview", "reread", "track", "tracks", "unfit",
]  # fmt: skip
