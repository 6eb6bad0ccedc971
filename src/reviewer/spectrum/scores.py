"""Slices scored: the hits of a slice, its sum, its number and band; a whole text, and only what was touched."""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from math import fsum, sqrt

from reviewer.core.cues import Cues
from reviewer.core.reading import Correction, ReadingText, ReadingWord
from reviewer.core.wording import half_away
from reviewer.spectrum.figures import Band, Hit, Side, Slice, SliceScore
from reviewer.spectrum.lenses import slice_lens
from reviewer.spectrum.lexicon import Bands, Formula, Lexicon
from reviewer.spectrum.matching import Match, matcher
from reviewer.spectrum.modifiers import Shift, shifters
from reviewer.spectrum.slices import cut
from reviewer.spectrum.spoken import Parts, Run, Where, run_of, taken_apart

_NOISE = 9  # decimals beyond which a number is rounding noise, so that −37.5 is −38 on every machine


def score_text(text: ReadingText, lexicon: Lexicon) -> tuple[SliceScore, ...]:
    """The scores of all slices of a text, in order."""
    return tuple(slice_scores(text, lexicon))


def slice_scores(text: ReadingText, lexicon: Lexicon) -> Iterator[SliceScore]:
    """The same one by one, for whoever has something else to do between them."""
    columns = _Columns(text)
    return (_score(part, columns.run(part), lexicon) for part in cut(text.cues, lexicon.slices))


def rescored(
    scores: Sequence[SliceScore], text: ReadingText, lexicon: Lexicon, *touched: range
) -> tuple[SliceScore, ...]:
    """Scores with those made anew on whose words corrections changed; `touched` are flat imported words.

    A word on either side of a range is touched too: an insertion stands with its neighbour.
    """
    changed = list(scores)
    columns = _Columns(text)
    firsts = [score.slice.first for score in scores]
    for number in sorted({n for t in touched for n in _met(firsts, t.start - 1, t.stop + 1)}):
        part = scores[number].slice
        changed[number] = _score(part, columns.run(part), lexicon)
    return tuple(changed)


def _met(firsts: Sequence[int], first: int, last: int) -> range:
    """Which of the slices that begin at `firsts` the flat words first to last lie in."""
    return range(max(bisect_right(firsts, first) - 1, 0), bisect_left(firsts, last))


def score_slice(part: Slice, words: Sequence[ReadingWord], lexicon: Lexicon) -> SliceScore:
    """The score of a slice whose reading words are given, as `ReadingText.slice_words` yields them."""
    return _score(part, run_of(words), lexicon)


def _score(part: Slice, run: Run, lexicon: Lexicon) -> SliceScore:
    parts = taken_apart(run)
    matches = list(matcher(lexicon).matches(parts))
    hits = tuple(hit for match in matches for hit in _hits(match, run, parts, lexicon))
    lens = slice_lens(Counter(lens for match in matches for lens in match.entry.lenses))
    return _summed(part, run.spoken, lens, hits, lexicon)


# Hits
def _hits(match: Match, run: Run, parts: Parts, lexicon: Lexicon) -> Iterator[Hit]:
    if match.entry.decisive:
        shift = shifters(lexicon).shift(parts, match.first, match.entry.term.weight)
        yield _hit(match, shift, run, parts)
    elif match.entry.excludes:
        why = _why_excluded(match, run, parts)
        for inner in matcher(lexicon).shadowed(parts, match):
            yield _hit(inner, Shift(0.0, why, None, is_struck=True), run, parts)


def _why_excluded(match: Match, run: Run, parts: Parts) -> str:
    whole = run.wording(parts.words[match.first], parts.words[match.last - 1] + 1)
    note = f" ({match.entry.term.note})" if match.entry.term.note else ""
    return f"part of “{whole}”{note}, not counted"


def _hit(match: Match, shift: Shift, run: Run, parts: Parts) -> Hit:
    first, last, start_ms = _stand(run, parts, match.first, match.last)
    term = match.entry.term
    return Hit(
        text=run.wording(parts.words[match.first], parts.words[match.last - 1] + 1),
        pattern=match.entry.pattern,
        side=_side(term.weight),
        weight=term.weight,
        value=shift.value,
        is_counted=not shift.is_struck,
        why=shift.why,
        first=first,
        last=last,
        start_ms=start_ms,
        shifter=_stand(run, parts, *shift.shifter)[:2] if shift.shifter else None,
        note=term.note,
    )


