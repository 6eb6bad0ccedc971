"""How the command line answers: one JSON value on stdout, or lines for people; messages and progress on stderr."""

import json
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from reviewer.app.progress import Progress, TimeLeft
from reviewer.errors import FileTrouble, printable

_FIRST_LINE_S, _EVERY_S = 2.0, 10.0
_JOINERS = "\u200c\u200d"  # not printable, and part of words in many scripts


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command found or did: `value` for --json, `lines` for people, and the exit status.

    An iterator as value is a list too long to be had at once, written item by item.
    """

    value: Any
    lines: Iterable[str] = ()
    status: int = 0


class WrongUsage(Exception):
    """Arguments that are each right and make no sense together."""


def give(answer: Answer, *, as_json: bool) -> int:
    """Write the answer out, to the last byte: a reader that has gone away is noticed here."""
    try:
        if as_json:
            sys.stdout.writelines(_written(answer.value))
        else:
            sys.stdout.writelines(line + "\n" for line in answer.lines)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise FileTrouble(f"The answer can't be written ({error.strerror}). Send it to another place.") from error
    return answer.status


def _written(value: Any) -> Iterator[str]:
    """JSON in pieces, to the byte as it would be in one."""
    if not isinstance(value, Iterator):
        yield json.dumps(value, ensure_ascii=False, indent=1) + "\n"
        return
    opening = "["
    for item in value:
        text = json.dumps(item, ensure_ascii=False, indent=1)
        yield f"{opening}\n " + text.replace("\n", "\n ")  # in a text of JSON's a line break is never bare
        opening = ","
    yield "[]\n" if opening == "[" else "\n]\n"


def say(message: str) -> None:
    """A line for people on stderr."""
    sys.stderr.write(message + "\n")


def shown(text: str) -> str:
    """Foreign text as one line for a terminal: every white space a blank, control and override characters escaped."""
    return "".join(" " if c.isspace() else c if c in _JOINERS else printable(c) for c in text)


def follow(steps: Iterable[Progress]) -> None:
    """Run a pipeline to its end and tell how far it is and how long it will still take.

    On a terminal that is one line, written over; elsewhere, as in the log of a script, a line now and then.
    """
    is_terminal = sys.stderr.isatty()
    time_left, next_line = TimeLeft(), time.monotonic() + _FIRST_LINE_S
    try:
        for step in steps:
            left = time_left.told(step)
            if is_terminal and step.total != 1:
                sys.stderr.write(f"\r\x1b[K{_line(step, left)}")
                sys.stderr.flush()
            elif not is_terminal and time.monotonic() >= next_line and step.part < 1:
                next_line = time.monotonic() + _EVERY_S
                say(_line(step, left))
    finally:
        if is_terminal:
            sys.stderr.write("\r\x1b[K")


def _line(step: Progress, left: str) -> str:
    what = printable(step.what)
    if not step.total:
        return f"Looking through …{what[-50:]}" if len(what) > 50 else f"Looking through {what}"
    return f"{step.done:,} of {step.total:,}{f', {left}' if left else ''}  {what[:50]}"
