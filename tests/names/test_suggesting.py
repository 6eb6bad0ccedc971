import itertools
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.names.made_names import GLOSSARY, found, glossary, only, reading

from reviewer.names import cards, make_name, suggest


@pytest.mark.parametrize(
    ("heard", "meant"),
    [
        ("So Aine Evans joined us.", {"Aine Evans": "Owain Evans"}),
        ("It was Jan Badley who ran it.", {"Jan Badley": "Jan Betley"}),
        ("with Johannes tro lines from", {"Johannes tro lines": "Johannes Treutlein"}),
        ("a bit sick of antic about it", {"sick of antic": "sycophantic"}),
        ("with some stochastisity in it", {"stochastisity": "stochasticity"}),
        ("as Yasuo Bengio told us", {"Yasuo Bengio": "Yoshua Bengio"}),
        ("with the log props of it", {"log props": "logprobs"}),
        ("and Quen did it", {"Quen": "Qwen"}),
        ("talking to Adam Chai today", {"Adam Chai": "Adam Shai"}),
    ],
)
def test_a_name_that_sounds_alike_is_suggested(heard: str, meant: dict[str, str]) -> None:
    assert found(heard) == meant


@pytest.mark.parametrize(
    "heard",
    [
        "I talked to Owain Evans.", "It was Owain Evans's idea.", "owain evans said so", "We used GPT-4 and GPT 4 and GPT-4o.",
        "At CHAI we did.", "the models were misaligned", "an aligned model", "a jailbreak of it", "two mesa-optimizers",
        "two mesa optimizers", "after fine tuning it", "Fine-tuning it", "Claude's answer", "many Claudes", "Go to axrp.net.",
        "we bought two and got two more", "", "— … !", "[Music]", "日本語で話す",
    ],
)  # fmt: skip
def test_what_is_right_or_a_form_of_it_is_left_alone(heard: str) -> None:
    assert found(heard) == {}


def test_everyday_talk_gets_no_suggestion_that_is_sure() -> None:
    talk = "and then we went to the other room and asked them about the things that they had said to us before that"
    assert [s for s in suggest(reading(talk), glossary()) if s.lane == "sure"] == []


@pytest.mark.parametrize(
    ("cue", "heard"),
    [
        ("“Aine Evans,” he said.", "Aine Evans"),
        ("(Aine Evans’s) paper", "Aine Evans"),
        ("that is Aine Evans's!", "Aine Evans"),
        ("so, Aine Evans…", "Aine Evans"),
    ],
)
def test_punctuation_and_possessives_at_the_edges_are_left_out(cue: str, heard: str) -> None:
    one = only(suggest(reading(cue), glossary("Owain Evans")))
    assert (one.heard, cue[one.start : one.end]) == (heard, heard)


def test_a_name_may_reach_over_two_cues() -> None:
    one = only(suggest(reading("we had Aine", "Evans here"), glossary("Owain Evans")))
    assert (one.first, one.last, one.heard, one.cue, one.start_ms) == (2, 4, "Aine Evans", 0, 1909)


def test_corrected_words_and_marks_are_not_looked_at() -> None:
    text = reading("we had Aine Evans here", corrected=((2, 4, "Owain Evans"),))
    assert suggest(text, glossary("Owain Evans")) == []
    assert suggest(reading("with Johannes >> tro lines"), glossary("Johannes Treutlein")) == []


def test_what_was_corrected_once_is_suggested_elsewhere() -> None:
    text = reading("we had Ayn Ivans here", "and Ayn Ivans left", corrected=((2, 4, "Owain Evans,"),))
    one = only(suggest(text, glossary("Owain Evans")))
    assert (one.heard, one.meant, one.lane) == ("Ayn Ivans", "Owain Evans", "sure")
    assert one.reasons == ("“Ayn Ivans” was corrected elsewhere",)


def test_a_known_mis_hearing_is_found_however_unlike_it_is() -> None:
    names = [make_name("evals", misheard=["the veils"]), make_name("MASK", misheard=["masks"])]
    assert found("we ran the veils on those masks", names=names) == {"the veils": "evals", "masks": "MASK"}


def test_a_bare_word_is_a_name_where_the_whole_stands_elsewhere() -> None:
    assert found("So Aine Evans joined.", "And Aine agreed.") == {"Aine Evans": "Owain Evans", "Aine": "Owain"}
    assert found("And Aine agreed.") == {}


