"""The form that a signature is given with. Neither password nor passphrase is ever shown again."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from .forms import area


class SigningForm(forms.Form):
    """`needs_secret`: the signer asks for the passphrase of the certificate besides. `ask_reason`: an acting official signs."""

    challenge = forms.CharField(widget=forms.HiddenInput)
    password = forms.CharField(
        label=_("Kata sandi akun Siklus Anda"), strip=False, max_length=200,
        widget=forms.PasswordInput({"autocomplete": "current-password"}),
    )  # fmt: skip
    passphrase = forms.CharField(
        label=_("Frasa sandi (passphrase) sertifikat elektronik"), strip=False, max_length=200,
        widget=forms.PasswordInput({"autocomplete": "off"}), help_text=_("Tidak disimpan; hanya diteruskan ke layanan tanda tangan."),
    )  # fmt: skip
    reason = forms.CharField(label=_("Catatan"), widget=area(2), required=False, max_length=2000)

    def __init__(self, data: Any = None, *, needs_secret: bool, ask_reason: str = "", **given: Any):
        super().__init__(data, **given)
        if not needs_secret:
            del self.fields["passphrase"]
        if ask_reason:
            self.fields["reason"].required = True
            self.fields["reason"].label, self.fields["reason"].help_text = _("Alasan"), ask_reason

    @property
    def secret(self) -> str:
        return self.cleaned_data.get("passphrase", "")
