"""What the lists of the side pane paint alike: lines of text, a pair of heard and meant, words in their context."""

from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QTextLayout, QTextOption

from reviewer.gui.theme import Theme
from reviewer.gui.theme.look import sign

PANE: Final = 16  # the margin of a pane
CARD: Final = 12  # the padding of a card
ARROW_GAP: Final = 8

_Align = Qt.AlignmentFlag
_ONE_LINE: Final = Qt.TextFlag.TextSingleLine.value | _Align.AlignVCenter.value


def plain(text: str) -> str:
    """Foreign words as one line; what can't be seen or turns the line round is left out."""
    return "".join(c for c in " ".join(text.split()) if c.isprintable() or c in "\u200c\u200d")


def in_line(before: str, heard: str, after: str) -> tuple[str, str, str]:
    """The three parts as one line, with the spaces that stand between them."""
    left = plain(before) + (" " if before[-1:].isspace() else "")
    return left, plain(heard), (" " if after[:1].isspace() else "") + plain(after)


def ink(theme: Theme, token: str, *, is_current: bool) -> QColor:
    """The colour of a text; on the inverse selection of high contrast there is one for all."""
    return theme.color("on_soft" if is_current and theme.name == "contrast" else token)


def font_of(theme: Theme, role: str, *, italic: bool = False, strikes: bool = False) -> QFont:
    font = theme.font(role, italic=italic)
    font.setStrikeOut(strikes)
    return font


def put(painter: QPainter, rect: QRect, text: str, font: QFont, *, right: bool = False) -> int:
    """One line in the pen's colour, elided at its end; the width that it took."""
    if rect.width() <= 0:
        return 0
    metrics = QFontMetrics(font)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
    painter.setFont(font)
    painter.drawText(rect, _ONE_LINE | (_Align.AlignRight if right else _Align.AlignLeft).value, shown)
    return min(rect.width(), metrics.horizontalAdvance(shown))


def write(
    painter: QPainter, theme: Theme, rect: QRect, text: str, style: tuple[str, str], *, right: bool = False
) -> int:
    """The same with a role and a token as its style."""
    painter.setPen(theme.color(style[1]))
    return put(painter, rect, text, theme.font(style[0]), right=right)


def heard_and_meant(
    painter: QPainter,
    theme: Theme,
    rect: QRect,
    words: tuple[str, str],
    *,
    strikes: bool = False,
    is_current: bool = False,
) -> None:
    """“holden institute → Halden Institute”; where it gets narrow, each has at least half."""
    heard, meant = plain(words[0]), plain(words[1])
    serif, sans = (
        font_of(theme, "quote", italic=True, strikes=strikes),
        font_of(theme, "heading", strikes=strikes),
    )
    arrow = theme.scaled(16)
    room = rect.width() - arrow - 2 * ARROW_GAP
    wants = QFontMetrics(serif).horizontalAdvance(heard), QFontMetrics(sans).horizontalAdvance(meant)
    share = wants[0] if sum(wants) <= room else min(wants[0], max(room // 2, room - wants[1]))
    painter.setPen(ink(theme, "ink2" if not strikes else "ink3", is_current=is_current))
    taken = put(painter, QRect(rect.left(), rect.top(), share + 1, rect.height()), heard or "(nothing)", serif)
    x = rect.left() + taken + ARROW_GAP
    color = ink(theme, "ink3", is_current=is_current)
    sign(theme, painter, QRect(x, rect.top(), arrow, rect.height()), "arrow-right", color)
    x += arrow + ARROW_GAP
    painter.setPen(ink(theme, "ink" if not strikes else "ink2", is_current=is_current))
    put(painter, QRect(x, rect.top(), rect.right() + 1 - x, rect.height()), meant or "(nothing)", sans)


def fitted(font: QFont, parts: tuple[str, str, str], width: int) -> tuple[str, str, str]:
    """Words before, heard and after, cut at their outer ends so that what was heard stays in sight."""
    before, heard, after = parts
    metrics = QFontMetrics(font)
    wants = [metrics.horizontalAdvance(part) for part in parts]
    room = width - wants[1]
    if room < 0:
        return "", metrics.elidedText(heard, Qt.TextElideMode.ElideRight, width), ""
    if wants[0] + wants[2] > room:
        left = min(wants[0], max(room // 2, room - wants[2]))
        before = metrics.elidedText(before, Qt.TextElideMode.ElideLeft, left)
        after = metrics.elidedText(after, Qt.TextElideMode.ElideRight, room - left)
    return before, heard, after


def in_context(painter: QPainter, theme: Theme, rect: QRect, parts: tuple[str, str, str]) -> None:
    """A place in its line with a dotted rule under what was heard; laid out as one text, whatever its script."""
    font = theme.font("small")
    before, heard, after = fitted(font, parts, rect.width())
    layout = QTextLayout(before + heard + after, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    top = rect.top() + (rect.height() - line.height()) / 2
    painter.setPen(theme.color("ink"))
    layout.draw(painter, QPointF(rect.left(), top))
    glyphs = [run.boundingRect() for run in line.glyphRuns(len(before), len(heard))] if heard else []
    if glyphs:
        left, right = min(g.left() for g in glyphs), max(g.right() for g in glyphs)
        dotted(painter, theme, rect.left() + left, rect.left() + right, round(top + line.ascent() + 3))


def dotted(painter: QPainter, theme: Theme, left: float, right: float, y: int) -> None:
    """The rule of a suggestion: round dots, 2 px in every 4, whole ones only."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(Qt.PenStyle.NoPen))
    painter.setBrush(theme.color("suggest"))
    x = left
    while x + 2 <= right:
        painter.drawEllipse(QRectF(x, y, 2, 2))
        x += 3.5
    painter.restore()


def rule(painter: QPainter, theme: Theme, left: int, right: int, y: int) -> None:
    """A line that only parts."""
    painter.fillRect(QRect(left, y, right - left, 1), theme.color("line"))
