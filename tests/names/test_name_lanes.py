"""Codes, web addresses and names that are only written apart."""

import pytest
from tests.names.made_names import found, glossary

from reviewer.names import suggest


@pytest.mark.parametrize(
    ("heard", "form", "meant"),
    [
        ("we used GPT 40 for it", "GPT 40", "GPT-4o"),
        ("we used GPT-40.", "GPT-40", "GPT-4o"),
        ("we used GPT-4.0 here", "GPT-4.0", "GPT-4o"),
        ("we used GPT-4 O here", "GPT-4 O", "GPT-4o"),
        ("we used GPT for oh here", "GPT for oh", "GPT-4o"),
        ("we used GPT four point one here", "GPT four point one", "GPT-4.1"),
        ("we used GPT-41 here", "GPT-41", "GPT-4.1"),
        ("we used GBT 4 here", "GBT 4", "GPT-4"),
        ("we used lama 3 here", "lama 3", "Llama 3"),
        ("we used llama three here", "llama three", "Llama 3"),
    ],
)
def test_a_model_code_is_known_by_its_digits(heard: str, form: str, meant: str) -> None:
    assert found(heard) == {form: meant}


@pytest.mark.parametrize(
    "heard", ["we used GPT-5 here", "we used GPT 3.5 here", "Llama 2 was", "GPT-3 and GPT 2", "got four"]
)
def test_another_number_is_another_model(heard: str) -> None:
    assert found(heard) == {}


@pytest.mark.parametrize(
    ("heard", "form", "meant"),
    [
        ("go to XRP.net for more", "XRP.net", "axrp.net"),
        ("go to ax rp.net for more", "ax rp.net", "axrp.net"),
        ("go to axrp dot net for more", "axrp dot net", "axrp.net"),
        ("go to axrp. net for more", "axrp. net", "axrp.net"),
        ("at patreon.com/axrp podcast now", "patreon.com/axrp podcast", "patreon.com/axrpodcast"),
        ("at coffee.com/axrp podcast", "coffee.com/axrp podcast", "ko-fi.com/axrpodcast"),
        ("at ko fi.com axrp podcast", "ko fi.com axrp podcast", "ko-fi.com/axrpodcast"),
        ("at truthful ai. org now", "truthful ai. org", "truthfulai.org"),
        ("at patreon.com slash ax our podcast", "patreon.com slash ax our podcast", "patreon.com/axrpodcast"),
    ],
)
def test_a_web_address_is_known_by_its_ending(heard: str, form: str, meant: str) -> None:
    assert found(heard) == {form: meant}


@pytest.mark.parametrize(
    ("heard", "form", "meant"),
    [
        ("at open AI now", "open AI", "OpenAI"),
        ("jail broken", "jail broken", "jailbroken"),
        ("on M E T R now", "M E T R", "METR"),
        ("by Owain Evans UK now", "Owain Evans UK", "OwainEvans_UK"),
    ],
)
def test_a_name_written_apart_is_put_together(heard: str, form: str, meant: str) -> None:
    assert found(heard) == {form: meant}


def test_words_that_may_be_meant_as_they_stand_are_less_sure() -> None:
    (apart,) = suggest_one("it was jail broken then", "jailbroken")
    (by_sound,) = suggest_one("we used GPT for it", "GPT-4")
    assert {apart, by_sound} == {"likely"}


def suggest_one(heard: str, name: str) -> list[str]:
    from tests.names.made_names import reading

    return [one.lane for one in suggest(reading(heard), glossary(name))]
