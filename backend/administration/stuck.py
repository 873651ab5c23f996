"""What does not go on by itself: what, since when, why in plain words, and who can solve it."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from backend.access import Mandates, deliveries_for, jobs_overseen, offices_below, overseen, webhooks_for
from worker.models import Due, Post, Status
from worker.signing.flow import PATIENCE
from worker.subjects import marked, path_of
from worker.topics import TOPICS
from workflows.core.models import File, JournalSubject, Outbox
from workflows.decrees.models import Decree
from workflows.decrees.states import VALID, DecreeState
from workflows.organisation.mandates import vacant
from workflows.routes.models import Assignment
from workflows.routes.states import AssignmentState
from workflows.signing.models import SigningRequest
from workflows.signing.queries import overdue

SERVER = gettext_lazy("pengelola server")
SOLVERS = {
    "BadAddress": gettext_lazy("Pengelola Siklus: perbaiki nomor HP atau surelnya, lalu coba lagi"),
    "UnknownTopic": gettext_lazy("pengelola server: pasang versi Siklus yang terbaru"),
    "Unreachable": gettext_lazy("pengelola server: periksa jaringan keluar"),
    "GatewayFailed": gettext_lazy("pengelola server: periksa gerbang pesan"),
}
"""Name of what went wrong, as the worker notes it → who can solve it and how."""
PAPERS = {
    "render_draft": gettext_lazy("Membuat naskah konsep"), "render_ink": gettext_lazy("Membuat naskah untuk tanda tangan basah"),
    "render_final": gettext_lazy("Membuat naskah akhir"),
}  # fmt: skip
SLOTS = {
    "decrees.Decree.put_in_force": gettext_lazy("Memberlakukan keputusan"),
    "decrees.Decree.expire": gettext_lazy("Mengakhiri keputusan"),
    "routes.Assignment.remind": gettext_lazy("Mengingatkan tenggat"),
    "routes.Assignment.remind_late": gettext_lazy("Menegur keterlambatan"),
    "routes.Assignment.escalate": gettext_lazy("Meneruskan ke atasan"),
}
"""What the clock does, in words."""


@dataclass(frozen=True)
class Stuck:
    """One thing that waits for somebody. `url` leads to the file, empty where there is none."""

    pk: int
    what: str
    about: str
    url: str
    since: datetime | date | None
    why: str
    who: str


@dataclass(frozen=True)
class Elsewhere:
    """What is stuck and handled on a page of its own."""

    count: int
    words: str
    url: str


def parked_jobs(mandates: Mandates) -> QuerySet[Outbox]:
    return jobs_overseen(mandates).filter(parked_at__isnull=False)


def jobs(rows: list[Outbox]) -> list[Stuck]:
    files = files_of(rows)
    return [
        Stuck(row.pk, task_of(row.topic), *named(files.get(row.entry_id)), row.parked_at, why(row.last_error),
              solver(row.last_error))
        for row in rows
    ]  # fmt: skip


def files_of(rows: list[Outbox]) -> dict[int, File]:
    """Journal entry → the file that it was about."""
    found = JournalSubject.objects.filter(entry__in=[row.entry_id for row in rows], file_id__isnull=False)
    pairs = dict(found.order_by("-pk").values_list("entry", "file_id"))
    files = File.objects.in_bulk(set(pairs.values()))
    return {entry: files[file] for entry, file in pairs.items() if file in files}


def named(file: File | None) -> tuple[str, str]:
    return (marked(file), path_of(file)) if file else ("", "")


def task_of(topic: str) -> str:
    if topic in PAPERS:
        return str(PAPERS[topic])
    return _("Mengirim pemberitahuan") if topic in TOPICS else _("Pekerjaan yang tidak dikenal versi ini")


def why(error: str) -> str:
    """What the worker noted, without the name that the program has for it."""
    return error.partition(": ")[2] or error or _("Tidak ada keterangan.")


def solver(error: str) -> str:
    return str(SOLVERS.get(error.partition(": ")[0], SERVER))


def dues_overseen(mandates: Mandates) -> QuerySet[Due]:
    """What the clock once was to do about files of the territory."""
    here = overseen(mandates).within("file__region__")
    decrees, tasks = (model.objects.filter(here, pk=OuterRef("object_id")) for model in (Decree, Assignment))
    about = Q(Exists(decrees), kind__startswith="decrees.Decree.") | Q(Exists(tasks), kind__startswith="routes.Assignment.")
    return Due.objects.filter(about)


def refused_dues(mandates: Mandates) -> QuerySet[Due]:
    """What the clock tried and a rule refused, of what still stands as it stood."""
    here = overseen(mandates).within("file__region__")
    decrees = Decree.objects.filter(here, pk=OuterRef("object_id"))
    tasks = Assignment.objects.filter(here, pk=OuterRef("object_id"), state=AssignmentState.OPEN)
    still = Q(Exists(decrees.filter(state=DecreeState.SIGNED)), kind="decrees.Decree.put_in_force")
    still |= Q(Exists(decrees.filter(state__in=VALID)), kind="decrees.Decree.expire")
    still |= Q(Exists(tasks), kind__startswith="routes.Assignment.")
    return Due.objects.filter(still, done_at=None).exclude(problem="")


def dues(rows: list[Due]) -> list[Stuck]:
    tasks = Assignment.objects.in_bulk([row.object_id for row in rows if row.kind.startswith("routes.")])
    about = {row.pk: tasks[row.object_id].file_id if row.kind.startswith("routes.") else row.object_id for row in rows}
    files = File.objects.in_bulk(about.values())
    who = _("pejabat yang memegang berkasnya; setelah itu Siklus mencoba lagi sendiri")
    return [
        Stuck(row.pk, str(SLOTS.get(row.kind, row.kind)), *named(files.get(about[row.pk])), row.due_on, row.problem, who)
        for row in rows
    ]


def signings_overseen(mandates: Mandates) -> QuerySet[SigningRequest]:
    return SigningRequest.objects.filter(overseen(mandates).within("assignment__file__region__"))


def doubtful_signings(mandates: Mandates) -> QuerySet[SigningRequest]:
    """Requests older than any signer takes, of whose outcome nothing is known."""
    return overdue(PATIENCE).filter(overseen(mandates).within("assignment__file__region__"))


def signings(rows: list[Any]) -> list[Stuck]:
    return [
        Stuck(row.pk, _("Tanda tangan elektronik %(who)s") % {"who": row.mandate.person.full_name},
              *named(row.assignment.file), row.at, doubt_of(row), at_the_provider(row))
        for row in rows
    ]  # fmt: skip


def at_the_provider(request: SigningRequest) -> str:
    return _("Pengelola Siklus: pastikan pada penyedia sertifikat, dengan nomor %(id)s") % {"id": request.request_id}


def doubt_of(request: SigningRequest) -> str:
    last = request.doubts.order_by("-pk").first()
    unheard = _("Penyedia belum menjawab; belum pasti ditandatangani atau tidak. Jangan diulang.")
    return last.words if last and last.words else unheard


def elsewhere(mandates: Mandates, today: date) -> list[Elsewhere]:
    """What other pages handle, with how much of it there is."""
    failed = deliveries_for(mandates).filter(status=Status.FAILED).count()
    posts = Post.objects.filter(webhook__in=webhooks_for(mandates), parked_at__isnull=False).count()
    waits = Assignment.objects.filter(state=AssignmentState.OPEN, office=OuterRef("pk"))
    empty = vacant(today).filter(Exists(waits), pk__in=offices_below(mandates).values("pk")).count()
    found = [
        Elsewhere(empty, _("%(n)d jabatan tanpa pejabat menyimpan tugas terbuka") % {"n": empty}, reverse("vacancies")),
        Elsewhere(failed, _("%(n)d pesan gagal terkirim") % {"n": failed}, f"{reverse('deliveries')}?keadaan=gagal"),
        Elsewhere(posts, _("%(n)d kiriman webhook gagal") % {"n": posts}, reverse("webhooks")),
    ]
    return [one for one in found if one.count]
