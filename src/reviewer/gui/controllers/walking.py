"""The walk through the parts of the window: F6 to the next, Shift+F6 to the one before."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from reviewer.gui.main_window import MainWindow


class WalkController(QObject):
    """Moves the focus from part to part, over those that are shown and take it."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        window.actions_["next_part"].triggered.connect(self._on_next_part)
        window.actions_["previous_part"].triggered.connect(self._on_previous_part)

    def _parts(self) -> list[QWidget]:
        window = self._window
        parts: list[QWidget] = [
            window.library.list, window.plots.strip, window.plots.arc, window.transcript, window.side.tabs,
            window.side.names, window.side.slice, window.side.assessment, window.side.corrections, window.player_bar,
        ]  # fmt: skip
        shown = window.center.currentWidget()
        if shown is not None and shown is not window.episode:
            parts.insert(1, shown)
        return [part for part in parts if part.isVisible()]

    def _walk(self, step: int) -> None:
        parts = self._parts()
        focused = QApplication.focusWidget()
        here = next((n for n, p in enumerate(parts) if focused is p or (focused and p.isAncestorOf(focused))), -1)
        start = here if here >= 0 else (0 if step < 0 else -1)
        for distance in range(1, len(parts) + 1):
            target = _focusable(parts[(start + step * distance) % len(parts)])
            if target is not None:
                target.setFocus(Qt.FocusReason.TabFocusReason)
                return

    def _on_next_part(self) -> None:
        self._walk(1)

    def _on_previous_part(self) -> None:
        self._walk(-1)


def _focusable(part: QWidget) -> QWidget | None:
    """The part itself where it takes focus, else the first of its children that does."""
    candidates = [part, *part.findChildren(QWidget)]
    takes = (w for w in candidates if w.isVisibleTo(part) or w is part)
    return next((w for w in takes if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isEnabled()), None)
