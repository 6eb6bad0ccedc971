"""The glossary: looked through in its dialog, added to from the text or a file, written to a file."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QInputDialog, QWidget

from reviewer.app.importing import read_bytes
from reviewer.app.session import Change
from reviewer.app.writing import write_file
from reviewer.core.reading import bare
from reviewer.core.wording import count
from reviewer.errors import Refused, printable
from reviewer.gui.actions import Actions
from reviewer.gui.controllers.desk import Desk
from reviewer.gui.dialogs.files import choose_file, choose_new_file
from reviewer.gui.dialogs.glossary import GlossaryDialog
from reviewer.gui.side import NamesPane
from reviewer.gui.theme import Theme
from reviewer.gui.transcript.view import TranscriptView
from reviewer.names.files import read_names, write_names
from reviewer.names.glossary import Name, make_name

GLOSSARY_FILES = "Names (*.txt *.csv *.json);;All files (*)"


class GlossaryController(QObject):
    """Connects the glossary's menu and dialog with the library; each change is one decision."""

    def __init__(
        self, desk: Desk, theme: Theme, transcript: TranscriptView, pane: NamesPane, actions: Actions, window: QWidget
    ) -> None:
        super().__init__(window)
        self._desk, self._theme, self._transcript, self._window = desk, theme, transcript, window
        pane.glossary_asked.connect(self.show_glossary)
        actions["glossary_add"].triggered.connect(self.add_name)
        actions["glossary_import"].triggered.connect(self.import_names)
        actions["glossary_export"].triggered.connect(self.export_names)

    def add_name(self) -> None:
        """Ask for a name; what is selected in the text is proposed."""
        proposed = bare(" ".join(self._transcript.selected_text().split()))
        text, is_given = QInputDialog.getText(self._window, "Add to the glossary", "Name or term", text=proposed)
        if is_given and text.strip():
            self._desk.decide(lambda: self._added([_named(text)]), "{label}.")

    def _added(self, names: list[Name]) -> Change | None:
        """Add names; where all are in the glossary already, that is told."""
        change = self._desk.workspace.add_names(names)
        if change is None:
            there = f"“{names[0].canonical}” is" if len(names) == 1 else "All these names are"
            self._desk.tell(f"{there} in the glossary already.")
        return change

    def show_glossary(self) -> None:
        """Open the glossary; what is added or removed there is one decision each."""
        dialog = GlossaryDialog(self._theme, self._window)
        dialog.set_names(self._desk.workspace.names())
        dialog.name_added.connect(lambda text: self._changed_in(dialog, lambda: self._added([_named(text)])))
        dialog.name_removed.connect(
            lambda text: self._changed_in(dialog, lambda: self._desk.workspace.remove_name(text))
        )
        dialog.import_asked.connect(lambda: self._imported_in(dialog))
        dialog.export_asked.connect(self.export_names)
        dialog.exec()
        dialog.deleteLater()

    def _changed_in(self, dialog: GlossaryDialog, work: Callable[[], Change | None]) -> None:
        self._desk.decide(work, "{label}.")
        dialog.set_names(self._desk.workspace.names())

    def _imported_in(self, dialog: GlossaryDialog) -> None:
        self.import_names()
        dialog.set_names(self._desk.workspace.names())

    def import_names(self) -> None:
        path = choose_file(self._window, "Import names", GLOSSARY_FILES)
        if path is not None:
            self.import_file(path)

    def import_file(self, path: Path) -> None:
        """Add the names of a file to the glossary, as one decision."""
        read = self._desk.attempt(lambda: read_names(path.name, read_bytes(path)))
        if read:
            self._desk.decide(lambda: self._added(read), "{label}.")

    def export_names(self) -> None:
        path = choose_new_file(self._window, "Export names", GLOSSARY_FILES, "names.csv")
        if path is not None:
            self._desk.attempt(lambda: self._write(path))

    def _write(self, path: Path) -> None:
        names = self._desk.workspace.names()
        write_file(path, write_names(names, path.suffix, path.name))
        self._desk.tell(f"{count(len(names), 'name')} written to {printable(str(path))}.")


def _named(text: str) -> Name:
    try:
        return make_name(text)
    except ValueError as error:
        raise Refused(str(error)) from error
