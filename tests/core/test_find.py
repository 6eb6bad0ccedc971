"""Places of a wording: whole words, over cues, inside corrections, with what stays round them."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.log_texts import any_readings, cues_of, insertion, reading

from reviewer.core.cues import Cues
from reviewer.core.find import FoundPlace, find_places, place_of
from reviewer.core.reading import Correction, ReadingText, ReadingWord, bare, text_of


def replaced(text: ReadingText, places: list[FoundPlace], meant: str) -> list[str]:
    """The cues as they read once all places are corrected."""
    over = {edit for place in places for edit in place.over}
    kept = [c for c in text.corrections if c.edit not in over]
    new = [Correction(f"n{n}", "d", p.span, p.wording(meant)) for n, p in enumerate(places)]
    after = ReadingText(text.cues, kept + new)
    return [after.cue_text(n) for n in range(len(text.cues))]


@pytest.mark.parametrize(
    ("cue", "heard", "meant", "reads"),
    [
        ("Tom met Tomorrow and Tommy", "Tom", "Owain", "Owain met Tomorrow and Tommy"),
        ("tom, TOM! (Tom)", "Tom", "Owain", "Owain, Owain! (Owain)"),
        ("Tom's and Tom’s, “Tom’s”", "Tom", "Owain", "Owain's and Owain’s, “Owain’s”"),
        ("(Aine Evans), Aine, Evans Aine Evans's", "aine evans", "Owain Evans", "(Owain Evans), Aine, Evans Owain Evans's"),
        ("Tom Tom Tom", "Tom Tom", "x", "x Tom"),
        ("not A.Tom nor tom.com, don’t", "Tom", "x", "not A.Tom nor tom.com, don’t"),
        ("don’t", "don", "x", "don’t"),
        ("Tom-like, non-Tom, Tom—and Tom/Ann, Tom...so", "Tom", "x", "x-like, non-x, x—and x/Ann, x...so"),
        ("Aine Evans—and Aine Evans/Bob", "Aine Evans", "Owain Evans", "Owain Evans—and Owain Evans/Bob"),
        ("die Straße, STRASSE", "strasse", "Gasse", "die Gasse, Gasse"),
        ("“Tom”", "“Tom,”", "x", "“x”"),
        ("wait ... Tom", "...", "--", "wait -- Tom"),
        ("Tom went", "Tom", "", "went"),
        ("none", "", "x", "none"),
        ("none", "  ", "x", "none"),
        ("", "Tom", "x", ""),
    ],
)  # fmt: skip
def test_whole_words_are_found_and_punctuation_stays(cue: str, heard: str, meant: str, reads: str) -> None:
    text = ReadingText(cues_of(cue))
    assert replaced(text, find_places(text, heard), meant) == [reads]


def test_a_wording_is_found_over_cues_and_in_order() -> None:
    text = ReadingText(cues_of("with Aine", "Evans and Aine", "", "Evans."))
    places = find_places(text, "Aine Evans")
    assert [(p.cue, p.last_cue, p.start_ms, p.now) for p in places] == [
        (0, 1, 1111, "Aine Evans"), (1, 3, 3928, "Aine Evans"),
    ]  # fmt: skip
    assert replaced(text, places, "Owain Evans") == ["with Owain", "Evans and Owain", "", "Evans."]


def test_words_inside_a_correction_are_found_and_the_rest_of_it_stays() -> None:
    cues = cues_of("with Aine and others")
    text = reading(cues, (1, 2, "(Owain Rhys Evans),"))
    (place,) = find_places(text, "Rhys")
    assert (place.span, place.over, place.wording("R.")) == (cues.span(1, 2), ("e1-2",), "(Owain R. Evans),")


def test_what_a_correction_replaced_is_found_no_more() -> None:
    assert find_places(reading(cues_of("with Aine now"), (1, 2, "Owain")), "Aine") == []


def test_words_partly_in_a_correction_take_the_whole_of_it() -> None:
    cues = cues_of("so Aine Evans said")
    text = reading(cues, (1, 2, "old Owain"))
    (place,) = find_places(text, "Owain Evans")
    assert (place.span, place.over, place.wording("Tom")) == (cues.span(1, 3), ("e1-2",), "old Tom")


def test_a_correction_that_holds_the_words_twice_is_one_place() -> None:
    cues = cues_of("so a met b now")
    text = reading(cues, (1, 4, "Tom and “Tom’s” friend"))
    places = find_places(text, "Tom")
    assert [p.now for p in places] == ["Tom and “Tom"]
    assert replaced(text, places, "Owain") == ["so Owain and “Owain’s” friend now"]


def test_a_chain_of_places_over_corrections_is_one_place() -> None:
    cues = cues_of("x Jones y Jones z")
    text = reading(cues, (0, 1, "Tom Jones Tom"), (2, 3, "and Tom"))
    places = find_places(text, "Tom Jones")
    assert [(p.span, p.over) for p in places] == [(cues.span(0, 2), ("e0-1",)), (cues.span(2, 4), ("e2-3",))]
    assert replaced(text, places, "T. J.") == ["T. J. T. J. and T. J. z"]


def test_a_deletion_between_the_words_goes_with_them() -> None:
    text = reading(cues_of("Aine uh Evans"), (1, 2, ""))
    (place,) = find_places(text, "Aine Evans")
    assert place.over == ("e1-2",)
    assert replaced(text, [place], "Owain Evans") == ["Owain Evans"]


@pytest.mark.parametrize("inserted_at", [1, 2], ids=["before", "after"])
def test_an_inserted_word_chosen_with_a_neighbour_is_replaced_with_it(inserted_at: int) -> None:
    cues = cues_of("a good day")
    text = ReadingText(cues, [insertion(0, inserted_at, "very")])
    chosen = [w for w in text.words(0, 3) if w.text in {"very", "good"}]
    place = place_of(text, chosen)
    assert place.over == (f"i0-{inserted_at}",)
    assert replaced(text, [place], "fine") == ["a fine day"]


def test_an_insertion_alone_is_replaced_where_it_stands() -> None:
    cues = cues_of("a day")
    text = ReadingText(cues, [insertion(0, 1, "very good")])
    place = place_of(text, [w for w in text.words(0, 2) if w.text == "good"])
    assert (place.span, place.wording("bad")) == (insertion(0, 1, "").span, "very bad")


@given(any_readings(), st.data())
def test_replacing_chosen_words_changes_these_words_and_no_others(text: ReadingText, data: st.DataObject) -> None:
    words = list(text.words(0, text.cues.word_count))
    if not words:
        return
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first + 1, min(first + 4, len(words))))
    place = place_of(text, words[first:last])
    after = " ".join(replaced(text, [place], "NEW ONE")).split()
    assert after == [*text_of([*words[:first]]).split(), "NEW", "ONE", *text_of(words[last:]).split()]


@given(any_readings(), st.sampled_from(["Tom", "tom's", "Aine Evans", "and a", "Owain", "of x", "Strasse"]))
def test_all_places_replaced_leave_none_and_touch_nothing_else(text: ReadingText, heard: str) -> None:
    places = find_places(text, heard)
    assert not any(a.span.meets(b.span) for n, a in enumerate(places) for b in places[:n])
    after = " ".join(replaced(text, places, "NEW")).split()
    before = list(text.words(0, text.cues.word_count))
    assert len([w for w in after if "NEW" in w]) == sum(1 + len(p.between) for p in places)
    assert [w for w in after if "NEW" not in w] == kept_by(before, heard)


def kept_by(words: list[ReadingWord], heard: str) -> list[str]:
    """The plainest search: words without outer punctuation, compared one by one."""
    wanted = bare(heard).casefold().split()
    texts = [w.text for w in words]
    kept, at = [], 0
    while at < len(texts):
        window = " ".join(texts[at : at + len(wanted)])
        if len(texts[at : at + len(wanted)]) == len(wanted) and _same(window, wanted):
            at += len(wanted)
        else:
            kept.append(texts[at])
            at += 1
    return kept


def _same(window: str, wanted: list[str]) -> bool:
    return bare(window).casefold().split() == wanted


def test_places_of_a_long_episode_are_found_at_once(long_cues: Cues) -> None:
    text = ReadingText(long_cues)
    began = time.perf_counter()
    places = find_places(text, "Aine Evans")
    assert len(places) == 330
    assert time.perf_counter() - began < 0.2  # 4 ms here; a machine under load may be slow
