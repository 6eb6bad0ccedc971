"""Sample content of the side pane, as in the pictures, and the hostile kind."""

from collections.abc import Iterable
from typing import Any

from reviewer.app.lists import CorrectionGroup, CorrectionRow
from reviewer.assessment.ledger import Heard, Listening, listening
from reviewer.gui.side import CardView, PlaceView
from reviewer.spectrum.figures import Hit, Slice, SliceScore

MINUTE = 60_000
HOSTILE = ("<b>bold</b> <img src=x>", "שלום עולם " * 20, "\u202eabc\x00\x07", "long" * 300, "")


def places(heard: str, number: int) -> tuple[PlaceView, ...]:
    return tuple(
        PlaceView(2_299_000 + n * MINUTE, "nobody at the ", heard, " reads them all", f"{heard} {n}")
        for n in range(number)
    )


def card(heard: str, meant: str, number: int, *, score: float = 0.95, lane: str = "sure") -> CardView:
    return CardView(heard, meant, score, lane, ("sounds alike 0.97", "rare words"), places(heard, number))


def cards() -> list[CardView]:
    return [
        card("holden institute", "Halden Institute", 11),
        card("kestrel for", "Kestrel-4", 7, score=0.94),
        card("halden dot a i", "halden.ai", 1, score=0.92),
        card("emails", "evals", 5, score=0.74, lane="likely"),
        card("jorn osterbeek", "Jorn Oosterbeek", 1, score=0.2, lane="look"),
    ]


def hit(text: str, weight: float, value: float, why: str = "", *, is_counted: bool = True) -> Hit:
    side: Any = "risk" if weight < 0 else "opportunity"
    return Hit(text, text, side, weight, value, is_counted, why, 1, 2, 2_323_000)


def slice_score(hits: Iterable[Hit] | None = None, number: int = 38) -> SliceScore:
    if hits is None:
        hits = (
            hit("deceive", -3, -3.0),
            hit("dangerous", -2, 0.0, "negated by “not”, not counted", is_counted=False),
            hit("loss of control", -4, -4.0),
            hit("benefits", 2, 1.2, "hedged by “may”, × 0.6"),
        )
    part = Slice(number, 1, 2, 0, 1, 2_294_000, 2_346_000)
    return SliceScore(part, 204, -32, "risk-forward", 7.0, 1.2, 10.2, None, tuple(hits))


def heard_in_part() -> Listening:
    played = [Heard(0, 40 * MINUTE), Heard(47 * MINUTE, 60 * MINUTE, 2.5), Heard(60 * MINUTE, 64 * MINUTE)]
    return listening(played, 108 * MINUTE)


def group(heard: str, meant: str, number: int = 1, **other: Any) -> CorrectionGroup:
    told = {
        "person": "Noor", "at": "2026-11-14T10:00:00.000Z", "why": "", "source": "person", "withdrawn": "",
    } | other  # fmt: skip
    rows = tuple(
        CorrectionRow(
            f"{heard} {n}", heard, n, n, 2_299_000, n, n + 1, heard, meant, "name", told["person"], told["at"],
            told["why"], told["source"], not told["withdrawn"], told["withdrawn"], "",
        )
        for n in range(number)
    )  # fmt: skip
    return CorrectionGroup(heard, heard, meant, rows)


def groups() -> list[CorrectionGroup]:
    return [
        group("holden institute", "Halden Institute", 11, why="From suggestion 0.95: sounds alike"),
        group("their for", "therefore"),
        group("the notes", "the note", withdrawn="Noor: heard again, was right"),
        group("kestrel three", "Kestrel-3", 2, person="Ari", source="publisher"),
    ]


VALUES: dict[str, Any] = {
    "why_this_matters": "A patient case for checking research machines.",
    "summary": "Verhoeven argues that a monitor should be weaker.",
    "leaning": "Mixed, tilting risk-forward",
    "position": -14,
    "lens": "Society",
    "confidence": "medium",
    "tags": ["oversight", "evals"],
    "highlights": ["One.", "Two."],
    "moments": [
        {"start_ms": 2_319_000, "end_ms": 2_346_000, "quote": "It learns", "note": "", "verified": True},
        {"start_ms": 2_360_000, "end_ms": 2_391_000, "quote": "We both want it", "note": "", "verified": False},
    ],
    "state": "ready",
}
