"""A library of an earlier schema opens, migrated, with nothing lost."""

import gzip
import sqlite3
from pathlib import Path

import pytest
from tests.library.made_libraries import add, add_version, check, reads

from reviewer.app.workspace import Workspace
from reviewer.core.rows import ASSESSMENT
from reviewer.errors import LibraryTrouble
from reviewer.library import schema
from reviewer.library.library import Library
from reviewer.library.media import Recording

# Made by the program of schema 2: two episodes, the roll-up one corrected (over, withdrawn, undone, undone and redone),
# assessed, with a recording, its figures, and exported.
SCHEMA_2 = Path(__file__).parents[1] / "data" / "library" / "schema-2.sqlite.gz"
KEPT = (
    "files", "versions", "decisions", "edits", "switches", "recordings", "attached", "ledger", "exports", "touches",
    "live", "held", "reading", "figures",
)  # fmt: skip
STATE = "3e2f5e6004a176618d65a6f3bd65599f443f6f2599adf7a28165a935a5f56f03"  # of the corrected episode's figures


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "old.sqlite"
    path.write_bytes(gzip.decompress(SCHEMA_2.read_bytes()))
    return path


def rows_of(path: Path) -> dict[str, list[tuple[object, ...]]]:
    connection = sqlite3.connect(path)
    rows = {table: connection.execute(f"select * from {table} order by 1, 2").fetchall() for table in KEPT}
    rows["cues"] = connection.execute("select row, start_ms, end_ms, gap, text, words, extra from cues").fetchall()
    connection.close()
    return rows


def made_by_the_first_schema(old: Path) -> None:
    """A library as the first version made it: schema 1 with one more episode's recording attached."""
    connection = sqlite3.connect(old, isolation_level=None)
    connection.execute("delete from attached")
    connection.execute("delete from recordings")
    connection.execute("alter table attached drop column path")
    connection.execute("delete from _sqlite_migrations where name like 'm002%'")
    connection.execute("insert into recordings values ('ab', '/talks/one.opus', 'one.opus', 5, null)")
    connection.execute("insert into attached(episode, sha256, at) values ('e1', 'ab', '2026-11-24T00:00:00.000Z')")
    connection.execute("pragma user_version = 1")
    connection.close()


def test_a_library_of_schema_2_opens_with_nothing_lost(old: Path) -> None:
    before = rows_of(old)
    with Library(old) as library:
        episode = library.episode("rollup")
        assert reads(library, episode) == ["so I saw Owain Evans", "and Owain said no no no", "about politics"]
        assert [(row.number, row.leads) for row in library.versions(episode)] == [(episode.version, True)]
        assert (episode.facts.chapters, library.carried(episode)) == ((), [])
        assert library.held(ASSESSMENT, episode.id) == {"summary": "A summary.", "state": "ready"}
        assert [f.slug for f in library.search("owain", 9)] == ["rollup", "rollup", "two"]
        assert library.undo("ann", episode).label.startswith("Assessment")
        assert library.redo("ann", episode).keys
        check(library)
    assert {name: rows for name, rows in rows_of(old).items() if name != "switches"} == {
        name: rows for name, rows in before.items() if name != "switches"
    }


def test_the_bundle_of_a_library_of_schema_2_is_what_was_exported(old: Path) -> None:
    with Workspace(old, "ann") as workspace:
        assert [(row.slug, row.status) for row in workspace.episodes()] == [("two", "new"), ("rollup", "exported")]
        assert workspace.session("rollup").state == STATE


def test_the_file_s_own_cues_are_known_as_schema_2_kept_them(old: Path) -> None:
    with Library(old) as library:
        cues = library.version(library.episode("rollup").version).cues
        assert (list(cues.file_cues), cues.extras) == ([0, 2, 4], {})
        assert list(library.version(library.episode("two").version).cues.file_cues) == [-1, -1]


def test_a_library_of_schema_2_takes_another_version(old: Path) -> None:
    with Library(old) as library:
        episode = library.episode("rollup")
        add_version(library, episode, "so I met Aine Evans", "about policy")
        assert reads(library, library.episode("rollup")) == ["so I saw Owain Evans", "about politics"]
        library.undo("ann", episode)
        assert library.leading(episode) == episode.version_id
        assert reads(library, episode) == ["so I saw Owain Evans", "and Owain said no no no", "about politics"]
        check(library)


def test_a_program_of_schema_2_refuses_a_library_of_this_one(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Library(old):
        pass
    monkeypatch.setattr(schema, "NUMBER", 2)
    with pytest.raises(LibraryTrouble, match="a later version of Reviewer"):
        Library(old)


def test_a_library_of_schema_1_keeps_its_recordings(old: Path) -> None:
    made_by_the_first_schema(old)
    with Library(old) as library:
        kept = library._connection.execute("select path from recordings").fetchall()
        assert kept == [("/talks/one.opus",)]
        assert library._connection.execute("select episode, sha256, path from attached").fetchall() == [
            ("e1", "ab", "")
        ]
        assert library._connection.execute("pragma user_version").fetchone()[0] == schema.NUMBER
    with Library(old) as library:  # and a second time nothing is left to do
        check(library)


def test_each_episode_knows_its_own_copy_of_a_recording(tmp_path: Path) -> None:
    with Library(tmp_path / "library.sqlite") as library:
        first = add(library, "one", slug="one", data=b"1")
        second = add(library, "two", slug="two", data=b"2")
        library.attach(first, Recording("ab", "/here/talk.opus", "talk.opus", 5, None))
        library.attach(second, Recording("ab", "/there/talk.opus", "talk.opus", 5, None))
        found = [library.recording(episode) for episode in (first, second)]
        assert [r.path for r in found if r] == ["/here/talk.opus", "/there/talk.opus"]
