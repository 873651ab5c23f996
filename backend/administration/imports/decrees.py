"""Old decrees from a list: one line for each village. They are entered by the act for old decrees, so that what follows
for the villages follows from the decree. Two people look: one hands the list in, another who may enter decrees records it.
"""

import re
from collections.abc import Iterable
from datetime import date
from functools import partial
from itertools import groupby
from typing import Any

from django.db.models import Q
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from backend.administration.recording import Recorder
from workflows.core.door import perform
from workflows.decrees.drafting import add_rows_by_code, start_decree
from workflows.decrees.models import Decree, DecreeNumber, Series
from workflows.decrees.states import DecreeKind, EffectKind
from workflows.organisation.models import Level, Mandate, Office, Region, Role

from .cells import Wrong, code, day, text
from .headers import Column, plain
from .lists import Checked, List, Row, regions_by_code

EFFECT_WORDS = {"menetapkan": EffectKind.DESIGNATE, "penetapan": EffectKind.DESIGNATE, "pokja": EffectKind.APPOINT_POKJA,
                "mengangkat pokja": EffectKind.APPOINT_POKJA}  # fmt: skip


class OldDecrees(List):
    columns = [
        Column("number", gettext_lazy("Nomor keputusan"), ("nomor", "nomor sk", "no sk", "sk"), True,
               gettext_lazy("Persis seperti tercetak.")),
        Column("on", gettext_lazy("Tanggal ditetapkan"), ("tanggal", "tanggal sk", "tgl sk"), True),
        Column("subject", gettext_lazy("Tentang"), ("perihal", "judul"), True),
        Column("codes", gettext_lazy("Kode desa/kelurahan"), ("kode desa", "kode", "desa"), True,
               gettext_lazy("Satu baris satu desa, atau beberapa kode dipisah koma.")),
        Column("effect", gettext_lazy("Isi keputusan"), ("isi", "akibat"),
               hint=gettext_lazy("“menetapkan” atau “mengangkat Pokja”; kosong: menetapkan.")),
    ]  # fmt: skip
    example = {"number": "188.45/100/2019", "on": "06/05/2019", "subject": "Penetapan Kampung Contoh", "codes": "18.04.04.2002"}

    @cached_property
    def villages(self) -> dict[str, Region]:
        return {given: region for given, region in regions_by_code(self.region).items() if region.level == Level.VILLAGE}

    @cached_property
    def series(self) -> Series | None:
        kept = Series.objects.filter(office__region=self.region, office__role=Role.REGENT, doc_class=DecreeKind.REGENT)
        return kept.filter(office__state="active").first()

    @cached_property
    def recorded(self) -> dict[tuple[str, date], set[str]]:
        """The villages of the decrees on record, by number and day."""
        found: dict[tuple[str, date], set[str]] = {}
        numbers = DecreeNumber.objects.filter(series=self.series, state="issued", file__decree__isnull=False)
        rows = numbers.filter(Q(file__decree__rows__kampung__region__codes__until=None))
        for number, on, given in rows.values_list("text", "date", "file__decree__rows__kampung__region__codes__code"):
            found.setdefault((number, on), set()).add(given)
        return found

    def check(self, row: Row) -> Checked:
        checked = Checked(row)
        number = checked.take("number", lambda value: text(value, 100), _("Isi nomornya persis seperti tercetak."))
        on = checked.take("on", day, _("Isi tanggal penetapannya."))
        subject = checked.take("subject", lambda value: text(value, 500), _("Isi judul keputusannya."))
        effect, codes = checked.take("effect", effect_of), self.codes(checked)
        checked.about = number or _("baris %(line)d") % {"line": row.line}
        if on and on > self.today:
            checked.wrong("on", _("Tanggal ini belum tiba."), _("Keputusan lama bertanggal paling akhir hari ini."))
        if self.series is None:
            checked.wrong("number", _("Buku nomor keputusan kepala daerah belum diatur."), _("Atur dulu di halaman jabatannya."))
        if not checked.is_wrong:
            checked.plan = {"number": number, "on": on.isoformat(), "subject": subject, "effect": effect, "codes": codes}
            self.compare(checked, number, on, codes)
        return checked

    def codes(self, checked: Checked) -> list[str]:
        given = re.split(r"[,;\n]+", str(checked.row.values.get("codes") or ""))
        found = [checked.take("codes", partial(read_part, part)) for part in given if part.strip()]
        if not found:
            checked.wrong("codes", _("Kolom ini kosong."), _("Isi kode desa/kelurahan."))
        for one in found:
            if one and one not in self.villages:
                checked.wrong("codes", _("Kode %(code)s tidak ada di %(region)s.") % {"code": one, "region": self.region.name},
                              _("Periksa kodenya."))  # fmt: skip
        return [one for one in found if one]

    def compare(self, checked: Checked, number: str, on: date, codes: list[str]) -> None:
        for one in codes:
            self.once(checked, "codes", (number, on, one), _("Hapus desa yang tercantum dua kali."))
        known = self.recorded.get((number, on))
        checked.is_new = known is None
        if known is not None and not set(codes) <= known:
            checked.wrong("number", _("Keputusan ini sudah tercatat dengan daftar desa yang lain."),
                          _("Periksa nomornya. Isi keputusan yang tercatat hanya berubah oleh keputusan perubahan."))  # fmt: skip

    def apply(self, plans: Iterable[dict[str, Any]], by: Mandate, recorder: Recorder) -> None:
        """One decree for each number and day; its villages are those of all its lines."""
        ordered = sorted(plans, key=lambda plan: (plan["on"], plan["number"], plan["effect"], plan["subject"]))
        for key, lines in groupby(ordered, key=lambda plan: (plan["on"], plan["number"], plan["effect"], plan["subject"])):
            self.enter(key, [one for line in lines for one in line["codes"]], by, recorder)

    def enter(self, key: tuple[str, str, str, str], codes: list[str], by: Mandate, recorder: Recorder) -> None:
        on, number, effect, subject = key
        issuer = Office.objects.active().get(region=self.region, role=Role.REGENT)
        decree = start_decree(DecreeKind.REGENT, issuer, by, subject=subject, effects=[effect])
        add_rows_by_code(decree, by, [(one, {}) for one in codes])
        decree = Decree.objects.get(pk=decree.pk)
        perform(Decree.enter_old, decree, by=by, values={"number": number}, on=date.fromisoformat(on))
        recorder.made(decree)


def read_part(part: str, _cell: Any) -> str:
    """The code in one part of a cell that has several."""
    return code(part)


def effect_of(value: Any) -> str:
    given = plain(text(value)) or "menetapkan"
    if given not in EFFECT_WORDS:
        cause = _("Isi keputusan “%(effect)s” tidak dikenali.") % {"effect": text(value)}
        raise Wrong(cause, _("Tulis “menetapkan” atau “mengangkat Pokja”."))
    return EFFECT_WORDS[given].value
