"""The glossary as the library holds it over the shipped one, and suggestions that respect what was refused."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from reviewer import paths
from reviewer.core.acts import Act, CorrectWords, SetValue, Together
from reviewer.core.anchors import LIBRARY, Span
from reviewer.core.find import FoundPlace, place_of
from reviewer.core.reading import ReadingText
from reviewer.core.rows import GLOSSARY, NEVER, Source
from reviewer.core.wording import count
from reviewer.errors import NotFound, printable
from reviewer.library.library import Library
from reviewer.names import Card, Name, Suggestion, name_of, read_names, suggest

_shipped: list[Name] = []


def shipped_names() -> Sequence[Name]:
    """The general glossary of the field that comes with the program; read once."""
    if not _shipped:
        for file in sorted(paths.resource("glossary").glob("*.json")):
            _shipped.extend(read_names(file.name, file.read_bytes()))
    return _shipped


def own_names(library: Library) -> list[Name]:
    """The entries that people of this library made or changed."""
    return [name_of(value) for value in library.held(GLOSSARY).values() if value is not None]


def all_names(library: Library) -> list[Name]:
    """The shipped entries, each replaced or removed where the library says so, and the library's own."""
    held = library.held(GLOSSARY)
    names = {name.id: name for name in shipped_names()}
    for key, value in held.items():
        if value is None:
            names.pop(key, None)
        else:
            names[key] = name_of(value)
    return sorted(names.values(), key=lambda name: (name.canonical.casefold(), name.id))


def adding(names: Iterable[Name], library: Library, source: Source = Source.PERSON) -> Act | None:
    """The act that adds entries, those left out that are there already just so; None where nothing is new."""
    there = {name.id: name for name in all_names(library)}
    new = [_joined(name, there.get(name.id)) for name in names]
    acts = tuple(_set(name, source) for name in dict.fromkeys(new) if there.get(name.id) != name)
    if not acts:
        return None
    return (
        acts[0] if len(acts) == 1 else Together(acts, f"Add {count(len(acts), 'name')} to the glossary", source=source)
    )


def _joined(name: Name, there: Name | None) -> Name:
    """An entry that is there already keeps its aliases and mis-hearings and gains the new ones."""
    if there is None:
        return name
    return replace(
        name,
        aliases=tuple(dict.fromkeys((*there.aliases, *name.aliases))),
        misheard=tuple(dict.fromkeys((*there.misheard, *name.misheard))),
        note=name.note or there.note,
    )


def _set(name: Name, source: Source) -> SetValue:
    label = f"Add “{name.canonical}” to the glossary"
    return SetValue(GLOSSARY, LIBRARY, name.id, name.as_value(), label, source=source)


def entry(canonical: str, library: Library) -> Name:
    """The entry of a canonical form, in any case; raises NotFound."""
    for name in all_names(library):
        if name.canonical.casefold() == canonical.casefold():
            return name
    raise NotFound(f"“{printable(canonical)}” is not in the glossary. “reviewer names list” shows what is.")


def removing(canonical: str, library: Library) -> Act:
    name = entry(canonical, library)
    return SetValue(GLOSSARY, LIBRARY, name.id, None, f"Remove “{name.canonical}” from the glossary")


def never_pairs(library: Library) -> set[tuple[str, str]]:
    """What a person said is never the mis-hearing of what: heard in small letters, meant."""
    return {(heard, meant) for name in library.held(NEVER) for heard, _, meant in [name.partition("\t")]}


def refusing(card: Card) -> Act:
    pair = f"{card.heard.casefold()}\t{card.meant}"
    return SetValue(NEVER, LIBRARY, pair, {"never": True}, f"Never “{card.meant}” for “{card.heard}”")


def suggestions(text: ReadingText, names: Sequence[Name], never: set[tuple[str, str]]) -> list[Suggestion]:
    """Probable mis-hearings, best first; a pure function of its arguments, fit for a task."""
    return suggest(text, names, never=never)


def accepting(text: ReadingText, places: Sequence[Suggestion], meant: str, *, by: Source = Source.PERSON) -> Act:
    """The act that corrects suggested places; where one was corrected meanwhile it is left out."""
    found = tuple(p for s in places if (p := _place(text, s)) is not None)
    best = max(places, key=lambda s: s.score)
    why = f"From suggestion {best.score:.2f}: {', '.join(best.reasons)}" if meant == best.meant else ""
    return CorrectWords(found, meant, "name", why, by)


def _place(text: ReadingText, suggestion: Suggestion) -> FoundPlace | None:
    span = text.cues.span(suggestion.first, suggestion.last)
    if text.corrections_meeting(span):
        return None
    words = [w for w in text.words(suggestion.first, suggestion.last) if w.correction is None]
    place = place_of(text, words, keep_punctuation=True)
    return replace(place, span=Span(*span))
