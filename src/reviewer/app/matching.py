"""Where a caption file belongs: to which episode, to which of its tracks, and which track of several comes first."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from reviewer.app.facts import FileName, slug_of, take_apart
from reviewer.app.incoming import Incoming
from reviewer.core.align import align
from reviewer.core.carry import folded
from reviewer.core.cues import Version
from reviewer.library.library import Episode, EpisodeFacts, Library, VersionRow

_COMPARED = 8  # episodes of one title, at most; each is read for it
_WORD_TIMED: Final = frozenset({"youtube-vtt", "json3", "srv3"})  # every word with its own time
_YOUTUBE_ID = re.compile(r"[A-Za-z0-9_-]{11}")  # others, such as “1” or “episode”, are not the same everywhere


@dataclass(frozen=True, slots=True)
class Track:
    """What makes two files of an episode the same track: a changed one is then a new version of it.

    The language is what the file's name says, which tells en-orig from en, else what its header says; empty fits any.
    """

    format: str
    kind: str
    language: str

    def fits(self, other: "Track") -> bool:
        same = not self.language or not other.language or self.language == other.language
        return (self.format, self.kind) == (other.format, other.kind) and same


def track_of(version: Version | VersionRow, name: FileName) -> Track:
    return Track(version.format, version.kind, name.language or version.language.lower())


def track_of_row(row: VersionRow) -> Track:
    return track_of(row, take_apart(row.file_name))


def same_track(rows: Sequence[VersionRow], track: Track) -> list[VersionRow]:
    """The versions of an episode that are of this track: of just its language where some are."""
    fitting = [row for row in rows if track_of_row(row).fits(track)]
    return [row for row in fitting if track_of_row(row).language == track.language] or fitting


# Which comes first
def best_first(files: Sequence[Incoming]) -> list[Incoming]:
    """The files of one video in the order in which they are imported; the first leads a new episode."""
    spoken = _spoken(files)
    return sorted(files, key=lambda one: (*_rank(one, spoken), one.file))


def _spoken(files: Sequence[Incoming]) -> str:
    """The language of the conversation, where a file or its .info.json tells; without region."""
    for one in files:
        if one.name.language.endswith("-orig"):
            return _base(one.name.language)
    return next((_base(one.info.language) for one in files if one.info.language), "")


def _rank(one: Incoming, spoken: str) -> tuple[bool, ...]:
    """In turn: has times; is in the spoken language; uploaded rather than automatic; the original; word by word."""
    version = one.version
    if version is None:
        return (True,) * 6
    language = one.name.language or version.language.lower()
    return (
        not version.cues.has_times,
        bool(spoken and language) and _base(language) != spoken,
        version.kind == "auto",
        version.kind == "auto" and not language.endswith("-orig"),
        version.format not in _WORD_TIMED,
        _base(language) not in {"en", ""},
    )


def _base(language: str) -> str:
    return language.partition("-")[0]


# Which episode
@dataclass(frozen=True, slots=True)
class Belongs:
    """Finds the episode in a library to which a file belongs."""

    library: Library

    def episode(self, facts: EpisodeFacts, version: Version) -> Episode | None:
        """That of the same video, else one of the same title in which most words are the same."""
        return self._of_video(facts, version) or self._of_title(facts, version)

    def is_of(self, episode: Episode, facts: EpisodeFacts, version: Version) -> bool:
        """Whether a file is of this episode, whatever it is called."""
        same_video = facts.video_id != "" and facts.video_id == episode.facts.video_id
        return same_video or self.has_most_words(episode, version)

    def has_most_words(self, episode: Episode, version: Version) -> bool:
        """Whether half of the words of the longer one stand in both, in the same order."""
        counts = sorted((episode.word_count, version.cues.word_count))
        if counts[0] * 2 < counts[1]:
            return False  # it need not be read to know
        there = folded(self.library.version(episode.version).cues)
        same = sum(run.length for run in align(there, folded(version.cues)))
        return counts[1] > 0 and same * 2 >= counts[1]

    def _of_video(self, facts: EpisodeFacts, version: Version) -> Episode | None:
        found = self.library.episodes_with_video(facts.video_id) if facts.video_id else []
        if not _YOUTUBE_ID.fullmatch(facts.video_id):
            found = [one for one in found if slug_of(one.facts.title) == slug_of(facts.title)]
        if len(found) > 1:  # someone wanted it twice
            return next((one for one in found if self.has_most_words(one, version)), found[0])
        return found[0] if found else None

    def _of_title(self, facts: EpisodeFacts, version: Version) -> Episode | None:
        slug = slug_of(facts.title)
        candidates = (e for e in self._of_slug(slug) if slug_of(e.facts.title) == slug and not _other_video(e, facts))
        return next((one for one in candidates if self.has_most_words(one, version)), None)

    def _of_slug(self, slug: str) -> Iterator[Episode]:
        """Those that would have the slug had they been alone: talk, talk-2, talk-3 …"""
        for number in range(1, _COMPARED + 1):
            one = self.library.episode_of_slug(slug if number == 1 else f"{slug}-{number}")
            if one is None:
                return
            yield one


def _other_video(episode: Episode, facts: EpisodeFacts) -> bool:
    ids = (episode.facts.video_id, facts.video_id)
    return ids[0] != ids[1] and all(map(_YOUTUBE_ID.fullmatch, ids))
