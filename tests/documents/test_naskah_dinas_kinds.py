"""What is particular to each kind of naskah dinas and register, and the cases that samples do not show."""

import base64
import copy
from datetime import date, timedelta
from io import BytesIO

import pytest
from PIL import Image

from documents.content import Content
from documents.errors import ContentError
from documents.families.naskah_dinas.spelling import spelled_day
from documents.forms import Form
from documents.kinds import find
from tests.documents.conftest import printed, sample_paper
from tests.documents.reading import MM, Line
from tests.documents.seeing import box_of, picture, qr_codes
from tests.documents.test_naskah_dinas import ISSUED, KINDS, signed

RED = (230, 0, 0)
LONG = "Persiapan Kepulauan Penguajian Sungai Raya Ambawang Hulu Bersama Masyarakat Sekitarnya"


def content_of(template: str, length: int = 3, **keys: object) -> Content:
    """The sample of so many rows with other keys, free to be changed."""
    return {**copy.deepcopy(find(template).sample(length)), **keys}


def with_emblem(content: Content) -> Content:
    png = BytesIO()
    Image.new("RGB", (90, 100), RED).save(png, "PNG")
    return {**content, "lambang": base64.b64encode(png.getvalue()).decode()}


# Berita acara


def test_the_day_of_a_meeting_is_spelled_and_its_weekday_right() -> None:
    assert spelled_day("2024-08-21") == "Rabu, tanggal dua puluh satu, bulan Agustus, tahun dua ribu dua puluh empat"
    assert spelled_day("2000-02-29").startswith("Selasa, tanggal dua puluh sembilan, bulan Februari, tahun dua ribu")
    friday = date(2024, 5, 3)
    assert all(spelled_day(str(friday + timedelta(weeks=week))).startswith("Jumat,") for week in range(60))


def test_a_berita_acara_opens_with_day_place_and_parties() -> None:
    text = sample_paper("berita_acara@1", 3, Form.FINAL).flowing
    assert "Pada hari ini, Senin, tanggal dua, bulan September, tahun dua ribu dua puluh empat, pukul 09.00 WIB" in text
    assert "1. Contoh Kepala Desa : Kepala Desa 2. Contoh Ketua BPD : Ketua Badan Permusyawaratan Desa" in text
    assert "dalam rangkap 3 (tiga) untuk dipergunakan" in text


def test_signatures_stand_in_columns_and_who_knows_of_it_in_the_middle_below() -> None:
    page = sample_paper("berita_acara@1", 3, Form.FINAL).pages[-1]
    names = ["Contoh Kepala Desa", "Contoh Ketua BPD", "Contoh Saksi Satu"]
    first = next(line for line in reversed(page.lines) if line.text == " ".join(names))
    known = line_with(page.lines, "Contoh Camat, S.STP.")
    assert known.y0 > line_with(page.lines, "Contoh Saksi Dua Contoh Notulis").y0 > first.y0
    middle = (30 + 165 / 2) * MM
    assert abs(known.middle - middle) < 2 * MM
    assert "Contoh Camat" not in " ".join(line.text for line in page.lines[: page.lines.index(first)])


def test_twelve_parties_keep_their_order() -> None:
    parties = [{"role": f"Peserta {n}", "lines": ["Peserta"], "name": f"Contoh Warga {n}."} for n in range(1, 13)]
    text = printed(content_of("berita_acara@1", parties=parties)).flowing
    closing = text[text.index("Demikian") :]
    places = [closing.index(party["name"]) for party in parties]
    assert places == sorted(places)


def test_names_of_parties_may_wait_until_the_letter_is_issued() -> None:
    content = content_of("berita_acara@1")
    content["parties"][1]["name"] = ""
    assert "2. … : Ketua Badan" in printed({**content, "issue": None}, Form.DRAFT).flowing
    with pytest.raises(ContentError, match="parties ke-2.name: belum diisi"):
        find("berita_acara@1").check(content)


# Surat pengantar, rekomendasi, nota dinas, telaahan staf, surat perintah tugas


def test_the_total_of_a_covering_letter_is_the_sum_of_each_unit() -> None:
    content = content_of("surat_pengantar@1")
    assert "JUMLAH 2 (dua) berkas, 4 (empat) lembar" in printed(content).flowing
    content["body"]["items"] = [{"description": f"Berkas {n}", "count": n, "unit": "berkas"} for n in range(1, 16)]
    assert "JUMLAH 120 (seratus dua puluh) berkas" in printed(content).flowing


def test_a_covering_letter_has_a_receipt_at_the_left_of_the_sender() -> None:
    page = sample_paper("surat_pengantar@1", 3, Form.FINAL).pages[-1]
    receipt = line_with(page.lines, "Diterima tanggal")
    assert "Pengirim:" in receipt.text
    assert receipt.x0 < 31 * MM
    for blank in ("Penerima:", "Jabatan", "NIP", "Nomor HP"):
        assert any(blank in line.text for line in page.lines if line.y0 > receipt.y0)


