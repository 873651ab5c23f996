"""What can go wrong with a signature: a sentence for the user, who can solve it, and whether nothing was signed."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Words = str | Promise


class SigningError(Exception):
    """The signature did not come about. Neither NIK nor passphrase nor the provider's own text ever stands in it.

    `certain`: nothing was signed, so the same paper may be handed in again; otherwise `Signer.inquire` must answer first.
    """

    code: str
    words: Words
    solved_by: Words
    certain: bool = True

    def __init__(self, words: Words = "", provider_id: str = ""):
        super().__init__(str(words or self.words))
        self.provider_id = provider_id  # known if the provider named its work before the answer was lost


class NoSigner(SigningError):
    """This installation signs with ink only: SIKLUS_SIGNER is empty."""

    code = "no_signer"
    words = _("Instalasi ini tidak memakai tanda tangan elektronik; tandatangani naskah dengan tinta.")
    solved_by = _("Pengelola Siklus: pilih layanan tanda tangan, bila instansi sudah memilikinya.")


class NotRegistered(SigningError):
    """The provider knows no such signatory (BSrE 2011)."""

    code = "not_registered"
    words = _("Penanda tangan belum terdaftar pada penyelenggara sertifikat elektronik.")
    solved_by = _("Pengelola Siklus: periksa NIK penanda tangan, lalu daftarkan melalui verifikator BSrE instansi.")


class BadSecret(SigningError):
    """The passphrase is wrong (BSrE 2031)."""

    code = "bad_secret"
    words = _("Frasa sandi tanda tangan elektronik salah; naskah belum ditandatangani.")
    solved_by = _("Penanda tangan: ulangi dengan frasa sandi yang benar.")


class CertificateExpired(SigningError):
    """The signatory's certificate has ended, was revoked or suspended, or is not issued yet."""

    code = "certificate_expired"
    words = _("Sertifikat elektronik penanda tangan tidak berlaku; naskah belum ditandatangani.")
    solved_by = _("Penanda tangan: perbarui sertifikat melalui verifikator BSrE instansi.")


class RequestRefused(SigningError):
    """The provider refused the request for a reason of its own."""

    code = "request_refused"
    words = _("Layanan tanda tangan menolak permintaan; naskah belum ditandatangani.")
    solved_by = _("Pengelola Siklus: periksa sambungan dan versi layanan tanda tangan.")


class ServiceDown(SigningError):
    """The provider could not be reached, knows our credentials no longer, or is too busy: nothing was accepted."""

    code = "service_down"
    words = _("Layanan tanda tangan tidak dapat dihubungi; naskah belum ditandatangani.")
    solved_by = _("Coba lagi nanti. Bila berulang, Pengelola Siklus memeriksa layanan tanda tangan.")


class OutcomeUnknown(SigningError):
    """The request was sent and no usable answer came: it may have been signed."""

    code = "outcome_unknown"
    words = _("Jawaban layanan tanda tangan tidak diterima; belum pasti apakah naskah sudah ditandatangani.")
    solved_by = _("Pengelola Siklus: periksa pada layanan tanda tangan sebelum naskah ini dikirim lagi.")
    certain = False


class BadAnswer(SigningError):
    """Bytes came back that are not our paper with one more signature."""

    code = "bad_answer"
    words = _("Layanan tanda tangan mengembalikan berkas yang bukan naskah ini dalam bentuk bertanda tangan.")
    solved_by = _("Pengelola Siklus: laporkan kepada penyelenggara layanan; berkas itu tidak dipakai.")
    certain = False
