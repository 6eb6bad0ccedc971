"""How words sound: phones by espeak-ng, one letter each, or a plain letter-to-sound key where it can't be loaded."""

import ctypes
import re
import threading
import unicodedata
from collections.abc import Callable
from functools import cache, lru_cache
from typing import Any

from reviewer.log import logger

_NO_SOUND = 2  # espeak's AUDIO_OUTPUT_SYNCHRONOUS: nothing is played
_DONT_EXIT = 0x8000  # a missing data folder is an error code, not the end of the program
_UTF8, _IPA = 1, 2
_LONGEST = 200  # letters; no spoken word is longer, and espeak's buffers are fixed

# Two IPA letters that are one phone, and letters that stand for a near one; the rest stand for themselves.
_JOINED = {
    "tʃ": "C", "dʒ": "J", "eɪ": "A", "aɪ": "I", "ɔɪ": "O", "aʊ": "W", "oʊ": "o", "əʊ": "o",
    "ɚ": "əɹ", "ɝ": "ɜɹ", "əl": "l", "ɐ": "ə", "ᵻ": "ɪ", "ɾ": "d", "ɡ": "g", "r": "ɹ", "ʔ": "t", "ɬ": "l", "x": "k",
    "a": "æ", "e": "ɛ", "ɑ": "ɑ", "ɒ": "ɑ", "y": "i", "ø": "ɜ", "ɲ": "n", "β": "b", "ɣ": "g", "ç": "ʃ", "ʎ": "l",
}  # fmt: skip
_IPA_PIECE = re.compile("|".join(sorted(map(re.escape, _JOINED), key=len, reverse=True)))
PHONES = "pbtdkgCJfvθðszʃʒhmnŋlɹwjiɪAɛæəʌɜɑɔoʊuIOW"
_NOT_PHONE = re.compile(f"[^{PHONES}]+")


def phones(word: str) -> str:
    """The phones of a written word or wording, a letter of `PHONES` each, without stress."""
    return _phones(word[:_LONGEST])


@lru_cache(maxsize=65_536)
def _phones(word: str) -> str:
    return _letters_of(_speaker()(word))


def spelled(word: str) -> str:
    """The phones of a word whose letters are said one by one."""
    return "".join(phones(letter) for letter in word if letter.isalnum())


def _letters_of(ipa: str) -> str:
    """“tʃˈɪp” as “Cɪp”."""
    plain = re.sub("[ˈˌː\u0361\u0303\u0329 ]", "", ipa)
    return _NOT_PHONE.sub("", _IPA_PIECE.sub(lambda m: _JOINED[m.group()], plain))


@cache
def _speaker() -> Callable[[str], str]:
    try:
        return _Espeak().ipa
    except (ImportError, OSError, AttributeError) as error:
        logger("names").warning("espeak-ng can't be loaded, sounds are guessed from letters: %s", error)
        return guessed_ipa


class _Espeak:
    """The shared library that espeakng-loader brings; it keeps one state, so one caller at a time."""

    _lock = threading.Lock()

    def __init__(self) -> None:
        with self._lock:
            self._start()

    def _start(self) -> None:
        import espeakng_loader

        self._library = ctypes.CDLL(str(espeakng_loader.get_library_path()))
        folder = str(espeakng_loader.get_data_path()).encode()
        if self._library.espeak_Initialize(_NO_SOUND, 0, folder, _DONT_EXIT) < 0:
            raise OSError("espeak-ng does not find its data")
        if self._library.espeak_SetVoiceByName(b"en-us") != 0:
            raise OSError("espeak-ng has no English voice")
        self._to_phonemes: Any = self._library.espeak_TextToPhonemes
        self._to_phonemes.restype = ctypes.c_char_p
        self._to_phonemes.argtypes = [ctypes.POINTER(ctypes.c_void_p), ctypes.c_int, ctypes.c_int]

    def ipa(self, wording: str) -> str:
        buffer = ctypes.create_string_buffer(wording.replace("\0", " ").encode(errors="ignore"))
        rest = ctypes.c_void_p(ctypes.addressof(buffer))
        said: list[str] = []
        with self._lock:
            while rest.value:
                part = self._to_phonemes(ctypes.byref(rest), _UTF8, _IPA)
                said.append((part or b"").decode(errors="ignore"))
        return " ".join(said)


# Spellings and their usual English sound, the longer first; enough to tell likeness, not to speak.
_SPELLINGS: tuple[tuple[str, str], ...] = (
    ("tion", "ʃən"), ("sch", "ʃ"), ("tch", "C"), ("eigh", "A"), ("augh", "ɔ"), ("ough", "o"), ("igh", "I"),
    ("ch", "C"), ("sh", "ʃ"), ("th", "θ"), ("ph", "f"), ("wh", "w"), ("ck", "k"), ("qu", "kw"), ("ng", "ŋ"),
    ("gh", "g"), ("kn", "n"), ("wr", "ɹ"), ("ee", "i"), ("ea", "i"), ("oo", "u"), ("ou", "W"), ("ow", "W"),
    ("ai", "A"), ("ay", "A"), ("oi", "O"), ("oy", "O"), ("au", "ɔ"), ("aw", "ɔ"), ("ie", "i"), ("ei", "I"),
    ("oa", "o"), ("ew", "ju"), ("ue", "u"), ("ce", "s"), ("ci", "sɪ"), ("cy", "si"), ("ge", "J"), ("a", "æ"),
    ("b", "b"), ("c", "k"), ("d", "d"), ("e", "ɛ"), ("f", "f"), ("g", "g"), ("h", "h"), ("i", "ɪ"), ("j", "J"),
    ("k", "k"), ("l", "l"), ("m", "m"), ("n", "n"), ("o", "ɑ"), ("p", "p"), ("q", "k"), ("r", "ɹ"), ("s", "s"),
    ("t", "t"), ("u", "ʌ"), ("v", "v"), ("w", "w"), ("x", "ks"), ("y", "i"), ("z", "z"), ("0", "ziɹo"),
    ("1", "wʌn"), ("2", "tu"), ("3", "θɹi"), ("4", "fɔɹ"), ("5", "fIv"), ("6", "sɪks"), ("7", "sɛvən"), ("8", "At"),
    ("9", "nIn"),
)  # fmt: skip
_SPELLING = re.compile("|".join(letters for letters, _ in _SPELLINGS))
_SOUND_OF = dict(_SPELLINGS)


def guessed_ipa(wording: str) -> str:
    """Roughly how a wording sounds, from its letters alone."""
    plain = unicodedata.normalize("NFKD", wording.casefold())
    undoubled = re.sub(r"([b-df-hj-np-tv-z])\1", r"\1", plain)
    return " ".join(
        "".join(_SOUND_OF[m.group()] for m in _SPELLING.finditer(re.sub(r"(?<=[^aeiou])e$", "", word)))
        for word in undoubled.split()
    )


def by_letters(word: str) -> str:
    """The phones of a word as its letters alone suggest."""
    return _letters_of(guessed_ipa(word[:_LONGEST]))
