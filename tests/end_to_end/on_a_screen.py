"""The real window with the sample on the screen that DISPLAY names, and a picture of that screen."""

import sys
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer

from reviewer.app import sample
from reviewer.app.settings import Settings
from reviewer.app.workspace import Workspace
from reviewer.gui.application import Program, make_application
from reviewer.gui.theme import Theme


def main(folder: Path, picture: Path) -> None:
    library = folder / "library.sqlite"
    with Workspace(library, "Noor Hadley") as workspace:
        slug = sample.bring_in(workspace)
    app = make_application()
    theme = Theme(app)
    theme.install(app)
    theme.set_choice("light")
    program = Program(app, theme, library, Settings(folder / "settings"))
    program.desk.open(slug)
    program.window.setGeometry(app.primaryScreen().geometry())
    program.window.lay_panes()
    program.window.show()
    program.shown()
    while program.tasks.running:
        wait(50)
    wait(800)
    app.primaryScreen().grabWindow(0).save(str(picture))
    program.window.close()
    program.close()


def wait(ms: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(ms, loop.quit)
    loop.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
