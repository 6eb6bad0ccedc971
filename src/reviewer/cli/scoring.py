"""`reviewer score`."""

from argparse import Namespace
from typing import Any

from reviewer.app.session import ReviewSession
from reviewer.cli.opening import Several, workspace
from reviewer.cli.output import Answer, follow
from reviewer.core.wording import signed, span
from reviewer.spectrum.episode import figures_json
from reviewer.spectrum.figures import Figures


def score(arguments: Namespace) -> Answer:
    values: list[dict[str, Any]] = []
    lines: list[str] = []

    def add(session: ReviewSession) -> None:
        session.keep_figures()
        values.append(figures_json(session.episode.slug, session.figures))
        lines.append(f"{session.episode.slug}\t{_line(session.figures)}")

    with workspace(arguments) as opened:
        several = Several(opened, arguments.episodes)
        follow(several.each(add))
    # One episode asked for by name is one value; several, or all, are a list.
    return Answer(values[0] if len(arguments.episodes) == 1 else values, tuple(lines), several.status)


def _line(made: Figures) -> str:
    numbers = made.statistics
    interval = span(numbers.mean_low, numbers.mean_high)
    return (
        f"{made.leaning}, {signed(numbers.mean)} ({interval}) · {made.confidence} confidence · "
        f"{numbers.slices} slices, {span(numbers.min, numbers.max)} (p10–p90 {span(numbers.p10, numbers.p90)})"
    )
