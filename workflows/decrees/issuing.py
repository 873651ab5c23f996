"""What a decision freezes for the paper: the signatory as printed, the date, and the number. Run under the locks."""

from datetime import date
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from workflows.core.act import all_of
from workflows.core.clock import today
from workflows.core.errors import BadValues, Problem, Refused
from workflows.organisation.mandates import holders, signature_lines
from workflows.organisation.models import Mandate
from workflows.routes.planning import office_for, task
from workflows.routes.states import AssignmentKind

from .exemptions import allowed_beside_the_rule
from .numbering import Place, check_free, counted_up, next_in, number_text, out_of_order, place_in
from .states import NumberState, SeriesMode, Signing

NUMBERED_BY = {"keputusan_bupati": "legal", "keputusan_kades": "village_secretary"}
"""Who types the number from the office's book (Permendagri 80/2015: Bagian Hukum; in a village the Sekdes)."""


def series_for(decree):
    """The register of a decree's issuer. Raises `Refused` when none is set up."""
    series = all_of("decrees.Series").filter(office=decree.issuer_id, doc_class=decree.kind).first()
    if series is None:
        words = _("Register nomor %(office)s belum diatur.") % {"office": decree.issuer.label}
        raise Refused([Problem(decree.pk, "decree", "series_set_up", words, _("pengelola sistem"))])
    return series


def for_ink(decree) -> dict[str, Any] | None:
    """What the paper for ink shows before anybody has decided: who holds the office today. None while it is vacant."""
    if decree.issue:
        return decree.issue
    day = today(decree.file.zone)
    holding = holders([decree.issuer_id], day).get(decree.issuer_id)
    return {"signatory": signatory_of(holding[0], day)} if holding else None


def signatory_of(mandate: Mandate, day: date) -> dict[str, Any]:
    return {"lines": signature_lines(mandate, day), "name": mandate.person.name.upper()}


def decided(decree, mandate: Mandate, day: date) -> dict[str, Any]:
    """The frozen block: date, signatory and the address of the public check; the number is added as soon as it is known."""
    return {"number": None, "date": day.isoformat(), "signatory": signatory_of(mandate, day), "signature": decree.signing,
            "verify_url": verify_url(decree.file)}  # fmt: skip


def verify_url(file) -> str:
    """Where anybody may check the paper of this file; a paper signed electronically prints it as a QR code."""
    return f"{settings.BASE_URL}/v/{file.token}"


def prepare_decision(deed, tasks) -> dict[str, Any]:
    """Freeze date and signatory; draw the number of an own register, or open the task to type it.

    The signatory's task to sign opens when the worker has made the final paper (`receive_paper`).
    """
    prepared: dict[str, Any] = {"decided_on": deed.on, "issues": {}, "signatories": {}, "numbers": [], "counters": [], "tasks": []}
    for decree in decrees_of(tasks):
        freeze(prepared, deed, decree, deed.by, deed.on)
    return prepared


def prepare_ink(deed, tasks) -> dict[str, Any]:
    """The same for a paper signed in ink on an earlier day, by whoever held the office on that day."""
    day = day_of_ink(deed)
    prepared: dict[str, Any] = {"decided_on": day, "issues": {}, "signatories": {}, "numbers": [], "counters": [], "tasks": []}
    for decree in decrees_of(tasks):
        freeze(prepared, deed, decree, holder_who_inked(decree, deed, day), day)
    return prepared


def freeze(prepared: dict[str, Any], deed, decree, mandate: Mandate, day: date) -> None:
    key, series, issue = str(decree.pk), series_for(decree), decided(decree, mandate, day)
    if series.mode == SeriesMode.OWN:
        issue["number"] = draw(prepared, deed, decree, series, day)
        if decree.signing == Signing.INK:
            prepared["tasks"].append(task_for(decree, AssignmentKind.SCAN, decree.issuer_id, day))
    else:
        office = office_for(NUMBERED_BY[decree.kind], decree.issuer.region)
        prepared["tasks"].append(task_for(decree, AssignmentKind.NUMBER, office.pk, day))
    prepared["issues"][key] = issue
    prepared["signatories"][key] = mandate.pk


def draw(prepared: dict[str, Any], deed, decree, series, day: date) -> str:
    """The next number of an own register, however many decrees one act decides; returns its text."""
    place = Place(next_in(series, day, prepared["numbers"]))
    note = allowed_beside_the_rule(deed, out_of_order(series, place, day) if day < deed.today else "", field="inked_on")
    text = number_text(series.pattern, place.sequence, day)
    prepared["numbers"].append(number_row(decree, series, place, text, day) | {"note": note})
    mine = [row for row in prepared["numbers"] if row["series"] == series.pk]
    others = [counter for counter in prepared["counters"] if counter["series"] != series.pk]
    prepared["counters"] = [*others, *filter(None, [counted_up(series, mine)])]
    return text


def prepare_number(deed, tasks) -> dict[str, Any]:
    """A number typed from the office's book: pattern, doubles and date order are checked. Raises `BadValues`.

    Out of order, or inserted (`17A`): only by the office's own holder, who says why.
    """
    prepared: dict[str, Any] = {"issues": {}, "numbers": [], "tasks": []}
    for decree in decrees_of(tasks):
        row = row_from_book(deed, decree, series_for(decree), decree.decided_on)
        prepared["issues"][str(decree.pk)] = decree.issue | {"number": row["text"]}
        prepared["numbers"].append(row)
        if decree.signing == Signing.INK:
            prepared["tasks"].append(task_for(decree, AssignmentKind.SCAN, decree.issuer_id, deed.on))
    return prepared


