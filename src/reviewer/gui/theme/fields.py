"""What text is typed into or chosen from: fields, combo boxes, spin boxes, and the frames of text areas and cards."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QPlainTextEdit,
    QStyle,
    QStyleOption,
    QStyleOptionComboBox,
    QStyleOptionFrame,
    QStyleOptionSpinBox,
    QTextEdit,
    QWidget,
)

from reviewer.gui.theme.kinds import KIND, STATE, word
from reviewer.gui.theme.look import (
    CARD_RADIUS,
    CONTROL_RADIUS,
    Look,
    box,
    has,
    is_enabled,
    is_hovered,
    is_ringed,
    ring,
    rule,
    sign,
    write,
)

_State = QStyle.StateFlag
_Part = QStyle.SubControl


def is_text_area(widget: QWidget | None) -> bool:
    return isinstance(widget, QTextEdit | QPlainTextEdit)


def paint_field(look: Look, painter: QPainter, option: QStyleOption, widget: QWidget | None) -> None:
    """The ground and the edge of a field; its state `bad` colours the edge, the focus lays its ring on it."""
    if word(widget, KIND) == "quiet" or is_inside(option):
        return
    if has(option, _State.State_ReadOnly):
        sunken = look.color("sunken")
        is_seen = sunken != look.color("raised")  # in high contrast all grounds are one
        box(painter, option.rect, CONTROL_RADIUS, sunken, None if is_seen else look.color("line"))
    else:
        box(painter, option.rect, CONTROL_RADIUS, look.color("raised"), _edge(look, option, widget))
    if has(option, _State.State_HasFocus):
        ring(look, painter, option.rect)


def is_inside(option: QStyleOption) -> bool:
    """Whether this is the field of a spin box or a combo box, which has the edge itself."""
    return isinstance(option, QStyleOptionFrame) and option.lineWidth <= 0 and option.frameShape == QFrame.Shape.NoFrame


def _edge(look: Look, option: QStyleOption, widget: QWidget | None) -> QColor:
    if not is_enabled(option):
        return look.color("line")
    return look.color("bad" if word(widget, STATE) == "bad" else "edge")


def paint_frame(look: Look, painter: QPainter, option: QStyleOptionFrame, widget: QWidget | None) -> None:
    """Text areas have the edge of a field, cards their own; lists and scroll areas have none."""
    if option.frameShape in {QFrame.Shape.HLine, QFrame.Shape.VLine}:
        _paint_rule(look, painter, option)
    elif word(widget, KIND) == "card":
        box(painter, option.rect, CARD_RADIUS, look.color("raised"), look.color("line"))
    elif option.frameShape != QFrame.Shape.NoFrame and is_text_area(widget):
        paint_field(look, painter, option, widget)


def _paint_rule(look: Look, painter: QPainter, option: QStyleOptionFrame) -> None:
    middle = option.rect.center()
    if option.frameShape == QFrame.Shape.HLine:
        rule(look, painter, QRect(option.rect.left(), middle.y(), option.rect.width(), 1))
    else:
        rule(look, painter, QRect(middle.x(), option.rect.top(), 1, option.rect.height()))


def paint_combo(look: Look, painter: QPainter, option: QStyleOptionComboBox, widget: QWidget | None) -> None:
    """A combo box is a button with a chevron; an editable one is a field with one."""
    is_quiet = word(widget, KIND) == "quiet"
    if option.editable:
        paint_field(look, painter, option, widget)
    else:
        box(
            painter,
            option.rect,
            CONTROL_RADIUS,
            _combo_fill(look, option, is_quiet),
            _combo_edge(look, option, is_quiet),
        )
        if is_ringed(option):
            ring(look, painter, option.rect)
    ink = look.color("ink2") if is_enabled(option) else look.faded()
    sign(look, painter, combo_part(option.rect, _Part.SC_ComboBoxArrow, is_quiet=is_quiet), "chevron-down", ink)


def combo_part(rect: QRect, part: QStyle.SubControl, *, is_quiet: bool) -> QRect:
    """Where a combo box has its chevron and its text."""
    margin = 0 if is_quiet else 6
    chevron = QRect(rect.right() + 1 - margin - 20, rect.top(), 20, rect.height())
    if part == _Part.SC_ComboBoxArrow:
        return chevron
    if part == _Part.SC_ComboBoxEditField:
        return QRect(rect.left() + margin, rect.top(), chevron.left() - rect.left() - margin, rect.height())
    return rect


def paint_combo_label(look: Look, painter: QPainter, option: QStyleOptionComboBox, widget: QWidget | None) -> None:
    if option.editable:
        return
    is_quiet = word(widget, KIND) == "quiet"
    room = combo_part(option.rect, _Part.SC_ComboBoxEditField, is_quiet=is_quiet).adjusted(
        0 if is_quiet else 6, 0, 0, 0
    )
    ink = look.color("ink2" if is_quiet else "ink") if is_enabled(option) else look.faded()
    if not option.currentIcon.isNull():
        side = option.iconSize.width()
        option.currentIcon.paint(painter, QRect(room.left(), room.top(), side, room.height()))
        room.setLeft(room.left() + side + 6)
    font = look.font("small" if is_quiet else "interface")
    write(painter, room, option.currentText, font, ink, Qt.AlignmentFlag.AlignLeft)


def _combo_fill(look: Look, option: QStyleOptionComboBox, is_quiet: bool) -> QColor | None:
    if has(option, _State.State_On):
        return look.color("sunken")
    if is_hovered(option):
        return look.color("hover")
    return None if is_quiet else look.color("raised")


def _combo_edge(look: Look, option: QStyleOptionComboBox, is_quiet: bool) -> QColor | None:
    if is_quiet:
        return None
    return look.color("edge" if is_enabled(option) else "line")


def paint_spin(look: Look, painter: QPainter, option: QStyleOptionSpinBox, widget: QWidget | None) -> None:
    """A field with two small chevrons in it, and no buttons round them."""
    if option.frame:
        paint_field(look, painter, option, widget)
    if option.buttonSymbols == option.buttonSymbols.NoButtons:
        return
    steps = (
        (_Part.SC_SpinBoxUp, "chevron-up", option.stepEnabled.StepUpEnabled),
        (_Part.SC_SpinBoxDown, "chevron-down", option.stepEnabled.StepDownEnabled),
    )
    for part, name, step in steps:
        can_step = is_enabled(option) and bool(option.stepEnabled & step)
        is_pressed = option.activeSubControls == part and has(option, _State.State_Sunken)
        token = "ink" if is_pressed else "ink2"
        ink = look.color(token) if can_step else look.faded()
        sign(look, painter, spin_part(option.rect, part), name, ink)


def spin_part(rect: QRect, part: QStyle.SubControl) -> QRect:
    """Where a spin box has its chevrons and its text."""
    half = rect.height() // 2
    steps = QRect(rect.right() - 22, rect.top(), 20, half)
    if part == _Part.SC_SpinBoxUp:
        return steps.adjusted(0, 3, 0, 0)
    if part == _Part.SC_SpinBoxDown:
        return QRect(steps.left(), rect.top() + half, 20, half - 3)
    if part == _Part.SC_SpinBoxEditField:
        return rect.adjusted(6, 1, -24, -1)
    return rect
