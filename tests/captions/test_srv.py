"""YouTube's timed text in its three XML forms."""

from contextlib import suppress
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reviewer.captions import read
from reviewer.captions.found import BAD_WORD, NO_END
from reviewer.captions.plain import NO_TEXT, REVERSED
from reviewer.captions.srv import OUTSIDE
from reviewer.captions.times import BAD
from reviewer.captions.webvtt import EMPTY
from reviewer.core.cues import NO_TIME, Version
from reviewer.core.words import WordKind
from reviewer.errors import UnreadableCaptions


def srv3(*rows: str) -> bytes:
    head = '<head><pen id="3" rb="1"/><pen id="4" rb="2"/><pen id="5" rb="4"/><wp id="0"/></head>'
    body = "\n".join(('<w t="0" id="1"/>', *rows))
    return f'\ufeff<?xml version="1.0" encoding="utf-8" ?><timedtext format="3">{head}<body>\n{body}\n</body></timedtext>'.encode()


def srv2(*rows: str) -> bytes:
    return f'<?xml version="1.0" encoding="utf-8" ?><timedtext>{"".join(rows)}</timedtext>'.encode()


def srv1(*rows: str) -> bytes:
    return f'<?xml version="1.0" encoding="utf-8" ?><transcript>{"".join(rows)}</transcript>'.encode()


def words(version: Version) -> list[tuple[int, str]]:
    cues = version.cues
    return [(cues.word_ms[flat], cues.word(flat)) for flat in range(cues.word_count)]


def shown(version: Version) -> list[tuple[int | None, int | None, str]]:
    return [(cue.start_ms, cue.end_ms, cue.text) for cue in version.cues]


def odd(version: Version) -> list[tuple[int, str]]:
    return [(oddity.line, oddity.what) for oddity in version.oddities]


TALK = srv3(
    '<p t="1000" d="4000" w="1"><s ac="250">&gt;&gt; Well,</s><s t="400" ac="128"> R&amp;D</s><s t="2010"> [loud noise]</s></p>',
    '<p t="2990" d="2010" w="1" a="1">\n</p>',
    '<p t="3000" d="3000" w="1"><s ac="255">no</s></p>',
    '<p t="4990" d="10" w="1" a="1">\n</p>',
    '<p t="5000" w="1">no</p>',
    '<p t="8000" d="1000" w="1">[Music]</p>',
)


def test_rows_become_cues_and_words_keep_their_times() -> None:
    version = read("a", TALK)
    assert (version.format, version.reader, version.kind, version.oddities) == ("srv3", "srv", "auto", ())
    assert words(version) == [
        (1_000, ">>"), (1_000, "Well,"), (1_400, "R&D"), (3_010, "[loud"), (3_010, "noise]"),
        (3_000, "no"), (5_000, "no"), (8_000, "[Music]"),
    ]  # fmt: skip


def test_a_row_ends_where_a_line_break_moves_it_up_and_knows_its_number_in_the_file() -> None:
    cues = read("a", TALK).cues
    assert shown(read("a", TALK))[0] == (1_000, 2_990, ">> Well, R&D [loud noise]")
    assert [(cue.start_ms, cue.end_ms) for cue in cues] == [
        (1_000, 2_990),
        (3_000, 4_990),
        (5_000, 8_000),
        (8_000, 9_000),
    ]
    assert [*cues.file_cues] == [0, 2, 4, 5]
    assert [cues.kind(flat) for flat in (0, 1, 3, 7)] == [WordKind.MARK, WordKind.WORD, WordKind.EVENT, WordKind.EVENT]


def test_confidence_is_kept_word_by_word_where_the_file_tells_some() -> None:
    cues = read("a", TALK).cues
    assert cues.extras[0]["confidence"] == "0.98 0.98 0.502 - -"
    assert "confidence" in cues.extras[1]
    none = read("a", TALK.replace(b'"250"', b'"255"').replace(b'"128"', b'"0"'))
    assert not none.cues.extras


def test_uploaded_rows_have_no_word_times_and_keep_their_line_breaks() -> None:
    version = read(
        "a", srv3('<p t="1" d="2" p="1">One &amp; two\nthree</p>', '<p t="5" d="5"><s p="1">A</s> b<br/>c</p>')
    )
    assert version.kind == "uploaded"
    assert shown(version) == [(1, 3, "One & two\nthree"), (5, 10, "A b\nc")]
    assert {ms for ms, _ in words(version)} == {NO_TIME}
    assert [*version.cues.file_cues] == [-1, -1]


