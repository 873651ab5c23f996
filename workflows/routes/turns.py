"""What is said when an act comes too early or too late for a task, and whose turn it is."""

from django.contrib.postgres.aggregates import StringAgg
from django.db.models import Case, F, OuterRef, Q, QuerySet, Subquery, TextField, Value, When
from django.db.models.functions import Coalesce, Concat
from django.utils.translation import gettext as _

from .queries import assignments
from .states import AssignmentKind, AssignmentState

S = AssignmentState


def whose_turn(tasks: QuerySet) -> QuerySet:
    """These tasks, each with `about`: why it cannot be acted upon now, and `who`: the offices to wait for."""
    waits = {S.WAITING: turn_of_run(), S.OPEN: F("office__label")}
    who = Case(*(When(state=s, then=office) for s, office in waits.items()), default=Value(""), output_field=TextField())
    sentences = {
        S.WAITING: sentence(_("Belum giliran {office}; sekarang giliran {who}.")),
        S.OPEN: sentence(_("Tugas ini masih menunggu keputusan {who}.")),
    } | {s: Value(_("Tugas ini sudah %(done)s.") % {"done": s.label}) for s in S if s not in waits}
    about = Case(*(When(state=s, then=words) for s, words in sentences.items()), output_field=TextField())
    return tasks.annotate(who=who).annotate(about=about)


def turn_of_run() -> Coalesce:
    """The offices whose step or confirmation is open in a task's run; else the drafter has the file."""
    first = Q(step__isnull=False) | Q(kind=AssignmentKind.CONFIRM_CHANGE)
    open_now = assignments().filter(first, run=OuterRef("run"), state=S.OPEN).order_by().values("run")
    names = open_now.annotate(names=StringAgg("office__label", Value(", "), distinct=True)).values("names")
    return Coalesce(Subquery(names), F("file__office__label"), output_field=TextField())


def sentence(words: str) -> Concat:
    """The words with `{office}` and `{who}` read from the row."""
    columns = {"office": F("office__label"), "who": F("who")}
    parts = [columns.get(part, Value(part)) for part in words.replace("}", "{").split("{")]
    return Concat(*parts, output_field=TextField())
