import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.gui.transcript.transcript_texts import correction, long_text, sample, starts_of, text_of_cues

from reviewer.core.reading import ReadingText
from reviewer.gui.theme import Theme
from reviewer.gui.transcript.geometry import FOOT, Setting
from reviewer.gui.transcript.page import Page
from reviewer.gui.transcript.paragraph import Inks

LONG = long_text(700)


def page_of(theme: Theme, text: ReadingText, measure: int = 580) -> Page:
    setting, inks = Setting.of(theme), Inks(theme.color("corrected"), theme.color("ink3"))
    page = Page(setting, inks)
    page.view_height = 560
    page.set_text(text, starts_of(text))
    page.set_setting(setting, inks, measure)
    return page


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30, deadline=None)
@given(st.lists(st.integers(-3000, 3000), max_size=12))
def test_scrolling_on_and_back_by_as_much_shows_the_same(theme: Theme, ways: list[int]) -> None:
    page = page_of(theme, LONG)
    page.scroll_to(5000)
    for way in ways:
        before = page.first, page.offset
        page.scroll_by(way)
        if 0 < page.value < page.most:
            page.scroll_by(-way)
            assert (page.first, page.offset) == before
            page.scroll_by(way)


@pytest.mark.parametrize("value", [-5, 0, 1, 777, 30_000, 10**9])
def test_what_is_in_sight_fills_the_view(theme: Theme, value: int) -> None:
    page = page_of(theme, LONG)
    page.scroll_to(value)
    seen = list(page.in_sight())
    assert seen[0][1] <= 0
    bottom = seen[-1][1] + page.height(seen[-1][0])
    assert bottom >= 560 or (seen[-1][0] == len(page) - 1 and bottom == 560 - FOOT)
    assert 0 <= page.value <= page.most + 1


def test_only_what_was_looked_at_is_laid_out(theme: Theme) -> None:
    page = page_of(theme, LONG)
    page.scroll_to(20_000)
    list(page.in_sight())
    assert len(page._made) < 20


def test_estimates_come_near(theme: Theme) -> None:
    page = page_of(theme, LONG)
    guessed = page.most
    for number in range(len(page)):
        page.paragraph(number)
    assert guessed == pytest.approx(page.most, rel=0.1)


def test_another_width_keeps_the_first_line_where_it_is(theme: Theme) -> None:
    page = page_of(theme, LONG)
    page.scroll_to(9_000)
    page.scroll_by(-page.offset + page.paragraph(page.first).line_top(3) - 5)  # the fourth line, 5 px lower
    first, _ = page.visible()
    page.set_setting(page._setting, page._inks, 300)
    assert page.visible()[0] <= first < page.visible()[0] + 12


def test_a_change_above_moves_nothing_in_sight(theme: Theme) -> None:
    page = page_of(theme, LONG)
    page.scroll_to(9_000)
    before = page.first, page.offset, page.visible()
    first, last = page.words_of(0)
    longer = correction(LONG.cues, LONG.cues.word(2), "many words more than there were " * 20)
    page.update_text(LONG.with_corrections([longer]), first, last)
    assert (page.first, page.offset, page.visible()) == before


def test_a_change_touches_the_paragraphs_it_reaches_into(theme: Theme) -> None:
    page = page_of(theme, sample())
    _, second = page.words_of(1)
    assert list(page.update_text(page.text, 3, 4)) == [0]
    assert list(page.update_text(page.text, second - 1, second + 1)) == [1, 2]
    assert list(page.update_text(page.text, second, second)) == [1, 2]  # it may stand at the end of the one before


def test_names_stand_where_the_voice_changes(theme: Theme) -> None:
    page = page_of(theme, sample())
    assert [page.paragraph(n).head for n in range(4)] == [
        (12, "Mara Lindqvist"),
        (12, "Ilse Verhoeven"),
        (8, ""),
        (12, "Mara Lindqvist"),
    ]


@pytest.mark.parametrize("text", [ReadingText(text_of_cues().cues), text_of_cues(""), text_of_cues("one")])
def test_a_text_of_nothing_is_a_page(theme: Theme, text: ReadingText) -> None:
    page = page_of(theme, text)
    page.scroll_by(100)
    page.scroll_to(50)
    assert (page.first, page.offset, page.most) == (0, 0, 0)
    assert page.visible() == (0, text.cues.word_count)
