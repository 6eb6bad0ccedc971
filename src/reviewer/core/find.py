"""Places of a wording in the reading text: whole words, in any case, outer punctuation and a possessive aside."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from reviewer.core.anchors import Span
from reviewer.core.cues import Cues
from reviewer.core.reading import ReadingText, ReadingWord, Run, bare
from reviewer.core.words import take_apart


@dataclass(frozen=True, slots=True)
class FoundPlace:
    """Chosen words of the reading text, and what stays round them when they are replaced.

    `span` is the union of the chosen words and of every shown correction that they meet; `over` are those
    corrections' edits. `lead` and `tail` are what of the old wording stays before and after the chosen words:
    the rest of a replacement, opening and closing punctuation, a possessive.
    """

    span: Span
    over: tuple[str, ...]
    cue: int
    last_cue: int
    start_ms: int | None
    now: str
    lead: str
    tail: str
    between: tuple[str, ...] = ()  # what stays between, where one span holds the chosen words several times

    def wording(self, meant: str) -> str:
        """The whole wording of the span with `meant` in place of the chosen words."""
        return " ".join(f"{self.lead}{''.join(f'{meant}{b}' for b in self.between)}{meant}{self.tail}".split())


def place_of(
    text: ReadingText,
    words: Sequence[ReadingWord],
    *,
    keep_punctuation: bool = False,
    edges: tuple[int, int] | None = None,
) -> FoundPlace:
    """The place of some neighbouring words of the reading text; at least one.

    With `keep_punctuation` what is replaced is only the wording inside the outer punctuation; with `edges` it begins
    and ends so many characters inside the first and the last word.
    """
    head, tail = words[0], words[-1]
    first, last = min(w.first for w in words), max(w.last for w in words)
    lead = "".join(w + " " for w in _rest(head)[: head.number]) if head.correction else ""
    after = "".join(" " + w for w in _rest(tail)[tail.number + 1 :]) if tail.correction else ""
    now = " ".join(w.text for w in words)
    if keep_punctuation:
        edges = edges or (len(take_apart(head.text).before), len(take_apart(tail.text).after))
        begin, end = edges[0], len(now) - edges[1]
        lead, after, now = lead + now[:begin], now[end:] + after, now[begin:end]
    span = (
        text.cues.span(first, last)
        if first < last
        else head.correction.span
        if head.correction
        else Span(*[text.cues.gap(first)] * 2)
    )
    chosen = {w.correction.edit for w in words if w.correction}
    over = tuple(c.edit for c in text.corrections_at(span, chosen))
    return FoundPlace(span, over, head.cue, tail.cue, head.start_ms, now, lead, after)


def _rest(word: ReadingWord) -> list[str]:
    return word.correction.words if word.correction else []


def find_places(text: ReadingText, heard: str) -> list[FoundPlace]:
    """Every place where the words of `heard` stand, in order, none overlapping another.

    A replacement that holds them several times is one place: it is replaced whole.
    """
    wanted = _normal_words(bare(heard) or heard)
    if not wanted:
        return []
    shown = _Shown(text)
    places: list[FoundPlace] = []
    ends = max(len(shown.folded) - len(wanted) + 1, 0)
    begins, free = 0, 0  # where the last place begins, and the first word that no place has taken
    for at in [n for n, word in enumerate(shown.folded[:ends]) if wanted[0] in word]:
        edges = _stands_at(shown.folded, at, wanted) if at >= free else None
        if edges is None:
            continue
        stop = at + len(wanted)
        words = shown.words(at, stop)
        place = place_of(text, words, keep_punctuation=True, edges=_in_the_words(words, edges, wanted))
        if places and places[-1].span.meets(place.span):
            places[-1] = _as_one(text, shown.words(begins, stop), places[-1], free - begins, at - begins)
        else:
            places.append(place)
            begins = at
        free = stop
    return places


def _as_one(text: ReadingText, words: Sequence[ReadingWord], before: FoundPlace, stop: int, at: int) -> FoundPlace:
    """A place to which the words from `at` on are added; those of `stop` to `at` stay between."""
    kept = " ".join(w.text for w in words[stop:at])
    between = f"{take_apart(words[stop - 1].text).after} {kept} {take_apart(words[at].text).before}"
    whole = place_of(text, words, keep_punctuation=True)
    return replace(whole, between=(*before.between, between))


class _Shown:
    """The shown words in small letters, cheap to compare; reading words are made where they match."""

    def __init__(self, text: ReadingText) -> None:
        self._text = text
        self._runs: list[Run] = []
        self._starts: list[int] = []  # of each run in the shown words
        self.folded: list[str] = []
        imported = _folded(text.cues)
        for run in text.runs(0, text.cues.word_count):
            self._runs.append(run)
            self._starts.append(len(self.folded))
            correction = run.correction
            self.folded += [w.casefold() for w in correction.words] if correction else imported[run.first : run.last]

    def words(self, at: int, stop: int) -> list[ReadingWord]:
        """The shown words `at` to `stop`."""
        words: list[ReadingWord] = []
        number = bisect_right(self._starts, at) - 1
        while len(words) < stop - at:
            words += self._some(number, at + len(words), stop)
            number += 1
        return words

    def _some(self, number: int, at: int, stop: int) -> Iterable[ReadingWord]:
        """Of the words `at` to `stop` those in a run, which begins no later than they do."""
        run, start = self._runs[number], self._starts[number]
        if run.correction:
            return list(self._text.run_words(run))[at - start : stop - start]
        first, last = run.first + at - start, run.first + stop - start
        return self._text.run_words(Run(first, min(last, run.last), None))


def _folded(cues: Cues) -> list[str]:
    """The imported words in small letters, in which a word may be longer (“ß” is “ss”)."""
    text, folded = cues.text, cues.text.casefold()
    places = zip(cues.word_starts, cues.word_stops, strict=True)
    if len(text) == len(folded):
        return [folded[start:stop] for start, stop in places]
    return [text[start:stop].casefold() for start, stop in places]


def _normal_words(heard: str) -> list[str]:
    return heard.casefold().split()


# After or before one of these a name ends though no blank stands there: “Evans—and”, “Evans/Bob”, “Evans-led”. Not an
# apostrophe (“don” in “don’t”), nor a full stop or an @ (“evans.com”).
_JOINERS = frozenset('-‐‑–—―…/\\|+,;:!?()[]{}"“”„«»<>=~*&')


def _stands_at(words: Sequence[str], at: int, wanted: Sequence[str]) -> tuple[int, int] | None:
    """How many characters of the first and the last word do not belong to the wording; None where it is not there."""
    last = len(wanted) - 1
    if any(words[at + i] != wanted[i] for i in range(1, last)):
        return None
    if not last:
        return _inside(words[at], wanted[0])
    head, tail = words[at], words[at + last]
    if not head.endswith(wanted[0]) or not tail.startswith(wanted[last]):
        return None
    before, after = len(head) - len(wanted[0]), len(tail) - len(wanted[last])
    return (before, after) if _begins(head, before) and _ends(tail, len(wanted[last])) else None


def _inside(have: str, want: str) -> tuple[int, int] | None:
    """Where a word holds a wording whole."""
    at = have.find(want)
    while at >= 0:
        if _begins(have, at) and _ends(have, at + len(want)):
            return at, len(have) - at - len(want)
        at = have.find(want, at + 1)
    return None


def _begins(word: str, at: int) -> bool:
    return at == 0 or word[at - 1] in _JOINERS or word[max(at - 2, 0) : at] == ".." or not _has_letters(word[:at])


def _ends(word: str, at: int) -> bool:
    rest = word[at:]
    if not rest or rest[0] in _JOINERS or rest[:2] == "..":
        return True
    return not _has_letters(rest[2:] if rest[:2] in {"'s", "’s"} else rest)


def _has_letters(text: str) -> bool:
    return any(sign.isalnum() or sign == "_" for sign in text)


def _in_the_words(
    words: Sequence[ReadingWord], edges: tuple[int, int], wanted: Sequence[str]
) -> tuple[int, int] | None:
    """The edges in the words as they are written; None where small letters take more room (“ß” is “ss”)."""
    head, tail = words[0].text, words[-1].text
    is_even = len(head) == len(head.casefold()) and len(tail) == len(tail.casefold())
    return edges if is_even or " ".join(w.text for w in words) == " ".join(wanted) else None
