"""A library of an earlier schema opens, migrated, with nothing lost."""

import sqlite3
from pathlib import Path

from tests.library.made_libraries import add

from reviewer.library import schema
from reviewer.library.library import Library
from reviewer.library.media import Recording


def made_by_the_first_schema(path: Path) -> None:
    """A library as the first version made it: schema 1 with one episode's recording attached."""
    with Library(path):
        pass
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("alter table attached drop column path")
    connection.execute("delete from _sqlite_migrations where name like 'm002%'")
    connection.execute("insert into recordings values ('ab', '/talks/one.opus', 'one.opus', 5, null)")
    connection.execute("insert into attached(episode, sha256, at) values ('e1', 'ab', '2026-11-24T00:00:00.000Z')")
    connection.execute("pragma user_version = 1")
    connection.close()


def test_a_library_of_schema_1_keeps_its_recordings(tmp_path: Path) -> None:
    path = tmp_path / "old.sqlite"
    made_by_the_first_schema(path)
    with Library(path) as library:
        kept = library._connection.execute("select path from recordings").fetchall()
        assert kept == [("/talks/one.opus",)]
        assert library._connection.execute("select episode, sha256, path from attached").fetchall() == [
            ("e1", "ab", "")
        ]
        assert library._connection.execute("pragma user_version").fetchone()[0] == schema.NUMBER
    with Library(path) as library:  # and a second time nothing is left to do
        assert library._connection.execute("pragma integrity_check").fetchone() == ("ok",)


def test_each_episode_knows_its_own_copy_of_a_recording(tmp_path: Path) -> None:
    with Library(tmp_path / "library.sqlite") as library:
        first = add(library, "one", slug="one", data=b"1")
        second = add(library, "two", slug="two", data=b"2")
        library.attach(first, Recording("ab", "/here/talk.opus", "talk.opus", 5, None))
        library.attach(second, Recording("ab", "/there/talk.opus", "talk.opus", 5, None))
        found = [library.recording(episode) for episode in (first, second)]
        assert [r.path for r in found if r] == ["/here/talk.opus", "/there/talk.opus"]
