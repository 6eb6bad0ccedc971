"""XML from strangers: what may be in it, and what is refused before it can do harm."""

import time
from collections.abc import Mapping
from contextlib import suppress

import pytest

from reviewer.captions import read
from reviewer.captions.notes import Notes
from reviewer.captions.sources import Source
from reviewer.captions.xmltext import DEEPEST, MENDED, root, visit, writable
from reviewer.errors import UnreadableCaptions


class Told:
    """Writes down what it is told."""

    def __init__(self) -> None:
        self.told: list[str] = []

    def start(self, name: str, attributes: Mapping[str, str], at: int) -> None:
        self.told.append(f"<{name}@{-1 - at}>" + "".join(f"{key}={value}" for key, value in attributes.items()))

    def end(self, name: str) -> None:
        self.told.append(f"</{name}>")

    def text(self, data: str) -> None:
        self.told.append(data)


def source(text: str) -> Source:
    return Source("a.xml", text, "utf-8", Notes(text))


def told(text: str) -> str:
    return "".join(visit(source(text), Told).told)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<a>b</a>", "<a@1>b</a>"),
        ("\ufeff<?xml version='1.0' encoding='utf-16'?><a>é</a>", "<a@1>é</a>"),
        ("\n\n<?xml version='1.1'\n?>\n<x:a y:b='c' xmlns:x='u'>\n<x:d/></x:a>", "<a@5>y:b=cxmlns:x=u\n<d@6></d></a>"),
        ("<a>\r<b/>\r\n<c/></a>", "<a@1>\n<b@2></b>\n<c@3></c></a>"),
        ("<a>&lt;&#233;&#x1F680;<![CDATA[<&>]]></a>", "<a@1><é🚀<&></a>"),
        ("<!-- a --><?p?><a><!-- b -->c</a>", "<a@1>c</a>"),
    ],
)
def test_a_document_is_told_in_order_and_by_line(text: str, expected: str) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("R&D & more", "R&D & more"),
        ("&nbsp;&eacute;&nosuch;", "\u00a0é&nosuch;"),
        ("a\x0bb\x01\uffff&#1;&#11;&#xD800;", "a b\ufffd\ufffd\ufffd\ufffd\ufffd"),
        ("&amp;amp; &", "&amp; &"),
        ("&#9999999; &#; &", "\ufffd &#; &"),
    ],
)
def test_signs_that_xml_does_not_allow_are_read_as_meant_and_told(text: str, expected: str) -> None:
    made = source(f"<a>\n{text}</a>")
    assert "".join(visit(made, Told).told) == f"<a@1>\n{expected}</a>"
    assert [(oddity.line, oddity.what) for oddity in made.notes.oddities()] == [(2, MENDED)]


BOMB = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


@pytest.mark.parametrize(
    "declaration",
    [
        f'<!DOCTYPE tt [<!ENTITY l0 "lol">{BOMB}]>',
        '<!DOCTYPE tt [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE tt SYSTEM "http://example.org/tt.dtd">',
        '<!DOCTYPE tt [<!ENTITY % p SYSTEM "file:///etc/passwd"> %p;]>',
        "<!DOCTYPE tt>",
    ],
    ids=["bomb", "external entity", "external type", "parameter entity", "type alone"],
)
def test_a_document_type_is_refused_before_anything_is_made_of_it(declaration: str) -> None:
    data = f'<?xml version="1.0"?>\n{declaration}\n<tt><body><p begin="1s">&l9;&x;</p></body></tt>'
    with pytest.raises(UnreadableCaptions, match="DTD") as refusal:
        read("a.ttml", data.encode())
    assert (refusal.value.line, "\n" in str(refusal.value)) == (2, False)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("<tt>\n<body>\n</tt>", 3),
        ("<tt>\n<body>", 2),
        ("<tt a=1/>", 1),
        ("<tt/>\n<tt/>", 2),
        ("<tt>\n<![CDATA[ & </tt>", 2),
        ("<tt>\n<p a='1' a='2'/></tt>", 2),
        ("<tt>" + "\n<div>" * 10_000 + "</div>" * 10_000 + "</tt>", DEEPEST + 1),
    ],
    ids=["mismatched", "cut off", "bare attribute", "two roots", "open section", "attribute twice", "deep"],
)
def test_broken_xml_is_named_with_its_line(text: str, line: int) -> None:
    with pytest.raises(UnreadableCaptions) as refusal:
        read("a.ttml", text.encode())
    assert (refusal.value.line, "\n" in str(refusal.value)) == (line, False)
    assert refusal.value.remedy.endswith("Nothing was changed.")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("<tt/>", "tt"),
        ("\ufeff \n<?xml version='1.0'?><!-- <b> --><x:tt xml:lang='en'>", "tt"),
        ("<!doctype html><html>", "html"),
        ("<timedtext", ""),
        ("<!-- open", ""),
        ("words", ""),
        ("", ""),
        ("< tt>", ""),
    ],
)
def test_the_first_element_is_found_without_parsing(text: str, name: str) -> None:
    assert root(text)[0] == name


def test_the_first_elements_attributes_are_found() -> None:
    assert root("""<t a="1" b='2' c>""")[1] == {"a": "1", "b": "2"}


def test_what_xml_cannot_hold_is_replaced_in_place() -> None:
    assert writable("a\0b\x0cc\ud800\t\n") == "a\ufffdb c\ufffd\t\n"


@pytest.mark.parametrize(
    "text",
    [
        "<!-- -->" * 40_000 + "<tt/>",
        "\n" * 300_000 + "<tt/>",
        "<tt><body>" + "<div/>" * 100_000 + "</body></tt>",
        "<tt><body><p begin='1s'>" + "<br/>&" * 50_000 + "</p></body></tt>",
        "<tt " + " ".join(f"a{n}='b'" for n in range(20_000)) + "/>",
        "<tt>" + "<![CDATA[" * 40_000,
        "<tt a='" * 40_000,
        "<timedtext><p t='1' d='2'>" + "<s t='1'> a</s>" * 40_000 + "</p></timedtext>",
        "<timedtext>" + "a<b/>" * 40_000 + "</timedtext>",
    ],
    ids=lambda text: f"{text[:20]!r}",
)
def test_no_document_takes_long(text: str) -> None:
    started = time.process_time()
    with suppress(UnreadableCaptions):
        read("a", text.encode())
    assert time.process_time() - started < 3  # seconds; a quadratic reader takes minutes


@pytest.mark.parametrize("root", ["tt", "tt:tt", "timedtext", "transcript"])
@pytest.mark.parametrize("declared", ["lolz", "x:tt"])
def test_a_document_type_of_another_name_is_refused_as_one(root: str, declared: str) -> None:
    entities = '<!ENTITY a "lol">\n<!ENTITY b "&a;&a;">\n'
    data = f'<?xml version="1.0"?>\n<!-- a -->\n<!DOCTYPE {declared} [\n{entities}]>\n<{root}><p begin="1s">&b;</p></{root}>'
    with pytest.raises(UnreadableCaptions, match="DTD") as refusal:
        read("a.ttml", data.encode())
    assert refusal.value.line
    assert refusal.value.line >= 3


def test_a_page_with_a_document_type_is_refused_as_html() -> None:
    with pytest.raises(UnreadableCaptions, match="HTML"):
        read("a.ttml", b"<!DOCTYPE html><html><body><p>Hello</p></body></html>")
