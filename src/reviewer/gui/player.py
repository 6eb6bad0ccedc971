"""The recording as it plays: one player for the life of the process, and what was really heard of it."""

from pathlib import Path

from PySide6.QtCore import Q_ARG, QMetaObject, QObject, Qt, QTimer, QUrl, Signal
from PySide6.QtMultimedia import QAudioBuffer, QAudioBufferOutput, QAudioOutput, QMediaPlayer

from reviewer.gui.shell.player_bar import SPEEDS

REWIND_MS = 2_000  # resuming, and the end of the recording: so much earlier
TICK_MS = 50  # QMediaPlayer tells its position this often and no oftener
FLUSH_MS = 3_000  # what was played is written this often, so that a kill loses no more
LONGEST_STEP_MS = 400  # between two ticks at normal speed; a longer step is a jump


class Player(QObject):
    """Plays one recording at a time and tells which stretches of it came out.

    Made once, as a child of the application, and never deleted: QtMultimedia crashes or hangs otherwise.

    Signals:
        position_changed: Milliseconds; while playing about every 50 ms.
        playing_changed: Whether it plays.
        duration_changed: Milliseconds, as the file says.
        rate_changed: The speed.
        played: Start and end in milliseconds and speed of a stretch that was played without a jump.
        failed: One line for the user.
    """

    position_changed = Signal(int)
    playing_changed = Signal(bool)
    duration_changed = Signal(int)
    rate_changed = Signal(float)
    played = Signal(int, int, float)
    failed = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._player = QMediaPlayer(self)
        self._output = QAudioOutput(self)
        self._buffers = QAudioBufferOutput(self)
        self._player.setAudioOutput(self._output)
        self._player.setAudioBufferOutput(self._buffers)
        self._stretch: tuple[int, int] | None = None  # what is being played, not told yet
        self._decoded_ms = 0  # of this source: position() runs on past the data of a truncated file
        self._flush = QTimer(self, interval=FLUSH_MS)
        self._connect()

    def _connect(self) -> None:
        self._player.positionChanged.connect(self._on_position_changed)
        self._player.playbackStateChanged.connect(self._on_state_changed)
        self._player.durationChanged.connect(self._on_duration_changed)
        self._player.errorOccurred.connect(self._on_error_occurred)
        self._buffers.audioBufferReceived.connect(self._on_buffer_received)
        self._flush.timeout.connect(self.flush)

    # What plays
    def open(self, path: Path) -> None:
        """Load a recording; it stands at its beginning and does not play."""
        self.close()
        self._call("setSource", Q_ARG(QUrl, QUrl.fromLocalFile(str(path))))

    def close(self) -> None:
        """Let the recording go; what was played of it has been told."""
        self.flush()
        self._call("stop")
        self._stretch = None
        self._decoded_ms = 0
        self._call("setSource", Q_ARG(QUrl, QUrl()))

    @property
    def is_open(self) -> bool:
        return not self._player.source().isEmpty()

    @property
    def is_playing(self) -> bool:
        return self._player.playbackState() == QMediaPlayer.PlaybackState.PlayingState

    @property
    def position_ms(self) -> int:
        return self._player.position()

    @property
    def duration_ms(self) -> int:
        return self._player.duration()

    @property
    def rate(self) -> float:
        return self._player.playbackRate()

    def _call(self, slot: str, *arguments: object) -> None:
        """Let the player do something while other threads may run Python.

        Called plainly its slots keep Python's lock, and wait for a thread of the player that waits for this very lock
        as it ends: playing and pausing in quick succession hung the window for good.
        """
        QMetaObject.invokeMethod(self._player, slot, Qt.ConnectionType.DirectConnection, *arguments)  # type: ignore[call-overload]

    # What the hand does
    def toggle(self) -> None:
        if self.is_playing:
            self.pause()
        elif self.is_open:
            self.resume()

    def resume(self) -> None:
        """Go on two seconds earlier; at the end of the recording the last two seconds."""
        self.play_from(max(self.position_ms - REWIND_MS, 0))

    def play_from(self, ms: int) -> None:
        self.seek(ms)
        self._call("play")

    def pause(self) -> None:
        self._call("pause")

    def seek(self, ms: int) -> None:
        """Jump, without starting or stopping."""
        self.flush()
        self._stretch = None
        last = self.duration_ms - 1 if self.duration_ms else max(ms, 0)
        self._call("setPosition", Q_ARG("qlonglong", min(max(ms, 0), last)))

    def step(self, ms: int) -> None:
        self.seek(self.position_ms + ms)

    def set_rate(self, rate: float) -> None:
        """The speed, its pitch kept."""
        self.flush()
        self._stretch = None
        self._call("setPlaybackRate", Q_ARG("double", min(max(rate, SPEEDS[0]), SPEEDS[-1])))
        self.rate_changed.emit(self.rate)

    def faster(self) -> None:
        self.set_rate(next((s for s in SPEEDS if s > self.rate + 0.01), SPEEDS[-1]))

    def slower(self) -> None:
        self.set_rate(next((s for s in reversed(SPEEDS) if s < self.rate - 0.01), SPEEDS[0]))

    def set_volume(self, percent: int) -> None:
        self._output.setVolume(percent / 100)

    # What came out
    def flush(self) -> None:
        """Tell what was played since the last time."""
        if self._stretch is None:
            return
        start, end = self._stretch
        heard = min(end, self._decoded_ms)
        if heard > start:
            self.played.emit(start, heard, self.rate)
        self._stretch = (end, end) if self.is_playing else None

    def _on_buffer_received(self, buffer: QAudioBuffer) -> None:
        self._decoded_ms = max(self._decoded_ms, (buffer.startTime() + buffer.duration()) // 1000)

    def _on_position_changed(self, ms: int) -> None:
        if self.is_playing:
            longest = LONGEST_STEP_MS * max(self.rate, 1.0)
            if self._stretch is not None and 0 <= ms - self._stretch[1] <= longest:
                self._stretch = (self._stretch[0], ms)
            else:
                self.flush()
                self._stretch = (ms, ms)
        self.position_changed.emit(ms)

    def _on_state_changed(self) -> None:
        if self.is_playing:
            self._flush.start()
        else:
            self._flush.stop()
            self.flush()
        self.playing_changed.emit(self.is_playing)

    def _on_duration_changed(self, ms: int) -> None:
        if ms > 0:
            self.duration_changed.emit(ms)

    def _on_error_occurred(self, _error: object, text: str) -> None:
        name = self._player.source().fileName()
        self.failed.emit(f"{name}: it can't be played ({text}). The text and everything else work.")
