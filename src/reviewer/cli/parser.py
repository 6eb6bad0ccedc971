"""The words that the command line understands: commands, arguments, help. The contract is in docs/cli.md."""

import argparse
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from reviewer import __version__
from reviewer.errors import printable

if TYPE_CHECKING:
    Subparsers = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 — the only name it has


def make_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="reviewer",
        description="A desk for people who review transcripts. Alone it opens the window.",
        allow_abbrev=False,
    )
    parser.add_argument("--library", type=_path, metavar="FILE", help="the library file; else the user's own")
    parser.add_argument("--version", action="version", version=f"reviewer {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    for add in (_importing, _tracks, _listing, _correcting, _naming, _scoring, _assessing, _exporting):
        add(commands)
    return parser


class _Commands:
    """Adds a command with its function, named as module.function of cli and loaded when it runs; all have --json."""

    def __init__(self, commands: "Subparsers") -> None:
        self._commands = commands

    def add(self, name: str, run: str, does: str, *, of: Iterable[str] = ()) -> argparse.ArgumentParser:
        parser = self._commands.add_parser(name, help=does, description=does, allow_abbrev=False)
        for positional in of:
            parser.add_argument(positional.lower(), metavar=positional, type=_text)
        parser.add_argument("--json", action="store_true", help="one JSON value on stdout")
        parser.set_defaults(run=run)
        return parser


def _importing(commands: "Subparsers") -> None:
    one = _Commands(commands).add("import", "importing.run", "caption files and folders into the library")
    one.add_argument("paths", nargs="+", type=_path, metavar="PATH")
    slug = "the episode's name in files and commands: a to z, 0 to 9, hyphens"
    one.add_argument("--slug", type=_filled, help=slug)
    for name, what in (
        ("series", "the series it belongs to"),
        ("title", "its title"),
        ("format", "such as webvtt, youtube-vtt, srt, ttml or text; else it is found from the content"),
        ("encoding", "such as utf-8 or windows-1252; else it is found"),
    ):
        one.add_argument(f"--{name}", type=_text, help=what)
    one.add_argument("--new", action="store_true", help="an episode of its own, even if one is there already")


def _tracks(commands: "Subparsers") -> None:
    add = _Commands(commands).add
    add("tracks", "tracks.listed", "the caption files of an episode, and which leads", of=["EPISODE"])
    add("lead", "tracks.lead", "let another track lead: by number or by id", of=["EPISODE", "TRACK"])
    one = add("reread", "tracks.reread", "read the leading file anew, in another encoding", of=["EPISODE"])
    one.add_argument("--encoding", type=_text, required=True, metavar="E", help="such as utf-8 or windows-1252")
    one.add_argument("--format", type=_text, metavar="F", help="else it is found from the content")
    one = add("compare", "tracks.compare", "where the words of two tracks differ", of=["EPISODE"])
    one.add_argument("tracks", nargs="*", type=_text, metavar="TRACK", help="by number or by id")
    one = add("oddities", "tracks.oddities", "what was odd in the file, with its lines", of=["EPISODE"])
    one.add_argument("--all", action="store_true", help="of every track, not of the leading one only")
    one = add("carried", "tracks.carried", "corrections of other tracks that do not stand in this one", of=["EPISODE"])
    one.add_argument("--all", action="store_true", help="those that do stand in it, too")
    one = add("place", "tracks.place", "lay a correction that fits no longer", of=["EPISODE", "EDIT"])
    one.add_argument("--cue", type=_number, required=True, metavar="N", help="the cue in which the words stand")
    one.add_argument("heard", type=_text, metavar="HEARD", help="the words as they read there now")


def _listing(commands: "Subparsers") -> None:
    add = _Commands(commands).add
    one = add("list", "listing.episodes", "the episodes of the library")
    one.add_argument("--shelf", type=_text, help="only those on this shelf")
    one.add_argument("--status", choices=("new", "assessing", "ready", "exported", "stale"), help="only those")
    one = add("show", "listing.show", "the text of an episode as it reads now", of=["EPISODE"])
    how = one.add_mutually_exclusive_group()
    how.add_argument("--cues", action="store_true", help="cue by cue")
    how.add_argument("--words", action="store_true", help="word by word")
    one.add_argument("--imported", action="store_true", help="as imported, every correction aside")
    one = add("search", "listing.search", "full text over the library", of=["QUERY"])
    one.add_argument("--limit", type=_number, default=50, metavar="N", help="at most so many; usually 50")


def _correcting(commands: "Subparsers") -> None:
    add = _Commands(commands).add
    one = add(
        "correct", "correcting.correct", "replace what was heard by what was meant", of=["EPISODE", "HEARD", "MEANT"]
    )
    where = one.add_mutually_exclusive_group()
    where.add_argument("--all", action="store_true", help="in all places")
    where.add_argument("--cue", type=_number, metavar="N", help="in the cue of this number")
    one.add_argument("--kind", choices=("name", "term", "text"), default="name")
    one.add_argument("--why", type=_text, default="", help="the reason, kept beside the correction")
    for name, run in (("undo", "correcting.undo"), ("redo", "correcting.redo")):
        one = add(name, run, f"{name} the newest decisions on an episode", of=["EPISODE"])
        one.add_argument("--steps", type=_number, default=1, metavar="N", help="so many decisions")
    add("corrections", "correcting.corrections", "who corrected what, when and why", of=["EPISODE"])


def _naming(commands: "Subparsers") -> None:
    one = commands.add_parser("names", help="the glossary: list, add, remove, import, export", allow_abbrev=False)
    parts = one.add_subparsers(dest="part", metavar="PART", required=True)
    inner = _Commands(parts).add
    inner("list", "naming.listed", "the names and terms")
    new = inner("add", "naming.add", "add a name or term", of=["NAME"])
    new.add_argument("--kind", choices=("person", "organisation", "work", "model", "site", "term"), default="")
    new.add_argument("--alias", type=_text, action="append", default=[], help="another right form; may be repeated")
    new.add_argument("--misheard", type=_text, action="append", default=[], help="a mis-hearing; may be repeated")
    new.add_argument("--note", type=_text, default="")
    inner("remove", "naming.remove", "remove a name or term", of=["NAME"])
    for part, run, does in (
        ("import", "naming.import_file", "add names from a text, CSV or JSON file"),
        ("export", "naming.export_file", "write all names to a .txt, .csv or .json file"),
    ):
        inner(part, run, does).add_argument("file", type=_path, metavar="FILE")
    _Commands(commands).add("suggest", "naming.suggest", "probable mis-hearings, best first", of=["EPISODE"])


def _scoring(commands: "Subparsers") -> None:
    one = _Commands(commands).add("score", "scoring.score", "slices and figures; of all episodes where none is named")
    one.add_argument("episodes", nargs="*", type=_text, metavar="EPISODE")


def _assessing(commands: "Subparsers") -> None:
    add = _Commands(commands).add
    one = add("media", "assessing.media", "attach a recording", of=["EPISODE"])
    one.add_argument("file", type=_path, metavar="FILE")
    add("heard", "assessing.heard", "what was really played of the recording", of=["EPISODE"])
    one = add("assess", "assessing.assess", "read or write the assessment in the library", of=["EPISODE"])
    one.add_argument(
        "--from", dest="source", type=_path, metavar="FILE", help="take the fields of a JSON file; - is standard input"
    )
    one.add_argument(
        "--set", dest="fields", type=_assignment, action="append", default=[], metavar="FIELD=VALUE",
        help="a field and what it is to say; may be repeated",
    )  # fmt: skip
    one.add_argument("--state", choices=("draft", "ready", "approved"))


def _exporting(commands: "Subparsers") -> None:
    add = _Commands(commands).add
    one = add("export", "exporting.export", "write the bundle for the web team")
    one.add_argument("episodes", nargs="*", type=_text, metavar="EPISODE")
    one.add_argument("--all", action="store_true", help="all episodes")
    one.add_argument("--to", type=_path, required=True, metavar="FOLDER")
    one.add_argument("--zip", action="store_true", help="one zip file an episode")
    one = add("captions", "captions.captions", "the captions of an episode in a format", of=["EPISODE"])
    one.add_argument("--format", type=_text, metavar="F", help="webvtt keeps most; a wrong name lists all")
    one.add_argument("--to", type=_path, metavar="FILE", help="else they go to standard output")
    which = one.add_mutually_exclusive_group()
    which.add_argument("--heard", action="store_true", help="as imported, every correction aside")
    which.add_argument("--original", action="store_true", help="the imported file itself, byte for byte")
    one = add("publish", "exporting.publish", "write the assessment into the site's content folder")
    one.add_argument("episodes", nargs="+", type=_text, metavar="EPISODE")
    one.add_argument("--content", type=_path, required=True, metavar="FOLDER")
    one.add_argument("--dry-run", action="store_true", help="only say what would change")
    one = add("verify", "exporting.verify", "check a bundle: hashes, schemas, differences")
    one.add_argument("bundle", type=_path, metavar="BUNDLE")
    one.add_argument("--against", type=_path, metavar="OTHER")


_MOST = 2**31 - 1  # of anything counted here; SQLite takes no more than 63 bits


def _number(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"“{printable(text)}” is not a whole number from 0 on")
    return min(int(text[:20]), _MOST)


def _path(text: str) -> Path:
    """An empty name would be the folder where one is."""
    if not text:
        raise argparse.ArgumentTypeError("an empty name is no file or folder")
    return Path(text)


def _text(text: str) -> str:
    """An argument as text; one that came as other bytes could not be kept in the library."""
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise argparse.ArgumentTypeError(f"“{printable(text)}” is not UTF-8") from error
    return text


def _filled(text: str) -> str:
    if not text:
        raise argparse.ArgumentTypeError("an empty text names nothing")
    return _text(text)


def _assignment(text: str) -> tuple[str, str]:
    name, equals, value = _text(text).partition("=")
    if not equals:
        raise argparse.ArgumentTypeError(f"“{printable(text)}” is not FIELD=VALUE")
    return name, value
