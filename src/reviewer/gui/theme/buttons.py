"""Push buttons, tool buttons and segments, check boxes and radio buttons."""

from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QIcon, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QStyle, QStyleOptionButton, QStyleOptionToolButton, QWidget

from reviewer.gui.theme.kinds import KEYCAP, KIND, SIGN, is_dense, word
from reviewer.gui.theme.look import (
    CHIP_RADIUS,
    CONTROL_RADIUS,
    ICON,
    Look,
    box,
    has,
    is_enabled,
    is_hovered,
    rule,
    scale_of,
    sign,
    soft_text,
    write,
)
from reviewer.gui.theme.palette import mixed

_State = QStyle.StateFlag
_Left = Qt.AlignmentFlag.AlignLeft

_GAP: Final = 8
_CHEVRON: Final = 14
_SIDE: Final = {"quiet": 10, "link": 0, "segment": 10}
_HEIGHT: Final = 30
_DENSE_HEIGHT: Final = 26
_ROUND: Final = 36
BOX: Final = 16
_ARROWS: Final = {
    Qt.ArrowType.LeftArrow: "chevron-left",
    Qt.ArrowType.RightArrow: "chevron-right",
    Qt.ArrowType.UpArrow: "chevron-up",
    Qt.ArrowType.DownArrow: "chevron-down",
}
_HOVER_SHARE, _PRESS_SHARE = 0.12, 0.24  # how much ink a primary button takes on


@dataclass(frozen=True, slots=True)
class Face:
    """What a button shows and the state it is in, however Qt says it."""

    kind: str
    text: str
    sign: str
    icon: QIcon
    keycap: str
    enabled: bool
    hovered: bool
    pressed: bool
    checked: bool
    has_menu: bool
    dense: bool

    @property
    def is_plain(self) -> bool:
        return self.kind not in {"primary", "quiet", "link", "segment", "round"}


def push_face(option: QStyleOptionButton, widget: QWidget | None) -> Face:
    flat = QStyleOptionButton.ButtonFeature.Flat
    kind = word(widget, KIND) or ("quiet" if option.features & flat else "")
    has_menu = bool(option.features & QStyleOptionButton.ButtonFeature.HasMenu)
    return Face(
        kind=kind,
        text=option.text,
        sign=word(widget, SIGN),
        icon=option.icon,
        keycap=word(widget, KEYCAP),
        enabled=is_enabled(option),
        hovered=is_hovered(option),
        pressed=has(option, _State.State_Sunken),
        checked=has(option, _State.State_On),
        has_menu=has_menu,
        dense=is_dense(widget),
    )


def tool_face(option: QStyleOptionToolButton, widget: QWidget | None) -> Face:
    """A tool button is quiet unless it says otherwise, and shows its word unless it has a sign alone."""
    name = word(widget, SIGN) or _ARROWS.get(option.arrowType, "")
    sign_alone = option.toolButtonStyle == Qt.ToolButtonStyle.ToolButtonIconOnly and bool(
        name or not option.icon.isNull()
    )
    return Face(
        kind=word(widget, KIND) or "quiet",
        text="" if sign_alone else option.text,
        sign=name,
        icon=option.icon,
        keycap=word(widget, KEYCAP),
        enabled=is_enabled(option),
        hovered=is_hovered(option),
        pressed=has(option, _State.State_Sunken),
        checked=has(option, _State.State_On),
        has_menu=bool(option.features & QStyleOptionToolButton.ToolButtonFeature.HasMenu),
        dense=is_dense(widget),
    )


def face_size(look: Look, face: Face) -> QSize:
    """The size of the whole button; a segment that is turned on must not grow, so it is measured as if it were."""
    if face.kind == "round":
        return QSize(look.scaled(_ROUND), look.scaled(_ROUND))
    widest = replace(face, checked=True) if face.kind == "segment" else face
    dense = face.dense or face.kind == "segment"
    height = max(look.scaled(_DENSE_HEIGHT if dense else _HEIGHT), look.line_height(_role(widest)) + 6)
    if face.kind == "link":
        height = look.line_height("interface")
    width = sum(_parts(look, widest)) + 2 * _SIDE.get(face.kind, 13)
    is_sign_alone = not face.text and not face.keycap
    return QSize(max(width, height) if not is_sign_alone else height, height)


