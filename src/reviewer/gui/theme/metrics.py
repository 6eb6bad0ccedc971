"""The numbers and habits of the style: widths and margins in px, and the hints by which Qt decides what it does."""

from typing import Final

from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QCheckBox,
    QFocusFrame,
    QFrame,
    QRadioButton,
    QScrollBar,
    QStyle,
    QTabBar,
    QWidget,
)

from reviewer.gui.theme.bars import EPISODE_TAB_PAD, SCROLL_EXTENT, TAB_PAD, is_episodes
from reviewer.gui.theme.fields import is_text_area
from reviewer.gui.theme.look import Look

_Metric = QStyle.PixelMetric
_Hint = QStyle.StyleHint

RING_GAP: Final = 2
_ROW_PAD: Final = 7  # Qt adds 1

FIXED: Final[dict[QStyle.PixelMetric, int]] = {
    _Metric.PM_ButtonDefaultIndicator: 0,
    _Metric.PM_ButtonShiftHorizontal: 0,
    _Metric.PM_ButtonShiftVertical: 0,
    _Metric.PM_CheckBoxLabelSpacing: 8,
    _Metric.PM_RadioButtonLabelSpacing: 8,
    _Metric.PM_ComboBoxFrameWidth: 1,
    _Metric.PM_SpinBoxFrameWidth: 1,
    _Metric.PM_SplitterWidth: 1,
    _Metric.PM_DockWidgetSeparatorExtent: 1,
    _Metric.PM_ScrollBarExtent: SCROLL_EXTENT,
    _Metric.PM_ScrollBarSliderMin: 32,
    _Metric.PM_ScrollView_ScrollBarOverlap: SCROLL_EXTENT,
    _Metric.PM_ScrollView_ScrollBarSpacing: 0,
    _Metric.PM_SliderThickness: 18,
    _Metric.PM_SliderControlThickness: 14,
    _Metric.PM_SliderLength: 14,
    _Metric.PM_SliderTickmarkOffset: 0,
    _Metric.PM_MenuBarPanelWidth: 0,
    _Metric.PM_MenuBarItemSpacing: 0,
    _Metric.PM_MenuBarHMargin: 7,
    _Metric.PM_MenuBarVMargin: 0,
    _Metric.PM_MenuPanelWidth: 1,
    _Metric.PM_MenuHMargin: 0,
    _Metric.PM_MenuVMargin: 4,
    _Metric.PM_ToolTipLabelFrameWidth: 5,
    _Metric.PM_ToolBarFrameWidth: 0,
    _Metric.PM_ToolBarItemMargin: 0,
    _Metric.PM_ToolBarItemSpacing: 4,
    _Metric.PM_TabBarTabOverlap: 0,
    _Metric.PM_TabBarBaseOverlap: 1,
    _Metric.PM_TabBarTabShiftHorizontal: 0,
    _Metric.PM_TabBarTabShiftVertical: 0,
    _Metric.PM_TabBarScrollButtonWidth: 24,
    _Metric.PM_TabCloseIndicatorWidth: 20,
    _Metric.PM_TabCloseIndicatorHeight: 20,
    _Metric.PM_HeaderMargin: 8,
    _Metric.PM_HeaderMarkSize: 16,
    _Metric.PM_TreeViewIndentation: 16,
    _Metric.PM_SmallIconSize: 16,
    _Metric.PM_ButtonIconSize: 16,
    _Metric.PM_ToolBarIconSize: 16,
    _Metric.PM_TabBarIconSize: 16,
    _Metric.PM_ListViewIconSize: 16,
    _Metric.PM_LayoutLeftMargin: 16,
    _Metric.PM_LayoutTopMargin: 16,
    _Metric.PM_LayoutRightMargin: 16,
    _Metric.PM_LayoutBottomMargin: 16,
    _Metric.PM_LayoutHorizontalSpacing: 8,
    _Metric.PM_LayoutVerticalSpacing: 8,
}

