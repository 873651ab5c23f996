"""What is particular to the papers of a year: invitation, attendance, minutes, record of a rakor, yearly report, certificate."""

import pytest

from documents.errors import ContentError
from documents.families.naskah_dinas.bars import LONGEST, bars, percent
from documents.forms import Form
from documents.kinds import find
from tests.documents.conftest import printed, sample_paper
from tests.documents.reading import MM
from tests.documents.test_naskah_dinas_kinds import content_of, with_emblem


def test_five_addressees_stand_in_the_letter_and_six_on_a_list_behind_it() -> None:
    assert "DAFTAR UNDANGAN" not in sample_paper("undangan@1", 5, Form.FINAL).flowing
    paper = sample_paper("undangan@1", 6, Form.FINAL)
    assert "Lampiran : 1 (satu) daftar" in paper.flowing
    assert "6. Kepala Desa Contoh 1" in paper.pages[-1].text
    assert "Kepala Desa Contoh 1" not in paper.pages[0].text


def test_an_invitation_tells_the_weekday_of_its_day() -> None:
    assert "hari/tanggal : Rabu, 16 Oktober 2024 pukul : 08.30 WIB" in sample_paper("undangan@1", 3, Form.FINAL).flowing


def test_a_list_of_attendance_counts_who_came_and_says_who_stood_in() -> None:
    paper = sample_paper("daftar_hadir@1", 6, Form.FINAL)
    assert "Hadir 5 (lima) dari 6 (enam) nama; kuorum 2 (dua)." in paper.flowing
    assert "mewakili" in paper.flowing
    assert paper.pages[0].width > paper.pages[0].height


def test_a_list_for_ink_has_empty_lines_and_counts_nobody() -> None:
    seats = [seat | {"name": "", "arrived": "", "left": "", "note": ""} for seat in content_of("daftar_hadir@1", 2)["rows"]]
    paper = printed(content_of("daftar_hadir@1", rows=seats, spare=5, signatories=[]))
    assert "Hadir" not in paper.flowing
    assert [word.text for page in paper.pages for word in page.words].count("7.") == 1


def test_minutes_are_signed_by_the_note_taker_left_and_who_led_right() -> None:
    page = sample_paper("notulen@1", 2, Form.FINAL).pages[-1]
    assert any(line.text == "Contoh Notulis, S.Sos. Contoh Kepala Dinas, S.Sos., M.Si." for line in page.lines)


def test_a_record_says_who_disagreed_and_how_a_corrected_decision_first_stood() -> None:
    text = sample_paper("berita_acara_rakor@1", 3, Form.FINAL).flowing
    came = "21 (dua puluh satu) dari 28 (dua puluh delapan) yang diundang hadir atau diwakili"
    assert f"{came}; kuorum 15 (lima belas) terpenuhi" in text
    assert "Suara: 18 setuju, 2 tidak setuju, 1 abstain. Pendapat berbeda: Camat Contoh Tengah mencatat" in text
    assert "Perbaikan. Semula: “Kelas Kampung KB Contoh 2 ditetapkan Mandiri”. Alasan: salah ketik nama kelas." in text


def test_a_record_says_that_a_quorum_was_missed() -> None:
    content = content_of("berita_acara_rakor@1")
    content["body"]["quorum"] = 22
    assert "kuorum 22 (dua puluh dua) tidak terpenuhi" in printed(content).flowing


def test_who_only_knows_of_a_record_is_not_among_those_who_met() -> None:
    text = sample_paper("berita_acara_rakor@1", 3, Form.FINAL).flowing
    assert "Contoh Sekretaris Daerah, M.Si." not in text[: text.index("telah mengikuti")]


