"""How it looks rests on nothing that somebody may not see: contrast, emoji, blinking, motion."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from textual.color import Color
from textual.theme import Theme

import unspasm
from unspasm import theme
from unspasm.catalogue.compare import told_texts

PACKAGE = Path(unspasm.__file__).parent
STYLES = sorted(PACKAGE.rglob("*.tcss"))
AT_LEAST = 7.0
"""Of text to its ground, as the Web Content Accessibility Guidelines ask at level AAA."""
TEXTS = ("foreground", "primary", "secondary", "accent", "warning", "error", "success")
OWN_TEXTS = ("quiet", "worse", "row-key", "footer-key-foreground", "footer-description-foreground")
GROUNDS = ("background", "surface", "panel")
DRAWN = range(0x2190, 0x2900)
"""Arrows, lines, blocks and dots: as wide as a letter, and no picture."""


def luminance(colour: Color) -> float:
    """Relative luminance, from 0 to 1."""
    parts = [one / 255 for one in (colour.r, colour.g, colour.b)]
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 to 21."""
    bright, dim = sorted((luminance(Color.parse(one)), luminance(Color.parse(other))))[::-1]
    return (bright + 0.05) / (dim + 0.05)


def pairs(one: Theme) -> Iterator[tuple[str, str, float]]:
    """Every colour of text on every ground of a theme."""
    texts: Mapping[str, str] = {
        **{name: getattr(one, name) for name in TEXTS},
        **{name: one.variables[name] for name in OWN_TEXTS},
    }
    for text, colour in texts.items():
        for ground in GROUNDS:
            yield text, ground, contrast(colour, getattr(one, ground))


def test_contrast_is_computed_as_is_agreed() -> None:
    assert round(contrast("#000000", "#ffffff"), 1) == 21.0
    assert round(contrast("#777777", "#ffffff"), 2) == 4.48


@pytest.mark.parametrize("one", [theme.DARK, theme.LIGHT], ids=lambda one: one.name)
def test_every_text_of_our_themes_stands_out(one: Theme) -> None:
    faint = [(text, ground, round(much, 2)) for text, ground, much in pairs(one) if much < AT_LEAST]

    assert faint == []


def test_the_emergency_card_stands_out_in_every_theme() -> None:
    words = theme.DEFAULTS

    assert contrast(words["emergency-text"], words["emergency-ground"]) >= AT_LEAST


@pytest.mark.parametrize("file", STYLES, ids=lambda file: file.name)
def test_nothing_blinks_or_moves_by_itself(file: Path) -> None:
    text = file.read_text(encoding="utf-8")

    assert "blink" not in text
    assert not re.search(r"^\s*(transition|animation)\b", text, re.MULTILINE)


@pytest.mark.parametrize("file", STYLES, ids=lambda file: file.name)
def test_no_style_names_a_colour_outside_the_theme(file: Path) -> None:
    text = re.sub(r"/\*.*?\*/", "", file.read_text(encoding="utf-8"), flags=re.DOTALL)

    assert re.findall(r"(?:color|background|tint)\s*:\s*(#[0-9a-fA-F]{3,8}|rgb\S*|[a-z]+_[a-z]+)",
                      text) == []  # fmt: skip


def is_picture(one: str) -> bool:
    """Whether a character is an emoji, or may be shown as one."""
    if ord(one) in DRAWN and unicodedata.east_asian_width(one) not in {"W", "F"}:
        return False
    wide = unicodedata.east_asian_width(one) in {"W", "F"}
    return wide or unicodedata.category(one) == "So" or ord(one) in {0xFE0F, 0x20E3, 0x200D}


def test_no_content_has_an_emoji(content_folder: Path) -> None:
    found = [
        (name, path, text)
        for name, path, text in told_texts(content_folder)
        if any(map(is_picture, text))
    ]

    assert found == []


def test_no_code_has_an_emoji_or_blinks() -> None:
    for file in PACKAGE.rglob("*.py"):
        text = file.read_text(encoding="utf-8")
        assert not any(map(is_picture, text)), file.name
        assert not re.search(r"\bblink\b|\\x1b\[5m", text), file.name
