"""What each act asks for as its reason: who reads it, and what it is for."""

from typing import Any

from django.utils.translation import gettext_lazy as _

REASONS = {
    "return_to_drafter": (_("Alasan dikembalikan"), _("Tulis apa yang harus diperbaiki penyusun.")),
    "return_to_step": (_("Alasan dikembalikan"), _("Tulis apa yang harus diperiksa lagi oleh kantor itu.")),
    "refuse_change": (_("Alasan menolak perubahan"), _("Tulis apa yang tidak dapat disetujui; penyusun membacanya.")),
    "reject": (_("Alasan penolakan"), _("Tulis mengapa berkas tidak dapat dilanjutkan; penyusun membacanya.")),
    "refuse_scan": (_("Yang tidak cocok pada pindaian"), _("Tulis apa yang keliru, agar yang benar diunggah.")),
    "refuse": (_("Yang tidak cocok dengan kertas"), _("Tulis apa yang keliru, agar dicatat ulang dengan benar.")),
    "reassign": (_("Alasan pengalihan"), _("Kantor penerima membacanya.")),
    "withdraw_decision": (_("Alasan penarikan penetapan"), _("Dicatat bersama nomor yang batal.")),
    "return_to_draft": (_("Alasan kembali ke konsep"), _("Dicatat bersama nomor yang batal.")),
    "cancel": (_("Alasan pembatalan"), _("Dicatat bersama nomor yang batal.")),
    "withdraw": (_("Alasan penarikan"), _("Dicatat dalam riwayat berkas.")),
    "decline": (_("Mengapa tidak dapat dipenuhi"), _("Yang meminta membacanya, dan dapat menyerahkannya ke kantor lain.")),
    "call_off": (_("Alasan pembatalan"), _("Dicatat dalam riwayat kegiatan.")),
    "excuse": (_("Alasan ditiadakan"), _("Tercetak di rekap pembinaan.")),
    "take_back_number": (_("Alasan menarik nomor"), _("Dicatat dalam buku nomor.")),
    "reschedule": (_("Alasan mengubah jadwal"), _("Desa membacanya bersama tenggat yang baru.")),
    "reopen": (_("Alasan membuka kembali"), _("Desa membacanya; yang sudah menyetujui diminta menyetujui lagi.")),
    "admit_late": (_("Alasan menerima yang terlambat"), _("Desa membacanya bersama tenggat yang baru.")),
}
"""Name of the transition → the label of the field, and what to write into it."""


def label_reason(field: Any, act: str) -> None:
    """Give the field of a reason that the act cannot do without its label and its help."""
    field.label, field.help_text = REASONS[act]
