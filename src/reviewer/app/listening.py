"""The recording of an episode: attached by its bytes, found again, and what was really played of it."""

from pathlib import Path

from reviewer.app.recordings import KNOWN_KINDS, is_recording
from reviewer.assessment.ledger import Heard, Listening, listening
from reviewer.errors import FileTrouble, printable
from reviewer.library.connection import holds_locks_on
from reviewer.library.library import Episode, Library
from reviewer.library.media import Recording

_BLOCK = 2**20


class Hearing:
    """The attached recording and its ledger, as one person's listening."""

    def __init__(self, library: Library, episode: Episode, person: str) -> None:
        self._library, self._episode, self._person = library, episode, person
        self._listening: Listening | None = None
        self._known: Recording | None = None

    @property
    def recording(self) -> Recording | None:
        """The recording that was attached last."""
        if self._known is None:
            self._known = self._library.recording(self._episode)
        return self._known

    @property
    def path(self) -> Path | None:
        """Where the recording lies, if it lies there still."""
        recording = self.recording
        path = Path(recording.path) if recording else None
        return path if path and path.is_file() else None

    def attach(self, path: Path) -> Recording:
        """Attach an audio or video file; raises FileTrouble where it is none or can't be read."""
        recording = described(path)
        self._library.attach(self._episode, recording)
        self._known = self._listening = None
        return recording

    def set_duration(self, duration_ms: int) -> None:
        """Remember how long the recording is, once a player or decoder has told."""
        recording = self.recording
        if recording and duration_ms > 0 and recording.duration_ms != duration_ms:
            self._library.set_duration(recording.sha256, duration_ms)
            self._known = self._listening = None

    def note_played(self, start_ms: int, end_ms: int, rate: float) -> None:
        """Count a stretch that was played; on the disk when this returns."""
        recording = self.recording
        if recording and end_ms > start_ms:
            self._library.note_played(recording.sha256, self._person, start_ms, end_ms, rate)
            self._listening = None

    def forget(self) -> None:
        """Read anew, since another window may have attached or played something."""
        self._known = self._listening = None

    @property
    def listening(self) -> Listening:
        if self._listening is None:
            recording = self.recording
            played = self._library.played(recording.sha256) if recording else []
            own = [Heard(start, end, rate) for start, end, rate, person in played if person == self._person]
            self._listening = listening(own, self._duration_ms(recording))
        return self._listening

    def _duration_ms(self, recording: Recording | None) -> int | None:
        """Of the recording where it is known, else of the captions: the last cue ends where the talk does."""
        if recording is None:
            return None
        return recording.duration_ms or self._episode.duration_ms or None


def described(path: Path) -> Recording:
    """A recording by its bytes; read in blocks, since two hours of video take gigabytes."""
    name = printable(str(path))
    import hashlib

    digest, size = hashlib.sha256(), 0
    try:
        if path.exists() and not path.is_file():
            raise FileTrouble(f"{name}: this is no ordinary file. Choose an audio or video file.")
        if holds_locks_on(path):
            raise FileTrouble(f"{name}: this is a library that is open here. Choose an audio or video file.")
        with path.open("rb") as file:
            while block := file.read(_BLOCK):
                if not size:
                    _see_to_kind(name, block)
                digest.update(block)
                size += len(block)
    except (OSError, ValueError) as error:
        what = error.strerror if isinstance(error, OSError) else str(error)
        raise FileTrouble(f"{name}: the recording can't be read ({what}). Choose another file.") from error
    if not size:
        raise FileTrouble(f"{name}: the recording is empty. Choose another file.")
    if not _is_text(str(path.absolute())):
        raise FileTrouble(f"{name}: the library can't remember this name, it is not UTF-8. Rename the file.")
    return Recording(digest.hexdigest(), str(path.absolute()), path.name, size, None)


def _see_to_kind(name: str, head: bytes) -> None:
    if not is_recording(head):
        raise FileTrouble(
            f"{name}: this is no audio or video file that we know. Choose one of {KNOWN_KINDS}. Nothing was changed."
        )


def _is_text(name: str) -> bool:
    """Whether a file's name can be written as UTF-8; on Linux it may be any bytes."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True
