"""What recomputing a ranking may come to."""

from django.utils.translation import gettext_lazy

from ..verdicts import Verdict

SAME = Verdict(
    gettext_lazy("Peringkat sesuai dengan nilainya"),
    "✓",
    "good",
    gettext_lazy("Peringkat dihitung ulang baru saja dari nilai yang diterbitkan, dan hasilnya sama."),
)
OTHER = Verdict(
    gettext_lazy("Peringkat tidak sesuai dengan nilainya"),
    "✕",
    "bad",
    gettext_lazy("Dari nilai dalam berkas ini keluar peringkat lain. Unduh berkas aslinya dari halaman lomba."),
)
NOT_OURS = Verdict(
    gettext_lazy("Hitungannya benar, tetapi bukan berkas kami"),
    "!",
    "mind",
    gettext_lazy("Peringkat mengikuti nilai dalam berkas ini, tetapi berkas ini tidak pernah kami terbitkan."),
)
FORMER = Verdict(
    gettext_lazy("Berkas kami, tetapi sudah digantikan"),
    "→",
    "mind",
    gettext_lazy("Peringkat ini pernah diterbitkan; sesudahnya penilaian dibuka lagi karena sanggahan yang diterima."),
)
AGAIN = Verdict(
    gettext_lazy("Sedang dinilai ulang"),
    "…",
    "mind",
    gettext_lazy("Sebuah sanggahan diterima. Peringkat yang dulu tidak berlaku; yang baru diterbitkan di halaman ini."),
)
