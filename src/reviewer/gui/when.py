"""When something was decided, as people say it: today 21:14, 11 Nov, 11 Nov 2025."""

from datetime import date, datetime

# Not strftime's, which follow the locale that Qt sets while the interface stays English.
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
          "December")  # fmt: skip


def day(iso: str) -> str:
    """An ISO date as 1 March 2026; what is none stays as it is."""
    try:
        moment = date.fromisoformat(iso)
    except ValueError:
        return iso
    return f"{moment.day} {MONTHS[moment.month - 1]} {moment.year}"


def when(at: str, now: datetime | None = None) -> str:
    """An ISO moment in UTC in the local time of this machine."""
    moment = datetime.fromisoformat(at).astimezone()
    today = (now or datetime.now().astimezone()).date()
    if moment.date() == today:
        return f"today {moment:%H:%M}"
    short = f"{moment.day} {MONTHS[moment.month - 1][:3]}"
    return short if moment.year == today.year else f"{short} {moment.year}"
