"""TTML: its times, its texts, and what is written of them."""

import re
import time
from contextlib import suppress
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.captions.made_cues import any_cues

from reviewer.captions import WrittenCue, as_imported, losses, read, write
from reviewer.captions.found import NO_END
from reviewer.captions.markup import tidy
from reviewer.captions.plain import NO_TEXT, OVERLAPS, REVERSED
from reviewer.captions.times import BAD, LOOSE, NEGATIVE
from reviewer.captions.ttml import BACKWARDS, NEVER_SHOWN, NO_TIMES, OUTLASTS
from reviewer.captions.ttml_document import OUTSIDE, UNKNOWN
from reviewer.captions.ttml_times import NO_FRAME, NO_TIME, rates_of, rounded
from reviewer.captions.webvtt import EMPTY
from reviewer.captions.xmltext import writable
from reviewer.core.cues import NO_TIME as NONE
from reviewer.core.cues import Version
from reviewer.errors import UnreadableCaptions

NAMES = 'xmlns="http://www.w3.org/ns/ttml" xmlns:ttp="http://www.w3.org/ns/ttml#parameter" xmlns:tts="http://www.w3.org/ns/ttml#styling" xmlns:ttm="http://www.w3.org/ns/ttml#metadata"'


def ttml(body: str, parameters: str = "", head: str = "") -> bytes:
    return f"<tt {NAMES} {parameters}>\n<head>{head}</head><body><div>\n{body}\n</div></body></tt>".encode()


def shown(version: Version) -> list[tuple[int | None, int | None, str]]:
    return [(cue.start_ms, cue.end_ms, cue.text) for cue in version.cues]


def words(version: Version) -> list[tuple[int | None, str]]:
    cues = version.cues
    return [
        (None if cues.word_ms[flat] == NONE else cues.word_ms[flat], cues.word(flat)) for flat in range(cues.word_count)
    ]


def odd(version: Version) -> list[tuple[int, str]]:
    return [(oddity.line, oddity.what) for oddity in version.oddities]


# Times
@pytest.mark.parametrize(
    ("text", "parameters", "ms"),
    [
        ("00:00:01", {}, 1_000),
        ("00:00:01.5", {}, 1_500),
        ("01:02:03.2350000000000000000000000009", {}, 3_723_235),
        ("100:00:00.1", {}, 360_000_100),
        ("00:00:00.0005", {}, 1),
        ("00:00:01:15", {}, 1_500),
        ("00:00:01:15", {"frameRate": "24"}, 1_625),
        ("00:00:01:15.1", {"frameRate": "25", "subFrameRate": "2"}, 1_620),
        ("01:02:03:20", {"frameRate": "24", "frameRateMultiplier": "1000 1001"}, 3_723_834),
        ("24f", {"frameRate": "24", "frameRateMultiplier": "1000:1001"}, 1_001),
        ("30f", {}, 1_000),
        ("1.2h", {}, 4_320_000),
        ("1.2m", {}, 72_000),
        (" 1.2s ", {}, 1_200),
        ("12.5ms", {}, 13),
        ("3t", {}, 3_000),
        ("120t", {"tickRate": "60"}, 2_000),
        ("25t", {"frameRate": "25"}, 1_000),
        ("100t", {"frameRate": "25", "subFrameRate": "4"}, 1_000),
        ("15000000t", {"tickRate": "10000000"}, 1_500),
        ("00:01:00:02", {"frameRate": "30", "frameRateMultiplier": "1000 1001", "timeBase": "smpte", "dropMode": "dropNTSC"}, 60_060),
        ("00:10:00;00", {"frameRate": "30", "frameRateMultiplier": "1000 1001", "timeBase": "smpte", "dropMode": "dropNTSC"}, 599_999),
        ("00:00:10:00", {"frameRate": "30", "frameRateMultiplier": "1000 1001", "timeBase": "smpte"}, 10_010),
        ("00:02:00:04", {"frameRate": "30", "timeBase": "smpte", "dropMode": "dropPAL"}, 120_000),
        ("00:00:01", {"frameRate": "none", "frameRateMultiplier": "0 1", "tickRate": "0"}, 1_000),
    ],
)  # fmt: skip
def test_time_expressions(text: str, parameters: dict[str, str], ms: int) -> None:
    read_as = rates_of(parameters).read(text)
    assert read_as.ms is not None
    assert (rounded(read_as.ms), read_as.odd) == (ms, "")


