"""The window itself: panes shown and hidden, theme and text size, where one was."""

from typing import Any

from PySide6.QtCore import QByteArray, QObject, QSize, QTimer
from PySide6.QtGui import QAction, QActionGroup

from reviewer import __version__
from reviewer.app.session import ReviewSession
from reviewer.app.settings import Settings
from reviewer.gui.controllers.desk import Desk
from reviewer.gui.controllers.placing import are_numbers, found_place, kept_place
from reviewer.gui.main_window import MainWindow
from reviewer.gui.theme.theme import CHOICES

ZOOM_STEP = 10
USUAL_SIZE, FRAME = QSize(1440, 900), QSize(8, 40)  # of the window; what a window manager puts round it
KEEP_EVERY_MS = 10_000  # where one is, so that it is there after a kill too
HYPHEN = "\u2010"  # narrower than the sign of the keyboard, which tabular figures make wide
PANES = ("library_pane", "side_pane", "plots")
WIDEST = 32_000  # pixels of a pane that a person may have chosen
TABS = ("names", "slice", "assessment", "corrections")
_CHOICE_WORDS = {"system": "As the system has it", "light": "Light", "dark": "Dark", "contrast": "High contrast"}
NEEDS_EPISODE = ("correct", "export", "write", "quote", "next_slice", "previous_slice", "next_suggestion",
                 "previous_suggestion", "to_cards", "captions", "undo", "redo", "plots", "focus_mode")  # fmt: skip


