"""Contrast of every pair of colours that the style sheet puts upon one another, in the light and in the dark (WCAG's formula)."""

import re

import pytest

from backend.static_files import SHEET

TEXT, CHIP, EDGE = 7.0, 6.0, 3.0
PAIRS = [
    ("tinta", "meja", TEXT), ("tinta", "kertas", TEXT), ("tinta", "daun-latar", TEXT), ("pudar", "meja", TEXT),
    ("pudar", "kertas", TEXT),
    ("daun", "kertas", TEXT), ("daun", "meja", CHIP), ("di-daun", "daun", TEXT), ("di-daun", "daun-gelap", TEXT),
    ("daun-gelap", "kertas", TEXT), ("pudar", "konsep-latar", CHIP),
    ("menunggu", "menunggu-latar", CHIP), ("kembali", "kembali-latar", CHIP), ("tolak", "tolak-latar", CHIP),
    ("setuju", "setuju-latar", CHIP), ("info", "info-latar", CHIP), ("konsep", "konsep-latar", CHIP),
    ("tolak", "kertas", CHIP), ("kertas", "tolak", CHIP), ("menunggu", "kertas", CHIP), ("setuju", "kertas", CHIP),
    ("tinta", "info-latar", TEXT), ("tinta", "tolak-latar", TEXT), ("tinta", "menunggu-latar", TEXT),
    ("tinta", "setuju-latar", TEXT),
    ("tepi", "kertas", EDGE), ("tepi", "meja", EDGE), ("fokus", "meja", EDGE), ("fokus", "kertas", EDGE),
]  # fmt: skip
TOKEN = re.compile(r"--([\w-]+): (#[0-9a-f]{3,6})\b")


def themes() -> dict[str, dict[str, str]]:
    css = SHEET.read_text(encoding="utf-8")
    light, dark = css.split("@media (prefers-color-scheme: dark)", 1)
    tokens = dict(TOKEN.findall(light))
    return {"light": tokens, "dark": tokens | dict(TOKEN.findall(dark.split("\n}\n", 1)[0]))}


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    parts = [int(digits[n : n + 2], 16) / 255 for n in (0, 2, 4)]
    red, green, blue = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_the_formula_agrees_with_the_standard() -> None:
    assert contrast("#000", "#ffffff") == pytest.approx(21)
    assert contrast("#777", "#fff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("ink", "ground", "least"), PAIRS)
def test_it_can_be_read_in_the_sun(theme: str, ink: str, ground: str, least: float) -> None:
    tokens = themes()[theme]
    assert round(contrast(tokens[ink], tokens[ground]), 1) >= least


@pytest.mark.parametrize("word", ["menunggu", "kembali", "tolak", "setuju", "info", "konsep"])
def test_no_theme_leaves_a_colour_of_the_other(word: str) -> None:
    light, dark = themes()["light"], themes()["dark"]
    assert light[word] != dark[word]
    assert light[f"{word}-latar"] != dark[f"{word}-latar"]
