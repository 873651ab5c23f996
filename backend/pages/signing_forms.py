"""The form that a signature is given with. Nothing of what proves who signs is ever shown again."""

from typing import Any

from allauth.mfa.models import Authenticator
from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from backend.accounts.papers import request_for
from backend.step_up import Proof
from workflows.organisation.models import Mandate

from .forms import area

PROOFS = ["password", "code", "credential"]


class SigningForm(forms.Form):
    """For the holder of a mandate: a passkey, the six-digit code or the password, whichever he has.

    `needs_secret`: the signer asks for the passphrase of the certificate besides. `ask_reason`: an acting official signs.
    """

    challenge = forms.CharField(widget=forms.HiddenInput)
    credential = forms.JSONField(required=False, widget=forms.HiddenInput)
    reason = forms.CharField(label=gettext_lazy("Catatan"), widget=area(2), required=False, max_length=2000)
    passphrase = forms.CharField(
        label=gettext_lazy("Frasa sandi (passphrase) sertifikat elektronik"), strip=False, max_length=200,
        widget=forms.PasswordInput({"autocomplete": "off"}),
        help_text=gettext_lazy("Tidak disimpan; hanya diteruskan ke layanan tanda tangan."),
    )  # fmt: skip
    code = forms.CharField(
        label=gettext_lazy("Kode 6 angka dari aplikasi kode"), max_length=20, required=False,
        widget=forms.TextInput({"autocomplete": "one-time-code", "inputmode": "numeric"}),
    )  # fmt: skip
    password = forms.CharField(
        label=gettext_lazy("Kata sandi akun Siklus Anda"), strip=False, max_length=200, required=False,
        widget=forms.PasswordInput({"autocomplete": "current-password"}),
    )  # fmt: skip

    def __init__(self, data: Any = None, *, by: Mandate, needs_secret: bool, ask_reason: str = "", **given: Any):
        super().__init__(data, **given)
        self.person = by.person
        kinds = set(Authenticator.objects.filter(user=by.person).values_list("type", flat=True))
        self.has_passkey = Authenticator.Type.WEBAUTHN in kinds
        absent = {
            "passphrase": not needs_secret, "code": Authenticator.Type.TOTP not in kinds,
            "password": not by.person.has_usable_password(), "credential": not self.has_passkey,
        }  # fmt: skip
        for name in [name for name, is_absent in absent.items() if is_absent]:
            del self.fields[name]
        if len(ways := [name for name in PROOFS if name in self.fields]) == 1:
            self.fields[ways[0]].required = True
        if ask_reason:
            self.fields["reason"].required = True
            self.fields["reason"].label, self.fields["reason"].help_text = _("Alasan"), ask_reason

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if not any(given.get(name) for name in PROOFS):
            where = next((name for name in ("code", "password") if name in self.fields), None)
            self.add_error(where, _("Pastikan ini Anda: pakai salah satu cara di atas tombol."))
        return given

    @property
    def secret(self) -> str:
        return self.cleaned_data.get("passphrase", "")

    @property
    def proof(self) -> Proof:
        given = self.cleaned_data
        return Proof(given.get("password", ""), given.get("code", ""), given.get("credential"), given["challenge"])

    @cached_property
    def passkey_request(self) -> dict[str, Any] | None:
        """What the browser asks the person's passkey with."""
        return request_for(self.person, self["challenge"].value()) if self.has_passkey else None

    def before_proof(self) -> list[forms.BoundField]:
        return [self[name] for name in ("reason", "passphrase") if name in self.fields]

    def typed_proof(self) -> list[forms.BoundField]:
        return [self[name] for name in ("code", "password") if name in self.fields]