def _stand(run: Run, parts: Parts, first: int, last: int) -> Where:
    """The imported words under some parts, and when the first of them is said."""
    places = [run.where(word) for word in dict.fromkeys(parts.words[first:last])]
    return Where(min(p.first for p in places), max(p.last for p in places), places[0].start_ms)


def _side(weight: float) -> Side:
    return "risk" if weight < 0 else "opportunity"


# Sums
def _summed(part: Slice, words: int, lens: str | None, hits: tuple[Hit, ...], lexicon: Lexicon) -> SliceScore:
    counted = [hit for hit in hits if hit.is_counted]
    risk, opportunity = (_pull(hit for hit in counted if hit.side == side) for side in ("risk", "opportunity"))
    score = shown_score(risk, opportunity, words, lexicon.formula)
    band = band_of(score, lexicon.bands) if counted else "silent"
    damping = lexicon.formula.damping(words)
    return SliceScore(part, words, score, band, risk, opportunity, damping, lens, hits)


def _pull(hits: Iterable[Hit]) -> float:
    """The weight found on one side: a pattern that is repeated counts the root of the sum of its squares."""
    squares: dict[str, list[float]] = defaultdict(list)
    for hit in hits:
        squares[hit.pattern].append(hit.value**2)
    return fsum(sqrt(fsum(values)) for values in squares.values())


def shown_score(risk: float, opportunity: float, words: int, formula: Formula) -> int:
    """The number of a slice as it is shown: whole, halves away from zero."""
    exact = 100 * (opportunity - risk) / (opportunity + risk + formula.damping(words))
    return half_away(round(exact, _NOISE))


def band_of(score: int, bands: Bands) -> Band:
    """The band of a shown number."""
    if score <= bands.risk_forward_max:
        return "risk-forward"
    return "opportunity-forward" if score >= bands.opportunity_forward_min else "mixed"


def without(score: SliceScore, hit: Hit, lexicon: Lexicon) -> tuple[int, Band]:
    """What a slice's number and band would be if one of its hits did not count."""
    hits = tuple(other for other in score.hits if other != hit)
    changed = _summed(score.slice, score.words, score.lens, hits, lexicon)
    return changed.score, changed.band


# Words
class _Columns:
    """A text's words slice by slice, read from the columns; reading words are made only round corrections.

    Making them all takes longer than scoring does.
    """

    def __init__(self, text: ReadingText) -> None:
        self._text = text
        self._corrected = [_reach(text.cues, correction) for correction in text.corrections]
        self._ends = [end for _, end in self._corrected]

    def run(self, part: Slice) -> Run:
        """The reading words of a slice, as `ReadingText.slice_words` would yield them."""
        cues = self._text.cues
        texts: list[str] = []
        kinds: list[int] = []
        words: list[ReadingWord | int] = []
        for first, last, is_corrected in self._stretches(part):
            if is_corrected:
                reading = list(self._text.slice_words(first, last))
                texts += [word.text for word in reading]
                kinds += [word.kind for word in reading]
                words += reading
            else:
                starts, stops = cues.word_starts[first:last], cues.word_stops[first:last]
                texts += [cues.text[start:stop] for start, stop in zip(starts, stops, strict=True)]
                kinds += cues.word_kinds[first:last]
                words += range(first, last)
        return Run(texts, kinds, lambda index: _where(cues, words[index]))

    def _stretches(self, part: Slice) -> Iterator[tuple[int, int, bool]]:
        """The slice's words in order, those under corrections apart. Slice words of neighbouring stretches add up."""
        at = part.first
        for first, last in self._corrected[bisect_right(self._ends, part.first) :]:
            if first >= part.last:
                break
            if first > at:
                yield at, first, False
                at = first
            if min(last, part.last) > at:
                yield at, min(last, part.last), True
                at = min(last, part.last)
        if at < part.last:
            yield at, part.last, False


def _reach(cues: Cues, correction: Correction) -> tuple[int, int]:
    """The imported words with which a correction's words are read; an insertion's are its two neighbours."""
    first, last = cues.flat(correction.span.start), cues.flat(correction.span.end)
    return (first, last) if first < last else (max(first - 1, 0), first + 1)


def _where(cues: Cues, word: ReadingWord | int) -> Where:
    if isinstance(word, ReadingWord):
        return Where(word.first, word.last, word.start_ms)
    start_ms, _ = cues.word_time(word)
    return Where(word, word + 1, start_ms)