def test_many_recommended_villages_stand_in_a_table_whose_head_repeats() -> None:
    assert "a. Nama/Desa : Desa Contoh Jaya b. Jabatan" in sample_paper("rekomendasi@1", 1, Form.FINAL).flowing
    pages = sample_paper("rekomendasi@1", 136, Form.FINAL).pages
    assert len(pages) > 3
    assert all("NO NAMA/DESA JABATAN" in page.text for page in pages if "Desa Contoh 1" in page.text)
    assert sum(page.text.count("Kepala Desa Contoh ") for page in pages) >= 136


def test_a_note_goes_to_its_addressee_through_the_one_between() -> None:
    text = sample_paper("nota_dinas@1", 3, Form.FINAL).flowing
    assert "Yth. : Bupati Contoh Barat melalui Sekretaris Daerah Kabupaten Contoh Barat Dari : Kepala Dinas" in text
    assert "Tanggal : 9 September 2024 Nomor : 400.13/17/CONTOH/2024 Sifat : Segera Lampiran : 1 (satu) berkas" in text


def test_a_study_has_its_six_parts_in_order() -> None:
    text = sample_paper("telaahan_staf@1", 3, Form.FINAL).flowing
    heads = ["A. Persoalan", "B. Praanggapan", "C. Fakta yang Mempengaruhi", "D. Analisis", "E. Simpulan", "F. Saran"]
    assert [text.index(head) for head in heads] == sorted(text.index(head) for head in heads)


def test_an_order_names_whom_it_sends_where_and_when() -> None:
    text = sample_paper("surat_perintah_tugas@1", 2, Form.FINAL).flowing
    assert "1. Nama : Contoh Petugas 1 Pangkat/Golongan : Penata Muda" in text
    assert "dari tanggal 16 September 2024 sampai dengan tanggal 17 September 2024" in text
    one_day = content_of("surat_perintah_tugas@1")
    one_day["body"]["until"] = one_day["body"]["since"]
    assert "pada tanggal 16 September 2024" in printed(one_day).flowing


def test_who_heads_an_office_as_plt_also_writes_as_plt() -> None:
    content = content_of("nota_dinas@1")
    signatory = content["issue"]["signatory"]
    signatory["lines"] = [f"Plt. {signatory['lines'][0]}"]
    assert f"Dari : Plt. {content['office']['title']}" in printed(content).flowing


# Lembar kendali and registers


def test_the_ladder_shows_who_agreed_and_leaves_room_for_the_others() -> None:
    paper = sample_paper("lembar_kendali@1", 6, Form.FINAL)
    assert "NO JABATAN PARAF TANGGAL" in paper.flowing
    assert paper.flowing.count("23 April 2024") == 3
    assert paper.flowing.count("disetujui secara elektronik") == 3


@pytest.mark.parametrize(("template", "head"), [("buku_keputusan@1", "TENTANG PEMRAKARSA"), ("buku_a2@1", "TENTANG")])
def test_a_register_repeats_its_head_and_closes_with_rows_beside_the_signature(template: str, head: str) -> None:
    paper = sample_paper(template, 200, Form.FINAL)
    assert all(head in page.text for page in paper.pages)
    assert "dengan 200 (dua ratus) nomor." in paper.flowing
    last = paper.pages[-1].text
    assert sum(f"{number} TAHUN" in last for number in (198, 199, 200)) == 3


def test_every_state_of_a_number_is_told_with_its_reason() -> None:
    text = sample_paper("buku_keputusan@1", 3, Form.FINAL).flowing
    assert "dipesan" in text
    assert "Salinan 12" in text
    content = content_of("buku_keputusan@1", 1)
    content["rows"][0].update(state="void", reason="ditarik", note="")
    assert "batal: ditarik" in printed(content).flowing
    content["rows"][0].update(state="released", reason="")
    assert "dilepas" in printed(content).flowing


def test_buku_a2_is_closed_by_the_sekdes_and_known_by_the_kades() -> None:
    lines = sample_paper("buku_a2@1", 3, Form.FINAL).pages[-1].lines
    assert (
        line_with(lines, "KEPALA DESA CONTOH JAYA, SEKRETARIS DESA CONTOH JAYA,").y0
        > line_with(lines, "Mengetahui:").y0
    )
    assert line_with(lines, "Contoh Kepala Desa Contoh Sekretaris Desa")


def test_an_open_book_has_no_signature_and_may_be_empty() -> None:
    text = printed(content_of("buku_a2@1", rows=[], closed_on=None)).flowing
    assert "belum ditutup; memuat 0 (nol) nomor" in text
    assert "SEKRETARIS DESA" not in text


# What all have in common


