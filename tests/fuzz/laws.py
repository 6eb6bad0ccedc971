"""What holds of everything that is read, whatever the bytes."""

from collections.abc import Iterator
from itertools import pairwise

from reviewer.captions import WRITTEN, as_imported, losses, members, read, write
from reviewer.core.cues import ITSELF, NO_TIME, Cues, Version
from reviewer.errors import Refused, UnreadableCaptions

LARGEST_TIME = 2**53  # beyond it a time is no longer the same in JSON


def read_or_refusal(data: bytes, format_: str | None = None) -> Version | UnreadableCaptions | Refused:
    """A version, or the refusal; any other error is what the fuzzers look for."""
    try:
        return read("file.txt", data, format=format_)
    except (UnreadableCaptions, Refused) as refusal:
        return refusal


def check(data: bytes, format_: str | None = None) -> Version | None:
    """Read the bytes twice and hold what comes out against the laws; gives the version, if it is one."""
    first, second = read_or_refusal(data, format_), read_or_refusal(data, format_)
    assert type(first) is type(second)
    if not isinstance(first, Version) or not isinstance(second, Version):
        assert str(first) == str(second)
        assert str(first).isprintable()
        return None
    assert seen(first) == seen(second)
    _check_times(first.cues)
    _check_words(first.cues)
    _check_texts(first)
    return first


def seen(version: Version) -> tuple[object, ...]:
    """All that can be seen of a version."""
    cues = version.cues
    columns = tuple(getattr(cues, name) for name in Cues.__slots__ if name != "extras")
    return version.id, version.header, version.language, version.oddities, dict(cues.extras), columns


def _check_times(cues: Cues) -> None:
    for column in (cues.start_ms, cues.end_ms, cues.word_ms):
        assert all(ms == NO_TIME or abs(ms) < LARGEST_TIME for ms in column)
    assert all((start == NO_TIME) == (end == NO_TIME) for start, end in zip(cues.start_ms, cues.end_ms, strict=True))
    assert all(number == ITSELF or number >= 0 for number in cues.file_cues)


def _check_words(cues: Cues) -> None:
    """Words lie in order in their cue's text, and all of it but white space lies in words."""
    assert len(cues.file_cues) == len(cues.starts) == len(cues.first_word) - 1
    for number in range(len(cues)):
        begin, end = cues.starts[number], cues.stops[number]
        spans = [(cues.word_starts[flat], cues.word_stops[flat]) for flat in cues.words_of(number)]
        assert all(begin <= start < stop <= end for start, stop in spans)
        assert all(stop <= following for (_, stop), (following, _) in pairwise(spans))
        assert "".join(cues.text[start:stop] for start, stop in spans) == "".join(cues.cue_text(number).split())
    assert all(not cues.gap_before(number).strip() for number in range(len(cues)))


def _check_texts(version: Version) -> None:
    for text in _texts(version):
        text.encode()  # no lone surrogate
        assert "\0" not in text
    assert all(oddity.line >= 0 and "\n" not in oddity.what for oddity in version.oddities)


def _texts(version: Version) -> Iterator[str]:
    yield from (version.cues.text, version.header, version.language)
    for extra in version.cues.extras.values():
        yield from (*extra, *extra.values())
    yield from (oddity.what for oddity in version.oddities)


def check_archive(data: bytes) -> None:
    """Each file of an archive is its bytes or a reason, under a name that is shown in one line."""
    try:
        found = list(members("file", data))
    except UnreadableCaptions as refusal:
        shown = str(refusal)
    else:
        shown = "".join(one.name + one.folder + one.refusal for one in found)
        assert all(one.name and bool(one.refusal) == bool(one.remedy) for one in found)
    assert shown.isprintable()


def check_written(version: Version) -> None:
    """What is written of a version is read again as the same words; in each format that is written."""
    cues = [as_imported(version.cues, number) for number in range(len(version.cues))]
    # More of such signs make a file binary.
    is_strange = any(sign < " " and not sign.isspace() for sign in version.cues.text)
    if is_strange or not version.cues.word_count or not version.cues.has_times:
        return
    for format_ in WRITTEN:
        told = losses(format_, cues)
        again = read(f"file.{format_}", write(format_, cues).encode(), format=format_)
        is_whole = not any("character" in one for one in told)
        assert not is_whole or _words(again.cues) == _words(version.cues), format_


def _words(cues: Cues) -> list[str]:
    return cues.text.replace("\ufeff", "").split()  # a byte order mark at the beginning of a file is none of its words
