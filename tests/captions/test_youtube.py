from pathlib import Path

import pytest

from reviewer.captions import read
from reviewer.captions.plain import DOUBLED
from reviewer.core.cues import Version

HEADER = "WEBVTT\nKind: captions\nLanguage: en\n\n"
BLANK = " "


def cue(start: str, end: str, *rows: str) -> str:
    return f"00:00:{start} --> 00:00:{end} align:start position:0%\n" + "".join(f"{row}\n" for row in rows) + "\n"


def words(version: Version) -> list[tuple[int, str]]:
    cues = version.cues
    return [(cues.word_ms[flat], cues.word(flat)) for flat in range(cues.word_count)]


TALK = HEADER + "".join([
    cue("01.000", "02.990", BLANK, "&gt;&gt; Well,<00:00:01.400><c> R&amp;D</c><00:00:03.000><c> [loud</c><00:00:03.000><c> noise]</c>"),
    cue("02.990", "03.000", "&gt;&gt; Well, R&amp;D [loud noise]", BLANK),
    cue("03.000", "04.990", "&gt;&gt; Well, R&amp;D [loud noise]", "Yes."),
    cue("04.990", "05.000", "Yes.", BLANK),
    cue("05.000", "06.990", "Yes.", "Yes."),
    cue("06.990", "07.000", BLANK, BLANK),
    cue("09.000", "09.990", BLANK, "[&nbsp;__&nbsp;]"),
])  # fmt: skip

TALK_WORDS = [
    (1_000, ">>"),
    (1_000, "Well,"),
    (1_400, "R&D"),
    (3_000, "[loud"),
    (3_000, "noise]"),
    (3_000, "Yes."),
    (5_000, "Yes."),
    (9_000, "["),
    (9_000, "__"),
    (9_000, "]"),
]


def test_every_word_stands_once_and_keeps_its_time() -> None:
    version = read("a.en.vtt", TALK.encode())
    assert words(version) == TALK_WORDS
    assert (version.kind, version.language, version.oddities) == ("auto", "en", ())


def test_a_row_is_a_cue_and_knows_its_number_in_the_file() -> None:
    cues = read("a.en.vtt", TALK.encode()).cues
    assert [tuple(c)[1:3] for c in cues] == [(1_000, 2_990), (3_000, 4_990), (5_000, 6_990), (9_000, 9_990)]
    assert list(cues.file_cues) == [0, 2, 4, 6]
    assert [cues.file_cue_of(flat) for flat in range(cues.word_count)] == [0] * 5 + [2, 4] + [6] * 3
    assert [cues.kind(flat).name for flat in range(5)] == ["MARK", "WORD", "WORD", "EVENT", "EVENT"]


def test_the_settings_of_a_row_are_kept_once_for_all() -> None:
    extras = read("a.en.vtt", TALK.encode()).cues.extras
    assert list(extras.values()) == [{"settings": "align:start position:0%"}] * 4
    assert len({id(extra) for extra in extras.values()}) == 1


@pytest.mark.parametrize(
    "changed",
    [
        TALK.replace("\n", "\r\n"),
        "\ufeff" + TALK,
        TALK.replace("\n \n", "\n\n"),  # an editor took the blanks at the line ends
        TALK.replace("WEBVTT\n", "WEBVTT\nStyle:\n::cue(c.colorE5E5E5) { color: rgb(1,1,1);\n }\n##\n"),
        TALK.replace("Well,<", "<c.colorE5E5E5>Well,<").replace("noise]</c>\n", "noise]</c></c>\n"),
        TALK.partition("\n\n")[2],
        TALK.rstrip(),
    ],
)
def test_the_state_of_the_file_changes_no_word(changed: str) -> None:
    assert words(read("a.vtt", changed.encode())) == TALK_WORDS


def test_a_cutting_loses_nothing_of_its_first_cue() -> None:
    version = read("a.vtt", (HEADER + TALK.split("\n\n", 3)[3]).encode())
    assert words(version)[:6] == [(3_000, word) for _, word in TALK_WORDS[:6]]


def test_an_upper_row_that_repeats_something_else_is_told() -> None:
    blocks = TALK.split("\n\n")
    version = read("a.vtt", "\n\n".join([blocks[0], *blocks[2:4], blocks[1], *blocks[4:]]).encode())
    assert version.oddities


def test_an_unreadable_time_loses_no_row() -> None:
    version = read("a.vtt", TALK.replace("00:00:03.000 -->", "00:0x:03.000 -->").encode())
    assert [word for _, word in words(version)] == [word for _, word in TALK_WORDS]
    assert [oddity.line for oddity in version.oddities] == [13]


