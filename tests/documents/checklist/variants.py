"""The ways in which a sample is changed to be harder: who signs and how, long names and titles, emblem, paper, day."""

import base64
import copy
from collections.abc import Callable
from io import BytesIO
from typing import Any

from PIL import Image

from documents.content import Content, text_of

ADDRESS = "https://siklus.contoh.go.id/v/0123456789abcdefABCDEF"
LONG = "Persiapan Kecamatan Kepulauan Penguajian Sungai Raya Ambawang Hulu"
EMBLEM = (90, 100)  # dots
LONG_KEYS = {"district", "village", "note", "element", "task", "meant", "description", "office", "name"}
ON_BEHALF = ["a.n. BUPATI CONTOH BARAT", "SEKRETARIS DAERAH"]

Variant = Callable[[Content], Content]


def variant(change: Callable[[Content], None]) -> Variant:
    """Changes a copy."""

    def changed(content: Content) -> Content:
        own = copy.deepcopy(content)
        change(own)
        return own

    return changed


def signed_by(*lines: str) -> Variant:
    """Whoever signs the text does so under these lines; parties of a letter as well."""

    @variant
    def change(content: Content) -> None:
        text_of(content)["issue"]["signatory"]["lines"] = list(lines)
        if content.get("parties"):
            content["parties"][0]["lines"] = list(lines)

    return change


def signature(kind: str) -> Variant:
    @variant
    def change(content: Content) -> None:
        content["issue"] |= {"signature": kind, "verify_url": ADDRESS}

    return change


@variant
def long_title(content: Content) -> None:
    """Four lines and more, in the head and wherever it is named."""
    text = text_of(content)
    text["subject"] += f" di {LONG} dan {LONG}"
    if "considerations" in text:
        text["considerations"][-1] += f" di {LONG} dan {LONG}"


@variant
def long_names(content: Content) -> None:
    """In every row of every table, and in the kop."""
    text = text_of(content)
    for part in ("annexes", "corrections", "rows", "body"):
        _lengthen(text.get(part))
    if content.get("letterhead"):
        content["letterhead"] = {"lines": [LONG.upper(), LONG.upper()], "address": LONG}


def _lengthen(part: Any) -> None:
    """Descend to the rows."""
    if isinstance(part, list):
        for item in part:
            _lengthen(item)
    elif isinstance(part, dict):
        for key, value in part.items():
            if key in LONG_KEYS and isinstance(value, str) and LONG not in value:  # rows may be one and the same
                part[key] = f"{value} {LONG}"
            _lengthen(value)


@variant
def with_emblem(content: Content) -> None:
    png = BytesIO()
    Image.new("RGB", EMBLEM, (230, 0, 0)).save(png, "PNG")
    text_of(content)["lambang"] = base64.b64encode(png.getvalue()).decode()


@variant
def on_a4(content: Content) -> None:
    text_of(content)["page"] = {"size": "A4", "landscape": False, "margins": {"left": 32, "right": 22}}


@variant
def with_rahmat(content: Content) -> None:
    text_of(content)["show_rahmat"] = True


@variant
def on_the_first_of_july(content: Content) -> None:
    """A day without a leading zero."""
    for issue in (text_of(content)["issue"], content["issue"]):
        issue["date"] = f"{issue['date'][:4]}-07-01"


@variant
def as_it_is(content: Content) -> None: ...


VARIANTS: dict[str, Variant] = {
    "usual": as_it_is,
    "electronic": signature("tte"),
    "signed in ink": signature("ink"),
    "Plt.": signed_by("Plt. BUPATI CONTOH BARAT"),
    "Pj.": signed_by("Pj. BUPATI CONTOH BARAT"),
    "a.n.": signed_by(*ON_BEHALF),
    "u.b.": signed_by(*ON_BEHALF, "u.b.", "ASISTEN PEMERINTAHAN"),
    "long title": long_title,
    "long names": long_names,
    "emblem": with_emblem,
    "A4": on_a4,
    "rahmat": with_rahmat,
    "1 July": on_the_first_of_july,
}
