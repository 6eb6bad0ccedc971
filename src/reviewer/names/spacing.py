"""A lane of its own for names that were heard right and only written apart or together: “open AI”, “Give Well”."""

from collections.abc import Iterator, Sequence

from reviewer.names.forms import Form, FormKind
from reviewer.names.windows import COMMON, LONGEST, TextWords, Window

# All words common: “strong reject” may be just that. With a rarer word among them it is hardly chance.
_PLAIN, _RARE = 0.6, 0.9


# Letters: in fewer, two words make another by chance; capitals are read out one by one.
_SHORTEST, _SHORTEST_IN_CAPITALS = 5, 4


def spacing_matches(text: TextWords, forms: Sequence[Form]) -> Iterator[tuple[Window, Form, float]]:
    """Windows with a form's very letters in words of other lengths, and how probable it is that the form was meant."""
    known = {f.norm: f for f in reversed(forms) if f.kind is FormKind.RIGHT and _is_long(f)}
    beginnings = {norm[:n] for norm in known for n in (0, 1, 2)}
    for first, word in enumerate(text.words):
        joined = ""
        for last in range(first, min(first + LONGEST, len(text.words))):
            if text.words[last].run != word.run or joined[:2] not in beginnings:
                break
            joined += text.words[last].norm
            form = known.get(joined)
            if form and last + 1 - first != len(form.words):
                rarest = min(w.zipf for w in text.words[first : last + 1])
                yield Window(first, last), form, _RARE if rarest < COMMON - 1 or _has_capitals(form) else _PLAIN
            if text.words[last].ends_sentence:
                break


def _is_long(form: Form) -> bool:
    return len(form.norm) >= (_SHORTEST_IN_CAPITALS if form.meant.isupper() else _SHORTEST)


def _has_capitals(form: Form) -> bool:
    """A name with capitals inside a word is no everyday wording."""
    return any(c.isupper() for word in form.meant.split() for c in word[1:]) and not form.meant.isupper()