def prepare_number_again(deed, decrees) -> dict[str, Any]:
    """A wrongly typed number goes back to the book; the office that typed it is asked again."""
    found = list(decrees.select_related("issuer__region", "file"))
    office = {d.pk: office_for(NUMBERED_BY[d.kind], d.issuer.region).pk for d in found}
    return {"issues": {str(d.pk): (d.issue or {}) | {"number": None} for d in found},
            "tasks": [task_for(d, AssignmentKind.NUMBER, office[d.pk], deed.on) for d in found]}  # fmt: skip


def row_from_book(deed, paper, series, day: date) -> dict[str, Any]:
    """The number that the deed brings from the office's book, for a decree or letter of that day. Raises `BadValues`."""
    text = deed.values["number"].strip()
    place = place_in(series.pattern, text, day)
    check_free(series, place, text, day)
    note = allowed_beside_the_rule(deed, out_of_order(series, place, day) or inserted(place), field="number", holder=True)
    return number_row(paper, series, place, text, day) | {"note": note}


def inserted(place: Place) -> str:
    return _("Nomor sisipan memerlukan alasan.") if place.insert else ""


def number_row(decree, series, place: Place | None, text: str, day: date) -> dict[str, Any]:
    """A row of the book. Without a `place` the number is kept as text: it follows no pattern of ours."""
    return {"file": decree.pk, "series": series.pk, "year": day.year, "sequence": place and place.sequence,
            "insert": place.insert if place else "", "text": text, "date": day, "state": NumberState.RESERVED,
            "note": ""}  # fmt: skip


def task_for(decree, kind: AssignmentKind, office: int, day: date) -> dict[str, Any]:
    run = decree.file.runs.order_by("-pk").values_list("pk", flat=True).first()
    return task(decree.pk, kind, office, decree.file.region_id, day, DAYS[kind]) | {"run": run}


DAYS = {AssignmentKind.NUMBER: 2, AssignmentKind.INITIAL: 2, AssignmentKind.SIGN_DOCUMENT: 2, AssignmentKind.SCAN: 3,
        AssignmentKind.CONFIRM_SCAN: 3, AssignmentKind.PRINT: 2}  # fmt: skip
"""Working days for the tasks that follow a decision, or the issuing of a letter."""


def decrees_of(tasks) -> list:
    found = all_of("decrees.Decree").filter(pk__in=tasks.values("file")).order_by("pk")
    return list(found.select_related("issuer__region", "file"))


def day_of_ink(deed) -> date:
    """The date beside the ink, in the signatory's zone. Raises `BadValues` for a wrong or future one."""
    try:
        day = date.fromisoformat(deed.values["inked_on"])
    except ValueError:
        raise BadValues({"inked_on": _("Tanggal ditulis tahun-bulan-hari, misalnya 2024-05-06.")}) from None
    if day > deed.on:
        raise BadValues({"inked_on": _("Tanggal tanda tangan tidak boleh sesudah hari ini.")})
    return day


def holder_who_inked(decree, deed, day: date) -> Mandate:
    """The mandate by which the paper was signed: the given one, in force on that day and more than staff."""
    found = Mandate.objects.in_force(day).deciding().filter(office=decree.issuer_id).select_related("person", "office")
    given = deed.values.get("signatory")
    found = found.filter(pk=given) if given else found
    if (mandate := found.order_by("capacity", "pk").first()) is None:
        words = _("Tidak ada pejabat %(office)s pada tanggal itu.") % {"office": decree.issuer.label}
        raise Refused([Problem(decree.pk, "decree", "held_on_that_day", words, _("pengelola data jabatan"))])
    return mandate


def prepare_signature(deed, decrees) -> dict[str, Any]:
    """The final paper is ready: the signatory's task *tanda tangan* opens."""
    ready = decrees.exclude(signing=Signing.INK).select_related("file")
    return {"tasks": [task_for(d, AssignmentKind.SIGN_DOCUMENT, d.issuer_id, deed.on) for d in ready]}


AFTER_SCAN = {AssignmentKind.SCAN: AssignmentKind.CONFIRM_SCAN, AssignmentKind.CONFIRM_SCAN: AssignmentKind.SCAN}


def prepare_scan(deed, tasks) -> dict[str, Any]:
    """After a scan somebody else compares it; after a wrong scan it is made again. The wrong one is kept.

    Raises `BadValues` for a scan that nobody uploaded.
    """
    scan = deed.values.get("attachment")
    if scan and not all_of("core.Attachment").filter(pk=scan).exists():
        raise BadValues({"attachment": _("Unggah pindaiannya lebih dahulu.")})
    return {"tasks": [
        task(t.file_id, (kind := AFTER_SCAN[t.kind]), t.office_id, t.region_id, deed.on, DAYS[kind])
        | {"run": t.run_id, "note": str(scan or "")}
        for t in tasks
    ]}  # fmt: skip
