"""Reading by columns: it gives what the careful reader gives, and long regular files are really read so."""

import subprocess
import sys
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.captions.both_ways import by_columns, carefully, tried

from reviewer.captions import read
from reviewer.captions.markup import plain
from reviewer.captions.times import clock

CUE = "00:00:01.000 --> 00:00:02.000"
HEADERS = st.sampled_from(
    ["WEBVTT\n\n", "WEBVTT\n\n", "WEBVTT a title\nKind: captions\nLanguage: en\n\n", "\ufeffWEBVTT\n\nNOTE x\n\n", "WEBVTT\n",
     "WEBVTT\n\nSTYLE\n::cue { color: red }\n\n", "WEBVTT\n\nastray\n\n", "", "WEBVTT\nX-TIMESTAMP-MAP=LOCAL:0\n\n"]
)  # fmt: skip


T = TypeVar("T")


def often(common: list[T], seldom: list[T]) -> st.SearchStrategy[T]:
    """Nine times in ten one of the common."""
    return st.integers(0, 9).flatmap(lambda n: st.sampled_from(common if n else seldom))


SETTINGS = often(
    ["", "", " align:start position:0%"],
    [
        " ",
        "\tline:0",
        " a --> b",
        " <v x>",
        "x",
        "\f\vline:0 ",
        " \u2003",
        " line:200%",
        " align:middle",
        " foo:bar",
        " size:100%",
    ],
)
TEXTS = often(
    ["Hello there.", "two\nlines", "no no no", "Straße läuft", "漢字 かな", "a\u2003b\u00a0c", "x", "word " * 30 + "end"],
    ["", " ", "\u00a0", " led", "trailed ", "a\n\u3000\nb", "<v Ann>Hi <v Bob>ho", "<v.x Ann>Hi</v> there", "R&amp;D &nbsp;?",
     "[Music] so", ">> Well", "> a >>", "[a b c] d", "a < b", "<i>x</i>", "One <00:00:01.500>two <c>th</c>ree",
     "first --> last", "a\n\nastray", "a\n\nNOTE no\n\n", "&#10;a", "\x1c", "a\x85b", "<b>\u00a0</b>",
     "a\n\nSTYLE\nx\n", "a\n\nREGION", "<v Ilse <b>x>", "<V Ilse </v>", "a<00:99.000>b", "<zz>a</x>", "x<00:00:01.500><c> y</c>"],
)  # fmt: skip
ABOVE = often(["", "", "1\n", "id 1\n"], [" \n", "NOTE\n", "a\nb\n", "STYLE\n\n", "-->\n", "\n", "\n\n\n"])
BREAKS = often(["\n\n"], ["\n", "\n\n\n", ""])
TIMES = st.integers(0, 20_000)


@st.composite
def time_lines(draw: st.DrawFn) -> str:
    begin = draw(TIMES)
    end = begin + draw(
        st.sampled_from([0, 10, 10, 1_000, 1_000, 1_000, 7_200_000, 90_000_000, -500 if begin > 500 else 5])
    )
    line = f"{clock(begin)} --> {clock(end)}"
    changed = draw(often(["", "", "", "short"], ["tight", "one", "bad", "loose", "minus", "hours"]))
    return {
        "": line, "short": line.replace("00:", "", 1), "tight": line.replace(" --> ", "-->"), "one": line[1:],
        "bad": line.replace(":", "x", 2), "loose": line.replace(".", ","), "minus": "-" + line, "hours": "100" + line[2:],
    }[changed]  # fmt: skip


@st.composite
def plain_files(draw: st.DrawFn) -> str:
    parts = [draw(HEADERS)]
    for _ in range(draw(st.integers(0, 12))):
        parts += (draw(ABOVE), draw(time_lines()), draw(SETTINGS), "\n", draw(TEXTS), draw(BREAKS))
    return "".join(parts)


ROWS = often(
    ["Hello<00:00:00.480><c> everybody.</c>", "Yes.", "&gt;&gt; Well,<00:00:01.400><c> R&amp;D</c>", "no", "no", "[Music]",
     "Straße<00:00:01.000><c> läuft</c><00:00:01.000><c> so</c>", "漢字<00:00:01.000><c>かな</c>"],
    ["", "a <b", "x > y", "<c.colorE5E5E5>Hi<00:00:02.000><c> you</c></c>", "</c>", "[&nbsp;__&nbsp;]", "a&nbsp;", "&eacute;t&eacute;",
     "<i>so</i><00:00:01.000><c> it</c>", "Hi<0:00:01.000><c> you</c>", " led<00:00:01.000><c> x</c>", "x</c> ", "<00:00:01.000>",
     "a<00:99:01.000><c>b</c> c", "a&am<c>p;b</c>", "&g<c>t;</c>", "<C>x</C>", "a<c.x&gt;y>b</c>", "<<c>i>", "\u00a0", "&nbsp;",
     "[a<00:00:01.000><c> b]</c>", ">>", "&gt;&gt;&gt;", "&lt;b&gt;", "&amp;gt;", "a&gt", "NOTE x"],
)  # fmt: skip
THIRD = often([""], ["third\n", "NOTE y\n", "\nNOTE z\n", "x\ny\n"])


