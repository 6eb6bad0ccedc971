"""The Names tab, by real keys and clicks."""

from time import perf_counter
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from tests.gui.side.conftest import Show
from tests.gui.side.side_samples import HOSTILE, card, cards

from reviewer.gui.side import CardView, NamesPane, PlaceView
from reviewer.gui.side.places import Places
from reviewer.gui.theme import Theme

Key = Qt.Key


@pytest.fixture
def pane(theme: Theme, show: Show) -> NamesPane:
    made = NamesPane(theme)
    show(made)
    made.set_can_play(True)
    made.set_cards(cards(), done=9)
    made.list.setFocus()
    return made


def heard_of(pane: NamesPane) -> str:
    assert pane.current is not None
    return pane.current.heard


@pytest.mark.parametrize(
    ("key", "signal"),
    [
        (Key.Key_Return, "accept_all"),
        (Key.Key_Enter, "accept_all"),
        (Key.Key_N, "never"),
        (Key.Key_S, "skipped"),
        (Key.Key_Down, "skipped"),
    ],
)
def test_a_key_decides_the_open_card_and_the_next_one_opens(
    pane: NamesPane, qtbot: QtBot, key: Key, signal: str
) -> None:
    first, second = pane.cards[:2]
    with qtbot.waitSignal(getattr(pane, signal)) as told:
        QTest.keyClick(pane.list, key)
    assert told.args == [first]
    assert pane.current == second
    assert pane.list.hasFocus()


def test_only_here_leaves_the_card_with_its_other_places(pane: NamesPane, qtbot: QtBot) -> None:
    QTest.keyClick(pane.list, Key.Key_Right)
    first, place = pane.cards[0], pane.cards[0].places[1]
    with qtbot.waitSignal(pane.accept_one) as told:
        QTest.keyClick(pane.list, Key.Key_A)
    assert told.args == [first, place]
    assert heard_of(pane) == "holden institute"
    assert len(pane.cards[0].places) == 10
    assert pane.place == first.places[2]


def test_only_here_for_the_last_place_ends_the_card(pane: NamesPane) -> None:
    pane.open_place("halden dot a i 0")
    QTest.keyClick(pane.list, Key.Key_A)
    assert heard_of(pane) == "emails"
    assert pane.to_judge.text() == "4 to judge"


def test_a_decision_changes_the_counts(pane: NamesPane, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pane.count_changed) as told:
        QTest.keyClick(pane.list, Key.Key_Return)
    assert told.args == [4]
    assert (pane.to_judge.text(), pane.done.text()) == ("4 to judge", ", 10 done")
    assert (pane.bar.value(), pane.bar.maximum()) == (10, 14)


def test_cards_set_while_a_decision_is_told_are_those_that_stay(pane: NamesPane) -> None:
    pane.accept_all.connect(lambda _: pane.set_cards(cards(), done=9))  # refused: all as it was
    QTest.keyClick(pane.list, Key.Key_Return)
    assert len(pane.cards) == 5
    assert heard_of(pane) == "holden institute"


def test_another_name_is_typed_in_the_card(pane: NamesPane, qtbot: QtBot) -> None:
    first = pane.cards[0]
    QTest.keyClick(pane.list, Key.Key_E)
    assert pane.card.field.hasFocus()
    QTest.keyClicks(pane.card.field, "Holden  Institute ")
    with qtbot.waitSignal(pane.another_name) as told:
        QTest.keyClick(pane.card.field, Key.Key_Return)
    assert told.args == [first, "Holden Institute"]
    assert heard_of(pane) == "kestrel for"
    assert pane.list.hasFocus()


def test_esc_in_the_field_goes_back_to_the_card(pane: NamesPane, qtbot: QtBot) -> None:
    QTest.keyClick(pane.list, Key.Key_E)
    with qtbot.assertNotEmitted(pane.another_name), qtbot.assertNotEmitted(pane.accept_all):
        QTest.keyClick(pane.card.field, Key.Key_Escape)
    assert pane.list.hasFocus()
    assert pane.card.accept_all.isVisible()


def test_an_empty_name_is_not_taken(pane: NamesPane, qtbot: QtBot) -> None:
    QTest.keyClick(pane.list, Key.Key_E)
    pane.card.field.clear()
    with qtbot.assertNotEmitted(pane.another_name), qtbot.assertNotEmitted(pane.accept_all):
        QTest.keyClick(pane.card.field, Key.Key_Return)
    assert pane.card.field.hasFocus()


