"""How times, lengths and numbers are written for people: 38:14, 1 h 48, −38, 61 %."""

MINUS = "\u2212"
NO_BREAK = "\u00a0"


def clock(ms: int | None) -> str:
    """A moment as 0:04, 38:14 or 1:02:10, cut to the second; empty where there is no time."""
    if ms is None:
        return ""
    seconds = abs(ms) // 1000
    sign = MINUS if ms < 0 and seconds else ""
    hours, rest = divmod(seconds, 3600)
    minutes, seconds = divmod(rest, 60)
    return f"{sign}{hours}:{minutes:02}:{seconds:02}" if hours else f"{sign}{minutes}:{seconds:02}"


def length(ms: int) -> str:
    """A length as 40 s, 58 min or 1 h 48, rounded to the minute from one minute on."""
    if ms < 60_000:
        return f"{ms // 1000}{NO_BREAK}s"
    minutes = (ms + 30_000) // 60_000
    if minutes < 60:
        return f"{minutes}{NO_BREAK}min"
    return f"{minutes // 60}{NO_BREAK}h{NO_BREAK}{minutes % 60:02}"


def signed(number: float, *, plus: bool = False, digits: int = 0) -> str:
    """A number with a real minus sign, and with a plus where asked; never −0."""
    text = f"{abs(number):.{digits}f}"
    if float(text) == 0:
        return text
    return (MINUS if number < 0 else "+" if plus else "") + text


def percent(number: int) -> str:
    return f"{signed(number)}{NO_BREAK}%"


def span(low: float, high: float) -> str:
    """A range as “−38 to 27”: a dash would be read as a sign."""
    return f"{signed(low)} to {signed(high)}"


def count(number: int, one: str, many: str = "") -> str:
    """“1 place”, “11 places”, “1,284 episodes”."""
    return f"{number:,}{NO_BREAK}{one if number == 1 else many or one + 's'}"


def half_away(number: float) -> int:
    """Rounded to the whole number, halves away from zero, as every shown score is."""
    size = abs(number)
    whole = int(size)
    whole += size - whole >= 0.5  # adding a half first would round 0.49999999999999994 up
    return whole if number >= 0 else -whole
