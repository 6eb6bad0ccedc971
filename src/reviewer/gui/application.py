"""The program as a window: application, theme, window, and the controllers between them."""

import os
import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QMessageLogContext, QObject, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from reviewer.app.settings import Settings
from reviewer.app.workspace import Workspace
from reviewer.gui.controllers.desk import Desk
from reviewer.gui.controllers.importing import ImportController
from reviewer.gui.controllers.library import LibraryController
from reviewer.gui.controllers.reading import ReadingController
from reviewer.gui.controllers.walking import WalkController
from reviewer.gui.controllers.window import WindowController
from reviewer.gui.main_window import MainWindow
from reviewer.gui.tasks import Tasks
from reviewer.gui.theme import Theme

QUIT_AFTER_PAINT = "REVIEWER_QUIT_AFTER_PAINT"  # for the benchmark of the start


def make_application() -> QApplication:
    """The application object, one a process."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    os.environ.setdefault("QT_LOGGING_RULES", "qt.multimedia.*=false")  # which codecs there are interests nobody
    qInstallMessageHandler(_on_message)
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Reviewer")
    app.setDesktopFileName("reviewer")
    return app


# Said by QtMultimedia wherever there is no sound device, in no category that a rule could turn off.
_NOISE = ("PulseAudioService: pa_context_connect() failed", "No audio device detected")


def _on_message(_kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
    """Pass on to stderr what Qt says, but for what every machine without sound says."""
    if not text.startswith(_NOISE):
        sys.stderr.write(f"{text}\n")


class Program(QObject):
    """One window on one library, with everything connected."""

    def __init__(self, app: QApplication, theme: Theme, library: Path, settings: Settings) -> None:
        super().__init__(app)
        self.settings = settings
        self.workspace = Workspace(library, settings.person)
        self.window = MainWindow(theme, library)
        self.desk = Desk(self.workspace, self.window)
        self.tasks = Tasks(self.window)
        self._connect_window()
        self.library.list()

    def _connect_window(self) -> None:
        window, desk = self.window, self.desk
        window.status.follow(self.tasks)
        window.status.cancel_asked.connect(_cancel)
        window.status.set_library(self.workspace.library.path, is_read_only=self.workspace.library.is_read_only)
        self.controller = WindowController(window, desk, self.settings)
        self.walk = WalkController(window)
        self.reading = ReadingController(desk, window.head, window.transcript, window)
        self.library = LibraryController(
            desk, window.library, window.transcript, window.actions_, self.settings, window
        )
        self.imports = ImportController(desk, self.tasks, self.settings, window)
        self.imports.imported.connect(self.library.list)

    def shown(self) -> None:
        """After the first paint: what the first look at the text does not need."""
        self._connect_side()
        self._connect_form()
        self._connect_player()
        self.controller.complete()
        self.desk.shown()

    def _connect_side(self) -> None:
        from reviewer.gui.controllers.correcting import CorrectingController
        from reviewer.gui.controllers.episode import EpisodeController
        from reviewer.gui.controllers.glossary import GlossaryController
        from reviewer.gui.controllers.naming import NamesController
        from reviewer.gui.controllers.tracks import TracksController

        window, desk, side = self.window, self.desk, self.window.side
        self.episode = EpisodeController(desk, window.plots, window.transcript, side.slice, window)
        self.correcting = CorrectingController(desk, window.theme, window.transcript, side.corrections, window)
        self.names = NamesController(desk, self.tasks, window.transcript, side.names, window.actions_, window)
        self.glossary = GlossaryController(desk, window.theme, window.transcript, side.names, window.actions_, window)
        self.tracks = TracksController(desk, self.tasks, self.settings, window)
        self.correcting.set_suggested(self.names.meant_for)
        window.actions_["next_slice"].triggered.connect(self.episode.next)
        window.actions_["previous_slice"].triggered.connect(self.episode.previous)

    def _connect_form(self) -> None:
        from reviewer.gui.controllers.assessing import AssessmentController
        from reviewer.gui.controllers.exporting import ExportController

        window = self.window
        self.assessment = AssessmentController(
            self.desk, window.side.assessment, window.transcript, window.actions_, self.settings, window
        )
        self.exports = ExportController(self.desk, window.head, self.assessment, window.actions_, self.settings, window)
        window.closing.connect(self.assessment.flush)

    def _connect_player(self) -> None:
        from reviewer.gui.controllers.listening import ListeningController
        from reviewer.gui.player import Player

        window, app = self.window, QApplication.instance()
        assert app is not None
        player = app.findChild(Player) or Player(app)
        self.listening = ListeningController(
            self.desk, player, window.player_bar, window.transcript, window.plots, window.side.assessment,
            window.actions_, window,
        )  # fmt: skip
        self.names.play_asked.connect(self.listening.play_from)
        self.listening.can_play_changed.connect(window.side.names.set_can_play)
        window.side.names.set_can_play(player.is_open)

    def open_first(self) -> None:
        """The episode that was open last, else the first of the list; an empty library shows how to begin."""
        rows = self.workspace.episodes()
        wanted = self.settings.get("episode", "")
        slugs = [row.slug for row in rows]
        if slugs:
            self.desk.open(wanted if wanted in slugs else slugs[0])
        else:
            self.library.connect_start(self.window.start)
            self.imports.connect_start(self.window.start)
            self.controller.show_start()

    def close(self) -> None:
        """End tasks and playing, keep what is typed, fold the write-ahead file into the library."""
        self.tasks.stop()
        if hasattr(self, "listening"):
            self.listening.close()
        self.desk.close()
        self.workspace.close()


def _cancel(task: object) -> None:
    task.cancel()  # type: ignore[attr-defined]


class _AfterPaint(QObject):
    """Calls once, after the first paint of a widget."""

    def __init__(self, program: Program) -> None:
        super().__init__(program)
        self._program = program
        program.window.installEventFilter(self)
        self._is_done = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and not self._is_done:
            self._is_done = True
            self._program.window.removeEventFilter(self)
            QTimer.singleShot(0, self, self._on_painted)
        return super().eventFilter(watched, event)

    def _on_painted(self) -> None:
        if os.environ.get(QUIT_AFTER_PAINT):
            sys.stdout.write(f"{time.monotonic()}\n")
            QApplication.exit(0)  # quit() would close the window first, and write where it stood
            return
        self._program.shown()


def run(library: Path, settings: Settings | None = None) -> int:
    """Open the window on a library; returns when it is closed."""
    app = make_application()
    theme = Theme(app)
    theme.install(app)
    program = Program(app, theme, library, settings or Settings())
    program.open_first()
    _AfterPaint(program)
    program.window.show()
    status = app.exec()
    program.close()
    return status
