"""What the service's refusals mean. Its own words are not repeated: they may quote what was sent."""

from django.utils.translation import gettext_lazy as _

from documents.signing.bsre.service import Reply
from documents.signing.errors import (
    BadSecret,
    CertificateExpired,
    NotRegistered,
    OutcomeUnknown,
    RequestRefused,
    ServiceDown,
    SigningError,
    Words,
)

BY_CODE: dict[str, type[SigningError]] = {"2011": NotRegistered, "2031": BadSecret}
NOT_TAKEN = {429, 503}  # told before the request is worked on
MAY_SIGN = {"1111", "ISSUE"}

# The states of a signatory in the second generation; those of the first are numbers, of which only 1111 is known.
STATES: dict[str, tuple[type[SigningError], Words]] = {
    "2011": (NotRegistered, _("Penanda tangan belum terdaftar pada BSrE.")),
    "NOT_REGISTERED": (NotRegistered, _("Penanda tangan belum terdaftar pada BSrE.")),
    "NEW": (NotRegistered, _("Pendaftaran penanda tangan pada BSrE belum selesai.")),
    "WAITING_FOR_VERIFICATION": (NotRegistered, _("Pendaftaran penanda tangan pada BSrE menunggu verifikasi.")),
    "NO_CERTIFICATE": (CertificateExpired, _("Penanda tangan belum memiliki sertifikat elektronik.")),
    "EXPIRED": (CertificateExpired, _("Masa berlaku sertifikat elektronik penanda tangan sudah habis.")),
    "RENEW": (CertificateExpired, _("Sertifikat elektronik penanda tangan sedang diperbarui.")),
    "SUSPEND": (CertificateExpired, _("Sertifikat elektronik penanda tangan ditangguhkan.")),
    "REVOKE": (CertificateExpired, _("Sertifikat elektronik penanda tangan sudah dicabut.")),
}


def refuse(reply: Reply) -> None:
    """Raise what an answer other than success means; return if it is one."""
    code = str(reply.said.get("status_code", ""))
    if code in BY_CODE:
        raise BY_CODE[code]
    if reply.status == 200:
        return
    if reply.status in {401, 403}:
        raise ServiceDown(_("Layanan tanda tangan menolak akun aplikasi ini; naskah belum ditandatangani."))
    if reply.status in NOT_TAKEN:
        raise ServiceDown
    raise OutcomeUnknown if reply.status >= 500 else RequestRefused


def unfit(state: str) -> SigningError | None:
    """Why somebody in this state may not sign, as the service names states; None if he may."""
    if state in MAY_SIGN:
        return None
    error, words = STATES.get(state, (CertificateExpired, _("Penanda tangan belum dapat menandatangani menurut BSrE.")))
    return error(words)
