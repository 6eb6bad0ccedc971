"""A picture of the real window with an episode in it, for those without a screen and for the documentation."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEventLoop, QSize, QTimer

from reviewer.app.settings import Settings
from reviewer.gui.application import Program, make_application
from reviewer.gui.theme import Theme
from reviewer.gui.theme.choice import Choice

SETTLE_MS = 100  # for a layout that follows a change
PAUSE_MS = 600  # for a scrolling to end and the list to be brought up to date
PATIENCE_MS = 20_000  # for the tasks that fill the panes, such as looking for names


@dataclass(frozen=True, slots=True)
class Look:
    """How the window is to look; a slice is chosen by its number, 0 for none."""

    size: QSize = QSize(1440, 900)  # noqa: RUF009 — nobody changes it
    theme: Choice = "light"
    tab: str = "names"
    chosen_slice: int = 0


def picture_of_window(library: Path, slug: str, path: Path, look: Look | None = None) -> None:
    """Open the window on an episode, wait until its panes are filled, and write what it shows as a PNG."""
    look = look or Look()
    app = make_application()
    theme = Theme(app)
    theme.install(app)
    program = Program(app, theme, library, Settings())
    theme.set_choice(look.theme)
    program.desk.open(slug)
    program.window.resize(look.size)
    program.window.lay_panes()
    program.window.show()
    program.shown()
    program.window.side.show_tab(look.tab)
    _wait(SETTLE_MS)
    _wait_for_tasks(program)
    if look.chosen_slice:
        program.episode.choose(look.chosen_slice)
    _wait(PAUSE_MS)
    program.window.grab().save(str(path))
    program.window.close()
    program.close()


def _wait_for_tasks(program: Program) -> None:
    for _ in range(PATIENCE_MS // SETTLE_MS):
        if not program.tasks.running:
            return
        _wait(SETTLE_MS)


def _wait(ms: int) -> None:
    """Let events be handled; an event loop of Qt lets other threads run meanwhile, QTest.qWait does not."""
    loop = QEventLoop()
    QTimer.singleShot(ms, loop.quit)
    loop.exec()