# Lengths that hold text or stand beside it, and so grow with the text size.
SCALED: Final[dict[QStyle.PixelMetric, int]] = {
    _Metric.PM_IndicatorWidth: 16,
    _Metric.PM_IndicatorHeight: 16,
    _Metric.PM_ExclusiveIndicatorWidth: 16,
    _Metric.PM_ExclusiveIndicatorHeight: 16,
    _Metric.PM_HeaderDefaultSectionSizeVertical: 36,
}

HINTS: Final[dict[QStyle.StyleHint, int]] = {
    _Hint.SH_UnderlineShortcut: 0,
    _Hint.SH_EtchDisabledText: 0,
    _Hint.SH_DitherDisabledText: 0,
    _Hint.SH_Widget_Animate: 0,  # nothing moves on its own but playhead, word and progress
    _Hint.SH_Widget_Animation_Duration: 0,
    _Hint.SH_ComboBox_Popup: 0,  # a list under the box, not a menu over it
    _Hint.SH_ComboBox_PopupFrameStyle: QFrame.Shape.StyledPanel.value | QFrame.Shadow.Plain.value,
    _Hint.SH_DialogButtonBox_ButtonsHaveIcons: 0,
    _Hint.SH_ScrollView_FrameOnlyAroundContents: 0,
    _Hint.SH_ScrollBar_Transient: 0,  # a bar that comes and goes hides how long the text is
    _Hint.SH_ToolTipLabel_Opacity: 255,
    _Hint.SH_TabBar_PreferNoArrows: 0,
    _Hint.SH_ItemView_ShowDecorationSelected: 1,
    _Hint.SH_ItemView_PaintAlternatingRowColorsForEmptyArea: 0,
    _Hint.SH_Slider_AbsoluteSetButtons: 1,  # a click goes there; Qt.MouseButton.LeftButton
    _Hint.SH_GroupBox_TextLabelColor: 0,
    _Hint.SH_MessageBox_CenterButtons: 0,
    _Hint.SH_FocusFrame_AboveWidget: 1,
    _Hint.SH_FocusFrame_Mask: 0,  # a mask of the control's rectangle would cut the ring of a round one
}


def metric(look: Look, what: QStyle.PixelMetric, widget: QWidget | None) -> int | None:
    """A length in px, or None where Qt's own will do."""
    if what in FIXED:
        return FIXED[what]
    if what in SCALED:
        return look.scaled(SCALED[what])
    if what == _Metric.PM_DefaultFrameWidth:
        return _frame_width(widget)
    if what in {_Metric.PM_FocusFrameHMargin, _Metric.PM_FocusFrameVMargin}:
        return look.focus_width + RING_GAP if _is_rung(widget) else _ROW_PAD
    if what == _Metric.PM_TabBarTabHSpace:
        return 2 * (EPISODE_TAB_PAD if is_episodes(widget) else TAB_PAD)
    return None


def hint(what: QStyle.StyleHint, widget: QWidget | None) -> int | None:
    """A habit, or None where Qt's own will do. A tab's word is cut only where titles of episodes stand."""
    if what == _Hint.SH_TabBar_ElideMode and isinstance(widget, QTabBar):
        return 1 if is_episodes(widget) else 3  # Qt.TextElideMode.ElideRight, ElideNone
    return HINTS.get(what)


def _is_rung(widget: QWidget | None) -> bool:
    return isinstance(widget, QFocusFrame | QCheckBox | QRadioButton)


def _frame_width(widget: QWidget | None) -> int:
    """2 px where the focus ring lies on the frame, none round lists and scroll areas, 1 px round what pops up."""
    if is_text_area(widget):
        return 2
    if isinstance(widget, QAbstractItemView | QAbstractScrollArea):
        return 1 if widget.isWindow() else 0
    return 0 if isinstance(widget, QScrollBar) else 1
