import pytest

from reviewer.app.punctuation import fitted, wanted
from reviewer.core.cues import CuesBuilder
from reviewer.core.find import FoundPlace, find_places
from reviewer.core.reading import ReadingText


def places(text: str, heard: str) -> list[FoundPlace]:
    builder = CuesBuilder()
    builder.add(0, 1_000, text)
    return find_places(ReadingText(builder.build()), heard)


@pytest.mark.parametrize(
    ("text", "heard", "meant", "reads"),
    [
        ("Evans.", "Evans", "Owens", ["Owens."]),
        ("Evans.", "Evans.", "Owens.", ["Owens."]),
        ("Evans.", "Evans", "Owens.", ["Owens."]),
        ("wait.", "wait.", "wait...", ["wait..."]),
        ("(Evans's),", "Evans", "Owens", ["(Owens's),"]),
        ("(Evans's),", "Evans’s", "Owens's", ["(Owens's),"]),
        ("“Evans”", "Evans", "“Owens”", ["“Owens”"]),
        ("Evans, Evans", "Evans,", "Evans", ["Evans"]),
        ("Evans, Evans", "Evans", "Evans,", ["Evans,"]),
        ("Evans, Evans. Evans", "Evans,", "Owens;", ["Owens;"]),
        ("um, so", "um", "", [""]),
        ("so um.", "um", "", ["."]),
        ("(um),", "um", "", [""]),
        ("C++ or C", "C++", "Rust", ["Rust"]),
        ("see plus plus,", "see plus plus", "C++", ["C++,"]),
        ("nothing", "Evans", "Owens", []),
    ],
)
def test_how_a_place_reads_afterwards(text: str, heard: str, meant: str, reads: list[str]) -> None:
    found, put = wanted(places(text, heard), heard, meant)
    assert [fitted(place, put).wording(put) for place in found] == reads


def test_the_rest_of_a_replacement_is_left_alone() -> None:
    (place,) = places("Evans", "Evans")
    inside = FoundPlace(place.span, (), 0, 0, 0, "Evans", "Dr. ", " of Bangor.")
    assert fitted(inside, "").wording("").split() == ["Dr.", "of", "Bangor."]
    assert fitted(inside, "Owens.").wording("Owens.") == "Dr. Owens. of Bangor."
