"""The rows of the library pane: headings, episodes, and the places that a search found."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from reviewer.app.workspace import EpisodeRow, FoundCue
from reviewer.core.wording import clock, length
from reviewer.gui.labels import tip

Index = QModelIndex | QPersistentModelIndex
NO_INDEX = QModelIndex()
ITEM_ROLE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Heading:
    """A line over the rows of a group."""

    text: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class EpisodeItem:
    """An episode of the list."""

    row: EpisodeRow


@dataclass(frozen=True, slots=True)
class PlaceItem:
    """A cue in which the searched words stand."""

    found: FoundCue


Item = Heading | EpisodeItem | PlaceItem


class Order(Enum):
    """In which order episodes stand; the value is the words for it."""

    NEWEST = "Newest first"
    OLDEST = "Oldest first"
    TITLE = "By title"
    LENGTH = "Longest first"
    MEAN = "Most risk-forward first"


def arranged(rows: Iterable[EpisodeRow], order: Order, *, by_series: bool) -> list[Item]:
    """Episodes sorted and, if wanted, grouped by series in the order in which the series first come."""
    ordered = sorted(rows, key=_KEYS[order])
    if order is Order.NEWEST:
        ordered.reverse()
    if not by_series:
        return [EpisodeItem(row) for row in ordered]
    groups: dict[str, list[EpisodeRow]] = {}
    for row in ordered:
        groups.setdefault(row.episode.facts.series, []).append(row)
    items: list[Item] = []
    for series, of in groups.items():
        items.append(Heading(series or "No series"))
        items += [EpisodeItem(row) for row in of]
    return items


def _newest(row: EpisodeRow) -> tuple[str, int]:
    return row.episode.facts.published or row.episode.imported_at[:10], row.episode.number


_KEYS: dict[Order, Any] = {
    Order.NEWEST: _newest,
    Order.OLDEST: _newest,
    Order.TITLE: lambda row: (row.title.casefold(), row.slug),
    Order.LENGTH: lambda row: (-row.episode.duration_ms, row.slug),
    Order.MEAN: lambda row: (row.episode.summary.get("mean", 0), row.slug),
}


def matching(rows: Iterable[EpisodeRow], query: str) -> list[EpisodeRow]:
    """The episodes whose title or series holds every word of the query."""
    wanted = query.casefold().split()
    return [r for r in rows if all(w in f"{r.title} {r.episode.facts.series}".casefold() for w in wanted)]


def search_items(rows: Sequence[EpisodeRow], found: Sequence[FoundCue], query: str, limit: int) -> list[Item]:
    """What a search shows: episodes above, places below, grouped by episode."""
    items: list[Item] = [EpisodeItem(row) for row in matching(rows, query)]
    if items:
        items.insert(0, Heading("Episodes", str(len(items))))
    slug = None
    for place in found:
        if place.slug != slug:
            slug = place.slug
            several = sum(f.slug == slug for f in found)
            items.append(Heading(place.title, f"{several}{'+' if len(found) == limit else ''}"))
        items.append(PlaceItem(place))
    return items


class LibraryModel(QAbstractListModel):
    """The items in the order shown."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items: list[Item] = []

    def set_items(self, items: Sequence[Item]) -> None:
        self.beginResetModel()
        self._items = list(items)
        self.endResetModel()

    def renew(self, row: EpisodeRow) -> None:
        """Show an episode as it is now, in its place."""
        for number, item in enumerate(self._items):
            if isinstance(item, EpisodeItem) and item.row.slug == row.slug:
                self._items[number] = EpisodeItem(row)
                self.dataChanged.emit(self.index(number), self.index(number))

    def item(self, index: Index) -> Item | None:
        return self._items[index.row()] if index.isValid() and index.row() < len(self._items) else None

    def index_of(self, slug: str) -> QModelIndex:
        for number, item in enumerate(self._items):
            if isinstance(item, EpisodeItem) and item.row.slug == slug:
                return self.index(number)
        return QModelIndex()

    # Qt
    def rowCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self._items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        item = self.item(index)
        if item is None:
            return None
        if role == ITEM_ROLE:
            return item
        if role == Qt.ItemDataRole.ToolTipRole:
            return tip(_spoken(item)) if isinstance(item, EpisodeItem) else None
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return _spoken(item)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if isinstance(self.item(index), Heading):
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)


def _spoken(item: Item) -> str:
    match item:
        case Heading(text, _):
            return text
        case EpisodeItem(row):
            return f"{row.title}, {length(row.episode.duration_ms)}, {row.next_step}"
        case PlaceItem(found):
            return f"{clock(found.start_ms)} {found.snippet}"
