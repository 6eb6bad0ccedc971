"""What Whisper and its kin write as JSON: segments of a time and a text, their words with times of their own.

Read are the shapes of openai-whisper, its web service, faster-whisper, whisper-timestamped, WhisperX, whisper.cpp and
transformers, and the like ones of youtube-transcript-api, which say how long a segment lasts. The text of a segment is
what was said; its words only tell when. Where the two differ the text stands.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import chain, pairwise

from reviewer.captions.found import (
    BAD_WORD,
    NO_OBJECT,
    Found,
    build,
    confidence_extra,
    found_in,
    ms_of,
    one_line,
    share_of,
    text_of,
    timed_pieces,
    voice_extra,
)
from reviewer.captions.jsontext import REMEDY, JsonFile
from reviewer.captions.languages import tag_of
from reviewer.captions.markup import tidy
from reviewer.captions.notes import Notes
from reviewer.captions.plain import Reading
from reviewer.captions.sources import Source
from reviewer.captions.webvtt import EMPTY
from reviewer.captions.wordtimes import Timed, joined, laid_over
from reviewer.captions.written import voices_of

# The first that holds anything is read.
_LISTS = ("segments", "transcription", "chunks", "snippets", "", "words", "word_segments")
_OF_WORDS = ("words", "word_segments")
_SPEAKERS = "speakers"  # insanely-fast-whisper's: the chunks once more, each with who speaks
_TIMES = {"start", "offsets", "timestamps", "timestamp"}
_TEXTS = {"text", "word", "words"}
_OF_MILLISECONDS = (
    "audio_duration"  # AssemblyAI's, whose times are no seconds: better not read than a thousand times late
)
# What a recogniser's own tokens are, and whisper-timestamped's sign for a pause that it heard something in.
_NOT_SAID = re.compile(r"\s*(?:\[_[A-Z]+_?[0-9]*_?\]|<\|[^|]*\|>|\[\*\])\s*")

WORDS_DIFFER = "The words of this segment are not those of its text; the text was kept."
LIST_DIFFERS = "The words listed beside the segments are not those of their texts; the texts were kept."
TEXT_DIFFERS = "The words listed are not those of the file's text; the words were kept."
SPEAKERS_DIFFER = "The speakers are listed with other parts than the file's; they were kept where these are the same."
TWO_VOICES = "Several speak in this segment; each of its words keeps its speaker."
NO_OWN_TEXT = "This segment has no text of its own; that of its words was taken."


def fits(file: JsonFile) -> bool:
    """Whether a JSON file is of this kind: by the names in its segments, or an empty list of them."""
    name = _list_in(file)
    if _OF_MILLISECONDS in file.members:
        return False
    if not name and not file.lists.get(""):
        return "segments" in file.lists or {"transcription", "result"} <= file.members.keys()
    first = file.first_object(name)
    return bool(_TIMES & first.keys()) and bool(_TEXTS & first.keys())


def read(source: Source) -> Reading:
    """Each segment as a cue, its words with their times; without speech an empty track."""
    file, notes = source.json, source.notes
    name = _list_in(file)
    found = found_in(file.elements(name), lambda _, at, segment: _segment(at, segment, notes), notes)
    first = _up_to_words(found)
    if not first:
        _refuse_unheard(file, source)
        notes.whole(EMPTY)
    if name in _OF_WORDS:
        found = iter(_as_written([*first, *found], file, notes))
    elif first and first[-1].pieces is not None:
        found = chain(first, found)
    else:
        found = _with_listed_words(first, file, notes)
    if file.lists.get(_SPEAKERS):
        found = _with_listed_speakers([*found], file, notes)
    return Reading(build(found, source), language=_language(file))


def _up_to_words(found: Iterator[Found]) -> list[Found]:
    """The first cues, up to one whose words have times; all of them where none has."""
    first: list[Found] = []
    for cue in found:
        first.append(cue)
        if cue.pieces is not None:
            break
    return first


def _list_in(file: JsonFile) -> str:
    return next((name for name in _LISTS if file.lists.get(name)), "")


def _refuse_unheard(file: JsonFile, source: Source) -> None:
    """Raise for a file that has no list of segments, or a text and none."""
    text = file.value("text")
    if isinstance(text, str) and text.strip():
        line = source.notes.line_at(file.members["text"])
        raise source.unreadable(line, "this text has no segments, and so no times.", REMEDY)
    if not any(name in file.lists for name in _LISTS):
        raise source.unreadable(None, "there is no list of segments in this file.", REMEDY)


def _language(file: JsonFile) -> str:
    inner = (value.get("language") for value in map(file.value, ("result", "info")) if isinstance(value, dict))
    named = (file.value("language_code"), file.value("language"), *inner)
    return next(filter(None, map(tag_of, named)), "")


def _segment(at: int, segment: dict[str, object], notes: Notes) -> Found:
    words = [*_words(segment, at, notes)]
    own = segment.get("text")
    text = tidy(text_of(segment.get("word") if own is None else own, at, notes))
    if not text and words:
        text = tidy(joined(words))
        notes.at(at, NO_OWN_TEXT)
    start, end = _times(segment)
    speaker = _speaker(segment, at, notes)
    cue = Found(at, start, end, text, extra=voice_extra((), speaker))
    if not words:
        return cue._replace(extra={**voice_extra((), speaker), **_own_confidence(segment, text)})
    laid, is_same = laid_over(text.split(), words)
    if not is_same:
        notes.at(at, WORDS_DIFFER)
    return _timed(cue, laid, speaker, notes)


def _own_confidence(segment: dict[str, object], text: str) -> dict[str, str]:
    """Of a word that stands alone in a list; a segment's own figure is of its text as a whole and says little."""
    return confidence_extra([_confidence(segment)]) if "word" in segment and len(text.split()) == 1 else {}


