"""Loading territory: complete, repeatable, honest about what changed, and all or nothing."""

from datetime import date
from pathlib import Path
from shutil import copytree

import pytest
from django.core.management import CommandError, call_command

from workflows.organisation.models import Kind, Level, Region, RegionCode, RegionName, path_of
from workflows.organisation.territory import DEFAULT_FOLDER, BadTerritory, Changes, load
from workflows.organisation.territory.names import regency_kind_and_name, title_case, zone_of

from .conftest import region

pytestmark = pytest.mark.django_db
TODAY = date(2026, 3, 2)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(copytree(DEFAULT_FOLDER, tmp_path / "wilayah"))


def edit(folder: Path, file: str, old: str, new: str) -> None:
    path = folder / file
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))


def test_the_shipped_folder_has_the_story_districts() -> None:
    changes = load(DEFAULT_FOLDER, TODAY)
    assert changes.new == {"province": 5, "regency": 6, "district": 76, "village": 854}
    counts = {code: Region.objects.under(region(code)).filter(level=Level.VILLAGE) for code in ("18.04", "61.12")}
    assert counts["18.04"].filter(kind=Kind.DESA).count() == 131
    assert counts["18.04"].filter(kind=Kind.KELURAHAN).count() == 5
    assert counts["61.12"].count() == 123


def test_loading_again_changes_nothing() -> None:
    load(DEFAULT_FOLDER, TODAY)
    before = list(Region.objects.order_by("pk").values()), list(RegionCode.objects.order_by("pk").values())
    assert not load(DEFAULT_FOLDER, date(2027, 1, 1))
    assert before == (list(Region.objects.order_by("pk").values()), list(RegionCode.objects.order_by("pk").values()))


def test_names_are_in_normal_case_and_zones_by_province() -> None:
    load(DEFAULT_FOLDER, TODAY)
    assert (region("18.04").name, region("18.04").kind) == ("Lampung Barat", Kind.KABUPATEN)
    assert (region("61.71").name, region("61.71").kind) == ("Pontianak", Kind.KOTA)
    assert region("61.71.01.1002").zone == "Asia/Jakarta"
    assert regency_kind_and_name("KOTA ADMINISTRASI JAKARTA PUSAT") == (Kind.KOTA_ADMINISTRASI, "Jakarta Pusat")
    assert [title_case(n) for n in ("DKI JAKARTA", "TOLI-TOLI", "PANGKAJENE DAN KEPULAUAN")] == [
        "DKI Jakarta",
        "Toli-Toli",
        "Pangkajene dan Kepulauan",
    ]
    assert [zone_of(code) for code in ("11", "51", "62", "63", "73", "91")] == [
        "Asia/Jakarta",
        "Asia/Makassar",
        "Asia/Jakarta",
        "Asia/Makassar",
        "Asia/Makassar",
        "Asia/Jayapura",
    ]


def test_a_rename_ends_the_old_name_the_day_before(folder: Path) -> None:
    load(folder, TODAY)
    limbung = region("61.12.01.2011")
    edit(folder, "villages.csv", "61.12.01.2011,61.12.01,Limbung", "61.12.01.2011,61.12.01,Limbung Baru")
    assert load(folder, date(2026, 5, 1)) == Changes(renamed=[("61.12.01.2011", "Limbung", "Limbung Baru")])
    names = RegionName.objects.filter(region=limbung).order_by("pk").values_list("name", "since", "until")
    assert list(names) == [("Limbung", None, date(2026, 4, 30)), ("Limbung Baru", date(2026, 5, 1), None)]


def test_a_correction_on_the_same_day_leaves_no_trace(folder: Path) -> None:
    load(folder, TODAY)
    line = "61.12.01.2011,61.12.01,Limbung"
    edit(folder, "villages.csv", line, line + "x")
    load(folder, date(2026, 5, 1))
    edit(folder, "villages.csv", line + "x", line + " Baru")
    load(folder, date(2026, 5, 1))
    assert list(region("61.12.01.2011").names.order_by("pk").values_list("name", flat=True)) == [
        "Limbung",
        "Limbung Baru",
    ]


def test_a_desa_that_becomes_a_kelurahan_stays_the_same_region(folder: Path) -> None:
    load(folder, TODAY)
    limbung = region("61.12.01.2011")
    edit(folder, "villages.csv", "61.12.01.2011,", "61.12.01.1011,")
    changes = load(folder, date(2026, 5, 1))
    assert changes.recoded == [("61.12.01.2011", "61.12.01.1011", "Limbung")]
    assert changes.reclassified == [("61.12.01.1011", "desa", "kelurahan")]
    assert not changes.gone
    assert region("61.12.01.1011") == limbung
    old = RegionCode.objects.in_force(date(2026, 4, 30)).get(region=limbung)
    assert old.code == "61.12.01.2011"


def test_villages_keep_their_identity_when_their_district_is_recoded(folder: Path) -> None:
    load(folder, TODAY)
    before = set(Region.objects.under(region("61.12.01")).values_list("pk", flat=True))
    for file in ("districts.csv", "villages.csv"):
        edit(folder, file, "61.12.01", "61.12.21")
    changes = load(folder, date(2026, 5, 1))
    assert len(changes.recoded) == 23
    assert not changes.new
    assert set(Region.objects.under(region("61.12.21")).values_list("pk", flat=True)) == before


