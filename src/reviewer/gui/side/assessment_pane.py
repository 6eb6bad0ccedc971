"""The Assessment tab: the state, what was heard, and the fields in the page's order."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QHideEvent, QPalette
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QWidget

from reviewer.assessment.fields import FIELDS, Field
from reviewer.assessment.ledger import Listening
from reviewer.core.wording import count, length
from reviewer.gui.forms.assessment_pane import Ui_AssessmentPane
from reviewer.gui.labels import label, set_plain
from reviewer.gui.side.evidence_band import EvidenceBand
from reviewer.gui.side.field_keeper import FieldKeeper
from reviewer.gui.side.growing_text import GrowingText
from reviewer.gui.side.moment_list import Moment, MomentList
from reviewer.gui.side.position import PositionSlider
from reviewer.gui.theme import Theme
from reviewer.gui.theme.kinds import dress

_LEAST_LINES: Final = {"why_this_matters": 3, "summary": 5, "editor_note": 3, "highlights": 3, "claims": 3}
_HINTS: Final = {"tags": "parted by commas", "highlights": "one a line", "claims": "one a line"}


class AssessmentPane(QWidget):
    """Nothing has to be saved: what is typed is told after a pause, on leaving the field, and by `flush`.

    Signals:
        field_edited: A field's name and what it holds now.
        quote_asked: The words chosen in the transcript are to be added by `quote`.
        moment_chosen: The moment in ms that the transcript is to show.
        write_asked: The assessment is to be written to a file.
    """

    field_edited = Signal(str, object)
    quote_asked = Signal()
    moment_chosen = Signal(object)
    write_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.ui = Ui_AssessmentPane()
        self.ui.setupUi(self)  # type: ignore[no-untyped-call]  # compiled
        self.position, self.moments = PositionSlider(theme), MomentList(theme)
        self._band = EvidenceBand(theme)
        self._problems: dict[str, _Problem] = {}
        self._keepers: dict[str, FieldKeeper] = {}
        self._dress()
        self._keep_fields()
        self._connect()
        self.set_values({})
        self.set_listening(Listening(None))
        self.setFocusProxy(self.ui.why_this_matters)

    # Making
    def _dress(self) -> None:
        ui, theme = self.ui, self._theme
        ui.area.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        ui.evidence_holder.addWidget(self._band)
        ui.position_holder.addWidget(self.position)
        ui.moments_holder.addWidget(self.moments)
        set_plain(ui.saved_by, theme, "small", "ink2")
        set_plain(ui.evidence_wording, theme, "heading", "ink")
        set_plain(ui.evidence_lengths, theme, "small", "ink2")
        set_plain(ui.evidence_hint, theme, "small", "ink2", wraps=True)
        for name, field in FIELDS.items():
            if name != "state":
                self._dress_field(field)
        self._wheels = _Unwheeled(self)
        for combo in self.findChildren(QComboBox):
            combo.installEventFilter(self._wheels)

    def _dress_field(self, field: Field) -> None:
        heading: QLabel = getattr(self.ui, f"{field.name}_label")
        heading.setText(field.label)
        set_plain(heading, self._theme, "small_strong", "ink2")
        hint: QLabel | None = getattr(self.ui, f"{field.name}_hint", None)
        if hint is not None:
            set_plain(hint, self._theme, "small", "ink3")
            hint.setText(_HINTS.get(field.name, ""))
        box = self._box(field.name)
        box.setAccessibleName(field.label)
        if isinstance(box, GrowingText):
            box.dress(self._theme, "quote", _LEAST_LINES[field.name])
        if field.kind == "choice" and isinstance(box, QComboBox):
            for choice in field.choices:
                box.addItem(choice.capitalize() or "Not chosen", choice)

    def _box(self, name: str) -> QWidget:
        own: dict[str, QWidget] = {"position": self.position, "moments": self.moments, "state": self.ui.draft}
        box: QWidget = own[name] if name in own else getattr(self.ui, name)
        return box

    def _keep_fields(self) -> None:
        for name, field in FIELDS.items():
            read, show = self._access(field)
            keeper = FieldKeeper(name, self._box(name), read, show)
            self._keepers[name] = keeper
            keeper.told.connect(self._on_field_told)
            keeper.shown.connect(self._on_field_shown)
            self._listen(keeper)

    def _access(self, field: Field) -> tuple[Callable[[], Any], Callable[[Any], None]]:
        """How a field's value is read from its widget and shown in it."""
        box = self._box(field.name)
        if field.name == "state":
            return self._read_state, self._show_state
        if isinstance(box, PositionSlider):
            return lambda: box.position, box.set_position
        if isinstance(box, MomentList):
            return lambda: box.moments, box.set_moments
        if isinstance(box, QComboBox):
            return _combo_access(box)
        if isinstance(box, QLineEdit):
            return _line_access(box, field)
        assert isinstance(box, GrowingText)
        return _text_access(box, field)

    def _listen(self, keeper: FieldKeeper) -> None:
        box = keeper.box
        if isinstance(box, GrowingText | QLineEdit):
            box.textChanged.connect(keeper.typed)
        elif isinstance(box, QComboBox):
            box.currentTextChanged.connect(keeper.typed if box.isEditable() else keeper.chose)
        elif isinstance(box, PositionSlider):
            box.position_changed.connect(keeper.typed)
        elif isinstance(box, MomentList):
            box.edited.connect(keeper.chose)
        else:
            self.ui.state_group.buttonClicked.connect(keeper.chose)

    def _connect(self) -> None:
        self.ui.position_clear.clicked.connect(self.position.clear)
        self.ui.quote.clicked.connect(self.quote_asked)
        self.ui.write.clicked.connect(self.write_asked)
        self.moments.chosen.connect(self._on_moment_chosen)

    # What is shown
    def set_values(self, values: Mapping[str, Any], *, is_other: bool = False) -> None:
        """What the session holds; a field that is being typed in keeps its text, unless this is another episode."""
        for name, keeper in self._keepers.items():
            keeper.hold(values.get(name, FIELDS[name].empty), is_other=is_other)
            if is_other:
                self._clear_problem(name)

    def set_listening(self, listening: Listening) -> None:
        """What was heard of the recording."""
        self._band.set_listening(listening)
        self._band.setVisible(bool(listening.duration_ms))
        self.ui.evidence_wording.setText(listening.wording)
        self.ui.evidence_hint.setText(listening.hint)
        whole = listening.duration_ms
        self.ui.evidence_lengths.setText(f"{length(listening.heard_ms)} of {length(whole)}" if whole else "")

    def set_lexicon_mean(self, mean: float | None) -> None:
        """Where the lexicon puts the episode, beside the position by ear."""
        self.position.set_mean(mean)

    def set_lenses(self, labels: Sequence[str]) -> None:
        """The lenses that are proposed; any other may be typed."""
        keeper, combo = self._keepers["lens"], self.ui.lens
        kept = combo.currentText()
        with QSignalBlocker(combo):
            combo.clear()
            combo.addItems(list(labels))
            combo.setEditText(kept)
        keeper.shown.emit("lens")

    def set_saved_by(self, text: str) -> None:
        """“Noor Hadley, today”."""
        self.ui.saved_by.setText(text)

    def quote(self, text: str, start_ms: int | None, end_ms: int | None) -> None:
        """Add a key moment."""
        self.moments.add(" ".join(text.split()), start_ms, end_ms)

    def show_problem(self, name: str, message: str) -> None:
        """Say why a field can't be kept as it stands; it is told again once it is typed anew."""
        self._keepers[name].refuse()
        if name not in self._problems:
            self._problems[name] = _Problem(self._theme)
            getattr(self.ui, f"{name}_box").addWidget(self._problems[name])
        self._problems[name].say(message)
        dress(self._keepers[name].box, state="bad")

    def _clear_problem(self, name: str) -> None:
        if name in self._problems and self._problems[name].isVisibleTo(self):
            self._problems[name].hide()
            dress(self._keepers[name].box)

    # What is told
    def flush(self) -> None:
        """Tell everything that was typed and not told yet, as before closing or opening another episode."""
        for keeper in self._keepers.values():
            keeper.flush()

    def hideEvent(self, event: QHideEvent) -> None:
        self.flush()
        super().hideEvent(event)

    def _on_field_told(self, name: str, value: Any) -> None:
        self._clear_problem(name)
        self.field_edited.emit(name, value)

    def _on_field_shown(self, name: str) -> None:
        field, value = FIELDS[name], self._keepers[name].value
        hint: QLabel | None = getattr(self.ui, f"{name}_hint", None)
        if hint is not None and field.kind == "text":
            hint.setText(field.hint(value))
        elif hint is not None and name == "moments":
            hint.setText(str(len(value)) if value else "")
        elif hint is not None and name in _HINTS:
            hint.setText(
                ", ".join(filter(None, (count(len(value), "entry", "entries") if value else "", _HINTS[name])))
            )
        if name == "position":
            self.ui.position_clear.setVisible(value is not None)

    def _on_moment_chosen(self, moment: Moment | None) -> None:
        if moment is not None and moment.start_ms is not None:
            self.moment_chosen.emit(moment.start_ms)

    def _read_state(self) -> str:
        checked = self.ui.state_group.checkedButton()
        assert checked is not None
        return checked.objectName()

    def _show_state(self, state: str) -> None:
        {"draft": self.ui.draft, "ready": self.ui.ready, "approved": self.ui.approved}[state].setChecked(True)


