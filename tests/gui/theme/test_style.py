"""The controls look as in window/components.png: tokens stand where the pictures have them."""

import gc
import re
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QStyle, QWidget
from pytestqt.qtbot import QtBot
from tests.gui.theme.control_sheet import ControlSheet

from reviewer.gui import theme as theme_package
from reviewer.gui.theme import Theme
from reviewer.gui.theme.bars import tab_words
from reviewer.gui.theme.choice import Choice
from reviewer.gui.theme.kinds import dress

EVERY_THEME = pytest.mark.parametrize("choice", ["light", "dark", "contrast"])


def color_at(widget: QWidget, x: float, y: float) -> QColor:
    """The colour at a share of the widget's width and height; a share under 0 counts px from the far end."""
    image = widget.grab().toImage()
    return image.pixelColor(int(x * (image.width() - 1)), int(y * (image.height() - 1)))


def nearness(picture: QPixmap, color: QColor) -> int:
    """How far the nearest pixel is from a colour; a thin slanted line never quite reaches its own."""
    image = picture.toImage()
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return min(
        abs(p.red() - color.red()) + abs(p.green() - color.green()) + abs(p.blue() - color.blue()) for p in pixels
    )


@EVERY_THEME
def test_the_sheet_of_all_controls_is_drawn(sheet: ControlSheet, choice: Choice, pictures: Path) -> None:
    sheet.wear(choice)
    assert sheet.grab().save(str(pictures / f"controls-{choice}.png"))
    assert color_at(sheet, 0.5, 0.005) == sheet.theme.color("ground")


@EVERY_THEME
@pytest.mark.parametrize(
    ("name", "x", "y", "token"),
    [
        ("plain", 0.5, 0.0, "edge"),
        ("plain", 0.5, 0.12, "raised"),
        ("off", 0.5, 0.0, "line"),
        ("primary", 0.5, 0.1, "accent"),
        ("primary", 0.02, 0.5, "accent"),
        ("quiet", 0.5, 0.0, "ground"),
        ("follow", 0.5, 0.05, "accent_soft"),
        ("play", 0.5, 0.05, "accent"),
        ("play", 0.0, 0.0, "ground"),
        ("field", 0.5, 0.0, "edge"),
        ("field", 0.5, 0.12, "raised"),
        ("bad", 0.5, 0.0, "bad"),
        ("read_only", 0.5, 0.12, "sunken"),
        ("combo", 0.5, 0.0, "edge"),
        ("progress", 0.3, 0.5, "accent"),
        ("progress", 0.9, 0.5, "line"),
        ("text", 0.5, 0.0, "edge"),
    ],
)
def test_a_control_wears_its_token(
    sheet: ControlSheet, choice: Choice, name: str, x: float, y: float, token: str
) -> None:
    sheet.wear(choice)
    control: QWidget = getattr(sheet, name)
    rect = QRect(control.mapTo(sheet, QPoint(0, 0)), control.size())
    image = sheet.grab(rect).toImage()
    found = image.pixelColor(int(x * (image.width() - 1)), int(y * (image.height() - 1)))
    assert found.name() == sheet.theme.color(token).name()


@pytest.mark.parametrize("name", ["plain", "off", "primary", "quiet", "only", "follow", "field", "combo"])
def test_controls_are_30_px_high(sheet: ControlSheet, name: str) -> None:
    control: QWidget = getattr(sheet, name)
    assert control.height() == 30


def test_rows_menus_and_bars_have_their_heights(sheet: ControlSheet) -> None:
    assert sheet.menuBar().height() == 30
    assert sheet.statusBar().height() >= 26
    assert sheet.progress.height() == 4
    assert sheet.segments[0].height() == 26
    assert sheet.list.sizeHintForRow(0) == 36
    assert sheet.tabs.height() == 40
    dress(sheet.plain, dense=True)
    assert sheet.plain.sizeHint().height() == 26


@EVERY_THEME
def test_segments_are_joined_and_the_chosen_one_is_tinted(sheet: ControlSheet, choice: Choice) -> None:
    sheet.wear(choice)
    first, middle, last = sheet.segments
    assert middle.x() == first.geometry().right() + 1
    for segment, token in ((first, "accent_soft"), (middle, "raised"), (last, "raised")):
        assert color_at(segment, 0.5, 0.15) == sheet.theme.color(token)
    # Round at the outer corner only: there the ground of the window shows through.
    assert color_at(last, 0.0, 0.0) == sheet.theme.color("edge")
    assert color_at(last, 1.0, 0.0) != sheet.theme.color("edge")


def test_choosing_a_segment_or_a_tab_moves_nothing(sheet: ControlSheet) -> None:
    before = [segment.sizeHint() for segment in sheet.segments], sheet.tabs.sizeHint()
    sheet.segments[2].setChecked(True)
    sheet.tabs.setCurrentIndex(2)
    assert ([segment.sizeHint() for segment in sheet.segments], sheet.tabs.sizeHint()) == before


@EVERY_THEME
def test_the_chosen_tab_is_underlined(sheet: ControlSheet, choice: Choice) -> None:
    sheet.wear(choice)
    sheet.tabs.setCurrentIndex(1)
    image, tab = sheet.tabs.grab().toImage(), sheet.tabs.tabRect(1)
    for rise in (0, 1):
        assert image.pixelColor(tab.center().x(), tab.bottom() - rise) == sheet.theme.color("accent")
    assert image.pixelColor(sheet.tabs.tabRect(0).center().x(), tab.bottom()) == sheet.theme.color("line")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Names 31", ("Names", "31")),
        ("Library 1,284", ("Library", "1,284")),
        ("Slice", ("Slice", "")),
        ("31", ("31", "")),
        ("GPT4", ("GPT4", "")),
    ],
)
def test_the_count_of_a_tab_is_set_apart(text: str, words: tuple[str, str]) -> None:
    assert tab_words(text) == words


