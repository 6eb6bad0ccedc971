"""Caption times: how each format writes them, and how a line that is not quite one is read all the same."""

import re
from collections.abc import Iterator
from typing import NamedTuple


class TimeLine(NamedTuple):
    """The times of a cue; `odd` says what is wrong with them, and a time that can't be read is None."""

    start_ms: int | None
    end_ms: int | None
    settings: str = ""
    odd: str = ""


# Nine digits of hours are a hundred thousand years and stay below 2**53 milliseconds; more is no time.
_VTT = r"(?:([0-9]{1,9}):)?([0-5][0-9]):([0-5][0-9])\.([0-9]{3})"
_SRT = r"([0-9]{2,9}):([0-5][0-9]):([0-5][0-9]),([0-9]{3})"
_SBV = r"([0-9]{1,9}):([0-5][0-9]):([0-5][0-9])\.([0-9]{3})"
_VTT_LINE = re.compile(rf"[ \t\f]*{_VTT}[ \t\f]*-->[ \t\f]*{_VTT}(?:[ \t\f]+(.*))?")
_SRT_LINE = re.compile(rf"{_SRT} --> {_SRT}[ \t]*")
_SBV_LINE = re.compile(rf"{_SBV},{_SBV}[ \t]*")
_LOOSE = re.compile(r"\s*([-−]?)(?:([0-9]{1,9}):)?([0-9]{1,3}):([0-9]{1,3})(?:[.,]([0-9]{1,9}))?(?![0-9:])")
# Marks of direction, which editors of Arabic and Hebrew leave round a time.
_DIRECTION = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+")
_APART = re.compile(r"(?<![0-9:])([0-9]{1,9}) ?: ?([0-9]{1,3}) ?: ?([0-9]{1,3}) ?[.,:] ?([0-9]{3})(?![0-9:])")
# Arrows as editors and web pages make them of "-->"; below, what tells that there are odd ones.
_ARROW = re.compile(r"(?:[-=–—]{1,4}|- ?-|--? )>|-{1,3}&gt;|→")
_ODD_ARROWS = ("→", "=>", "–>", "—>", "- >", "-&gt;")
_COORDINATES = re.compile(r"(?:\s*[XY][12]:\s*-?[0-9]+)+\s*")

BAD = "This is not a caption time; the cue was placed between its neighbours."
LOOSE = "This time is not written as the format asks; it was read as meant."
NEGATIVE = "This time is before the beginning."


def milliseconds(hours: str | None, minutes: str, seconds: str, thousandths: str) -> int:
    return ((int(hours or 0) * 60 + int(minutes)) * 60 + int(seconds)) * 1000 + int(thousandths)


def stamp(text: str) -> int:
    """The milliseconds of a well-formed time inside a cue's text."""
    *hours, minutes, seconds = text.split(":")
    return milliseconds(hours[0] if hours else None, minutes, seconds[:2], seconds[3:])


def clock(ms: int, *, comma: str = ".") -> str:
    """A time as WebVTT and (with a comma) SRT write it: 00:00:01.500."""
    sign, ms = ("-", -ms) if ms < 0 else ("", ms)
    seconds, thousandths = divmod(ms, 1000)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{sign}{hours:02}:{minutes:02}:{seconds:02}{comma}{thousandths:03}"


def vtt_line(line: str) -> TimeLine | None:
    """The times of a WebVTT time line; None where the line is text that holds an arrow."""
    match = _VTT_LINE.fullmatch(line)
    return _regular(match, match[9] or "") if match else _loose(line, "-->")


def srt_line(line: str) -> TimeLine | None:
    match = _SRT_LINE.fullmatch(line)
    if match:
        return _regular(match)
    return _by_any_arrow(line) or _loose(line, "-->" if "-->" in line else "->")


