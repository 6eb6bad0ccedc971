"""Tabs, scroll bars, progress, sliders, and the lines that part areas."""

import re
from typing import Final

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QStyle,
    QStyleOption,
    QStyleOptionProgressBar,
    QStyleOptionSlider,
    QStyleOptionTab,
    QWidget,
)

from reviewer.gui.theme.kinds import KIND, STATE, word
from reviewer.gui.theme.look import (
    MARK_RADIUS,
    Look,
    box,
    has,
    is_enabled,
    is_hovered,
    is_ringed,
    ring,
    rule,
    write,
)

_State = QStyle.StateFlag
_Left = Qt.AlignmentFlag.AlignLeft

SCROLL_EXTENT: Final = 12
_THUMB: Final = 6
_SHORTEST_THUMB: Final = 32
TAB_HEIGHT: Final = 40
EPISODE_TAB_HEIGHT: Final = 36
TAB_PAD: Final = 8
EPISODE_TAB_PAD: Final = 16
_COUNT_GAP: Final = 6
_UNDERLINE: Final = 2
PROGRESS_HEIGHT: Final = 4
KNOB: Final = 14

_COUNTED: Final = re.compile(r"(.*\S) (\d[\d,]*)")


def is_episodes(widget: QWidget | None) -> bool:
    return word(widget, KIND) == "episodes"


def tab_words(text: str) -> tuple[str, str]:
    """The word of a side tab, and the count behind it, which is set smaller."""
    counted = _COUNTED.fullmatch(text)
    return (counted[1], counted[2]) if counted else (text, "")


def tab_label_width(look: Look, text: str, widget: QWidget | None) -> int:
    """Measured as if chosen, so that choosing a tab moves none."""
    if is_episodes(widget):
        return QFontMetrics(look.font("interface_strong")).horizontalAdvance(text)
    name, count = tab_words(text)
    width = QFontMetrics(look.font("heading")).horizontalAdvance(name)
    return width + (QFontMetrics(look.font("small")).horizontalAdvance(count) + _COUNT_GAP if count else 0)


def paint_tab_shape(look: Look, painter: QPainter, option: QStyleOptionTab, widget: QWidget | None) -> None:
    is_chosen = has(option, _State.State_Selected)
    if is_episodes(widget):
        _paint_episode_tab(look, painter, option, is_chosen=is_chosen)
    elif is_chosen:
        rect = option.rect.adjusted(TAB_PAD, 0, -TAB_PAD, 0)
        under = QRect(rect.left(), rect.bottom() + 1 - _UNDERLINE, rect.width(), _UNDERLINE)
        painter.fillRect(under, look.color("accent"))
    if is_chosen and is_ringed(option):
        ring(look, painter, option.rect.adjusted(1, 4, -1, -5))


def _paint_episode_tab(look: Look, painter: QPainter, option: QStyleOptionTab, *, is_chosen: bool) -> None:
    rect = option.rect
    if is_chosen:
        painter.fillRect(rect, look.color("paper"))
        painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), _UNDERLINE), look.color("accent"))
    elif is_hovered(option):
        painter.fillRect(rect.adjusted(0, 0, 0, -1), look.color("hover"))
    rule(look, painter, QRect(rect.right(), rect.top(), 1, rect.height()))


def paint_tab_label(look: Look, painter: QPainter, option: QStyleOptionTab, widget: QWidget | None) -> None:
    is_chosen = has(option, _State.State_Selected)
    ink = _tab_ink(look, option, is_chosen=is_chosen)
    if is_episodes(widget):
        room = option.rect.adjusted(EPISODE_TAB_PAD, 0, -EPISODE_TAB_PAD - option.rightButtonSize.width(), 0)
        _write_elided(look, painter, room, option.text, "interface_strong" if is_chosen else "interface", ink)
        return
    name, count = tab_words(option.text)
    room = option.rect.adjusted(TAB_PAD, 0, 0, 0)
    font = look.font("heading" if is_chosen else "interface")
    write(painter, room, name, font, ink, _Left)
    if count:
        room.setLeft(room.left() + QFontMetrics(font).horizontalAdvance(name) + _COUNT_GAP)
        write(painter, room, count, look.font("small"), look.color("ink3"), _Left)


def _tab_ink(look: Look, option: QStyleOptionTab, *, is_chosen: bool) -> QColor:
    if not is_enabled(option):
        return look.faded()
    return look.color("ink" if is_chosen or is_hovered(option) else "ink2")


def _write_elided(look: Look, painter: QPainter, room: QRect, text: str, role: str, ink: QColor) -> None:
    font = look.font(role)
    fitting = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    write(painter, room, fitting, font, ink, _Left)


