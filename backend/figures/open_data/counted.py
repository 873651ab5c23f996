"""What is counted of the regency and of each kecamatan: the same counts as on the dashboard."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.utils.translation import gettext_lazy as _

from workflows.organisation.models import Level, Region
from workflows.reports.completeness import Completeness, completeness, completeness_by, window
from workflows.reports.definition import Form
from workflows.reports.indicators import INDICATORS, Told, together, told_by
from workflows.reports.states import Span
from workflows.villages.coverage import DENOMINATORS, coverages, coverages_by

from ..reporting import FORMS, MONTHLY, due_on
from .dataset import AS_OF, CODE, LEVEL, NAME, SHARE, Column, Dataset, Row, count, rounded
from .places import places_of

MONTHS = 12
PERIOD = Column("period", "date", _("Masa"), _("Hari pertama bulan atau tahun yang dilaporkan."))


def coverage_rows(region: Region, day: date) -> Iterator[Row]:
    found = {region.pk: coverages(region, day)} | coverages_by(region, Level.DISTRICT, day)
    for pk, place in places_of(region, day):
        for one in found.get(pk, {}).values():
            yield (*place, one.denominator, one.designated, one.villages, rounded(one.share))


def periods_of(code: str, day: date) -> Iterator[tuple[Form, date]]:
    """The newest periods that had to be told of: twelve months, or one year."""
    form, period = due_on(code, day)
    for _n in range(MONTHS if form.every == Span.MONTH else 1):
        yield form, period
        period = window(form, period - timedelta(days=1))[0]


def completeness_rows(region: Region, day: date) -> Iterator[Row]:
    places = list(places_of(region, day))
    for form, period in (one for code in FORMS for one in periods_of(code, day)):
        told = {one.region: one for one in completeness_by(region, Level.DISTRICT, form, period, day)}
        told[region.pk] = completeness(region, form, period, day)
        yield from ((*place, *of_form(form, period, told[pk])) for pk, place in places if pk in told)


def of_form(form: Form, period: date, one: Completeness) -> Row:
    return form.code, period, form.due_on(period), one.expected, one.reported, one.in_time, rounded(one.share), rounded(one.share_in_time)


def indicator_rows(region: Region, day: date) -> Iterator[Row]:
    month = due_on(MONTHLY, day)[1]
    told = told_by(region, Level.DISTRICT, month, day)
    told[region.pk] = together(told.values())
    for pk, place in places_of(region, day):
        yield from ((*place, month, *of_indicator(one)) for one in told.get(pk, []))


def of_indicator(one: Told) -> Row:
    return one.indicator.key, str(one.indicator.title), one.part, one.whole, rounded(one.share), one.units


COVERAGE = Dataset(
    "cakupan", _("Cakupan Kampung KB"), _("Berapa desa dan kelurahan yang berstatus Kampung KB, di kabupaten/kota dan tiap kecamatan."),
    _("Keputusan yang berlaku, tercatat di Siklus; daftar desa dan kelurahan menurut kode Kemendagri"),
    (
        CODE, LEVEL, NAME,
        Column("denominator", "string", _("Penyebut"), _("Yang dihitung: desa (termasuk desa adat), kelurahan, atau semuanya."), values=tuple(DENOMINATORS)),
        count("designated", _("Pembilang"), _("Desa dan kelurahan yang penetapannya berlaku; desa dengan beberapa Kampung KB tingkat RW/dusun dihitung sekali.")),
        count("villages", _("Jumlah desa/kelurahan"), _("Semua yang ada pada tanggal data.")),
        SHARE, AS_OF,
    ),
    ("code", "denominator", "as_of"), coverage_rows,
)  # fmt: skip
COMPLETENESS = Dataset(
    "kelengkapan", _("Kelengkapan laporan"), _("Berapa Kampung KB yang melapor dan yang tepat waktu: dua belas bulan dan tahun terakhir yang sudah jatuh tempo."),
    _("Laporan desa yang berlaku di Siklus"),
    (
        CODE, LEVEL, NAME,
        Column("form", "string", _("Formulir"), _("progress: perkembangan bulanan; profile: profil; population: data kependudukan."), values=FORMS),
        PERIOD, Column("due_on", "date", _("Jatuh tempo"), _("Hari terakhir untuk melapor tepat waktu.")),
        count("expected", _("Wajib melapor"), _("Kampung KB yang ditetapkan pada hari terakhir masa itu (atau pada tanggal data).")),
        count("reported", _("Melapor"), _("Yang laporannya sudah ada pada tanggal data.")),
        count("in_time", _("Tepat waktu"), _("Yang pertama kali melapor paling lambat pada jatuh tempo.")),
        SHARE, Column("share_in_time", "number", _("Bagian tepat waktu"), _("Yang tepat waktu dibagi yang wajib melapor."), empty=True),
        AS_OF,
    ),
    ("code", "form", "period", "as_of"), completeness_rows,
)  # fmt: skip
REPORTED = Dataset(
    "indikator", _("Indikator yang dilaporkan"), _("Angka KB, kelompok kegiatan dan DASHAT, dijumlahkan per kecamatan dan kabupaten/kota."),
    _("Laporan desa yang berlaku: SIGA, Pendataan Keluarga, Dukcapil, profil"),
    (
        CODE, LEVEL, NAME, PERIOD,
        Column("indicator", "string", _("Kunci indikator"), _("Lihat pengertiannya di halaman Data terbuka."), values=tuple(one.key for one in INDICATORS)),
        Column("title", "string", _("Indikator"), _("Nama indikator.")),
        count("part", _("Pembilang"), _("Dijumlahkan dari Kampung KB yang melaporkan pembilang dan penyebut.")),
        count("whole", _("Penyebut"), _("Dijumlahkan dari Kampung KB yang sama.")),
        SHARE, count("units", _("Kampung KB yang dihitung"), _("Yang melaporkan pembilang dan penyebut.")), AS_OF,
    ),
    ("code", "period", "indicator", "as_of"), indicator_rows,
)  # fmt: skip
