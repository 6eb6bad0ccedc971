"""A roll-up comes back as its own file: corrected rows are other ones in all cues that show them."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.captions.test_youtube import BLANK, HEADER, LIVE_TALK, TALK, cue

from reviewer.captions import WrittenCue, as_imported, read, rewrite_roll_up, rollup_rewriting
from reviewer.captions.times import clock
from reviewer.captions.vtt_rewriting import ANEW_ONE, MARK_DROPPED, SIGNED
from reviewer.core.cues import Version
from reviewer.errors import Refused

WORDS = ["Well,", "R&amp;D", "[Music]", "&gt;&gt;", "no", "no", "Evans", "שלום", "[&nbsp;__&nbsp;]", "a&b"]
MEANT = ["Owain", "<b>", "&amp;", "-->", "no", "NOTE", "X Y"]
THREE_ROWS = "WEBVTT\n\n" + "".join([
    cue("01.000", "02.600", BLANK, BLANK, "One<00:00:01.400><c> two</c>"),
    cue("02.600", "03.000", BLANK, "One two", BLANK),
    cue("03.000", "04.600", BLANK, "One two", "three<00:00:03.400><c> four</c>"),
    cue("04.600", "05.000", "One two", "three four", BLANK),
    cue("05.000", "06.600", "One two", "three four", "five<00:00:05.400><c> six</c>"),
])  # fmt: skip


def imported(version: Version) -> list[WrittenCue]:
    return [as_imported(version.cues, number) for number in range(len(version.cues))]


def rows(data: bytes) -> list[WrittenCue]:
    return imported(read("a.vtt", data, format="youtube-vtt"))


def meant(cues: Sequence[WrittenCue], **by_row: str) -> list[WrittenCue]:
    """The rows with other texts, given as row_3="…"."""
    texts = {int(name.removeprefix("row_")): text for name, text in by_row.items()}
    return [row._replace(text=texts[number], words=()) if number in texts else row for number, row in enumerate(cues)]


@st.composite
def roll_ups(draw: st.DrawFn) -> str:
    """Rows of words with times, each shown below, alone for 10 ms, and above the next."""
    made, above, start = [HEADER], BLANK, 1_000
    for _ in range(draw(st.integers(2, 6))):
        said = draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=5))
        timed = "".join(f"<{clock(start + 100 * n)}><c> {word}</c>" for n, word in enumerate(said[1:], 1))
        end = start + 1_990
        for times, lines in (
            ((start, end), (above, said[0] + timed)),
            ((end, end + 10), (" ".join(said), BLANK)),
        ):
            made.append(
                f"{clock(times[0])} --> {clock(times[1])} align:start position:0%\n" + "\n".join(lines) + "\n\n"
            )
        above, start = " ".join(said), end + 10
    return "".join(made)


@given(file=roll_ups())
@settings(max_examples=60, deadline=None)
def test_an_uncorrected_roll_up_is_its_own_file(file: str) -> None:
    version = read("a.vtt", file.encode(), format="youtube-vtt")
    assert rewrite_roll_up(version, file.encode(), imported(version), ()) == (file, ())


@given(file=roll_ups(), data=st.data())
@settings(max_examples=150, deadline=None)
def test_a_corrected_roll_up_folds_to_the_corrected_rows_at_the_same_times(file: str, data: st.DataObject) -> None:
    version = read("a.vtt", file.encode(), format="youtube-vtt")
    cues = imported(version)
    changed = data.draw(st.sets(st.integers(0, len(cues) - 1), min_size=1))
    for number in changed:
        words = cues[number].text.split(" ")
        at = data.draw(st.integers(0, len(words) - 1))
        words[at : at + data.draw(st.integers(0, 2))] = data.draw(
            st.lists(st.sampled_from(MEANT), min_size=1, max_size=2)
        )
        cues[number] = cues[number]._replace(text=" ".join(words))
    made = rewrite_roll_up(version, file.encode(), cues, changed).text
    back = read("a.vtt", made.encode())
    assert back.format == "youtube-vtt"
    assert [row[:3] for row in rows(made.encode())] == [row[:3] for row in cues]
    assert [row for n, row in enumerate(rows(made.encode())) if n not in changed] == [
        row for n, row in enumerate(cues) if n not in changed
    ]
    assert list(back.cues.file_cues) == list(version.cues.file_cues)
    assert made.count("\n") == file.count("\n")


def test_a_row_is_another_in_every_cue_that_shows_it_and_its_words_keep_their_times() -> None:
    version = read("a.vtt", TALK.encode())
    made = rewrite_roll_up(version, TALK.encode(), meant(imported(version), row_0=">> Oh, R&D [loud noise]"), [0])
    assert made.text.count("Oh,") == 3
    assert made == (TALK.replace("Well,", "Oh,"), ())


def test_what_was_said_twice_is_corrected_where_it_was_meant() -> None:
    version = read("a.vtt", TALK.encode())
    text = rewrite_roll_up(version, TALK.encode(), meant(imported(version), row_2="No."), [2]).text
    assert [row.text for row in rows(text.encode())] == [">> Well, R&D [loud noise]", "Yes.", "No.", "[\xa0__\xa0]"]


def test_a_deleted_row_leaves_its_cue_blank() -> None:
    version = read("a.vtt", TALK.encode())
    text = rewrite_roll_up(version, TALK.encode(), meant(imported(version), row_2=""), [2]).text
    assert [row.text for row in rows(text.encode())] == [">> Well, R&D [loud noise]", "Yes.", "[\xa0__\xa0]"]


def test_a_row_written_anew_has_times_where_its_words_have(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rollup_rewriting, "spliced", lambda *_: None)  # which takes odd markup
    version = read("a.vtt", TALK.encode())
    cues = meant(imported(version), row_0="Oh, R&D it is")
    cues[0] = cues[0]._replace(words=((0, 1_000), (4, 1_400), (8, 1_500)))
    made = rewrite_roll_up(version, TALK.encode(), cues, [0])
    assert "Oh, <00:00:01.400><c>R&amp;D </c><00:00:01.500><c>it is</c>\n" in made.text
    assert made.notes == (f"1\u00a0{ANEW_ONE}",)


def test_a_roll_up_of_three_rows_comes_back_too() -> None:
    version = read("a.vtt", THREE_ROWS.encode())
    text = rewrite_roll_up(version, THREE_ROWS.encode(), meant(imported(version), row_0="One too"), [0]).text
    assert text == THREE_ROWS.replace("One two", "One too").replace("<c> two", "<c> too")


@pytest.mark.parametrize(
    ("data", "text", "notes"),
    [
        (b"\xef\xbb\xbf" + TALK.encode(), TALK, (MARK_DROPPED,)),
        (TALK.partition("\n\n")[2].encode(), "WEBVTT\n\n" + TALK.partition("\n\n")[2], (SIGNED,)),
    ],
)
def test_what_the_bytes_differ_in_is_told(data: bytes, text: str, notes: tuple[str, ...]) -> None:
    version = read("a.vtt", data)
    assert rewrite_roll_up(version, data, imported(version), ()) == (text, notes)


def test_live_captions_come_back_uncorrected_alone() -> None:
    version = read("a.vtt", LIVE_TALK.encode())
    assert rewrite_roll_up(version, LIVE_TALK.encode(), imported(version), ()).text == LIVE_TALK
    with pytest.raises(Refused, match=r"live captions grow.*Write webvtt"):
        rewrite_roll_up(version, LIVE_TALK.encode(), meant(imported(version), row_0="Good night"), [0])


def test_a_correction_that_would_be_read_otherwise_is_refused() -> None:
    version = read("a.vtt", TALK.encode())
    gone = {f"row_{number}": "" for number in range(4)}
    with pytest.raises(Refused, match=r"don't fit into this roll-up.*Write webvtt"):
        rewrite_roll_up(version, TALK.encode(), meant(imported(version), **gone), range(4))


def test_what_was_no_roll_up_is_none() -> None:
    data = b"WEBVTT\n\n00:01.000 --> 00:02.000\nOne\n"
    version = read("a.vtt", data)
    with pytest.raises(Refused, match="not read from a roll-up"):
        rewrite_roll_up(version, data, imported(version), ())


def test_the_roll_ups_of_the_corpus_are_their_own_files(corpus: Path) -> None:
    for track in sorted(corpus.glob("captions/auto-vtt/*.vtt")):
        data = track.read_bytes()
        version = read(track.name, data)
        cues = imported(version)
        assert rewrite_roll_up(version, data, cues, ()) == (data.decode(), ()), track.name
        changed = range(0, len(cues), 7)
        cues = meant(cues, **{f"row_{number}": f"{cues[number].text} <Owain>" for number in changed})
        again = rows(rewrite_roll_up(version, data, cues, changed).text.encode())
        assert [row[:3] for row in again] == [row[:3] for row in cues]
