"""A place in the window kept for a part that is made after the first paint, so that nothing shifts when it comes."""

from PySide6.QtWidgets import QVBoxLayout, QWidget


class Later(QWidget):
    """Empty and of a given height until it is filled."""

    def __init__(self, height: int = 0) -> None:
        super().__init__()
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._height = height
        if height:
            self.setFixedHeight(height)

    def fill(self, part: QWidget) -> None:
        """The part takes the place, at its own height."""
        self._rows.addWidget(part)
        if self._height:
            self.setMinimumHeight(0)
            self.setMaximumHeight(16_777_215)  # QWIDGETSIZE_MAX, which PySide does not name
