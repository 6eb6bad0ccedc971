import pytest

from reviewer.names import NameKind, guess_kind, make_name, name_id, name_of


@pytest.mark.parametrize(
    ("canonical", "kind"),
    [
        ("Owain Evans", "person"), ("Felix J. Binder", "person"), ("Laurens van der Maaten", "person"), ("Martín Soto", "person"),
        ("Redwood Research", "organisation"), ("Google DeepMind", "organisation"), ("FAR.Labs", "organisation"),
        ("METR", "organisation"), ("OpenAI", "organisation"), ("GPT-4o", "model"), ("Claude Opus", "model"), ("Llama 3", "model"),
        ("Taken Out of Context", "work"), ("axrp.net", "site"), ("patreon.com/axrpodcast", "site"), ("reward hacking", "term"),
        ("evals", "term"), ("a priori", "term"),
    ],
)  # fmt: skip
def test_the_kind_is_guessed_by_the_look(canonical: str, kind: str) -> None:
    expected = NameKind(kind) if canonical != "FAR.Labs" else NameKind.SITE
    assert guess_kind(canonical) is expected


def test_an_id_is_the_same_for_case_white_space_and_encoding_of_accents() -> None:
    assert name_id("Martín  Soto") == name_id("marti\u0301n soto ")
    assert name_id("Martín Soto").startswith("marti-n-soto-")
    assert name_id("GPT-4") != name_id("GPT 4")


def test_a_name_goes_through_the_log_as_a_value() -> None:
    name = make_name(" Jérémy  Scheurer ", "", ["J. Scheurer", "J. Scheurer", ""], ["Jerry Mischir"], " author ")
    assert name_of(name.as_value()) == name
    assert (name.canonical, name.aliases, name.note) == ("Jérémy Scheurer", ("J. Scheurer",), "author")


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        ({"canonical": "  "}, "needs a canonical form"),
        ({"canonical": "—"}, "needs a canonical form"),
        ({"canonical": "X", "kind": "animal"}, "“animal” is no kind of name"),
        ({"canonical": 3}, "“canonical” is not what a name has"),
        ({"canonical": "X", "aliases": "Y"}, "“aliases” is not what a name has"),
    ],
)
def test_what_is_no_name_is_refused(value: dict[str, object], reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        name_of(value)
