"""The written forms of the glossary's names as they are compared with the text, and where they stand in it rightly."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from reviewer.names.glossary import Name, NameKind
from reviewer.names.sounds import by_letters, phones, spelled
from reviewer.names.windows import TextWord, TextWords, Window, commonness, folded

_POINT = re.compile(r"(?<=\d)\.(?=\d)")

_UNLISTED = 2.5  # on the Zipf scale: espeak knows how more common words sound


class FormKind(Enum):
    """Where a form comes from."""

    RIGHT = "right"
    MISHEARD = "misheard"
    PART = "part"  # one word of a person's name; counts only where the whole name is about


@dataclass(frozen=True, slots=True)
class Form:
    """One wording of a name: folded words, the sounds of each, other ways to say the whole, what to write for it."""

    name: Name
    kind: FormKind
    meant: str
    words: tuple[str, ...]
    sounds: tuple[str, ...]
    said: tuple[str, ...]
    zipf: float

    @property
    def norm(self) -> str:
        return "".join(self.words)


def forms_of(names: Iterable[Name]) -> list[Form]:
    """Every form of every name, in the glossary's order; what is too short to be told from noise is left out."""
    forms = [form for name in names for form in _forms(name)]
    return [form for form in forms if len(form.norm) > 1]


def _forms(name: Name) -> Iterator[Form]:
    for right in name.right_forms:
        yield _form(name, FormKind.RIGHT, right, right)
    for heard in name.misheard:
        yield _form(name, FormKind.MISHEARD, heard, name.canonical)
    if name.kind is NameKind.PERSON:
        for part in _parts(name):
            yield _form(name, FormKind.PART, part, part)


def _parts(name: Name) -> list[str]:
    words = name.canonical.split()
    return [w for w in words if len(folded(w)) > 2] if len(words) > 1 else []


def _form(name: Name, kind: FormKind, wording: str, meant: str) -> Form:
    spoken = [w for w in wording.replace("/", " ").split() if folded(w)]
    sounds = tuple(phones(word) for word in spoken)
    zipf = min((commonness(w.casefold()) for w in spoken), default=8.0)
    return Form(name, kind, meant, tuple(map(folded, spoken)), sounds, _ways_to_say(spoken, "".join(sounds)), zipf)


def _ways_to_say(spoken: Sequence[str], plain: str) -> tuple[str, ...]:
    """As one word, and letter by letter where it is written in capitals."""
    letters = "".join(spelled(w) if w.isupper() and len(w) > 1 else phones(w) for w in spoken)
    return tuple(dict.fromkeys(way for way in (plain, letters, _by_letters(spoken)) if way))


def _by_letters(spoken: Sequence[str]) -> str:
    """As someone would say it who has only read it: espeak spells out what it takes for no word, such as “Qwen”."""
    return "".join(by_letters(w) if _is_unlisted(w) else phones(w) for w in spoken)


def _is_unlisted(word: str) -> bool:
    return commonness(word.casefold()) < _UNLISTED and not word.isupper()


class RightPlaces:
    """Where the text already holds a name: those words are no mis-hearings, and they make the name's parts likely.

    `blocked` are the words of names of several words, `held` those of one: “Chai” may be CHAI heard right, and still be
    the wrong half of “Adam Chai”.
    """

    def __init__(self, text: TextWords, forms: Sequence[Form]) -> None:
        self.blocked = bytearray(len(text.words))
        self.held = bytearray(len(text.words))
        self.names: set[str] = set()
        self._by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        self.parts = {f.norm for f in forms if f.kind is FormKind.PART and len(f.norm) > 3}
        for form in forms:
            if form.kind is FormKind.RIGHT:
                for words in {_written(form.meant), _written(form.meant.replace("-", " "))} - {()}:
                    self._by_first.setdefault(_beginning(words[0]), []).append((words, form.name.id))
        for at in range(len(text.words)):
            self._mark(text, at)

    def _mark(self, text: TextWords, at: int) -> None:
        for words, name in self._by_first.get(_beginning(text.words[at].norm), ()):
            window = Window(at, at + len(words) - 1)
            if _reads_as(text.of(window), words):
                marks = self.blocked if len(words) > 1 else self.held
                marks[at : window.last + 1] = b"\1" * len(words)
                self.names.add(name)

    def is_held(self, window: Window) -> bool:
        """Whether the window is nothing but a name heard right."""
        return window.first == window.last and bool(self.held[window.first])

    def holds(self, window: Window) -> bool:
        """Whether one of its words is a name heard right."""
        return any(self.held[window.first : window.last + 1])


def _written(wording: str) -> tuple[str, ...]:
    """The words of a form as a right place has them; a point counts between digits: “GPT-41” is not GPT-4.1."""
    return tuple(key for word in wording.replace("/", " ").split() if (key := _with_points(word)))


def _beginning(word: str) -> str:
    return word[:3].replace(".", "")


@lru_cache(maxsize=65_536)
def _with_points(word: str) -> str:
    return ".".join(map(folded, _POINT.split(word)))


def _reads_as(words: Sequence[TextWord], written: tuple[str, ...]) -> bool:
    """Whether the words are the form's, or its plural."""
    keys = [_with_points(word.bare) for word in words]
    return keys[:-1] == list(written[:-1]) and keys[-1:] in ([written[-1]], [written[-1] + "s"])
