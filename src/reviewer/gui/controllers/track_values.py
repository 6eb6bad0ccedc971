"""Tracks, oddities and differences as the dialogs about captions are given them."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from reviewer.app.session import ReviewSession
from reviewer.core.cues import Cues, Version
from reviewer.core.reading import bare
from reviewer.core.words import WordKind
from reviewer.errors import Refused, ReviewerError
from reviewer.gui.controllers.placing import flat_at
from reviewer.gui.formats import encoding_words, is_assumed
from reviewer.gui.when import when

if TYPE_CHECKING:
    from reviewer.app.tracks import Difference, TrackRow
    from reviewer.gui.dialogs.difference_rows import DifferenceItem
    from reviewer.gui.dialogs.track_rows import OddityItem, TrackItem

_LINE_END = re.compile(r"\r\n|\r|\n")
LONGEST_LINE = 1_000  # characters of a line shown beside its oddity; a file may be one line


def track_item(row: "TrackRow") -> "TrackItem":
    from reviewer.gui.dialogs.track_rows import OddityItem, TrackItem

    version = row.version
    return TrackItem(
        version.id, row.label, version.file_name, version.format, version.encoding, version.cues, version.words,
        version.duration_ms, when(version.imported_at), version.leads, is_assumed(version.oddities),
        tuple(OddityItem(odd.line, odd.what) for odd in version.oddities),
    )  # fmt: skip


def file_of(session: ReviewSession, version: str) -> str:
    """The hash by which the library finds a version's bytes."""
    return next(row.sha256 for row in session.library.versions(session.episode) if row.id == version)


def lines_of(session: ReviewSession, version: str, encoding: str) -> list[str]:
    """The lines of a version's file."""
    text = session.library.file_bytes(file_of(session, version)).decode(encoding, "replace")
    return _LINE_END.split(text.removeprefix("\ufeff"))


def with_line(odd: "OddityItem", lines: Sequence[str]) -> "OddityItem":
    """The same with the line of the file that it is about."""
    from reviewer.gui.dialogs.track_rows import OddityItem

    text = lines[odd.line - 1] if 0 < odd.line <= len(lines) else ""
    return OddityItem(odd.line, odd.what, text[:LONGEST_LINE])


def difference_item(difference: "Difference", pair: tuple[str, str], leading: str) -> "DifferenceItem":
    """With the cue of the leading version, where that is one of the two."""
    from reviewer.gui.dialogs.difference_rows import DifferenceItem

    is_other, is_led = pair[1] == leading, leading in pair
    cue = difference.other_cue if is_other else difference.one_cue
    shown = (difference.other_text if is_other else difference.one_text) if is_led else ""
    return DifferenceItem(
        difference.other_ms if is_other else difference.one_ms, f"cue {cue + 1:,}", difference.before,
        difference.one_text, difference.other_text, difference.after, cue if is_led else None, shown,
    )  # fmt: skip


def words_of(version: Version, item: "DifferenceItem") -> range:
    """The words of the leading version at a difference; empty at their place where it has none there."""
    cues = version.cues
    if item.cue is None:
        first = flat_at(version, item.ms or 0)
        return range(first, first)
    wanted, inside = item.shown.split(), cues.words_of(item.cue)
    spoken = list(islice(_spoken(cues, inside.start), len(inside) + len(wanted)))
    starts = [
        n for n, flat in enumerate(spoken)
        if flat < inside.stop and [cues.word(f) for f in spoken[n : n + len(wanted)]] == wanted
    ]  # fmt: skip
    if not starts:
        return range(inside.start, inside.start)
    following = [bare(word) for word in item.after.split()[:1]]

    def fitness(n: int) -> tuple[bool, bool]:
        is_then = cues.word_time(spoken[n])[0] == item.ms
        behind = spoken[n + len(wanted) : n + len(wanted) + 1]
        return is_then, [bare(cues.word(flat)) for flat in behind] == following

    best = max(starts, key=fitness)
    return range(spoken[best], spoken[best + len(wanted) - 1] + 1 if wanted else spoken[best])


def _spoken(cues: Cues, first: int) -> Iterator[int]:
    return (flat for flat in range(first, cues.word_count) if cues.kind(flat) is WordKind.WORD)


# Reading anew
class Preview(NamedTuple):
    """What a file says in an encoding, and where its bytes are none of that encoding."""

    text: str
    misfit: str


def preview(session: ReviewSession, encoding: str) -> Preview:
    """Raises ReviewerError for what can't be read so."""
    from reviewer.app import tracks

    told = misfit(session.library.file_bytes(session.version.sha256), encoding)
    try:
        return Preview(tracks.preview(session, encoding), told)
    except ReviewerError as error:
        if told:
            raise Refused(f"{told}.") from error
        raise


def misfit(data: bytes, encoding: str) -> str:
    """“Not UTF-8: byte 0xE9 in line 3”; empty for bytes that are a text in the encoding."""
    try:
        data.decode(encoding)
    except UnicodeDecodeError as error:
        line = len(_LINE_END.split(data[: error.start].decode(encoding, "replace")))
        return f"Not {encoding_words(encoding)}: byte 0x{data[error.start]:02X} in line {line:,}"
    except LookupError:  # a name that only the library has; it is told when the file is read
        return ""
    return ""
