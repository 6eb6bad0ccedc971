"""`reviewer export`, `publish` and `verify`."""

from argparse import Namespace
from dataclasses import asdict

from reviewer.app import exporting
from reviewer.app.exporting import SiteChange, WrittenFile
from reviewer.app.verifying import verified
from reviewer.cli.opening import Several, workspace
from reviewer.cli.output import Answer, WrongUsage, follow, say
from reviewer.core.wording import count
from reviewer.errors import printable


def export(arguments: Namespace) -> Answer:
    if arguments.episodes and arguments.all:
        raise WrongUsage("episodes are named and --all is given: leave one of them out")
    if not arguments.episodes and not arguments.all:
        raise WrongUsage("name the episodes to export, or all of them with --all")
    folder, written = arguments.to, list[WrittenFile]()
    with workspace(arguments) as opened:
        several = Several(opened, arguments.episodes)
        follow(several.each(lambda one: [*exporting.export([one], folder, written, as_zip=arguments.zip)]))
    value = {"folder": str(folder), "files": [asdict(file) for file in written], "refused": several.refused}
    return Answer(value, (f"{count(len(written), 'file')} written to {printable(str(folder))}.",), several.status)


def publish(arguments: Namespace) -> Answer:
    changes: list[SiteChange] = []
    with workspace(arguments) as opened:
        several = Several(opened, arguments.episodes)
        follow(
            several.each(
                lambda one: changes.extend(exporting.publish(one, arguments.content, dry_run=arguments.dry_run))
            )
        )
    if changes and arguments.content.resolve().name != "content":
        say(
            f"{printable(str(arguments.content))} is not called content, as the site's folder is. "
            "See whether it is the one that is meant."
        )
    value = {
        "content": str(arguments.content),
        "dry_run": arguments.dry_run,
        "files": [{"path": str(change.path), "what": change.what} for change in changes],
        "refused": several.refused,
    }
    return Answer(value, tuple(f"{printable(str(c.path))}: {c.what}" for c in changes), several.status)


def verify(arguments: Namespace) -> Answer:
    found = verified(arguments.bundle, arguments.against)
    for problem in found.problems:
        say(problem)
    value = {"bundle": str(arguments.bundle), "problems": found.problems, "differences": found.differences}
    lines = [*found.differences] or ["The bundle is whole." if not found.problems else "The bundle is not whole."]
    return Answer(value, tuple(lines), 1 if found.problems else 0)
