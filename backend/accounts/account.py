"""Akun saya: who I am here, my telephone number, and the ways to my logins."""

from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from workflows.organisation.models import Person
from workflows.organisation.phones import subscriber

from .factors import has_second_factor
from .recovering import standing


class PhoneForm(forms.ModelForm):
    class Meta:
        model = Person
        fields = ["phone"]
        labels = {"phone": gettext_lazy("Nomor HP (WhatsApp)")}
        widgets = {"phone": forms.TextInput({"type": "tel", "autocomplete": "tel"})}

    def clean_phone(self) -> str:
        given = self.cleaned_data["phone"].strip()
        if given and not subscriber(given):
            raise ValidationError(_("Tulis nomor HP seperti 0812 3456 7890."))
        return given


@login_required
def account(request: HttpRequest) -> HttpResponse:
    """Show what is known about me; a POST changes my telephone number."""
    person: Any = request.user
    form = PhoneForm(request.POST or None, instance=Person.objects.get(pk=person.pk))
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("Nomor HP Anda tersimpan."))
        return redirect("account")
    context = {"section": "account", "person": person, "form": form, "secured": has_second_factor(person),
               "recovery": standing(person)}  # fmt: skip
    return render(request, "accounts/account.html", context, status=422 if form.errors else 200)


@login_required
def accepted(request: HttpRequest) -> HttpResponse:
    """The end of an invitation: how to come in next time, and the recovery codes."""
    person: Any = request.user
    return render(request, "accounts/accepted.html", {"secured": has_second_factor(person)})