def _timed(cue: Found, laid: Sequence[Timed | None], speaker: str, notes: Notes) -> Found:
    pieces = timed_pieces(cue.text, [word.ms if word else None for word in laid])
    voices = voice_extra([word.speaker if word else "" for word in laid], speaker)
    if len({name for _, name in voices_of(voices)}) > 1:
        notes.at(cue.at, TWO_VOICES)
    return cue._replace(
        pieces=pieces, extra={**voices, **confidence_extra(word.confidence if word else None for word in laid)}
    )


def _as_written(found: list[Found], file: JsonFile, notes: Notes) -> list[Found]:
    """Cues of one listed word each, spelt and punctuated as in the text that stands beside the list."""
    text = file.value("text")
    written = text_of(text, file.members["text"], notes).split() if isinstance(text, str) else []
    if not written or "".join(written) == "".join("".join(cue.text.split()) for cue in found):
        return found
    _, is_same = laid_over(written, [Timed(cue.text, None) for cue in found])
    if not is_same or len(written) != len(found):
        notes.whole(TEXT_DIFFERS)
        return found
    return [cue._replace(text=word) for cue, word in zip(found, written, strict=True)]


def _with_listed_words(found: list[Found], file: JsonFile, notes: Notes) -> Iterator[Found]:
    """The cues with the times of words that stand in a list beside the segments."""
    name = next((name for name in _OF_WORDS if file.lists.get(name)), "")
    listed = [word for at, value in file.elements(name) for word in _word(value, at, notes)] if name else []
    if not listed:
        return iter(found)
    laid, is_same = laid_over([word for cue in found for word in cue.text.split()], listed)
    if not is_same:
        notes.whole(LIST_DIFFERS)
    ends = [0]
    for cue in found:
        ends.append(ends[-1] + len(cue.text.split()))
    return (
        _timed(cue, laid[first:last], (cue.extra or {}).get("voice", ""), notes)
        for cue, (first, last) in zip(found, pairwise(ends), strict=True)
    )


def _with_listed_speakers(found: list[Found], file: JsonFile, notes: Notes) -> Iterator[Found]:
    """The cues with the speakers of a list that has the same parts once more."""
    if any("voice" in (cue.extra or {}) for cue in found):
        return iter(found)
    parts = [(at, value) for at, value in file.elements(_SPEAKERS) if isinstance(value, dict)]
    named = {_part_of(_segment(at, value, Notes(""))): _speaker(value, at, notes) for at, value in parts}
    if not any(named.values()):
        return iter(found)
    if not {_part_of(cue) for cue in found} >= named.keys() or len(parts) < len(found):
        notes.whole(SPEAKERS_DIFFER)
    return (cue._replace(extra={**(cue.extra or {}), **voice_extra((), named.get(_part_of(cue), ""))}) for cue in found)


def _part_of(cue: Found) -> tuple[int | None, str]:
    return cue.start_ms, cue.text


# The parts of a segment
def _words(segment: dict[str, object], at: int, notes: Notes) -> Iterator[Timed]:
    listed = segment.get("words")
    if listed is None:
        tokens = segment.get("tokens")
        listed = [t for t in tokens if isinstance(t, dict)] if isinstance(tokens, list) else None  # else bare numbers
    if listed is None:
        return
    if not isinstance(listed, list):
        notes.at(at, NO_OBJECT)
        return
    for value in listed:
        yield from _word(value, at, notes)


def _word(value: object, at: int, notes: Notes) -> Iterator[Timed]:
    """A word or token; nothing for one that was not said."""
    if isinstance(value, str):
        value = {"text": value}
    if not isinstance(value, dict):
        notes.at(at, NO_OBJECT)
        return
    word = value.get("word")
    text = text_of(value.get("text") if word is None else word, at, notes)
    if not text.strip() or _NOT_SAID.fullmatch(text):
        return
    ms = _times(value)[0]
    if ms is None and any(value.get(name) is not None for name in _TIMES):
        notes.at(at, BAD_WORD)
    yield Timed(text, ms, _confidence(value), _speaker(value, at, notes))


def _times(value: dict[str, object]) -> tuple[int | None, int | None]:
    """Beginning and end, in whichever way they are given."""
    start, end = ms_of(value.get("start")), ms_of(value.get("end"))
    stamp = value.get("timestamp")
    if isinstance(stamp, list) and len(stamp) == 2:
        start, end = ms_of(stamp[0]), ms_of(stamp[1])
    for name, scale in (("timestamps", 1000), ("offsets", 1)):
        pair = value.get(name)
        if isinstance(pair, dict):
            begin, finish = ms_of(pair.get("from"), scale), ms_of(pair.get("to"), scale)
            start, end = start if begin is None else begin, end if finish is None else finish
    return start, _end_by_length(value, start) if end is None else end


def _end_by_length(value: dict[str, object], start: int | None) -> int | None:
    lengths = (ms_of(value.get(name)) for name in ("duration", "dur"))
    length = next((ms for ms in lengths if ms is not None), None)
    return None if start is None or length is None else start + length


def _confidence(value: dict[str, object]) -> float | None:
    """How sure the recogniser was, from 0 to 1; None for what can't be one."""
    for name in ("probability", "confidence", "score", "p"):
        figure = share_of(value.get(name))
        if figure is not None:
            return figure
    return None


def _speaker(value: dict[str, object], at: int, notes: Notes) -> str:
    """Who speaks; whisper.cpp writes a question mark where it doesn't know."""
    name = one_line(text_of(value.get("speaker"), at, notes))
    return "" if name == "?" else name
