"""Labels that show foreign text as it stands, never as markup, and buttons dressed in one call."""

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QWidget

from reviewer.gui.theme import Theme
from reviewer.gui.theme.kinds import Kind, dress

_Policy = QSizePolicy.Policy


def label(theme: Theme, role: str = "interface", token: str = "ink", *, wraps: bool = False) -> QLabel:  # noqa: S107
    """A label in a role's font and a token's colour; one that wraps takes whatever width there is."""
    made = QLabel()
    set_plain(made, theme, role, token, wraps=wraps)
    return made


def set_plain(made: QLabel, theme: Theme, role: str, token: str, *, wraps: bool = False) -> None:
    """The same for a label that a form has made."""
    made.setTextFormat(Qt.TextFormat.PlainText)
    theme.keep_text(made, role, token)
    if wraps:
        made.setWordWrap(True)
        policy = QSizePolicy(_Policy.Ignored, _Policy.Minimum)
        policy.setHeightForWidth(True)
        made.setSizePolicy(policy)


class OneLine(QLabel):
    """A label of one line that is elided where there is no room; its tip then has the whole."""

    def __init__(self, theme: Theme, role: str = "interface", token: str = "ink") -> None:  # noqa: S107
        super().__init__()
        set_plain(self, theme, role, token)
        self.setSizePolicy(_Policy.Ignored, _Policy.Fixed)

    def paintEvent(self, _event: QPaintEvent) -> None:
        shown = QFontMetrics(self.font()).elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        self.setToolTip(tip(self.text()) if shown != self.text() else "")
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self.palette().windowText().color())
        flags = self.alignment() | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(self.rect(), flags.value | Qt.TextFlag.TextSingleLine.value, shown)


def tip(text: str) -> str:
    """Foreign text for a tool tip, which would otherwise guess whether it is markup."""
    return f"<p>{escape(text)}</p>"


def button(
    text: str, kind: Kind = "", *, keycap: str = "", sign: str = "", parent: QWidget | None = None
) -> QPushButton:
    """A push button dressed at once; its tip names the key."""
    made = QPushButton(text, parent)
    made.setAutoDefault(False)
    dress(made, kind=kind, keycap=keycap, sign=sign)
    return made
