"""The tracks of an episode: which leads, read anew, compared, and what of the decisions did not fit."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.cli.command_line import TALK, webvtt

from reviewer.app import tracks
from reviewer.app.importing import ImportOptions, ImportResult, import_files
from reviewer.app.session import ReviewSession
from reviewer.app.workspace import Workspace
from reviewer.core.carry import Outcome
from reviewer.errors import NotFound, Refused, ReviewerError

CHANGED = (*TALK[:3], "Yes. (Owens's) first book was about interpretability,", *TALK[4:])


def bring_in(library: Path, name: str, data: bytes, slug: str = "") -> None:
    file = library.with_name(name)
    file.write_bytes(data)
    result = ImportResult()
    list(import_files(library, [file], ImportOptions(slug=slug), result, "gwen"))
    assert not result.refused


@pytest.fixture
def two(library: Path) -> Iterator[ReviewSession]:
    """The talk with a further track, in other words here and there."""
    text = "\n".join(
        f"{n}\n00:00:{n * 4:02},000 --> 00:00:{n * 4 + 3:02},000\n{line}\n" for n, line in enumerate(CHANGED)
    )
    bring_in(library, "talk.de.srt", text.encode(), "talk")
    with Workspace(library, "gwen") as opened:
        yield opened.session("talk")


@pytest.fixture
def cafe(library: Path) -> Iterator[ReviewSession]:
    """A track in Windows-1252, whose encoding is a guess."""
    bring_in(library, "cafe.vtt", webvtt("Hello there.", "Un café, s'il vous plaît.", "Voilà.").encode("cp1252"))
    with Workspace(library, "gwen") as opened:
        yield opened.session("cafe")


def test_the_tracks_are_listed_with_what_they_are(two: ReviewSession) -> None:
    rows = tracks.tracks(two)
    assert [(row.label, row.version.leads) for row in rows] == [
        ("uploaded · WebVTT", True), ("de · uploaded · SRT", False),
    ]  # fmt: skip


def test_a_track_is_named_by_number_or_by_the_beginning_of_its_id(two: ReviewSession) -> None:
    other = tracks.tracks(two)[1]
    assert tracks.track(two, "2") == tracks.track(two, other.version.id[:6]) == other


@pytest.mark.parametrize("name", ["0", "3", "", "zz", "zzzzzz", "²", "\u202e123"])
def test_a_track_that_is_none(two: ReviewSession, name: str) -> None:
    with pytest.raises(NotFound, match="reviewer tracks"):
        tracks.track(two, name)


# Leading
def test_another_track_leads_until_that_is_undone(two: ReviewSession) -> None:
    change = tracks.lead(two, tracks.tracks(two)[1].version.id)
    assert change.leads
    assert not two.is_leading
    there = two.reopened()
    assert (there.version.format, there.is_leading) == ("srt", True)
    assert there.undo().leads
    assert there.reopened().version.format == "webvtt"


def test_corrections_are_carried_to_the_track_that_leads(two: ReviewSession) -> None:
    two.correct(two.places("Aine Evans"), "Owain Evans")
    tracks.lead(two, tracks.tracks(two)[1].version.id)
    there = two.reopened()
    assert [(row.heard, row.meant, row.is_shown) for row in there.corrections()] == [
        ("Aine Evans", "Owain Evans", True)
    ] * 3
    there.withdraw(there.corrections()[:1])
    assert "Aine Evans" in there.text.cue_text(0)
    assert "Aine Evans" not in there.text.cue_text(1)


def test_what_leads_already_or_is_no_track_is_refused(two: ReviewSession) -> None:
    with pytest.raises(Refused, match="leads already"):
        tracks.lead(two, two.version.id)
    with pytest.raises(NotFound):
        tracks.lead(two, "0" * 32)


# Reading anew
def test_a_file_is_read_anew_in_another_encoding(cafe: ReviewSession) -> None:
    assert cafe.version.encoding == "windows-1252"
    change = tracks.reread(cafe, encoding="mac-roman")
    assert change.leads
    there = cafe.reopened()
    assert (there.version.encoding, len(tracks.tracks(there))) == ("mac-roman", 2)
    assert there.version.sha256 == cafe.version.sha256
    assert "café" not in there.text.cue_text(1)
    there.undo()
    assert "café" in there.reopened().text.cue_text(1)
    tracks.reread(there.reopened(), encoding="mac-roman")
    assert len(tracks.tracks(there)) == 2


def test_a_file_is_read_anew_in_another_format(cafe: ReviewSession) -> None:
    tracks.reread(cafe, encoding="windows-1252", format="text")
    assert cafe.reopened().version.format == "text"


@pytest.mark.parametrize("encoding", ["windows-1252", "nonsense", "utf-32"])
def test_reading_anew_is_refused_where_nothing_would_change_or_come_of_it(cafe: ReviewSession, encoding: str) -> None:
    with pytest.raises(ReviewerError):
        tracks.reread(cafe, encoding=encoding)
    assert len(tracks.tracks(cafe)) == 1


def test_a_preview_shows_the_lines_that_tell_an_encoding(cafe: ReviewSession) -> None:
    assert tracks.preview(cafe, "windows-1252") == "Un café, s'il vous plaît.\nVoilà."
    assert tracks.preview(cafe, "windows-1251", lines=1) == "Un cafй, s'il vous plaоt."
    with pytest.raises(ReviewerError):
        tracks.preview(cafe, "nonsense")


def test_a_preview_of_plain_letters_shows_the_first_lines(two: ReviewSession) -> None:
    assert tracks.preview(two, "utf-8", lines=2).split("\n") == list(TALK[:2])


@pytest.mark.parametrize("name", [name for name, _ in tracks.ENCODINGS])
def test_every_encoding_that_is_offered_is_one(name: str) -> None:
    assert "Hello".encode(name).decode(name) == "Hello"


# Comparing
def test_two_tracks_are_compared_word_by_word(two: ReviewSession) -> None:
    one, other = (row.version.id for row in tracks.tracks(two))
    (found,) = tracks.compare(two, one, other)
    assert (found.one_text, found.other_text) == ("(Evans's)", "(Owens's)")
    assert (found.one_cue, found.other_cue, found.before, found.after) == (
        3, 3, "risk and catastrophe. Yes.", "first book was about",
    )  # fmt: skip
    assert found.one_ms is not None
    (back,) = tracks.compare(two, other, one)
    assert (back.one_text, back.other_text) == ("(Owens's)", "(Evans's)")
    assert tracks.compare(two, one, one) == []


@pytest.mark.parametrize(
    ("one", "other", "differences"),
    [
        ("One two three", "one, TWO three.", []), ("One three", "One two three", [("", "two")]),
        ("One two", "One", [("two", "")]), (">> One [Music] two", "One two", []), ("a b c", "x y z", [("a b c", "x y z")]),
        ("Hello", "[Music]", [("Hello", "")]),
    ],
)  # fmt: skip
def test_where_words_differ_and_where_one_has_none(
    library: Path, one: str, other: str, differences: list[tuple[str, str]]
) -> None:
    bring_in(library, "x.vtt", webvtt(one).encode())
    bring_in(library, "x.srt", f"1\n00:00:01,000 --> 00:00:02,000\n{other}\n".encode(), "x")
    with Workspace(library, "gwen") as opened:
        session = opened.session("x")
        found = tracks.compare(session, *(row.version.id for row in tracks.tracks(session)))
    assert [(d.one_text, d.other_text) for d in found] == differences


def test_only_tracks_of_the_episode_are_compared(two: ReviewSession) -> None:
    with pytest.raises(NotFound):
        tracks.compare(two, two.version.id, "0" * 32)


# What does not fit
@pytest.fixture
def unfit(two: ReviewSession) -> ReviewSession:
    two.correct([p for p in two.places("Evans") if p.cue == 3], "Ewens", why="his name")
    tracks.lead(two, tracks.tracks(two)[1].version.id)
    return two.reopened()


def test_a_correction_that_fits_no_longer_is_listed_and_placed_by_hand(unfit: ReviewSession) -> None:
    (row,) = tracks.carried(unfit)
    assert (row.outcome, row.heard, row.why) == (Outcome.UNFIT, "(Evans's)", "his name")
    assert unfit.corrections() == []
    (place,) = unfit.places("Owens")
    change = tracks.place(unfit, row.edit[:8], place.span)
    assert change.touched
    assert unfit.text.cue_text(3).startswith("Yes. (Ewens's) first")
    assert tracks.carried(unfit) == []
    unfit.undo()
    assert [again.edit for again in tracks.carried(unfit)] == [row.edit]


@pytest.mark.parametrize("name", ["", "zz", "0" * 32])
def test_only_a_correction_that_does_not_fit_is_placed(unfit: ReviewSession, name: str) -> None:
    (place,) = unfit.places("Owens")
    with pytest.raises(NotFound, match="reviewer carried"):
        tracks.place(unfit, name, place.span)


def test_oddities_are_those_of_the_leading_track_or_of_all(library: Path) -> None:
    bring_in(library, "odd.srt", b"1\n00:00:05,000 --> 00:00:02,000\nbackwards\n", "talk")
    with Workspace(library, "gwen") as opened:
        session = opened.session("talk")
        assert [row.version.oddities for row in tracks.oddities(session)] == [()]
        assert [bool(row.version.oddities) for row in tracks.oddities(session, of_all=True)] == [False, True]


def test_labels_name_what_a_later_program_gave(two: ReviewSession) -> None:
    row = tracks.tracks(two)[0]
    assert tracks._label(replace(row.version, format="new", kind="auto", language="EN")) == "en · automatic · new"
