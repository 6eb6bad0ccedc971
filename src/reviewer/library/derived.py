"""What follows from the log and is kept for quick reading: live corrections, held values, the search index.

Written in the transaction of the decision; `rebuild` makes all of it anew from cues and log.
"""

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence

from reviewer.core.anchors import Gap, Span
from reviewer.core.cues import Cues
from reviewer.core.history import History
from reviewer.core.reading import Correction, ReadingText
from reviewer.core.rows import CORRECTION, Edit


def live(connection: sqlite3.Connection, version: int) -> list[Correction]:
    """The shown corrections of a version in the order of the text."""
    rows = connection.execute(
        """select edit, decision, start_cue, start_word, end_cue, end_word, meant, kind, person, at, why, source
        from live where version = ? order by start_cue, start_word, end_cue, end_word""",
        (version,),
    )
    return [
        Correction(edit, decision, Span(Gap(c1, w1), Gap(c2, w2)), meant, kind, person, at, why, source)
        for edit, decision, c1, w1, c2, w2, meant, kind, person, at, why, source in rows
    ]


def shown_corrections(
    history: History, version_id: str, moved: Mapping[str, Span] | None = None, known: Iterable[Correction] = ()
) -> list[Correction]:
    """What the log says should be live in a version.

    `moved` are the edits that stand on other versions' words and where they are carried to; those `known` are taken
    from there and not made again, as an edit has one place in a version.
    """
    made = {c.edit: c for c in known}
    placed = history.placed(CORRECTION, version_id, moved)
    pairs = zip(placed.shown, placed.spans, strict=True)
    return [made.get(edit.id) or _correction(history, edit, span) for edit, span in pairs]


def _correction(history: History, edit: Edit, span: Span) -> Correction:
    decision = history.decisions[edit.decision]
    return Correction(
        edit.id, decision.id, span, str(edit.value["words"]), str(edit.value.get("kind", "text")), decision.person,
        decision.at, decision.why, decision.source.value,
    )  # fmt: skip


def update_corrections(
    connection: sqlite3.Connection, version: int, cues: Cues, before: list[Correction], after: list[Correction]
) -> list[Correction]:
    """Bring `live`, the reading rows and the search index from before to after; those that came or went."""
    old, new = {c.edit: c for c in before}, {c.edit: c for c in after}
    gone = [c for c in before if c.edit not in new]
    came = [c for c in after if c.edit not in old]
    connection.executemany(
        "delete from live where version = ? and start_cue = ? and start_word = ? and end_cue = ? and end_word = ?",
        ((version, *c.span.start, *c.span.end) for c in gone),
    )
    connection.executemany(
        "insert into live values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (version, *c.span.start, *c.span.end, c.edit, c.decision, c.meant, c.kind, c.person, c.at, c.why, c.source)
            for c in came
        ),
    )
    last = len(cues) - 1  # a foreign anchor may lie beyond the text
    touched = {n for c in gone + came for n in range(c.span.start.cue, min(c.span.end.cue, last) + 1)}
    lying = [c for c in after if not touched.isdisjoint((c.span.start.cue, c.span.end.cue))]
    _update_search(connection, version, ReadingText(cues, lying), sorted(touched))
    return gone + came


def _update_search(connection: sqlite3.Connection, version: int, text: ReadingText, touched: Sequence[int]) -> None:
    """Index some cues anew; `text` need have only the corrections that lie on them."""
    first = connection.execute("select first_row from versions where number = ?", (version,)).fetchone()[0]
    rows = [(first + number,) for number in touched]
    read = ((number, text.cue_text(number)) for number in touched)
    now = [(first + number, wording) for number, wording in read if wording != text.cues.cue_text(number)]
    connection.executemany(
        "insert into search(search, rowid, text, heard) select 'delete', row, text, heard from shown where row = ?",
        rows,
    )
    connection.executemany("delete from reading where row = ?", rows)
    connection.executemany("insert into reading values (?, ?)", now)
    connection.executemany(
        "insert into search(rowid, text, heard) select row, text, heard from shown where row = ?", rows
    )


def update_held(connection: sqlite3.Connection, history: History, layer: str, scope: str, names: Iterable[str]) -> None:
    """Which values of a layer and scope hold now, of the keys named."""
    values = history.values(layer, scope)
    changed = sorted(set(names))
    connection.executemany(
        "delete from held where scope = ? and layer = ? and name = ?", ((scope, layer, name) for name in changed)
    )
    connection.executemany(
        "insert into held values (?, ?, ?, ?, ?, ?, ?)",
        (
            (scope, layer, name, json.dumps(edit.value, ensure_ascii=False), edit.id, d.person, d.at)
            for name in changed
            if (edit := values.get(name)) and (d := history.decisions[edit.decision])
        ),
    )


def held(connection: sqlite3.Connection, layer: str, scope: str) -> dict[str, object]:
    """By key the value that holds, in the order in which the values were given."""
    rows = connection.execute(
        "select name, value from held where layer = ? and scope = ? order by at, name", (layer, scope)
    )
    return {name: json.loads(value) for name, value in rows}
