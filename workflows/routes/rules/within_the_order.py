from django.db.models import Case, Exists, F, OuterRef, TextField, Value, When
from django.db.models.functions import Cast, Coalesce, Concat
from django.utils.translation import gettext_lazy as _

from workflows.core.act import act, all_of, rule

from ..states import AssignmentKind


@rule(_("Surat perintah penugasan Anda tidak mencakup tindakan ini; tugas tetap terbuka bagi {about}."))
def within_the_order(tasks):
    """Who stands in for an official does what the order lists: a stage of a kind of document, `paraf.letter`."""
    stages = {AssignmentKind.INITIAL: AssignmentKind.PARAF, AssignmentKind.SIGN_DOCUMENT: AssignmentKind.SIGN}
    stage = Case(*(When(kind=kind.value, then=Value(stage.value)) for kind, stage in stages.items()), default=F("kind"))
    cell = Concat(Cast(stage, TextField()), Value("."), Coalesce("file__decree__kind", "file__kind"), output_field=TextField())
    by_order = all_of("organisation.Mandate").filter(pk=act.mandate, substitution__isnull=False)
    beside = by_order.exclude(substitution__powers__contains=[OuterRef("cell")])
    return tasks.alias(cell=cell).filter(Exists(beside)).annotate(about=F("office__label"), who=F("office__label"))
