"""The player's bar: slice and 5 s back, play, on; time of whole; slice; heard share; follow, speed, volume."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSizePolicy,
    QSlider,
    QStackedLayout,
    QToolButton,
    QWidget,
    QWidgetAction,
)

from reviewer.core.wording import clock
from reviewer.gui.theme import Theme
from reviewer.gui.theme.kinds import dress

HEIGHT = 52
SPEEDS = (0.5, 0.75, 1.0, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0)


class PlayerBar(QWidget):
    """Shows where the recording stands and takes what the hand does; without a recording one line says so.

    Signals:
        toggle_asked, attach_asked, video_asked, unheard_asked: What the buttons say.
        step_asked: Milliseconds on, negative back.
        slice_asked: 1 for the next, −1 for the one before.
        follow_changed: Whether the text follows the voice.
        rate_asked: A speed.
        volume_asked: Per cent.
    """

    toggle_asked = Signal()
    attach_asked = Signal()
    video_asked = Signal()
    unheard_asked = Signal()
    step_asked = Signal(int)
    slice_asked = Signal(int)
    follow_changed = Signal(bool)
    rate_asked = Signal(float)
    volume_asked = Signal(int)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._make_controls()
        self._make_menus()
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._without())
        self._stack.addWidget(self._with())
        self._connect()
        self._on_theme_changed()

    def _make_controls(self) -> None:
        self._before = self._button("slice", "previous-slice", "The slice before")
        self._back = self._button("5 s", "back-5", "5 s back, Alt+Left")
        self._play = self._button("", "play", "Play, Ctrl+Space")
        dress(self._play, kind="round", sign="play")
        self._play.setAccessibleName("Play")
        self._on = self._button("5 s", "on-5", "5 s on, Alt+Right")
        self._after = self._button("slice", "next-slice", "The next slice")
        self._time, self._whole, self._where = QLabel("0:00"), QLabel(), QLabel()
        self._heard = QLabel()
        self._unheard = self._button("Next unheard", "", "The next stretch that was not heard, F9", keycap="F9")
        self._follow = self._button("Follow", "follow", "The text follows the voice")
        self._follow.setCheckable(True)
        self._follow.setChecked(True)
        self._speed = self._menu_button("1×", "speed", "Speed")
        self._volume = self._menu_button("100 %", "volume", "Volume")
        self._theme.keep_text(self._time, "player_time")
        for label in (self._whole, self._where, self._heard):
            self._theme.keep_text(label, "interface", "ink2")

    def _button(self, text: str, sign: str, tip: str, keycap: str = "") -> QPushButton:
        button = QPushButton(text)
        dress(button, kind="quiet", sign=sign, keycap=keycap)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        return button

    def _menu_button(self, text: str, sign: str, tip: str) -> QToolButton:
        button = QToolButton()
        button.setText(text)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        dress(button, kind="quiet", sign=sign)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        return button

    def _make_menus(self) -> None:
        speeds = QMenu(self._speed)
        for speed in SPEEDS:
            action = QAction(f"{speed:g}×", speeds)
            action.setData(speed)
            action.triggered.connect(self._on_speed_chosen)
            speeds.addAction(action)
        self._speed.setMenu(speeds)
        volume = QMenu(self._volume)
        self._slider = QSlider(Qt.Orientation.Horizontal)
        self._slider.setRange(0, 100)
        self._slider.setValue(100)
        self._slider.setFixedWidth(160)
        self._slider.setAccessibleName("Volume")
        holder = QWidgetAction(volume)
        holder.setDefaultWidget(self._slider)
        volume.addAction(holder)
        self._volume.setMenu(volume)

    def _without(self) -> QWidget:
        bar, text = QWidget(), QLabel("No recording attached")
        sign = self._sign = QLabel()
        self._theme.keep_text(text, "interface", "ink2")
        self._attach = QPushButton("Attach…")
        dress(self._attach)
        self._video = self._button("Open video", "", "Open the video in the browser")
        layout = QHBoxLayout(bar)
        layout.setContentsMargins(24, 0, 16, 0)
        layout.setSpacing(12)
        for widget in (sign, text, self._attach, self._video):
            layout.addWidget(widget)
        layout.addStretch(1)
        self._note = text
        return bar

    def _with(self) -> QWidget:
        bar = QWidget()
        layout = QHBoxLayout(bar)
        layout.setContentsMargins(12, 0, 12, 0)
        layout.setSpacing(4)
        for button in (self._before, self._back, self._play, self._on, self._after):
            layout.addWidget(button)
        layout.addSpacing(12)
        layout.addWidget(self._time)
        layout.addWidget(self._whole)
        layout.addSpacing(16)
        self._where.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        layout.addWidget(self._where, 1)
        layout.addWidget(self._heard)
        for control in (self._unheard, self._follow, self._speed, self._volume):
            layout.addWidget(control)
        return bar

    def _connect(self) -> None:
        self._play.clicked.connect(self.toggle_asked)
        self._attach.clicked.connect(self.attach_asked)
        self._video.clicked.connect(self.video_asked)
        self._unheard.clicked.connect(self.unheard_asked)
        self._back.clicked.connect(self._on_back_clicked)
        self._on.clicked.connect(self._on_on_clicked)
        self._before.clicked.connect(self._on_before_clicked)
        self._after.clicked.connect(self._on_after_clicked)
        self._follow.toggled.connect(self.follow_changed)
        self._slider.valueChanged.connect(self._on_volume_moved)
        self._theme.changed.connect(self._on_theme_changed)

    # Values in
    def set_recording(self, *, is_there: bool, note: str = "", has_video: bool = False) -> None:
        """Show the controls, or one line with what is missing."""
        self._stack.setCurrentIndex(1 if is_there else 0)
        self._note.setText(note or "No recording attached")
        self._attach.setText("Locate…" if note else "Attach…")
        self._video.setVisible(has_video)

    def set_playing(self, is_playing: bool) -> None:
        dress(self._play, kind="round", sign="pause" if is_playing else "play")
        self._play.setAccessibleName("Pause" if is_playing else "Play")
        self._play.setToolTip("Pause, Ctrl+Space" if is_playing else "Play, Ctrl+Space")

    def set_time(self, ms: int, whole_ms: int) -> None:
        self._time.setText(clock(ms))
        self._whole.setText(f"of {clock(whole_ms)}" if whole_ms else "")

    def set_where(self, text: str) -> None:
        self._where.setText(text)

    def set_heard(self, text: str) -> None:
        self._heard.setText(text)

    def set_rate(self, rate: float) -> None:
        self._speed.setText(f"{rate:g}×")

    def set_follow(self, is_on: bool) -> None:
        self._follow.setChecked(is_on)

    # What happened
    def _on_back_clicked(self) -> None:
        self.step_asked.emit(-5_000)

    def _on_on_clicked(self) -> None:
        self.step_asked.emit(5_000)

    def _on_before_clicked(self) -> None:
        self.slice_asked.emit(-1)

    def _on_after_clicked(self) -> None:
        self.slice_asked.emit(1)

    def _on_speed_chosen(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        self.rate_asked.emit(float(action.data()))

    def _on_volume_moved(self, percent: int) -> None:
        self._volume.setText(f"{percent}\u00a0%")
        self.volume_asked.emit(percent)

    def _on_theme_changed(self) -> None:
        self.setFixedHeight(self._theme.scaled(HEIGHT))
        self._sign.setPixmap(self._theme.pixmap("headphones", "ink2", 16, self.devicePixelRatioF()))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("ground"))
        painter.fillRect(0, 0, self.width(), 1, self._theme.color("line"))
