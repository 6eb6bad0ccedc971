"""Names and terms: the glossary, sounds, candidates, and ranking with reasons."""

from collections.abc import Collection, Sequence

from reviewer.core.reading import ReadingText
from reviewer.names.files import UnreadableGlossary, read_names, write_names
from reviewer.names.glossary import Name, NameKind, guess_kind, make_name, name_id, name_of
from reviewer.names.suggestion import Card, Suggestion, cards

__all__ = [
    "Card", "Name", "NameKind", "Suggestion", "UnreadableGlossary", "cards", "guess_kind", "make_name", "name_id",
    "name_of", "read_names", "suggest", "write_names",
]  # fmt: skip


def suggest(text: ReadingText, names: Sequence[Name], *, never: Collection[tuple[str, str]] = ()) -> list[Suggestion]:
    """Where the imported words probably hold one of the names mis-heard, best first; see `suggesting`.

    numpy, rapidfuzz and the word lists are loaded at the first call: the first window needs none of them.
    """
    from reviewer.names import suggesting

    return suggesting.suggest(text, names, never=never)
