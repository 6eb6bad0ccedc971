"""A corrected cue's text put into the payload that the file has: what did not change stays as it was written there.

Tags, times inside, references and white space of the words that stay are not touched; of replaced words only their
letters go. So a correction in a cue of styled text costs neither its styles nor the times of its other words.
"""

import html
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reviewer.captions.markup import escape, plain, tags, tidy

_TOKEN = re.compile(r"\s+|\S+")
_REFERENCE = re.compile(r"&(?:#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[^\t\n\f <&#;]{1,32};?)|[^&]+|&")
_STAMP = r"<[0-9:]+\.[0-9]{3}>"
_SPENT = re.compile(rf"{_STAMP}((?:</?c(?:\.[^<>]*)?>|\s)*)(?={_STAMP}|\Z)")  # a time before no word
_COMPARED = 400  # tokens on either side; comparing more than a long cue has would take time by its square


class _Token(NamedTuple):
    """A word or the white space between two, and where it stands in the payload."""

    text: str
    at: int
    stop: int


class _Edit(NamedTuple):
    """A stretch of the payload and what is to stand there."""

    at: int
    stop: int
    new: str


def spliced(raw: str, text: str) -> str | None:
    """The payload that reads as `text`, with all of `raw` that can stay; None where it has to be written anew."""
    old, new = _tokens(raw), _TOKEN.findall(text)
    if not old or not new:
        return None
    made = raw
    for edit in reversed(list(_edits(raw, old, new))):
        made = made[: edit.at] + edit.new + made[edit.stop :]
    made = _SPENT.sub(r"\1", made).replace("<c></c>", "") if made != raw else raw
    return made if tidy(plain(made)) == text and _can_stand(made) else None


def _can_stand(made: str) -> bool:
    """Whether no line is blank, which ends a cue, and no arrow could make one a time line."""
    return "-->" not in made and all(line.strip() for line in made.split("\n"))


def _tokens(raw: str) -> list[_Token]:
    """The words of a payload and the white space between them, as they read and where they stand."""
    characters, starts, stops = [], [], []
    for at, stop, shown in _shown(raw):
        characters.append(shown)
        starts += [at] * len(shown)
        stops += [stop] * len(shown)
    found = _TOKEN.finditer("".join(characters))
    tokens = [_Token(_glue(m.group()), starts[m.start()], stops[m.end() - 1]) for m in found]
    first, last = (int(bool(tokens) and tokens[end].text.isspace()) for end in (0, -1))
    return tokens[first : len(tokens) - last]


def _glue(token: str) -> str:
    """Blanks round a line break belong to it."""
    return "\n" if "\n" in token else token


def _shown(raw: str) -> Iterator[tuple[int, int, str]]:
    """What is no tag, by character, a reference as one; with its place."""
    at = 0
    for start, stop in (*_tag_spans(raw), (len(raw), len(raw))):
        for match in _REFERENCE.finditer(raw, at, start):
            found = match.group()
            if found[0] == "&":
                yield match.start(), match.end(), html.unescape(found)
            else:
                yield from ((place, place + 1, raw[place]) for place in range(match.start(), match.end()))
        at = stop


def _tag_spans(raw: str) -> list[tuple[int, int]]:
    return [(at, raw.index(">", at) + 1) for at in tags(raw)]


def _edits(raw: str, old: Sequence[_Token], new: Sequence[str]) -> Iterator[_Edit]:
    """What is to be changed in the payload, from its beginning on."""
    for first, last, begin, end in _differences([token.text for token in old], new):
        if last - first == end - begin:
            yield from (
                _replaced(raw, token.at, token.stop, wanted)
                for token, wanted in zip(old[first:last], new[begin:end], strict=True)
                if token.text != wanted
            )
        elif first < last:
            yield _replaced(raw, old[first].at, old[last - 1].stop, "".join(new[begin:end]))
        else:
            place = old[first - 1].stop if first else old[0].at
            yield _Edit(place, place, escape("".join(new[begin:end])))


def _replaced(raw: str, at: int, stop: int, text: str) -> _Edit:
    """The new words first, then the tags that stood among the old ones."""
    return _Edit(at, stop, escape(text) + "".join(raw[a:b] for a, b in _tag_spans(raw) if at <= a < stop))


def _differences(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int, int, int]]:
    """The ranges of both that differ."""
    low, most = 0, min(len(old), len(new))
    while low < most and old[low] == new[low]:
        low += 1
    high = 0
    while high < most - low and old[-1 - high] == new[-1 - high]:
        high += 1
    old_end, new_end = len(old) - high, len(new) - high
    if max(old_end, new_end) - low > _COMPARED:
        yield low, old_end, low, new_end
        return
    from difflib import SequenceMatcher

    matcher = SequenceMatcher(None, old[low:old_end], new[low:new_end], autojunk=False)
    for kind, first, last, begin, end in matcher.get_opcodes():
        if kind != "equal":
            yield low + first, low + last, low + begin, low + end
