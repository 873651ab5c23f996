"""The forms of django-allauth in our words, and our own."""

from typing import Any

from allauth.account import forms as allauth
from django import forms
from django.utils.translation import gettext_lazy as _

from .names import username_for


class LoginForm(allauth.LoginForm):
    """Name and password. The field is called `username`, as programs and password stores know it."""

    fields: dict[str, forms.Field]

    def __init__(self, *args: Any, **given: Any):
        super().__init__(*args, **given)
        del self.fields["login"]
        name = forms.CharField(
            label=_("Nama pengguna atau nomor HP"), max_length=150,
            widget=forms.TextInput({"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}),
        )  # fmt: skip
        self.fields = {"username": name, "password": self.fields["password"]}
        self.fields["password"].label, self.fields["password"].help_text = _("Kata sandi"), ""
        self.fields["password"].widget.attrs.pop("placeholder", None)

    def clean_username(self) -> str:
        typed = self.cleaned_data["username"].strip()
        self.cleaned_data["login"] = username_for(typed)
        return typed