@pytest.mark.parametrize("pair", [("aine evans", "Owain Evans"), ("Aine Evans", "owain evans")])
def test_a_refused_pair_is_never_suggested(pair: tuple[str, str]) -> None:
    assert suggest(reading("So Aine Evans joined us."), glossary("Owain Evans"), never={pair}) == []


def test_a_refused_pair_is_known_over_a_line_break() -> None:
    text = reading("So Aine\nEvans joined us.")
    assert suggest(text, glossary("Owain Evans"), never={("Aine Evans", "Owain Evans")}) == []


def test_a_refused_pair_teaches_nothing_about_its_single_words() -> None:
    text = reading("So Aine Evans joined us.", "And Aine agreed.")
    assert suggest(text, glossary("Owain Evans"), never={("Aine Evans", "Owain Evans")}) == []


def test_reasons_are_told_in_words() -> None:
    one = only(suggest(reading("So Aine Evans joined us."), glossary("Owain Evans")))
    assert one.reasons == ("sounds alike 0.90", "rare words", "beside “Evans” heard right")


def test_places_of_one_heard_form_make_one_card() -> None:
    text = reading("So Jan Badley joined.", "And jan badley and Aine Evans left.", "Jan Badley stayed.")
    first, second = cards(suggest(text, glossary()))
    assert (first.heard, first.meant, [p.cue for p in first.places]) == ("Jan Badley", "Jan Betley", [0, 1, 2])
    assert (second.meant, len(second.places)) == ("Owain Evans", 1)


def test_cards_stand_by_lane_then_by_score() -> None:
    text = reading("stochastisity and Johannes tro lines, and a cloud, and Aine Evans and Jan Betly")
    lanes = [(("sure", "likely", "look").index(c.lane), -c.score) for c in cards(suggest(text, glossary()))]
    assert lanes == sorted(lanes)
    assert len({lane for lane, _ in lanes}) > 1


_WORDS = st.sampled_from(
    ["Aine", "Evans,", "“Evans”", "GPT", "40", "4", "o.", "for", "open", "AI", "the", ">>", "[Music]", "—", "axrp.", "net",
     "dot", "tro", "lines's", "Johannes", "sick", "of", "antic", "lama", "three", "Ünï", "日本", "mask's", "patreon.com/axrp"]
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(_WORDS, max_size=9).map(" ".join), max_size=6))
def test_offsets_are_exact_and_no_two_suggestions_overlap(cues: list[str]) -> None:
    text = reading(*cues)
    suggestions = suggest(text, glossary())
    for one in suggestions:
        assert text.cues.text[one.start : one.end] == one.heard
        assert text.cues.word_starts[one.first] <= one.start < one.end <= text.cues.word_stops[one.last - 1]
        assert one.heard[0].isalnum()
        assert one.heard[-1].isalnum()
        assert 0 < one.score <= 1
        assert one.heard != one.meant
    spans = sorted((one.first, one.last) for one in suggestions)
    assert all(last <= first for (_, last), (first, _) in itertools.pairwise(spans))
    assert [s.score for s in suggestions] == sorted((s.score for s in suggestions), reverse=True)


def test_a_large_glossary_and_a_long_text_are_done_in_seconds() -> None:
    names = glossary(*GLOSSARY, *_many_names(2400))
    cues = [
        f"so number {n} of the people whom {_person(7 * n)} met with Aine Evans at {n} was not there"
        for n in range(400)
    ]
    began = time.perf_counter()
    suggestions = suggest(reading(*cues), names)
    assert time.perf_counter() - began < 15  # 2 s alone; the machine may be busy
    assert sum(one.meant == "Owain Evans" for one in suggestions) == 400


def _many_names(count: int) -> list[str]:
    return [_person(n) for n in range(count)]


def _person(number: int) -> str:
    """A made name, another for each number."""
    starts, ends = (
        ["Bra", "Ke", "Lo", "Mi", "Sto", "Ta", "Vu", "Za", "Go", "Fre"],
        ["den", "lis", "mar", "nok", "pel", "rit", "sov"],
    )
    first = starts[number % 10] + ends[number % 7]
    return f"{first} {starts[number // 10 % 10]}{ends[number // 70 % 7]}{starts[number // 490 % 10].lower()}n"