@st.composite
def roll_ups(draw: st.DrawFn) -> str:
    """Rows as YouTube writes them, each over the one before, with a cue of 10 ms after it; sometimes a little off."""
    parts, above, at = [draw(HEADERS)], " ", 160
    said = draw(SETTINGS)
    for _ in range(draw(st.integers(1, 10))):
        row = draw(ROWS)
        end = at + draw(st.sampled_from([2_000, 2_000, 2_010, 5]))
        whole = draw(often([plain(row)], ["other", row, " "]))
        parts.append(_cue(at, end, draw(often([said], [" line:0", ""])), above, row, draw(THIRD)))
        short = draw(often([10], [12, 3, 0]))
        if short:
            below = draw(often([" "], ["", "</c>", "new"]))
            parts.append(_cue(end, end + short, said, whole, below, draw(THIRD)))
        above = draw(often([whole, whole, whole, " "], ["", "another", "</c>"]))
        at = end + draw(st.sampled_from([10, 10, 10, 0, 3_000, -1_000 if end > 1_000 else 0]))
    text = "".join(parts)
    return text if draw(st.booleans()) else text.rstrip("\n ")


def _cue(begin: int, end: int, settings: str, upper: str, lower: str, below: str) -> str:
    return f"{clock(begin)} --> {clock(end)}{settings}\n{upper}\n{lower}\n{below}\n"


@given(plain_files(), st.sampled_from(["\n", "\r\n", "\r"]), st.sampled_from([None, "webvtt", "youtube-vtt"]))
def test_any_plain_file_is_read_as_the_careful_reader_reads_it(text: str, end: str, format_: str | None) -> None:
    data = text.replace("\n", end).encode()
    assert by_columns(data, format_) == carefully(data, format_)


@given(roll_ups(), st.sampled_from([None, None, "webvtt", "youtube-vtt"]))
def test_any_roll_up_is_read_as_the_careful_reader_reads_it(text: str, format_: str | None) -> None:
    data = text.encode()
    assert by_columns(data, format_) == carefully(data, format_)


REGULAR = "WEBVTT\n\n" + "".join(
    f"{number}\n{clock(1_000 * number)} --> {clock(1_000 * number + 900)} line:0\nOne of many [cues] &amp; words.\n\n"
    for number in range(40)
)
ROLL_UP = "WEBVTT\nKind: captions\nLanguage: en\n\n" + "".join(
    f"{clock(2_000 * number)} --> {clock(2_000 * number + 1_990)} align:start position:0%\n"
    f"{f'&gt;&gt; row {number - 1}' if number else ' '}\n&gt;&gt; row<{clock(2_000 * number + 500)}><c> {number}</c>\n\n"
    f"{clock(2_000 * number + 1_990)} --> {clock(2_000 * number + 2_000)}\n&gt;&gt; row {number}\n \n\n"
    for number in range(40)
)


def test_regular_files_are_read_by_columns() -> None:
    plain_track, roll_up = tried(REGULAR), tried(ROLL_UP)
    assert plain_track.is_roll_up is False
    assert plain_track.plain
    assert (plain_track.plain.count, len(plain_track.plain.cues)) == (40, 40)
    assert roll_up.is_roll_up is True
    assert roll_up.fold
    assert [roll_up.fold.cues.word_ms[flat] for flat in range(6)] == [0, 0, 500, 2_000, 2_000, 2_500]


def test_a_long_file_is_read_by_columns_when_it_is_worth_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither the layout nor the careful fold is made: both are what costs time."""
    monkeypatch.setattr("reviewer.captions.sources.lay_out", None)
    for text in (REGULAR * 1, ROLL_UP):
        long_text = text + text.partition("\n\n")[2] * 60
        assert len(read("a.vtt", long_text.encode()).cues) == 40 * 61


def test_a_short_file_is_read_without_loading_numpy() -> None:
    script = (
        "import sys; from reviewer.captions import read; read('a.vtt', sys.stdin.buffer.read()); "
        "assert 'numpy' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", script], input=REGULAR.encode(), check=True)


@pytest.mark.parametrize(
    "text",
    [
        "WEBVTT\n\nno time at all\n",
        f"WEBVTT\n\n{CUE}\nfirst --> last\n",
        f"WEBVTT\n\n{CUE} --> 2\nword\n",
        "WEBVTT\n\n00:00:0x.000 --> 00:00:02.000\nword\n",
        "WEBVTT\n\n-00:00:01.000 --> 00:00:02.000\nword\n",
    ],
)
def test_an_irregular_file_is_left_to_the_careful_reader(text: str) -> None:
    assert (tried(text).plain, tried(text).fold, tried(text).is_roll_up) == (None, None, None)


def test_a_file_of_one_endless_cue_is_read() -> None:
    data = f"WEBVTT\n\n{CUE}\n{'word ' * 500}\n{'more ' * 500}\n\n{CUE}\nlast\n".encode()
    assert by_columns(data) == carefully(data)


def test_every_corpus_file_is_read_as_the_careful_reader_reads_it(corpus: Path) -> None:
    tracks = sorted(corpus.glob("captions/**/*.vtt"))
    assert tracks
    for track in tracks:
        for format_ in (None, "webvtt", "youtube-vtt"):
            data = track.read_bytes()
            assert by_columns(data, format_, 1 << 16) == carefully(data, format_), (track.name, format_)


def test_real_roll_ups_are_read_by_columns(corpus: Path) -> None:
    for track in sorted(corpus.glob("captions/auto-vtt/*min.vtt")):
        assert tried(track.read_text("utf-8"), 1 << 16).fold, track.name