def test_places_stand_in_the_order_of_their_codes(folder: Path) -> None:
    load(folder, TODAY)
    listed = Region.objects.order_by("path").values_list("codes__code", flat=True)
    assert list(listed) == sorted(listed)
    assert path_of(9, None) < path_of(10, None) < path_of(99_999, None) < path_of(100_000, None)


def test_a_village_that_moves_to_a_new_district_moves_its_path(folder: Path) -> None:
    load(folder, TODAY)
    limbung = region("61.12.01.2011")
    edit(folder, "districts.csv", "61.12.01,61.12,", "61.12.30,61.12,Limbung Raya\n61.12.01,61.12,")
    edit(folder, "villages.csv", "61.12.01.2011,61.12.01,", "61.12.30.2001,61.12.30,")
    changes = load(folder, date(2026, 5, 1))
    assert changes.new == {"district": 1}
    assert changes.recoded == [("61.12.01.2011", "61.12.30.2001", "Limbung")]
    assert limbung in Region.objects.under(region("61.12.30"))
    assert limbung not in Region.objects.under(region("61.12.01"))


def test_what_is_gone_is_closed_and_may_return(folder: Path) -> None:
    load(folder, TODAY)
    limbung = region("61.12.01.2011")
    line = "61.12.01.2011,61.12.01,Limbung\n"
    edit(folder, "villages.csv", line, "")
    assert load(folder, date(2026, 5, 1)).gone == [("61.12.01.2011", "Limbung")]
    limbung.refresh_from_db()
    assert limbung.closed_on == date(2026, 5, 1)
    assert not RegionCode.objects.in_force(date(2026, 5, 1)).filter(region=limbung).exists()
    edit(folder, "villages.csv", "61.12.01.2014,", line + "61.12.01.2014,")
    assert load(folder, date(2026, 6, 1)).returned == [("61.12.01.2011", "Limbung")]
    assert region("61.12.01.2011") == limbung


def test_a_selection_closes_nothing_outside_its_regencies(folder: Path) -> None:
    load(folder, TODAY)
    for file in ("regencies.csv", "districts.csv", "villages.csv"):
        path = folder / file
        path.write_text("\n".join(row for row in path.read_text().splitlines() if not row.startswith("18.04")))
    assert not load(folder, date(2026, 5, 1))
    gone = load(folder, date(2026, 5, 1), whole_nation=True).gone
    assert len(gone) == 1 + 15 + 136


def test_what_changed_later_cannot_be_loaded_earlier(folder: Path) -> None:
    load(folder, TODAY)
    line = "61.12.01.2011,61.12.01,Limbung"
    edit(folder, "villages.csv", line, line + " Baru")
    load(folder, date(2026, 5, 1))
    edit(folder, "villages.csv", line + " Baru", line + " Lama")
    with pytest.raises(BadTerritory, match="61.12.01.2011 sudah berubah sejak 2026-05-01"):
        load(folder, date(2026, 4, 1))


@pytest.mark.parametrize(
    ("file", "old", "new", "words"),
    [
        ("villages.csv", "61.12.01.2011,", "61.12.01.9011,", r"villages.csv baris \d+: kode “61.12.01.9011”"),
        ("villages.csv", "61.12.01.2011,61.12.01,", "61.12.01.2011,61.12.02,", "tidak diawali kode induknya"),
        ("villages.csv", "61.12.01.2011,61.12.01,Limbung", "61.12.01.2011,61.12.01,", "harus berisi 1–100 huruf"),
        ("villages.csv", "61.12.01.2011,61.12.01,Limbung", "61.12.01.2014,61.12.01,Limbung", "sudah ada di baris"),
        ("villages.csv", "61.12.01.2011,61.12.01,Limbung", "61.12.01.2011,Limbung", "harus ada 3 kolom"),
        ("districts.csv", "61.12.01,", "61.99.01,", "districts.csv baris"),
        ("regencies.csv", "KABUPATEN KUBU RAYA", "KUBU RAYA", "harus diawali KABUPATEN atau KOTA"),
        ("provinces.csv", "code,name", "kode,nama", "provinces.csv: baris judul harus code,name"),
    ],
)
def test_bad_rows_are_named_and_nothing_is_loaded(folder: Path, file: str, old: str, new: str, words: str) -> None:
    edit(folder, file, old, new)
    with pytest.raises(BadTerritory, match=words):
        load(folder, TODAY)
    assert not Region.objects.exists()


def test_a_refused_district_is_named_once_not_with_all_its_villages(folder: Path) -> None:
    edit(folder, "districts.csv", "61.12.01,61.12,Sungai Raya", "61.12.01,61.12,")
    with pytest.raises(BadTerritory) as refused:
        load(folder, TODAY)
    assert len(refused.value.problems) == 1


def test_files_that_are_no_csv_are_refused_in_words(folder: Path) -> None:
    (folder / "villages.csv").write_bytes(b"code,district_code,name\n\xff\xfe\n")
    with pytest.raises(CommandError, match="villages.csv bukan CSV UTF-8"):
        call_command("load_territory", str(folder))
    (folder / "villages.csv").unlink()
    with pytest.raises(CommandError, match="villages.csv tidak ada"):
        call_command("load_territory", str(folder))
