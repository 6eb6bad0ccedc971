"""`reviewer names …` and `suggest`."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cli.command_line import CommandLine

from reviewer.app.naming import shipped_names

Write = Callable[..., Path]
SHAPE = ["aliases", "canonical", "id", "kind", "misheard", "note", "scope"]


def own(reviewer: CommandLine) -> list[str]:
    return [name["canonical"] for name in reviewer.json("names", "list") if name["scope"] == "library"]


def test_the_list_has_the_shipped_names_and_ones_own(reviewer: CommandLine) -> None:
    shipped = reviewer.json("names", "list")
    assert len(shipped) == len(shipped_names())
    assert all(sorted(name) == SHAPE for name in shipped)
    reviewer.json(
        "names", "add", "Owain Evans", "--misheard", "Aine Evans", "--alias", "O. Evans", "--note", "Truthful"
    )
    (name,) = [name for name in reviewer.json("names", "list") if name["scope"] == "library"]
    assert {
        "canonical": "Owain Evans", "kind": "person", "aliases": ["O. Evans"], "misheard": ["Aine Evans"], "note": "Truthful",
    }.items() <= name.items()  # fmt: skip
    assert "Owain Evans\tperson\n" in reviewer("names", "list").out


def test_adding_twice_changes_nothing_the_second_time(reviewer: CommandLine) -> None:
    (first,) = reviewer.json("names", "add", "Gwen Parry")
    (second,) = reviewer.json("names", "add", "Gwen  Parry ")
    assert (first["changed"], second["changed"]) == (True, False)
    assert own(reviewer) == ["Gwen Parry"]
    assert "1 known already" in reviewer("names", "add", "Gwen Parry").out


def test_adding_again_with_more_joins(reviewer: CommandLine) -> None:
    reviewer.json("names", "add", "Gwen Parry", "--misheard", "when party", "--note", "Ours")
    (name,) = reviewer.json("names", "add", "Gwen Parry", "--misheard", "gwen perry")
    assert (name["misheard"], name["note"]) == (["when party", "gwen perry"], "Ours")


@pytest.mark.parametrize("name", ["", "  ", "!!!", "\u202e"])
def test_a_name_without_a_letter_is_refused(reviewer: CommandLine, name: str) -> None:
    assert "canonical form" in reviewer.fails("names", "add", name)
    assert own(reviewer) == []


def test_removing_and_bringing_back(reviewer: CommandLine) -> None:
    victim = reviewer.json("names", "list")[0]["canonical"]
    assert [name["canonical"] for name in reviewer.json("names", "remove", victim.upper())] == [victim]
    assert victim not in [name["canonical"] for name in reviewer.json("names", "list")]
    assert "not in the glossary" in reviewer.fails("names", "remove", victim)
    reviewer.json("names", "add", victim)
    assert victim in own(reviewer)


FILES = {
    "plain.txt": "# People\nGwen Parry\n\n  Bryn Tudor  \nGwen Parry\n",
    "table.csv": "kind,canonical,misheard\nperson,Gwen Parry,when party|gwen perry\n,Bryn Tudor,\n",
    "list.json": '[{"canonical": "Gwen Parry", "kind": "person"}, "Bryn Tudor"]',
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_of_names_is_taken_in(reviewer: CommandLine, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(FILES[name], "utf-8")
    taken = reviewer.json("names", "import", tmp_path / name)
    assert [(entry["canonical"], entry["kind"], entry["changed"]) for entry in taken] == [
        ("Gwen Parry", "person", True), ("Bryn Tudor", "person", True),
    ]  # fmt: skip
    assert all(sorted(entry) == sorted([*SHAPE, "changed"]) for entry in taken)
    assert sorted(own(reviewer)) == ["Bryn Tudor", "Gwen Parry"]
    again = reviewer.json("names", "import", tmp_path / name)
    assert not any(entry["changed"] for entry in again)


@pytest.mark.parametrize("suffix", [".csv", ".json", ".txt"])
def test_what_is_exported_is_read_back_the_same(reviewer: CommandLine, tmp_path: Path, suffix: str) -> None:
    reviewer.json("names", "add", "=Odd, “name”", "--misheard", "or'd", "--note", "Two\nlines")
    file = tmp_path / f"names{suffix}"
    listed = reviewer.json("names", "list")
    assert reviewer.json("names", "export", file) == listed
    other = tmp_path / "other.sqlite"
    reviewer.json("--library", other, "names", "import", file)
    back = reviewer.json("--library", other, "names", "list")
    keys = ("canonical",) if suffix == ".txt" else ("canonical", "kind", "aliases", "misheard", "note")
    assert [[name[key] for key in keys] for name in back] == [[name[key] for key in keys] for name in listed]


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("no.csv", b"name,kind\nGwen,person\n", "no.csv, line 1: "), ("no.json", b'{"a": [', "no.json, line 1: "),
        ("no.txt", b"Gwen\n\xff\xfe\x00\n", "no.txt, line 2: "), ("empty.txt", b"", "no name in this file"),
        ("odd.json", b'["A",\n{"canonical": 7}]', "odd.json, line 2: entry 2: its “canonical” must be a text"), ("bad.csv", b"canonical,kind\nGwen,robot\n", "bad.csv, line 2: "),
        ("deep.json", b"[" * 99_999, "deep.json: "), ("missing.txt", None, "no such file"),
    ],
)  # fmt: skip
def test_a_file_without_names_changes_nothing(
    reviewer: CommandLine, tmp_path: Path, name: str, content: bytes | None, told: str
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    assert told in reviewer.fails("names", "import", tmp_path / name)
    assert own(reviewer) == []


@pytest.mark.parametrize("place", ["names.docx", "nowhere/names.txt", "."])
def test_names_that_cannot_be_written(reviewer: CommandLine, tmp_path: Path, place: str) -> None:
    told = reviewer.fails("names", "export", tmp_path / place)
    assert Path(place).name in told
    assert not list(tmp_path.iterdir())


def test_names_never_reach_the_terminal_as_control(reviewer: CommandLine, tmp_path: Path) -> None:
    (tmp_path / "names.json").write_text(json.dumps(["Gw\x1ben\u202e"]), "utf-8")
    reviewer.json("names", "import", tmp_path / "names.json")
    assert not set(reviewer("names", "list").out) & set("\x1b\u202e")


def test_suggestions_have_reasons_and_places(reviewer: CommandLine, write: Write) -> None:
    texts = ("Today Elieser Yudkovsky is here.", "He is a", "known man.", "I met Owen Evans there.")
    reviewer.json("import", write("t.vtt", *texts))
    reviewer.json("names", "add", "Owain Evans")
    found = reviewer.json("suggest", "t")
    imported = " ".join(texts)
    assert {"Owain Evans"} <= {one["meant"] for one in found}
    assert [one["score"] for one in found] == sorted((one["score"] for one in found), reverse=True)
    for one in found:
        assert sorted(one) == ["cue", "end", "heard", "lane", "meant", "reasons", "score", "start", "start_ms"]
        assert imported[one["start"] : one["end"]] == one["heard"]
        assert one["reasons"]
        assert one["heard"].split()[0] in texts[one["cue"]]
    assert reviewer("suggest", "t").out.count("→") == len(found)


def test_offsets_of_a_text_without_times_fit_the_file(reviewer: CommandLine, tmp_path: Path) -> None:
    text = "First line.\n\n  Then  Owen   Evans came.\n" + "A long sentence follows here. " * 50 + "Owen Evans left.\n"
    (tmp_path / "t.txt").write_text(text, "utf-8")
    reviewer.json("names", "add", "Owain Evans")
    reviewer.json("import", tmp_path / "t.txt")
    found = [one for one in reviewer.json("suggest", "t") if one["meant"] == "Owain Evans"]
    assert sorted(text[one["start"] : one["end"]].split() for one in found) == [["Owen", "Evans"]] * 2
    assert {one["start_ms"] for one in found} == {None}
