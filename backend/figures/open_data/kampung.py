"""The Kampung KB themselves, and the classes that closed rounds left them."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.db.models import Subquery
from django.db.models.fields.json import KT
from django.utils.translation import gettext_lazy as _

from workflows.evaluations.classes import class_labels, classes_of
from workflows.organisation.models import Region
from workflows.organisation.models.region import within
from workflows.villages.facts import KampungQuerySet, effects, in_force
from workflows.villages.models import KampungKB
from workflows.villages.states import Scope

from .dataset import AS_OF, CODE, Column, Dataset, Row
from .places import codes_on

UNIT = Column("unit", "integer", _("Nomor Kampung KB"), _("Nomor tetap di Siklus; membedakan beberapa Kampung KB di satu desa."))
HAMLET = Column("hamlet", "string", _("RW/dusun"), _("RW atau dusun, bila Kampung KB itu hanya sebagian dari desa; kosong bila seluruh desa."), empty=True)
VILLAGE = Column("village", "string", _("Desa/kelurahan"), _("Nama desa atau kelurahan."))
AT_ONCE = 500


def units_on(region: Region, day: date) -> KampungQuerySet:
    """Those designated on a day, with the newest designation that holds, in the order of their places."""
    holding = effects("designate").on(day, "last").order_by("-since", "-pk")
    decree = holding.annotate(number=KT("decree__issue__number")).values("number")[:1]
    units = KampungKB.objects.filter(within(region.path, "region__"), in_force("designate", day)).with_first_designation()
    units = units.annotate(designated_since=Subquery(holding.values("since")[:1]), decree_number=Subquery(decree))
    return units.select_related("region__parent").order_by("region__path", "hamlet", "pk")


def kampung_rows(region: Region, day: date) -> Iterator[Row]:
    codes = codes_on(region, day)
    for unit in units_on(region, day).iterator(AT_ONCE):
        yield row_of(unit, codes)


def row_of(unit: Any, codes: dict[int, str]) -> Row:
    village, district = unit.region, unit.region.parent
    return (
        codes.get(village.pk), unit.pk, unit.hamlet or None, village.name, village.kind, codes.get(district.pk), district.name,
        unit.scope == Scope.HAMLET, unit.first_designated_on, unit.designated_since, unit.decree_number,
    )  # fmt: skip


def class_rows(region: Region, day: date) -> Iterator[Row]:
    codes, found = codes_on(region, day), classes_of(region, day).select_related("kampung__region")
    labels = class_labels(region, found.values_list("year", flat=True).order_by().distinct())
    for one in found.order_by("kampung__region__path", "kampung__hamlet", "year").iterator(AT_ONCE):
        unit = one.kampung
        yield (codes.get(unit.region_id), unit.pk, unit.hamlet or None, unit.region.name, one.year, one.decided or None,
               labels.get(one.decided), one.computed or None)  # fmt: skip


KAMPUNG = Dataset(
    "kampung-kb", _("Kampung KB"), _("Semua Kampung KB yang penetapannya berlaku pada tanggal data."),
    _("Keputusan yang berlaku, tercatat di Siklus"),
    (
        CODE, UNIT, HAMLET, VILLAGE,
        Column("kind", "string", _("Jenis"), _("Jenis wilayah menurut hukum."), values=("desa", "desa_adat", "kelurahan")),
        Column("district_code", "string", _("Kode kecamatan"), _("Kode Kemendagri kecamatan pada tanggal data."), empty=True),
        Column("district", "string", _("Kecamatan"), _("Nama kecamatan.")),
        Column("hamlet_scope", "boolean", _("Tingkat RW/dusun"), _("Ya bila Kampung KB hanya sebagian dari desa.")),
        Column("first_designated_on", "date", _("Pertama ditetapkan"), _("Hari penetapan yang pertama mulai berlaku.")),
        Column("designated_on", "date", _("Ditetapkan"), _("Hari mulai berlaku penetapan terbaru yang masih berlaku.")),
        Column("decree_number", "string", _("Nomor keputusan"), _("Nomor keputusan penetapan itu."), empty=True),
        AS_OF,
    ),
    ("code", "unit", "as_of"), kampung_rows,
)  # fmt: skip
CLASSES = Dataset(
    "kelas", _("Kelas Kampung KB per tahun"), _("Kelas yang ditetapkan rakor dan dibekukan saat putaran evaluasi ditutup."),
    _("Putaran evaluasi di Siklus"),
    (
        CODE, UNIT, HAMLET, VILLAGE,
        Column("year", "year", _("Tahun"), _("Tahun evaluasi.")),
        Column("class", "string", _("Kelas"), _("Kunci kelas yang ditetapkan; kosong bila tidak dapat dihitung."), empty=True),
        Column("class_title", "string", _("Nama kelas"), _("Nama kelas menurut instrumen tahun itu."), empty=True),
        Column("computed", "string", _("Kelas hasil hitungan"), _("Kunci kelas menurut hitungan, bila rakor memutuskan lain."), empty=True),
        AS_OF,
    ),
    ("code", "unit", "year", "as_of"), class_rows,
)  # fmt: skip
