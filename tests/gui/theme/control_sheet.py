"""A sheet of all controls, as in window/components.png, to grab and to look at."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QFrame,
    QGridLayout,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QMainWindow,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QSlider,
    QSpinBox,
    QTabBar,
    QTableWidget,
    QTableWidgetItem,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reviewer.gui.theme import Theme
from reviewer.gui.theme.choice import Choice
from reviewer.gui.theme.kinds import Kind, dress
from reviewer.gui.theme.splitter import PaneSplitter


class ControlSheet(QMainWindow):
    """Every kind of control once; those that the tests look at have names."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.resize(1100, 760)
        self._fill_menus()
        sheet, side = QWidget(), QWidget()
        self.rows = QVBoxLayout(sheet)
        self.rows.setSpacing(14)
        self.side_rows = QVBoxLayout(side)
        self.splitter = PaneSplitter(Qt.Orientation.Horizontal)
        self.splitter.addWidget(sheet)
        self.splitter.addWidget(side)
        self.setCentralWidget(self.splitter)
        self._fill_buttons()
        self._fill_fields()
        self._fill_choices()
        self._fill_bars()
        self._fill_side()
        self.statusBar().addWidget(QLabel("Saved 21:14"))
        self.statusBar().addPermanentWidget(QLabel("Text 100 %"))

    def wear(self, choice: Choice) -> None:
        """Change the theme and let the news reach every control, as the event loop would."""
        self.theme.set_choice(choice)
        QApplication.processEvents()

    def _fill_menus(self) -> None:
        for title in ("&File", "&Edit", "&View", "&Play", "&Names"):
            menu = self.menuBar().addMenu(title)
            menu.addAction("Import captions…").setShortcut("Ctrl+O")
            menu.addAction("Export…").setEnabled(False)
            menu.addSeparator()
            shown = menu.addAction("Show library")
            shown.setCheckable(True)
            shown.setChecked(True)
            menu.addMenu("Theme").addAction("Dark")

    def _row(self, *widgets: QWidget) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        for widget in widgets:
            row.addWidget(widget)
        row.addStretch()
        self.rows.addLayout(row)

    def _fill_buttons(self) -> None:
        self.plain = _button("Export…", sign="export")
        self.off = _button("Export…")
        self.off.setEnabled(False)
        self.primary = _button("Accept all 11 places", "primary", keycap="Enter")
        self.quiet = _button("Never", "quiet", keycap="N")
        self.only = _button("Only here", keycap="A")
        self._row(self.plain, self.off, self.primary, self.only, self.quiet, _button("Undo", "link"))
        self.follow, loop = _tool("Follow", "follow"), _tool("Loop", "loop")
        self.follow.setChecked(True)
        self.play = QToolButton()
        dress(self.play, kind="round", sign="play")
        close = QToolButton()
        dress(close, sign="close")
        self._row(self.follow, loop, self.play, close, _button("Group by series", sign="filter"))

    def _fill_fields(self) -> None:
        self.field, self.bad, self.read_only = QLineEdit("Long Horizon"), QLineEdit("31 Nov 2026"), QLineEdit("k3xQ7")
        dress(self.bad, state="bad")
        self.read_only.setReadOnly(True)
        self.search = QLineEdit(placeholderText="Search titles and words")
        sign = QAction(self.search)
        self.theme.keep_icon(sign, "search")
        self.search.addAction(sign, QLineEdit.ActionPosition.LeadingPosition)
        self._row(self.field, self.bad, self.read_only, self.search)
        self.combo = QComboBox()
        self.combo.addItems(["Group by series", "Group by lens"])
        by = QComboBox()
        by.addItems(["By series", "By date"])
        dress(by, kind="quiet")
        editable = QComboBox(editable=True)
        editable.addItems(["Mara Lindqvist"])
        self._row(self.combo, by, editable, QSpinBox(maximum=400, value=100, suffix=" %"))

    def _fill_choices(self) -> None:
        self.segments = [_button(word, "segment") for word in ("Draft", "Ready", "Approved")]
        self.group = QButtonGroup(self)
        joined = QHBoxLayout()
        joined.setSpacing(0)
        for segment in self.segments:
            segment.setCheckable(True)
            self.group.addButton(segment)
            joined.addWidget(segment)
        self.segments[0].setChecked(True)
        holder = QWidget()
        joined.setContentsMargins(0, 0, 0, 0)
        holder.setLayout(joined)
        self.ticked, self.empty, light = QCheckBox("Keep pitch"), QCheckBox("Word marks"), QRadioButton("Light")
        self.ticked.setChecked(True)
        light.setChecked(True)
        part = QCheckBox("Some", tristate=True)
        part.setCheckState(Qt.CheckState.PartiallyChecked)
        self._row(holder, self.ticked, self.empty, part, light, QRadioButton("Dark"))

    def _fill_bars(self) -> None:
        self.progress = QProgressBar(maximum=100, value=60)
        self.progress.setFixedWidth(200)
        done = QProgressBar(maximum=100, value=100)
        done.setFixedWidth(100)
        dress(done, state="good")
        slider = QSlider(Qt.Orientation.Horizontal)
        slider.setValue(40)
        slider.setFixedWidth(160)
        self._row(self.progress, done, slider)
        self.text = QPlainTextEdit("\n".join(f"Verhoeven argues, line {n}" for n in range(20)))
        self.text.setFont(self.theme.font("quote"))
        self.text.setMaximumHeight(110)
        self.rows.addWidget(self.text)
        self.table = QTableWidget(3, 3)
        self.table.setHorizontalHeaderLabels(["Title", "Series", "Mean"])
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setSortingEnabled(True)
        self.table.setItem(0, 0, QTableWidgetItem("Handing research to the machines"))
        self.table.setItem(1, 0, QTableWidgetItem("What the evaluators could not see"))
        self.table.setItem(0, 2, QTableWidgetItem("−5"))
        self.table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.table.selectRow(0)
        self.rows.addWidget(self.table)

    def _fill_side(self) -> None:
        self.tabs = _tabs("Names 31", "Slice", "Assessment", "Related")
        self.episodes = _tabs("Handing research to the machines, slowly", "Who holds the off switch")
        self.episodes.setTabsClosable(True)
        dress(self.episodes, kind="episodes")
        card = QFrame(frameShape=QFrame.Shape.StyledPanel)
        dress(card, kind="card")
        inside = QGridLayout(card)
        inside.addWidget(_label(self.theme, "Halden Institute", "heading"), 0, 0)
        inside.addWidget(_label(self.theme, "holden institute", "quote"), 1, 0)
        self.list = QListWidget()
        self.list.addItems([f"Episode {n}" for n in range(30)])
        self.list.setCurrentRow(1)
        tree = QTreeWidget()
        tree.setHeaderHidden(True)
        top = QTreeWidgetItem(["Long Horizon"])
        top.addChild(QTreeWidgetItem(["A treaty that fits on a page"]))
        tree.addTopLevelItem(top)
        top.setExpanded(True)
        box = QGroupBox("Theme")
        QVBoxLayout(box).addWidget(QCheckBox("Follow the system"))
        for widget in (self.tabs, self.episodes, card, self.list, tree, box):
            self.side_rows.addWidget(widget)


def _button(text: str, kind: Kind = "", *, sign: str = "", keycap: str = "") -> QAbstractButton:
    button = QPushButton(text)
    dress(button, kind=kind, sign=sign, keycap=keycap)
    return button


def _tool(text: str, sign: str) -> QToolButton:
    tool = QToolButton()
    tool.setText(text)
    tool.setCheckable(True)
    tool.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    dress(tool, sign=sign)
    return tool


def _tabs(*words: str) -> QTabBar:
    tabs = QTabBar()
    tabs.setExpanding(False)
    for word in words:
        tabs.addTab(word)
    return tabs


def _label(theme: Theme, text: str, role: str) -> QLabel:
    label = QLabel(text)
    theme.keep_text(label, role)
    return label
