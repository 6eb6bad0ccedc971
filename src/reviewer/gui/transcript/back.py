"""The button at the foot of the text that leads back to what is heard, while following is off."""

from typing import Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QPushButton, QWidget

from reviewer.core.wording import clock
from reviewer.gui.theme.kinds import dress

_ABOVE_FOOT: Final = 12


class BackButton(QPushButton):
    """“Back to 38:31”, with an arrow to the side on which that is."""

    def __init__(self, viewport: QWidget) -> None:
        super().__init__(viewport)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the caret where it is
        self.setAutoDefault(False)
        self.hide()

    def offer(self, ms: int | None) -> None:
        """Show the moment it leads to; None hides it."""
        self.setVisible(ms is not None)
        if ms is not None:
            self.setText(f"Back to {clock(ms)}")

    def place(self, column: QRect, *, is_above: bool) -> None:
        """Stand in the middle of the text's column, at its foot."""
        dress(self, sign="chevron-up" if is_above else "chevron-down", dense=True)
        size = self.sizeHint()
        left = column.left() + (column.width() - size.width()) // 2
        self.setGeometry(left, column.bottom() + 1 - size.height() - _ABOVE_FOOT, size.width(), size.height())
