"""The table of colours keeps the contrast it promises."""

import pytest

from reviewer.spectrum.tokens import TOKEN_NAMES, TOKENS, Tokens


def luminance(color: str) -> float:
    """Relative luminance of #RRGGBB, WCAG 2.2."""
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("tokens", TOKENS.values(), ids=list(TOKENS))
@pytest.mark.parametrize("token", ["ink", "ink2", "ink3", "accent", "corrected", "suggest", "good", "warn", "bad"])
def test_text_can_be_read_on_paper(tokens: Tokens, token: str) -> None:
    assert contrast(tokens[token], tokens.paper) >= 4.5


@pytest.mark.parametrize("tokens", TOKENS.values(), ids=list(TOKENS))
@pytest.mark.parametrize("token", ["edge", "risk_end", "risk_edge", "mixed", "opp_edge", "silent", "heard"])
def test_shapes_can_be_seen_on_paper(tokens: Tokens, token: str) -> None:
    assert contrast(tokens[token], tokens.paper) >= 3.0


@pytest.mark.parametrize("tokens", TOKENS.values(), ids=list(TOKENS))
@pytest.mark.parametrize("ground", ["paper", "ground", "raised", "hover"])
def test_hints_can_be_read_on_every_ground_but_the_sunken(tokens: Tokens, ground: str) -> None:
    assert contrast(tokens.ink3, tokens[ground]) >= 4.7


# window.md, section 2: (text, ground, light, dark, high contrast), rounded there to a tenth.
STATED = [
    ("line", "paper", 1.4, 1.3, 7.8),
    ("edge", "paper", 3.9, 3.7, 21),
    ("ink", "paper", 15.6, 13.4, 21),
    ("ink2", "paper", 7.6, 8.3, 21),
    ("ink3", "paper", 5.8, 6.3, 16.8),
    ("accent", "paper", 6.9, 7.5, 11.8),
    ("on_accent", "accent", 7.0, 8.1, 11.8),
    ("on_soft", "accent_soft", 13.1, 10.2, 11.8),
    ("on_soft", "now", 10.7, 6.9, 11.8),
    ("corrected", "paper", 6.4, 8.7, 15.3),
    ("suggest", "paper", 6.8, 7.7, 11.0),
    ("risk", "paper", 2.1, 8.2, 11.5),
    ("risk_end", "paper", 3.2, 10.7, 14.6),
    ("risk_edge", "paper", 5.6, 8.2, 11.5),
    ("mixed", "paper", 4.0, 7.3, 13.1),
    ("opp_edge", "paper", 9.8, 16.7, 21),
    ("silent", "paper", 4.1, 3.7, 8.0),
    ("heard", "paper", 6.0, 6.5, 21),
]


@pytest.mark.parametrize(("text", "ground", "light", "dark", "high"), STATED)
def test_contrast_is_what_the_design_states(text: str, ground: str, light: float, dark: float, high: float) -> None:
    measured = [contrast(TOKENS[name][text], TOKENS[name][ground]) for name in ("light", "dark", "contrast")]
    assert measured == pytest.approx([light, dark, high], abs=0.1)


@pytest.mark.parametrize("tokens", TOKENS.values(), ids=list(TOKENS))
def test_what_is_turned_on_can_be_read_on_its_tint(tokens: Tokens) -> None:
    text = tokens.on_soft if tokens.accent == tokens.accent_soft else tokens.accent
    assert contrast(text, tokens.accent_soft) >= 4.5


@pytest.mark.parametrize("tokens", TOKENS.values(), ids=list(TOKENS))
def test_a_token_is_found_by_its_name_and_nothing_else_is(tokens: Tokens) -> None:
    assert all(tokens[token].startswith("#") and len(tokens[token]) == 7 for token in TOKEN_NAMES)
    for stranger in ("name", "amber", "__class__"):
        with pytest.raises(KeyError):
            tokens[stranger]
