"""What a control may say of itself for the style to read: its kind, its icon, its key, its state.

The words are dynamic properties, so that a form drawn in Designer can set them too.
"""

from typing import Final, Literal

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget

Kind = Literal["", "primary", "quiet", "link", "segment", "round", "card", "episodes"]
State = Literal["", "bad", "good"]

KIND: Final = "kind"
SIGN: Final = "sign"
KEYCAP: Final = "keycap"
STATE: Final = "state"
DENSE: Final = "dense"


def dress(
    widget: QWidget, *, kind: Kind = "", sign: str = "", keycap: str = "", state: State = "", dense: bool = False
) -> None:
    """Set all of them and measure the widget anew.

    kind: primary (one in sight), quiet (no border), link, segment (joined with its button group), round (play),
        card (of a QFrame), episodes (of a QTabBar).
    sign: the name of an icon, drawn in the colour that fits the control's state, theme changes included.
    keycap: the key that does the same, drawn at the right end of the button.
    state: bad (a field that can't be taken, a failed task), good (a finished task).
    dense: 26 px high, as in rows.
    """
    for name, value in ((KIND, kind), (SIGN, sign), (KEYCAP, keycap), (STATE, state), (DENSE, dense)):
        widget.setProperty(name, value)
    QCoreApplication.sendEvent(widget, QEvent(QEvent.Type.StyleChange))  # buttons keep their size until told so


def word(widget: QWidget | None, name: str) -> str:
    """One of the properties above; empty where there is none."""
    value = widget.property(name) if widget is not None else None
    return value if isinstance(value, str) else ""


def is_dense(widget: QWidget | None) -> bool:
    return widget is not None and widget.property(DENSE) is True
