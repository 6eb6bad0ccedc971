"""A library with two short talks in which a name is mis-heard, and the program opened on it."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from tests.cli.command_line import webvtt

from reviewer.app.importing import ImportOptions, ImportResult, import_files
from reviewer.app.session import ReviewSession
from reviewer.app.settings import Settings
from reviewer.app.workspace import Workspace
from reviewer.gui.application import Program
from reviewer.gui.library.model import EpisodeItem, Heading, Item, PlaceItem
from reviewer.gui.side import CardView
from reviewer.gui.theme import Theme
from reviewer.names.glossary import make_name

PERSON = "Noor Hadley"
LAMPS, BRIDGES = "lamps", "bridges"
_FILLING = tuple(f"Sentence {n} is about the sea, the weather and what a keeper hears at night." for n in range(40))
TALKS = {
    LAMPS: (
        "Welcome to Scarevane, the lighthouse of this story.",
        "There was a risk of catastrophe, an existential risk.",
        "People at Scarevane built a lamp that never failed.",
        *_FILLING,
        "It was a great opportunity for Scarevane and its people.",
    ),
    BRIDGES: (
        "This talk is about bridges and the people who walk them.",
        "A bridge is an opportunity, a breakthrough and a benefit.",
        "One of them leads to Scarevane over the water.",
        *_FILLING[:20],
        "The danger of a bridge is a catastrophe in a storm.",
    ),
}


def make_library(folder: Path) -> Path:
    """Both talks, with the right name in the glossary."""
    path, result = folder / "library.sqlite", ImportResult()
    files = [folder / f"{slug}.vtt" for slug in TALKS]
    for file in files:
        file.write_text(webvtt(*TALKS[file.stem]), "utf-8")
    for file, series in zip(files, ("Sea", "Land"), strict=True):
        list(import_files(path, [file], ImportOptions(series=series), result))
    assert [one.episode for one in result.imported] == [LAMPS, BRIDGES]
    with Workspace(path, PERSON) as workspace:
        workspace.add_names([make_name("Skerryvane")])
    return path


class Desktop:
    """The program before a user, opened and closed on one library as often as a test likes."""

    def __init__(self, qapp: QApplication, theme: Theme, bot: QtBot, folder: Path) -> None:
        self._qapp, self._theme, self.bot, self.folder = qapp, theme, bot, folder
        self.library = folder / "library.sqlite"
        self.settings = Settings(folder / "settings")
        self.settings.set({"person": PERSON, "episode": LAMPS})
        self._open: list[Program] = []

    def open(self, *, width: int = 1440, library: Path | None = None, settings: Settings | None = None) -> Program:
        program = Program(self._qapp, self._theme, library or self.library, settings or self.settings)
        self._open.append(program)
        program.open_first()
        if width:
            program.window.resize(QSize(width, 900))
            program.window.lay_panes()
        with self.bot.waitActive(program.window):
            program.window.show()
            program.window.activateWindow()
        program.shown()
        self.settle(program)
        return program

    def settle(self, program: Program) -> None:
        """Wait for the tasks, such as looking for names."""
        self.bot.waitUntil(lambda: not program.tasks.running, timeout=20_000)
        self.bot.wait(20)

    def shut(self, program: Program) -> None:
        """Close as a user does; the objects are there still, as at the end of a process."""
        self._open.remove(program)
        program.window.close()
        program.close()

    def close(self, program: Program) -> None:
        self.shut(program)
        program.window.deleteLater()
        program.deleteLater()
        self.bot.wait(1)

    def close_all(self) -> None:
        for program in tuple(self._open):
            self.close(program)

    def go_to(self, program: Program, slug: str) -> ReviewSession:
        """Another episode, wholly shown."""
        program.desk.open(slug)
        self.bot.wait(1)
        self.settle(program)
        return session_of(program)

    def type(self, text: str) -> None:
        """Keys to whatever has the focus."""
        field = QApplication.focusWidget()
        assert field is not None
        self.bot.keyClicks(field, text)

    def press(self, widget: QWidget | None, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
        held = Qt.KeyboardModifier.NoModifier
        for modifier in modifiers:
            held |= modifier
        target = widget or QApplication.focusWidget()
        assert target is not None
        self.bot.keyClick(target, key, held)


def session_of(program: Program) -> ReviewSession:
    session = program.desk.session
    assert session is not None
    return session


def said(program: Program) -> str:
    """The whole text as it reads now."""
    text = session_of(program).text
    return " ".join(text.cue_text(number) for number in range(len(text.cues)))


def flat_of(program: Program, heard: str, nth: int = 0) -> int:
    """The flat number of the first word of a wording."""
    session = session_of(program)
    return session.text.cues.flat(session.places(heard)[nth].span.start)


def card_of(program: Program) -> CardView:
    """The card of the mis-heard name."""
    return next(card for card in program.window.side.names.cards if card.meant == "Skerryvane")


def rows(program: Program) -> list[str]:
    """The list of the library pane."""
    model = program.window.library.model
    return [_word(model.item(model.index(number))) for number in range(model.rowCount())]


def _word(item: Item | None) -> str:
    match item:
        case Heading(text, _):
            return f"# {text}"
        case EpisodeItem(row):
            return row.slug
        case PlaceItem(found):
            return f"{found.slug} {found.cue}"
    return ""