def thumb_rect(option: QStyleOptionSlider, groove: QRect) -> QRect:
    """Where the thumb of a scroll bar lies, over its whole breadth; the extent of the range is its length."""
    is_upright = option.orientation == Qt.Orientation.Vertical
    length = groove.height() if is_upright else groove.width()
    span = option.maximum - option.minimum
    if span <= 0:
        return groove
    thumb = min(length, max(_SHORTEST_THUMB, round(length * option.pageStep / (span + option.pageStep))))
    start = QStyle.sliderPositionFromValue(
        option.minimum, option.maximum, option.sliderPosition, length - thumb, option.upsideDown
    )
    if is_upright:
        return QRect(groove.left(), groove.top() + start, groove.width(), thumb)
    return QRect(groove.left() + start, groove.top(), thumb, groove.height())


def paint_scroll_bar(look: Look, painter: QPainter, option: QStyleOptionSlider) -> None:
    """A thumb over the content and nothing else; it grows while pointed at."""
    if option.maximum <= option.minimum:
        return
    is_held = has(option, _State.State_Sunken)
    breadth = SCROLL_EXTENT - 2 if is_held or is_hovered(option) else _THUMB
    thumb = thumb_rect(option, option.rect)
    if option.orientation == Qt.Orientation.Vertical:
        bar = QRectF(thumb.right() - breadth, thumb.top() + 2, breadth, thumb.height() - 4)
    else:
        bar = QRectF(thumb.left() + 2, thumb.bottom() - breadth, thumb.width() - 4, breadth)
    color = QColor(look.color("ink3" if is_held else "edge"))
    color.setAlphaF(1.0 if is_held or is_hovered(option) else 0.55)  # at rest it is the quietest thing in sight
    box(painter, bar, breadth / 2, color, None)


def paint_progress(look: Look, painter: QPainter, option: QStyleOptionProgressBar, widget: QWidget | None) -> None:
    """A bar of 4 px; one that does not know its end is an empty groove, since nothing here spins."""
    rect = option.rect
    groove = QRect(rect.left(), rect.top() + (rect.height() - PROGRESS_HEIGHT) // 2, rect.width(), PROGRESS_HEIGHT)
    box(painter, groove, MARK_RADIUS, look.color("line"), None)
    span = option.maximum - option.minimum
    share = (option.progress - option.minimum) / span if span > 0 else 0.0
    if share > 0:
        done = QRectF(groove.left(), groove.top(), groove.width() * min(1.0, share), PROGRESS_HEIGHT)
        token = word(widget, STATE) or "accent"
        box(painter, done, MARK_RADIUS, look.color(token), None)


def paint_slider(look: Look, painter: QPainter, option: QStyleOptionSlider, knob: QRect) -> None:
    is_upright = option.orientation == Qt.Orientation.Vertical
    middle = option.rect.center()
    if is_upright:
        groove = QRect(middle.x() - 1, option.rect.top(), PROGRESS_HEIGHT, option.rect.height())
        done = QRect(groove.left(), knob.center().y(), PROGRESS_HEIGHT, groove.bottom() - knob.center().y())
    else:
        groove = QRect(option.rect.left(), middle.y() - 1, option.rect.width(), PROGRESS_HEIGHT)
        done = QRect(groove.left(), groove.top(), knob.center().x() - groove.left(), PROGRESS_HEIGHT)
    accent = look.color("accent") if is_enabled(option) else look.color("edge")
    box(painter, groove, MARK_RADIUS, look.color("line"), None)
    box(painter, done, MARK_RADIUS, accent, None)
    face = QRectF(0, 0, KNOB, KNOB)
    face.moveCenter(QRectF(knob).center())
    box(painter, face, KNOB / 2, accent, look.color("raised"))


def paint_splitter(look: Look, painter: QPainter, option: QStyleOption) -> None:
    """One line, in the middle of however much the handle takes."""
    rect = option.rect
    if rect.width() < rect.height():
        rule(look, painter, QRect(rect.center().x(), rect.top(), 1, rect.height()))
    else:
        rule(look, painter, QRect(rect.left(), rect.center().y(), rect.width(), 1))


def paint_line(look: Look, painter: QPainter, rect: QRect, edge: Qt.Edge) -> None:
    """The line along one edge of a bar, as under the menu bar and over the status bar."""
    y = rect.top() if edge == Qt.Edge.TopEdge else rect.bottom()
    rule(look, painter, QRect(rect.left(), y, rect.width(), 1))