@pytest.mark.parametrize(
    ("text", "ms", "what"),
    [
        ("0:00:01.5", 1_500, LOOSE),
        ("00:01,5", 1_500, LOOSE),
        ("00:61:00.000", 3_660_000, LOOSE),
        ("-1s", -1_000, NEGATIVE),
        ("−00:00:01", -1_000, NEGATIVE),
        ("100:00:00:100", 360_000_000, NO_FRAME),
        ("", None, NO_TIME),
        ("12", None, NO_TIME),
        ("NaN", None, NO_TIME),
        ("1e9s", None, NO_TIME),
        ("99999999999999999s", None, NO_TIME),
        ("9" * 100_000 + "s", None, NO_TIME),
        ("999999999999:00:00", None, NO_TIME),
        ("٣s", None, NO_TIME),
    ],
)
def test_odd_time_expressions(text: str, ms: int | None, what: str) -> None:
    assert rates_of({}).read(text) == (ms, what)


def test_a_third_of_a_frame_is_kept_until_all_is_added_up() -> None:
    assert rates_of({"frameRate": "3"}).read("1f").ms == Fraction(1000, 3)
    version = read("a", ttml('<div begin="1f"><p begin="1f" dur="1f">a</p></div>', 'ttp:frameRate="3"'))
    assert shown(version) == [(667, 1_000, "a")]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ('<p begin="1s" end="2s">a</p>', [(1_000, 2_000, "a")]),
        ('<p begin="1s" dur="2s">a</p>', [(1_000, 3_000, "a")]),
        ('<p begin="1s" dur="2s" end="2s">a</p>', [(1_000, 2_000, "a")]),
        ('<div begin="10s"><p begin="1s" end="2s">a</p><p dur="1s">b</p></div>', [(11_000, 12_000, "a"), (10_000, 11_000, "b")]),
        ('<div begin="10s" dur="5s"><p begin="1s">a</p></div>', [(11_000, 15_000, "a")]),
        ('<div end="5s"><p begin="1s" end="9s">a</p></div>', [(1_000, 5_000, "a")]),
        ('<div timeContainer="seq"><p dur="2s">a</p><p begin="1s" dur="2s">b</p></div>', [(0, 2_000, "a"), (3_000, 5_000, "b")]),
        (
            '<div timeContainer="seq"><div dur="4s"><p begin="1s" dur="1s">a</p></div><p dur="1s">b</p></div>',
            [(1_000, 2_000, "a"), (4_000, 5_000, "b")],
        ),
    ],
)  # fmt: skip
def test_times_add_up(body: str, found: list[tuple[int, int, str]]) -> None:
    assert shown(read("a", ttml(body))) == found


