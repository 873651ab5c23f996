"""A person's way in, as those see it who look after it: invite, end all logins, close and open the account."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse, HttpResponseBadRequest
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from backend.access import people_in_care
from backend.pages.acting import OfficialRequest, acting
from workflows.organisation.models import Person

from . import invitations
from .closing import set_active, throw_out
from .factors import has_second_factor
from .recovering import standing, takes_two, use_up

DONE = {
    "keluarkan": gettext_lazy("%(name)s dikeluarkan dari semua perangkat, dan semua kunci API-nya dicabut."),
    "tutup": gettext_lazy("Akun %(name)s ditutup; semua perangkat dikeluarkan dan semua kunci API dicabut."),
    "buka": gettext_lazy("Akun %(name)s dibuka lagi. Cara masuknya tetap yang dahulu; bila lupa, buat tautan."),
}


def person_or_404(request: OfficialRequest, pk: int) -> Person:
    return get_object_or_404(people_in_care(request.acting.scope), pk=pk)


@acting
@never_cache
def invite(request: OfficialRequest, pk: int) -> HttpResponse:
    """How the person can get in today; a POST makes a link and shows the message, which nobody can see again."""
    person = person_or_404(request, pk)
    if request.method != "POST" or not person.is_active:
        return shown(request, person)
    if (secret := link_for(person, request.acting.mandate.person)) is None:
        messages.error(request, _("Tautan untuk penanda tangan memerlukan persetujuan orang kedua."))
        return shown(request, person, status=422)
    text = invitations.message(person, secret)
    return shown(request, person, text=text, whatsapp=invitations.whatsapp(person, text))


def shown(request: OfficialRequest, person: Person, status: int = 200, **more: Any) -> HttpResponse:
    context = {
        "section": "administration", "person": person, "offices": invitations.offices_of(person),
        "secured": has_second_factor(person), "last": person.invitations.order_by("-pk").first(),
        "takes_two": takes_two(person), "recovery": standing(person),
    }  # fmt: skip
    return render(request, "accounts/invite.html", context | more, status=status)


@transaction.atomic
def link_for(person: Person, by: Person) -> str | None:
    """The secret of a new link; None where a second person has to agree first."""
    if takes_two(person) and not use_up(person, by):
        return None
    return invitations.invite(person, by)


@require_POST
@acting
def close(request: OfficialRequest, pk: int, how: str) -> HttpResponse:
    """*keluarkan* ends all logins and keys; *tutup* closes the account besides; *buka* opens it again."""
    person = person_or_404(request, pk)
    if how not in DONE:
        return HttpResponseBadRequest(_("Tindakan ini tidak dikenal."))
    by = request.acting.mandate.person
    with transaction.atomic():
        if how == "keluarkan":
            throw_out(person, by)
        else:
            set_active(person, by, how == "buka")
    messages.success(request, DONE[how] % {"name": person.full_name})
    return redirect("invite", pk)
