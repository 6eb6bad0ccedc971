"""Which encoding is found for sentences in twenty languages, written as captions in them are met."""

import codecs

import pytest
from tests.captions.encoded_texts import SENTENCES, WRITTEN_IN, encoded

from reviewer.captions import ENCODINGS, read
from reviewer.captions.sources import decode

PAIRS = [(language, encoding) for language, encodings in WRITTEN_IN.items() for encoding in encodings]
# Single sentences whose few letters fit another page as well; with their neighbours they are found.
RIGHT_OF_SINGLE = 0.97


def srt(lines: tuple[str, ...]) -> str:
    return "".join(f"{n}\r\n00:00:0{n},000 --> 00:00:0{n},900\r\n{line}\r\n\r\n" for n, line in enumerate(lines, 1))


@pytest.mark.parametrize(("language", "encoding"), PAIRS)
def test_a_file_of_a_few_lines_is_read_in_its_letters(language: str, encoding: str) -> None:
    text, data = encoded(srt(SENTENCES[language]), encoding)
    version = read("a.srt", data)
    assert version.cues.text == " ".join(line for line in text.split("\r\n")[2::4])
    assert [oddity.line for oddity in version.oddities if "Re-read as" in oddity.what] == [0]


def test_nearly_every_single_sentence_is_read_in_its_letters() -> None:
    cases = [
        (encoding, encoded(srt((line,)), encoding)) for language, encoding in PAIRS for line in SENTENCES[language]
    ]
    right = [decode("a.srt", data).text == text for _, (text, data) in cases]
    assert sum(right) >= RIGHT_OF_SINGLE * len(right)


def test_a_guess_is_the_same_each_time() -> None:
    data = encoded(srt(SENTENCES["Czech"]), "cp1250")[1]
    assert len({read("a.srt", data).id for _ in range(3)}) == 1


@pytest.mark.parametrize(("name", "shown"), ENCODINGS)
def test_every_encoding_to_choose_reads_and_is_recorded_under_its_name(name: str, shown: str) -> None:
    assert codecs.lookup(name)
    assert shown
    data = "Plain words.".encode(name)
    version = read("a.txt", data, encoding=name)
    assert (version.encoding, version.cues.text) == (name, "Plain words.")


@pytest.mark.parametrize(("language", "encoding"), PAIRS)
def test_what_is_found_can_be_chosen_too(language: str, encoding: str) -> None:
    data = encoded(srt(SENTENCES[language]), encoding)[1]
    found = read("a.srt", data).encoding
    assert found in dict(ENCODINGS)
    assert read("a.srt", data, encoding=found).id == read("a.srt", data).id


RUSSIAN = "Привет"


@pytest.mark.parametrize(
    ("head", "encoding", "found"),
    [
        ('<?xml version="1.0" encoding="windows-1251"?>\n', "cp1251", "windows-1251"),
        ("<?xml version='1.0' encoding = 'KOI8-R' ?>\n", "koi8_r", "koi8-r"),
        ('\n  <?xml version="1.0" encoding="ISO-8859-5"?>\n', "iso8859_5", "iso8859-5"),
        ('<html><head><META charset="windows-1251"></head>\n', "cp1251", "windows-1251"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">\n', "cp1251", "windows-1251"),
    ],
)
def test_an_encoding_that_the_file_names_is_taken_and_is_no_guess(head: str, encoding: str, found: str) -> None:
    source = decode("a.xml", (head + RUSSIAN).encode(encoding))
    assert (source.text, source.encoding, source.notes.oddities()) == (head + RUSSIAN, found, ())


@pytest.mark.parametrize("named", ["utf-8", "no-such", "base64", "ascii", "utf-16", "undefined", "idna", "x" * 500])
def test_an_encoding_that_can_not_be_right_is_not_taken(named: str) -> None:
    source = decode("a.xml", f'<?xml version="1.0" encoding="{named}"?>{srt(SENTENCES["Russian"])}'.encode("cp1251"))
    assert source.encoding == "windows-1251"
    assert SENTENCES["Russian"][0] in source.text


def test_utf8_is_utf8_whatever_the_file_says() -> None:
    text = f'<?xml version="1.0" encoding="windows-1251"?>{RUSSIAN}'
    assert decode("a.xml", text.encode()).text == text
    assert decode("a.xml", text.encode("utf-16")).text == text


@pytest.mark.parametrize("tail", [b"", b"\n\xff"])
def test_a_web_name_of_a_part_reads_the_whole_page(tail: bytes) -> None:
    head = b'<?xml version="1.0" encoding="ISO-8859-1"?>\n\x93quoted\x94'
    assert "“quoted”" in decode("a.xml", head + tail).text


def test_a_mark_in_the_middle_of_joined_files_is_no_word() -> None:
    one = "1\n00:00:01,000 --> 00:00:02,000\nOne.\n\n"
    two = "\ufeff2\n00:00:03,000 --> 00:00:04,000\nTwo.\n"
    assert read("a.srt", (one + two).encode("utf-8-sig")).cues.text == "One. Two."
    assert read("a.srt", (one + two).encode("utf-16")).cues.text == "One. Two."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_a_text_that_ends_within_a_character_is_read(encoding: str) -> None:
    data = (srt(SENTENCES["Japanese"]) + "話").encode(encoding)
    assert read("a.srt", data[:-1]).cues.text.startswith(SENTENCES["Japanese"][0])


def test_surrogates_written_as_utf8_are_no_letters() -> None:
    text = srt(SENTENCES["Russian"]).encode() + b"\xed\xa0\xbd\xed\xb8\x80"
    version = read("a.srt", text)
    version.cues.text.encode()
    assert version.oddities[0].what.startswith("This is damaged UTF-8.")


@pytest.mark.parametrize("text", ["Text and \x1b$B more.", "\x1b(B Text \x1b$B", "\x1b$B \x1b(B"])
def test_a_stray_escape_loses_no_text(text: str) -> None:
    assert decode("a.txt", text.encode()).text == text


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"h\xc3\xa9llo caf\xff x\nna\xc3\xafve", "héllo caf\ufffd x\nnaïve"),
        (b"a \xed\xa0\xbd\xed\xb8\x80 b", f"a {6 * chr(0xFFFD)} b"),
        ("Ça va très bien, l’été".encode() + b" \xe9", "Ça va très bien, l’été \ufffd"),
    ],
)
def test_a_small_text_of_damaged_utf8_is_no_other_page(data: bytes, text: str) -> None:
    source = decode("a.txt", data)
    assert (source.text, source.encoding) == (text, "utf-8")
    assert source.notes.oddities()[0].what.startswith("This is damaged UTF-8.")