@pytest.mark.parametrize(
    ("body", "found", "oddities"),
    [
        ('<p begin="1s">a</p>\n<p begin="3s" end="4s">b</p>', [(1_000, 3_000, "a"), (3_000, 4_000, "b")], [(3, NO_END)]),
        ('<p begin="1s" end="2s">a</p>\n<p begin="x" end="9s">b</p>', [(1_000, 2_000, "a"), (0, 9_000, "b")], None),
        ('<p begin="3s" end="2s">a</p>', [(3_000, 2_000, "a")], [(3, REVERSED)]),
        ('<p begin="1s" end="3s">a</p>\n<p begin="2s" end="4s">b</p>', [(1_000, 3_000, "a"), (2_000, 4_000, "b")], [(4, OVERLAPS)]),
        ('<p begin="1s" end="2s"> </p>', [(1_000, 2_000, "")], [(3, NO_TEXT)]),
        ('<p begin="1s" end="2s">a</p><p> </p><p/>', [(1_000, 2_000, "a")], []),
        ('<p begin="1s" end="2s">a</p>stray', [(1_000, 2_000, "a"), (2_000, 2_000, "stray")], [(3, OUTSIDE), (3, BAD)]),
        ('<div end="1s"><p begin="2s" end="3s">a</p></div>', [(2_000, 3_000, "a")], [(3, OUTLASTS)]),
        ('<div timeContainer="seq"><p begin="1s">a</p></div>', [(1_000, 1_000, "a")], [(3, NEVER_SHOWN)]),
        ('<p begin="1s" end="2s">a <b>bold</b>!</p>', [(1_000, 2_000, "a bold!")], [(3, UNKNOWN)]),
        ('<p begin="8000000000000s" end="8000000000001s">a</p>', [(8 * 10**15, 8 * 10**15 + 1_000, "a")], []),
        ('<div begin="9000000000000s"><p begin="9000000000000s" end="1s">a</p></div>', [(9 * 10**15, 9 * 10**15, "a")], None),
        ('<p>a</p>\n<p begin="1s" end="2s">b</p>', [(1_000, 1_000, "a"), (1_000, 2_000, "b")], [(3, BAD)]),
        ("", [], [(0, EMPTY)]),
    ],
)  # fmt: skip
def test_odd_times_and_texts_are_read_and_told(
    body: str, found: list[tuple[int, int, str]], oddities: list[tuple[int, str]] | None
) -> None:
    version = read("a", ttml(body))
    assert shown(version) == found
    assert oddities is None or sorted(odd(version)) == sorted(oddities)
    assert bool(version.oddities) == (oddities != [])


def test_a_document_without_times_is_a_transcript() -> None:
    version = read("a", ttml("<p>One</p><p>two <span>three</span></p>"))
    assert (version.kind, shown(version)) == ("transcript", [(None, None, "One"), (None, None, "two three")])
    assert odd(version) == [(0, NO_TIMES)]


# Texts
@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("One<br/>two", "One\ntwo"),
        ("  One\n   two  <br/>  three ", "One two\nthree"),
        ("<span>One </span> <span> two</span>", "One two"),
        ("<span xml:space='preserve'> a  b\n</span>c", "a  b\nc"),
        ("<metadata><ttm:desc>no</ttm:desc></metadata><ttm:title>no</ttm:title>a<set begin='1s'/>b", "ab"),
        ("<span tts:ruby='container'><span tts:ruby='base'>漢</span><span tts:ruby='text'>かん</span></span>字", "漢 かん 字"),
        (
            "<span tts:ruby='base'>漢</span><span tts:ruby='delimiter'>(</span><span tts:ruby='text'>かん</span><span tts:ruby='delimiter'>)</span>",
            "漢(かん)",
        ),
        ("R&amp;D &lt;3 <![CDATA[<b>]]>", "R&D <3 <b>"),
    ],
)  # fmt: skip
def test_texts_are_read_as_they_are_shown(content: str, text: str) -> None:
    assert read("a", ttml(f'<p begin="1s" end="2s">{content}</p>')).cues.cue_text(0) == text


@pytest.mark.parametrize(
    "document",
    [
        '<tt xmlns="http://www.w3.org/2006/10/ttaf1" xml:lang="cy">{}</tt>',
        '<tt xmlns="http://www.w3.org/2006/04/ttaf1" xml:lang="cy">{}</tt>',
        '<x:tt xmlns:x="http://www.w3.org/ns/ttml" xmlns="http://www.w3.org/ns/ttml" xml:lang="cy">{}</x:tt>',
        '<tt>\n<body xml:lang="cy">{}</body></tt>',
        "<?xml version='1.0' encoding='utf-16'?><!-- a --><tt xml:lang='cy'>{}</tt>",
    ],
)
def test_drafts_and_prefixes_make_no_difference(document: str) -> None:
    version = read("a.vtt", document.format('<body><div><p begin="1s" end="2s">Áine</p></div></body>').encode())
    assert (version.format, version.kind, version.language, shown(version)) == (
        "ttml", "uploaded", "cy", [(1_000, 2_000, "Áine")],
    )  # fmt: skip


def test_bytes_in_the_declared_encoding_are_read() -> None:
    data = '<?xml version="1.0" encoding="iso-8859-2"?><tt><body><p begin="1s" end="2s">łódź</p></body></tt>'
    assert read("a", data.encode("iso-8859-2")).cues.cue_text(0) == "łódź"


