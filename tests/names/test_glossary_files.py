import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer import paths
from reviewer.names import Name, NameKind, UnreadableGlossary, make_name, read_names, write_names


def canonicals(names: list[Name]) -> list[str]:
    return [name.canonical for name in names]


def test_plain_text_is_one_name_a_line() -> None:
    data = "\ufeff# of the field\nOwain Evans\r\n\n  METR \nowain  evans\n".encode()
    assert canonicals(read_names("names.txt", data)) == ["owain evans", "METR"]
    assert canonicals(read_names("names", "Mądry\n".encode("utf-16"))) == ["Mądry"]


def test_csv_has_a_heading_and_lists_parted_by_bars() -> None:
    data = b'Kind,canonical,aliases,misheard\nterm,evals,"evaluations | evalz",emails|e vals\n,Owain Evans\n'
    evals, owain = read_names("names.CSV", data)
    assert (evals.kind, evals.aliases, evals.misheard) == (
        NameKind.TERM,
        ("evaluations", "evalz"),
        ("emails", "e vals"),
    )
    assert owain.kind is NameKind.PERSON


def test_json_holds_texts_or_objects() -> None:
    data = json.dumps(["METR", {"canonical": "evals", "misheard": ["emails"]}]).encode()
    assert [(n.canonical, n.misheard) for n in read_names("n.json", data)] == [("METR", ()), ("evals", ("emails",))]


@pytest.mark.parametrize(
    ("file", "data", "message"),
    [
        ("a.txt", b"METR\n\xff\n", "a.txt, line 2: this is not UTF-8 text. Save the file as UTF-8."),
        ("a.txt", b"METR\n--\n", "a.txt, line 2: a name needs a canonical form with at least one letter or digit."),
        ("a.csv", b"name\nMETR\n", "a.csv, line 1: the first line names no column “canonical”."),
        ("a.csv", b"canonical,kind\nMETR,club\n", "a.csv, line 2: “club” is no kind of name; the kinds are person,"),
        ("a.csv", b"canonical\nEvans, Owain\n", "a.csv, line 2: 2 cells for 1 columns. Quote cells with commas."),
        ("a.csv", b'canonical\n"METR\n', "a.csv, line 2: this is not CSV"),
        ("a.json", b"[\n{]", "a.json, line 2: this is not JSON"),
        ("a.json", b"3", "a.json, line 1: this is not a list of names."),
        (
            "a.json",
            b'["METR",\n\n 3]',
            "a.json, line 3: entry 2: a name in quotes or an object is expected. Write an entry as ",
        ),
        ("a.json", b'[{"kind": "term"}]', "a.json, line 1: entry 1: a name needs a canonical form"),
        (
            "a.json",
            b'{"of": "us", "names":\n["METR",\n{"canonical": 7}]}',
            "a.json, line 3: entry 2: its “canonical” must be a text",
        ),
        (
            "a.json",
            b'["METR", {"canonical": "x", "aliases": "y"}]',
            "a.json, line 1: entry 2: its “aliases” must be a list of texts",
        ),
        ("a.json", b'{"\\u006eames": [3]}', "a.json: entry 1: a name in quotes or an object is expected."),
        ("a.json", b"[" * 100_000, "a.json"),
    ],
)
def test_a_bad_file_is_refused_with_line_and_reason(file: str, data: bytes, message: str) -> None:
    with pytest.raises(UnreadableGlossary) as caught:
        read_names(f"/somewhere/{file}", data)
    assert str(caught.value).startswith(message)


def test_another_suffix_is_not_written() -> None:
    for suffix, name in ((".xlsx", "mine.xlsx"), ("", "mine")):
        with pytest.raises(UnreadableGlossary, match=rf"^{name}: .* Choose \.txt, \.csv or \.json"):
            write_names([], suffix, name)


@pytest.mark.parametrize("evil", ["=cmd()|A1", "+1", "-2", "@sum", "'=quoted", "''+twice"])
def test_no_cell_of_a_csv_is_a_formula(evil: str) -> None:
    name = Name("id", "x", NameKind.TERM, note=evil)
    row = write_names([name], ".csv").decode().splitlines()[1]
    assert row.split(",")[4].startswith("'")
    assert read_names("n.csv", write_names([name], ".csv"))[0].note == evil


_TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"], exclude_characters="|"), max_size=12)
_NAMES = st.builds(
    lambda start, rest, kind, others, heard, note: make_name(start + rest, kind, others, heard, note),
    st.sampled_from(["Evans", "=evans", "-3", "'+x", "Ä", '"q"', "a,b"]),
    _TEXTS, st.sampled_from(list(NameKind)), st.lists(_TEXTS, max_size=2), st.lists(_TEXTS, max_size=2), _TEXTS,
)  # fmt: skip


@given(st.lists(_NAMES, max_size=4, unique_by=lambda name: name.id), st.sampled_from([".csv", ".json"]))
def test_what_is_written_is_read_again(names: list[Name], suffix: str) -> None:
    assert read_names(f"n{suffix}", write_names(names, suffix)) == names


def test_the_shipped_glossary_is_whole_and_sorted_out() -> None:
    file = paths.resource("glossary", "ai-safety-en.json")
    names = read_names(file.name, file.read_bytes())
    assert len(names) > 150
    assert {name.kind for name in names} == set(NameKind)
    assert write_names(names, ".json") == file.read_bytes()
