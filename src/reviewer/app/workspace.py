"""A library at work: its episodes with what is next to do, search, the glossary, and sessions on episodes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self

from reviewer.app import scoring
from reviewer.app.session import ReviewSession
from reviewer.assessment.fields import FIELDS
from reviewer.core.rows import ASSESSMENT
from reviewer.library.library import Change, Episode, Library
from reviewer.library.search import MARK_CLOSE, MARK_OPEN, FoundCue

if TYPE_CHECKING:
    from reviewer.names.glossary import Name
    from reviewer.spectrum.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class EpisodeRow:
    """An episode in the list, with its next step in words."""

    episode: Episode
    status: str
    next_step: str

    @property
    def slug(self) -> str:
        return self.episode.slug

    @property
    def title(self) -> str:
        return self.episode.facts.title


class Workspace:
    """One open library and the person who works in it. Belongs to the thread that made it."""

    def __init__(self, path: Path, person: str) -> None:
        self.library = Library(path)
        self.person = person
        self._seen = self.library.data_version

    def close(self) -> None:
        self.library.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @cached_property
    def lexicon(self) -> Lexicon:
        return scoring.lexicon()

    def has_changed_elsewhere(self) -> bool:
        """Whether another window or command line has written since this was last asked."""
        seen, self._seen = self._seen, self.library.data_version
        return seen != self._seen

    # Episodes
    def episodes(self) -> list[EpisodeRow]:
        return [self._row(episode) for episode in self.library.episodes()]

    def row(self, slug: str) -> EpisodeRow:
        return self._row(self.library.episode(slug))

    def _row(self, episode: Episode) -> EpisodeRow:
        status = self._status(episode)
        return EpisodeRow(episode, status, STEPS[status])

    def _status(self, episode: Episode) -> str:
        held = self.library.held(ASSESSMENT, episode.id)
        values = {name: value for name, value in held.items() if name in FIELDS}
        exported = self.library.last_export(episode)
        if exported:
            now = scoring.export_state(str(episode.summary.get("state")), values)
            return "exported" if exported == now else "stale"
        if values.get("state") in {"ready", "approved"}:
            return "ready"
        return "assessing" if any(values.get(n, f.empty) != f.empty for n, f in FIELDS.items()) else "new"

    def session(self, slug: str) -> ReviewSession:
        return ReviewSession(self.library, slug, self.person, lambda: self.lexicon)

    def search(self, query: str, limit: int = 50) -> list[FoundCue]:
        return self.library.search(query, limit)

    # The glossary
    def names(self) -> list[Name]:
        from reviewer.app import naming

        return naming.all_names(self.library)

    def name(self, canonical: str) -> Name:
        from reviewer.app import naming

        return naming.entry(canonical, self.library)

    def add_names(self, names: list[Name]) -> Change | None:
        """Add entries as one decision; None where all are there already."""
        from reviewer.app import naming

        act = naming.adding(names, self.library)
        return self.library.decide(act, self.person) if act else None

    def remove_name(self, canonical: str) -> Change:
        from reviewer.app import naming

        return self.library.decide(naming.removing(canonical, self.library), self.person)


STEPS = {
    "new": "To assess",
    "assessing": "Assessment begun",
    "ready": "Ready to publish",
    "exported": "Exported",
    "stale": "Exported, now stale",
}

__all__ = ["MARK_CLOSE", "MARK_OPEN", "STEPS", "EpisodeRow", "FoundCue", "Workspace"]
