"""Which theme the system asks for, where it says so."""

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QStyleHints
from PySide6.QtWidgets import QApplication

Choice = Literal["system", "light", "dark", "contrast"]


def system_theme(app: QApplication) -> str:
    """The name of our theme that is nearest to the system's own; light where it says nothing."""
    hints = app.styleHints()
    if _wants_contrast(hints):
        return "contrast"
    return "dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"


def _wants_contrast(hints: QStyleHints) -> bool:
    if not hasattr(hints, "accessibility"):  # Qt before 6.10
        return False
    return hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast
