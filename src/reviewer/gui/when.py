"""When something was decided, as people say it: today 21:14, 11 Nov, 11 Nov 2025."""

from datetime import date, datetime


def day(iso: str) -> str:
    """An ISO date as 1 March 2026; what is none stays as it is."""
    try:
        moment = date.fromisoformat(iso)
    except ValueError:
        return iso
    return f"{moment.day} {moment:%B %Y}"


def when(at: str, now: datetime | None = None) -> str:
    """An ISO moment in UTC in the local time of this machine."""
    moment = datetime.fromisoformat(at).astimezone()
    today = (now or datetime.now().astimezone()).date()
    if moment.date() == today:
        return f"today {moment:%H:%M}"
    short = f"{moment.day} {moment:%b}"
    return short if moment.year == today.year else f"{short} {moment.year}"
