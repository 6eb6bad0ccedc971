"""A splitter whose handle is one line to see and eight px to grab."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QRegion, QResizeEvent
from PySide6.QtWidgets import QSplitter, QSplitterHandle, QWidget

_BEFORE: Final = 4
_AFTER: Final = 3


class _Handle(QSplitterHandle):
    """Reaches over its neighbours: Qt lays panes out by the contents of a handle, and grabs by the whole of it."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        QWidget.resizeEvent(self, event)  # not the handle's own: it sets narrower margins, which resizes again
        if self.orientation() == Qt.Orientation.Horizontal:
            self.setContentsMargins(_BEFORE, 0, _AFTER, 0)
        else:
            self.setContentsMargins(0, _BEFORE, 0, _AFTER)
        self.setMask(QRegion(self.contentsRect()))
        self.setAttribute(Qt.WidgetAttribute.WA_MouseNoMask)


class PaneSplitter(QSplitter):
    """Parts panes by a line; none of them can be pushed out of sight by accident."""

    def __init__(self, orientation: Qt.Orientation) -> None:
        super().__init__(orientation)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)

    def createHandle(self) -> QSplitterHandle:
        return _Handle(self.orientation(), self)