def test_the_scroll_bar_lies_over_the_content(sheet: ControlSheet) -> None:
    bar = sheet.list.verticalScrollBar()
    assert sheet.list.viewport().width() == sheet.list.width()
    image = bar.grab().toImage()
    drawn = [x for x in range(bar.width()) if image.pixelColor(x, 16).alpha() > 0 and x < bar.width() - 7]
    beside = {image.pixelColor(x, bar.height() - 3).name() for x in range(bar.width())}
    assert bar.width() == 12
    assert drawn == [] or {image.pixelColor(x, 16).name() for x in drawn} == beside


def test_a_click_above_the_thumb_pages_up(sheet: ControlSheet) -> None:
    bar = sheet.list.verticalScrollBar()
    bar.setValue(bar.maximum())
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(6, 4))
    assert bar.value() == max(0, bar.maximum() - bar.pageStep())


@EVERY_THEME
def test_a_menu_shows_tick_key_and_tint(sheet: ControlSheet, choice: Choice, pictures: Path) -> None:
    sheet.wear(choice)
    menu = sheet.menuBar().actions()[0].menu()
    assert isinstance(menu, QMenu)
    menu.popup(QPoint(0, 0))
    menu.setActiveAction(menu.actions()[0])
    grabbed = menu.grab()
    menu.close()
    grabbed.save(str(pictures / f"menu-{choice}.png"))
    image, row = grabbed.toImage(), menu.actionGeometry(menu.actions()[0])
    assert image.pixelColor(row.center().x() + 40, row.top() + 2) == sheet.theme.color("accent_soft")
    assert image.pixelColor(0, 20) == sheet.theme.color("edge")


@EVERY_THEME
def test_the_selection_keeps_its_tint_without_focus(sheet: ControlSheet, choice: Choice) -> None:
    sheet.wear(choice)
    sheet.field.setFocus()
    image, row = sheet.list.viewport().grab().toImage(), sheet.list.visualItemRect(sheet.list.item(1))
    assert image.pixelColor(1, row.center().y()) == sheet.theme.color("accent")
    assert image.pixelColor(row.center().x(), row.center().y()) == sheet.theme.color("accent_soft")


@EVERY_THEME
def test_a_ticked_box_is_filled_and_an_empty_one_is_edged(sheet: ControlSheet, choice: Choice) -> None:
    sheet.wear(choice)
    for box, token in ((sheet.ticked, "accent"), (sheet.empty, "edge")):
        image = box.grab().toImage()
        middle = image.height() // 2
        assert image.pixelColor(0, middle) == sheet.theme.color(token)
    mark = sheet.ticked.grab(QRect(0, 0, 16, 30))
    assert nearness(mark, sheet.theme.color("on_accent")) < 120


def test_fifty_changes_of_theme_leave_the_window_as_it_was(sheet: ControlSheet) -> None:
    choices: tuple[Choice, ...] = ("dark", "contrast", "light")
    before = sheet.grab().toImage()
    for turn in range(50):
        sheet.wear(choices[turn % 3])
        sheet.repaint()
    sheet.wear("light")
    assert sheet.grab().toImage() == before


def test_windows_come_and_go(theme: Theme, qtbot: QtBot) -> None:
    for turn in range(15):
        sheet = ControlSheet(theme)
        sheet.show()
        sheet.grab()
        theme.set_choice("dark" if turn % 2 else "light")
        with qtbot.waitSignal(sheet.destroyed):
            sheet.deleteLater()
        del sheet
        gc.collect()
    assert QApplication.style().metaObject().className() == "ReviewerStyle"


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # some names are old ones of Qt's
def test_every_element_of_the_style_can_be_asked_without_a_widget(theme: Theme) -> None:
    style = QApplication.style()
    assert theme.name == "light"
    for metric in QStyle.PixelMetric:
        if metric != QStyle.PixelMetric.PM_CustomBase:
            style.pixelMetric(metric)
    for hint in QStyle.StyleHint:
        if hint != QStyle.StyleHint.SH_CustomBase:
            style.styleHint(hint)


def test_colours_stand_in_the_table_of_tokens_only() -> None:
    gui = Path(theme_package.__file__).parents[1]
    hexes = re.compile(r"#[0-9A-Fa-f]{6}\b|#[0-9A-Fa-f]{3}\b|QColor\(\s*\d")
    guilty = [path.name for path in gui.rglob("*.py") if hexes.search(path.read_text(encoding="utf-8"))]
    assert guilty == []


def test_the_program_ends_cleanly_with_the_style_in_use() -> None:
    """Qt takes the style apart when Python is half gone; that must not crash."""
    here = Path(__file__).parent
    script = (
        "import sys; from PySide6.QtWidgets import QApplication; from reviewer.gui.theme import Theme\n"
        f"sys.path.insert(0, {str(here)!r}); from control_sheet import ControlSheet\n"
        "app = QApplication([]); theme = Theme(app); theme.install(app)\n"
        "sheet = ControlSheet(theme); sheet.show(); sheet.grab(); app.processEvents()\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
