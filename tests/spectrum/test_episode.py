import json

import pytest
from tests.spectrum.spectrum_builders import cues_of, lexicon, score_of, scores

from reviewer.core.reading import ReadingText
from reviewer.spectrum.episode import figures, figures_json
from reviewer.spectrum.figures import Figures
from reviewer.spectrum.lenses import episode_lens
from reviewer.spectrum.scores import score_text


def _episode() -> Figures:
    calm = "So we talked about the weather and about how the afternoon went by. " * 15
    grim = (
        "Existential risk and society, extinction and culture, loss of control, that is what may be dangerous now. "
        * 10
    )
    cues = cues_of([calm, grim, calm, grim, calm])
    return figures(score_text(ReadingText(cues), lexicon()), lexicon(), "medium")


def test_the_figures_of_an_episode() -> None:
    made = _episode()
    assert made.statistics.slices == len(made.scores) == 5
    assert [score.band for score in made.scores] == ["silent", "risk-forward", "silent", "risk-forward", "silent"]
    assert (made.leaning, made.confidence) == ("Mixed, tilting risk-forward", "low")
    assert dict(made.grades)["basis"] == "medium"
    assert (made.lens, made.lens_label) == ("core-safety", "Core safety")
    assert made.lexicon == lexicon().name


def test_figures_of_nothing_and_of_one_slice() -> None:
    nothing = figures([], lexicon(), "medium")
    assert (nothing.leaning, nothing.lens, nothing.confidence, nothing.highlights) == ("Mixed", None, "low", ())
    one = figures([score_of("a danger")], lexicon(), "high")
    assert (one.statistics.median, one.leaning, one.highlights) == (
        -17,
        "Mixed, tilting risk-forward",
        ("Scored in one slice",),
    )


@pytest.mark.parametrize(
    ("slices", "lens"),
    [
        (["society", None, "society", "labor"], "society"),
        (["society", None, None], None),
        (["society", "labor", "labor", "society"], None),
        ([], None),
    ],
)
def test_the_lens_of_an_episode_won_two_slices_and_more_than_any_other(
    slices: list[str | None], lens: str | None
) -> None:
    assert episode_lens(slices) == lens


@pytest.mark.parametrize(
    ("numbers", "timed", "said"),
    [
        ([0] * 3, True, ["Scored in 3 sequential slices"]),
        ([0, 0, 0, -30], True, ["Includes a stretch much more risk-forward than the typical slice, 0:30 to 0:40"]),
        ([0, 0, 0, 30], False, ["Includes a stretch much more opportunity-forward than the typical slice, slice 4"]),
        (
            [0, -20, -20, 0, 0],
            False,
            ["Includes a stretch much more risk-forward than the typical slice, slices 2 to 3"],
        ),
        (
            [0, -30, 0, 0, -20, -20, 0, 0, 40],
            True,
            [
                "Includes 2 stretches much more risk-forward than the typical slice, the longest 0:40 to 1:00",
                "Includes a stretch much more opportunity-forward than the typical slice, 1:20 to 1:30",
            ],
        ),
    ],
)
def test_highlights_say_what_the_scores_bear_out(numbers: list[int], timed: bool, said: list[str]) -> None:
    made = figures(scores(numbers, timed=timed), lexicon(), "medium")
    assert made.highlights[0] == f"Scored in {len(numbers)} sequential slices"
    assert list(made.highlights)[-len(said) :] == said


def test_figures_are_handed_out_in_the_public_shape() -> None:
    made = json.loads(json.dumps(figures_json("axrp-1", _episode())))
    assert set(made) == {"episode", "lexicon", "statistics", "leaning", "lens", "confidence", "slices"}
    assert set(made["lexicon"]) == {"id", "version", "sha256"}
    assert set(made["slices"][0]) == {
        "number", "start_ms", "end_ms", "first_cue", "last_cue", "words", "score", "band", "terms",
    }  # fmt: skip
    assert set(made["slices"][1]["terms"][0]) == {"text", "pattern", "side", "weight", "value", "counted", "why"}
    numbers = made["statistics"]
    assert (numbers["risk_pct"], numbers["mixed_pct"], numbers["silent_pct"], numbers["opportunity_pct"]) == (
        40,
        60,
        60,
        0,
    )
