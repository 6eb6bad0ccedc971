"""Several versions of an episode: one leads, by decision, and only it is read with corrections and found."""

import pytest
from tests.core.log_texts import cues_of
from tests.library.made_libraries import CUES, add, add_version, check, correct, lead, now, raw, reads, version_of

from reviewer.core.acts import SetValue
from reviewer.core.cues import ITSELF, CuesBuilder, Oddity
from reviewer.core.rows import ASSESSMENT, LEADING
from reviewer.errors import Refused
from reviewer.library.episodes import Episode, EpisodeFacts
from reviewer.library.library import Library

SECOND = ("so I met Owain Evans", "and Aine said: it’s a policy", "Aine’s own words")


def found(library: Library, query: str) -> list[tuple[str, int]]:
    return [(f.slug, f.cue) for f in library.search(query, 50)]


def test_a_version_that_does_not_lead_changes_nothing_that_is_read(library: Library, episode: Episode) -> None:
    before = found(library, "aine")
    assert add_version(library, episode, *SECOND, leads=False) is None
    assert now(library, episode) == episode
    assert reads(library, episode) == list(CUES)
    assert found(library, "aine") == before
    assert [(v.file_name, v.cues, v.leads) for v in library.versions(episode)] == [
        ("a.srt", 4, True),
        ("b.srt", 3, False),
    ]
    check(library)


def test_a_version_is_listed_with_all_that_the_file_said(library: Library, episode: Episode) -> None:
    (row,) = library.versions(episode)
    version = library.version(row.number)
    assert (row.id, row.sha256, row.number) == (version.id, version.sha256, episode.version)
    assert (row.format, row.encoding, row.kind, row.language) == ("srt", "utf-8", "auto", "en")
    assert (row.reader, row.reader_version, row.options) == ("srt", 1, "")
    assert (row.cues, row.words, row.duration_ms) == (4, 15, 9500)
    assert row.oddities == (Oddity(3, "odd"), Oddity(0, "whole"))
    assert row.imported_at == episode.imported_at


def test_a_version_that_leads_is_read_and_found_and_the_old_one_no_more(library: Library, episode: Episode) -> None:
    change = add_version(library, episode, *SECOND, label="Re-read as UTF-8")
    assert change is not None
    assert (change.label, change.leads, change.touched, change.elsewhere) == ("Re-read as UTF-8", True, (), 0)
    led = now(library, episode)
    assert (led.version_id, led.cue_count) == (library.versions(episode)[1].id, 3) == (library.leading(episode), 3)
    assert reads(library, led) == list(SECOND)
    assert found(library, "aine") == [("talk", 1), ("talk", 2)]
    assert found(library, "café") == []
    check(library)


def test_which_version_leads_is_undone_and_redone_like_anything(library: Library, episode: Episode) -> None:
    add_version(library, episode, *SECOND)
    led = now(library, episode)
    assert library.undo("ann", led).leads
    assert (reads(library, now(library, episode)), found(library, "café")) == (list(CUES), [("talk", 2)])
    check(library)
    assert library.redo("ann", episode).leads
    assert (reads(library, now(library, episode)), found(library, "café")) == (list(SECOND), [])
    assert not library.decide(SetValue(ASSESSMENT, episode.id, "x", 1, "x"), "ann", led).leads
    check(library)


def test_a_lead_is_decided_like_any_value(library: Library, episode: Episode) -> None:
    add_version(library, episode, *SECOND, leads=False)
    first, second = library.versions(episode)
    assert lead(library, episode, second.id).leads
    assert lead(library, now(library, episode), first.id).leads
    assert not lead(library, episode, first.id).leads
    assert now(library, episode).version == episode.version
    check(library)


@pytest.mark.parametrize("value", ["", "0" * 32, None, 7, ["x"]])
def test_a_version_that_the_episode_does_not_have_can_t_lead(library: Library, episode: Episode, value: object) -> None:
    with pytest.raises(Refused, match="no such version"):
        library.decide(SetValue(LEADING, episode.id, "version", value, "x"), "ann", episode)
    assert library.history(episode.id).decisions == {}


