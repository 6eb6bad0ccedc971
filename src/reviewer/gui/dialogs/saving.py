"""Save captions as: the format, and what it can't carry, told before anything is written."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QDialog, QFrame, QHBoxLayout, QLabel, QRadioButton, QVBoxLayout, QWidget

from reviewer.errors import ReviewerError
from reviewer.gui.formats import WRITTEN, format_words
from reviewer.gui.labels import button, label
from reviewer.gui.theme import Theme
from reviewer.gui.theme.kinds import dress

Losses = Callable[[str], Sequence[str]]


class SaveCaptionsDialog(QDialog):
    """`losses` says of a format what it can't carry of these captions, or raises why it can't be written at all."""

    def __init__(self, theme: Theme, formats: Sequence[str], losses: Losses, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._losses = theme, losses
        self.setWindowTitle("Save captions as")
        self.resize(480, 400)
        what = label(theme, "interface", "ink2", wraps=True)
        what.setText("The captions as they read now, at the imported times.")
        self._group = QButtonGroup(self)
        self.lost_head: QLabel = label(theme, "small_strong", "ink2")
        self.lost: QLabel = label(theme, "interface", wraps=True)
        self.cancel, self.accept_button = button("Cancel", keycap="Esc"), button("Choose the file…", "primary")
        self.accept_button.setDefault(True)
        self._lay_out(what, formats)
        self._group.buttonToggled.connect(self._show_losses)
        self.cancel.clicked.connect(self.reject)
        self.accept_button.clicked.connect(self.accept)
        first = self._group.buttons()[0]
        first.setChecked(True)
        first.setFocus()

    def _lay_out(self, what: QLabel, formats: Sequence[str]) -> None:
        column, choices, foot = QVBoxLayout(self), QVBoxLayout(), QHBoxLayout()
        choices.setSpacing(2)
        for name in formats:
            choice = QRadioButton(f"{format_words(name)} ({WRITTEN[name]})")
            choice.setProperty("format", name)
            self._group.addButton(choice)
            choices.addWidget(choice)
        told = QFrame()
        dress(told, kind="card")
        words = QVBoxLayout(told)
        words.setContentsMargins(12, 10, 12, 10)
        words.setSpacing(4)
        words.addWidget(self.lost_head)
        words.addWidget(self.lost)
        words.addStretch(1)
        told.setMinimumHeight(self._theme.scaled(108))  # the longest list of losses: the dialog keeps its size
        foot.setSpacing(8)
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.accept_button)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(12)
        column.addWidget(what)
        column.addLayout(choices)
        column.addWidget(told)
        column.addStretch(1)
        column.addLayout(foot)
        self.lost.setAlignment(Qt.AlignmentFlag.AlignTop)

    @property
    def format(self) -> str:
        """The name of the format that is chosen."""
        button = self._group.checkedButton()
        return str(button.property("format")) if button is not None else next(iter(WRITTEN))

    def _show_losses(self) -> None:
        try:
            lost = self._losses(self.format)
        except ReviewerError as error:
            self.lost_head.setText("This format can’t be written")
            self.lost.setText(str(error))
            self.accept_button.setEnabled(False)
            return
        self.accept_button.setEnabled(True)
        self.lost_head.setText("Not carried by this format" if lost else "Nothing is lost")
        self.lost.setText("\n".join(lost) if lost else "This format carries all that these captions have.")
