"""People who log in or merely hold an office."""

from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import PermissionsMixin, UserManager
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Person(AbstractBaseUser, PermissionsMixin):
    """A user. No NIK: the product never needs one. No e-mail and no usable password are both normal."""

    username = models.CharField(
        _("nama pengguna"), max_length=150, unique=True, validators=[UnicodeUsernameValidator()]
    )
    name = models.CharField(_("nama"), max_length=150, help_text=_("Tanpa gelar."))
    front_titles = models.CharField(_("gelar depan"), max_length=50, blank=True)
    back_titles = models.CharField(_("gelar belakang"), max_length=80, blank=True)
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

    def __str__(self) -> str:
        return self.full_name

    @property
    def full_name(self) -> str:
        """The name with titles, as papers print it: `dr. Contoh Nama, M.Kes.`"""
        named = f"{self.front_titles} {self.name}".strip()
        return f"{named}, {self.back_titles}" if self.back_titles else named
