"""What regions and officials are called: by region and kind, on the date of the paper."""

from datetime import date
from typing import Any

import pytest

from workflows.organisation.labels import ship_labels, with_labels
from workflows.organisation.models import (
    Kind,
    Level,
    Office,
    OfficeName,
    Region,
    RegionCode,
    RegionLabel,
    RegionName,
    Role,
    path_of,
)
from workflows.organisation.offices import label_offices, open_offices
from workflows.organisation.titles import title_of, titles

from .conftest import LONG_AGO, office, region

pytestmark = pytest.mark.django_db
NOW = date(2024, 8, 21)


def place(code: str, kind: Kind) -> Region:
    """A village or district with its ancestors, as a loaded territory would have it."""
    parts = code.split(".")
    parent = None
    for depth, level in enumerate(Level, start=1):
        if depth > len(parts):
            break
        here = ".".join(parts[:depth])
        known = RegionCode.objects.filter(code=here).first()
        made = known.region if known else Region(level=level, kind=kind, name=here, zone="Asia/Jakarta", parent=parent)
        if not known:
            made.path = f"new-{here}"
            made.save()
            Region.objects.filter(pk=made.pk).update(path=path_of(made.pk, parent))
            made.refresh_from_db()
            RegionCode.objects.create(region=made, code=here)
        parent = made
    return made


@pytest.mark.parametrize(
    ("code", "kind", "label", "head"),
    [
        ("61.12.01.2011", Kind.DESA, "Desa", "Kepala Desa"),
        ("61.71.01.1002", Kind.KELURAHAN, "Kelurahan", "Lurah"),
        ("11.01.01.2001", Kind.DESA, "Gampong", "Keuchik"),
        ("13.01.01.2001", Kind.DESA, "Nagari", "Wali Nagari"),
        ("13.77.01.2001", Kind.DESA, "Desa", "Kepala Desa"),
        ("18.04.04.2001", Kind.DESA, "Pekon", "Peratin"),
        ("18.04.04.1001", Kind.KELURAHAN, "Kelurahan", "Lurah"),
        ("18.08.01.2001", Kind.DESA, "Kampung", "Kepala Kampung"),
        ("18.12.01.2001", Kind.DESA, "Tiyuh", "Kepalo Tiyuh"),
        ("34.02.01.2001", Kind.DESA, "Kalurahan", "Lurah"),
        ("34.02.01", Kind.KECAMATAN, "Kapanewon", "Panewu"),
        ("34.71.01", Kind.KECAMATAN, "Kemantren", "Mantri Pamong Praja"),
        ("91.03.01.3001", Kind.DESA_ADAT, "Desa Adat", "Kepala Desa Adat"),
        ("94.01.01", Kind.KECAMATAN, "Distrik", "Kepala Distrik"),
        ("73.26.01.2001", Kind.DESA, "Lembang", "Kepala Lembang"),
        ("35.28.01.2001", Kind.DESA, "Desa", "Kepala Desa"),
    ],
)
def test_every_region_uses_its_own_words(code: str, kind: Kind, label: str, head: str) -> None:
    made = place(code, kind)
    ship_labels()
    assert with_labels(Region.objects.filter(pk=made.pk)).values_list("label", "head_title").get() == (label, head)


def test_a_districts_own_label_wins_over_the_shipped_one(territory: None) -> None:
    RegionLabel.objects.create(region=region("61.12"), kind=Kind.DESA, label="Kampung", head_title="Penghulu")
    assert with_labels(Region.objects.filter(pk=region("61.12.01.2011").pk)).get().label == "Kampung"
    RegionLabel.objects.create(region=region("18.04"), kind=Kind.DESA, label="Pekon", head_title="Kepala Pekon")
    assert with_labels(Region.objects.filter(pk=region("18.04.04.2002").pk)).get().head_title == "Kepala Pekon"


def head_of(regency: Region, village: str) -> Office:
    return Office.objects.get(role=Role.VILLAGE_HEAD, region__in=Region.objects.under(regency).filter(name=village))


def test_titles_of_lampung_barat(lampung_barat: Region) -> None:
    lurah = head_of(lampung_barat, "Pasar Liwa")
    peratin = head_of(lampung_barat, "Kubu Perahu")
    assert title_of(office("18.04", Role.REGENT), NOW) == "Bupati Lampung Barat"
    assert title_of(office("18.04", Role.SECRETARY), NOW) == "Sekretaris Daerah Kabupaten Lampung Barat"
    assert title_of(lurah, NOW) == "Lurah Pasar Liwa"
    assert title_of(peratin, NOW) == "Peratin Kubu Perahu"


def test_titles_of_kubu_raya_and_pontianak(kubu_raya: Region) -> None:
    open_offices(region("61.71"), LONG_AGO)
    assert title_of(office("61.12.01.2011", Role.VILLAGE_HEAD), NOW) == "Kepala Desa Limbung"
    assert title_of(office("61.12.01.2011", Role.VILLAGE_SECRETARY), NOW) == "Sekretaris Desa Limbung"
    assert title_of(office("61.12.01", Role.CAMAT), NOW) == "Camat Sungai Raya"
    assert title_of(office("61.71", Role.REGENT), NOW) == "Wali Kota Pontianak"


def test_an_agency_is_called_by_its_name_on_the_date(kubu_raya: Region) -> None:
    agency = office("61.12", Role.AGENCY)
    assert title_of(agency, NOW) == "Kepala Perangkat Daerah KB Kabupaten Kubu Raya"
    OfficeName.objects.create(office=agency, name="Dinas Contoh Lama", until=date(2019, 12, 31))
    OfficeName.objects.create(office=agency, name="Dinas Contoh Baru", acronym="DCB", since=date(2020, 1, 1))
    assert title_of(agency, date(2019, 12, 31)) == "Kepala Dinas Contoh Lama"
    assert title_of(agency, date(2020, 1, 1)) == "Kepala Dinas Contoh Baru"


def test_a_village_is_called_by_its_name_on_the_date(kubu_raya: Region) -> None:
    limbung = region("61.12.01.2011")
    RegionName.objects.filter(region=limbung).update(since=date(2020, 1, 1))
    RegionName.objects.create(region=limbung, name="Limbung Lama", until=date(2019, 12, 31))
    head = office("61.12.01.2011", Role.VILLAGE_HEAD)
    assert title_of(head, date(2018, 5, 5)) == "Kepala Desa Limbung Lama"
    assert title_of(head, NOW) == "Kepala Desa Limbung"


def test_all_titles_of_a_regency_are_one_query(kubu_raya: Region, django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(1):
        printed = titles(Office.objects.filter(region__in=Region.objects.under(kubu_raya)), NOW)
    assert len(printed) == 5 + 9 * 2 + 123 * 2


def test_opening_offices_again_opens_only_what_is_missing(kubu_raya: Region) -> None:
    assert open_offices(kubu_raya, NOW) == 0
    office("61.12.01", Role.CAMAT).delete()
    assert open_offices(kubu_raya, NOW) == 1
    assert office("61.12.01", Role.CAMAT).label == "Camat Sungai Raya"


def test_labels_of_lists_follow_a_renaming(kubu_raya: Region) -> None:
    agency = office("61.12", Role.AGENCY)
    OfficeName.objects.create(office=agency, name="Dinas Contoh", title="Kepala Dinas Contoh Kubu Raya")
    assert label_offices(Office.objects.all(), NOW) == 1
    agency.refresh_from_db()
    assert str(agency) == "Kepala Dinas Contoh Kubu Raya"
