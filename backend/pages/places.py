"""The parts of a paper that a remark can be pinned to."""

from django.utils.translation import gettext_lazy as _

PLACES = {
    "subject": _("Tentang"), "considerations": _("Menimbang"), "bases": _("Mengingat"), "clauses": _("Diktum"),
    "rows": _("Baris daftar"), "members": _("Susunan Pokja"), "checklist": _("Daftar periksa"), "evidence": _("Bukti dukung"),
}  # fmt: skip
