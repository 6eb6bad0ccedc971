"""A slice's sum written out for people, as the Slice pane and the page show it."""

from typing import Final

from reviewer.core.wording import half_away, signed
from reviewer.spectrum.figures import SliceScore

_MOST: Final = 8  # decimals; what lies beyond the ninth is rounding noise to the score too
_USUAL: Final = 2


def amounts(score: SliceScore) -> str:
    """“Opportunity 1.2, risk 7.0, damping 10.2”, with the decimals of the sum."""
    up, down, damping = _written(score, decimals(score))
    return f"Opportunity {up}, risk {down}, damping {damping}"


def sum_written_out(score: SliceScore) -> str:
    """“100 × (1.2 − 7.0) ÷ (1.2 + 7.0 + 10.2)”, so that who counts it anew gets the shown score."""
    up, down, damping = _written(score, decimals(score))
    return f"100 × ({up} − {down}) ÷ ({up} + {down} + {damping})"


def explain(score: SliceScore) -> str:
    """Both in two lines, with the number that comes of it; one line for a slice without a counted term."""
    if score.band == "silent":
        return "No term of the lexicon counts here."
    return f"{amounts(score)}\n{sum_written_out(score)} = {signed(score.score)}"


def decimals(score: SliceScore) -> int:
    """The fewest decimals, one at least, with which the written sum gives the shown score."""
    return next((digits for digits in range(1, _MOST + 1) if _recounted(score, digits) == score.score), _USUAL)


def _written(score: SliceScore, digits: int) -> tuple[str, str, str]:
    return f"{score.opportunity:.{digits}f}", f"{score.risk:.{digits}f}", f"{score.damping:.{digits}f}"


def _recounted(score: SliceScore, digits: int) -> int:
    """What the sum gives as it is written; in whole numbers, since its decimals are no binary fractions."""
    up, down, damping = (int(text.replace(".", "")) for text in _written(score, digits))
    whole = up + down + damping
    return half_away(100 * (up - down) / whole) if whole else 0
