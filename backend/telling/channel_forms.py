"""*Saluran saya* as a form: addresses, what to be told of outside the app, and when not."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from worker.addresses import gateway_kinds
from worker.models import OUTWARD, Channel, Preferences
from workflows.organisation.models import Person
from workflows.organisation.phones import subscriber

HOURS = [(4, _("4 jam")), (24, _("1 hari")), (48, _("2 hari"))]


class Clock(forms.TimeInput):
    input_type = "time"

    def __init__(self) -> None:
        super().__init__(format="%H:%M")


class Contact(forms.Form):
    """Where a person is reached. Both may be empty."""

    phone = forms.CharField(
        label=_("Nomor WhatsApp"), required=False, max_length=20, help_text=_("Contoh: 0812 3456 7890."),
        widget=forms.TextInput({"inputmode": "tel", "autocomplete": "tel"}),
    )  # fmt: skip
    email = forms.EmailField(label=_("Surel"), required=False, max_length=254)

    def clean_phone(self) -> str:
        phone = self.cleaned_data["phone"].strip()
        if phone and not subscriber(phone):
            raise forms.ValidationError(_("Nomor %(phone)s tidak lengkap. Tulis seperti 0812 3456 7890."), params={"phone": phone})
        return phone

    def addresses(self) -> dict[str, str]:
        return {name: self.cleaned_data[name] for name in ("phone", "email")}


class Channels(Contact):
    """A person's own addresses and wishes."""

    telegram = forms.RegexField(
        r"^-?\d{3,19}$", label=_("Nomor obrolan Telegram"), required=False,
        help_text=_("Angka yang disebut bot Siklus di Telegram."),
        error_messages={"invalid": _("Nomor obrolan Telegram hanya terdiri atas angka.")},
    )  # fmt: skip
    first = forms.ChoiceField(label=_("Pertama lewat"), choices=[])
    second = forms.ChoiceField(
        label=_("Lalu lewat"), choices=[], help_text=_("Dipakai bila yang pertama gagal atau lama tidak dibaca.")
    )
    next_after = forms.TypedChoiceField(label=_("Saluran berikutnya bila belum dibaca setelah"), choices=HOURS, coerce=int)
    reminders = forms.BooleanField(label=_("Pengingat: tenggat dekat, lewat tenggat, diingatkan orang"), required=False)
    summary = forms.BooleanField(label=_("Ringkasan harian pukul 07.30 pada hari kerja"), required=False)
    summary_only = forms.BooleanField(
        label=_("Kabar yang tidak perlu keputusan hanya dalam ringkasan, tidak satu per satu"), required=False
    )
    bundled = forms.BooleanField(
        label=_("Surel sekali sehari: semua yang masuk, keputusan juga, hanya dalam surel ringkasan"), required=False
    )
    quiet = forms.BooleanField(label=_("Jam tenang: pesan menunggu sampai pagi"), required=False)
    quiet_from = forms.TimeField(label=_("Mulai pukul"), widget=Clock())
    quiet_until = forms.TimeField(label=_("Sampai pukul"), widget=Clock())

    def __init__(self, data: Any, person: Person, known: Preferences):
        named = (
            "telegram", "next_after", "reminders", "summary", "summary_only", "bundled", "quiet", "quiet_from", "quiet_until",
        )  # fmt: skip
        initial = {name: getattr(known, name) for name in named} | {"phone": person.phone, "email": person.email}
        initial |= {"first": known.order[0], "second": known.order[1]}
        super().__init__(data, initial=initial)
        self.named = named
        if Channel.TELEGRAM not in gateway_kinds(person.pk):
            del self.fields["telegram"]
        for name in ("first", "second"):
            self.fields[name].choices = [(channel.value, channel.label) for channel in OUTWARD]  # type: ignore[attr-defined]

    def clean_second(self) -> str:
        if self.cleaned_data["second"] == self.cleaned_data.get("first"):
            raise forms.ValidationError(_t("Pilih saluran kedua yang lain dari yang pertama."))
        return self.cleaned_data["second"]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if not given.get("summary") and (given.get("summary_only") or given.get("bundled")):
            self.add_error("summary", _t("Yang hanya datang dalam ringkasan membutuhkan ringkasan harian; centang juga yang ini."))
        return given

    def wishes(self) -> dict[str, Any]:
        """What `Preferences` keeps."""
        two = [self.cleaned_data["first"], self.cleaned_data["second"]]
        order = [*two, *(channel.value for channel in Channel if channel in OUTWARD and channel not in two)]
        return {name: self.cleaned_data[name] for name in self.named if name in self.cleaned_data} | {"order": order}
