"""`reviewer captions`: an episode's captions in a format, or the imported file itself."""

import re
import sys
from argparse import Namespace

from reviewer.app import captioning
from reviewer.app.session import ReviewSession
from reviewer.app.writing import write_file
from reviewer.cli.opening import session
from reviewer.cli.output import Answer, WrongUsage, say, shown
from reviewer.errors import FileTrouble, Refused, printable

_LINE_END = re.compile(r"\r\n|\r|\n")


def captions(arguments: Namespace) -> Answer:
    _refuse_what_makes_no_sense(arguments)
    with session(arguments) as opened:
        slug, encoding = opened.episode.slug, opened.version.encoding if arguments.original else "utf-8"
        name, data, losses = _wanted(opened, arguments)
    if arguments.to is not None:
        write_file(arguments.to, data)
    elif not arguments.json:
        _to_stdout(data, encoding)
    if losses:
        say("Left out or changed: " + "; ".join(shown(loss) for loss in losses))
    file = None if arguments.to is None else str(arguments.to)
    value = {"episode": slug, "format": name, "file": file, "bytes": len(data), "losses": list(losses)}
    lines = () if file is None else (f"{printable(file)} written.",)
    return Answer(value, lines)


def _refuse_what_makes_no_sense(arguments: Namespace) -> None:
    name, formats = arguments.format, (*captioning.WRITTEN, captioning.ROLL_UP)
    if arguments.original and name is not None:
        raise WrongUsage("--original is the imported file as it is: leave --format out")
    if not arguments.original and name is None:
        raise WrongUsage(f"name a format with --format: {', '.join(formats)}; or --original")
    if name is not None and name not in formats:
        raise WrongUsage(f"“{printable(name)}” is no format that is written: choose one of {', '.join(formats)}")
    if arguments.json and arguments.to is None:
        raise WrongUsage("--json prints one JSON value: name the file for the captions with --to")


def _wanted(opened: ReviewSession, arguments: Namespace) -> tuple[str, bytes, tuple[str, ...]]:
    """The format, the bytes, and what they can't carry."""
    if arguments.original:
        return opened.version.format, captioning.original(opened), ()
    try:
        text, losses = captioning.caption_text(opened, arguments.format, heard=arguments.heard)
    except Refused as error:
        raise Refused(f"{opened.episode.slug}: {error}") from error
    return arguments.format, text.encode(), losses


def _to_stdout(data: bytes, encoding: str) -> None:
    """The very bytes for another program; on a terminal lines in which nothing can steer it."""
    try:
        sys.stdout.flush()
        if sys.stdout.isatty():
            lines = _LINE_END.split(data.decode(encoding, "replace"))
            sys.stdout.write("\n".join(map(shown, lines)))
            sys.stdout.flush()
            return
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise FileTrouble(f"The captions can't be written ({error.strerror}). Send them to another place.") from error
