"""The kinds of paper by what a reviewer expects of them."""

from tests.documents.conftest import BUPATI, KADES

Kinds = frozenset[str]

REGENT, VILLAGE = frozenset({BUPATI}), frozenset({KADES})
AMENDMENT, REVOCATION = frozenset({"keputusan_perubahan@1"}), frozenset({"keputusan_pencabutan@1"})
ENDING = frozenset({"keputusan_pembatalan@1", "keputusan_penundaan@1"})
CHANGES = AMENDMENT | REVOCATION | ENDING
DECREES = REGENT | VILLAGE | CHANGES
CORRECTION, COPY, EXCERPT = frozenset({"ralat@1"}), frozenset({"salinan@1"}), frozenset({"petikan@1"})
PRODUK_HUKUM = DECREES | CORRECTION | COPY | EXCERPT

MINUTES, COVERING = frozenset({"berita_acara@1"}), frozenset({"surat_pengantar@1"})
PROSE = frozenset({"nota_dinas@1", "telaahan_staf@1", "surat_perintah_tugas@1"})
RECOMMENDATION = frozenset({"rekomendasi@1"})
CONTROL_SHEET = frozenset({"lembar_kendali@1"})
INVITATION, NOTES, RECORD = frozenset({"undangan@1"}), frozenset({"notulen@1"}), frozenset({"berita_acara_rakor@1"})
REPORT, CERTIFICATE, ATTENDANCE = frozenset({"laporan@1"}), frozenset({"piagam@1"}), frozenset({"daftar_hadir@1"})
YEAR = INVITATION | NOTES | RECORD | REPORT | CERTIFICATE
ISSUED_LETTERS = MINUTES | COVERING | PROSE | RECOMMENDATION | YEAR
INTERNAL = CONTROL_SHEET | ATTENDANCE
LETTERS = ISSUED_LETTERS | INTERNAL
REGISTERS = frozenset({"buku_a2@1", "buku_keputusan@1"})
EVERY = PRODUK_HUKUM | LETTERS | REGISTERS
