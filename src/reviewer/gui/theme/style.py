"""The one style of the window: Fusion, with everything that can be seen drawn from the tokens."""

from typing import Any, Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QIcon, QPainter
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QProgressBar,
    QProxyStyle,
    QScrollBar,
    QStatusBar,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QStyleOptionComplex,
    QTabBar,
    QWidget,
)

from reviewer.gui.theme.bars import PROGRESS_HEIGHT
from reviewer.gui.theme.elements import COMPLEX, CONTROLS, PRIMITIVES
from reviewer.gui.theme.look import Look
from reviewer.gui.theme.metrics import hint, metric
from reviewer.gui.theme.sizes import GROWN, RECTS, SIZES, element_rect

_ICONS: Final[dict[QStyle.StandardPixmap, str]] = {
    QStyle.StandardPixmap.SP_LineEditClearButton: "close",
    QStyle.StandardPixmap.SP_TitleBarCloseButton: "close",
    QStyle.StandardPixmap.SP_MessageBoxWarning: "warn",
    QStyle.StandardPixmap.SP_MessageBoxCritical: "error",
    QStyle.StandardPixmap.SP_MessageBoxInformation: "info",
    QStyle.StandardPixmap.SP_MessageBoxQuestion: "help",
}

_HOVERED: Final = (QAbstractButton, QAbstractSlider, QAbstractSpinBox, QComboBox, QHeaderView, QLineEdit, QTabBar)


class ReviewerStyle(QProxyStyle):
    """Asks the tables above; what they do not know, Fusion draws with our palette.

    Qt hands some elements a plain option now and then; a painter that reads more of it is then passed over.
    """

    def __init__(self, look: Look) -> None:
        super().__init__("Fusion")
        self._look = look

    def drawControl(
        self, element: QStyle.ControlElement, option: QStyleOption, painter: QPainter, widget: QWidget | None = None
    ) -> None:
        rule = CONTROLS.get(element)
        if rule is None or not isinstance(option, rule[0]):
            super().drawControl(element, option, painter, widget)
        else:
            rule[1](self._look, painter, option, widget)

    def drawPrimitive(
        self, element: QStyle.PrimitiveElement, option: QStyleOption, painter: QPainter, widget: QWidget | None = None
    ) -> None:
        rule = PRIMITIVES.get(element)
        if rule is None or not isinstance(option, rule[0]):
            super().drawPrimitive(element, option, painter, widget)
        else:
            rule[1](self._look, painter, option, widget)

    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        rule = COMPLEX.get(control)
        if rule is None or not isinstance(option, rule[0]):
            super().drawComplexControl(control, option, painter, widget)
        else:
            rule[1](self._look, painter, option, widget)

    def pixelMetric(
        self, metric_: QStyle.PixelMetric, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> int:
        own = metric(self._look, metric_, widget)
        return own if own is not None else super().pixelMetric(metric_, option, widget)

    def styleHint(
        self,
        hint_: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returnData: QStyleHintReturn | None = None,  # noqa: N803 - Qt's name
    ) -> int:
        own = hint(hint_, widget)
        return own if own is not None else super().styleHint(hint_, option, widget, returnData)

    # Qt calls by position, and its stubs name the last argument otherwise in each class.
    def sizeFromContents(  # type: ignore[override]
        self, kind: QStyle.ContentsType, option: QStyleOption, size: QSize, widget: QWidget | None
    ) -> QSize:
        measure = SIZES.get(kind)
        if measure is None:
            return super().sizeFromContents(kind, option, size, widget)  # type: ignore[arg-type]
        own = super().sizeFromContents(kind, option, size, widget) if kind in GROWN else size  # type: ignore[arg-type]
        return measure(self._look, option, own, widget)

    def subControlRect(  # type: ignore[override]
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        part: QStyle.SubControl,
        widget: QWidget | None,
    ) -> QRect:
        place = RECTS.get(control)
        rect = place(self._look, option, part, widget) if place is not None else None
        if rect is None:
            return super().subControlRect(control, option, part, widget)  # type: ignore[arg-type]
        return (
            rect
            if control == QStyle.ComplexControl.CC_ScrollBar
            else self.visualRect(option.direction, option.rect, rect)
        )

    def subElementRect(  # type: ignore[override]
        self, element: QStyle.SubElement, option: QStyleOption, widget: QWidget | None
    ) -> QRect:
        rect = element_rect(element, option)
        if rect is None:
            return super().subElementRect(element, option, widget)  # type: ignore[arg-type]
        return self.visualRect(option.direction, option.rect, rect)

    def standardIcon(
        self, icon: QStyle.StandardPixmap, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> QIcon:
        name = _ICONS.get(icon)
        if name is None:
            return super().standardIcon(icon, option, widget)
        return QIcon(self._look.tinted(name, self._look.color("ink2"), 16, 1.0))

    def polish(self, target: Any) -> Any:
        """Let what reacts to the pointer be repainted when it comes and goes, and scroll bars lie over the text."""
        answer = super().polish(target)
        if isinstance(target, _HOVERED):
            target.setAttribute(Qt.WidgetAttribute.WA_Hover)
        if isinstance(target, QScrollBar):
            target.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, on=False)
        if isinstance(target, QAbstractItemView):
            target.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        if isinstance(target, QProgressBar):
            target.setMaximumHeight(PROGRESS_HEIGHT)  # Qt keeps room for a number in it
        if isinstance(target, QStatusBar):
            target.setSizeGripEnabled(False)
            target.setMinimumHeight(self._look.scaled(26))
            target.setContentsMargins(14, 0, 14, 0)  # Qt adds 2
        return answer