def test_names_of_the_glossary_are_proposed(pane: NamesPane) -> None:
    pane.set_names(["Halden Institute", "Ilse Verhoeven"])
    pane.card.open_field()
    QTest.keyClicks(pane.card.field, "verh")
    completer = pane.card.field.completer()
    assert completer is not None
    assert completer.currentCompletion() == "Ilse Verhoeven"


def test_left_and_right_walk_the_places_and_the_transcript_follows(pane: NamesPane) -> None:
    first = pane.cards[0]
    told: list[PlaceView] = []
    pane.place_chosen.connect(lambda _card, place: told.append(place))
    for key in (Key.Key_Right, Key.Key_Right, Key.Key_Left, Key.Key_Left, Key.Key_Left):
        QTest.keyClick(pane.list, key)
    assert told == [first.places[n] for n in (1, 2, 1, 0)]


def test_space_plays_the_chosen_place(pane: NamesPane, qtbot: QtBot) -> None:
    QTest.keyClick(pane.list, Key.Key_Right)
    with qtbot.waitSignal(pane.play_place) as told:
        QTest.keyClick(pane.list, Key.Key_Space)
    assert told.args == [pane.cards[0].places[1]]


def test_without_a_recording_nothing_is_played(pane: NamesPane, qtbot: QtBot) -> None:
    pane.set_can_play(False)
    with qtbot.assertNotEmitted(pane.play_place):
        QTest.keyClick(pane.list, Key.Key_Space)


def test_up_opens_the_card_before_over_a_heading(pane: NamesPane) -> None:
    pane.open_place("emails 3")
    QTest.keyClick(pane.list, Key.Key_Up)
    assert heard_of(pane) == "halden dot a i"


def test_keys_without_focus_in_the_list_do_nothing(pane: NamesPane, qtbot: QtBot) -> None:
    pane.card.never.setFocus()
    with qtbot.assertNotEmitted(pane.accept_one), qtbot.assertNotEmitted(pane.skipped):
        QTest.keyClick(pane.card.never, Key.Key_A)
        QTest.keyClick(pane.card.never, Key.Key_S)


@pytest.mark.parametrize("key", [Key.Key_A, Key.Key_N, Key.Key_Return])
def test_keys_with_control_are_not_ours(pane: NamesPane, qtbot: QtBot, key: Key) -> None:
    with qtbot.assertNotEmitted(pane.count_changed):
        QTest.keyClick(pane.list, key, Qt.KeyboardModifier.ControlModifier)


@pytest.mark.parametrize(
    ("button", "signal"),
    [("accept_all", "accept_all"), ("only_here", "accept_one"), ("never", "never"), ("skip", "skipped")],
)
def test_buttons_do_what_their_keys_do(pane: NamesPane, qtbot: QtBot, button: str, signal: str) -> None:
    with qtbot.waitSignal(getattr(pane, signal)):
        QTest.mouseClick(getattr(pane.card, button), Qt.MouseButton.LeftButton)
    assert pane.list.hasFocus()