def test_an_uploaded_song_is_not_folded() -> None:
    verses = [cue(f"{n:02}.000", f"{n + 1:02}.000", "La la la", "la la la") for n in range(1, 9)]
    version = read("a.vtt", (HEADER + "".join(verses)).encode())
    assert (version.format, version.cues.word_count) == ("webvtt", 48)


def test_uploaded_karaoke_with_word_times_is_not_folded() -> None:
    verse = "La<00:00:01.400><c> la</c>"
    version = read("a.vtt", (HEADER + cue("01.000", "03.000", verse, verse) + cue("03.000", "04.000", verse)).encode())
    assert (version.format, version.cues.word_count) == ("webvtt", 6)


def test_a_song_with_few_word_times_is_folded() -> None:
    rows = "".join(
        cue(f"{n:02}.000", f"{n:02}.990", "[Music]" if n > 1 else BLANK, "[Music]")
        + cue(f"{n:02}.990", f"{n + 1:02}.000", "[Music]", BLANK)
        for n in range(1, 9)
    )
    version = read("a.vtt", (HEADER + rows).encode())
    assert (version.format, version.cues.word_count) == ("youtube-vtt", 8)


LIVE = "WEBVTT\nX-TIMESTAMP-MAP=LOCAL:00:00.000,MPEGTS:900000\nLanguage: en\n\n"
LIVE_TALK = LIVE + "".join([
    cue("01.000", "01.500", BLANK, BLANK, "G<00:00:04.486><c>oo</c>"),
    cue("01.500", "04.000", BLANK, BLANK, "Goo<00:00:01.984><c>d d</c><00:00:02.017><c>ay</c>"),
    cue("04.000", "04.067", BLANK, "Good day", BLANK),
    cue("04.067", "05.900", BLANK, "Good day", "Good"),
    LIVE,
    cue("00.000", "01.900", "Good day", "Good", "Good"),
    cue("01.900", "02.900", "Good day", "Good", "Good n<00:00:01.100><c>ight.</c>"),
])  # fmt: skip


def test_live_rows_grow_and_are_kept_once() -> None:
    version = read("a.vtt", LIVE_TALK.encode())
    assert words(version) == [(1_000, "Good"), (1_000, "day"), (4_067, "Good"), (0, "Good"), (0, "night.")]
    assert [oddity.line for oddity in version.oddities] == [25]
    cues = version.cues
    assert [cues.file_cue_of(flat) for flat in range(cues.word_count)] == [0, 1, 3, 4, 5]
    assert [extra["file_cues"] for extra in cues.extras.values()] == ["[[0, 0], [1, 1]]", "[[0, 4], [1, 5]]"]


def test_the_corpus_is_folded_to_its_words(corpus: Path) -> None:
    listed = sorted(corpus.glob("captions/**/*.vtt.words.tsv"))
    assert listed
    for tsv in listed:
        pairs = (line.split("\t", 1) for line in tsv.read_text("utf-8").split("\n") if line)
        track = tsv.with_name(tsv.name.removesuffix(".words.tsv"))
        assert words(read(track.name, track.read_bytes())) == [(int(ms), word) for ms, word in pairs], track.name


def test_the_corpus_has_no_oddities_in_its_roll_up_tracks(corpus: Path) -> None:
    for track in sorted(corpus.glob("captions/auto-vtt/*.vtt")):
        assert read(track.name, track.read_bytes()).oddities == (), track.name


def row(text: str) -> str:
    first, *more = text.split(" ")
    return first + "".join(f"<00:00:01.100><c> {word}</c>" for word in more)