def test_another_episode_s_version_can_t_lead_nor_be_added(library: Library, episode: Episode) -> None:
    other = add(library, "other words", slug="other", data=b"9")
    with pytest.raises(Refused, match="no such version"):
        lead(library, episode, other.version_id)
    with pytest.raises(Refused, match="in “A talk”"):
        add_version(library, episode, "other words", data=b"9")
    assert len(library.versions(episode)) == 1


def test_a_version_that_is_there_is_led_with_and_not_added_again(library: Library, episode: Episode) -> None:
    assert add_version(library, episode, *CUES, data=b"1") is None  # it leads already
    add_version(library, episode, *SECOND, leads=False)
    assert add_version(library, episode, *SECOND, leads=False) is None
    change = add_version(library, episode, *SECOND)
    assert change is not None
    assert change.leads
    assert len(library.versions(episode)) == 2
    check(library)


def test_what_is_decided_on_a_version_that_led_is_refused(library: Library, episode: Episode) -> None:
    with Library(library.path) as other:
        reads(other, episode)
        add_version(library, episode, *SECOND)
        with pytest.raises(Refused, match="Another version"):
            correct(other, episode, "Aine", "Owain")
        assert other.leading(episode) != episode.version_id
        correct(other, now(other, episode), "Aine", "Owain")
    assert reads(library, now(library, episode))[1] == "and Owain said: it’s a policy"
    check(library)


def test_undo_in_a_window_that_shows_the_version_that_led_says_so(library: Library, episode: Episode) -> None:
    with Library(library.path) as other:
        correct(other, episode, "Aine", "Owain")
        add_version(library, episode, *SECOND, person="ben")
        change = other.undo("ann", episode)
        assert (change.label, change.leads, change.touched) == ("Correct “Owain” in 3 places", True, ())
    check(library)


def test_undo_of_a_lead_from_the_library_window(library: Library, episode: Episode) -> None:
    correct(library, episode, "Aine", "Owain")
    add_version(library, episode, *SECOND)
    change = library.undo("ann")
    assert (change.leads, change.elsewhere) == (True, 0)
    assert now(library, episode).version == episode.version
    assert library.undo("ann").elsewhere == 3
    check(library)


def test_a_lead_decided_with_other_things_open_tells_only_those_of_the_episode(
    library: Library, episode: Episode
) -> None:
    other = add(library, "Aine again", slug="other", data=b"9")
    add_version(library, episode, *SECOND, leads=False)
    act = SetValue(LEADING, episode.id, "version", library.versions(episode)[1].id, "Lead")
    assert not library.decide(act, "ann", other).leads
    assert reads(library, now(library, episode)) == list(SECOND)
    check(library)


def test_two_people_s_leads_are_one_value(library: Library, episode: Episode) -> None:
    add_version(library, episode, *SECOND, person="ann")
    add_version(library, episode, "a third one", data=b"3", person="ben")
    assert reads(library, now(library, episode)) == ["a third one"]
    library.undo("ann", now(library, episode))
    assert reads(library, now(library, episode)) == ["a third one"]
    library.undo("ben", now(library, episode))
    assert reads(library, now(library, episode)) == list(CUES)
    check(library)


def test_the_figures_of_a_version_are_not_those_of_another(library: Library, episode: Episode) -> None:
    library.set_summary(episode.version, "abc", {"median": -3})
    add_version(library, episode, *SECOND)
    assert now(library, episode).summary == {}
    library.undo("ann", episode)
    assert now(library, episode).summary == {"median": -3, "state": "abc"}


def test_rows_of_versions_that_interleave_are_told_apart(library: Library, episode: Episode) -> None:
    other = add(library, "Aine of another", slug="other", data=b"9")
    add_version(library, episode, "", "Aine third", data=b"3", leads=False)
    add_version(library, other, data=b"4")  # without cues
    add_version(library, episode, "Aine fourth", "Aine here", data=b"5")
    assert found(library, "aine") == [("talk", 0), ("talk", 1)]
    library.undo("ann", other)
    assert found(library, "aine") == [("other", 0), ("talk", 0), ("talk", 1)]
    check(library)