def test_a_click_opens_another_card(pane: NamesPane) -> None:
    row = next(n for n, row in enumerate(pane.list.rows.rows) if isinstance(row, CardView) and row.heard == "emails")
    where = pane.list.visualRect(pane.list.rows.index(row)).center()
    QTest.mouseClick(pane.list.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert heard_of(pane) == "emails"


def test_the_open_card_lies_over_its_row_and_in_sight(pane: NamesPane) -> None:
    pane.set_cards([card(f"heard {n}", "Meant", 3) for n in range(60)])
    for _ in range(40):
        QTest.keyClick(pane.list, Key.Key_Return)
        row = pane.list.visualRect(pane.list.currentIndex())
        assert pane.card.geometry() == pane.list.panel_rect(row)
        assert QRect(pane.list.viewport().rect()).contains(pane.card.geometry())


def test_a_place_can_be_clicked_and_played(pane: NamesPane, qtbot: QtBot) -> None:
    shown = pane.card.places
    with qtbot.waitSignal(pane.place_chosen) as chosen:
        QTest.mouseClick(shown, Qt.MouseButton.LeftButton, pos=QPoint(100, 60))
    assert chosen.args == [pane.cards[0], pane.cards[0].places[2]]
    with qtbot.waitSignal(pane.play_place) as played:
        QTest.mouseClick(shown, Qt.MouseButton.LeftButton, pos=QPoint(shown.width() - 20, 10))
    assert played.args == [pane.cards[0].places[1]]


@pytest.mark.parametrize(
    ("chosen", "y", "number"), [(0, 0, 0), (0, 77, 2), (0, 78, None), (5, 0, 4), (10, 60, 10), (0, -1, None)]
)
def test_place_under_the_pointer(theme: Theme, qtbot: QtBot, chosen: int, y: int, number: int | None) -> None:
    shown = Places(theme)
    qtbot.addWidget(shown)
    shown.set_places(cards()[0].places, chosen, can_play=True)
    assert shown.place_at(QPoint(10, y)) == number


def test_the_open_card_stays_open_when_others_come(pane: NamesPane) -> None:
    pane.open_place("emails 3")
    pane.set_cards([card("new", "New", 2), *cards()])
    assert heard_of(pane) == "emails"
    assert pane.place is not None
    assert pane.place.key == "emails 3"


def test_cards_that_come_in_the_background_do_not_move_the_transcript(theme: Theme, show: Show, qtbot: QtBot) -> None:
    pane = NamesPane(theme)
    show(pane)
    pane.glossary.setFocus()
    with qtbot.assertNotEmitted(pane.place_chosen):
        pane.set_cards(cards())


def test_an_unknown_place_opens_nothing(pane: NamesPane) -> None:
    assert not pane.open_place("nowhere")
    assert heard_of(pane) == "holden institute"


def test_while_names_are_looked_for_it_does_not_say_that_there_are_none(pane: NamesPane) -> None:
    pane.set_cards([])
    pane.set_looking(True)
    assert pane.empty.missing.text() == "Looking for names…"
    pane.set_looking(False)
    assert pane.empty.missing.text() == "No suggestions yet"


def test_without_cards_it_says_what_to_do(pane: NamesPane, qtbot: QtBot) -> None:
    pane.set_cards([])
    assert pane.empty.missing.text() == "No suggestions yet"
    assert pane.empty.remedy.text() == "Add the guests’ names to the glossary."
    with qtbot.waitSignal(pane.glossary_asked):
        QTest.mouseClick(pane.empty.button, Qt.MouseButton.LeftButton)


def test_after_the_last_card_it_says_that_all_are_judged(pane: NamesPane) -> None:
    pane.set_cards(cards()[:1], done=3)
    QTest.keyClick(pane.list, Key.Key_Return)
    assert pane.current is None
    assert pane.empty.missing.text() == "All judged"
    assert pane.empty.button.hasFocus()
    pane.set_cards(cards())  # undone
    assert pane.list.hasFocus()


def test_lanes_have_headings_with_counts(pane: NamesPane) -> None:
    spoken = [row.spoken for row in pane.list.rows.rows if not isinstance(row, CardView)]
    assert spoken == ["Sure, 3", "Likely, 1", "Look here, 1"]


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("choice", ["light", "dark", "contrast"])
def test_hostile_text_is_painted_as_text(pane: NamesPane, theme: Theme, text: str, choice: Any) -> None:
    theme.set_choice(choice)
    places = (PlaceView(None, f"{text} ", text, f" {text}", 1),)
    pane.set_cards([CardView(text, text, 0.5, lane, (text,), places) for lane in ("sure", "look")])
    assert pane.width() == 400
    assert all(part.textFormat() == Qt.TextFormat.PlainText for part in pane.findChildren(QLabel) if part.text())
    assert not pane.grab().isNull()


@pytest.mark.parametrize("zoom", [70, 150, 200])
def test_the_open_card_grows_with_the_text(pane: NamesPane, theme: Theme, qtbot: QtBot, zoom: int) -> None:
    QTest.keyClick(pane.list, Key.Key_Right)
    theme.set_zoom(zoom)
    qtbot.wait(1)
    assert pane.card.places.accessibleName().startswith("Place 2 of 11")
    row = pane.list.visualRect(pane.list.currentIndex())
    assert pane.card.geometry() == pane.list.panel_rect(row)
    assert pane.card.height() >= pane.card.height_at(pane.card.width())


def test_400_cards_are_quick(pane: NamesPane) -> None:
    pane.set_cards([card(f"heard {n}", "Meant", 3) for n in range(400)])
    start = perf_counter()
    for _ in range(10):
        QTest.keyClick(pane.list, Key.Key_Return)
    assert (perf_counter() - start) / 10 < 0.25  # about 0.02 s on one idle core


def test_grabs_to_look_at(pane: NamesPane, theme: Theme, tmp_path: Any) -> None:
    for choice in ("light", "dark"):
        theme.set_choice(choice)
        grabbed: QPixmap = pane.grab()
        assert grabbed.save(str(tmp_path / f"names-{choice}.png"))
