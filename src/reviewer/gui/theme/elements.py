"""Which painter draws which element of Qt's controls, and the class of option that it reads."""

from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QFocusFrame,
    QRadioButton,
    QStyle,
    QStyleOption,
    QStyleOptionButton,
    QStyleOptionComboBox,
    QStyleOptionFrame,
    QStyleOptionHeader,
    QStyleOptionMenuItem,
    QStyleOptionProgressBar,
    QStyleOptionSlider,
    QStyleOptionSpinBox,
    QStyleOptionTab,
    QStyleOptionToolButton,
    QStyleOptionViewItem,
    QWidget,
)

from reviewer.gui.theme import bars, buttons, fields, menus
from reviewer.gui.theme.kinds import KIND, word
from reviewer.gui.theme.look import CONTROL_RADIUS, Look, box, is_hovered, sign
from reviewer.gui.theme.metrics import RING_GAP

_CE = QStyle.ControlElement
_PE = QStyle.PrimitiveElement
_CC = QStyle.ComplexControl

# `Any` is the option: each painter takes the class of option that stands beside it, and is not called with another.
Painting = Callable[[Look, QPainter, Any, QWidget | None], None]
Rule = tuple[type[QStyleOption], Painting]


def _nothing(_look: Look, _painter: QPainter, _option: Any, _widget: QWidget | None) -> None:
    """Etched frames, grips and dotted rectangles that we do without."""


def _push(look: Look, painter: QPainter, option: Any, widget: QWidget | None) -> None:
    buttons.paint_button(look, painter, option.rect, buttons.push_face(option, widget), widget)


def _tool(look: Look, painter: QPainter, option: Any, widget: QWidget | None) -> None:
    buttons.paint_button(look, painter, option.rect, buttons.tool_face(option, widget), widget)


def _check(look: Look, painter: QPainter, option: Any, _widget: QWidget | None) -> None:
    buttons.paint_check(look, painter, option)


def _radio(look: Look, painter: QPainter, option: Any, _widget: QWidget | None) -> None:
    buttons.paint_radio(look, painter, option)


def _menu_bar_item(look: Look, painter: QPainter, option: Any, _widget: QWidget | None) -> None:
    menus.paint_menu_bar_item(look, painter, option)
    bars.paint_line(look, painter, option.rect, Qt.Edge.BottomEdge)


def _menu_bar_rest(look: Look, painter: QPainter, option: Any, _widget: QWidget | None) -> None:
    painter.fillRect(option.rect, look.color("ground"))
    bars.paint_line(look, painter, option.rect, Qt.Edge.BottomEdge)


def _menu_item(look: Look, painter: QPainter, option: Any, _widget: QWidget | None) -> None:
    menus.paint_menu_item(look, painter, option)


def _status_bar(look: Look, painter: QPainter, option: Any, _widget: QWidget | None) -> None:
    bars.paint_line(look, painter, option.rect, Qt.Edge.TopEdge)


def _tab_base(look: Look, painter: QPainter, _option: Any, widget: QWidget | None) -> None:
    if widget is not None:
        bars.paint_line(look, painter, widget.rect(), Qt.Edge.BottomEdge)


def _tab_pane(look: Look, painter: QPainter, option: Any, _widget: QWidget | None) -> None:
    bars.paint_line(look, painter, option.rect, Qt.Edge.TopEdge)


def _tab_close(look: Look, painter: QPainter, option: Any, _widget: QWidget | None) -> None:
    if is_hovered(option):
        box(painter, option.rect, CONTROL_RADIUS, look.color("hover"), None)
    sign(look, painter, option.rect, "close", look.color("ink2"))


def _popup(look: Look, painter: QPainter, option: Any, _widget: QWidget | None) -> None:
    menus.paint_popup(look, painter, option)


def _splitter(look: Look, painter: QPainter, option: Any, _widget: QWidget | None) -> None:
    bars.paint_splitter(look, painter, option)


def _ring_outside(look: Look, painter: QPainter, option: Any, widget: QWidget | None) -> None:
    """The frame lies round the control; its ring stands `RING_GAP` off, as far as the control is painted."""
    target = widget.widget() if isinstance(widget, QFocusFrame) else None
    kind, rect = word(target, KIND), QRect(option.rect)
    if isinstance(target, QCheckBox | QRadioButton):
        rect.setWidth(min(rect.width(), target.sizeHint().width() + 2 * (look.focus_width + RING_GAP)))
    reach = look.focus_width + RING_GAP
    radius = rect.width() / 2 if kind == "round" else CONTROL_RADIUS + reach
    box(painter, rect, radius, None, look.color("accent"), look.focus_width)


def _row_ring(look: Look, painter: QPainter, option: Any, widget: QWidget | None) -> None:
    is_popup = widget is not None and widget.window().windowType() == Qt.WindowType.Popup
    if isinstance(widget, QAbstractItemView) and not is_popup:  # what drops down shows its choice by its tint
        menus.paint_row_ring(look, painter, option)


def _heading(look: Look, painter: QPainter, option: QStyleOptionHeader, _widget: QWidget | None) -> None:
    menus.paint_heading(look, painter, option, is_upright=option.orientation == Qt.Orientation.Vertical)


