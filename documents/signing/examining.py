"""Inside the box: what pyHanko finds out about the signatures of a PDF, as JSON. Asks no network and no clock but now's."""

import asyncio
import base64
import logging
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from asn1crypto import crl, ocsp, x509
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.ades.report import AdESPassed
from pyhanko.sign.validation import (
    DocumentSecurityStore,
    EmbeddedPdfSignature,
    ModificationInfo,
    PdfSignatureStatus,
    SignatureCoverageLevel,
    validate_pdf_timestamp,
)
from pyhanko.sign.validation.ades import (
    AdESLTAValidationResult,
    AdESWithTimeValidationResult,
    ades_lta_validation,
    ades_with_time_validation,
)
from pyhanko.sign.validation.generic_cms import extract_tst_data_iter
from pyhanko.sign.validation.policy_decl import (
    LocalKnowledge,
    PdfSignatureValidationSpec,
    RevinfoOnlineFetchingRule,
    RevocationInfoGatheringSpec,
    SignatureValidationSpec,
)
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.context import CertValidationPolicySpec
from pyhanko_certvalidator.ltv.types import ValidationTimingInfo
from pyhanko_certvalidator.policy_decl import CertRevTrustPolicy, RevocationCheckingPolicy
from pyhanko_certvalidator.registry import SimpleTrustManager
from pyhanko_certvalidator.revinfo.archival import CRLContainer, OCSPContainer

from documents.signing.trust import TEST_ORGANISATION

Facts = dict[str, Any]
SOFT = "soft-fail"  # what a file says about revocation counts; that it says nothing is told by its level

HARMLESS = {"none", "lta_updates", "form_filling"}  # the last: signatures still awaited

for name in ("pyhanko", "pyhanko_certvalidator"):  # their remarks on hostile files are no news to the operator
    logging.getLogger(name).setLevel(logging.CRITICAL)


def examine(pdf: bytes, roots: list[str]) -> list[Facts]:
    """The facts of `judgement.Signature` for each signature; `roots` in base64. Whatever a broken file does is raised."""
    reader = PdfFileReader(BytesIO(pdf))
    trusted = [x509.Certificate.load(base64.b64decode(root)) for root in roots]
    return [_facts(reader, embedded, trusted) for embedded in reader.embedded_signatures]


def _facts(reader: PdfFileReader, embedded: EmbeddedPdfSignature, roots: list[x509.Certificate]) -> Facts:
    stamp = embedded.sig_object_type == "/DocTimeStamp"
    embedded.compute_integrity_info()
    certificate = embedded.signer_cert
    return (_stamp(embedded, roots) if stamp else _signature(reader, embedded, roots)) | {
        "signer": _part(certificate.subject, "common_name"),
        "issuer": _part(certificate.issuer, "common_name"),
        "whole": embedded.coverage == SignatureCoverageLevel.ENTIRE_FILE,
        "test": _part(certificate.issuer, "organization_name") == TEST_ORGANISATION,
    }


def _stamp(embedded: EmbeddedPdfSignature, roots: list[x509.Certificate]) -> Facts:
    context = ValidationContext(trust_roots=roots, allow_fetching=False, revocation_mode=SOFT)
    status = validate_pdf_timestamp(embedded, context)
    return {
        "kind": "timestamp",
        "at": status.timestamp.astimezone(UTC).isoformat(),
        "proven": status.trusted,
        "intact": status.intact and status.valid,
        "permitted": _changes(status) in HARMLESS,
        "trusted": status.trusted,
        "level": "",
        "changes": _changes(status),
        "reason": status.trust_problem_indic.standard_name if status.trust_problem_indic else "OK",
    }


def _signature(reader: PdfFileReader, embedded: EmbeddedPdfSignature, roots: list[x509.Certificate]) -> Facts:
    found = asyncio.run(_validated(reader, embedded, roots))
    status = found.api_status
    proven = _proven(found)
    at = proven or embedded.self_reported_timestamp
    return {
        "kind": "signature",
        "at": at.astimezone(UTC).isoformat() if at else "",
        "proven": proven is not None,
        "intact": bool(status and status.intact and status.valid),
        "permitted": bool(status and status.docmdp_ok and _changes(status) in HARMLESS and not _fillable(reader)),
        "trusted": found.ades_subindic == AdESPassed.OK,
        "level": _level(reader, embedded),
        "changes": _changes(status),
        "reason": found.ades_subindic.standard_name,
    }


