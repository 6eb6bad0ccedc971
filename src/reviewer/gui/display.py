"""Whether a window can be shown here at all: Qt's own answer would be to abort the process.

Imports no Qt.
"""

import os
import sys

from reviewer.errors import ReviewerError

# What the xcb platform plug-in needs; it names libxcb-cursor0 whichever is missing.
_XCB = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}


class NoDisplay(ReviewerError):
    """No window can be shown; the message says what is missing."""


def has_display() -> bool:
    """Whether there is a screen to show a window on, or a platform that needs none was asked for."""
    if sys.platform in {"win32", "darwin"} or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def require_display() -> None:
    """Raises NoDisplay where Qt would abort."""
    if not has_display():
        raise NoDisplay("There is no display to open a window on. The command line works: reviewer --help.")
    if sys.platform == "linux" and os.environ.get("DISPLAY") and not os.environ.get("QT_QPA_PLATFORM"):
        missing = [package for library, package in _XCB.items() if not _loads(library)]
        if missing:
            raise NoDisplay(f"Libraries for a window are missing. Type: sudo apt-get install -y {' '.join(missing)}")


def _loads(library: str) -> bool:
    import ctypes

    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
