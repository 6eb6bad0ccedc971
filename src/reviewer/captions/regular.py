"""webvtt-py, the reader of every regular SRT and SBV file, held against what the file itself holds.

It loses in silence what is not quite regular (a cue with a bad time, text with an arrow in it), so the layout is
found first: where it is irregular, or where the two differ, our own reading of the layout stands.
So it does in a file of very many cues, where webvtt-py's objects would cost most of time and memory for the same cues.
"""

from collections.abc import Sequence

from reviewer.captions.layout import RawCue

DIFFERS = "webvtt-py reads this file otherwise; it was read by the layout of its time lines."
MOST = 20_000  # cues: sixteen hours of talk at two seconds each


def read_regular(text: str, format_: str, found: Sequence[RawCue]) -> list[RawCue] | None:
    """The cues as webvtt-py reads them, each at its place in the file; None where it differs from the layout.

    Settings stay as the file has them: webvtt-py leaves out those it doesn't know.
    """
    from webvtt import WebVTT
    from webvtt.errors import MalformedCaptionError, MalformedFileError

    try:
        captions = WebVTT.from_buffer(text.split("\n"), format=format_).captions
    except (MalformedCaptionError, MalformedFileError):
        return None
    if len(captions) != len(found):
        return None
    read = [
        RawCue(
            own.at, own.body_at, caption.start_time.in_milliseconds(), caption.end_time.in_milliseconds(),
            caption.raw_text, caption.identifier or "", own.settings,
        )
        for own, caption in zip(found, captions, strict=True)
    ]  # fmt: skip
    return read if all(_agree(own, theirs) for own, theirs in zip(found, read, strict=True)) else None


def _agree(own: RawCue, theirs: RawCue) -> bool:
    if (own.start_ms, own.end_ms, own.identifier) != (theirs.start_ms, theirs.end_ms, theirs.identifier):
        return False
    return own.raw == theirs.raw or own.raw.split() == theirs.raw.split()
