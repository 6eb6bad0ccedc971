import json

import pytest

from reviewer.captions import read
from reviewer.captions.blocks import LATE, NO_BLANK
from reviewer.captions.markup import BAD_INNER, OPEN_VOICE, UNKNOWN_TAG
from reviewer.captions.plain import ENDLESS
from reviewer.captions.settings import UNKNOWN_SETTING
from reviewer.core.cues import Version


def vtt(body: str, header: str = "WEBVTT") -> Version:
    return read("a.vtt", f"{header}\n\n{body}".encode(), format="webvtt")


def shown(version: Version) -> list[tuple[int | None, int | None, str]]:
    return [(cue.start_ms, cue.end_ms, cue.text) for cue in version.cues]


def lines(version: Version) -> list[int]:
    return [oddity.line for oddity in version.oddities]


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("R&amp;D &lt;now&gt;", "R&D <now>"),
        ("&lt;b&gt;", "<b>"),
        ("Eh bien&nbsp;?", "Eh bien\u00a0?"),
        ("<i>One</i> <b.loud>two</b> <c.a.b>three</c>", "One two three"),
        ("<v Ann Lee>Hello", "Hello"),
        ("<v.loud Ann>Hello</v>", "Hello"),
        ("<lang cy>Shwmae</lang> <u>x</u>", "Shwmae x"),
        ("<ruby>漢<rt>かん</rt></ruby>", "漢かん"),
        ("a < b && c > d", "a < b && c > d"),
        ("a <laughs> b", "a <laughs> b"),
        ("unclosed <i and on", "unclosed <i and on"),
        ("one\n  two \n", "one\ntwo"),
    ],
)
def test_tags_go_and_references_are_decoded(raw: str, text: str) -> None:
    assert shown(vtt(f"00:01.000 --> 00:02.000\n{raw}\n")) == [(1_000, 2_000, text)]


@pytest.mark.parametrize(
    ("line", "start_ms", "end_ms"),
    [
        ("00:01.000 --> 00:02.000", 1_000, 2_000),
        ("00:00:01.000-->00:00:02.000", 1_000, 2_000),
        ("1234:00:00.000\t-->\f1234:00:00.001 align:left", 4_442_400_000, 4_442_400_001),
        ("0:00:01.000 --> 0:00:02.000", 1_000, 2_000),
    ],
)
def test_times_as_webvtt_writes_them(line: str, start_ms: int, end_ms: int) -> None:
    version = vtt(f"{line}\nWords.\n")
    assert (shown(version), version.oddities) == ([(start_ms, end_ms, "Words.")], ())


@pytest.mark.parametrize(
    ("line", "start_ms", "end_ms"),
    [
        ("00:00:0.000 --> 00:00:02.000", 0, 2_000),
        ("00:00:01,5 --> 00:00:02,25", 1_500, 2_250),
        ("000:01.000 --> 00:99:00.000", 1_000, 5_940_000),
        ("-00:00:01.000 --> 00:00:02.000", -1_000, 2_000),
        ("00:00:02.000 --> 00:00:01.000", 2_000, 1_000),
        ("00:00:0x.000 --> 00:00:02.000", 500, 2_000),
        ("99999999999999999999:00:00.000 --> 00:00:02.000", 500, 2_000),
    ],
)
def test_odd_times_are_read_and_told(line: str, start_ms: int, end_ms: int) -> None:
    version = vtt(f"00:00.000 --> 00:00.500\nFirst.\n\n{line}\nWords.\n")
    assert shown(version) == [(0, 500, "First."), (start_ms, end_ms, "Words.")]
    assert 6 in lines(version)


def test_a_time_that_cannot_be_read_lies_between_its_neighbours() -> None:
    version = vtt("00:00.000 --> 00:01.000\na\n\n00:xx --> 00:yy\nb\n\n00:05.000 --> 00:06.000\nc\n")
    assert shown(version)[1] == (1_000, 5_000, "b")
    assert [o.what for o in version.oddities] == [
        "This is not a caption time; the cue was placed between its neighbours."
    ]


