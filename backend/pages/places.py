"""The parts of a paper that a remark can be pinned to, or that something is missing from."""

from django.utils.translation import gettext_lazy as _

PLACES = {
    "subject": _("Tentang"), "considerations": _("Menimbang"), "bases": _("Mengingat"), "clauses": _("Diktum"),
    "rows": _("Baris daftar"), "members": _("Susunan Pokja"), "checklist": _("Daftar periksa"), "evidence": _("Bukti dukung"),
}  # fmt: skip

PLACES_OF_LETTERS = {
    "subject": _("Hal"), "to": _("Yth."), "copies_to": _("Tembusan"), "parties": _("Penanda tangan"), "office": _("Kantor"),
    "letterhead": _("Kop surat"), "held_on": _("Tanggal musyawarah"), "venue": _("Tempat"), "activity": _("Yang dilaksanakan"),
    "results": _("Hasil"), "bases": _("Dasar"), "recipients": _("Kepada"), "purpose": _("Untuk"), "items": _("Yang dikirim"),
    "points": _("Isi"), "problem": _("Persoalan"), "assumptions": _("Praanggapan"), "facts": _("Fakta yang mempengaruhi"),
    "analysis": _("Analisis"), "conclusions": _("Simpulan"), "suggestions": _("Saran"), "assignees": _("Yang ditugasi"),
    "tasks": _("Tugas"), "since": _("Sejak"), "until": _("Sampai"), "corrections": _("Ralat"), "ladder": _("Paraf"),
}  # fmt: skip
