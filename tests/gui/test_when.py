"""Days and moments as people say them, whatever the locale of the machine."""

from datetime import UTC, datetime, timedelta

import pytest

from reviewer.gui.when import day, when


@pytest.mark.parametrize(
    ("iso", "said"),
    [("2026-03-01", "1 March 2026"), ("2025-12-31", "31 December 2025"), ("", ""), ("last week", "last week")],
)
def test_a_day(iso: str, said: str) -> None:
    assert day(iso) == said


def test_a_moment_of_today_is_a_time() -> None:
    now = datetime.now().astimezone().replace(hour=21, minute=14)
    at = now.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    assert when(at, now) == "today 21:14"


@pytest.mark.parametrize(
    ("at", "said"),
    [("2026-11-11T12:00:00.000Z", "11 Nov"), ("2025-11-11T12:00:00.000Z", "11 Nov 2025")],
)
def test_another_day_has_its_month_and_another_year_its_year(at: str, said: str) -> None:
    assert when(at, datetime(2026, 11, 24, 21, 0, tzinfo=UTC)) == said


def test_midnight_parts_today_from_yesterday() -> None:
    now = datetime.now().astimezone().replace(hour=0, minute=5)
    at = (now - timedelta(minutes=10)).astimezone(UTC).isoformat()
    assert not when(at, now).startswith("today")
