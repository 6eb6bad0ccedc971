import pytest

from reviewer.captions import WrittenCue, read, write
from reviewer.captions.srt import NOT_NEXT
from reviewer.captions.times import LOOSE, srt_line
from reviewer.core.cues import Version


def srt(content: str) -> Version:
    return read("a.srt", content.encode(), format="srt")


def texts(version: Version) -> list[str]:
    return [cue.text for cue in version.cues]


def lines(version: Version) -> list[int]:
    return [oddity.line for oddity in version.oddities]


def test_a_regular_file_has_no_oddities() -> None:
    version = srt("1\n00:00:01,000 --> 00:00:02,000\nOne,\ntwo.\n\n2\n100:00:02,000 --> 100:00:03,000\n42\n")
    assert [tuple(cue)[1:] for cue in version.cues] == [(1_000, 2_000, "One,\ntwo."), (360_002_000, 360_003_000, "42")]
    assert (version.oddities, version.cues.extras) == ((), {})


def test_a_file_of_no_bytes_is_an_empty_track() -> None:
    version = read("silence.srt", b"")
    assert (version.format, len(version.cues), lines(version)) == ("srt", 0, [0])


@pytest.mark.parametrize(
    ("content", "expected", "told"),
    [
        # without numbers, digits are text
        ("00:00:01,000 --> 00:00:02,000\nIn\n2019\n\n00:00:02,000 --> 00:00:03,000\nb\n", ["In\n2019", "b"], [1]),
        # numbers that begin again
        ("1\n00:00:01,000 --> 00:00:02,000\na\n\n1\n00:00:02,000 --> 00:00:03,000\nb\n", ["a", "b"], [6]),
        # no blank lines, and a text that ends in digits
        ("1\n00:00:01,000 --> 00:00:02,000\n2019\n2\n00:00:02,000 --> 00:00:03,000\nb\n", ["2019", "b"], [5]),
        ("1\n00:00:01,000 --> 00:00:02,000\n2019\n00:00:02,000 --> 00:00:03,000\nb\n", ["2019", "b"], [4]),
        # a number apart from its time
        ("1\n00:00:01,000 --> 00:00:02,000\na\n\n2\n\n00:00:02,000 --> 00:00:03,000\nb\n", ["a", "b"], [7]),
        # a blank line inside, and no text at all
        ("1\n00:00:01,000 --> 00:00:02,000\na\n\nb\n\n2\n00:00:02,000 --> 00:00:03,000\n\n", ["a\nb", ""], [5, 8]),
        # two files joined
        ("1\n00:00:01,000 --> 00:00:02,000\na\n\n\ufeff1\n00:00:02,000 --> 00:00:03,000\nb\n", ["a", "b"], [5, 6]),
        # text above the first time
        ("A title\n1\n00:00:01,000 --> 00:00:02,000\na\n", ["A title\na"], [1]),
        # a time that is none
        ("1\n00:00:01,000 --> 00:00:02,000\na\n\n2\n00:0x:02,000 --> 00:00:03,000\nb\n", ["a", "b"], [6]),
        ("1\n00:00:01,000 -> 00:00:02,000\na -> b\n", ["a -> b"], [2]),
    ],
)
def test_ill_files_lose_no_word(content: str, expected: list[str], told: list[int]) -> None:
    version = srt(content)
    assert (texts(version), lines(version)) == (expected, told)


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("{\\an8}<i>Up</i> <font color='#f00'>red</font>\\Nnext", "Up red\nnext"),
        ("[\\h__\\h]", "[\u00a0__\u00a0]"),
        ("a < b && c > d <b>bold", "a < b && c > d bold"),
        ("&gt;&gt; R&amp;D", ">> R&D"),
        ("C:\\temp {x}", "C:\\temp {x}"),
    ],
)
def test_styles_go_and_text_stays(raw: str, text: str) -> None:
    assert texts(srt(f"1\n00:00:01,000 --> 00:00:02,000\n{raw}\n")) == [text]


def test_coordinates_are_no_settings() -> None:
    version = srt("1\n00:00:01,000 --> 00:00:02,000 X1:100 X2:200 Y1:10 Y2:20\nUp.\n")
    assert (texts(version), version.cues.extras, version.oddities) == (["Up."], {}, ())


