import threading

import pytest

from reviewer.names import sounds
from reviewer.names.nearness import alike, likeness
from reviewer.names.sounds import PHONES, guessed_ipa, phones


def test_espeak_is_there_and_speaks_english() -> None:
    assert phones("meter") == "midəɹ"
    assert phones("Yudkowsky") == "judkWski"


@pytest.mark.parametrize("word", ["", "—", "日本語", "ﬁ", "\0", "a\ud800b", "x" * 5000, "Mądry", "🙂", "<b>"])
def test_any_text_has_phones_of_the_one_alphabet(word: str) -> None:
    assert set(phones(word)) <= set(PHONES)
    assert set(sounds._letters_of(guessed_ipa(word))) <= set(PHONES)


def test_words_sounded_from_several_threads_come_out_the_same() -> None:
    words = [f"{a}{b}o" for a in "bdfgklm" for b in "aeiou"]
    alone = [sounds._speaker()(w) for w in words]
    together: list[list[str]] = []
    threads = [
        threading.Thread(target=lambda: together.append([sounds._speaker()(w) for w in words])) for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert together == [alone] * 4


@pytest.fixture
def without_espeak(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: object) -> None:
        raise OSError("no such library")

    monkeypatch.setattr(sounds._Espeak, "__init__", fail)
    monkeypatch.setattr(sounds, "_speaker", sounds._speaker.__wrapped__)


@pytest.mark.usefixtures("without_espeak")
def test_without_espeak_sounds_are_guessed_from_letters() -> None:
    assert sounds._letters_of(sounds._speaker()("knight")) == "nIt"
    assert sounds._letters_of(sounds._speaker()("phone")) == "fɑn"


@pytest.mark.parametrize(
    ("nearer", "farther"),
    [
        (("Treutlein", "tro lines"), ("Treutlein", "true friend")),
        (("evals", "emails"), ("evals", "banana")),
        (("pat", "bat"), ("pat", "rat")),
        (("sin", "sing"), ("sin", "sip")),
    ],
)
def test_near_sounds_cost_less(nearer: tuple[str, str], farther: tuple[str, str]) -> None:
    assert alike(*map(phones, nearer)) > alike(*map(phones, farther))


def test_many_pairs_at_once_are_measured_as_each_alone() -> None:
    words = [phones(w) for w in ("Owain", "Aine", "evals", "emails", "a", "", "interpretability", "Zvi")]
    left = [a for a in words for _ in words]
    right = words * len(words)
    assert likeness(left, right).tolist() == pytest.approx(
        [alike(a, b) for a, b in zip(left, right, strict=True)], abs=1e-5
    )
    assert all(alike(a, a) == 1 for a in words if a)
