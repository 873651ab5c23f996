"""A decree about another decree says which one, what happens to it, and since when; or it is not printed."""

import copy
from collections.abc import Callable

import pytest

from documents.content import Content
from documents.errors import ContentError
from documents.families.produk_hukum.changing import amendment_opening
from documents.kinds import find
from tests.documents.conftest import printed

AMENDS, REVOKES = "keputusan_perubahan@1", "keputusan_pencabutan@1"
ANNULS, SUSPENDS, RALAT = "keputusan_pembatalan@1", "keputusan_penundaan@1", "ralat@1"


@pytest.mark.parametrize(
    ("template", "change", "told"),
    [
        (AMENDS, lambda c: c.pop("changes"), "changes.order"),
        (AMENDS, lambda c: c["changes"].update(order=2), "harus berawal “Perubahan Kedua atas”"),
        (AMENDS, lambda c: c["changes"]["other"].update(number="9/2020"), "subject: harus menyebut “.* Nomor 9/2020"),
        (AMENDS, lambda c: c["clauses"].insert(0, "Menetapkan sesuatu"), "Diktum KESATU harus berbunyi “Mengubah"),
        (AMENDS, lambda c: c["annexes"][0]["rows"][0].pop("was"), "Lampiran 1 baris 1: was"),
        (AMENDS, lambda c: c["annexes"][0]["rows"][0].update(change="drop"), "baris 1: perubahan “drop” tidak dikenal"),
        (AMENDS, lambda c: c["annexes"][0]["rows"][1].update(no=1), "Lampiran 1: nomor baris harus nomor pada daftar"),
        (AMENDS, lambda c: c["annexes"][1]["totals"].clear(), "Lampiran 2: JUMLAH 0 tidak sama"),
        (AMENDS, lambda c: c["annexes"][1].pop("consolidated"), "Lampiran 2 baris 2: bernomor 3, seharusnya 2"),
        (REVOKES, lambda c: c["changes"].update(kind="amends"), "changes.kind: “amends”"),
        (REVOKES, lambda c: c["changes"]["other"].update(date=""), "changes.other.date: belum diisi"),
        (REVOKES, lambda c: c["changes"]["other"].update(date="6 Mei"), "changes.other.date: “6 Mei” bukan tanggal"),
        (
            REVOKES,
            lambda c: c["clauses"].__setitem__(0, "Keputusan lama dicabut"),
            "dicabut dan dinyatakan tidak berlaku",
        ),
        (REVOKES, lambda c: c["clauses"].append("Selesai"), "tepat satu diktum, yaitu yang terakhir"),
        (REVOKES, lambda c: c["clauses"].__setitem__(-1, "Keputusan ini berlaku efektif hari ini"), "tidak dipakai"),
        (ANNULS, lambda c: c["considerations"].pop(1), "pembatalan memerlukan alasan .*Pasal 66"),
        (ANNULS, lambda c: c.update(effective_on=None), "daya laku surut memerlukan tanggal"),
        (ANNULS, lambda c: c["changes"].update(retroactive=False), "“mulai berlaku pada tanggal 6 Mei 2024”"),
        (SUSPENDS, lambda c: c.update(expires_on="2025-08-01"), "tanggal berakhirnya, 1 Agustus 2025"),
        (SUSPENDS, lambda c: c["clauses"].pop(0), "harus ada diktum yang memuat “ditunda”"),
        (RALAT, lambda c: c.update(corrections=[]), "corrections: belum diisi"),
        (RALAT, lambda c: c["corrections"][0].update(meant="Contho 1"), "baris 1: yang tertulis sama"),
        (RALAT, lambda c: c["clauses"].pop(0), r"clauses\[0\]: harus menyebut"),
    ],
)
def test_what_a_change_leaves_unsaid_is_told(template: str, change: Callable[[Content], object], told: str) -> None:
    content = copy.deepcopy(find(template).sample(6))
    change(content)
    with pytest.raises(ContentError, match=told):
        find(template).check(content)


def test_the_second_change_says_so() -> None:
    assert [amendment_opening(order) for order in (1, 2, 3)] == [
        "Perubahan atas", "Perubahan Kedua atas", "Perubahan Ketiga atas"
    ]  # fmt: skip


def test_an_annex_of_changes_shows_before_and_after_and_keeps_what_is_struck() -> None:
    content = find(AMENDS).sample(6)
    paper = printed(content)
    (page,) = [page for page in paper.pages if page.lines[0].text == "LAMPIRAN I"]
    rows = content["annexes"][0]["rows"]
    assert page.text.split().count("dihapus") == sum(row["change"] == "strike" for row in rows) == 2
    numbers = [line.words[0].text for line in page.lines if "Tengah" in line.text]
    assert numbers == [str(row["no"]) for row in rows]
    assert "Sejahtra" in page.text
    assert "JUMLAH" not in page.text


def test_the_list_that_now_holds_keeps_its_numbers_and_has_no_struck_row() -> None:
    content = find(AMENDS).sample(6)
    last = printed(content).pages[-1]
    struck = [row["code"] for row in content["annexes"][0]["rows"] if row["change"] == "strike"]
    assert not [code for code in struck if code in last.text]
    assert [line.words[0].text for line in last.lines if "99.01." in line.text] == ["1", "3", "5", "6", "7", "8"]


def test_retroactive_effect_is_said_with_its_date() -> None:
    assert "mempunyai daya laku surut sejak tanggal 6 Mei 2024." in printed(find(ANNULS).sample(2)).flowing


def test_a_correction_sheet_shows_what_stands_and_what_is_meant() -> None:
    content = find(RALAT).sample(2)
    text = printed(content).flowing
    number = content["issue"]["number"]
    assert text.startswith(f"BUPATI CONTOH BARAT PROVINSI CONTOH RALAT NOMOR {number} TENTANG KEKELIRUAN PENULISAN")
    assert "NO LETAK TERTULIS SEHARUSNYA" in text
    assert "Contho 2 Contoh 2" in text
    assert "Menimbang" not in text
    assert "MEMUTUSKAN" not in text
