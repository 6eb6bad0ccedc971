"""What is another form of the same word and no mis-hearing: plurals, possessives, endings, “mis-” and “un-”."""

import re
from collections.abc import Sequence

from reviewer.names.forms import Form
from reviewer.names.glossary import NameKind
from reviewer.names.windows import TextWord

_ENDING = re.compile(r"(?:'s|s|es|ed|d|ing|er|ers|or|ors|ly|ion|ions|ment|ments|al|ic|y|ity|ism|ist|able|ness)?")
_PREFIX = re.compile(r"(?:mis|un|in|dis|non|re|de|pre|anti|over|out|im)?")
_SAME_ROOT = 6  # letters: “jailbreak” and “jailbroken”
_LISTED = 1.0  # on the Zipf scale: a word that people know; “sandbanging” is none


def is_inflection(words: Sequence[TextWord], form: Form) -> bool:
    """Whether the window is the form but for an ending or a prefix, hyphens aside."""
    heard, of_form = "".join(w.norm for w in words), form.norm
    if heard in {of_form, of_form + "s", of_form + "es"}:
        return True
    if form.name.kind is not NameKind.TERM or not form.meant[:1].islower():
        return False
    if heard + "s" == of_form:
        return True
    return (
        len(words) == 1 and words[0].zipf >= _LISTED and (_same_beginning(heard, of_form) or _same_end(heard, of_form))
    )


def _same_beginning(a: str, b: str) -> bool:
    long = len(_common(a, b))
    if long >= _SAME_ROOT and 2 * long > max(len(a), len(b)):
        return True
    return long >= 4 and bool(_ENDING.fullmatch(a[long:]) and _ENDING.fullmatch(b[long:]))


def _same_end(a: str, b: str) -> bool:
    long = len(_common(a[::-1], b[::-1]))
    return long >= 5 and bool(_PREFIX.fullmatch(a[: len(a) - long]) and _PREFIX.fullmatch(b[: len(b) - long]))


def _common(a: str, b: str) -> str:
    at = next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return a[:at]