@pytest.mark.parametrize(
    ("row", "text"),
    [
        ('<s p="1">\u200b</s>\u200b<s p="2">\u200b \u200bUp</s><s> and away\u200b \u200b</s>', "Up and away"),
        ('<s p="3">漢</s><s p="4">(</s><s p="5">かん</s><s p="4">)</s>字', "漢(かん)字"),
        ('<s p="3">漢</s><s p="5">かん</s><s p="3">字</s><s p="5">じ</s>', "漢 かん 字 じ"),
        ('a<s p="3"> 漢</s><s p="5"> かん </s>b', "a 漢 かん b"),
        ("ខ្ញុំ\u200bទៅ", "ខ្ញុំ\u200bទៅ"),
        ("<s>out</s>side <b>in</b>side", "outside inside"),
    ],
)
def test_padding_goes_and_ruby_is_not_run_together(row: str, text: str) -> None:
    assert read("a", srv3(f'<p t="0" d="9">{row}</p>')).cues.cue_text(0) == text


@pytest.mark.parametrize(
    ("row", "text"),
    [
        ("it&amp;#39;s R&amp;amp;D &amp;lt;3", "it's R&D <3"),
        ("it&#39;s R&amp;D &lt;3", "it's R&D <3"),
        ("&lt;i&gt;not&lt;/i&gt; <b>this</b>", "not this"),
        ("a\nb", "a\nb"),
    ],
)
def test_srv1_is_escaped_twice_or_once(row: str, text: str) -> None:
    version = read("a", srv1(f'<text start="1.5" dur="0.0004">{row}</text>'))
    assert (version.format, shown(version)) == ("srv1", [(1_500, 1_500, text)])


def test_srv2_is_in_milliseconds_and_escaped_once() -> None:
    rows = (
        '<window t="0" id="1" op="define"/>',
        '<text w="1" t="80" d="2640">it&#x27;s &amp;amp; &lt;i&gt;so&lt;/i&gt;</text>',
    )
    version = read("a", srv2(*rows))
    assert (version.format, version.kind, shown(version)) == ("srv2", "uploaded", [(80, 2_720, "it's &amp; so")])


def test_srv2_with_appended_rows_is_a_roll_up() -> None:
    rows = (
        '<text t="80" d="2640">One</text>',
        '<text t="1510" d="1210" append="1">\n</text>',
        '<text t="1520" d="900">two</text>',
    )
    version = read("a", srv2(*rows))
    assert (version.kind, shown(version)) == ("auto", [(80, 1_510, "One"), (1_520, 2_420, "two")])


def test_rows_that_stay_while_the_next_is_said_are_a_roll_up_without_its_line_breaks() -> None:
    rows = [f'<text start="{n}" dur="{1.9 if n == 5 else 2}">row {n}</text>' for n in range(1, 8)]
    version = read("a", srv1(*rows))
    assert (version.kind, version.oddities) == ("auto", ())
    assert shown(version)[4:] == [(5_000, 6_000, "row 5"), (6_000, 7_000, "row 6"), (7_000, 9_000, "row 7")]


@pytest.mark.parametrize(
    ("data", "found", "oddities"),
    [
        (srv3('<p t="1" d="x">a</p>', '<p t="9" d="1">b</p>'), [(1, 9, "a"), (9, 10, "b")], [(3, NO_END)]),
        (srv3('<p t="1" d="4">a</p>', "<p>b</p>", '<p t="7" d="2">c</p>'), [(1, 5, "a"), (5, 7, "b"), (7, 9, "c")], [(4, BAD)]),
        (srv3('<p t="NaN" d="4">a</p>', '<p t="7" d="2">c</p>'), [(7, 7, "a"), (7, 9, "c")], [(3, BAD)]),
        (srv3('<p t="99999999999999999999" d="4">a</p>', '<p t="7" d="2">c</p>'), [(7, 7, "a"), (7, 9, "c")], [(3, BAD)]),
        (srv3('<p t="5" d="-1">a</p>'), [(5, 4, "a")], [(3, REVERSED)]),
        (srv3('<p t="5" d="1"> \n</p>'), [(5, 6, "")], [(3, NO_TEXT)]),
        (srv3('<p t="1" d="4">a</p>', "stray"), [(1, 5, "a"), (5, 5, "stray")], [(3, BAD), (3, OUTSIDE)]),
        (srv3('<p t="1" d="4"><s t="x">a</s><s t="1"> b</s></p>'), [(1, 5, "a b")], [(3, BAD_WORD)]),
        (srv3(), [], [(0, EMPTY)]),
    ],
)  # fmt: skip
def test_odd_rows_are_read_and_told(
    data: bytes, found: list[tuple[int, int, str]], oddities: list[tuple[int, str]]
) -> None:
    version = read("a", data)
    assert shown(version) == found
    assert sorted(odd(version)) == sorted(oddities)


