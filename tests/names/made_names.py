"""Builders of texts and glossaries for the tests of this room."""

from reviewer.core.anchors import Span
from reviewer.core.cues import CuesBuilder
from reviewer.core.reading import Correction, ReadingText
from reviewer.names import Name, Suggestion, make_name, suggest

GLOSSARY = (
    "Owain Evans", "Jan Betley", "Johannes Treutlein", "Yoshua Bengio", "Adam Shai", "GPT-4", "GPT-4o", "GPT-4.1", "Llama 3",
    "Claude", "OpenAI", "CHAI", "axrp.net", "ko-fi.com/axrpodcast", "truthfulai.org", "Truthful AI", "METR", "OwainEvans_UK", "Qwen", "logprobs",
    "patreon.com/axrpodcast", "sycophantic", "stochasticity", "corrigibility",
    "misaligned", "jailbroken", "mesa-optimizer", "fine-tuning", "Emergent Misalignment", "80,000 Hours",
)  # fmt: skip


def glossary(*canonical: str) -> list[Name]:
    return [make_name(name) for name in canonical or GLOSSARY]


def reading(*cues: str, corrected: tuple[tuple[int, int, str], ...] = ()) -> ReadingText:
    """A timed text of some cues, the flat words first to last (excluded) replaced as said."""
    builder = CuesBuilder()
    for number, text in enumerate(cues):
        builder.add(3000 * number, 3000 * number + 3000, text)
    built = builder.build()
    corrections = [
        Correction(f"e{first}", f"d{first}", Span(built.gap(first), built.span(first, last).end), meant, "name")
        for first, last, meant in corrected
    ]
    return ReadingText(built, corrections)


def found(*cues: str, names: list[Name] | None = None) -> dict[str, str]:
    """Heard → meant of what is suggested for some cues."""
    return {one.heard: one.meant for one in suggest(reading(*cues), names or glossary())}


def only(suggestions: list[Suggestion]) -> Suggestion:
    assert len(suggestions) == 1, suggestions
    return suggestions[0]
