"""The plots as pictures: to be looked at beside window/main-light.png and main-dark.png, and held to their edges."""

import random
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPixmap
from tests.pictured_episode import pictured_figures, scores_of

from reviewer.gui.plots.paint import paint
from reviewer.gui.plots.plots import Plots
from reviewer.gui.plots.sparkline import paint_sparkline
from reviewer.gui.theme import Theme
from reviewer.spectrum.colors import color_of
from reviewer.spectrum.shapes import Mix, Rect


def picture(plots: Plots, theme: Theme) -> QImage:
    image = QImage(plots.size(), QImage.Format.Format_RGB32)
    image.fill(theme.color("paper"))
    painter = QPainter(image)
    painter.drawPixmap(0, 0, plots.grab())
    painter.end()
    return image


def column(image: QImage, x: int, rows: range) -> list[str]:
    return [image.pixelColor(x, y).name().upper() for y in rows]


@pytest.mark.parametrize("choice", ["light", "dark", "contrast"])
@pytest.mark.parametrize("width", [696, 760, 792])
def test_pictures_to_look_at(
    show: Callable[[int], Plots], theme: Theme, tmp_path: Path, choice: str, width: int
) -> None:
    theme.set_choice(choice)  # type: ignore[arg-type]
    plots = show(width)
    plots.set_position(2_311_000)
    plots.set_chosen(38)
    assert picture(plots, theme).save(str(tmp_path / f"plots-{choice}-{width}.png"))


def test_plots_run_from_the_text_to_the_scores(plots: Plots, theme: Theme) -> None:
    plots.setStyleSheet(f"background: {theme.color('paper').name()}")
    image = picture(plots, theme)
    floor = [image.pixelColor(x, 100).name().upper() == theme.tokens.ground for x in range(760)]
    assert (floor.index(True), 759 - floor[::-1].index(True)) == (80, 735)


def test_bars_are_edged_in_the_light(plots: Plots, theme: Theme) -> None:
    image = picture(plots, theme)
    lowest = column(image, 80 + 241, range(135, 135 + 38))
    assert lowest[-1] == theme.tokens.risk_edge
    assert lowest[0] == theme.tokens.risk_edge
    fill = color_of(Mix("risk", "risk_end", 18), theme.tokens)
    assert set(column(image, 80 + 242, range(140, 170))) == {fill}


def test_many_slices_are_painted_in_a_few_milliseconds(plots: Plots) -> None:
    luck = random.Random(1)
    values = [luck.choice([None, None, luck.randint(-60, 50)]) for _ in range(1000)]
    plots.set_figures(pictured_figures(scores_of(values, 7_000)))
    took = min(_time_of(plots) for _ in range(5))
    assert took < 0.05  # measured 4 ms; this machine is shared


def test_a_sparkline_is_painted_where_it_is_told(theme: Theme) -> None:
    pixmap = QPixmap(100, 40)
    pixmap.fill(Qt.GlobalColor.white)
    painter = QPainter(pixmap)
    paint_sparkline(painter, QRectF(10, 10, 80, 20), [-40, None, 40], theme)
    painter.end()
    image = pixmap.toImage()
    assert image.pixelColor(11, 25) == QColor(theme.tokens.risk_edge)
    assert all(image.pixelColor(x, y) == QColor("white") for x in range(100) for y in (*range(10), *range(30, 40)))


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 1.75, 2.0])
def test_lines_are_equally_thick_wherever_they_lie(theme: Theme, scale: float) -> None:
    pixmap = QPixmap(round(100 * scale), 20)
    pixmap.setDevicePixelRatio(scale)
    pixmap.fill(Qt.GlobalColor.white)
    painter = QPainter(pixmap)
    paint([Rect(4 * n, 0, 1, 10, "ink") for n in range(25)], painter, theme)
    painter.end()
    image = pixmap.toImage()
    inked = [image.pixelColor(x, 2) == QColor(theme.tokens.ink) for x in range(image.width())]
    assert sum(inked) == 25 * round(scale)
    assert all(image.pixelColor(x, 2) in (QColor(theme.tokens.ink), QColor("white")) for x in range(image.width()))


def _time_of(plots: Plots) -> float:
    plots.arc.refresh()
    started = time.perf_counter()
    plots.arc.grab()
    return time.perf_counter() - started