class WindowController(QObject):
    """Connects what concerns the window as a whole."""

    def __init__(self, window: MainWindow, desk: Desk, settings: Settings) -> None:
        super().__init__(window)
        self._window, self._desk, self._settings = window, desk, settings
        self._saved = ""
        self._has_failed = False  # something could not be kept
        self._is_early = True  # the side pane is not made yet
        self._before_focus: dict[str, bool] = {}
        self._tab_before_focus = ""
        self._make_theme_menu()
        self._connect()
        self._restore()
        self._enable(is_open=False)
        self._keeping = QTimer(self, interval=KEEP_EVERY_MS)
        self._keeping.timeout.connect(self._on_keep_due)
        self._keeping.start()

    def _connect(self) -> None:
        actions, desk, window = self._window.actions_, self._desk, self._window
        desk.leaving.connect(self.keep_place)
        desk.opened.connect(self._on_opened)
        desk.settled.connect(self._on_settled)
        desk.saved.connect(self._on_saved)
        desk.told.connect(self._on_told)
        desk.failed.connect(self._on_failed)
        window.toast.undo_asked.connect(desk.undo)
        window.closing.connect(self.keep)
        window.activated.connect(desk.look)
        actions["undo"].triggered.connect(desk.undo)
        actions["redo"].triggered.connect(desk.redo)
        actions["save"].triggered.connect(self._on_save_asked)
        actions["quit"].triggered.connect(window.close)
        actions["person"].triggered.connect(self._on_person_asked)
        actions["larger"].triggered.connect(self._on_larger)
        actions["smaller"].triggered.connect(self._on_smaller)
        actions["usual_size"].triggered.connect(self._on_usual_size)
        actions["library_pane"].toggled.connect(window.library.setVisible)
        actions["side_pane"].toggled.connect(self._on_side_toggled)
        actions["plots"].toggled.connect(self._on_plots_toggled)
        actions["focus_mode"].toggled.connect(self._on_focus_toggled)
        actions["keys"].triggered.connect(self._on_keys_asked)
        actions["about"].triggered.connect(self._on_about_asked)
        actions["to_cards"].triggered.connect(self._on_cards_asked)
        actions["correct"].triggered.connect(self._on_correct_asked)
        for tab in TABS:
            actions[f"tab_{tab}"].triggered.connect(self._on_tab_asked)

    def _make_theme_menu(self) -> None:
        menu = self._window.menus["View"].addMenu("Colours")
        group = QActionGroup(menu)
        for choice in CHOICES:
            action = menu.addAction(_CHOICE_WORDS[choice])
            action.setCheckable(True)
            action.setData(choice)
            action.setChecked(choice == self._settings.get("theme", "system"))
            action.triggered.connect(self._on_theme_chosen)
            group.addAction(action)

    def _enable(self, *, is_open: bool) -> None:
        self._window.actions_.enable(NEEDS_EPISODE, when=is_open)

    # Where one was
    def _restore(self) -> None:
        settings, window, actions = self._settings, self._window, self._window.actions_
        theme = settings.get("theme", "system")
        window.theme.set_choice(theme if theme in CHOICES else "system")
        window.theme.set_zoom(int(settings.get("zoom", 100)))
        for name in PANES:
            actions[name].setChecked(settings.get(name, True))
        geometry = settings.get("geometry", "").encode("ascii", "replace")
        if not geometry or not window.restoreGeometry(QByteArray.fromBase64(geometry)):
            room = window.screen().availableSize() - FRAME
            window.resize(USUAL_SIZE.boundedTo(room))
        window.lay_panes()
        panes = settings.get("panes", [])
        if len(panes) == window.panes.count() and are_numbers(panes, 1, WIDEST):
            window.panes.setSizes(panes)

    def keep(self) -> None:
        """Remember how the window stood."""
        window, actions = self._window, self._window.actions_
        is_focused = actions["focus_mode"].isChecked()
        shown = {name: actions[name].isChecked() for name in PANES} | (self._before_focus if is_focused else {})
        values: dict[str, Any] = {
            "theme": window.theme.choice,
            "zoom": window.theme.zoom,
            "geometry": bytes(window.saveGeometry().toBase64().data()).decode(),
            "tab": self._tab_to_keep(is_focused=is_focused),
            **shown,
            "library_pane": shown["library_pane"] or window.hides_library,
        }
        if window.side_area.isVisible() and window.library.isVisible():
            values["panes"] = window.panes.sizes()
        self.keep_place()
        self._desk.attempt(lambda: self._settings.set(values))

    def _on_keep_due(self) -> None:
        if self._window.isVisible() and not self._is_early:
            self.keep()

    def _tab_to_keep(self, *, is_focused: bool) -> str:
        if self._is_early:
            return str(self._settings.get("tab", TABS[0]))
        return self._tab_before_focus if is_focused else self._window.side.tab

    def keep_place(self) -> None:
        """Remember the place in the episode that is open."""
        session, transcript = self._desk.session, self._window.transcript
        if session is not None:
            word = transcript.caret_word()
            place = (transcript.first_visible_word(), word.first if word else 0)
            places = dict(self._settings.get("places", {}))
            places[session.episode.id] = kept_place(session.version, *place)
            self._desk.attempt(lambda: self._settings.set({"places": places}))

    def _on_opened(self, session: ReviewSession) -> None:
        window = self._window
        window.show_episode()
        window.setWindowTitle(f"{session.episode.facts.title} – Reviewer")
        self._enable(is_open=True)
        if not self._desk.is_reopening:  # by itself: it takes nobody out of what she is typing
            window.transcript.setFocus()
        window.toast.outdate()  # what it tells of was decided in another episode
        place = found_place(session.version, self._settings.get("places", {}).get(session.episode.id))
        if place is not None:
            QTimer.singleShot(0, self, lambda: self._go_back(session, *place))

    def complete(self) -> None:
        """The side pane is there: show the tab that was shown last."""
        self._is_early = False
        tab = self._settings.get("tab", TABS[0])
        self._window.side.show_tab(tab if tab in TABS else TABS[0])
        self._window.plots.collapse(not self._window.actions_["plots"].isChecked())

    def show_start(self) -> None:
        """The empty library, with who works here."""
        window = self._window
        window.start.set_person(self._settings.person)
        window.start.person_named.connect(self._on_person_named)
        window.show_start()

    def _on_settled(self, session: ReviewSession) -> None:
        name = session.lexicon.name
        called = f"{name.id} {name.version}".replace("-", HYPHEN)
        self._window.status.set_lexicon(f"Lexicon {called}" + ("" if name.is_validated else ", not validated"))

    def _go_back(self, session: ReviewSession, visible: int, caret: int) -> None:
        most = session.version.cues.word_count - 1
        if self._desk.session is session and most >= 0:
            self._window.transcript.put_caret(min(caret, most))
            self._window.transcript.show_from(min(visible, most))

    # What is told
    def _on_failed(self, text: str) -> None:
        self._has_failed = True
        self._window.toast.complain(text)

    def _on_saved(self, at: str) -> None:
        self._saved = at
        self._window.toast.outdate()
        self._window.status.set_saved(f"Saved {at}")

    def _on_told(self, text: str, can_undo: bool) -> None:
        self._window.toast.tell(text, can_undo=can_undo)

    def _on_save_asked(self) -> None:
        self._has_failed = False
        self._window.closing.emit()  # what stands in the form is kept as at closing
        if not self._has_failed:
            self._window.toast.tell(f"All saved, {self._saved}." if self._saved else "All saved.", can_undo=False)

    # What the hand does
    def _on_theme_chosen(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        self._window.theme.set_choice(action.data())

    def _on_larger(self) -> None:
        self._window.theme.set_zoom(self._window.theme.zoom + ZOOM_STEP)

    def _on_smaller(self) -> None:
        self._window.theme.set_zoom(self._window.theme.zoom - ZOOM_STEP)

    def _on_usual_size(self) -> None:
        self._window.theme.set_zoom(100)

    def _on_side_toggled(self, is_on: bool) -> None:
        self._window.side_area.setVisible(is_on and self._desk.session is not None)

    def _on_plots_toggled(self, is_on: bool) -> None:
        if not self._is_early:
            self._window.plots.collapse(not is_on)

    def _on_focus_toggled(self, is_on: bool) -> None:
        actions = self._window.actions_
        if is_on:
            self._before_focus = {name: actions[name].isChecked() for name in PANES}
            self._tab_before_focus = self._window.side.tab
            actions["library_pane"].setChecked(False)
            actions["plots"].setChecked(False)
            actions["side_pane"].setChecked(True)
            self._window.side.show_tab("assessment")
        else:
            for name, was_on in self._before_focus.items():
                actions[name].setChecked(was_on)
            self._window.side.show_tab(self._tab_before_focus)

    def _on_tab_asked(self) -> None:
        actions = self._window.actions_
        tab = next((tab for tab in TABS if actions[f"tab_{tab}"] is self.sender()), TABS[0])
        actions["side_pane"].setChecked(True)
        self._window.side.show_tab(tab, focus=True)

    def _on_cards_asked(self) -> None:
        self._window.actions_["side_pane"].setChecked(True)
        self._window.side.show_tab("names", focus=True)

    def _on_correct_asked(self) -> None:
        transcript = self._window.transcript
        words = transcript.chosen_words()
        if words:
            transcript.correction_asked.emit(words, "")

    def _on_keys_asked(self) -> None:
        from reviewer.gui.dialogs.keys import KeysDialog

        dialog = KeysDialog(self._window.theme, self._window)
        dialog.exec()
        dialog.deleteLater()

    def _on_about_asked(self) -> None:
        text = f"Reviewer {__version__}\nA desk for people who review transcripts.\nGPL-3.0-or-later"
        from PySide6.QtWidgets import QMessageBox

        QMessageBox.about(self._window, "About Reviewer", text)

    def _on_person_asked(self) -> None:
        from PySide6.QtWidgets import QInputDialog

        name, is_given = QInputDialog.getText(
            self._window, "Who I am", "Your name; it stands beside each decision", text=self._settings.person
        )
        if is_given and name.strip():
            self._on_person_named(name.strip())

    def _on_person_named(self, name: str) -> None:
        self._desk.attempt(lambda: self._settings.set({"person": name}))
        self._desk.set_person(name)
