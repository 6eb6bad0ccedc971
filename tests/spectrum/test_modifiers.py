import pytest
from tests.spectrum.spectrum_builders import hits_of


@pytest.mark.parametrize(
    ("text", "value", "why"),
    [
        ("a danger", -2, ""),
        ("not a real danger", 0, "negated by “not”, not counted"),
        ("not one or two dangers", -2, ""),  # four words before
        ("It doesn’t harm", 0, "negated by “doesn't”, not counted"),
        ("I say no. Danger is near", -2, ""),
        ("Is there? No >> danger", -2, ""),
        ("a non-violent act", 0, "negated by “non”, not counted"),
        ("not a state-of-the-art danger", 0, "negated by “not”, not counted"),
        ("not — — — a danger", 0, "negated by “not”, not counted"),
        ("not only dangerous", -2, ""),
        ("no doubt dangerous", -2, ""),
        ("no one knows dangers", -2, ""),
        ("not only no danger", 0, "negated by “no”, not counted"),
        ("may be dangerous", -1.2, "hedged by “may”, × 0.6"),
        ("a bit of danger", -1.2, "hedged by “a bit”, × 0.6"),
        ("a bit of the danger", -2, ""),  # the whole phrase stands in the window
        ("perhaps it may harm", -1.2, "hedged by “may”, × 0.6"),
        ("kind of dangerous, like", -2, ""),
        ("very dangerous", -2.6, "strengthened by “very”, × 1.3"),
        ("very very dangerous", -2.6, "strengthened by “very”, × 1.3"),
        ("really one big danger", -2, ""),  # a booster reaches over two words
        ("could be extremely dangerous", -1.56, "hedged by “could”, × 0.6; strengthened by “extremely”, × 1.3"),
        ("might never harm", 0, "negated by “never”, not counted"),
    ],
)
def test_a_term_is_worth_what_stands_before_it_leaves(text: str, value: float, why: str) -> None:
    (hit,) = hits_of(text)
    assert (hit.value, hit.why) == (value, why)
    assert hit.is_counted == (value != 0)


@pytest.mark.parametrize(
    ("text", "shifter"),
    [("so it is not really dangerous", (3, 4)), ("a bit of danger", (0, 2)), ("non-violent", (0, 1)), ("danger", None)],
)
def test_the_words_of_the_modifier_are_known(text: str, shifter: tuple[int, int] | None) -> None:
    (hit,) = hits_of(text)
    assert hit.shifter == shifter
