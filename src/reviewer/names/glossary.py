"""An entry of the glossary, and how it stands in the log: a plain value under a key."""

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class NameKind(StrEnum):
    """What a name is the name of."""

    PERSON = "person"
    ORGANISATION = "organisation"
    WORK = "work"
    MODEL = "model"
    SITE = "site"
    TERM = "term"


@dataclass(frozen=True, slots=True)
class Name:
    """A name or term as it should be written, with other right forms and forms that were known to be heard for it."""

    id: str
    canonical: str
    kind: NameKind
    aliases: tuple[str, ...] = ()
    misheard: tuple[str, ...] = ()
    note: str = ""

    @property
    def right_forms(self) -> tuple[str, ...]:
        return (self.canonical, *self.aliases)

    def as_value(self) -> dict[str, Any]:
        """The entry as the log and JSON files hold it."""
        return {
            "canonical": self.canonical,
            "kind": self.kind.value,
            "aliases": list(self.aliases),
            "misheard": list(self.misheard),
            "note": self.note,
        }


def make_name(
    canonical: str,
    kind: str = "",
    aliases: Iterable[str] = (),
    misheard: Iterable[str] = (),
    note: str = "",
) -> Name:
    """A name from what a person typed: white space tidied, doubles dropped, the kind guessed where none is given.

    Raises:
        ValueError: There is nothing to write, or no such kind; the message says which.
    """
    tidy_canonical = tidy(canonical)
    if not any(c.isalnum() for c in tidy_canonical):
        raise ValueError("a name needs a canonical form with at least one letter or digit.")
    if kind and kind not in set(NameKind):
        raise ValueError(f"“{kind}” is no kind of name; the kinds are {', '.join(NameKind)}.")
    known = NameKind(kind) if kind else guess_kind(tidy_canonical)
    others = _without_doubles(aliases, but=tidy_canonical)
    return Name(
        name_id(tidy_canonical), tidy_canonical, known, others, _without_doubles(misheard, but=""), note.strip()
    )


def name_of(value: Mapping[str, Any]) -> Name:
    """A name from its value in the log or a JSON file.

    Raises:
        ValueError: The value is not a name's; the message says what is wrong.
    """
    unlike = [k for k in ("canonical", "kind", "note") if not isinstance(value.get(k, ""), str)]
    unlike += [k for k in ("aliases", "misheard") if not _is_texts(value.get(k, []))]
    if unlike:
        raise ValueError(f"“{unlike[0]}” is not what a name has there.")
    return make_name(
        value.get("canonical", ""),
        value.get("kind", ""),
        value.get("aliases", []),
        value.get("misheard", []),
        value.get("note", ""),
    )


def _is_texts(value: object) -> bool:
    return isinstance(value, list | tuple) and all(isinstance(text, str) for text in value)


def name_id(canonical: str) -> str:
    """The key of an entry: the same for one canonical form, whatever its case, accents' encoding and white space."""
    plain = unicodedata.normalize("NFC", tidy(canonical)).casefold()
    slug = re.sub(r"[^a-z0-9]+", "-", unicodedata.normalize("NFKD", plain)).strip("-")[:40].strip("-")
    digest = hashlib.sha256(plain.encode()).hexdigest()[:8]
    return f"{slug}-{digest}" if slug else digest


def tidy(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def _without_doubles(texts: Iterable[str], *, but: str) -> tuple[str, ...]:
    tidied = (tidy(text) for text in texts)
    return tuple(dict.fromkeys(text for text in tidied if text and text != but))


_SITE = re.compile(r"^(?:https?://)?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6}(?:/\S*)?$", re.IGNORECASE)
_MODEL = re.compile(
    r"^(?:chatgpt|claude|llama|gemini|gemma|qwen|mistral|mixtral|deepseek|grok|palm|phi|opus|sonnet|haiku)\b.*",
    re.IGNORECASE,
)
_CODE = re.compile(r"^(?=\S*[A-Za-z])(?=\S*\d)\S+$")
_ORGANISATION = re.compile(
    r"\b(?:AI|Academy|Agency|Association|Cent(?:er|re)|College|Commission|Company|Corporation|Council|Department|DeepMind"
    r"|Forum|Foundation|Fund|Group|Inc|Initiative|Institute|Labs?|Laboratory|Ministry|Office|Press|Project|Research"
    r"|School|Society|Trust|University)\b|\.Labs$"
)
_BY_LOOK = (
    (_SITE, NameKind.SITE),
    (_ORGANISATION, NameKind.ORGANISATION),
    (_CODE, NameKind.MODEL),
    (_MODEL, NameKind.MODEL),
)
_PERSON = re.compile(r"(?:[^\W\d_][\w'’.-]*\s+){1,3}[^\W\d_][\w'’.-]*")
_SMALL = {"a", "an", "and", "for", "from", "in", "of", "on", "the", "to", "with"}
_PARTICLES = {"al", "bin", "da", "de", "del", "der", "di", "el", "ibn", "la", "le", "ten", "van", "von"}


def guess_kind(canonical: str) -> NameKind:
    """The likeliest kind by the look of the written form alone; a person can say otherwise."""
    for pattern, kind in _BY_LOOK:
        if pattern.search(canonical):
            return kind
    words = canonical.split()
    if len(words) == 1:
        return NameKind.ORGANISATION if canonical.isupper() or _is_camel(canonical) else NameKind.TERM
    return _guess_of_several(canonical, words)


def _guess_of_several(canonical: str, words: Sequence[str]) -> NameKind:
    if any(w.casefold() in _SMALL for w in words) and canonical[0].isupper():
        return NameKind.WORK
    if _PERSON.fullmatch(canonical) and all(w[0].isupper() or w in _PARTICLES for w in words):
        return NameKind.PERSON
    return NameKind.TERM


def _is_camel(word: str) -> bool:
    return word[:1].isupper() and any(c.isupper() for c in word[1:]) and any(c.islower() for c in word)
