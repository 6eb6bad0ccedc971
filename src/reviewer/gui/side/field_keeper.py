"""One field of the assessment between the person who types and the session that keeps it."""

from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

PAUSE_MS: Final = 800  # without a keystroke: as long as a breath, and little to lose in a crash


class FieldKeeper(QObject):
    """Tells what was typed after a pause, on leaving the field, and when asked to; never what was set from outside.

    What comes from outside while someone types waits until the field is left.

    Signals:
        told: The field's name and what it holds now.
        shown: What the field shows has changed, by whomever.
    """

    told = Signal(str, object)
    shown = Signal(str)

    def __init__(self, name: str, box: QWidget, read: Callable[[], Any], show: Callable[[Any], None]) -> None:
        super().__init__(box)
        self.name, self.box = name, box
        self._read, self._show = read, show
        self._held: Any = None
        self._is_showing = self._is_typed = self._is_refused = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._tell)
        for part in (box, *box.findChildren(QWidget)):
            part.installEventFilter(self)

    @property
    def value(self) -> Any:
        """What stands in the field."""
        return self._read()

    @property
    def is_busy(self) -> bool:
        """Whether the field holds what must not be written over."""
        return self._pause.isActive() or self._is_refused or (self._is_typed and self._has_focus())

    def typed(self) -> None:
        """Text has changed; tell in a while."""
        if not self._is_showing:
            self._is_typed, self._is_refused = True, False
            self._pause.start()
        self.shown.emit(self.name)

    def chose(self) -> None:
        """A choice was made; tell at once."""
        if not self._is_showing:
            self._is_refused = False
            self._tell()
        self.shown.emit(self.name)

    def hold(self, value: Any, *, is_other: bool = False) -> None:
        """What the session holds; shown unless the field is busy. `is_other` is for another episode's values."""
        if is_other:
            self._pause.stop()
            self._is_typed = self._is_refused = False
        self._held = value
        if not self.is_busy:
            self._show_held()

    def refuse(self) -> None:
        """What was told can't be kept; it stays in the field until it is typed anew."""
        self._is_refused = True

    def flush(self) -> None:
        """Tell what is not told yet, and take what comes from outside again."""
        if self._pause.isActive():
            self._tell()
        self._is_typed = False

    def _tell(self) -> None:
        self._pause.stop()
        value = self._read()
        if value != self._held:
            self._held = value
            self.told.emit(self.name, value)

    def _show_held(self) -> None:
        self._is_typed = False
        if self._read() != self._held:
            self._is_showing = True
            self._show(self._held)
            self._is_showing = False
        self.shown.emit(self.name)

    def _has_focus(self) -> bool:
        now = self.box.focusWidget() if not self.box.hasFocus() else self.box
        return now is not None and now.hasFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut and not self._has_focus():
            self.flush()
            if not self._is_refused:
                self._show_held()
        return super().eventFilter(watched, event)