def test_an_arrow_in_the_text_is_text() -> None:
    version = vtt("00:01.000 --> 00:02.000\nfirst --> last\n\n00:02.000 --> 00:03.000\nmore\n")
    assert [cue.text for cue in version.cues] == ["first --> last", "more"]
    assert lines(version) == [4]


def test_a_blank_line_in_a_cue_loses_no_word() -> None:
    version = vtt("00:01.000 --> 00:02.000\nabove\n\nbelow\n\n00:02.000 --> 00:03.000\n\nalone\n")
    assert [cue.text for cue in version.cues] == ["above\nbelow", "alone"]
    assert lines(version) == [6, 10]


def test_comments_styles_and_regions_are_no_text() -> None:
    version = vtt(
        "STYLE\n::cue { color: red }\n\nREGION\nid:a\n\nNOTE one\n\nid 1\n00:01.000 --> 00:02.000 line:0\nWords.\n\n"
        "NOTE\nof two lines\n\n00:02.000 --> 00:03.000\nMore.\n\nNOTE last"
    )
    assert [cue.text for cue in version.cues] == ["Words.", "More."]
    assert version.cues.extras == {0: {"identifier": "id 1", "settings": "line:0"}}
    assert version.oddities == ()


def test_a_cue_may_begin_without_a_blank_line() -> None:
    version = vtt("00:01.000 --> 00:02.000\nOne.\n00:02.000 --> 00:03.000\nTwo.")
    assert shown(version) == [(1_000, 2_000, "One."), (2_000, 3_000, "Two.")]


def test_a_header_of_its_own_is_kept() -> None:
    version = vtt("00:01.000 --> 00:02.000\nOne.\n", "WEBVTT - a title\nKind: captions\nLanguage: fr\nX: y")
    assert version.header == "WEBVTT - a title\nKind: captions\nLanguage: fr\nX: y"
    assert version.language == "fr"


@pytest.mark.parametrize("content", ["WEBVTT", "WEBVTT\n", "WEBVTT\n\nNOTE nothing\n", "\ufeffWEBVTT\r\n\r\n"])
def test_a_header_alone_is_an_empty_track(content: str) -> None:
    version = read("a.vtt", content.encode())
    assert (version.format, len(version.cues), lines(version)) == ("webvtt", 0, [0])


def test_times_inside_are_the_times_of_the_words_after_them() -> None:
    version = vtt("00:01.000 --> 00:04.000\nOne two <00:02.000>three <00:00:03.000><c>[loud noise] fo</c>ur\n")
    cues = version.cues
    assert cues.text == "One two three [loud noise] four"
    assert [cues.word_ms[flat] for flat in range(cues.word_count)] == [1_000, 1_000, 2_000, 3_000, 3_000, 3_000]
    assert [cues.kind(flat).name for flat in range(3, 6)] == ["EVENT", "EVENT", "WORD"]


@pytest.mark.parametrize(
    ("raw", "voices"),
    [
        ("<v Ann>Hi <v Bob>ho there <v Ann>no", [[0, "Ann"], [1, "Bob"], [3, "Ann"]]),
        ("Well <v Ann>so", [[1, "Ann"]]),
        ("<v Ann>Hi</v> there", [[0, "Ann"], [1, ""]]),
        ("<v Ann>So<v.loud Bob>me <i>words</i>", [[0, "Ann"], [1, "Bob"]]),
        ("<v Ann>Hi</v>\n<v Ann>ho</v>", None),
        ("<v Ann>R&amp;D", None),
    ],
)
def test_where_each_voice_begins_is_kept(raw: str, voices: list[list[object]] | None) -> None:
    extra = vtt(f"00:01.000 --> 00:02.000\n{raw}\n").cues.extras[0]
    assert extra["voice"] == "Ann"
    assert json.loads(extra.get("voices", "null")) == voices


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_are_counted_alike_whatever_ends_them(end: str) -> None:
    body = "00:01.000 --> 00:02.000\na\n\n" * 9 + "00:00.500 --> 00:01.000\nb\n"
    version = read("a.vtt", f"WEBVTT\n\n{body}".replace("\n", end).encode())
    assert lines(version)[-1] == 30


