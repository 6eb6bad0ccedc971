"""Our WebVTT reader beside the specification's: what a browser shows is there, and no word of the file is missing."""

import re
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from tests.captions.specification import SpecCue, parse

from reviewer.captions import read
from reviewer.captions.markup import plain, tidy
from reviewer.core.cues import Version
from reviewer.errors import UnreadableCaptions

TIMES = (
    "00:00:01.000 --> 00:00:02.000",
    "00:01.000 --> 00:02.000 align:start position:0%",
    "00:00:03.000-->00:00:02.000",
    "\t00:00:04.000 \f-->\t00:00:05.000",
    "123:00:00.000 --> 1234:00:00.000",
    "0:00:06.000 --> 0:00:07.000 line:0",
)
NO_TIMES = ("000:00.000 --> 00:01.000", "00:00:61.000 --> 00:00:62.000", "00:00.00 --> 00:01.000", "x --> y", "-->")
LINES = st.sampled_from(
    ["", "", "", *TIMES, *TIMES, *NO_TIMES, "NOTE", "NOTE a remark", "STYLE", "::cue { color: red }", "REGION", "id:fred",
     "1", "intro", " ", "Hello there.", "<v Ada>I said so", "a &amp; b", "<i>so</i>", "no no no", "- -> x", "NOTED"]
)  # fmt: skip
FILES = st.tuples(
    st.sampled_from(["WEBVTT", "WEBVTT - a title", "WEBVTT\nKind: captions", "\ufeffWEBVTT\t"]),
    st.lists(LINES, max_size=25),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.sampled_from(["", "\n", "\n\n"]),
).map(lambda parts: parts[2].join([parts[0], "", *parts[1]]) + parts[3])


@given(FILES)
def test_every_cue_of_a_browser_is_there_with_its_times_and_all_of_its_text(text: str) -> None:
    version = _read(text)
    expected = parse(text)
    if version is None:
        assert not expected
        return
    at = 0
    for cue in expected:
        at = _found(version, cue, at)


def _found(version: Version, cue: SpecCue, at: int) -> int:
    """The number after the cue of ours that is this one."""
    shown = tidy(plain(cue.text))
    for number in range(at, len(version.cues)):
        ours = version.cues.cue(number)
        extra = version.cues.extras.get(number, {})
        identifier = extra.get("identifier", "")
        named = identifier if "-->" not in identifier else ""  # a browser drops such a line, we keep it
        is_same = (ours.start_ms, ours.end_ms, named) == (cue.start_ms, cue.end_ms, cue.identifier)
        if is_same and ours.text.startswith(shown):
            return number + 1
    raise AssertionError(f"{cue} is not in {list(version.cues)}")


@given(FILES)
def test_no_word_of_the_text_is_lost_or_doubled(text: str) -> None:
    version = _read(text)
    if version is None:
        return
    identifiers = [extra.get("identifier", "") for extra in version.cues.extras.values()]
    kept = "\n".join([version.cues.text, *identifiers])
    for words in ("Hello", "no no no", "said"):
        in_file = len(re.findall(words, text))
        assert kept.count(words) <= in_file
        if not any(block in text for block in ("NOTE", "STYLE", "REGION")) and not _leaves_out(version):
            assert kept.count(words) == in_file


def _leaves_out(version: Version) -> bool:
    """Whether the oddities say that a block above the first cue was left out."""
    return any("left out" in oddity.what for oddity in version.oddities)


def _read(text: str) -> Version | None:
    try:
        return read("a.vtt", text.encode())
    except UnreadableCaptions:
        return None


def test_corpus_files_are_read_as_the_specification_says(corpus: Path) -> None:
    files = [*corpus.glob("captions/conformance/*.vtt"), *corpus.glob("captions/manual/*.vtt")]
    assert files
    for file in files:
        version = read(file.name, file.read_bytes(), format="webvtt")
        assert [(c.start_ms, c.end_ms, c.text) for c in version.cues] == [
            (c.start_ms, c.end_ms, tidy(plain(c.text))) for c in parse(file.read_text("utf-8"))
        ], file.name
