"""What the API asks besides a login."""

from django.utils.translation import gettext as _
from rest_framework.exceptions import PermissionDenied
from rest_framework.permissions import SAFE_METHODS, BasePermission
from rest_framework.request import Request

from .models import Key, Scope
from .second_factor import is_missing


class MayAct(BasePermission):
    """For the API: reading is free; acting takes a key that may, and of signatories a second factor."""

    def has_permission(self, request: Request, view: object) -> bool:
        if request.method in SAFE_METHODS or not request.user.is_authenticated:
            return True
        if isinstance(request.auth, Key) and request.auth.scope != Scope.ACT:
            raise PermissionDenied(
                _("Kunci ini hanya boleh membaca (cakupan “read”). Buat kunci bercakupan “act” di Akun › Kunci API.")
            )
        if is_missing(request.user):
            raise PermissionDenied(_("Pejabat penanda tangan memasang pengaman kedua dahulu di Akun › Pengaman."))
        return True
