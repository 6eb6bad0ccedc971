from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.captions.json_builders import oddities, shown, version_of, words

from reviewer.captions import read
from reviewer.captions.found import BAD_WORD, NO_END, NO_OBJECT, NO_TEXT_AT_ALL, SURROGATE
from reviewer.captions.markup import tidy
from reviewer.captions.plain import EARLIER, OVERLAPS
from reviewer.captions.times import BAD
from reviewer.captions.webvtt import EMPTY
from reviewer.core.words import WordKind
from reviewer.errors import UnreadableCaptions


def event(start: object, duration: object, *segs: object, **more: object) -> dict[str, object]:
    pieces = [
        {"utf8": seg}
        if isinstance(seg, str)
        else {"utf8": seg[0], "tOffsetMs": seg[1]}
        if isinstance(seg, tuple)
        else seg
        for seg in segs
    ]
    made = {"tStartMs": start, "dDurationMs": duration, "segs": pieces, **more}
    return {name: value for name, value in made.items() if value is not None}


def turn(start: int, duration: int | None = None) -> dict[str, object]:
    return event(start, duration, "\n", aAppend=1)


def track(*events: object) -> dict[str, object]:
    return {"wireMagic": "pb3", "pens": [{}], "events": list(events)}


WINDOW = {"tStartMs": 0, "dDurationMs": 60_000, "id": 1, "wpWinPosId": 1}
TALK = track(
    WINDOW,
    event(1_000, 4_000, ">> Well,", (" R&D", 400), (" [loud", 2_000), (" noise]", 2_000)),
    turn(2_990, 2_010),
    event(3_000, 4_000, "Yes."),
    turn(4_990),
    event(5_000, 1_990, "Yes."),
    turn(8_990),
    event(9_000, 990, "[ __ ]"),
)


def test_every_word_stands_once_and_keeps_its_time() -> None:
    version = version_of(TALK)
    assert words(version) == [
        (1_000, ">>"), (1_000, "Well,"), (1_400, "R&D"), (3_000, "[loud"), (3_000, "noise]"), (3_000, "Yes."),
        (5_000, "Yes."), (9_000, "["), (9_000, "__"), (9_000, "]"),
    ]  # fmt: skip
    assert (version.format, version.kind, version.reader, version.oddities) == ("json3", "auto", "json3", ())
    assert [version.cues.kind(flat) for flat in range(4)] == [
        WordKind.MARK,
        WordKind.WORD,
        WordKind.WORD,
        WordKind.EVENT,
    ]


def test_a_row_ends_where_the_next_event_begins_and_knows_its_number() -> None:
    version = version_of(TALK)
    assert shown(version) == [
        (1_000, 2_990, ">> Well, R&D [loud noise]"),
        (3_000, 4_990, "Yes."),
        (5_000, 8_990, "Yes."),
        (9_000, 9_990, "[ __ ]"),
    ]
    assert list(version.cues.file_cues) == [1, 3, 5, 7]


def test_uploaded_captions_keep_their_own_ends_and_have_no_times_of_words() -> None:
    version = version_of(
        track(
            event(0, 3_000, "One\nand two."),
            event(2_000, 1_000, "Three."),
            event(5_000, None, "Four."),
            event(6_000, 500, ""),
        )
    )
    assert shown(version) == [(0, 3_000, "One\nand two."), (2_000, 3_000, "Three."), (5_000, 6_000, "Four.")]
    assert version.kind == "uploaded"
    assert {ms for ms, _ in words(version)} == {None}
    assert oddities(version) == [OVERLAPS]
    assert list(version.cues.file_cues) == [-1, -1, -1]


@pytest.mark.parametrize(
    ("segs", "expected"),
    [
        (["un", ("believ", 100), ("able news", 200)], [(0, "unbelievable"), (200, "news")]),
        (["one two", (" three", 300)], [(0, "one"), (0, "two"), (300, "three")]),
        ([("a", 100), " b", (" c", 300)], [(100, "a"), (100, "b"), (300, "c")]),
        (["a", (" b", "250")], [(0, "a"), (250, "b")]),
        (["\u200b", "\u200b \u200b", ("a\u200b", 100)], [(100, "a")]),
        (["a\u200bb", (" c", 100)], [(0, "a\u200bb"), (100, "c")]),
        (["日本", ("語。", 300)], [(0, "日本語。")]),
        (["שלום", (" עולם", 300)], [(0, "שלום"), (300, "עולם")]),
        (["a\n", ("\nb", 300)], [(0, "a"), (300, "b")]),
        (["&gt;&gt; a", (" <b>", 1)], [(0, "&gt;&gt;"), (0, "a"), (1, "<b>")]),
    ],
)
def test_a_word_has_the_time_of_the_piece_in_which_it_begins(segs: list[Any], expected: list[tuple[int, str]]) -> None:
    assert words(version_of(track(event(0, 900, *segs)))) == (
        expected if any(isinstance(s, tuple) for s in segs) else []
    )