def growing(rows: list[str]) -> list[str]:
    """Cues of live captions: each row whole only in its second cue, then moved up over a blank one for 67 ms."""
    cues: list[str] = []
    for number, text in enumerate(rows):
        above = [BLANK, BLANK, *rows[:number]][-2:]
        start = 2 * number + 1
        cues += (
            cue(f"{start:02}.000", f"{start:02}.900", *above, row(text[: len(text) // 2].rstrip())),
            cue(f"{start:02}.900", f"{start + 1:02}.933", *above, row(text)),
            cue(f"{start + 1:02}.933", f"{start + 2:02}.000", above[1], text, BLANK),
        )
    return cues


LIVE_ROWS = ["good day to all", "no no no no", "no no no no", "no no no no", "so it was said"]


def test_live_rows_are_known_by_how_they_grow_without_the_marks_of_fragments() -> None:
    version = read("a.vtt", (HEADER + "".join(growing(LIVE_ROWS))).encode())
    assert (version.format, [cue.text for cue in version.cues], version.oddities) == ("youtube-vtt", LIVE_ROWS, ())
    assert [ms for ms, _ in words(version)[::4]] == [1_000, 3_000, 5_000, 7_000, 9_000]


def test_a_row_said_again_is_kept_without_cues_in_between() -> None:
    cues = growing(["so", *LIVE_ROWS])
    version = read("a.vtt", (HEADER + "".join(cues[at] for at in range(len(cues)) if at % 3 != 2)).encode())
    assert [cue.text for cue in version.cues] == ["so", *LIVE_ROWS]


def test_a_cutting_of_live_captions_keeps_the_rows_above_its_first() -> None:
    version = read("a.vtt", (HEADER + "".join(growing(LIVE_ROWS)[6:])).encode())
    assert [cue.text for cue in version.cues] == LIVE_ROWS


def test_an_uploaded_track_of_three_rows_with_word_times_is_not_folded() -> None:
    verses = [
        cue("01.000", "03.000", "One", "two", row("so it goes")),
        cue("03.000", "05.000", "Three", "four", row("so it goes on")),
    ]
    version = read("a.vtt", (HEADER + "".join(verses)).encode())
    assert (version.format, version.cues.word_count) == ("webvtt", 11)


def three_rows(rows: list[str], *, flashes: bool) -> str:
    cues: list[str] = []
    for number, text in enumerate(rows, 1):
        above = [BLANK, BLANK, *rows[: number - 1]][-2:]
        cues.append(cue(f"{number:02}.000", f"{number:02}.990", *above, row(text)))
        if flashes:
            cues.append(cue(f"{number:02}.990", f"{number + 1:02}.000", above[1], text, BLANK))
    return HEADER + "".join(cues)


@pytest.mark.parametrize("flashes", [True, False])
@pytest.mark.parametrize("rows", [["no", "no", "no", "no", "yes it is", "so", "so", "so"], ["a row", "and one"]])
def test_three_rows_lose_none_that_is_said_again(rows: list[str], *, flashes: bool) -> None:
    version = read("a.vtt", three_rows(rows, flashes=flashes).encode())
    assert (version.format, [cue.text for cue in version.cues], version.oddities) == ("youtube-vtt", rows, ())


def test_three_rows_without_word_times_are_known_by_their_flashes() -> None:
    rows = ["no", "yes", "42"]
    assert [c.text for c in read("a.vtt", three_rows(rows, flashes=True).encode()).cues] == rows


def test_rows_that_stand_twice_beside_word_times_are_told() -> None:
    text = three_rows(["one two", "three four", "five six", "seven eight"], flashes=False)
    version = read("a.vtt", text.replace("one two\n", "other\n").encode())
    assert (version.format, [(o.line, o.what) for o in version.oddities]) == ("webvtt", [(0, DOUBLED)])


def test_a_cutting_without_times_in_its_rows_and_without_its_short_cues_is_folded() -> None:
    said = ["so we begin", "no no no", "no no no", "and this is why", "it matters to us", "in the end"]
    rows = [" ", *said]
    cues = "".join(
        f"00:00:{n:02}.000 --> 00:00:{n + 1:02}.000 align:start position:0%\n{rows[n]}\n{rows[n + 1]}\n\n"
        for n in range(len(said))
    )
    version = read("a.vtt", f"WEBVTT\nKind: captions\nLanguage: en\n\n{cues}".encode())
    assert (version.format, [cue.text for cue in version.cues]) == ("youtube-vtt", said)


def test_a_song_that_says_one_row_over_and_over_is_no_roll_up() -> None:
    cues = "".join(f"00:00:{n:02}.000 --> 00:00:{n + 1:02}.000\nla la la\nla la la\n\n" for n in range(20))
    version = read("a.vtt", f"WEBVTT\n\n{cues}".encode())
    assert (version.format, len(version.cues)) == ("webvtt", 20)


@pytest.mark.parametrize("cut", ["<", "</", "<c", "<00:00:01.5"])
def test_a_file_that_was_cut_off_inside_a_tag_tells_so(cut: str) -> None:
    version = read("a.vtt", f"WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nhello arise.{cut}".encode())
    assert [(oddity.line, oddity.what) for oddity in version.oddities if "cut off" in oddity.what] == [
        (4, "The file ends inside a tag: it was cut off here.")
    ]
