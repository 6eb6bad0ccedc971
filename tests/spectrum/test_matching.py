import pytest
from tests.spectrum.spectrum_builders import hits_of, lexicon

from reviewer.spectrum.lexicon import Term


@pytest.mark.parametrize(
    ("text", "patterns"),
    [
        ("A danger.", ["danger*"]),
        ("“DANGERS,” she said.", ["danger*"]),
        ("The danger’s real and the dangers' end.", ["danger*", "danger*"]),
        ("endangered", []),
        ("x-risk, X risks, x–risk", ["x risk*"] * 3),
        ("power-seeking", ["power seeking"]),
        ("rogue A.I. and rogue AI's", ["rogue ai*", "rogue ai*"]),
        ("scientific discovery and economic growth", ["scientific discover*", "economic growth"]),
        ("the coup", ["coup"]),
        ("a couple", []),
        ("existential risk", ["existential risk*"]),
        ("loss of [laughter] control", ["loss of control"]),
        ("loss of >> control", []),
        ("A great loss. Of control there is none", []),
        ("That was the job. Loss is something else", []),
        ("[danger]", []),
        ("a risk, a worry, terrible", []),  # weaker than 2
        ("they attack", []),  # a subject
    ],
)
def test_decisive_terms_are_found(text: str, patterns: list[str]) -> None:
    assert [hit.pattern for hit in hits_of(text) if hit.is_counted] == patterns


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("our threat model is", "part of “threat model” (term of art), not counted"),
        ("a Threat-Model, then", "part of “Threat-Model” (term of art), not counted"),
        ("harmlessness", "part of “harmlessness” (is not harm), not counted"),
        ("it can discriminate between them", "part of “discriminate between” (tell apart), not counted"),
        ("kill two birds with", "part of “kill two birds” (idiom), not counted"),
        ("we live in harmony", "part of “harmony” (another word), not counted"),
        ("a necessary evil", "part of “necessary evil” (idiom), not counted"),
    ],
)
def test_what_an_exclusion_takes_is_listed_and_not_counted(text: str, why: str) -> None:
    (hit,) = hits_of(text)
    assert (hit.is_counted, hit.value, hit.why) == (False, 0, why)
    assert hit.weight == -2


@pytest.mark.parametrize(
    "text",
    [
        "it was turned upside down",
        "the upside-down house",
        "give them the benefit of the doubt",
        "out of an abundance of caution",
        "the opportunity costs of waiting",
        "we optimise the loss",
        "optimisation and optimisers",
        "enriched uranium",
        "a marginal uplift study",
        "catastrophic forgetting",
        "doomscrolling",
        "killing time",
    ],
)
def test_what_means_something_else_is_not_counted(text: str) -> None:
    hits = hits_of(text)
    assert hits
    assert not any(hit.is_counted for hit in hits)


@pytest.mark.parametrize(
    "text", ["the upside", "optimistic", "an uplift", "harm", "a catastrophe", "evil", "abundance"]
)
def test_what_stands_alone_still_counts(text: str) -> None:
    assert [hit.is_counted for hit in hits_of(text)] == [True]


def test_what_begins_further_left_wins_over_an_exclusion() -> None:
    (hit,) = hits_of("an existential threat model")
    assert (hit.pattern, hit.is_counted) == ("existential threat*", True)


def test_an_exclusion_over_nothing_that_counts_is_not_listed() -> None:
    assert hits_of("The answer lies in the cold war") == []


def test_a_hit_knows_its_words_and_its_time() -> None:
    (hit,) = hits_of("There is, I say, loss of control.")
    assert (hit.text, hit.first, hit.last, hit.side, hit.weight) == ("loss of control", 4, 7, "risk", -3)
    assert hit.start_ms == 2_000 * 17 // 33


@pytest.mark.parametrize("term", [t for t in lexicon().terms if t.role == "stance" and abs(t.weight) >= 2])
def test_every_decisive_term_of_the_lexicon_is_found_by_its_own_words(term: Term) -> None:
    assert term.pattern in [hit.pattern for hit in hits_of(f"say {term.pattern.removesuffix('*')} now")]