@pytest.mark.parametrize(
    ("figures", "confidence"),
    [
        ((0, 0, 0), None),
        ((255, 255, 255), None),
        ((255, None, 0), None),
        ((255, 51, None), "1 0.2 -"),
        ((128, "x", -1), "0.502 - -"),
    ],
)
def test_a_confidence_is_kept_where_it_tells_something(figures: tuple[object, ...], confidence: str | None) -> None:
    segs = [{"utf8": f" w{number}", "acAsrConf": figure} for number, figure in enumerate(figures)]
    version = version_of(track(event(0, 900, *segs)))
    assert version.cues.extras.get(0, {}).get("confidence") == confidence


@pytest.mark.parametrize(
    ("events", "texts", "told"),
    [
        ([], [], [EMPTY]),
        ([WINDOW], [], [EMPTY]),
        ([WINDOW, turn(5)], [], [EMPTY]),
        ([event("x", 9, "a"), event(5, 9, "b")], [(5, 5, "a"), (5, 14, "b")], [BAD]),
        ([event(5, 9, "a"), event(None, 9, "b"), event(50, 9, "c")], [(5, 14, "a"), (14, 50, "b"), (50, 59, "c")], [BAD]),
        ([event(5, 9, "a"), event(2**60, 9, "b")], [(5, 14, "a"), (14, 14, "b")], [BAD]),
        ([event(50, 9, "a"), event(5, 9, "b")], [(50, 59, "a"), (5, 14, "b")], [EARLIER]),
        ([event(5, None, "a")], [(5, 5, "a")], [NO_END]),
        ([event(5, 9, "a"), "stray", None, 3], [(5, 14, "a"), (14, 14, "stray")], [NO_OBJECT, NO_OBJECT, BAD]),
        ([event(5, 9, "a", None, 3, ["b"])], [(5, 14, "a")], [NO_OBJECT] * 3),
        ([event(5, 9, {"utf8": ["b"]}, " a")], [(5, 14, "a")], [NO_TEXT_AT_ALL]),
        ([{"tStartMs": 5, "segs": "abc"}, event(5, 9, "a")], [(5, 14, "a")], [NO_OBJECT]),
        ([event(5, 9, "a", (" b", "x"))], [(5, 14, "a b")], [BAD_WORD]),
        ([event(5, 9, "a\0b \ud800")], [(5, 14, "a\ufffdb \ufffd")], ["A NUL was read as \ufffd.", SURROGATE]),
    ],
)  # fmt: skip
def test_what_is_odd_is_read_and_told(events: list[object], texts: list[tuple[int, int, str]], told: list[str]) -> None:
    version = version_of(track(*events))
    assert shown(version) == texts
    assert oddities(version) == told


def test_no_readable_time_at_all_is_refused() -> None:
    with pytest.raises(UnreadableCaptions, match="no time that can be read"):
        version_of(track(event("x", 9, "a"), event(None, 9, "b")))


@pytest.mark.parametrize("member", [{"wireMagic": "pb3"}, {}])
def test_the_format_is_found_by_its_mark_or_by_its_events(member: dict[str, object]) -> None:
    assert version_of({"events": [event(0, 9, "a")], **member}).format == "json3"


@given(
    st.lists(
        st.tuples(
            st.integers(0, 9_000) | st.none(), st.integers(0, 900) | st.none(), st.text(max_size=6), st.booleans()
        ),
        max_size=6,
    )
)
@settings(max_examples=150, deadline=None)
def test_no_text_is_lost_or_doubled(made: list[tuple[int | None, int | None, str, bool]]) -> None:
    events = [event(start, duration, text, aAppend=int(is_appended)) for start, duration, text, is_appended in made]
    kept = [tidy(text.replace("\0", "\ufffd").replace("\u200b", "")) for *_, text, _ in made]
    version = version_of(track(event(0, 1, "First."), *events))
    assert [cue.text for cue in version.cues] == ["First.", *(text for text in kept if text)]


def test_the_corpus_holds_its_words(corpus: Path) -> None:
    listed = sorted(corpus.glob("captions/**/*.json3.words.tsv"))
    assert listed
    for tsv in listed:
        pairs = (line.split("\t", 1) for line in tsv.read_text("utf-8").split("\n") if line)
        file = tsv.with_name(tsv.name.removesuffix(".words.tsv"))
        version = read(file.name, file.read_bytes())
        assert words(version) == [(int(ms), word) for ms, word in pairs], file.name
        assert version.oddities == ()


def test_the_same_track_is_read_alike_from_json3_and_from_webvtt(corpus: Path) -> None:
    made = corpus / "captions" / "made"
    json3, vtt = (read("a", (made / f"excerpt.{suffix}").read_bytes()) for suffix in ("json3", "vtt"))
    assert words(json3) == words(vtt)
    assert shown(json3)[:-1] == shown(vtt)[:-1]  # the last row ends with the file, in the excerpt of WebVTT 10 ms early
