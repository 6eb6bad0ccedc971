"""The recording: attached, found, played in step with the text, and what was heard of it written down."""

from bisect import bisect_right
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from reviewer.app.session import ReviewSession
from reviewer.errors import printable
from reviewer.gui.actions import Actions
from reviewer.gui.controllers.desk import Desk
from reviewer.gui.dialogs.files import choose_file
from reviewer.gui.player import Player
from reviewer.gui.plots.plots import Plots
from reviewer.gui.shell.player_bar import PlayerBar
from reviewer.gui.side.assessment_pane import AssessmentPane
from reviewer.gui.transcript.view import TranscriptView

SOUND = "Recordings (*.opus *.ogg *.oga *.mp3 *.m4a *.aac *.flac *.wav *.mp4 *.m4v *.mkv *.webm *.mov);;All files (*)"


class ListeningController(QObject):
    """Connects the player with the text and the ledger.

    Signals:
        can_play_changed: Whether the recording of the open episode is there.
    """

    can_play_changed = Signal(bool)

    def __init__(  # noqa: PLR0913, PLR0917 — it stands between all of these
        self,
        desk: Desk,
        player: Player,
        bar: PlayerBar,
        transcript: TranscriptView,
        plots: Plots,
        pane: AssessmentPane,
        actions: Actions,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._desk, self._player, self._bar, self._transcript = desk, player, bar, transcript
        self._plots, self._pane, self._actions, self._window = plots, pane, actions, window
        self._is_following = True
        self._goes_on = False  # once the open correction is closed
        # The times of the words in order, and which words have them; made when something is played first.
        self._heard_words: tuple[list[int], list[int]] | None = None
        self._connect()
        self._connect_actions()
        if desk.session is not None:
            self._on_opened(desk.session)
        else:
            self._show_recording()

    def _connect(self) -> None:
        desk, player, bar = self._desk, self._player, self._bar
        desk.leaving.connect(self._on_leaving)
        desk.opened.connect(self._on_opened)
        desk.values_changed.connect(self.show_heard)
        player.position_changed.connect(self._on_position_changed)
        player.playing_changed.connect(bar.set_playing)
        player.playing_changed.connect(self._on_playing_changed)
        player.duration_changed.connect(self._on_duration_changed)
        player.rate_changed.connect(bar.set_rate)
        bar.set_rate(player.rate)
        player.played.connect(self._on_played)
        player.failed.connect(desk.failed)
        self._transcript.play_asked.connect(self.play_from)
        self._transcript.play_pause_asked.connect(self.toggle)
        self._transcript.scrolled_by_hand.connect(self._on_scrolled_by_hand)
        self._transcript.back_asked.connect(self._on_back_asked)
        self._transcript.correction_asked.connect(self._on_correction_asked)
        self._transcript.correction_accepted.connect(self._on_correction_closed)
        self._transcript.correction_checked.connect(self._on_correction_closed)
        self._transcript.correction_cancelled.connect(self._on_correction_closed)
        self._transcript.all_places_asked.connect(self._on_correction_closed)
        bar.toggle_asked.connect(self.toggle)
        bar.attach_asked.connect(self.ask_recording)
        bar.video_asked.connect(self.open_video)
        bar.unheard_asked.connect(self.next_unheard)
        bar.step_asked.connect(player.step)
        bar.slice_asked.connect(self._on_slice_asked)
        bar.follow_changed.connect(self._on_follow_changed)
        bar.rate_asked.connect(player.set_rate)
        bar.volume_asked.connect(player.set_volume)

    def _connect_actions(self) -> None:
        actions, player = self._actions, self._player
        actions["play"].triggered.connect(self.toggle)
        actions["attach"].triggered.connect(self.ask_recording)
        actions["open_video"].triggered.connect(self.open_video)
        actions["next_unheard"].triggered.connect(self.next_unheard)
        actions["previous_unheard"].triggered.connect(self.previous_unheard)
        actions["slower"].triggered.connect(player.slower)
        actions["faster"].triggered.connect(player.faster)
        actions["usual_speed"].triggered.connect(lambda: player.set_rate(1.0))
        for name, ms in (("back_5", -5_000), ("on_5", 5_000), ("back_1", -1_000), ("on_1", 1_000)):
            actions[name].triggered.connect(lambda _checked=False, ms=ms: player.step(ms))
        actions["follow"].setChecked(True)
        actions["follow"].toggled.connect(self._bar.set_follow)

    # The recording
    def _on_leaving(self) -> None:
        """Stop while what was played can still be written where it belongs."""
        self._goes_on = False
        self._player.close()

    def _on_opened(self, _session: ReviewSession) -> None:
        self._heard_words = None
        self._transcript.set_playing(None)
        self._transcript.set_back_to(None)
        self._plots.set_position(None)
        self._bar.set_where("")
        self._show_recording()
        self.show_heard()

    def _show_recording(self) -> None:
        session = self._desk.session
        recording = session.hearing.recording if session else None
        path = session.hearing.path if session else None
        if path is not None and not self._player.is_open:
            self._player.open(path)
            self._plots.set_mode("clock")
        elif path is None:
            self._plots.set_mode("slices")  # the clock is for those who listen
        note = ""
        if recording is not None and path is None:
            note = f"Recording not found: {printable(recording.file_name)}. The text and everything else work."
        has_video = bool(session and session.episode.facts.video_id)
        self._bar.set_recording(is_there=path is not None, note=note, has_video=has_video)
        self._bar.set_time(0, self._player.duration_ms)
        self.can_play_changed.emit(path is not None)
        names = ("play", "back_5", "on_5", "back_1", "on_1", "slower", "faster", "usual_speed", "next_unheard")
        self._actions.enable((*names, "previous_unheard", "follow"), when=path is not None)
        self._actions.enable(("attach",), when=session is not None)
        self._actions.enable(("open_video",), when=has_video)

    def ask_recording(self) -> None:
        if self._desk.session is None:
            return
        path = choose_file(self._window, "Attach a recording", SOUND)
        if path is not None:
            self.attach(path)

    def attach(self, path: Path) -> None:
        """Attach a recording to the open episode and load it."""
        session = self._desk.session
        self._player.pause()  # what was played of the one before is written before another takes its place
        if session is None or self._desk.attempt(lambda: session.hearing.attach(path)) is None:
            return
        self._player.close()
        self._show_recording()
        self.show_heard()

    def open_video(self) -> None:
        """The user's own click: the browser goes to the video at the place in the text."""
        session = self._desk.session
        if session is not None and session.episode.facts.video_id:
            start, _ = session.version.cues.word_time(self._transcript.first_visible_word())
            address = f"https://www.youtube.com/watch?v={session.episode.facts.video_id}&t={(start or 0) // 1000}s"
            QDesktopServices.openUrl(QUrl(address))

    # Playing
    def toggle(self) -> None:
        self._player.toggle()

    def play_from(self, ms: int, _flat: int = 0) -> None:
        """Play from a moment, where a recording is attached, and follow."""
        if self._player.is_open:
            self._player.play_from(ms)
            self._bar.set_follow(True)

    def _on_correction_asked(self, _words: object, _typed: str) -> None:
        if self._player.is_playing:
            self._player.pause()
            self._goes_on = True

    def _on_correction_closed(self, _meant: str = "") -> None:
        """Typing paused the voice; it goes on a little earlier, as after every pause."""
        if self._goes_on:
            self._goes_on = False
            self._player.resume()

    def _on_position_changed(self, ms: int) -> None:
        self._bar.set_time(ms, self._player.duration_ms)
        self._plots.set_position(ms)
        flat = self._word_at(ms)
        self._transcript.set_playing(flat)
        if flat is not None:
            self._show_where(flat)
            if self._is_following and self._player.is_playing:
                self._transcript.follow_word(flat)
            elif self._player.is_playing:
                self._transcript.set_back_to(ms)

    def _on_playing_changed(self, is_playing: bool) -> None:
        """On a pause the caret stands at the word last heard, unless someone selects or corrects."""
        flat = self._word_at(self._player.position_ms)
        is_free = not self._transcript.is_correcting and not self._transcript.selected_text()
        if not is_playing and self._is_following and is_free and not self._goes_on and flat is not None:
            self._transcript.put_caret(flat)

    def _word_at(self, ms: int) -> int | None:
        if self._heard_words is None:
            self._heard_words = _timed_words(self._desk.session)
        times, flats = self._heard_words
        at = bisect_right(times, ms) - 1
        return flats[at] if at >= 0 else None

    def _show_where(self, flat: int) -> None:
        number = bisect_right([s.slice.first for s in self._desk.scores], flat)
        self._bar.set_where(f"Slice {number}" if number else "")

    def _on_slice_asked(self, step: int) -> None:
        starts = [s.slice.start_ms for s in self._desk.scores if s.slice.start_ms is not None]
        now = self._player.position_ms
        later = [ms for ms in starts if ms > now + 200]
        earlier = [ms for ms in starts if ms < now - 1_500]
        target = (later[:1] if step > 0 else earlier[-1:]) or ([] if step > 0 else [0])
        for ms in target:
            self._player.seek(ms)

    def _on_scrolled_by_hand(self) -> None:
        if self._player.is_playing:
            self._bar.set_follow(False)

    def _on_back_asked(self) -> None:
        self._bar.set_follow(True)
        flat = self._word_at(self._player.position_ms)
        if flat is not None:
            self._transcript.follow_word(flat)

    def _on_follow_changed(self, is_on: bool) -> None:
        self._is_following = is_on
        if is_on:
            self._transcript.set_back_to(None)
        self._actions["follow"].setChecked(is_on)

    def close(self) -> None:
        """Let the recording go; what was played of it is written."""
        self._player.close()
        for receiver in (self, self._bar, self._desk):  # the player lives on, for the next window of this process
            self._player.disconnect(receiver)

    # The ledger
    def _on_duration_changed(self, ms: int) -> None:
        session = self._desk.session
        if session is not None:
            if not session.library.is_read_only:
                self._desk.attempt(lambda: session.hearing.set_duration(ms))
            self._bar.set_time(self._player.position_ms, ms)
            if not self._desk.is_scoring:
                self._plots.set_figures(session.figures, ms)
            self.show_heard()

    def _on_played(self, start_ms: int, end_ms: int, rate: float) -> None:
        session = self._desk.session
        if session is not None and not session.library.is_read_only:
            self._desk.attempt(lambda: session.hearing.note_played(start_ms, end_ms, rate))
            self.show_heard()

    def show_heard(self) -> None:
        """Show what was heard in band, bar, transcript and evidence card."""
        session = self._desk.session
        if session is None:
            return
        heard = session.hearing.listening
        bands = [(i.start_ms, i.end_ms, 1.0) for i in heard.intervals] + [
            (i.start_ms, i.end_ms, 3.0) for i in heard.fast
        ]
        self._plots.set_heard(bands)
        self._transcript.set_heard([(i.start_ms, i.end_ms) for i in heard.intervals])
        self._bar.set_heard(f"Heard {int(heard.coverage * 100)}\u00a0%" if heard.duration_ms else "")
        self._pane.set_listening(heard)

    def next_unheard(self) -> None:
        session = self._desk.session
        target = session.hearing.listening.next_unheard(self._player.position_ms) if session else None
        if target is not None:
            self._player.play_from(target)

    def previous_unheard(self) -> None:
        session = self._desk.session
        gaps = session.hearing.listening.unheard if session else ()
        before = [gap.start_ms for gap in gaps if gap.start_ms < self._player.position_ms - 1_500]
        if before:
            self._player.play_from(before[-1])


def _timed_words(session: ReviewSession | None) -> tuple[list[int], list[int]]:
    cues = session.version.cues if session else None
    if cues is None or not cues.has_times:
        return [], []
    timed = sorted((cues.word_time(word)[0] or 0, word) for word in range(cues.word_count))
    return [ms for ms, _ in timed], [word for _, word in timed]
