"""A roll-up written back into the file that it was read from: corrected rows are other ones wherever it shows them.

The file shows a row first as the lower one of its own cue, with the times of its words, and then once or twice as the
upper one of the cues that follow. Everything else stays as the file has it, repeated rows and cues of 10 ms too.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from reviewer.captions import youtube
from reviewer.captions.live import is_live
from reviewer.captions.markup import escape, tags, tidy, writable
from reviewer.captions.markup_losses import source_of
from reviewer.captions.shown import Shown, is_blank, row_text, shown
from reviewer.captions.sources import decode
from reviewer.captions.splicing import spliced
from reviewer.captions.times import clock
from reviewer.captions.vtt_rewriting import ANEW_ONE, ANEW_SEVERAL, SIGNED, Rewritten, byte_notes
from reviewer.captions.webvtt import SIGNATURE
from reviewer.captions.written import WrittenCue, said
from reviewer.core.cues import Cues, Version
from reviewer.errors import Refused, UnreadableCaptions

_ON_SCREEN = 3  # rows at most; what was shown before them is not repeated
_INSTEAD = "Write webvtt, where each row stands once."

NO_ROLL_UP = f"These captions were not read from a roll-up, so there is none to write back. {_INSTEAD}"
LIVE = f"The rows of live captions grow from cue to cue; corrected ones can't be put back into their file. {_INSTEAD}"
UNLIKE = f"The corrected rows don't fit into this roll-up as its file shows them. {_INSTEAD}"


class _Line(NamedTuple):
    """A line of the file that shows a row, and whether it is the one that brings it."""

    row: int
    at: int
    raw: str
    is_own: bool


def rewrite_roll_up(version: Version, data: bytes, cues: Sequence[WrittenCue], changed: Collection[int]) -> Rewritten:
    """The roll-up `data` with the changed rows as they are now; `cues` are all rows of the version.

    Raises Refused for a version that is no roll-up, and where the result would not be read as just these rows.
    """
    if version.format != "youtube-vtt":
        raise Refused(NO_ROLL_UP)
    source = source_of(version, data)
    text = source.unix.removeprefix("\ufeff")
    signature = "" if SIGNATURE.match(text) else "WEBVTT\n\n"
    notes = byte_notes(version, data, source)
    anew = 0
    if changed:
        screens = shown(source.vtt_layout.blocks)
        if is_live(source.unix, screens):
            raise Refused(LIVE)
        lines = [line for line in _lines(screens, version.cues) if line.row in changed]
        text, anew = _with_rows(text, lines, cues, len(source.unix) - len(text))
        _refuse_other_rows(signature + text, cues)
    return Rewritten(signature + text, (*notes, *((SIGNED,) if signature else ()), *said(anew, ANEW_ONE, ANEW_SEVERAL)))


def _lines(screens: Sequence[Shown], rows: Cues) -> Iterator[_Line]:
    """Where the file shows which row, by cue from the bottom up: there stands what is new."""
    own: dict[int, list[int]] = defaultdict(list)
    for row, file_cue in enumerate(rows.file_cues):
        own[file_cue].append(row)
    before: list[int] = []
    for number, screen in enumerate(screens):
        pending = [*before, *own[number]]
        before = pending[-_ON_SCREEN:]
        for at, raw in reversed(list(_shown_lines(screen))):
            words = row_text(raw).split()
            place = next((n for n in reversed(range(len(pending))) if rows.cue_text(pending[n]).split() == words), None)
            if place is not None:
                yield _Line(pending[place], at, raw, is_own=pending[place] in own[number])
                del pending[place:]


def _shown_lines(screen: Shown) -> Iterator[tuple[int, str]]:
    at = screen.body_at
    for raw in screen.rows:
        if not is_blank(raw):
            yield at, raw
        at += len(raw) + 1


def _with_rows(text: str, lines: Sequence[_Line], cues: Sequence[WrittenCue], cut: int) -> tuple[str, int]:
    """The text with these lines as their rows are now, and how many of them lost tags of the file."""
    parts, at, anew = list[str](), 0, 0
    for line in sorted(lines, key=lambda line: line.at):
        begin = line.at - cut
        made, is_whole = _made(line, cues[line.row])
        parts += (text[at:begin], made)
        at, anew = begin + len(line.raw), anew + (line.is_own and not is_whole)
    return "".join((*parts, text[at:])), anew


def _made(line: _Line, cue: WrittenCue) -> tuple[str, bool]:
    """A line with the words of its row now; and whether its own tags could be kept."""
    wanted = _wanted(cue)
    if not wanted.strip():
        return " ", True  # the file's own blank row: an empty line would end the cue
    made = spliced(line.raw, wanted)
    if made is not None:
        return made, True
    return (_timed(cue, wanted) if line.is_own else escape(wanted)), next(tags(line.raw), None) is None


def _wanted(cue: WrittenCue) -> str:
    """The row's text, which is one line."""
    return tidy(writable(cue.text)).replace("\n", " ")


def _timed(cue: WrittenCue, text: str) -> str:
    """A row with the times of its words, as YouTube has them; the first word begins with its cue."""
    stamps = [(at, ms) for at, ms in sorted(cue.words) if at < len(text) and (at or ms != cue.start_ms)]
    ends = [*(at for at, _ in stamps), len(text)]
    timed = (f"<{clock(ms)}><c>{escape(text[at:end])}</c>" for (at, ms), end in zip(stamps, ends[1:], strict=True))
    return escape(text[: ends[0]]) + "".join(timed)


def _refuse_other_rows(text: str, cues: Sequence[WrittenCue]) -> None:
    """Read what was made: it must fold to these rows at their times, and to nothing else."""
    wanted = [(cue.start_ms, cue.end_ms, _wanted(cue)) for cue in cues if _wanted(cue).strip()]
    try:
        found = youtube.read(decode("captions", text.encode(), "utf-8")).cues
    except UnreadableCaptions as error:
        raise Refused(UNLIKE) from error
    if [(cue.start_ms, cue.end_ms, cue.text) for cue in found] != wanted:
        raise Refused(UNLIKE)
