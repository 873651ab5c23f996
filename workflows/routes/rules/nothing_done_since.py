from django.db.models import Exists, F, OuterRef, Subquery
from django.utils.translation import gettext_lazy as _

from workflows.core.act import all_of, rule

from .. import queries as q


@rule(_("Sudah ada yang bertindak atas {about} sesudah Anda; mintalah pengembalian."), solved_by=_("pemegang tugas sekarang"))
def nothing_done_since(tasks):
    """Whatever anybody but the clock did with the file since, rests on the approval."""
    later = all_of("core.JournalSubject").filter(file_id=OuterRef("file"), entry__gt=OuterRef("approval"))
    approved = tasks.alias(approval=Subquery(q.entry_of_approval().values("entry")[:1]))
    return approved.filter(Exists(later.exclude(entry__office__role="system"))).annotate(about=F("file__title"))
