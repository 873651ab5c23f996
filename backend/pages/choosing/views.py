"""The page of a draft's list: what stands on it, how complete it is, and putting villages on it after a look at them."""

import json
from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods

from backend.ids import ids_in
from backend.pages.acting import OfficialRequest, acting
from backend.pages.decrees import decree_or_404
from backend.pages.drafts import answer, version_of
from backend.workbook import table_of
from workflows.core.errors import BadValues, NotDone
from workflows.decrees import drafting, listing
from workflows.decrees.models import Decree
from workflows.organisation.models import Level, Region
from workflows.routes.models import Assignment
from workflows.routes.states import AssignmentKind, AssignmentState

from .annex import compare, exported, read
from .board import board_of, rows_with_facts
from .candidates import MOST_SHOWN, Filter
from .finding import Found, Gazetteer
from .readiness import by_region, rehearse

Act = Callable[[OfficialRequest, Decree], HttpResponse | None]


@require_http_methods(["GET", "POST"])
@acting
def decree_rows(request: OfficialRequest, pk: int) -> HttpResponse:
    """Put villages on a draft's list, leave them out, and bring them in order."""
    found = decree_or_404(request, pk)
    refusal = None
    if request.method == "POST":
        try:
            shown = ACTS.get(done := request.POST.get("do", "cari"), look_up)(request, found)
        except NotDone as error:
            refusal = error
        else:
            return shown or list_again(request, done)
    return answer(request, "decrees/rows.html", context_of(request, found), refusal)


def list_again(request: OfficialRequest, done: str) -> HttpResponse:
    messages.success(request, DONE[done], extra_tags="done")
    return redirect(request.get_full_path())


def context_of(request: OfficialRequest, found: Decree) -> dict[str, Any]:
    against, narrowed = by_region(found, request.acting.mandate), Filter(request.GET, found)
    rows = list(rows_with_facts(found).order_by("order"))
    for row in rows:
        row.problems = against.get(row.kampung.region_id, [])
    offered = list(narrowed.candidates()[: MOST_SHOWN + 1]) if narrowed.asked or not of_regency(found) else []
    board = board_of(found, against)
    lacking = [row.kampung.region_id for row in rows if not row.struck and not row.formed]
    return {
        "decree": found, "file": found.file, "board": board, "filter": narrowed, "of_regency": of_regency(found),
        "rows": [row for row in rows if not row.struck], "struck": [row for row in rows if row.struck],
        "missing": board.total.villages - len(rows),
        "offered": offered[:MOST_SHOWN], "more": len(offered) > MOST_SHOWN, "typed": request.POST, "lacking": len(lacking),
        "late": ",".join(map(str, open_tasks(lacking))),
    }  # fmt: skip


def of_regency(found: Decree) -> bool:
    return found.issuer.territory.level == Level.REGENCY


def open_tasks(regions: list[int]) -> list[int]:
    """What these villages still have to do about a decree of their own: whom *Ingatkan* would reach."""
    waiting = Assignment.objects.filter(
        file__kind="decree", kind=AssignmentKind.FOLLOW_UP, state=AssignmentState.OPEN, region__in=regions
    )
    return list(waiting.order_by("pk").values_list("pk", flat=True))


def look_up(request: OfficialRequest, found: Decree) -> HttpResponse:
    """Which villages are meant, and how ready each is; nothing is kept yet."""
    gazetteer = Gazetteer(found.issuer.territory, request.acting.today)
    ticked = {region.pk: region for region in gazetteer.villages}
    lines = [Found(ticked[pk].name, [ticked[pk]]) for pk in ids_in(request.POST.getlist("village")) if pk in ticked]
    lines += gazetteer.find(request.POST.get("lines", ""))
    if upload := request.FILES.get("file"):
        lines += read(table_of(upload), gazetteer).lines
    if not lines:
        raise BadValues({"lines": _("Tandai desa, tempel nama atau kodenya, atau pilih berkas.")})
    return preview(request, found, lines)


def propose(request: OfficialRequest, found: Decree) -> HttpResponse:
    """Every village of the territory that the list does not have, with how ready it is."""
    missing = list(Filter(None, found).candidates())
    if not missing:
        raise BadValues({"village": _("Semua desa/kelurahan sudah tercantum atau dikecualikan.")})
    return preview(request, found, [Found(region.name, [region]) for region in missing])


def preview(request: OfficialRequest, found: Decree, lines: list[Found]) -> HttpResponse:
    meant = list(dict.fromkeys(line.meant for line in lines if line.meant))
    candidates = rehearse(found, request.acting.mandate, meant)
    context = {
        "decree": found, "file": found.file, "version": version_of(found),
        "ready": [one for one in candidates if one.ready], "unready": [one for one in candidates if not one.ready and not one.blocked],
        "blocked": [one for one in candidates if one.blocked],
        "asked": [line for line in lines if line.asked and line.regions], "unknown": [line for line in lines if not line.regions],
    }  # fmt: skip
    return answer(request, "decrees/rows_preview.html", context, None)