def test_a_converted_roll_up_is_told() -> None:
    rows = [(1_000, 2_990, "One"), (2_990, 3_000, "One"), (3_000, 4_990, "One\ntwo"), (4_990, 5_000, "two")]
    blocks = (f"{n}\n00:00:{a / 1000:06.3f} --> 00:00:{b / 1000:06.3f}\n{t}\n\n" for n, (a, b, t) in enumerate(rows, 1))
    version = srt("".join(blocks).replace(".", ","))
    assert any(o.line == 0 and "roll-up" in o.what for o in version.oddities)


@pytest.mark.parametrize(
    "line",
    [
        "12:30 → 13:45", "00:30:00 => 00:40:00", "at 00:00:01,000 → 00:00:02,000", "00:00:01,000 → 00:00:02,000 or so",
        "A → B", "00:00:01,000 →", "\u200f10: 30 – 11: 00", "-- >", "1:2:3,400 --&gt; x",
    ],
)  # fmt: skip
def test_a_line_of_text_with_an_arrow_or_a_time_is_no_time(line: str) -> None:
    assert srt_line(line) is None
    version = srt(f"1\n00:00:01,000 --> 00:00:02,000\na\n{line}\nb\n")
    assert texts(version) == [f"a\n{line.replace('&gt;', '>')}\nb"]


@pytest.mark.parametrize(
    "line",
    [
        "00:00:01,000 ==> 00:00:02,000", "00:00:01,000 –> 00:00:02,000", "00:00:01,000 --&gt; 00:00:02,000",
        "00:00:01,000 -- > 00:00:02,000", "00:00:01.000→00:00:02.000", "00:00:01,000---> 00:00:02,000",
        "\u202a00:00:01,000\u202c --> \u202a00:00:02,000\u202c", "00:00:01:000 --> 00:00:02,000",
    ],
)  # fmt: skip
def test_times_of_odd_writing_are_read_as_meant(line: str) -> None:
    version = srt(f"1\n{line}\na\n\n2\n00:00:02,000 --> 00:00:03,000\nb\n")
    assert [tuple(cue)[1:] for cue in version.cues] == [(1_000, 2_000, "a"), (2_000, 3_000, "b")]
    assert [(oddity.line, oddity.what) for oddity in version.oddities] == [(2, LOOSE)]


@pytest.mark.parametrize("arrow", ["→", "==>", "–>", "- ->", "--&gt;"])
def test_a_text_that_would_be_a_time_is_written_so_that_it_is_none(arrow: str) -> None:
    text = f"a\n00:00:01,000 {arrow} 00:00:02,000"
    assert texts(srt(write("srt", [WrittenCue(1_000, 2_000, text)]))) == [text]


def test_a_file_of_very_many_cues_is_read_without_webvtt_py_and_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    content = "".join(f"{n}\n00:00:0{n},000 --> 00:00:0{n},500\n<i>a</i>\nb\n\n" for n in range(1, 9))
    through = srt(content)
    monkeypatch.setattr("reviewer.captions.srt.MOST", 7)
    monkeypatch.setattr("reviewer.captions.srt.read_regular", None)
    assert (srt(content).cues.text, srt(content).oddities) == (through.cues.text, through.oddities)
    assert [*srt(content).cues] == [*through.cues]


@pytest.mark.parametrize(
    ("numbers", "told"),
    [
        ([0, 1, 2], []),
        ([7, 8, 9], []),
        ([1, 2, 5, 6], [10]),
        ([1, 2, 2, 3], [10]),
        ([1, 2, 3, 2, 3], [14]),
    ],
)
def test_a_number_that_is_not_the_next_is_told_once(numbers: list[int], told: list[int]) -> None:
    blocks = (f"{n}\n00:00:0{at},000 --> 00:00:0{at},900\nword\n\n" for at, n in enumerate(numbers, 1))
    version = srt("".join(blocks))
    assert texts(version) == ["word"] * len(numbers)
    assert [(o.line, o.what) for o in version.oddities] == [(line, NOT_NEXT) for line in told]