def paint_button(look: Look, painter: QPainter, rect: QRect, face: Face, widget: QWidget | None) -> None:
    if face.kind == "segment":
        _paint_segment(look, painter, rect, face, widget)
    else:
        radius = rect.width() / 2 if face.kind == "round" else CONTROL_RADIUS
        box(painter, rect, radius, _fill(look, face), _edge(look, face))
    _paint_label(look, painter, rect, face)


def _role(face: Face) -> str:
    if face.kind == "segment":
        return "small_strong" if face.checked else "small"
    is_strong = face.is_plain or face.kind == "primary" or face.checked
    return "interface_strong" if is_strong else "interface"


def _fill(look: Look, face: Face) -> QColor | None:
    if face.kind in {"primary", "round"}:
        return _accent_fill(look, face)
    if face.kind == "link":
        return None
    if face.checked and face.enabled:
        return look.color("accent_soft")
    if face.pressed:
        return look.color("sunken")
    if face.hovered:
        return look.color("hover")
    return look.color("raised") if face.is_plain else None


def _accent_fill(look: Look, face: Face) -> QColor:
    if not face.enabled:
        return look.color("hover")
    share = _PRESS_SHARE if face.pressed else _HOVER_SHARE if face.hovered else 0.0
    return mixed(look.color("accent"), look.color("ink"), share)


def _edge(look: Look, face: Face) -> QColor | None:
    if not face.is_plain:
        return None
    return look.color("edge" if face.enabled else "line")


def _ink(look: Look, face: Face) -> QColor:
    if not face.enabled:
        return look.faded()
    if face.kind in {"primary", "round"}:
        return look.color("on_accent")
    if face.kind == "link":
        return look.color("accent")
    if face.checked:
        return soft_text(look)
    is_quiet = not face.is_plain and not face.hovered
    return look.color("ink2" if is_quiet else "ink")


def _paint_segment(look: Look, painter: QPainter, rect: QRect, face: Face, widget: QWidget | None) -> None:
    """One of a row of joined buttons: the first and the last are round at their outer corners."""
    is_first, is_last = _place_in_row(widget)
    painter.save()
    painter.setClipRect(rect)
    reach = int(2 * CONTROL_RADIUS)
    whole = rect.adjusted(0 if is_first else -reach, 0, 0 if is_last else reach, 0)
    fill = _fill(look, face) or look.color("raised")
    box(painter, whole, CONTROL_RADIUS, fill, look.color("edge" if face.enabled else "line"))
    if not is_first:
        rule(look, painter, QRect(rect.left(), rect.top() + 1, 1, rect.height() - 2))
    painter.restore()


def _place_in_row(widget: QWidget | None) -> tuple[bool, bool]:
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    if widget is None or group is None:
        return True, True
    shown = [button.x() for button in group.buttons() if not button.isHidden()]
    return widget.x() <= min(shown, default=0), widget.x() >= max(shown, default=0)


def _parts(look: Look, face: Face) -> list[int]:
    """The widths of sign, word, key cap and chevron, and of the gaps between those that are there."""
    metrics = QFontMetrics(look.font(_role(face)))
    widths = [
        look.scaled(ICON) if face.sign or not face.icon.isNull() else 0,
        metrics.size(Qt.TextFlag.TextShowMnemonic.value, face.text).width() if face.text else 0,
        _cap_width(look, face.keycap) if face.keycap else 0,
        look.scaled(_CHEVRON) if face.has_menu else 0,
    ]
    shown = sum(1 for width in widths if width)
    return [*widths, _GAP * max(0, shown - 1)]


