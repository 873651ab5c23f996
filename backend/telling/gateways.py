"""*Gerbang pesan*: by which the messages of a district leave for WhatsApp and Telegram."""

from typing import Any

from django import forms
from django.contrib import messages
from django.db.models.functions import Now
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from backend.access import gateways_for
from backend.administration.recording import Recorder
from backend.administration.room import administering
from backend.pages.acting import OfficialRequest
from worker.addresses import address_at
from worker.errors import WorkerError
from worker.gateway_addresses import called, checked, split
from worker.gateways import address_of, hand_over
from worker.models import GATED, Channel, Gateway, Preferences
from workflows.organisation.models import Person, Region
from workflows.signing.sealing import SealingError


class GatewayForm(forms.Form):
    channel = forms.ChoiceField(label=gettext_lazy("Saluran"), choices=[(one.value, one.label) for one in GATED])
    address = forms.CharField(
        label=gettext_lazy("Alamat gerbang"), max_length=500, widget=forms.PasswordInput({"autocomplete": "off"}),
        help_text=gettext_lazy("Berisi sandi atau token: disimpan tersandi dan tidak pernah ditampilkan lagi."),
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if given.keys() >= {"channel", "address"}:
            try:
                checked(Channel(given["channel"]), given["address"])
            except WorkerError as problem:
                self.add_error("address", str(problem))
        return given


@require_http_methods(["GET", "POST"])
@administering
def gateways(request: OfficialRequest) -> HttpResponse:
    """Those of the territory, and the form for one more, which takes the place of the former of its channel."""
    form = GatewayForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            keep(request.acting.region, request.acting.mandate.person, **form.cleaned_data)
        except SealingError as problem:
            form.add_error(None, str(problem))
        else:
            messages.success(request, _("Gerbang tersimpan. Kirim uji untuk memastikan pesannya sampai."), extra_tags="done")
            return redirect("gateways")
    rows = gateways_for(request.acting.scope).select_related("region", "made_by").order_by("region__path", "channel")
    context = {"section": "notices", "gateways": rows, "form": form, "region": request.acting.region}
    return render(request, "telling/gateways.html", context, status=422 if form.errors else 200)


def keep(region: Region, by: Person, channel: str, address: str) -> None:
    """Raises `NoKey`."""
    known = Gateway.objects.filter(region=region, channel=channel).first()
    gateway = known or Gateway(region=region, channel=channel)
    before, gateway.shown, gateway.kind = gateway.shown, called(address), split(address).scheme
    gateway.address, gateway.made_by, gateway.tried_at, gateway.answer = address, by, None, ""
    gateway.save()
    Recorder(by).note(gateway, "address" if known else "", before or None, gateway.shown)


@require_POST
@administering
def try_gateway(request: OfficialRequest, pk: int) -> HttpResponse:
    """One message to the administrator himself, at once, so that he sees what the gateway says."""
    gateway, me = get_object_or_404(gateways_for(request.acting.scope), pk=pk), request.acting.mandate.person
    channel, answer = Channel(gateway.channel), ""
    if not (to := address_at(me, Preferences.of([me.pk])[me.pk], channel)):
        messages.error(request, _("Isi dahulu alamat %(channel)s Anda sendiri di Saluran saya.") % {"channel": channel.label})
        return redirect("gateways")
    try:
        hand_over(channel, address_of(gateway), to, f"uji-{gateway.pk}", _("Pesan uji dari Siklus: gerbang ini berjalan."))
        messages.success(request, _("Pesan uji diterima gerbang untuk %(to)s.") % {"to": to}, extra_tags="done")
    except (WorkerError, SealingError) as problem:
        answer = str(problem)
        messages.error(request, answer)
    Gateway.objects.filter(pk=pk).update(tried_at=Now(), answer=answer[:300])
    return redirect("gateways")


@require_POST
@administering
def end_gateway(request: OfficialRequest, pk: int) -> HttpResponse:
    """Messages go by what the server has, or by the next channel."""
    gateway = get_object_or_404(gateways_for(request.acting.scope), pk=pk)
    Recorder(request.acting.mandate.person).note(gateway, "ended", gateway.shown, None)
    gateway.delete()
    messages.success(request, _("Gerbang dihapus beserta sandinya."), extra_tags="done")
    return redirect("gateways")