def test_the_kop_has_the_emblem_at_its_left_and_a_bupatis_above_his_title() -> None:
    beside = printed(with_emblem(content_of("nota_dinas@1")))
    left, top, right, bottom = box_of(RED, picture(beside)) or pytest.fail("no emblem")
    assert 29 < left < 32
    assert 15 < right - left < 23
    assert line_with(beside.pages[0].lines, "PEMERINTAH").x0 / MM > right
    regent = content_of("nota_dinas@1", letterhead={"lines": ["BUPATI CONTOH BARAT"], "address": ""})
    regent["office"] = {"title": "Bupati Contoh Barat", "place": "Contoh Kota", "rank": "regent"}
    above = printed(with_emblem(regent))
    left, top, right, bottom = box_of(RED, picture(above)) or pytest.fail("no emblem")
    assert abs((left + right) / 2 - 112.5) < 1
    assert line_with(above.pages[0].lines, "BUPATI CONTOH BARAT").y0 / MM > bottom


@pytest.mark.parametrize("template", ISSUED)
def test_an_electronic_signature_shows_a_code_that_a_phone_reads(template: str) -> None:
    content = signed(content_of(template))
    paper = printed(content)
    pages = range(1, len(paper.pages) + 1)
    ((address, width),) = [code for page in pages for code in qr_codes(picture(paper, page))]
    assert address == content["issue"]["verify_url"]
    assert width >= 20
    assert "Ditandatangani secara elektronik oleh" in paper.flowing


def test_a_letter_without_letterhead_bears_its_offices_title() -> None:
    content = content_of("rekomendasi@1", letterhead=None)
    assert printed(content).flowing.startswith("CAMAT CONTOH TENGAH REKOMENDASI NOMOR")


def test_paper_of_the_district_wins_over_what_is_usual() -> None:
    content = content_of("nota_dinas@1", page={"size": "A4", "margins": {"left": 40}})
    page = printed(content).pages[0]
    assert (round(page.width), round(page.height)) == (595, 842)
    assert line_with(page.lines, "Yth.").x0 == pytest.approx(40 * MM, abs=1)


def test_every_missing_place_is_named_at_once() -> None:
    content = content_of("surat_pengantar@1", subject="", to=[])
    content["body"]["items"][1] = {"description": "", "count": 0, "unit": 3}
    content["issue"].update(date="9 September")
    with pytest.raises(ContentError) as refusal:
        find("surat_pengantar@1").check(content)
    assert refusal.value.problems == (
        "subject: belum diisi",
        "to: belum diisi",
        "issue.date: “9 September” bukan tanggal (tahun-bulan-hari)",
        "body.items ke-2.description: belum diisi",
        "body.items ke-2.count: harus bilangan bulat mulai dari 1",
        "body.items ke-2.unit: harus berupa teks",
    )


@pytest.mark.parametrize(
    ("template", "keys", "told"),
    [
        ("berita_acara@1", {"parties": []}, "parties: belum diisi"),
        ("berita_acara@1", {"body": None}, "body: belum diisi"),
        ("nota_dinas@1", {"page": {"size": "A5"}}, "page.size: “A5” tidak dikenal"),
        ("nota_dinas@1", {"through": "kanan\u202ekiri"}, "through: memuat tanda tak tercetak U.202E"),
        ("nota_dinas@1", {"issue": {"signatory": {"lines": ["u.b. X"], "name": "Y"}}}, "“u.b.” hanya boleh"),
        (
            "buku_a2@1",
            {"rows": [{"number": "1", "subject": "x", "state": "hilang"}]},
            "rows ke-1.state: “hilang” tidak",
        ),
        ("buku_a2@1", {"signatories": "Sekdes"}, "signatories: harus berupa daftar, boleh kosong"),
    ],
)
def test_what_cannot_be_printed_is_refused_with_its_place(template: str, keys: Content, told: str) -> None:
    with pytest.raises(ContentError, match=told):
        find(template).check(content_of(template, **keys))


@pytest.mark.parametrize("template", KINDS)
def test_nothing_at_all_is_refused_and_no_crash(template: str) -> None:
    odd: Content = {"body": [], "parties": {}, "issue": "x", "office": "y", "rows": [None], "page": None}
    nothings: tuple[Content, ...] = ({}, odd)
    for nothing in nothings:
        with pytest.raises(ContentError):
            find(template).check(nothing)


def test_markup_is_printed_as_it_was_written() -> None:
    hostile = "<img src=x> {{ content }} </p><script>"
    content = content_of("berita_acara@1", subject=hostile)
    content["body"]["venue"] = hostile
    content["parties"][0]["name"] = hostile
    assert "".join(hostile.split()) in "".join(printed(content).text.split())
    assert printed(content).flowing.count("<script>") >= 2


def line_with(lines: list[Line], text: str) -> Line:
    """The last line that holds the text."""
    return next(line for line in reversed(lines) if text in line.text)
