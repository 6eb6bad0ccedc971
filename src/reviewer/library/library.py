"""A library file, open: the one door through which episodes, decisions and facts are read and written."""

import json
import sqlite3
from collections.abc import Collection
from pathlib import Path
from typing import Any, Self

from reviewer.core.acts import Act
from reviewer.core.anchors import LIBRARY, Span
from reviewer.core.cues import Version
from reviewer.core.history import History
from reviewer.core.reading import ReadingText
from reviewer.errors import LibraryTrouble
from reviewer.library import carried, derived, episodes, leading, media, search, versions
from reviewer.library.carried import CarriedRow
from reviewer.library.connection import connect, faults, open_libraries, writing
from reviewer.library.decisions import Change, Decisions, now
from reviewer.library.episodes import Episode, EpisodeFacts, Known
from reviewer.library.shelf import Shelf, data_version
from reviewer.library.versions import NewVersion, VersionRow


class Library:
    """One connection to one library file; it belongs to the thread that opened it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._connection, self.is_read_only = connect(path)
        open_libraries.append(path)
        with faults(path):
            self.replica = str(self._one("select value from meta where name = 'replica'"))
        self._shelf = Shelf(self._connection)
        self._decisions = Decisions(self._connection, self.replica, self._shelf)

    def close(self) -> None:
        """Fold the write-ahead file into the library and close; what was committed needs no close to be safe."""
        try:
            self.checkpoint()
        finally:
            self._connection.close()
            if self.path in open_libraries:
                open_libraries.remove(self.path)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def checkpoint(self) -> None:
        """Write the write-ahead file into the library and empty it, unless another is at work just now."""
        if self.is_read_only:
            return
        usual = self._one("pragma busy_timeout")
        self._connection.execute("pragma busy_timeout = 200")
        try:
            self._connection.execute("pragma wal_checkpoint(truncate)")
        except sqlite3.OperationalError:
            return  # the file is kept and folded in by the next one who closes
        finally:
            self._connection.execute(f"pragma busy_timeout = {usual}")

    @property
    def data_version(self) -> int:
        """Changes when another connection has committed; our own commits leave it."""
        with faults(self.path):
            return data_version(self._connection)

    def _one(self, statement: str, values: tuple[Any, ...] = ()) -> Any:
        return self._connection.execute(statement, values).fetchone()[0]

    def _writable(self) -> None:
        if self.is_read_only:
            raise LibraryTrouble(f"{self.path.name}: its disk is read-only or full. Here it can be read, not changed.")

    # Episodes
    def episodes(self) -> list[Episode]:
        with faults(self.path):
            return episodes.listed(self._connection)

    def episode(self, name: str) -> Episode:
        with faults(self.path):
            return episodes.found(self._connection, name)

    def known(self, sha256: str, video_id: str = "") -> Known | None:
        """The episode that has these bytes; of the episodes of other videos none, where the file's video is known."""
        with faults(self.path):
            return episodes.known(self._connection, sha256, video_id)

    def add_episode(self, facts: EpisodeFacts, slug: str, version: Version, data: bytes, file_name: str) -> str | Known:
        """Import: the slug of the new episode, or what already holds these bytes. Whole or not at all."""
        self._writable()
        with faults(self.path), writing(self._connection):
            known = episodes.known(self._connection, version.sha256, facts.video_id)
            return known or episodes.add(self._connection, facts, slug, version, data, file_name, now())

    def episode_of_slug(self, slug: str) -> Episode | None:
        """The episode that has just this slug."""
        with faults(self.path):
            return episodes.of_slug(self._connection, slug)

    def episodes_with_video(self, video_id: str) -> list[Episode]:
        """The episodes of a video; none of an empty id."""
        with faults(self.path):
            return episodes.with_video(self._connection, video_id)

    def fill_facts(self, episode: Episode, facts: EpisodeFacts) -> EpisodeFacts:
        """Take over what an episode does not know yet; all that it knows then."""
        self._writable()
        with faults(self.path), writing(self._connection):
            return episodes.fill_facts(self._connection, episode.number, facts)

    # Versions
    def versions(self, episode: Episode) -> list[VersionRow]:
        """The versions of an episode, the oldest first."""
        with faults(self.path):
            return versions.of_episode(self._connection, episode.number)

    def add_version(  # noqa: PLR0913 — what is added, and what is said of it
        self,
        episode: Episode,
        version: Version,
        data: bytes,
        file_name: str,
        *,
        person: str,
        lead: bool,
        label: str = "",
    ) -> Change | None:
        """Add a version to an episode, unless it is there, and let it lead if asked. Whole or not at all.

        None where the leading version stays what it was. Raises `Refused` where another episode has this version.
        """
        self._writable()
        with faults(self.path):
            new = NewVersion(version, data, file_name)
            return self._decisions.add_version(episode, new, person, lead=lead, label=label)

    def leading(self, episode: Episode) -> str:
        """The id of the version that leads now, which another window may have changed since the episode was read."""
        with faults(self.path):
            return leading.of_episode(self._connection, episode.number).version_id

    def carried(self, episode: Episode) -> list[CarriedRow]:
        """What became of the corrections made on other versions than the one that leads now."""
        with faults(self.path):
            lead = leading.of_episode(self._connection, episode.number)
            return carried.rows(self._connection, self._shelf, self._decisions.history(episode.id), lead)

    def moved(self, episode: Episode) -> dict[str, Span]:
        """By edit where corrections made on other versions stand in the leading one, as `History.placed` takes it."""
        with faults(self.path):
            lead = leading.of_episode(self._connection, episode.number)
            return carried.moved(self._connection, self._shelf, self._decisions.history(episode.id), lead)

    def version(self, number: int) -> Version:
        with faults(self.path):
            return self._shelf.version(number)

    def file_bytes(self, sha256: str) -> bytes:
        with faults(self.path):
            return episodes.file_bytes(self._connection, sha256)

    def file_name(self, version: int) -> str:
        with faults(self.path):
            return episodes.file_name(self._connection, version)

    # Reading
    def text(self, episode: Episode) -> ReadingText:
        with faults(self.path):
            return self._shelf.text(episode.version)

    def held(self, layer: str, scope: str = LIBRARY) -> dict[str, Any]:
        with faults(self.path):
            return derived.held(self._connection, layer, scope)

    def search(self, query: str, limit: int) -> list[search.FoundCue]:
        with faults(self.path):
            return search.find(self._connection, query, limit)

    # Deciding
    def history(self, scope: str) -> History:
        """The log of an episode and of the library's own values, folded."""
        with faults(self.path):
            return self._decisions.history(scope)

    def decide(self, act: Act, person: str, episode: Episode | None = None) -> Change:
        """Do an act and have it on the disk; raises `Refused` where it can't be done as things stand."""
        self._writable()
        with faults(self.path):
            return self._decisions.decide(act, person, episode)

    def undo(self, person: str, episode: Episode | None = None, beside: Collection[str] = ()) -> Change:
        self._writable()
        with faults(self.path):
            return self._decisions.switch(person, episode, on=False, beside=beside)

    def redo(self, person: str, episode: Episode | None = None, beside: Collection[str] = ()) -> Change:
        self._writable()
        with faults(self.path):
            return self._decisions.switch(person, episode, on=True, beside=beside)

    # Figures
    def set_summary(self, version: int, state: str, summary: dict[str, Any]) -> None:
        """Keep an episode's figures for the list, with the hash of what they were made from."""
        if self.is_read_only:
            return
        with faults(self.path), writing(self._connection):
            self._connection.execute(
                "insert or replace into figures values (?, ?, ?)", (version, state, json.dumps(summary, sort_keys=True))
            )

    # Recordings
    def attach(self, episode: Episode, recording: media.Recording) -> None:
        self._writable()
        with faults(self.path), writing(self._connection):
            media.attach(self._connection, episode.id, recording, now())

    def recording(self, episode: Episode) -> media.Recording | None:
        with faults(self.path):
            return media.recording(self._connection, episode.id)

    def set_duration(self, sha256: str, duration_ms: int) -> None:
        self._writable()
        with faults(self.path), writing(self._connection):
            media.set_duration(self._connection, sha256, duration_ms)

    def note_played(self, sha256: str, person: str, start_ms: int, end_ms: int, rate: float) -> None:
        self._writable()
        with faults(self.path), writing(self._connection):
            media.note_played(self._connection, sha256, person, start_ms, end_ms, rate, now())

    def played(self, sha256: str) -> list[tuple[int, int, float, str]]:
        with faults(self.path):
            return media.played(self._connection, sha256)

    # Exports
    def note_export(self, episode: Episode, state: str) -> None:
        if self.is_read_only:
            return
        with faults(self.path), writing(self._connection):
            self._connection.execute(
                "insert into exports(episode, state, at) values (?, ?, ?)", (episode.id, state, now())
            )

    def last_export(self, episode: Episode) -> str | None:
        """The state that was exported last, as a hash; None where nothing was."""
        with faults(self.path):
            row = self._connection.execute(
                "select state from exports where episode = ? order by number desc limit 1", (episode.id,)
            ).fetchone()
            return row[0] if row else None

    # Upkeep
    def rebuild(self) -> None:
        """Drop everything derived and make it anew from cues and log."""
        self._writable()
        with faults(self.path):
            self._decisions.rebuild()


__all__ = ["CarriedRow", "Change", "Episode", "EpisodeFacts", "Known", "Library", "VersionRow"]
