"""What the painters of the style ask of the theme, and how a box is drawn on whole device pixels."""

from typing import Final, Protocol

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyleOption

MARK_RADIUS: Final = 2.0
CHIP_RADIUS: Final = 4.0
CONTROL_RADIUS: Final = 5.0
CARD_RADIUS: Final = 6.0
ICON: Final = 16

_State = QStyle.StateFlag


class Look(Protocol):
    """The part of `Theme` that the style reads."""

    @property
    def focus_width(self) -> int: ...
    def color(self, token: str) -> QColor: ...
    def faded(self) -> QColor: ...
    def font(self, role: str) -> QFont: ...
    def line_height(self, role: str) -> int: ...
    def scaled(self, px: int) -> int: ...
    def tinted(self, name: str, color: QColor, size: int, dpr: float) -> QPixmap: ...


def has(option: QStyleOption, flag: QStyle.StateFlag) -> bool:
    return bool(option.state & flag)


def is_enabled(option: QStyleOption) -> bool:
    return has(option, _State.State_Enabled)


def is_hovered(option: QStyleOption) -> bool:
    return has(option, _State.State_MouseOver) and is_enabled(option)


def is_ringed(option: QStyleOption) -> bool:
    """Whether the focus is here and came by key."""
    return has(option, _State.State_HasFocus) and has(option, _State.State_KeyboardFocusChange)


def soft_text(look: Look) -> QColor:
    """Text of what is on, over `accent_soft`: the accent, unless that is the ground itself (high contrast)."""
    accent = look.color("accent")
    return look.color("on_soft") if accent == look.color("accent_soft") else accent


def scale_of(painter: QPainter) -> float:
    """Device pixels to one of ours."""
    return painter.device().devicePixelRatio()


def snapped(painter: QPainter, rect: QRect | QRectF) -> QRectF:
    """The rectangle moved to whole device pixels; at 100 % and 200 % it lies on them already."""
    exact = QRectF(rect)
    if scale_of(painter).is_integer():
        return exact
    to_device = painter.deviceTransform()
    device = QRectF(to_device.mapRect(exact).toRect())
    return to_device.inverted()[0].mapRect(device)


def box(
    painter: QPainter, rect: QRect | QRectF, radius: float, fill: QColor | None, edge: QColor | None, width: float = 1
) -> None:
    """A rounded rectangle with its edge inside; radius 0 for square corners."""
    scale = scale_of(painter)
    pen_width = max(1, round(width * scale)) / scale
    inset = pen_width / 2 if edge is not None else 0.0
    inner = snapped(painter, rect).adjusted(inset, inset, -inset, -inset)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(edge, pen_width) if edge is not None else Qt.PenStyle.NoPen)
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    corner = max(0.0, radius - inset)
    painter.drawRoundedRect(inner, corner, corner)
    painter.restore()


def rule(look: Look, painter: QPainter, rect: QRect, token: str = "line") -> None:  # noqa: S107 - a colour
    """A straight line of 1 px, given as the rectangle it fills, as thick as whole device pixels allow."""
    scale = scale_of(painter)
    thick = max(1, round(scale))
    to_device = painter.deviceTransform()
    device = to_device.mapRect(QRectF(rect))
    is_level = rect.width() >= rect.height()
    line = QRect(
        round(device.x()),
        round(device.y()),
        round(device.width()) if is_level else thick,
        thick if is_level else round(device.height()),
    )
    painter.fillRect(to_device.inverted()[0].mapRect(QRectF(line)), look.color(token))


def ring(
    look: Look, painter: QPainter, rect: QRect | QRectF, radius: float = CONTROL_RADIUS, *, is_chosen: bool = False
) -> None:
    """The focus ring on the edge of a field, a row or a tab; on a chosen row it differs from the row's ground."""
    box(painter, rect, radius, None, soft_text(look) if is_chosen else look.color("accent"), look.focus_width)


def sign(look: Look, painter: QPainter, rect: QRect, name: str, color: QColor) -> None:
    """One of our icons in the middle of the rectangle."""
    size = look.scaled(ICON)
    pixmap = look.tinted(name, color, size, scale_of(painter))
    middle = QRectF(rect).center()
    painter.drawPixmap(QPointF(round(middle.x() - size / 2), round(middle.y() - size / 2)), pixmap)


def write(painter: QPainter, rect: QRect, text: str, font: QFont, color: QColor, align: Qt.AlignmentFlag) -> None:
    """One line of text, its mnemonic mark taken out."""
    painter.setFont(font)
    painter.setPen(color)
    flags = align | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(rect, flags.value | Qt.TextFlag.TextHideMnemonic.value | Qt.TextFlag.TextSingleLine.value, text)
