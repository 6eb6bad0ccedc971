"""The library pane: search, order, and the list of episodes or of what was found."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from reviewer.app.workspace import EpisodeRow, FoundCue
from reviewer.gui.library.delegate import LibraryDelegate
from reviewer.gui.library.model import (
    EpisodeItem,
    LibraryModel,
    Order,
    PlaceItem,
    arranged,
    search_items,
)
from reviewer.gui.theme import Theme
from reviewer.gui.theme.kinds import dress

SEARCH_AFTER_MS = 120  # of no key; a search takes a few milliseconds, a fast typist 80 between keys
NARROW = 250  # px; under it the words for order and grouping are cut to one
PLACES = 200  # the most that a search lists


class LibraryPane(QWidget):
    """Lists the episodes; knows neither library nor session.

    Signals:
        episode_chosen: The slug of the episode to open.
        place_chosen: Slug and cue of the place to go to.
        search_changed: What is looked for, after a moment without a key; empty for nothing.
        import_asked: The user wants to import.
    """

    episode_chosen = Signal(str)
    place_chosen = Signal(str, int)
    search_changed = Signal(str)
    import_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: list[EpisodeRow] = []
        self._chosen = ""
        self._order, self._by_series = Order.NEWEST, True
        self._order_text, self._group_text = Order.NEWEST.value, "By series"
        self._timer = QTimer(self, interval=SEARCH_AFTER_MS, singleShot=True)
        self.model = LibraryModel(self)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.setMinimumWidth(180)
        self._title, self._count = QLabel("Library"), QLabel()
        self._theme.keep_text(self._title, "heading")
        self._theme.keep_text(self._count, "interface", "ink3")
        self._import = QPushButton("Import")
        dress(self._import, kind="quiet", sign="plus")
        self.search = QLineEdit(placeholderText="Search titles and words", clearButtonEnabled=True)
        self.search.setAccessibleName("Search titles and words")
        sign = QAction(self.search)
        self._theme.keep_icon(sign, "search")
        self.search.addAction(sign, QLineEdit.ActionPosition.LeadingPosition)
        self._group, self._sort = self._menu_button("By series"), self._menu_button(Order.NEWEST.value)
        self.list = QListView()
        self.list.setMouseTracking(True)
        self.list.setModel(self.model)
        self.list.setItemDelegate(LibraryDelegate(self._theme, self.list))
        self.list.setFrameShape(QListView.Shape.NoFrame)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setAccessibleName("Episodes")
        self.list.viewport().setAutoFillBackground(False)
        self._nothing = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self._nothing.setContentsMargins(16, 8, 16, 8)
        self._theme.keep_text(self._nothing, "interface", "ink2")
        self._place_all()
        self._fill_menus()

    def _menu_button(self, text: str) -> QToolButton:
        button = QToolButton()
        button.setText(text)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        dress(button, kind="quiet", dense=True)
        self._theme.keep_text(button, "small", "ink2")
        return button

    def _place_all(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addWidget(self._count)
        head.addStretch()
        head.addWidget(self._import)
        order = QHBoxLayout()
        order.setContentsMargins(-6, 0, -6, 0)  # the words stand on the pane's edge, not the buttons
        order.setSpacing(0)
        order.addWidget(self._group)
        order.addStretch()
        order.addWidget(self._sort)
        top = QVBoxLayout()
        top.setContentsMargins(16, 8, 16, 0)
        top.setSpacing(4)
        top.addLayout(head)
        top.addWidget(self.search)
        top.addLayout(order)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(top)
        layout.addWidget(self._nothing)
        layout.addWidget(self.list, 1)

    def _fill_menus(self) -> None:
        groups, orders = QMenu(self._group), QMenu(self._sort)
        for text, by_series in (("By series", True), ("No groups", False)):
            self._choice(groups, text, by_series, is_on=by_series)
        self._group.setMenu(groups)
        for order in Order:
            self._choice(orders, order.value, order, is_on=order is Order.NEWEST)
        self._sort.setMenu(orders)

    def _choice(self, menu: QMenu, text: str, data: object, *, is_on: bool) -> None:
        group = menu.findChild(QActionGroup) or QActionGroup(menu)
        action = QAction(text, menu, checkable=True)
        action.setData(data)
        group.addAction(action)
        menu.addAction(action)
        action.setChecked(is_on)
        action.triggered.connect(self._on_order_chosen)

    def _connect(self) -> None:
        self._import.clicked.connect(self.import_asked)
        self.search.textChanged.connect(self._timer.start)
        self._timer.timeout.connect(self._on_search_settled)
        self.list.clicked.connect(self._on_row_chosen)
        self.list.activated.connect(self._on_row_chosen)
        self.search.installEventFilter(self)
        self._theme.changed.connect(self._on_theme_changed)

    # Values in
    def set_rows(self, rows: Sequence[EpisodeRow]) -> None:
        """Show these episodes, unless a search is on, which shows them once it ends."""
        self._rows = list(rows)
        self._count.setText(f"{len(rows):,}" if rows else "")
        for widget in (self.search, self._group, self._sort):
            widget.setVisible(bool(rows))
        self._refill()

    def renew(self, row: EpisodeRow) -> None:
        self._rows = [row if r.slug == row.slug else r for r in self._rows]
        self.model.renew(row)

    def set_chosen(self, slug: str) -> None:
        """Mark the open episode."""
        self._chosen = slug
        index = self.model.index_of(slug)
        if index.isValid():
            self.list.setCurrentIndex(index)
        else:
            self.list.clearSelection()

    def show_found(self, found: Sequence[FoundCue]) -> None:
        """Show what the search found, as long as something is looked for."""
        query = self.search.text().strip()
        if query:
            self.model.set_items(search_items(self._rows, found, query, PLACES))
            self._say("" if self.model.rowCount() else f"Nothing said “{query}”.")
            self.set_chosen(self._chosen)

    def search_library(self) -> None:
        """Put the caret into the search field."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _refill(self) -> None:
        if self.search.text().strip():
            self.search_changed.emit(self.search.text().strip())
            return
        self.model.set_items(arranged(self._rows, self._order, by_series=self._by_series))
        self._say("" if self._rows else "No episodes yet. Each caption file you bring in becomes one row here.")
        self.set_chosen(self._chosen)

    def _say(self, text: str) -> None:
        self._nothing.setText(text)
        self._nothing.setVisible(bool(text))

    # What happened
    def _on_search_settled(self) -> None:
        self._refill()

    def _on_order_chosen(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        if isinstance(action.data(), Order):
            self._order = action.data()
            self._order_text = action.text()
        else:
            self._by_series = bool(action.data())
            self._group_text = action.text()
        self._name_orders()
        self._refill()

    def _on_row_chosen(self, index: QModelIndex) -> None:
        match self.model.item(index):
            case EpisodeItem(row):
                self.episode_chosen.emit(row.slug)
            case PlaceItem(found):
                self.place_chosen.emit(found.slug, found.cue)

    def _name_orders(self) -> None:
        """In a narrow pane one word each: “Series”, “Newest”."""
        is_narrow = self.width() < self._theme.scaled(NARROW)
        for button, text in ((self._group, self._group_text), (self._sort, self._order_text)):
            short = text.removeprefix("By ").removesuffix(" first")
            button.setText(short[:1].upper() + short[1:] if is_narrow else text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._name_orders()

    def _on_theme_changed(self) -> None:
        self.list.doItemsLayout()
        self.list.viewport().update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down goes from the search field into the list, Esc empties the field."""
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Down:
                self._go_to_list()
                return True
            if event.key() == Qt.Key.Key_Escape and self.search.text():
                self.search.clear()
                return True
        return super().eventFilter(watched, event)

    def _go_to_list(self) -> None:
        """With a row to go on from: the first that can be chosen, where none is."""
        self.list.setFocus(Qt.FocusReason.TabFocusReason)
        if not self.list.currentIndex().isValid():
            rows = (self.model.index(number) for number in range(self.model.rowCount()))
            self.list.setCurrentIndex(
                next((i for i in rows if i.flags() & Qt.ItemFlag.ItemIsSelectable), QModelIndex())
            )

    def sizeHint(self) -> QSize:
        return QSize(280, 600)