class _Problem(QWidget):
    """An icon and a sentence under the field that they are about."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        icon, self._text = QLabel(), label(theme, "small", "bad", wraps=True)
        icon.setPixmap(theme.pixmap("error", "bad", theme.scaled(14), self.devicePixelRatioF()))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        line.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._text, 1)

    def say(self, message: str) -> None:
        self._text.setText(message)
        self.show()


class _Unwheeled(QObject):
    """Lets the pane scroll where the wheel would change a choice on the way."""

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Wheel:
            event.ignore()
            return True
        return False


def _combo_access(box: QComboBox) -> tuple[Callable[[], Any], Callable[[Any], None]]:
    if box.isEditable():
        return box.currentText, lambda value: box.setEditText(value or "")
    return box.currentData, lambda value: box.setCurrentIndex(max(0, box.findData(value)))


def _line_access(box: QLineEdit, field: Field) -> tuple[Callable[[], Any], Callable[[Any], None]]:
    if field.kind == "tags":
        return lambda: _entries(box.text().split(",")), lambda tags: box.setText(", ".join(tags))
    return box.text, lambda value: box.setText(value or "")


def _text_access(box: GrowingText, field: Field) -> tuple[Callable[[], Any], Callable[[Any], None]]:
    if field.kind == "lines":
        return lambda: _entries(box.toPlainText().splitlines()), lambda lines: box.set_text("\n".join(lines))
    return box.toPlainText, lambda value: box.set_text(value or "")


def _entries(texts: Sequence[str]) -> list[str]:
    return [" ".join(text.split()) for text in texts if text.strip()]
