"""*Bantuan*: what the words mean, which keys help, and who answers. Open to everybody, as nobody should need help to get help."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

WORDS = [
    (_("Tugas saya"), _("Yang menunggu keputusan kantor Anda, yang Anda pantau, dan yang sudah selesai.")),
    (_("Tinjau"), _("Membuka berkas untuk dibaca sebelum memutuskan. Membuka tidak mengubah apa pun.")),
    (_("Setujui"), _("Menyetujui tahap ini. Berkas berlanjut ke kantor berikutnya.")),
    (_("Kembalikan untuk perbaikan"), _("Berkas kembali ke penyusun dengan catatan Anda, lalu diajukan lagi kepada Anda.")),
    (_("Tolak"), _("Mengakhiri berkas di sini. Bukan untuk meminta perbaikan.")),
    (_("Paraf"), _("Persetujuan pejabat di bawah penanda tangan: naik (hierarki) atau antarkantor (koordinasi).")),
    (_("Disposisi"), _("Perintah tertulis kepada kantor lain, dengan tenggat. Tidak menahan berkas.")),
    (_("Tarik kembali"), _("Membatalkan tindakan sendiri selama belum ada yang bertindak sesudahnya.")),
    (_("Keluarkan dari daftar"), _("Satu desa dikeluarkan dari keputusan bersama, dengan alasan; yang lain berlanjut.")),
    (_("Tangga persetujuan"), _("Siapa yang menyetujui, sebagai apa, kapan, dan atas versi yang mana.")),
    (_("Pejabat pengganti"), _("Plt., Plh., Pj., a.n., atau u.b.: bertindak atas jabatan orang lain menurut surat perintah.")),
    (_("Konsep"), _("Naskah yang belum diajukan; hanya terlihat oleh kantor penyusunnya.")),
    (_("Bukti dukung"), _("Foto, pindaian, atau surat yang menguatkan suatu isian.")),
]  # fmt: skip
KEYS = [
    ("J", _("baris berikutnya dalam daftar")),
    ("K", _("baris sebelumnya dalam daftar")),
    ("Enter", _("buka baris yang dipilih")),
    ("?", _("halaman bantuan ini")),
    ("Esc", _("tutup menu")),
]


@require_GET
def help_page(request: HttpRequest) -> HttpResponse:
    number = settings.HELP_WHATSAPP
    return render(request, "help.html", {
        "words": WORDS, "keys": KEYS, "helper": settings.HELP_NAME, "number": f"+{number}" if number else "", "digits": number,
    })  # fmt: skip
