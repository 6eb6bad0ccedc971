"""The ring round the control that has the keyboard's focus: one at a time, outside the control."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QFocusFrame, QSlider, QWidget
from shiboken6 import isValid


class FocusRing(QObject):
    """Follows the focus through the application and lays a frame round buttons and sliders that got it by key.

    Fields, lists and tabs draw their ring on their own edge. A frame lives beside the control it rings, in the same
    parent, and dies with it; so each ringed control gets a frame of its own.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._frame: QFocusFrame | None = None
        self._by_key = False
        app.focusChanged.connect(self._on_focus_changed)

    @property
    def ringed(self) -> QWidget | None:
        """The control that has the ring."""
        frame = self._frame
        return frame.widget() if frame is not None and isValid(frame) else None

    def _on_focus_changed(self, old: QWidget | None, now: QWidget | None) -> None:
        self._drop()
        if now is None:
            return
        if old is not None:  # else the window came back to the front, and all is as it was
            self._by_key = QGuiApplication.mouseButtons() == Qt.MouseButton.NoButton
        # Qt sets this on Tab and never takes it back; the style reads it for fields, rows and tabs.
        now.window().setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange, self._by_key)
        if self._by_key and isinstance(now, QAbstractButton | QSlider):
            self._frame = QFocusFrame(now.parentWidget())
            self._frame.setWidget(now)

    def _drop(self) -> None:
        frame, self._frame = self._frame, None
        if frame is not None and isValid(frame):
            frame.hide()
            frame.deleteLater()