def put_on(request: OfficialRequest, found: Decree) -> None:
    """Add what was chosen in the preview. What a line may mean is asked under `pilih.1`, `pilih.2` …"""
    chosen = [value for name in request.POST if name == "village" or name.startswith("pilih.") for value in request.POST.getlist(name)]
    keys = list(dict.fromkeys(ids_in(chosen)))
    regions = Region.objects.under(found.issuer.territory).in_bulk(keys)
    if not regions:
        raise BadValues({"village": _("Pilih paling sedikit satu desa.")})
    drafting.add_rows(found, request.acting.mandate, [(regions[key], {}) for key in keys if key in regions])


def leave_out(request: OfficialRequest, found: Decree) -> None:
    listing.leave_out(found, request.acting.mandate, ids_in(request.POST.getlist("row")), request.POST.get("reason", "")[:300])


def remind(request: OfficialRequest, found: Decree) -> HttpResponse:
    """To the list of who would be reminded: the ticked villages that still owe a decree of their own."""
    ticked = found.rows.filter(order__in=ids_in(request.POST.getlist("row")), struck=False)
    late = open_tasks(list(ticked.values_list("kampung__region", flat=True)))
    if not late:
        raise BadValues({"row": _("Tandai desa yang masih ditunggu keputusan desanya.")})
    return redirect(f"{reverse('remind')}?tugas={','.join(map(str, late))}")


def take_off(request: OfficialRequest, found: Decree) -> None:
    drafting.remove_rows(found, request.acting.mandate, ids_in(request.POST.getlist("row")))


def take_in_again(request: OfficialRequest, found: Decree) -> None:
    listing.take_in_again(found, request.acting.mandate, ids_in(request.POST.getlist("row")))


def sort(request: OfficialRequest, found: Decree) -> None:
    listing.sort_by_code(found, request.acting.mandate)


def bring_back(request: OfficialRequest, found: Decree) -> HttpResponse:
    """The whole list from a workbook: in what it differs, before anything is changed."""
    upload = request.FILES.get("file")
    if upload is None:
        raise BadValues({"file": _("Pilih berkas Excel atau CSV.")})
    done = read(table_of(upload), Gazetteer(found.issuer.territory, request.acting.today))
    difference = compare(found, done)
    context = {"decree": found, "file": found.file, "difference": difference, "unclear": done.unclear, "version": version_of(found),
               "wanted": json.dumps([[region.pk, data] for region, data in difference.wanted])}  # fmt: skip
    return answer(request, "decrees/rows_difference.html", context, None)


def replace(request: OfficialRequest, found: Decree) -> None:
    """Make the list what the workbook said, unless somebody changed it meanwhile."""
    wanted, [version] = wanted_of(request, found), ids_in([request.POST.get("version", "")]) or [-1]
    listing.arrange(found, request.acting.mandate, wanted, version)


def wanted_of(request: OfficialRequest, found: Decree) -> list[tuple[Region, dict[str, str]]]:
    """The hidden field of the preview, believed no further than any other input. Raises `BadValues`."""
    try:
        given = [(int(key), {str(name): str(text)[:300] for name, text in data.items() if name in ("name", "note")})
                 for key, data in json.loads(request.POST.get("wanted", ""))]  # fmt: skip
    except (ValueError, TypeError, AttributeError) as broken:
        raise BadValues({"wanted": _("Unggah berkasnya sekali lagi.")}) from broken
    regions = Region.objects.under(found.issuer.territory).in_bulk(ids_in([str(key) for key, _data in given]))
    return [(regions[key], data) for key, data in given if key in regions]


ACTS: dict[str, Act] = {
    "cari": look_up, "usulkan": propose, "tambah": put_on, "kecualikan": leave_out, "hapus": take_off, "masukkan": take_in_again,
    "urutkan": sort, "ingatkan": remind, "impor": bring_back, "ganti": replace,
}  # fmt: skip
DONE = {
    "tambah": gettext_lazy("Ditambahkan ke daftar."), "kecualikan": gettext_lazy("Dikecualikan dengan alasan."),
    "hapus": gettext_lazy("Dihapus dari konsep."), "masukkan": gettext_lazy("Tercantum lagi."),
    "urutkan": gettext_lazy("Daftar berurut menurut kecamatan dan kode."), "ganti": gettext_lazy("Daftar kini seperti dalam berkas."),
}  # fmt: skip
"""What is said after those that change the list."""


@require_GET
@acting
def decree_rows_workbook(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """The annex as a workbook, with the columns that it prints."""
    return exported(decree_or_404(request, pk))