def _heading_rest(look: Look, painter: QPainter, option: Any, _widget: QWidget | None) -> None:
    painter.fillRect(option.rect, look.color("ground"))
    bars.paint_line(look, painter, option.rect, Qt.Edge.BottomEdge)


def _heading_label(look: Look, painter: QPainter, option: Any, _widget: QWidget | None) -> None:
    menus.paint_heading_label(look, painter, option)


def _sort_sign(look: Look, painter: QPainter, option: Any, _widget: QWidget | None) -> None:
    menus.paint_sort_sign(look, painter, option)


def _frame(look: Look, painter: QPainter, option: QStyleOptionFrame, widget: QWidget | None) -> None:
    is_popup = widget is not None and widget.isWindow() and widget.windowType() == Qt.WindowType.Popup
    if is_popup:
        menus.paint_popup(look, painter, option)
    else:
        fields.paint_frame(look, painter, option, widget)


def _scroll_bar(look: Look, painter: QPainter, option: Any, _widget: QWidget | None) -> None:
    bars.paint_scroll_bar(look, painter, option)


def _slider(look: Look, painter: QPainter, option: Any, widget: QWidget | None) -> None:
    style = widget.style() if widget is not None else None
    if style is not None:
        knob = style.subControlRect(_CC.CC_Slider, option, QStyle.SubControl.SC_SliderHandle, widget)
        bars.paint_slider(look, painter, option, knob)


CONTROLS: Final[dict[QStyle.ControlElement, Rule]] = {
    _CE.CE_PushButton: (QStyleOptionButton, _push),
    _CE.CE_ComboBoxLabel: (QStyleOptionComboBox, fields.paint_combo_label),
    _CE.CE_MenuBarItem: (QStyleOptionMenuItem, _menu_bar_item),
    _CE.CE_MenuBarEmptyArea: (QStyleOption, _menu_bar_rest),
    _CE.CE_MenuItem: (QStyleOptionMenuItem, _menu_item),
    _CE.CE_TabBarTabShape: (QStyleOptionTab, bars.paint_tab_shape),
    _CE.CE_TabBarTabLabel: (QStyleOptionTab, bars.paint_tab_label),
    _CE.CE_ProgressBar: (QStyleOptionProgressBar, bars.paint_progress),
    _CE.CE_Splitter: (QStyleOption, _splitter),
    _CE.CE_SizeGrip: (QStyleOption, _nothing),
    _CE.CE_FocusFrame: (QStyleOption, _ring_outside),
    _CE.CE_HeaderSection: (QStyleOptionHeader, _heading),
    _CE.CE_HeaderEmptyArea: (QStyleOption, _heading_rest),
    _CE.CE_HeaderLabel: (QStyleOptionHeader, _heading_label),
    _CE.CE_ShapedFrame: (QStyleOptionFrame, _frame),
    _CE.CE_ToolBar: (QStyleOption, _nothing),
}

PRIMITIVES: Final[dict[QStyle.PrimitiveElement, Rule]] = {
    _PE.PE_IndicatorCheckBox: (QStyleOption, _check),
    _PE.PE_IndicatorItemViewItemCheck: (QStyleOption, _check),
    _PE.PE_IndicatorRadioButton: (QStyleOption, _radio),
    _PE.PE_IndicatorTabClose: (QStyleOption, _tab_close),
    _PE.PE_IndicatorBranch: (QStyleOption, menus.paint_branch),
    _PE.PE_IndicatorHeaderArrow: (QStyleOptionHeader, _sort_sign),
    _PE.PE_PanelLineEdit: (QStyleOption, fields.paint_field),
    _PE.PE_FrameLineEdit: (QStyleOption, _nothing),
    _PE.PE_Frame: (QStyleOptionFrame, _frame),
    _PE.PE_FrameGroupBox: (QStyleOption, _nothing),
    _PE.PE_FrameTabBarBase: (QStyleOption, _tab_base),
    _PE.PE_FrameTabWidget: (QStyleOption, _tab_pane),
    _PE.PE_FrameFocusRect: (QStyleOption, _row_ring),
    _PE.PE_FrameDefaultButton: (QStyleOption, _nothing),
    _PE.PE_FrameStatusBarItem: (QStyleOption, _nothing),
    _PE.PE_FrameMenu: (QStyleOption, _popup),
    _PE.PE_PanelMenu: (QStyleOption, _popup),
    _PE.PE_PanelTipLabel: (QStyleOption, _popup),
    _PE.PE_PanelStatusBar: (QStyleOption, _status_bar),
    _PE.PE_PanelItemViewItem: (QStyleOptionViewItem, menus.paint_row),
    _PE.PE_PanelItemViewRow: (QStyleOption, _nothing),
    _PE.PE_PanelScrollAreaCorner: (QStyleOption, _nothing),
}

COMPLEX: Final[dict[QStyle.ComplexControl, Rule]] = {
    _CC.CC_ToolButton: (QStyleOptionToolButton, _tool),
    _CC.CC_ComboBox: (QStyleOptionComboBox, fields.paint_combo),
    _CC.CC_SpinBox: (QStyleOptionSpinBox, fields.paint_spin),
    _CC.CC_ScrollBar: (QStyleOptionSlider, _scroll_bar),
    _CC.CC_Slider: (QStyleOptionSlider, _slider),
}
