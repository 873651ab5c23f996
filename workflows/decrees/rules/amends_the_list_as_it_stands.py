from django.db.models import Exists, F, OuterRef
from django.utils.translation import gettext_lazy as _

from workflows.core.act import all_of, rule

from .. import queries as q
from ..states import LinkKind


@rule(_("Daftar keputusan “{about}” sudah diubah keputusan lain setelah naskah ini dibekukan, jadi nomor barisnya tidak cocok "
        "lagi. Kembalikan kepada penyusun agar diajukan ulang."), solved_by=_("pemegang tugas sekarang"))  # fmt: skip
def amends_the_list_as_it_stands(tasks):
    """An amendment bears the row numbers of the list as it was when its text was frozen: no other came into force since."""
    amended = all_of("decrees.DecreeLink").filter(
        kind=LinkKind.AMENDS, decree__in=q.decrees_of(tasks).filter(rows__struck=False).values("pk")
    )
    others = all_of("decrees.DecreeLink").filter(kind=LinkKind.AMENDS, other=OuterRef(OuterRef("other"))).exclude(
        decree=OuterRef(OuterRef("decree"))
    )  # fmt: skip
    entered = all_of("core.JournalSubject").filter(
        kind="decree", to_state="in_force", entry__gt=OuterRef("decree__file__snapshot__entry"),
        object_id__in=others.values("decree"),
    )  # fmt: skip
    return amended.filter(Exists(entered)).annotate(about=F("other__subject"))
