"""Whether a window can be shown here at all: Qt's own answer would be to abort the process, or a traceback.

Imports no Qt.
"""

import os
import sys

from reviewer.errors import ReviewerError

# Debian package by the library that shows whether it is there. Any window needs the first, one on X11 the second; Qt
# names libxcb-cursor0 whichever of them is missing.
_ANY = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
}
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
    """Whether there is a screen that answers, or a platform that needs none was asked for."""
    if sys.platform in {"win32", "darwin"} or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("WAYLAND_DISPLAY")) or (bool(os.environ.get("DISPLAY")) and _answers())


def require_display() -> None:
    """Raises NoDisplay where Qt would abort."""
    if not sys.platform.startswith("linux"):
        return
    is_on_x11 = bool(os.environ.get("DISPLAY")) and not os.environ.get("QT_QPA_PLATFORM")
    needed = {**_ANY, **(_XCB if is_on_x11 else {})}
    missing = [package for library, package in needed.items() if not _loads(library)]
    if missing:
        command = f"sudo apt-get install -y --no-install-recommends {' '.join(missing)}"
        raise NoDisplay(f"Libraries for a window are missing. Type: {command}")
    if not has_display():
        display = os.environ.get("DISPLAY")
        what = f"The display {display} does not answer." if display else "There is no display to open a window on."
        raise NoDisplay(f"{what} The command line works: reviewer --help.")


def _loads(library: str) -> bool:
    import ctypes

    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _answers() -> bool:
    """Whether the X server of DISPLAY takes a connection; taken to be so where libxcb is not there to ask it."""
    import ctypes

    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connection_has_error.argtypes = xcb.xcb_disconnect.argtypes = (ctypes.c_void_p,)
    connection = xcb.xcb_connect(None, None)
    answers = bool(xcb.xcb_connection_has_error(connection) == 0)
    xcb.xcb_disconnect(connection)
    return answers
