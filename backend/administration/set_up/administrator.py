"""Step 7: the first person, who looks after everything else from then on."""

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.db.models.functions import Now
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from backend.administration.people import register
from backend.administration.people_views import PersonForm
from workflows.core.door import perform
from workflows.organisation.models import Capacity, Office, Person
from workflows.organisation.offices import open_administration

from .step import Step

ASKED = ["name", "front_titles", "back_titles", "nip", "phone", "email"]


class Administrator(Step):
    name, title = "orang", gettext_lazy("Pengelola pertama")
    help = gettext_lazy("Anda sendiri: mengurus orang, jabatan, dan impor, dan tidak memutuskan apa pun. "
                        "Orang lain diimpor sesudah ini.")  # fmt: skip
    password = forms.CharField(label=gettext_lazy("Kata sandi"), strip=False,
                               widget=forms.PasswordInput({"autocomplete": "new-password"}),
                               help_text=gettext_lazy("Sedikitnya 8 huruf; jangan kata yang umum."))  # fmt: skip
    again = forms.CharField(label=gettext_lazy("Kata sandi sekali lagi"), strip=False,
                            widget=forms.PasswordInput({"autocomplete": "new-password"}))  # fmt: skip
    person: Person

    def __init__(self, data: Any, files: Any, **given: Any):
        super().__init__(data, files, **given)
        self.data_of_person = PersonForm(data)
        self.fields = {name: self.data_of_person.fields[name] for name in ASKED} | dict(self.fields)

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        for name, errors in self.data_of_person.errors.items():
            self.add_error(name if name in self.fields else None, errors)
        if given.get("password") != given.get("again"):
            self.add_error("again", _("Kedua kata sandi tidak sama."))
        elif given.get("password"):
            validate_password(given["password"], Person(name=given.get("name", "")))
        return given

    def save(self) -> None:
        office = open_administration(self.region, self.today)
        said = {name: self.data_of_person.cleaned_data[name] for name in ASKED}
        self.person = register(self.recorder, **said)
        self.person.set_password(self.cleaned_data["password"])
        self.person.save(update_fields=["password"])
        values = {"person": self.person.pk, "capacity": Capacity.DEFINITIF, "since": self.today}
        perform(Office.appoint, office, by=self.by, values=values | {"paper": _("Penyiapan awal Siklus")})
        self.set_up.finished_at = Now()
        self.set_up.save(update_fields=["finished_at"])
