"""The one table of what can be done: words, keys, menus. Menus, tooltips and the list of keys are drawn from it."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

MENUS = ("File", "Edit", "View", "Play", "Names", "Scores", "Assessment", "Publish", "Help")


@dataclass(frozen=True, slots=True)
class Deed:
    """An action: its name in code, its words, its keys, and the menu in which it stands.

    `where` is the context in which its keys act: the window, or a part that has focus and handles them itself.
    `keep` are keys that the focused text field keeps for itself where it has a use for them.
    """

    name: str
    text: str
    menu: str = ""
    keys: tuple[str, ...] = ()
    where: str = "window"
    starts_group: bool = False
    is_checkable: bool = False


DEEDS: tuple[Deed, ...] = (
    Deed("import", "Import captions…", "File", ("Ctrl+O",)),
    Deed("import_folder", "Import a folder…", "File", ("Ctrl+Shift+O",)),
    Deed("import_report", "What became of the import", "File"),
    Deed("captions", "Captions of this episode…", "File", ("Ctrl+Shift+K",), starts_group=True),
    Deed("attach", "Attach a recording…", "File"),
    Deed("save", "Save", "File", ("Ctrl+S",), starts_group=True),
    Deed("quit", "Quit", "File", ("Ctrl+Q",), starts_group=True),
    Deed("undo", "Undo", "Edit", ("Ctrl+Z",)),
    Deed("redo", "Redo", "Edit", ("Ctrl+Y", "Ctrl+Shift+Z")),
    Deed("correct", "Correct the words", "Edit", ("Enter", "F2"), where="transcript", starts_group=True),
    Deed("find_library", "Search the library", "Edit", ("Ctrl+Shift+F",)),
    Deed("person", "Who I am…", "Edit", starts_group=True),
    Deed("larger", "Larger text", "View", ("Ctrl++", "Ctrl+=")),
    Deed("smaller", "Smaller text", "View", ("Ctrl+-",)),
    Deed("usual_size", "Usual text size", "View", ("Ctrl+0",)),
    Deed("library_pane", "Library", "View", ("Ctrl+B",), starts_group=True, is_checkable=True),
    Deed("side_pane", "Side pane", "View", ("Ctrl+I",), is_checkable=True),
    Deed("plots", "Plots", "View", ("Ctrl+D",), is_checkable=True),
    Deed("focus_mode", "Only transcript and note", "View", ("F11",), is_checkable=True),
    Deed("next_part", "Next part", "View", ("F6",), starts_group=True),
    Deed("previous_part", "Previous part", "View", ("Shift+F6",)),
    Deed("tab_names", "Names", "View", ("Alt+1",), starts_group=True),
    Deed("tab_slice", "Slice", "View", ("Alt+2",)),
    Deed("tab_assessment", "Assessment", "View", ("Alt+3",)),
    Deed("tab_corrections", "Corrections", "View", ("Alt+4",)),
    Deed("play", "Play or pause", "Play", ("Ctrl+Space", "F4", "Media Play")),
    Deed("back_5", "5 s back", "Play", ("Alt+Left",)),
    Deed("on_5", "5 s on", "Play", ("Alt+Right",)),
    Deed("back_1", "1 s back", "Play", ("Alt+Shift+Left",)),
    Deed("on_1", "1 s on", "Play", ("Alt+Shift+Right",)),
    Deed("slower", "Slower", "Play", ("Alt+-",), starts_group=True),
    Deed("faster", "Faster", "Play", ("Alt++", "Alt+=")),
    Deed("usual_speed", "Usual speed", "Play", ("Alt+0",)),
    Deed("next_unheard", "Next unheard stretch", "Play", ("F9",), starts_group=True),
    Deed("previous_unheard", "Previous unheard stretch", "Play", ("Shift+F9",)),
    Deed("follow", "Follow the voice", "Play", is_checkable=True),
    Deed("open_video", "Open the video in the browser", "Play", starts_group=True),
    Deed("next_suggestion", "Next suggestion", "Names", ("F8",)),
    Deed("previous_suggestion", "Previous suggestion", "Names", ("Shift+F8",)),
    Deed("to_cards", "To the cards", "Names", ("Ctrl+F8",)),
    Deed("glossary_add", "Add to the glossary…", "Names", ("Ctrl+Shift+L",), starts_group=True),
    Deed("glossary_import", "Import names…", "Names"),
    Deed("glossary_export", "Export names…", "Names"),
    Deed("next_slice", "Next slice", "Scores", ("Alt+PgDown",)),
    Deed("previous_slice", "Previous slice", "Scores", ("Alt+PgUp",)),
    Deed("quote", "Quote the selection", "Assessment", ("Ctrl+Shift+J",)),
    Deed("write", "Write the assessment file…", "Assessment"),
    Deed("export", "Export the bundle…", "Publish", ("Ctrl+Shift+E",)),
    Deed("keys", "Keys", "Help", ("F1",)),
    Deed("about", "About Reviewer", "Help"),
    # Keys that a part of the window handles itself while it has focus
    Deed("play_here", "Play or pause", keys=("Space",), where="transcript"),
    Deed("accept", "Accept the correction", keys=("Return",), where="correction"),
    Deed("everywhere", "Here and everywhere, with a preview", keys=("Ctrl+Shift+Return",), where="correction"),
    Deed("as_it_was", "As it was", keys=("Esc",), where="correction"),
    Deed("card_all", "All places", keys=("Return",), where="cards"),
    Deed("card_one", "This place only", keys=("A",), where="cards"),
    Deed("card_other", "Another name", keys=("E",), where="cards"),
    Deed("card_never", "Never", keys=("N",), where="cards"),
    Deed("card_skip", "Skip", keys=("S", "Down"), where="cards"),
    Deed("card_play", "Play this place", keys=("Space",), where="cards"),
    Deed("card_next", "Next place", keys=("Right",), where="cards"),
    Deed("card_previous", "Previous place", keys=("Left",), where="cards"),
    Deed("slice_next", "Next slice", keys=("Right",), where="arc"),
    Deed("slice_previous", "Previous slice", keys=("Left",), where="arc"),
    Deed("stretch_next", "Next stretch", keys=("Down",), where="arc"),
    Deed("stretch_previous", "Previous stretch", keys=("Up",), where="arc"),
    Deed("slice_first", "First slice", keys=("Home",), where="arc"),
    Deed("slice_last", "Last slice", keys=("End",), where="arc"),
    Deed("slice_open", "To the text", keys=("Return",), where="arc"),
    Deed("withdraw", "Withdraw the correction", keys=("Del",), where="corrections"),
    Deed("correction_place", "Go to its place", keys=("Return",), where="corrections"),
)


class Actions(QObject):
    """The actions of one window, by name."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._actions: dict[str, QAction] = {}
        for deed in DEEDS:
            if deed.menu:
                self._actions[deed.name] = self._made(deed, window)

    def _made(self, deed: Deed, window: QWidget) -> QAction:
        action = QAction(deed.text, window)
        action.setCheckable(deed.is_checkable)
        keys = [QKeySequence(key) for key in deed.keys]
        action.setShortcuts(keys)
        # Keys of a part of the window are shown in the menu and handled by the part.
        scope = Qt.ShortcutContext.WindowShortcut if deed.where == "window" else Qt.ShortcutContext.WidgetShortcut
        action.setShortcutContext(scope)
        window.addAction(action)
        return action

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def fill(self, bar: QMenuBar) -> dict[str, QMenu]:
        """The menus, by their words."""
        menus = {}
        for name in MENUS:
            menu = bar.addMenu(f"&{name}" if name != "Publish" else "P&ublish")
            for deed in DEEDS:
                if deed.menu == name:
                    if deed.starts_group:
                        menu.addSeparator()
                    menu.addAction(self._actions[deed.name])
            menus[name] = menu
        return menus

    def enable(self, names: Iterable[str], *, when: bool) -> None:
        for name in names:
            self._actions[name].setEnabled(when)