def _paint_label(look: Look, painter: QPainter, rect: QRect, face: Face) -> None:
    icon, text, cap, chevron, gaps = _parts(look, face)
    x = rect.left() + max(0, (rect.width() - icon - text - cap - chevron - gaps) // 2)
    ink = _ink(look, face)
    if icon:
        _paint_sign(look, painter, QRect(x, rect.top(), icon, rect.height()), face, ink)
        x += icon + _GAP
    if text:
        room = QRect(x, rect.top(), min(text, rect.right() + 1 - x), rect.height())
        write(painter, room, face.text, look.font(_role(face)), ink, _Left)
        x += text + _GAP
    if cap:
        paint_keycap(look, painter, QRect(x, rect.top(), cap, rect.height()), face.keycap, _cap_colors(look, face))
        x += cap + _GAP
    if chevron:
        sign(look, painter, QRect(x, rect.top(), chevron, rect.height()), "chevron-down", ink)


def _paint_sign(look: Look, painter: QPainter, rect: QRect, face: Face, ink: QColor) -> None:
    if face.sign:
        sign(look, painter, rect, face.sign, ink)
    else:
        mode = QIcon.Mode.Normal if face.enabled else QIcon.Mode.Disabled
        face.icon.paint(painter, rect, Qt.AlignmentFlag.AlignCenter, mode)


def _cap_width(look: Look, keys: str) -> int:
    width = QFontMetrics(look.font("keycap")).horizontalAdvance(keys) + 10
    return max(look.scaled(18), width)


def _cap_colors(look: Look, face: Face) -> tuple[QColor, QColor]:
    if not face.enabled:
        return look.faded(), look.color("line")
    if face.kind == "primary":
        return look.color("on_accent"), mixed(look.color("on_accent"), look.color("accent"), 0.4)
    return look.color("ink3"), look.color("line")


def paint_keycap(look: Look, painter: QPainter, rect: QRect, keys: str, colors: tuple[QColor, QColor]) -> None:
    """A key as it stands on the keyboard, in the middle of the rectangle's height; colours of text and edge."""
    height = look.scaled(18)
    cap = QRect(rect.left(), rect.top() + (rect.height() - height) // 2, rect.width(), height)
    box(painter, cap, CHIP_RADIUS, None, colors[1])
    write(painter, cap, keys, look.font("keycap"), colors[0], Qt.AlignmentFlag.AlignHCenter)


def paint_check(look: Look, painter: QPainter, option: QStyleOptionButton) -> None:
    """The box of a check box, with its tick, or a dash where only some are on."""
    is_on = has(option, _State.State_On)
    is_part = has(option, _State.State_NoChange)
    _paint_mark_box(look, painter, option, BOX / 5, is_filled=is_on or is_part)
    ink = look.color("on_accent") if is_enabled(option) else look.faded()
    middle = QRectF(option.rect).center()
    if is_on:
        sign_size = look.scaled(12)
        pixmap = look.tinted("check", ink, sign_size, scale_of(painter))
        painter.drawPixmap(round(middle.x() - sign_size / 2), round(middle.y() - sign_size / 2), pixmap)
    elif is_part:
        bar = QRectF(middle.x() - 4, middle.y() - 1, 8, 2)
        box(painter, bar, 1, ink, None)


def paint_radio(look: Look, painter: QPainter, option: QStyleOptionButton) -> None:
    is_on = has(option, _State.State_On)
    _paint_mark_box(look, painter, option, option.rect.width() / 2, is_filled=is_on)
    if is_on:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(Qt.PenStyle.NoPen))
        painter.setBrush(look.color("on_accent") if is_enabled(option) else look.faded())
        painter.drawEllipse(QRectF(option.rect).center(), 3, 3)
        painter.restore()


def _paint_mark_box(
    look: Look, painter: QPainter, option: QStyleOptionButton, radius: float, *, is_filled: bool
) -> None:
    if not is_enabled(option):
        box(painter, option.rect, radius, look.color("hover"), look.color("line"))
    elif is_filled:
        box(painter, option.rect, radius, look.color("accent"), None)
    else:
        box(painter, option.rect, radius, look.color("hover" if is_hovered(option) else "raised"), look.color("edge"))
