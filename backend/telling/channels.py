"""Saluran saya: where and when I am told; and putting a colleague's number right."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from backend.access import people_for
from backend.administration.recording import Recorder
from backend.pages.acting import OfficialRequest, acting
from worker.addresses import gateway_kinds
from worker.gateway_addresses import OFFICIAL
from worker.models import Channel, Preferences
from workflows.organisation.models import Person

from .channel_forms import Channels, Contact
from .contacts import last_failure


@require_http_methods(["GET", "POST"])
@acting
def my_channels(request: OfficialRequest) -> HttpResponse:
    person = request.acting.mandate.person
    known = Preferences.of([person.pk])[person.pk]
    form = Channels(request.POST or None, person, known)
    if request.method == "POST" and form.is_valid():
        Recorder(person).change(person, **form.addresses())
        Preferences.objects.update_or_create(person=person, defaults=form.wishes())
        messages.success(request, _("Saluran Anda tersimpan."), extra_tags="done")
        return redirect("my-channels")
    gateway = gateway_kinds(person.pk).get(Channel.WHATSAPP)
    return render(request, "telling/channels.html", {
        "section": "notices", "form": form, "failure": last_failure(person), "gateway": gateway,
        "switches": [form[name] for name in ("reminders", "summary", "summary_only", "bundled")],
        "official": gateway == OFFICIAL,
    }, status=422 if form.errors else 200)  # fmt: skip


@require_http_methods(["GET", "POST"])
@acting
def fix_contact(request: OfficialRequest, pk: int) -> HttpResponse:
    """For the agency and the administrator: the number of somebody who holds an office in their territory."""
    person: Person = get_object_or_404(people_for(request.acting.scope), pk=pk)
    form = Contact(request.POST or None, initial={"phone": person.phone, "email": person.email})
    if request.method == "POST" and form.is_valid():
        Recorder(request.acting.mandate.person).change(person, **form.addresses())
        messages.success(request, _("Alamat %(who)s tersimpan. Pesan yang gagal dapat dikirim lagi dari sini.")
                         % {"who": person.full_name}, extra_tags="done")  # fmt: skip
        return redirect(f"{reverse('deliveries')}?orang={person.pk}")
    return render(request, "telling/contact.html", {
        "section": "notices", "form": form, "person": person, "failure": last_failure(person),
    }, status=422 if form.errors else 200)  # fmt: skip
