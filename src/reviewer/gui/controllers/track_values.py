"""Tracks, oddities and differences as the dialogs about captions are given them."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from reviewer.app.session import ReviewSession
from reviewer.gui.formats import is_assumed
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

    is_other = pair[1] == leading
    cue = difference.other_cue if is_other else difference.one_cue
    return DifferenceItem(
        difference.other_ms if is_other else difference.one_ms, f"cue {cue + 1}", difference.before,
        difference.one_text, difference.other_text, difference.after, cue if leading in pair else None,
    )  # fmt: skip
