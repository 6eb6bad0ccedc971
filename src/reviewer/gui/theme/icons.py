"""The icons of resources/icons, painted in the colour of a token when they are first shown."""

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from reviewer import paths


class Icons:
    """Pixmaps of our SVG files, kept by name, colour, size and scale."""

    def __init__(self) -> None:
        self._sources: dict[str, str] = {}
        self._pixmaps: dict[tuple[str, int, int, float], QPixmap] = {}

    def pixmap(self, name: str, color: QColor, size: int, dpr: float) -> QPixmap:
        """An icon of `size` logical px. A name that we did not draw is a bug: FileNotFoundError."""
        key = (name, color.rgba(), size, dpr)
        kept = self._pixmaps.get(key)
        if kept is None:
            kept = self._pixmaps[key] = self._render(name, color, size, dpr)
        return kept

    def _render(self, name: str, color: QColor, size: int, dpr: float) -> QPixmap:
        from PySide6.QtSvg import QSvgRenderer

        tinted = self._source(name).replace("currentColor", color.name())
        edge = round(size * dpr)
        pixmap = QPixmap(edge, edge)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        QSvgRenderer(QByteArray(tinted.encode())).render(painter, QRectF(0, 0, edge, edge))
        painter.end()
        pixmap.setDevicePixelRatio(dpr)
        return pixmap

    def _source(self, name: str) -> str:
        if name not in self._sources:
            self._sources[name] = paths.resource("icons", f"{name}.svg").read_text(encoding="utf-8")
        return self._sources[name]
