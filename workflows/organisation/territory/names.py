"""What a code and a printed name say: kind, name in normal case, time zone."""

from ..models import Kind
from ..models.region import Zone

REGENCY_KINDS = {  # the longer prefix first
    "KABUPATEN ADMINISTRASI ": Kind.KABUPATEN_ADMINISTRASI,
    "KOTA ADMINISTRASI ": Kind.KOTA_ADMINISTRASI,
    "KABUPATEN ": Kind.KABUPATEN,
    "KOTA ": Kind.KOTA,
}
VILLAGE_KINDS = {"1": Kind.KELURAHAN, "2": Kind.DESA, "3": Kind.DESA_ADAT}
UNCHANGED = {"DKI", "DI"}
SMALL = {"dan"}
WITA_KALIMANTAN = {"63", "64", "65"}


class NotARegency(ValueError):
    """The name does not say whether it is a kabupaten or a kota."""


def title_case(name: str) -> str:
    """`KEPULAUAN BANGKA BELITUNG` → `Kepulauan Bangka Belitung`; names that are not all capitals stay as printed."""
    return " ".join(_word(word) for word in name.split()) if name.isupper() else name


def _word(word: str) -> str:
    if word in UNCHANGED:
        return word
    return word.lower() if word.lower() in SMALL else "-".join(part.capitalize() for part in word.split("-"))


def regency_kind_and_name(printed: str) -> tuple[Kind, str]:
    """`KABUPATEN LAMPUNG BARAT` → (kabupaten, `Lampung Barat`). Raises `NotARegency`."""
    for prefix, kind in REGENCY_KINDS.items():
        if printed.upper().startswith(prefix):
            return kind, title_case(printed[len(prefix) :])
    raise NotARegency(printed)


def village_kind(code: str) -> Kind:
    """The first digit of the village's four (Permendagri 137/2017): 1 kelurahan, 2 desa, 3 desa adat."""
    return VILLAGE_KINDS[code.rpartition(".")[2][0]]


def zone_of(code: str) -> Zone:
    """The time zone by province (Keppres 41/1987): by the first digit, and Kalimantan (6) divided."""
    island = code[0]
    if island in "89":
        return Zone.WIT
    return Zone.WITA if island in "57" or code[:2] in WITA_KALIMANTAN else Zone.WIB