def test_a_version_of_no_cues_may_lead_and_be_left(library: Library, episode: Episode) -> None:
    empty = library.add_episode(EpisodeFacts("E"), "empty", version_of(cues_of(), b"e"), b"e", "e.srt")
    assert empty == "empty"
    add_version(library, episode, data=b"0")
    assert (reads(library, now(library, episode)), found(library, "aine")) == ([], [])
    check(library)
    library.undo("ann", episode)
    assert found(library, "aine") == [("talk", 0), ("talk", 1), ("talk", 3)]
    check(library)


def test_bytes_read_in_another_way_are_kept_once(library: Library, episode: Episode) -> None:
    version = version_of(cues_of(*SECOND), b"1")
    again = type(version)(
        version.sha256, version.reader, 2, "cp1252", version.format, "cp1252", version.kind, "", version.cues
    )
    library.add_version(episode, again, b"1", "a.srt", person="ann", lead=True)
    with raw(library.path) as connection:
        assert connection.execute("select count(*) from files").fetchone() == (1,)
    connection.close()
    assert library.known(version.sha256) is not None
    assert reads(library, now(library, episode)) == list(SECOND)


def test_episodes_of_a_video_and_of_just_a_slug(library: Library) -> None:
    for number, video in enumerate(("v1", "v1", "", "v2")):
        facts = EpisodeFacts(f"T{number}", video_id=video)
        library.add_episode(facts, f"t{number}", version_of(cues_of("a"), bytes([number])), bytes([number]), "a.srt")
    assert [e.slug for e in library.episodes_with_video("v1")] == ["t0", "t1"]
    assert [e.slug for e in library.episodes_with_video("v2")] == ["t3"]
    assert library.episodes_with_video("") == library.episodes_with_video("v") == []
    assert [e and e.slug for e in map(library.episode_of_slug, ("t1", "t", ""))] == ["t1", None, None]


def test_facts_are_filled_where_they_are_empty(library: Library) -> None:
    facts = EpisodeFacts("Title", "Series", tags=("a",))
    library.add_episode(facts, "t", version_of(cues_of("a")), b"1", "a.srt")
    chapters = ((0, "Beginning"), (61_000, "“Zwei”"))
    told = EpisodeFacts("Other", "Other", "shelf", "vid", "2026-01-02", "about", ("b",), chapters)
    filled = library.fill_facts(library.episode("t"), told)
    assert filled == EpisodeFacts("Title", "Series", "shelf", "vid", "2026-01-02", "about", ("a",), chapters)
    assert library.episode("t").facts == library.fill_facts(library.episode("t"), EpisodeFacts("")) == filled


def test_chapters_and_the_file_s_own_cues_are_read_back(library: Library) -> None:
    builder, chapters = CuesBuilder(), ((0, "One"), (5, "Zwei “2”"))
    for number, file_cue in enumerate((0, 3, ITSELF)):
        builder.add(number, number + 1, "a b", file_cue=file_cue, extra={"settings": "line:0"})
    version = version_of(builder.build())
    library.add_episode(EpisodeFacts("T", chapters=chapters), "t", version, b"1", "a.srt")
    with Library(library.path) as again:
        episode = again.episode("t")
        cues = again.version(episode.version).cues
    assert (episode.facts.chapters, list(cues.file_cues)) == (chapters, [0, 3, ITSELF])
    assert (cues.file_cue_of(3), cues.file_cue_of(5)) == (3, None)


def test_a_window_whose_version_leads_again_is_told_all_that_is_corrected_in_it(
    library: Library, episode: Episode
) -> None:
    correct(library, episode, "Aine", "Owain")
    with Library(library.path) as other:
        add_version(other, episode, *SECOND)
    assert reads(library, episode) == list(CUES)  # as imported, for it does not lead
    change = library.undo("ann", episode)
    assert (change.leads, change.places) == (False, 3)
    assert reads(library, episode)[0] == "so I met Owain Evans"
