import pytest
from tests.captions.encoded_texts import SENTENCES

from reviewer.captions import read
from reviewer.captions.sources import decode
from reviewer.core.cues import Version
from reviewer.errors import UnreadableCaptions


def srt(text: str, encoding: str) -> bytes:
    return f"1\r\n00:00:01,000 --> 00:00:02,000\r\n{text}\r\n".encode(encoding)


def told(version: Version) -> list[tuple[int, str]]:
    return [(oddity.line, oddity.what) for oddity in version.oddities]


@pytest.mark.parametrize(
    ("written_as", "found", "text"),
    [
        ("utf-8", "utf-8", "Plain – words."),
        ("utf-8-sig", "utf-8", "Plain – words."),
        ("utf-16", "utf-16-le", "Plain – words."),
        ("utf-32", "utf-32-le", "Plain – words."),
    ],
)
def test_utf_and_its_byte_order_marks_are_no_guess(written_as: str, found: str, text: str) -> None:
    version = read("a.srt", srt(text, written_as))
    assert (version.encoding, version.cues.text, version.oddities) == (found, text, ())


@pytest.mark.parametrize(
    ("written_as", "found", "text"),
    [
        ("utf-16-le", "utf-16-le", "السلام عليكم"),
        ("utf-16-be", "utf-16-be", "Plain words."),
        ("utf-32-be", "utf-32-be", "Plain words."),
        ("cp1252", "windows-1252", "Café, naïve – “quoted” €5"),
        ("cp1252", "windows-1252", "Café"),
        ("cp1252", "windows-1252", "It’s 5 €"),
        ("cp1251", "windows-1251", "Добрый день, сегодня мы говорим об интеллекте."),
        ("cp1250", "windows-1250", "Zażółć gęślą jaźń, proszę państwa."),
        ("cp1253", "windows-1253", "Καλημέρα, τι κάνεις; Είμαι καλά."),
        ("shift_jis", "shift-jis", "こんにちは、今日は人工知能について話します。"),
        ("gb18030", "gb18030", "大家好，今天我们谈谈人工智能的安全问题。"),
    ],
)
def test_other_encodings_are_guessed_and_the_guess_is_told(written_as: str, found: str, text: str) -> None:
    version = read("a.srt", srt(text, written_as))
    assert (version.encoding, version.cues.text) == (found, text)
    assert [line for line, what in told(version) if f"read as {found}" in what] == [0]


def test_an_encoding_that_is_said_is_taken() -> None:
    version = read("a.srt", srt("Café", "utf-8"), encoding="Windows-1252")
    assert (version.encoding, version.cues.text) == ("windows-1252", "CafÃ©")


def test_another_encoding_makes_another_version() -> None:
    data = srt("Café", "utf-8")
    assert read("a.srt", data).id == read("b.srt", data, encoding="UTF8").id
    assert read("a.srt", data).id != read("a.srt", data, encoding="windows-1252").id


@pytest.mark.parametrize("encoding", ["no-such", "base64", "rot13", "utf-16-be\0", "undefined"])
def test_an_encoding_that_is_none_is_refused(encoding: str) -> None:
    with pytest.raises(UnreadableCaptions, match="not an encoding"):
        read("a.srt", srt("Plain words.", "utf-8"), encoding=encoding)


def test_a_text_that_is_not_in_the_said_encoding_is_refused() -> None:
    with pytest.raises(UnreadableCaptions, match="not a text in ascii"):
        read("a.txt", "Добрый день".encode(), encoding="ascii")


def test_utf8_with_a_broken_place_stays_utf8_and_the_line_is_told() -> None:
    data = "Ünï cödé ägäin ö\nand bro".encode() + b"\xff" + "ken ü".encode()
    version = read("a.txt", data)
    assert (version.encoding, version.cues.cue_text(1)) == ("utf-8", "and bro\ufffdken ü")
    damaged = "This is damaged UTF-8. If letters look wrong, choose “Re-read as…”."
    assert told(version) == [(0, damaged), (2, "A character could not be decoded: \ufffd.")]


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"one NUL \0 among many words of a text", "one NUL \ufffd among many words of a text"),
        ("a surrogate \ud800 alone".encode("utf-16-le", "surrogatepass"), "a surrogate \ufffd alone"),
    ],
)
def test_what_no_database_holds_is_replaced(data: bytes, text: str) -> None:
    assert read("a.txt", data).cues.text == text


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)) * 20,
        b"\0" * 500,
        b"PK\x03\x04 whatever",
        b"\x1f\x8b\x08\0",
        b"%PDF-1.7\nwords",
        b"Rar!\x1a\x07\x01\0",
        b"7z\xbc\xaf\x27\x1c\0\x04",
        b"a.vtt".ljust(257, b"\0") + b"ustar\x0000",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0",
        b"\x89PNG\r\n\x1a\n",
        b"\xff\xd8\xff\xe0",
    ],
)
def test_what_is_no_text_is_refused_in_one_line(data: bytes) -> None:
    with pytest.raises(UnreadableCaptions) as refusal:
        read("a.vtt", data)
    assert "\n" not in str(refusal.value)
    assert str(refusal.value).endswith("Nothing was changed.")


def test_line_ends_of_every_kind_become_one() -> None:
    assert decode("a", b"one\r\ntwo\rthree\nfour").unix == "one\ntwo\nthree\nfour"


def test_json_in_a_code_page_is_read_in_it() -> None:
    data = '{"segments": [{"start": 1, "end": 2, "text": "Где мы сейчас и что будет дальше"}]}'.encode("cp1251")
    assert decode("a.json", data).encoding == "windows-1251"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("language", ["Japanese", "Chinese, simplified", "Chinese, traditional", "Korean"])
def test_utf16_without_a_mark_and_without_times_is_found(language: str, encoding: str) -> None:
    for text in SENTENCES[language]:
        source = decode("a.txt", text.encode(encoding))
        assert (source.text, source.encoding) == (text, encoding)
