"""The tables and how they came about: one migration a step, by sqlite-utils, never changed once landed."""

import sqlite3
from typing import TYPE_CHECKING

from reviewer.core.rows import new_id

if TYPE_CHECKING:
    from sqlite_utils import Database, Migrations

APPLICATION_ID = 0x52_65_76_77  # “Revw”: tells our files from other SQLite files
NUMBER = 3  # of the last migration; `pragma user_version` holds it, so that opening need not load sqlite-utils

_FIRST = (
    "create table meta(name text primary key, value text not null) strict",
    "create table files(sha256 text primary key, bytes blob not null) strict",
    """create table episodes(
        number integer primary key, id text not null unique, slug text not null unique, title text not null,
        series text not null default '', shelf text not null default '', video_id text not null default '',
        published text not null default '', description text not null default '', tags text not null default '[]',
        imported_at text not null) strict""",
    """create table versions(
        number integer primary key, id text not null unique, episode integer not null references episodes,
        sha256 text not null references files, file_name text not null, reader text not null,
        reader_version integer not null, options text not null, format text not null, encoding text not null,
        kind text not null, language text not null, header text not null, oddities text not null,
        first_row integer not null, cues integer not null, words integer not null, duration_ms integer not null,
        imported_at text not null) strict""",
    "create index versions_of_episode on versions(episode)",
    "create index versions_of_file on versions(sha256)",
    # A version's cues have consecutive rows from versions.first_row on, so that no index is needed.
    """create table cues(
        row integer primary key, start_ms integer, end_ms integer, gap text not null, text text not null,
        words blob not null, extra text) strict""",
    # The log: append-only (core.rows)
    """create table decisions(
        id text primary key, person text not null, replica text not null, counter integer not null, at text not null,
        label text not null, why text not null, source text not null) strict""",
    "create index decisions_by_counter on decisions(counter)",
    """create table edits(
        id text primary key, decision text not null references decisions deferrable initially deferred,
        layer text not null, anchor text not null, value text not null, over text not null) strict""",
    "create index edits_of_decision on edits(decision)",
    """create table switches(
        decision text not null references decisions deferrable initially deferred, "on" integer not null,
        counter integer not null, replica text not null, at text not null,
        primary key(decision, counter, replica)) strict, without rowid""",
    "create index switches_by_counter on switches(counter)",
    # Facts
    """create table recordings(
        sha256 text primary key, path text not null, file_name text not null, bytes integer not null,
        duration_ms integer) strict""",
    """create table attached(
        number integer primary key, episode text not null, sha256 text not null references recordings,
        at text not null) strict""",
    """create table ledger(
        id text primary key, recording text not null, person text not null, start_ms integer not null,
        end_ms integer not null, rate real not null, at text not null) strict""",
    "create index ledger_of_recording on ledger(recording)",
    """create table exports(
        number integer primary key, episode text not null, state text not null, at text not null) strict""",
    # Derived: written in the decision's transaction, can be dropped and rebuilt from the log
    """create table touches(
        scope text not null, decision text not null, primary key(scope, decision)) strict, without rowid""",
    """create table live(
        version integer not null references versions, start_cue integer not null, start_word integer not null,
        end_cue integer not null, end_word integer not null, edit text not null, decision text not null,
        meant text not null, kind text not null, person text not null, at text not null, why text not null,
        source text not null,
        primary key(version, start_cue, start_word, end_cue, end_word)) strict, without rowid""",
    """create table held(
        scope text not null, layer text not null, name text not null, value text not null, edit text not null,
        person text not null, at text not null, primary key(scope, layer, name)) strict, without rowid""",
    "create table reading(row integer primary key, text text not null) strict",
    """create table figures(
        version integer primary key references versions, state text not null, summary text not null) strict""",
    """create view shown(row, text, heard) as
        select c.row, coalesce(r.text, c.text), case when r.text is null then '' else c.text end
        from cues c left join reading r on r.row = c.row""",
    """create virtual table search using fts5(
        text, heard, content='shown', content_rowid='row', tokenize='unicode61 remove_diacritics 2')""",
)
_TRACKS = (
    "alter table episodes add column chapters text not null default '[]'",
    "create index episodes_by_video on episodes(video_id)",
    # Of a cue that is one of the file's own or was folded from them: that one's number (core.cues, file_cues)
    "alter table cues add column source integer",
    # Derived: which version of each episode leads, with its rows. Only its cues are read and found.
    """create table leading(
        episode integer primary key references episodes, version integer not null references versions,
        first_row integer not null, last_row integer not null) strict""",
    "create index leading_by_row on leading(first_row, last_row)",
    """insert into leading select episode, number, first_row, first_row + cues - 1 from versions
        where number in (select min(number) from versions group by episode)""",
    "drop view shown",
    # A version without cues has no rows: where it begins with another's, the other's last row is the greater.
    """create view shown(row, text, heard) as
        select c.row, coalesce(r.text, c.text), case when r.text is null then '' else c.text end
        from cues c left join reading r on r.row = c.row
        where c.row <= (select last_row from leading where first_row <= c.row
            order by first_row desc, last_row desc limit 1)""",
)
_APPEND_ONLY = ("files", "versions", "cues", "decisions", "edits", "switches", "ledger")


def _steps() -> "Migrations":
    """One migration a step, never changed once landed; the last one's number is NUMBER."""
    from sqlite_utils import Migrations

    migrations = Migrations("reviewer")

    @migrations()
    def m001_first_tables(db: "Database") -> None:
        for statement in _FIRST:
            db.execute(statement)
        for table in _APPEND_ONLY:
            for verb in ("update", "delete"):
                db.execute(
                    f"create trigger {table}_no_{verb} before {verb} on {table} "
                    f"begin select raise(abort, 'rows of {table} are never changed'); end"
                )
        db.table("meta").insert({"name": "replica", "value": new_id()})

    @migrations()
    def m002_where_each_episode_has_its_recording(db: "Database") -> None:
        """Two episodes may have one recording from two places; a file that goes there is still here."""
        db.execute("alter table attached add column path text not null default ''")

    @migrations()
    def m003_several_versions_of_an_episode(db: "Database") -> None:
        """One version leads: only its cues are in the search index. Chapters; the file's own cues by number."""
        for statement in _TRACKS:
            db.execute(statement)

    return migrations


def migrate(connection: sqlite3.Connection) -> None:
    """Bring a library file to the newest schema, with nothing lost; does nothing where it is there already.

    One process does it: the others wait for the write lock and find it done.
    """
    from sqlite_utils import Database

    connection.execute("pragma journal_mode = wal")
    connection.execute("begin immediate")
    try:
        if connection.execute("pragma user_version").fetchone()[0] < NUMBER:
            _steps().apply(Database(connection))
            connection.execute(f"pragma application_id = {APPLICATION_ID}")
            connection.execute(f"pragma user_version = {NUMBER}")
        connection.execute("commit")
    except BaseException:
        if connection.in_transaction:
            connection.execute("rollback")
        raise