def test_an_appended_row_with_words_loses_none() -> None:
    version = read("a", srv3('<p t="1" d="4"><s>a</s><s t="1"> b</s></p>', '<p t="3" d="4" a="1">\nc</p>'))
    assert words(version) == [(1, "a"), (2, "b"), (3, "c")]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (srv3("<p>a</p>"), "this cue has no time that can be read, and no other has one."),
        (b"<timedtext><p t='1'>a</timedtext>", "this is broken XML (mismatched tag)."),
    ],
)
def test_a_track_that_cannot_be_read_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableCaptions) as refusal:
        read("a.srv3", data)
    assert refusal.value.reason == reason
    assert refusal.value.line is not None


def test_another_file_is_refused_as_timed_text() -> None:
    with pytest.raises(UnreadableCaptions, match="no timed text"):
        read("a.srv3", b"<svg/>", format="srv3")


MARKS = [
    "<p>", '<p t="1" d="2">', '<p t="-5" d="NaN" a="1">', "</p>", "<s>", '<s t="9" ac="3">', "</s>", "<text t='1' d='1'>", "</text>",
    "<text start='1e9' dur='.'>", "<br/>", "word", " ", "\n", "&amp;#39;", "&", "<", "\u200b", "[Music]", '<pen id="1" rb="4"/>', "日本",
]  # fmt: skip


@given(
    st.lists(st.sampled_from(MARKS), max_size=20).map("".join),
    st.sampled_from(['<timedtext format="3">', "<timedtext>", "<transcript><text/>"]),
)
@settings(max_examples=200, deadline=None)
def test_whatever_it_holds_it_is_read_or_refused(content: str, begin: str) -> None:
    name = begin.partition(">")[0].split()[0][1:]
    with suppress(UnreadableCaptions):
        version = read("a", f"{begin}{content}</{name}>".encode(), format="srv3")
        assert [word for _, word in words(version)] == [word for cue in version.cues for word in cue.text.split()]


# The corpus
def listed(tsv: Path) -> list[tuple[int, str]]:
    pairs = (line.split("\t", 1) for line in tsv.read_text("utf-8").split("\n") if line)
    return [(int(ms), word) for ms, word in pairs]


def test_the_same_words_are_read_from_every_form(corpus: Path) -> None:
    made = corpus / "captions/made"
    expected = listed(made / "excerpt.json3.words.tsv")
    versions = {form: read("a", (made / f"excerpt.{form}").read_bytes()) for form in ("srv3", "srv2", "srv1")}
    assert words(versions["srv3"]) == expected
    for form, version in versions.items():
        assert (version.format, version.kind, version.oddities) == (form, "auto", ())
        assert [word for _, word in words(version)] == [word for _, word in expected]


def test_the_forms_begin_and_end_their_rows_as_webvtt_does(corpus: Path) -> None:
    made = corpus / "captions/made"
    vtt = shown(read("a.vtt", (made / "excerpt.vtt").read_bytes()))
    for form in ("srv3", "srv2", "srv1"):
        rows = shown(read("a", (made / f"excerpt.{form}").read_bytes()))
        assert [row[2] for row in rows] == [row[2] for row in vtt]
        assert [row[0] for row in rows] == [row[0] for row in vtt]
        assert all(abs((row[1] or 0) - (theirs[1] or 0)) <= 1_040 for row, theirs in zip(rows, vtt, strict=True))
        assert all((row[1] or 0) <= (after[0] or 0) for row, after in pairwise(rows))


def test_the_corpus_of_styled_rows_is_read(corpus: Path) -> None:
    srv = corpus / "captions/srv"
    assert shown(read("a", (srv / "offset.srv3").read_bytes())) == [(1, 5_022, "Subscript Regular Superscript Reset")]
    ruby = [cue.text for cue in read("a", (srv / "ruby.srv3").read_bytes()).cues]
    assert ruby == ["漢(かん) 字(じ)", "漢[かん] 字[じ]", "漢字(かん)", "漢(かんじ)", "<漢>(<かん>)<字>(<じ>)"]
    assert shown(read("a", (srv / "transcript.srv1").read_bytes()))[1:3] == [
        (1_540, 5_700, "this is not the original transcript"),
        (5_000, 5_500, ""),
    ]
