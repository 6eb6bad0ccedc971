"""A slice's sum written out for people, as the Slice pane and the page show it."""

from reviewer.core.wording import signed
from reviewer.spectrum.figures import SliceScore


def amounts(score: SliceScore) -> str:
    """“Opportunity 1.2, risk 7.0, damping 10.2”."""
    return f"Opportunity {score.opportunity:.1f}, risk {score.risk:.1f}, damping {score.damping:.1f}"


def sum_written_out(score: SliceScore) -> str:
    """“100 × (1.2 − 7.0) ÷ (1.2 + 7.0 + 10.2)”."""
    up, down, damping = f"{score.opportunity:.1f}", f"{score.risk:.1f}", f"{score.damping:.1f}"
    return f"100 × ({up} − {down}) ÷ ({up} + {down} + {damping})"


def explain(score: SliceScore) -> str:
    """Both in two lines, with the number that comes of it; one line for a slice without a counted term."""
    if score.band == "silent":
        return "No term of the lexicon counts here."
    return f"{amounts(score)}\n{sum_written_out(score)} = {signed(score.score)}"
