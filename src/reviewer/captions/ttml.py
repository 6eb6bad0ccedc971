"""TTML (and its profiles IMSC, EBU-TT and SMPTE-TT, and DFXP before it), read; ttml_writing writes it.

A cue is a paragraph, with a time for each word that stands in a timed span. Where a paragraph has no time itself, and
its spans are of several words or not in order, each of them is a cue.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, pairwise

from reviewer.captions.found import Found, build, owners, timed_pieces
from reviewer.captions.markup import tidy
from reviewer.captions.plain import Reading
from reviewer.captions.ruby import parted
from reviewer.captions.sources import Source
from reviewer.captions.ttml_document import Document, Frame, Paragraph, Part
from reviewer.captions.ttml_times import rounded
from reviewer.captions.webvtt import EMPTY
from reviewer.captions.xmltext import AGAIN, root, visit
from reviewer.core.cues import Cues, CuesBuilder

NEVER_SHOWN = "This text has no duration, so that players never show it; it was kept."
OUTLASTS = "This cue begins after the end of the part that holds it, so that players never show it; it was kept."
BACKWARDS = "The times of the words in this cue go back."
NO_TIMES = "No time stands in this file; it was read as a transcript without times."


def is_ttml(text: str) -> bool:
    return root(text)[0] == "tt"


def read(source: Source) -> Reading:
    """The paragraphs of a document as cues; one without any time is a transcript."""
    if not is_ttml(source.text):
        raise source.unreadable(None, "this is no TTML: its first element is not <tt>.", AGAIN)
    document = visit(source, Document)
    for at, what in document.odd:
        source.notes.at(at, what)
    shown = [each for each in document.paragraphs if each.frame.has_own or not _is_blank(each.parts)]
    if not shown:
        source.notes.whole(EMPTY)
    found = _found(shown, document.agents, source)
    if shown and not any(map(_is_timed, shown)):
        source.notes.whole(NO_TIMES)
        return Reading(_untimed(found), "", document.language, "transcript")
    return Reading(build(found, source), "", document.language)


def _found(shown: Iterable[Paragraph], agents: Mapping[str, str], source: Source) -> Iterator[Found]:
    for paragraph in shown:
        yield from _cues(paragraph, agents, source)
        paragraph.parts.clear()  # what a cue was made of is needed no longer, and of a long track it is much


def _is_timed(paragraph: Paragraph) -> bool:
    return paragraph.frame.is_timed or any(part.span and not part.text.isspace() for part in paragraph.parts)


def _untimed(found: Iterable[Found]) -> Cues:
    builder = CuesBuilder()
    for cue in found:
        builder.add(None, None, cue.text, cue.pieces, extra=cue.extra)
    return builder.build()


def _cues(paragraph: Paragraph, agents: Mapping[str, str], source: Source) -> Iterator[Found]:
    frame, parts = paragraph.frame, paragraph.parts
    if _has_cue_spans(paragraph):
        groups = [[*group] for _, group in groupby(parts, key=lambda part: id(part.span))]
        found = [
            _cue(paragraph.at, _times(group[0].span), group, agents)
            for group in groups
            if group[0].span is not None and not _is_blank(group)
        ]
    else:
        shown = parts or [Part("", frame.agent, frame.ruby)]
        found = [_cue(paragraph.at, _paragraph_times(paragraph), shown, agents)]
    _note(paragraph, found, source)
    if paragraph.identifier:
        found[0] = found[0]._replace(extra={"identifier": paragraph.identifier, **(found[0].extra or {})})
    yield from found


def _note(paragraph: Paragraph, found: Sequence[Found], source: Source) -> None:
    if paragraph.frame.is_void and paragraph.parts:
        source.notes.at(paragraph.at, NEVER_SHOWN)
    if paragraph.frame.outlasts:
        source.notes.at(paragraph.at, OUTLASTS)
    for cue in found:
        own = [piece.ms for piece in cue.pieces or () if piece.ms is not None]
        if any(later < ms for ms, later in pairwise(own)):
            source.notes.at(paragraph.at, BACKWARDS)


def _has_cue_spans(paragraph: Paragraph) -> bool:
    """Whether the spans of a paragraph are what is shown one after another, rather than its words."""
    spoken = [part for part in paragraph.parts if not part.text.isspace()]
    spans = [part.span for part in spoken if part.span is not None]
    if paragraph.frame.has_own or not spans or len(spans) < len(spoken):
        return False
    if any(later.begin < span.begin for span, later in pairwise(spans)):
        return True
    return all(span.ends_itself for span in spans) and any(len(part.text.split()) > 1 for part in spoken)


def _paragraph_times(paragraph: Paragraph) -> tuple[int | None, int | None]:
    """When a paragraph begins and ends; one without a time of its own whose text is all in timed spans, with these."""
    frame = paragraph.frame
    spoken = [part for part in paragraph.parts if not part.text.isspace()]
    spans = [part.span for part in spoken if part.span is not None]
    if not frame.is_timed and not spans:
        return None, None
    if frame.has_own or len(spans) < len(spoken):
        return _times(frame)
    ends = [span.end for span in spans if span.ends_itself and span.end is not None]
    end = max(ends) if len(ends) == len(spans) else frame.end
    return rounded(min(span.begin for span in spans)), None if end is None else rounded(end)


def _times(frame: Frame) -> tuple[int, int | None]:
    return rounded(frame.begin), None if frame.end is None else rounded(frame.end)


def _is_blank(parts: Sequence[Part]) -> bool:
    return all(part.text.isspace() for part in parts)


def _cue(at: int, times: tuple[int | None, int | None], parts: Sequence[Part], agents: Mapping[str, str]) -> Found:
    texts = parted([part.text for part in parts], [part.ruby for part in parts])
    text = tidy("".join(texts))
    own = [parts[place] for place in owners(text.split(), texts) or ()]
    word_times = [None if part.span is None else rounded(part.span.begin) for part in own]
    speakers = [_named(part.agent, agents) for part in own] or [_named(part.agent, agents) for part in parts[:1]]
    return Found(at, *times, text, timed_pieces(text, word_times), _voices(speakers))


def _voices(speakers: Sequence[str]) -> dict[str, str]:
    """The extra of a cue that says who speaks from which word on; "" where the file says so of nobody any more."""
    changes = [(word, name) for word, (before, name) in enumerate(pairwise(["", *speakers])) if name != before]
    if not changes:
        return {}
    is_whole = len(changes) == 1 and changes[0][0] == 0
    told = {} if is_whole else {"voices": json.dumps(changes, ensure_ascii=False)}
    return {"voice": changes[0][1], **told}


def _named(references: str, agents: Mapping[str, str]) -> str:
    """The names of those who speak; an agent without one is known by its identifier."""
    return ", ".join(agents.get(name, name) for name in references.replace("#", "").split())
