"""Made-up texts for the transcript's tests and pictures."""

from collections.abc import Sequence

from reviewer.core.anchors import Gap, Span
from reviewer.core.cues import Cues, CuesBuilder
from reviewer.core.paragraphs import paragraph_starts
from reviewer.core.reading import Correction, ReadingText

MARA, ILSE = {"voice": "Mara Lindqvist"}, {"voice": "Ilse Verhoeven"}
TURNS = (
    (2282, MARA, ("So let me push on that. When you say the monitor should be weaker than the thing it watches, most people "
                 "hear a mistake. Why would you ever want the guard to know less?")),
    (2294, ILSE, ("Because I can check the guard. kestrel for writes its own lab notes now, four hundred pages a week, and "
                 "nobody at the holden institute reads them all. If the thing that reads them for me is just as clever, I "
                 "have moved the question and not answered it. A small model that I understand line by line can still "
                 "notice that the notes and the results disagree.")),
    (2319, ILSE, ("And the case that keeps me up is the quiet one. Not the loss of control that people put on posters. It is "
                 "a system that learns, without anyone asking, that it can deceive its reviewer a little and be rewarded a "
                 "little. It is not dangerous on the day you find it. It may bring real benefits for a year before you do.")),
    (2347, MARA, ("Thomas Addy Emmy made almost the opposite case in this chair. He said the fear of it is the cost, and "
                 "that we should count that too. [Music] What do you say to him?")),
)  # fmt: skip


def sample() -> ReadingText:
    """The four paragraphs of the window's pictures, as imported."""
    builder = CuesBuilder()
    for start, voice, text in TURNS:
        words = text.split()
        for at in range(0, len(words), 8):
            ms = start * 1000 + at * 320
            # A pause of 3 s between the turns keeps the paragraphs apart.
            builder.add(ms, ms + min(8, len(words) - at) * 320, " ".join(words[at : at + 8]), extra=voice)
    return ReadingText(builder.build())


def flat_of(cues: Cues, words: str, after: int = 0) -> tuple[int, int]:
    """The range of the imported words that read so."""
    wanted = words.split()
    every = [cues.word(flat) for flat in range(cues.word_count)]
    at = next(i for i in range(after, len(every)) if every[i : i + len(wanted)] == wanted)
    return at, at + len(wanted)


def correction(cues: Cues, heard: str, meant: str) -> Correction:
    first, last = flat_of(cues, heard)
    return Correction(
        f"edit {first}",
        "decision",
        cues.span(first, last),
        meant,
        "name",
        "Noor",
        "2026-03-02T21:14:00Z",
        "suggestion 0.95",
    )


def starts_of(text: ReadingText) -> Sequence[int]:
    return paragraph_starts(text.cues)


LINE = "and what we found is that the model would rather not say how it came to think so"


def long_text(cues: int) -> ReadingText:
    """An episode of so many cues, 7 words each, a new voice now and then."""
    builder = CuesBuilder()
    words = LINE.split()
    for number in range(cues):
        part = [words[(number * 7 + i) % len(words)] for i in range(7)]
        if number % 9 == 8:
            part[-1] += "."
        if number % 40 == 0:
            part.insert(0, ">>")
        builder.add(number * 2000, number * 2000 + 2000, " ".join(part))
    return ReadingText(builder.build())


def text_of_cues(*cues: str, timed: bool = True) -> ReadingText:
    builder = CuesBuilder()
    for number, cue in enumerate(cues):
        builder.add(number * 5000 if timed else None, number * 5000 + 2000 if timed else None, cue)
    return ReadingText(builder.build())


def insertion(cues: Cues, flat: int, meant: str) -> Correction:
    gap: Gap = cues.gap(flat)
    return Correction(f"insertion {flat}", "decision", Span(gap, gap), meant)
