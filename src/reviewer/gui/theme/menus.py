"""The menu bar, menus, tips, and the rows and headings of lists and tables."""

from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyleOption,
    QStyleOptionHeader,
    QStyleOptionMenuItem,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from reviewer.gui.theme.look import (
    CHIP_RADIUS,
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
_Kind = QStyleOptionMenuItem.MenuItemType
_Align = Qt.AlignmentFlag

MENU_BAR_HEIGHT: Final = 30
MENU_BAR_PAD: Final = 9
_ROW: Final = 28
_SEPARATOR: Final = 9
_PAD: Final = 12
_COLUMN: Final = 24  # of the tick or the icon
_KEY_GAP: Final = 32
SELECTION_BAR: Final = 3


def paint_menu_bar_item(look: Look, painter: QPainter, option: QStyleOptionMenuItem) -> None:
    painter.fillRect(option.rect, look.color("ground"))
    is_open = has(option, _State.State_Selected) and is_enabled(option)
    if is_open:
        box(painter, option.rect.adjusted(1, 4, -1, -4), CHIP_RADIUS, look.color("hover"), None)
    ink = look.color("ink" if is_open else "ink2") if is_enabled(option) else look.faded()
    write(painter, option.rect, option.text, look.font("interface"), ink, _Align.AlignHCenter)


def menu_item_size(look: Look, option: QStyleOptionMenuItem) -> QSize:
    if option.menuItemType == _Kind.Separator and not option.text:
        return QSize(1, _SEPARATOR)
    metrics = QFontMetrics(look.font("interface"))
    word, _, keys = option.text.partition("\t")
    width = metrics.size(Qt.TextFlag.TextShowMnemonic.value, word).width() + _COLUMN + 2 * _PAD + 16
    if keys:
        width += _KEY_GAP + QFontMetrics(look.font("small")).horizontalAdvance(keys)
    return QSize(width, look.scaled(_ROW))


def paint_menu_item(look: Look, painter: QPainter, option: QStyleOptionMenuItem) -> None:
    """One row: tick or icon, words, key. The key is small, the row under the pointer tinted."""
    rect = option.rect
    painter.fillRect(rect, look.color("raised"))
    if option.menuItemType == _Kind.Separator:
        _paint_parting(look, painter, option)
        return
    is_chosen = has(option, _State.State_Selected) and is_enabled(option)
    if is_chosen:
        box(painter, rect.adjusted(4, 0, -4, 0), CHIP_RADIUS, look.color("accent_soft"), None)
    ink = _menu_ink(look, option, "on_soft" if is_chosen else "ink")
    second = _menu_ink(look, option, "on_soft" if is_chosen else "ink3")
    _paint_menu_sign(look, painter, option, ink)
    word, _, keys = option.text.partition("\t")
    room = rect.adjusted(_PAD + _COLUMN, 0, -_PAD, 0)
    write(painter, room, word, look.font("interface"), ink, _Align.AlignLeft)
    if option.menuItemType == _Kind.SubMenu:
        sign(look, painter, QRect(room.right() - 14, rect.top(), 16, rect.height()), "chevron-right", second)
    else:
        write(painter, room, keys, look.font("small"), second, _Align.AlignRight)


def _menu_ink(look: Look, option: QStyleOptionMenuItem, token: str) -> QColor:
    return look.color(token) if is_enabled(option) else look.faded()


def _paint_menu_sign(look: Look, painter: QPainter, option: QStyleOptionMenuItem, ink: QColor) -> None:
    column = QRect(option.rect.left() + _PAD - 4, option.rect.top(), _COLUMN, option.rect.height())
    if option.checkType != QStyleOptionMenuItem.CheckType.NotCheckable:
        if option.checked:
            sign(look, painter, column, "check", ink)
    elif not option.icon.isNull():
        option.icon.paint(painter, column, _Align.AlignCenter)


def _paint_parting(look: Look, painter: QPainter, option: QStyleOptionMenuItem) -> None:
    rect = option.rect
    if option.text:
        room = rect.adjusted(_PAD, 0, -_PAD, 0)
        write(painter, room, option.text, look.font("small_strong"), look.color("ink2"), _Align.AlignLeft)
    else:
        rule(look, painter, QRect(rect.left() + 1, rect.center().y(), rect.width() - 2, 1))


def paint_popup(look: Look, painter: QPainter, option: QStyleOption) -> None:
    """The ground of a menu, a list of choices or a tip. Square: a window can't be rounded on every desktop."""
    box(painter, option.rect, 0, look.color("raised"), look.color("edge"))


def paint_row(look: Look, painter: QPainter, option: QStyleOptionViewItem, widget: QWidget | None) -> None:
    """The ground of an item: the selection keeps its tint without focus; a list marks it with a bar at the left."""
    if option.backgroundBrush.style() != Qt.BrushStyle.NoBrush:
        painter.fillRect(option.rect, option.backgroundBrush)
    if has(option, _State.State_Selected):
        painter.fillRect(option.rect, look.color("accent_soft"))
        if isinstance(widget, QListView):
            bar = QRect(option.rect.left(), option.rect.top(), SELECTION_BAR, option.rect.height())
            painter.fillRect(bar, look.color("accent"))
    elif is_hovered(option):
        painter.fillRect(option.rect, look.color("hover"))


def paint_row_ring(look: Look, painter: QPainter, option: QStyleOption) -> None:
    if is_ringed(option):
        ring(look, painter, option.rect, 0)


def paint_branch(look: Look, painter: QPainter, option: QStyleOption, widget: QWidget | None) -> None:
    """The chevron of a tree's row; no lines."""
    if isinstance(widget, QTreeView) and has(option, _State.State_Children):
        name = "chevron-down" if has(option, _State.State_Open) else "chevron-right"
        sign(look, painter, option.rect, name, look.color("ink2"))


def paint_heading(look: Look, painter: QPainter, option: QStyleOptionHeader, *, is_upright: bool) -> None:
    """The ground of a table's heading: flat, with one line under it."""
    painter.fillRect(option.rect, look.color("hover" if is_hovered(option) and not is_upright else "ground"))
    rect = option.rect
    rule(look, painter, QRect(rect.left(), rect.bottom(), rect.width(), 1))


def paint_heading_label(look: Look, painter: QPainter, option: QStyleOptionHeader) -> None:
    room = option.rect  # Qt has taken off the margins and the sign already
    metrics = QFontMetrics(look.font("small"))
    text = metrics.elidedText(option.text, Qt.TextElideMode.ElideRight, room.width())
    align = option.textAlignment & _Align.AlignHorizontal_Mask
    if align == _Align.AlignHCenter:  # Qt's habit where a model says nothing; words start where their column does
        align = _Align.AlignLeft
    write(painter, room, text, look.font("small"), look.color("ink2"), align)


def paint_sort_sign(look: Look, painter: QPainter, option: QStyleOptionHeader) -> None:
    name = "chevron-up" if option.sortIndicator == QStyleOptionHeader.SortIndicator.SortUp else "chevron-down"
    sign(look, painter, option.rect, name, look.color("ink2"))
