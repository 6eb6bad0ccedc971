"""How large each control wants to be, and where its parts lie."""

from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QListView, QStyle, QStyleOptionHeader, QStyleOptionTab, QWidget

from reviewer.gui.theme.bars import (
    EPISODE_TAB_HEIGHT,
    EPISODE_TAB_PAD,
    PROGRESS_HEIGHT,
    TAB_HEIGHT,
    TAB_PAD,
    is_episodes,
    tab_label_width,
    thumb_rect,
)
from reviewer.gui.theme.buttons import face_size, push_face, tool_face
from reviewer.gui.theme.fields import combo_part, is_inside, spin_part
from reviewer.gui.theme.kinds import KIND, is_dense, word
from reviewer.gui.theme.look import Look
from reviewer.gui.theme.menus import MENU_BAR_HEIGHT, MENU_BAR_PAD, menu_item_size

_Type = QStyle.ContentsType
_Part = QStyle.SubControl
_Complex = QStyle.ComplexControl

# `Any` is the option: Qt hands each size the class of option that belongs to it.
Size = Callable[[Look, Any, QSize, QWidget | None], QSize]
Rect = Callable[[Look, Any, QStyle.SubControl, QWidget | None], QRect | None]


def _push(look: Look, option: Any, _size: QSize, widget: QWidget | None) -> QSize:
    return face_size(look, push_face(option, widget))


def _tool(look: Look, option: Any, _size: QSize, widget: QWidget | None) -> QSize:
    return face_size(look, tool_face(option, widget))


def _field(look: Look, _option: Any, size: QSize, widget: QWidget | None) -> QSize:
    return QSize(size.width() + 16, _control_height(look, widget))


def _combo(look: Look, _option: Any, size: QSize, widget: QWidget | None) -> QSize:
    if word(widget, KIND) == "quiet":
        return QSize(size.width() + 24, look.line_height("interface"))
    return QSize(size.width() + 40, _control_height(look, widget))


def _spin(look: Look, _option: Any, size: QSize, widget: QWidget | None) -> QSize:
    return QSize(size.width() + 32, _control_height(look, widget))


def _control_height(look: Look, widget: QWidget | None) -> int:
    return look.scaled(26 if is_dense(widget) else 30)


def _menu_bar_item(look: Look, option: Any, _size: QSize, _widget: QWidget | None) -> QSize:
    text = QFontMetrics(look.font("interface")).size(Qt.TextFlag.TextShowMnemonic.value, option.text)
    return QSize(text.width() + 2 * MENU_BAR_PAD, look.scaled(MENU_BAR_HEIGHT))


def _menu_item(look: Look, option: Any, _size: QSize, _widget: QWidget | None) -> QSize:
    return menu_item_size(look, option)


def _tab(look: Look, option: QStyleOptionTab, _size: QSize, widget: QWidget | None) -> QSize:
    width = tab_label_width(look, option.text, widget)
    if is_episodes(widget):
        close = option.rightButtonSize.width() + 4 if option.rightButtonSize.isValid() else 0
        return QSize(width + close + 2 * EPISODE_TAB_PAD, look.scaled(EPISODE_TAB_HEIGHT))
    return QSize(width + 2 * TAB_PAD, look.scaled(TAB_HEIGHT))


def _progress(_look: Look, _option: Any, size: QSize, _widget: QWidget | None) -> QSize:
    return QSize(size.width(), PROGRESS_HEIGHT)


def _heading(look: Look, option: QStyleOptionHeader, _size: QSize, _widget: QWidget | None) -> QSize:
    width = QFontMetrics(look.font("small")).horizontalAdvance(option.text) + 16
    sort = 18 if option.sortIndicator != QStyleOptionHeader.SortIndicator.None_ else 0
    return QSize(width + sort, look.scaled(30))


def _row(look: Look, _option: Any, size: QSize, widget: QWidget | None) -> QSize:
    """36 px; in what drops down from a box, as in a menu, 28."""
    drops_down = isinstance(widget, QListView) and (widget.isWindow() or widget.inherits("QComboBoxListView"))
    return QSize(size.width() + 8, max(size.height(), look.scaled(28 if drops_down else 36)))


SIZES: Final[dict[QStyle.ContentsType, Size]] = {
    _Type.CT_PushButton: _push,
    _Type.CT_ToolButton: _tool,
    _Type.CT_LineEdit: _field,
    _Type.CT_ComboBox: _combo,
    _Type.CT_SpinBox: _spin,
    _Type.CT_MenuBarItem: _menu_bar_item,
    _Type.CT_MenuItem: _menu_item,
    _Type.CT_TabBarTab: _tab,
    _Type.CT_ProgressBar: _progress,
    _Type.CT_HeaderSection: _heading,
    _Type.CT_ItemViewItem: _row,
}

# Those that want Qt's own measure first, and grow from it.
GROWN: Final = frozenset({_Type.CT_ItemViewItem})


def _combo_rect(_look: Look, option: Any, part: QStyle.SubControl, widget: QWidget | None) -> QRect | None:
    if part == _Part.SC_ComboBoxListBoxPopup:
        return None
    return combo_part(option.rect, part, is_quiet=word(widget, KIND) == "quiet")


def _spin_rect(_look: Look, option: Any, part: QStyle.SubControl, _widget: QWidget | None) -> QRect | None:
    if option.buttonSymbols == option.buttonSymbols.NoButtons:
        return None
    return spin_part(option.rect, part)


def _scroll_rect(_look: Look, option: Any, part: QStyle.SubControl, _widget: QWidget | None) -> QRect | None:
    """No arrows: the groove is all, the thumb on it, a page before and one after."""
    groove, thumb = option.rect, thumb_rect(option, option.rect)
    if part == _Part.SC_ScrollBarGroove:
        return QRect(groove)
    if part == _Part.SC_ScrollBarSlider:
        return thumb
    is_upright = option.orientation == Qt.Orientation.Vertical
    page = QRect(groove)
    if part == _Part.SC_ScrollBarSubPage:
        page.setBottom(thumb.top() - 1) if is_upright else page.setRight(thumb.left() - 1)
        return page
    if part == _Part.SC_ScrollBarAddPage:
        page.setTop(thumb.bottom() + 1) if is_upright else page.setLeft(thumb.right() + 1)
        return page
    return QRect()


RECTS: Final[dict[QStyle.ComplexControl, Rect]] = {
    _Complex.CC_ComboBox: _combo_rect,
    _Complex.CC_SpinBox: _spin_rect,
    _Complex.CC_ScrollBar: _scroll_rect,
}


def element_rect(what: QStyle.SubElement, option: Any) -> QRect | None:
    """Where a part of a plain control lies, or None where Qt's own will do."""
    rect: QRect = option.rect
    if what == QStyle.SubElement.SE_LineEditContents:
        return QRect(rect) if is_inside(option) else rect.adjusted(6, 1, -6, -1)  # Qt adds 2 at either side
    if what == QStyle.SubElement.SE_HeaderArrow:
        return QRect(rect.right() - 23, rect.top(), 16, rect.height())
    return None