AGENTS = """<metadata><ttm:agent xml:id="a" type="person"><ttm:name type="full">Ann
  Lee</ttm:name><ttm:name>A.</ttm:name></ttm:agent><ttm:agent xml:id="b"/></metadata>"""


@pytest.mark.parametrize(
    ("paragraph", "extra"),
    [
        ('<p xml:id="p1" ttm:agent="a">One</p>', {"identifier": "p1", "voice": "Ann Lee"}),
        ('<p ttm:agent="#b a">One</p>', {"voice": "b, Ann Lee"}),
        ('<p><span ttm:agent="a">One two</span> <span ttm:agent="b">three</span></p>', {"voice": "Ann Lee", "voices": '[[0, "Ann Lee"], [2, "b"]]'}),
        ('<p>One <span ttm:agent="b">two</span> three</p>', {"voice": "b", "voices": '[[1, "b"], [2, ""]]'}),
        ("<p>One</p>", None),
    ],
)  # fmt: skip
def test_identifiers_and_voices_are_kept(paragraph: str, extra: dict[str, str] | None) -> None:
    data = ttml(paragraph.replace("<p", '<p begin="1s" end="2s"', 1), head=AGENTS)
    assert read("a", data).cues.extras.get(0) == extra


# Words
@pytest.mark.parametrize(
    ("body", "cues", "timed"),
    [
        (
            '<p begin="1s" end="4s">One <span begin="1s">two</span> <span begin="2s">three</span></p>',
            [(1_000, 4_000, "One two three")], [(None, "One"), (2_000, "two"), (3_000, "three")],
        ),
        (
            '<p end="9s"><span begin="1s" end="2s">A line</span> <span begin="5s" end="6s">another line</span></p>',
            [(0, 9_000, "A line another line")], [(1_000, "A"), (1_000, "line"), (5_000, "another"), (5_000, "line")],
        ),
        (
            '<p><span begin="1s" end="2s">A line</span> <span begin="5s" end="6s">another <span>line</span></span></p>',
            [(1_000, 2_000, "A line"), (5_000, 6_000, "another line")],
            [(1_000, "A"), (1_000, "line"), (5_000, "another"), (5_000, "line")],
        ),
        (
            '<p><span begin="1s" end="2s">A</span> <span begin="2s" end="3s">line</span></p>',
            [(1_000, 3_000, "A line")], [(1_000, "A"), (2_000, "line")],
        ),
        (
            '<p><span begin="5s">late</span> <span begin="1s">soon</span></p>',
            [(5_000, 5_000, "late"), (1_000, 1_000, "soon")], [(5_000, "late"), (1_000, "soon")],
        ),
        (
            '<p begin="1s" dur="9s" timeContainer="seq"><span dur="1s">a</span> <span dur="2s">b</span> <span dur="1s">c</span></p>',
            [(1_000, 10_000, "a b c")], [(1_000, "a"), (2_000, "b"), (4_000, "c")],
        ),
        ('<p begin="1s" end="3s"><span begin="0s">un</span><span begin="1s">done</span></p>', [(1_000, 3_000, "undone")], [(1_000, "undone")]),
    ],
)  # fmt: skip
def test_timed_spans_are_words_or_cues(
    body: str, cues: list[tuple[int, int, str]], timed: list[tuple[int | None, str]]
) -> None:
    version = read("a", ttml(body))
    assert (shown(version), words(version)) == (cues, timed)


def test_word_times_that_go_back_are_told() -> None:
    version = read("a", ttml('<p begin="1s" end="9s"><span begin="5s">late</span> <span begin="1s">soon</span></p>'))
    assert (odd(version), words(version)) == ([(3, BACKWARDS)], [(6_000, "late"), (2_000, "soon")])


# Refused
def test_another_file_is_refused_as_ttml() -> None:
    with pytest.raises(UnreadableCaptions, match="no TTML"):
        read("a.ttml", b"<svg/>", format="ttml")


