"""Opening a partner agency: an office under its own name, to which people are then invited like to any other."""

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from backend.pages.acting import OfficialRequest
from backend.pages.refusals import answered
from workflows.organisation.models import Office, Region
from workflows.organisation.offices import open_partner

from .room import SECTION, administering, recorder


class PartnerForm(forms.Form):
    name = forms.CharField(label=gettext_lazy("Nama perangkat daerah"), max_length=200,
                           help_text=gettext_lazy("Seperti Dinas Kesehatan Kabupaten Contoh."))  # fmt: skip
    acronym = forms.CharField(label=gettext_lazy("Singkatan"), max_length=30, required=False)


@require_http_methods(["GET", "POST"])
@administering
def new_partner(request: OfficialRequest) -> HttpResponse:
    """One that is there already is shown, not opened twice."""
    form = PartnerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        office = opened(request, **form.cleaned_data)
        messages.success(request, _("%(office)s dibuka. Tugaskan pejabatnya, lalu undang masuk.") % {"office": office.label})
        return redirect("office", office.pk)
    return answered(SECTION, request, "administration/new_partner.html", {"form": form}, None)


@transaction.atomic
def opened(request: OfficialRequest, name: str, acronym: str) -> Office:
    """Two that come at once wait for each other at the region."""
    region = Region.objects.select_for_update().get(pk=request.acting.region.pk)
    known = set(Office.objects.filter(region=region).values_list("pk", flat=True))
    office = open_partner(region, " ".join(name.split()), request.acting.today, acronym)
    if office.pk not in known:
        recorder(request).made(office)
    return office
