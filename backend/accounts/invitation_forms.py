"""A password, and the code that proves that the app for six-digit codes is set up."""

from typing import Any

from allauth.mfa.adapter import get_adapter
from allauth.mfa.totp.internal.auth import TOTP, get_totp_secret, validate_totp_code
from django import forms
from django.contrib.auth.forms import SetPasswordForm
from django.utils.translation import gettext_lazy as _

from workflows.organisation.models import Person


class ChoosePassword(SetPasswordForm):
    code = forms.CharField(
        label=_("Kode 6 angka dari aplikasi kode"), max_length=10,
        widget=forms.TextInput({"autocomplete": "one-time-code", "inputmode": "numeric"}),
    )  # fmt: skip

    def __init__(self, person: Person, data: Any = None, *, code_needed: bool):
        super().__init__(person, data)
        self.fields["code"].required = code_needed
        self.totp_secret = get_totp_secret(regenerate=not self.is_bound)

    def clean_code(self) -> str:
        code = self.cleaned_data["code"]
        if code and not validate_totp_code(self.totp_secret, code):
            raise get_adapter().validation_error("incorrect_code")
        return code

    def apply(self, person: Person) -> None:
        """To the row that is locked for it; who saves it is the caller."""
        person.set_password(self.cleaned_data["new_password1"])
        if self.cleaned_data["code"]:
            TOTP.activate(person, self.totp_secret)
