"""PAdES by pyHanko: an invisible signature, its time stamp, what proves the certificates; the last one also a stamp on all."""

from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from typing import Any

from asn1crypto import keys, tsp, x509
from certomancer.services import TimeStamper as Stamping
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from django.utils.translation import gettext_lazy as _
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.sign.fields import FieldMDPAction, FieldMDPSpec, MDPPerm, SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.signers import PdfSignatureMetadata, SimpleSigner, sign_pdf
from pyhanko.sign.signers.pdf_signer import DSSContentSettings, SigDSSPlacementPreference
from pyhanko.sign.timestamps import TimeStamper
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.registry import SimpleCertificateStore

from documents.signing.errors import RequestRefused
from documents.signing.pki import Authority, Pair

# What proves the certificates stands in the revision of the signature, so that the last time stamp ends the file.
ALL_AT_ONCE = DSSContentSettings(include_vri=False, placement=SigDSSPlacementPreference.TOGETHER_WITH_SIGNATURE)
LOCK: dict[str, Any] = {
    "field_mdp_spec": FieldMDPSpec(FieldMDPAction.ALL),
    "doc_mdp_update_value": MDPPerm.NO_CHANGES,
}


class Stamper(TimeStamper):
    """The authority's time stamps, without a server between."""

    def __init__(self, authority: Authority):
        super().__init__()
        self.stamping = Stamping(_certificate(authority.stamper), _key(authority.stamper))

    async def async_request_tsa_response(self, req: tsp.TimeStampReq) -> tsp.TimeStampResp:
        return self.stamping.request_tsa_response(req)


def sign(pdf: bytes, signer: Pair, authority: Authority, stamper: Stamper, last: bool) -> bytes:
    """The PDF with one more signature, the bytes before it untouched.

    Who signs alone certifies the paper, with no changes allowed; of several, the last one's signature locks it
    (ISO 32000-2, 12.8.2). Proofs of certificates and time stamps may always be added. B-LTA once the last has signed.
    """
    with ThreadPoolExecutor(1) as alone:  # pyHanko runs an event loop, which no thread can that runs one already
        return alone.submit(_signed, pdf, signer, authority, stamper, last).result()


def _signed(pdf: bytes, signer: Pair, authority: Authority, stamper: Stamper, last: bool) -> bytes:
    writer = _opened(pdf)
    before = len(writer.prev.embedded_regular_signatures)
    name = f"TandaTangan{before + 1}"
    out = sign_pdf(
        writer,
        metadata(name, context(authority), certify=last and not before, last=last),
        signer_of(signer, authority),
        timestamper=stamper,
        new_field_spec=SigFieldSpec(name, **LOCK if last and before else {}),
    )
    return out.getvalue()


def _opened(pdf: bytes) -> IncrementalPdfFileWriter:
    try:
        writer = IncrementalPdfFileWriter(BytesIO(pdf))
        locked = any(one.docmdp_level == MDPPerm.NO_CHANGES for one in writer.prev.embedded_regular_signatures)
    except PdfError:
        raise RequestRefused(_("Berkas yang hendak ditandatangani bukan PDF yang utuh.")) from None
    if locked:
        raise RequestRefused(_("Naskah ini sudah dikunci oleh penanda tangan terakhir."))
    return writer


def signer_of(signer: Pair, authority: Authority) -> SimpleSigner:
    issuers = SimpleCertificateStore.from_certs([_certificate(authority.root)])
    return SimpleSigner(_certificate(signer), _key(signer), issuers)


def metadata(name: str, context: ValidationContext, certify: bool, last: bool) -> PdfSignatureMetadata:
    return PdfSignatureMetadata(
        field_name=name,
        subfilter=SigSeedSubFilter.PADES,
        md_algorithm="sha256",
        certify=certify,
        docmdp_permissions=MDPPerm.NO_CHANGES if last else MDPPerm.FILL_FORMS,
        validation_context=context,
        embed_validation_info=True,
        use_pades_lta=last,
        timestamp_field_name=f"{name}Waktu",
        dss_settings=ALL_AT_ONCE,
    )


def context(authority: Authority) -> ValidationContext:
    return ValidationContext(
        trust_roots=[_certificate(authority.root)],
        crls=[authority.revocations().public_bytes(Encoding.DER)],
        revocation_mode="hard-fail",
        allow_fetching=False,
    )


def _certificate(pair: Pair) -> x509.Certificate:
    return x509.Certificate.load(pair.certificate.public_bytes(Encoding.DER))


def _key(pair: Pair) -> keys.PrivateKeyInfo:
    return keys.PrivateKeyInfo.load(pair.key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption()))
