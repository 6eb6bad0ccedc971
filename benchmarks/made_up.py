"""Made-up captions of any length, the same for the same seed: what the benchmarks work on."""

import random
from collections.abc import Iterator
from pathlib import Path

EPISODE_ROWS = 3_301  # of a conversation of two hours and a quarter, with some 23,000 words
_WORD_MS = 350  # spoken English has some 170 words a minute
_VOCABULARY = (
    "the a of to and that it we you they is was are be have do think know say make take see want model system people "
    "question answer paper result time way thing part point kind idea work world year risk danger harm failure safety "
    "control benefit progress cure growth opportunity research training data behaviour reward evidence example reason "
    "really maybe not never very perhaps because when where about with from into over after before between through "
)
_WORDS = _VOCABULARY.split()

Row = list[tuple[int, str]]  # the words of a caption row, each with its time in milliseconds


def rows(count: int, seed: int = 1) -> list[Row]:
    """Caption rows of five to nine words, in sentences."""
    spoken = _spoken(random.Random(seed))
    sizes = random.Random(-seed)
    return [[next(spoken) for _ in range(sizes.randint(5, 9))] for _ in range(count)]


def _spoken(choice: random.Random) -> Iterator[tuple[int, str]]:
    ms = 160
    while True:
        sentence = [choice.choice(_WORDS) for _ in range(choice.randint(5, 22))]
        sentence[0] = sentence[0].capitalize()
        sentence[-1] += "."
        for word in sentence:
            yield ms, word
            ms += _WORD_MS


def plain(talk: list[Row]) -> str:
    """The rows as an uploaded track: each a cue of its own."""
    ends = [row[-1][0] + _WORD_MS for row in talk]
    return "WEBVTT\n\n" + "\n".join(
        f"{_clock(row[0][0])} --> {_clock(end)}\n{' '.join(word for _, word in row)}\n"
        for row, end in zip(talk, ends, strict=True)
    )


def roll_up(talk: list[Row]) -> str:
    """The rows as YouTube's automatic captions: two on the screen, each repeated for 10 ms when it is finished."""
    parts = ["WEBVTT\nKind: captions\nLanguage: en\n"]
    above = " "
    for number, row in enumerate(talk):
        begin = row[0][0]
        end = talk[number + 1][0][0] if number + 1 < len(talk) else row[-1][0] + _WORD_MS
        first, *others = row
        timed = first[1] + "".join(f"<{_clock(ms)}><c> {word}</c>" for ms, word in others)
        whole = " ".join(word for _, word in row)
        parts.append(f"{_times(begin, end - 10)}\n{above}\n{timed}\n")
        parts.append(f"{_times(end - 10, end)}\n{whole}\n \n")
        above = whole
    return "\n".join(parts)


def _times(begin: int, end: int) -> str:
    return f"{_clock(begin)} --> {_clock(end)} align:start position:0%"


def _clock(ms: int) -> str:
    minutes, rest = divmod(ms, 60_000)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02}:{minutes:02}:{rest // 1000:02}.{rest % 1000:03}"


def write_files(folder: Path, count: int, row_count: int = EPISODE_ROWS) -> list[Path]:
    """So many roll-up files: up to 40 with words of their own, further ones with one of these under another header."""
    files = [folder / f"conversation-{number}.en.vtt" for number in range(1, count + 1)]
    talks = [roll_up(rows(row_count, seed=seed)) for seed in range(1, min(count, 40) + 1)]
    for number, file in enumerate(files):
        text = talks[number % len(talks)]
        file.write_text(text.replace("Language: en\n", f"Language: en\nTalk: {number}\n", 1), encoding="utf-8")
    return files