def srt_lines(text: str) -> Iterator[tuple[int, int]]:
    """Begin and end of each line of an SRT file that may be a time line: those with an arrow of any kind."""
    at = 0
    is_odd = any(arrow in text for arrow in _ODD_ARROWS)
    for match in _ARROW.finditer(text) if is_odd else re.finditer("->", text):
        if match.start() >= at:
            begin = text.rfind("\n", 0, match.start()) + 1
            end = text.find("\n", match.end())
            at = len(text) if end < 0 else end
            yield begin, at


def arrows(line: str) -> Iterator[int]:
    """Where the last sign of each arrow stands that may make a time line of it."""
    return (match.end() - 1 for match in _ARROW.finditer(line))


def sbv_line(line: str) -> TimeLine | None:
    match = _SBV_LINE.fullmatch(line)
    return _regular(match) if match else _loose(line, ",")


def _regular(match: re.Match[str], settings: str = "") -> TimeLine:
    h1, m1, s1, t1, h2, m2, s2, t2 = match.groups()[:8]
    return TimeLine(milliseconds(h1, m1, s1, t1), milliseconds(h2, m2, s2, t2), settings.strip())


def _loose(line: str, arrow: str) -> TimeLine | None:
    meant = _meant(line)
    left, _, right = meant.partition(arrow)
    start, end = _LOOSE.fullmatch(left.rstrip()), _LOOSE.match(right)
    rest = right[end.end() :] if end else right
    if start and end and (arrow == "-->" or not rest.strip()):
        is_written_so = meant.replace(",", ".") == line.replace(",", ".")
        return _read_as_meant(start, end, rest, is_written_so=is_written_so)
    left, _, right = line.partition(arrow)
    if arrow == "->" or not _is_meant_as_time(left, right):
        return None
    return TimeLine(_ms(start) if start else None, _ms(end) if end else None, "", BAD)


def _by_any_arrow(line: str) -> TimeLine | None:
    """The times on both sides of whatever arrow, each with hours and a fraction: "12:30 → 13:45" is text."""
    meant = _meant(line)
    arrow = _ARROW.search(meant)
    if not arrow:
        return None
    start, end = (_LOOSE.fullmatch(side.rstrip()) for side in (meant[: arrow.start()], meant[arrow.end() :]))
    is_meant = start and end and all((start[2], start[5], end[2], end[5]))
    return _read_as_meant(start, end, "", is_written_so=False) if start and end and is_meant else None


def _meant(line: str) -> str:
    """The line without marks of direction, its times without blanks inside and with a point before milliseconds."""
    return _APART.sub(r"\1:\2:\3.\4", _DIRECTION.sub("", line))


def _read_as_meant(start: re.Match[str], end: re.Match[str], rest: str, *, is_written_so: bool) -> TimeLine:
    begin, finish = _ms(start), _ms(end)
    odd = NEGATIVE if begin < 0 or finish < 0 else LOOSE
    if _COORDINATES.fullmatch(rest):
        odd = "" if is_written_so and all(_is_written_out(m) for m in (start, end)) else odd
    return TimeLine(begin, finish, rest.strip(), odd)


def _is_written_out(match: re.Match[str]) -> bool:
    return match[2] is not None and len(match[3]) == len(match[4]) == 2 and len(match[5] or "") == 3 and not match[1]


def _ms(match: re.Match[str]) -> int:
    """Minutes and seconds over 59 are carried; one or two digits after the point are tenths or hundredths."""
    sign, hours, minutes, seconds, fraction = match.groups()
    ms = milliseconds(hours, minutes, seconds, ((fraction or "0") + "00")[:3])
    return -ms if sign else ms


def _is_meant_as_time(left: str, right: str) -> bool:
    """Whether an arrow stands between what was to be times: "00:0x:01 --> 00:00:02", not "first --> last"."""
    before, after = left.split(), right.split()
    if len(before) > 1:
        return False
    return any(":" in token and any(c.isdigit() for c in token) for token in (*before, *after[:1]))
