"""The rows of the library pane: order, groups, search."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from tests.gui.library.episode_rows import ROWS, episode_row, found_cue

from reviewer.gui.library.model import (
    ITEM_ROLE,
    EpisodeItem,
    Heading,
    Item,
    LibraryModel,
    Order,
    PlaceItem,
    arranged,
    matching,
    search_items,
)


def words(items: list[Item]) -> list[str]:
    said: list[str] = []
    for item in items:
        match item:
            case Heading(text, note):
                said.append(f"# {text} {note}".rstrip())
            case EpisodeItem(row):
                said.append(row.slug)
            case PlaceItem(found):
                said.append(f"{found.slug} {found.cue}")
    return said


@pytest.mark.parametrize(
    ("order", "slugs"),
    [
        (Order.NEWEST, ["bridges", "lamps", "loose", "anchors"]),
        (Order.OLDEST, ["anchors", "loose", "lamps", "bridges"]),
        (Order.TITLE, ["anchors", "bridges", "lamps", "loose"]),
        (Order.LENGTH, ["bridges", "lamps", "loose", "anchors"]),
        (Order.MEAN, ["anchors", "lamps", "loose", "bridges"]),
    ],
)
def test_episodes_stand_in_the_order_that_is_chosen(order: Order, slugs: list[str]) -> None:
    assert words(arranged(ROWS, order, by_series=False)) == slugs


def test_series_are_headings_in_the_order_in_which_they_first_come() -> None:
    assert words(arranged(ROWS, Order.TITLE, by_series=True)) == [
        "# Sea", "anchors", "lamps", "# Land", "bridges", "# No series", "loose",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("query", "slugs"),
    [("LAMP", ["lamps"]), ("sea", ["lamps", "anchors"]), ("sea anch", ["anchors"]), ("", [r.slug for r in ROWS])],
)
def test_titles_and_series_match_by_every_word(query: str, slugs: list[str]) -> None:
    assert [row.slug for row in matching(ROWS, query)] == slugs


def test_a_search_shows_episodes_above_and_places_by_episode_below() -> None:
    found = [found_cue("lamps", 0), found_cue("lamps", 2), found_cue("bridges", 5)]
    assert words(search_items(ROWS, found, "lamp", 200)) == [
        "# Episodes 1", "lamps", "# Lamps 2", "lamps 0", "lamps 2", "# Bridges 1", "bridges 5",
    ]  # fmt: skip
    assert words(search_items(ROWS, found, "xyz", 3))[0] == "# Lamps 2+"


def test_the_model_is_a_good_model(qtmodeltester: ModelTester) -> None:
    model = LibraryModel()
    qtmodeltester.check(model)
    model.set_items(arranged(ROWS, Order.TITLE, by_series=True))
    qtmodeltester.check(model)
    model.set_items(search_items(ROWS, [found_cue("lamps", 1)], "lamp", 200))
    qtmodeltester.check(model)


def test_an_episode_is_renewed_in_its_place_and_headings_cannot_be_chosen() -> None:
    model = LibraryModel()
    model.set_items(arranged(ROWS, Order.TITLE, by_series=True))
    model.renew(episode_row("lamps", minutes=61))
    assert model.data(model.index_of("lamps")) == "Lamps, 1\u00a0h\u00a001, To assess"
    assert not model.index_of("nowhere").isValid()
    assert not model.flags(model.index(0))
    assert model.data(model.index(1), ITEM_ROLE) == EpisodeItem(ROWS[2])


def test_a_title_is_shown_as_it_stands_not_as_markup() -> None:
    model, row = LibraryModel(), ROWS[0]
    facts = replace(row.episode.facts, title="<b>bold<img src=x>")
    model.set_items([EpisodeItem(replace(row, episode=replace(row.episode, facts=facts)))])
    assert "&lt;b&gt;bold&lt;img src=x&gt;" in model.data(model.index(0), Qt.ItemDataRole.ToolTipRole)