@pytest.mark.parametrize(
    "body",
    ["<p begin='1s'>a</p>" * 20_000, "<p begin='1s'>" + "<span begin='1s'>a </span>" * 20_000 + "</p>", "<p><span begin='2s'>b</span>" + "<span begin='1s'> a</span> " * 20_000 + "</p>"],
    ids=["paragraphs", "spans", "spans that are cues"],
)  # fmt: skip
def test_no_document_takes_long(body: str) -> None:
    started = time.process_time()
    read("a", ttml(body))
    assert time.process_time() - started < 5  # seconds; a quadratic reader takes minutes


MARKS = [
    "<p>", '<p begin="1s" end="2s">', '<p begin="x" dur="1t">', "</p>", '<span begin="1f">', "<span>", "</span>", "<br/>", "word", " ", "\n", "&",
    "<div timeContainer='seq'>", "</div>", '<body begin="-1s">', "<metadata>", "<ttm:agent xml:id='a'>", '<p ttm:agent="a b">', "日本", "<x/>", "]]>",
    '<span dur="99999999999999s">', '<span tts:ruby="text">',
]  # fmt: skip


@given(st.lists(st.sampled_from(MARKS), max_size=20).map("".join))
@settings(max_examples=200, deadline=None)
def test_whatever_it_holds_it_is_read_or_refused(content: str) -> None:
    closed = content + "".join(f"</{name}>" for name in reversed(unclosed(content)))
    for document in (content, closed):
        with suppress(UnreadableCaptions):
            version = read("a", f"<tt>{document}</tt>".encode(), format="ttml")
            assert [word for _, word in words(version)] == [word for cue in version.cues for word in cue.text.split()]


def unclosed(content: str) -> list[str]:
    """The elements that are open at the end, so that most of what is made is well-formed."""
    names: list[str] = []
    for closing, name, is_empty in re.findall(r"<(/?)([\w:]+)[^>]*?(/?)>", content):
        if closing and names and names[-1] == name:
            names.pop()
        elif not closing and not is_empty:
            names.append(name)
    return names


# Written
def test_a_track_is_written_as_others_read_it() -> None:
    cues = [
        WrittenCue(1_000, 2_500, "R&D <now>\n\n next", ((0, 1_000), (4, 1_400)), "intro", "", "Ann & Lee"),
        WrittenCue(3_000, 4_000, "One two", (), "", "", "", ((0, "Bo"), (4, "Ann & Lee"))),
    ]
    assert (
        write("ttml", cues, language="cy")
        == """<?xml version="1.0" encoding="UTF-8"?>
<tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttm="http://www.w3.org/ns/ttml#metadata" xml:lang="cy">
  <head>
    <metadata>
      <ttm:agent xml:id="voice1" type="person"><ttm:name type="full">Ann &amp; Lee</ttm:name></ttm:agent>
      <ttm:agent xml:id="voice2" type="person"><ttm:name type="full">Bo</ttm:name></ttm:agent>
    </metadata>
  </head>
  <body xml:space="preserve">
    <div>
      <p xml:id="intro" begin="00:00:01.000" end="00:00:02.500" ttm:agent="voice1"><span begin="0.000s">R&amp;D</span> <span begin="0.400s">&lt;now&gt;</span><br/>next</p>
      <p begin="00:00:03.000" end="00:00:04.000"><span ttm:agent="voice2">One </span><span ttm:agent="voice1">two</span></p>
    </div>
  </body>
</tt>
"""
    )


def held(cue: WrittenCue) -> list[int | None]:
    """The times of a cue's words in TTML: those that lie within the cue."""
    start, end = max(cue.start_ms or 0, 0), max(cue.end_ms or 0, 0)
    own = dict(cue.words)
    places = [match.start() for match in re.finditer(r"\S+", writable(cue.text))]
    return [ms if (ms := own.get(place)) is not None and start <= ms < end else None for place in places]


@given(written=st.lists(any_cues(), max_size=4))
@settings(max_examples=200, deadline=None)
def test_what_is_written_is_read_back(written: list[WrittenCue]) -> None:
    version = read("a", write("ttml", written, language="cy").encode())
    assert [back[2] for back in shown(version)] == [tidy(writable(cue.text)) for cue in written]
    assert words(version) == [
        (ms, word)
        for cue in written
        for ms, word in zip(held(cue), writable(cue.text).split(), strict=True)
    ]  # fmt: skip
    again = [as_imported(version.cues, number) for number in range(len(version.cues))]
    assert read("b", write("ttml", again).encode()).cues.extras == version.cues.extras