def test_the_classes_stand_behind_a_record_and_are_counted() -> None:
    last = sample_paper("berita_acara_rakor@1", 4, Form.FINAL).pages[-1]
    assert "KELAS KAMPUNG KB YANG DITETAPKAN" in last.text
    assert "JUMLAH 1 Mandiri, 1 Berkelanjutan, 1 Dasar, 1 Berkembang" in " ".join(last.text.split())
    without = content_of("berita_acara_rakor@1")
    without["body"]["classes"] = []
    assert "KELAS KAMPUNG KB" not in printed(without).flowing


def test_every_percentage_of_a_report_stands_beside_its_denominator() -> None:
    text = sample_paper("laporan@1", 3, Form.FINAL).flowing
    assert "desa 48,9 % (87 dari 178)" in text
    assert "desa dan kelurahan 46,0 % (87 dari 189)" in text
    assert "63,6 % (21 dari 33)" in text
    assert "36,4 % (12 dari 33)" in text
    assert "1. Dasar 9 21 -12" in text


def test_the_head_of_a_reports_annex_stands_on_every_page() -> None:
    pages = [page for page in sample_paper("laporan@1", 136, Form.FINAL).pages if "Contoh Hulu Contoh" in page.text]
    assert len(pages) > 2
    assert all("KECAMATAN" in page.text and "TAHUN LALU" in page.text for page in pages)


def test_a_year_in_which_nothing_was_counted_can_be_reported() -> None:
    content = content_of("laporan@1")
    content["body"] |= {"completeness": [], "follow_ups": [], "needs": [], "villages": []}
    content["body"]["coverage"] = [{"denominator": "desa", "total": 0, "designated": 0}]
    text = printed(content).flowing
    assert "– (0 dari 0)" in text
    assert "Tidak ada kebutuhan yang dicatat." in text
    assert "Tidak ada tindak lanjut selain kebutuhan" in text


def test_a_first_year_is_compared_with_none() -> None:
    content = content_of("laporan@1")
    for one in content["body"]["classes"]:
        one["last"] = 0
    text = printed(content).flowing
    assert "1. Dasar 9 – –" in text
    assert "Tahun 2023" not in text


def test_bars_are_as_long_as_their_values() -> None:
    drawn = bars([], [("a", [(1, "")]), ("b", [(4, "")]), ("c", [(0, "")])])["rows"]
    assert [bar["width"] for row in drawn for bar in row["bars"]] == [f"{LONGEST / 4:.1f}", f"{LONGEST:.1f}", "0.3"]
    assert percent(87, 178) == "48,9 %"
    assert percent(1, 0) == "–"


@pytest.mark.parametrize("margins", [{}, {"left": 30, "right": 20, "top": 20, "bottom": 25}])
def test_a_certificate_is_one_landscape_sheet_also_with_emblem_code_and_a_long_name(margins: dict[str, int]) -> None:
    content = with_emblem(content_of("piagam@1", 1, page={"size": "A4", "margins": margins}))
    content["issue"] |= {"signature": "tte", "verify_url": "https://siklus.contoh.go.id/v/0123456789abcdefABCDEF"}
    content["body"]["recipient"] += " Persiapan Kepulauan Penguajian Hulu"
    (page,) = printed(content).pages
    assert (round(page.width / MM), round(page.height / MM)) == (297, 210)
    assert "JUARA I Lomba" in " ".join(page.text.split())
    assert "berdasarkan Keputusan Bupati Contoh Barat Nomor 100.3.3.2/77/CONTOH/2024" in " ".join(page.text.split())


@pytest.mark.parametrize(
    ("template", "place", "told"),
    [
        ("undangan@1", "held_on", "body.held_on: belum diisi"),
        ("berita_acara_rakor@1", "decisions", "body.decisions: belum diisi"),
        ("laporan@1", "coverage", "body.coverage: belum diisi"),
        ("piagam@1", "rank", "body.rank: harus bilangan bulat mulai dari 1"),
    ],
)
def test_what_is_missing_is_named(template: str, place: str, told: str) -> None:
    content = content_of(template)
    content["body"][place] = [] if place in ("decisions", "coverage") else ""
    with pytest.raises(ContentError, match=told):
        find(template).check(content)