async def _validated(
    reader: PdfFileReader, embedded: EmbeddedPdfSignature, roots: list[x509.Certificate]
) -> AdESWithTimeValidationResult:
    """As of the time that the first later stamp on the document proves; without one, that its own stamp does, or now."""
    rules = _rules(roots)
    now = ValidationTimingInfo.now(UTC)  # by default pyHanko reads the machine's time zone, which the box keeps away
    if _stamped_later(reader, embedded):
        return await ades_lta_validation(embedded, PdfSignatureValidationSpec(rules), now)
    return await ades_with_time_validation(
        embedded.signed_data,
        replace(rules, local_knowledge=_carried(reader)),
        timing_info=now,
        raw_digest=embedded.compute_digest(),
        extra_status_kwargs=embedded.summarise_integrity_info(),
        status_cls=PdfSignatureStatus,
    )


def _rules(roots: list[x509.Certificate]) -> SignatureValidationSpec:
    revocation = CertRevTrustPolicy(RevocationCheckingPolicy.from_legacy(SOFT))
    policy = CertValidationPolicySpec(SimpleTrustManager.build(trust_roots=roots), revocation)
    return SignatureValidationSpec(policy, RevocationInfoGatheringSpec(RevinfoOnlineFetchingRule.LOCAL_ONLY))


def _carried(reader: PdfFileReader) -> LocalKnowledge:
    """What the file itself carries about its certificates."""
    if "/DSS" not in reader.root:
        return LocalKnowledge()
    store = DocumentSecurityStore.read_dss(reader)
    answers = [ocsp.OCSPResponse.load(answer.get_object().data) for answer in store.ocsps]
    return LocalKnowledge(
        known_ocsps=[single for answer in answers for single in OCSPContainer.load_multi(answer)],
        known_crls=[CRLContainer(crl.CertificateList.load(one.get_object().data)) for one in store.crls],
        known_certs=list(store.load_certs()),
    )


def _proven(found: AdESWithTimeValidationResult) -> datetime | None:
    """The time that a trusted stamp gives: that of the signature itself, else the first one on the document after it."""
    stamp = found.api_status.timestamp_validity if found.api_status else None
    if stamp and stamp.trusted:
        return stamp.timestamp
    return found.oldest_evidence_record_timestamp if isinstance(found, AdESLTAValidationResult) else None


def _stamped_later(reader: PdfFileReader, embedded: EmbeddedPdfSignature) -> bool:
    return any(stamp.signed_revision > embedded.signed_revision for stamp in reader.embedded_timestamp_signatures)


def _changes(status: ModificationInfo | None) -> str:
    level = status.modification_level if status else None
    return level.name.lower() if level else "other"


def _fillable(reader: PdfFileReader) -> bool:
    """Whether the paper has fields besides signatures: ours never do, and what is filled in would change what it says."""
    return any(field.get_object().get("/FT") != "/Sig" for field in reader.root["/AcroForm"]["/Fields"])


def _level(reader: PdfFileReader, embedded: EmbeddedPdfSignature) -> str:
    """By what the file carries (ETSI EN 319 142-1, 6.1), trusted or not."""
    if not any(True for _ in extract_tst_data_iter(embedded.signer_info, signed=False)):
        return "B-B"
    if "/DSS" not in reader.root or not {"/CRLs", "/OCSPs"} & set(reader.root["/DSS"]):
        return "B-T"
    return "B-LTA" if _stamped_later(reader, embedded) else "B-LT"


def _part(name: x509.Name, part: str) -> str:
    """One part of a distinguished name; of several, the first."""
    value = name.native.get(part, "")
    return str(value[0] if isinstance(value, list) else value)
