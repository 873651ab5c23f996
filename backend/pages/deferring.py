"""*Ingatkan besok pagi*: a task leaves my list until then. To everybody else it stands where it stood."""

from datetime import datetime, time, timedelta

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from backend.access import inbox_of
from workflows.routes.models import Deferral

from .acting import OfficialRequest, acting

MORNING = time(7, 30)


def tomorrow_morning() -> datetime:
    """07.30 of the next day, in the zone of the office (which `acting` makes the current one)."""
    tomorrow = timezone.localtime() + timedelta(days=1)
    return timezone.make_aware(datetime.combine(tomorrow.date(), MORNING))


@require_POST
@acting
def put_off(request: OfficialRequest, pk: int) -> HttpResponse:
    """Hide a task of my office from me until the morning, or (`kembalikan`) show it again."""
    task = get_object_or_404(inbox_of(request.acting.scope), pk=pk)
    until = None if "kembalikan" in request.POST else tomorrow_morning()
    Deferral.objects.update_or_create(person=request.acting.mandate.person, assignment=task, defaults={"until": until})
    if until:
        messages.info(request, _("Diingatkan lagi besok pukul 07.30. Tugasnya ada di “Dijadwalkan”."))
    return redirect("inbox")