def test_one_voice_is_kept_and_several_are_told() -> None:
    version = vtt("00:01.000 --> 00:02.000\n<v Ann &amp; Bo>Hi\n\n00:02.000 --> 00:03.000\n<v Ann>Hi\n<v Bob>Ho\n")
    assert [version.cues.voice(number) for number in (0, 1)] == ["Ann & Bo", "Ann"]
    assert lines(version) == [6]


def test_overlapping_and_early_cues_are_told_with_their_lines() -> None:
    version = vtt("00:01.000 --> 00:09.000\na\n\n00:02.000 --> 00:03.000\nb\n\n00:01.000 --> 00:02.000\nc\n")
    assert lines(version) == [6, 9]


def test_very_many_oddities_of_one_kind_are_told_as_one() -> None:
    version = vtt("".join(f"00:{n:02}.000 --> 01:00.000\nw\n\n" for n in range(50)))
    assert len(version.oddities) == 21
    assert version.oddities[-1].what.endswith("The same in 29 more places.")


def test_a_lost_first_line_is_told() -> None:
    version = read("a.vtt", b"00:01.000 --> 00:02.000 align:start\nWords.\n")
    assert (version.format, lines(version)) == ("webvtt", [0])


AT = "00:01.000 --> 00:02.000"
NEXT = "00:02.000 --> 00:03.000"


@pytest.mark.parametrize(
    ("body", "texts", "told"),
    [
        (f"{AT}\na\n{NEXT}\nb\n", ["a", "b"], [(5, NO_BLANK)]),
        (f"{AT}\na\n\nid\n{NEXT}\nb\n", ["a", "b"], []),
        (f"{AT}\na\n\nSTYLE\n::cue {{}}\n\nREGION\nid:a\n\n{NEXT}\nb\n", ["a", "b"], [(6, LATE), (9, LATE)]),
        (f"{AT}\n<c>a<00:99.000>b</c>\n", ["ab"], [(4, BAD_INNER)]),
        (f"{AT}\n<foo>a</foo> </x> <zz>\n", ["<foo>a</foo> </x> <zz>"], [(4, UNKNOWN_TAG)]),
        (f"{AT}\n<i>never closed</b>\n", ["never closed"], []),
        (f"{AT}\n<v Ilse <b>x>\n", ["x>"], [(4, OPEN_VOICE)]),
        ("00:01.000 --> 24:00:01.000\na\n", ["a"], [(3, ENDLESS)]),
        ("00:01.000 --> 24:00:00.999\na\n", ["a"], []),
    ],
)
def test_what_is_not_as_the_specification_asks_is_read_and_told(
    body: str, texts: list[str], told: list[tuple[int, str]]
) -> None:
    version = vtt(body)
    assert ([cue.text for cue in version.cues], [(o.line, o.what) for o in version.oddities]) == (texts, told)


def test_a_voice_left_open_is_kept_as_the_name() -> None:
    version = vtt(f"{AT}\n<v Ilse Amt <b>x</b> and <v Bob </v>more\n")
    assert version.cues.extras[0] == {"voice": "Ilse Amt", "voices": '[[0, "Ilse Amt"], [2, ""]]'}


@pytest.mark.parametrize(
    ("settings", "are_told"),
    [
        ("align:start position:0%", False), ("line:-1 size:100%", False), ("vertical:rl line:50.5%,end", False),
        ("position:10%,line-left align:right", False), ("region:any-name", False), ("\tline:0\falign:center", False),
        ("line:200%", True), ("align:middle", True), ("foo:bar", True), ("position:10%,middle", True), ("size:50", True),
        ("align:start loose words", True), ("vertical:up", True), ("region:", True), ("size:100.5%", True),
    ],
)  # fmt: skip
def test_settings_that_are_none_are_kept_and_told(settings: str, *, are_told: bool) -> None:
    version = vtt(f"{AT} {settings}\na\n")
    assert version.cues.extras[0]["settings"] == settings.strip()
    assert [(o.line, o.what) for o in version.oddities] == ([(3, UNKNOWN_SETTING)] if are_told else [])
