"""People who log in or merely hold an office."""

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import PermissionsMixin, UserManager
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from workflows.core.finding import by_likeness

from ..phones import subscriber_of

NIP = r"^\d{8} ?\d{6} ?\d ?\d{3}$"
"""The 18 digits of a civil servant's number, in its four groups or without spaces (BKN; grouping UNVERIFIED)."""


class Person(AbstractBaseUser, PermissionsMixin):
    """A user. No NIK: the product never needs one. No e-mail and no usable password are both normal."""

    username = models.CharField(
        _("nama pengguna"), max_length=150, unique=True, validators=[UnicodeUsernameValidator()]
    )
    name = models.CharField(_("nama"), max_length=150, help_text=_("Tanpa gelar."))
    front_titles = models.CharField(_("gelar depan"), max_length=50, blank=True)
    back_titles = models.CharField(_("gelar belakang"), max_length=80, blank=True)
    rank = models.CharField(_("pangkat/golongan"), max_length=60, blank=True)
    nip = models.CharField(_("NIP"), max_length=21, blank=True, help_text=_("Nomor pegawai, bukan NIK."))
    email = models.EmailField(_("surel"), blank=True)
    phone = models.CharField(_("telepon"), max_length=20, blank=True)
    is_staff = models.BooleanField(_("boleh masuk halaman admin"), default=False)
    is_active = models.BooleanField(_("aktif"), default=True)
    date_joined = models.DateTimeField(_("terdaftar"), default=timezone.now)

    objects = UserManager()

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        verbose_name = _("orang")
        indexes = [models.Index(subscriber_of("phone"), name="person_by_phone"), by_likeness("name", "person_by_likeness")]
        constraints = [
            models.CheckConstraint(
                name="person_nip_has_18_digits",
                condition=Q(nip="") | Q(nip__regex=NIP),
                violation_error_message=_("NIP terdiri atas 18 angka; kosongkan bila tidak ada."),
            )
        ]

    def __str__(self) -> str:
        return self.full_name

    @property
    def full_name(self) -> str:
        """The name with titles, as papers print it: `dr. Contoh Nama, M.Kes.`"""
        named = f"{self.front_titles} {self.name}".strip()
        return f"{named}, {self.back_titles}" if self.back_titles else named

    @property
    def service(self) -> dict[str, str]:
        """What letters print below a civil servant's name: `rank` and `nip`, as far as they are known."""
        return {key: said for key, said in (("rank", self.rank), ("nip", self.nip)) if said}