@pytest.mark.parametrize(
    ("cue", "told"),
    [
        (WrittenCue(0, 9, "a\0b\x0cc"), ("2\u00a0characters that XML can't hold, replaced",)),
        (WrittenCue(0, 9, " a\n\nb"), ("1\u00a0cue with blank lines or blanks round a line",)),
        (WrittenCue(0, 9, "a b", ((0, 0), (2, 9))), ("1\u00a0word time that its cue has no place for",)),
        (WrittenCue(0, 9, "ab", ((1, 5),)), ("1\u00a0word time that its cue has no place for",)),
        (WrittenCue(0, 9, "a", (), "1"), ("1\u00a0identifier that is no XML name or stands twice",)),
        (WrittenCue(0, 9, "a", (), "naïve-1.b"), ()),
        (WrittenCue(0, 9, "a", (), "", "line:0"), ("1\u00a0cue setting",)),
        (WrittenCue(0, 9, "a", (), "", "", "A  B"), ("1\u00a0voice that says no word or has a line break or double blanks in its name",)),
        (WrittenCue(0, 9, "a", confidence="0.5"), ("1\u00a0confidence of a word",)),
        (WrittenCue(-1, 9, "a"), ("1\u00a0time before the beginning, written as 0",)),
    ],
)  # fmt: skip
def test_what_ttml_cannot_carry_is_told(cue: WrittenCue, told: tuple[str, ...]) -> None:
    assert losses("ttml", [cue]) == told
    assert len(read("a", write("ttml", [cue]).encode()).cues) == 1


def test_an_identifier_stands_once() -> None:
    cues = [WrittenCue(0, 1, "a", (), "voice1", "", "Ann"), WrittenCue(1, 2, "b", (), "voice1")]
    text = write("ttml", cues)
    assert re.findall(r'xml:id="(\w+)"', text) == ["voice_1", "voice1"]
    assert losses("ttml", cues) == ("1\u00a0identifier that is no XML name or stands twice",)


# The corpus
def test_the_times_in_the_corpus_are_those_it_says(corpus: Path) -> None:
    version = read("a", (corpus / "captions/ttml/timeExpressions.ttml").read_bytes())
    assert len(version.cues) == 11
    for cue in version.cues:
        seconds = re.search(r"= ([0-9.]+)s", cue.text)
        assert seconds is not None
        assert cue.start_ms == round(float(seconds[1]) * 1000)


def test_the_tests_of_w3c_are_read_as_they_say(corpus: Path) -> None:
    folder = corpus / "captions/ttml"
    timing = read("a", (folder / "BasicTiming012.ttml").read_bytes())
    assert shown(timing) == [(188, 2_250, "This text should appear on one line scrolling from right to left")]
    assert [ms for ms, _ in words(timing)] == [188, 375, 563, 750, 938, 1_125, 1_313, 1_500, 1_688, 1_875, 2_063, 2_250]
    sequence = read("a", (folder / "MediaSeqTiming003.ttml").read_bytes())
    assert [(start, end, (text or "")[:21]) for start, end, text in shown(sequence)] == [
        (0, 0, "This text must not ap"), (0, 0, "This text must not ap"),
        (5_000, 10_000, "This text must appear"), (15_000, 20_000, "This text must appear"),
    ]  # fmt: skip
    durations = read("a", (folder / "BeginDur001.ttml").read_bytes())
    assert [(start, end) for start, end, _ in shown(durations)][:3] == [(0, 6_000), (6_000, 7_000), (8_000, 9_000)]
    assert (durations.oddities, durations.language) == ((), "en")


def test_a_styled_document_is_read(corpus: Path) -> None:
    version = read("a", (corpus / "captions/ttml/ttml_example2.ttml").read_bytes())
    assert (len(version.cues), version.oddities) == (10, ())
    assert shown(version)[5] == (25_875, 30_166, "- Did he tell you what it was about?\n- He did")
    assert version.cues.extras[5] == {"identifier": "subtitle6"}
