"""A certificate authority for demos, tests and rehearsals: a root, a time stamping key, and a key for each signature.

Whatever it issues bears the organisation *CONTOH – bukan sertifikat resmi*: a signature with it is no certified electronic
signature (PP 71/2019 Pasal 59-60 asks for the certificate of a recognised issuer).
"""

import os
import shutil
import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cached_property
from pathlib import Path
from typing import Self

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from documents.signing.trust import TEST_ORGANISATION

ROOT_NAME, STAMPER_NAME = "Siklus – CA uji coba", "Siklus – stempel waktu uji coba"
AUTHORITY_LASTS = timedelta(days=30 * 365)
SIGNER_LASTS = timedelta(days=2 * 365)
REVOCATIONS_LAST = timedelta(days=7)
CLOCKS_DIFFER = timedelta(minutes=5)  # a certificate is valid a little before it is made

Key = ec.EllipticCurvePrivateKey


@dataclass(frozen=True)
class Pair:
    """A certificate and its key."""

    certificate: x509.Certificate
    key: Key

    def write(self, folder: Path, name: str) -> None:
        plain = (serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
        key = self.key.private_bytes(serialization.Encoding.PEM, *plain)
        (folder / f"{name}.pem").write_bytes(self.certificate.public_bytes(serialization.Encoding.PEM))
        with open(os.open(folder / f"{name}.key", os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(key)

    @classmethod
    def read(cls, folder: Path, name: str) -> Self:
        key = serialization.load_pem_private_key((folder / f"{name}.key").read_bytes(), None)
        assert isinstance(key, Key), "write() wrote it"
        return cls(x509.load_pem_x509_certificate((folder / f"{name}.pem").read_bytes()), key)


class Authority:
    """The authority kept in a folder, which only its owner may read; made there on first use."""

    def __init__(self, folder: Path):
        if not folder.exists():
            _found(folder)
        self.root = Pair.read(folder, "root")
        self.stamper = Pair.read(folder, "stamper")

    def certify(self, name: str, office: str) -> Pair:
        """A new key, good for one signature and kept nowhere, with a certificate of the root for that signatory."""
        return _issue(_subject(name, office), SIGNER_LASTS, _for_signing(), self.root)

    def revocations(self) -> x509.CertificateRevocationList:
        """The list as of now. Nothing is ever on it, as every key is forgotten with its signature."""
        now = datetime.now(UTC)
        builder = x509.CertificateRevocationListBuilder(
            issuer_name=self.root.certificate.subject, last_update=now, next_update=now + REVOCATIONS_LAST
        )
        named = _known_by(self.root.key)
        numbered = x509.CRLNumber(int(now.timestamp()))
        return builder.add_extension(named, False).add_extension(numbered, False).sign(self.root.key, hashes.SHA256())

    @cached_property
    def root_pem(self) -> bytes:
        """What a verifier needs to trust it."""
        return self.root.certificate.public_bytes(serialization.Encoding.PEM)

    def export(self, folder: Path) -> Path:
        """Put the root certificate into a verifier's folder of trust; returns the file."""
        folder.mkdir(parents=True, exist_ok=True)
        file = folder / "siklus-ca-uji-coba.pem"
        file.write_bytes(self.root_pem)
        return file


def _found(folder: Path) -> None:
    """Made beside and renamed, so that of two who found it at once one wins and nobody sees half of it."""
    folder.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = Path(tempfile.mkdtemp(dir=folder.parent, prefix=".authority-"))
    try:
        root = _issue(_subject(ROOT_NAME), AUTHORITY_LASTS, _for_issuing())
        root.write(draft, "root")
        _issue(_subject(STAMPER_NAME), AUTHORITY_LASTS, _for_stamping(), root).write(draft, "stamper")
        os.rename(draft, folder)
    except OSError:
        if not folder.exists():
            raise
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _issue(
    subject: x509.Name, lasts: timedelta, extensions: list[tuple[x509.ExtensionType, bool]], by: Pair | None = None
) -> Pair:
    """A new key with its certificate, signed by `by` or by itself."""
    key, now = ec.generate_private_key(ec.SECP256R1()), datetime.now(UTC)
    builder = (
        x509.CertificateBuilder(by.certificate.subject if by else subject, subject, key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - CLOCKS_DIFFER)
        .not_valid_after(now + lasts)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), False)
        .add_extension(_known_by(by.key if by else key), False)
    )
    for extension, critical in extensions:
        builder = builder.add_extension(extension, critical)
    return Pair(builder.sign(by.key if by else key, hashes.SHA256()), key)


def _subject(name: str, office: str = "") -> x509.Name:
    """X.520 allows a name of 64 characters; a longer one is cut."""
    parts = {
        NameOID.COUNTRY_NAME: "ID",
        NameOID.ORGANIZATION_NAME: TEST_ORGANISATION,
        NameOID.TITLE: office[:64],
        NameOID.COMMON_NAME: name[:64],
    }
    return x509.Name([x509.NameAttribute(oid, text) for oid, text in parts.items() if text])


def _known_by(key: Key) -> x509.AuthorityKeyIdentifier:
    return x509.AuthorityKeyIdentifier.from_issuer_public_key(key.public_key())


def _usage(*granted: str) -> x509.KeyUsage:
    usages = (
        "digital_signature", "content_commitment", "key_encipherment", "data_encipherment", "key_agreement",
        "key_cert_sign", "crl_sign", "encipher_only", "decipher_only",
    )  # fmt: skip
    return x509.KeyUsage(**{usage: usage in granted for usage in usages})


def _for_issuing() -> list[tuple[x509.ExtensionType, bool]]:
    return [(x509.BasicConstraints(ca=True, path_length=0), True), (_usage("key_cert_sign", "crl_sign"), True)]


def _for_stamping() -> list[tuple[x509.ExtensionType, bool]]:
    only = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING])
    return [(_usage("digital_signature"), True), (only, True)]


def _for_signing() -> list[tuple[x509.ExtensionType, bool]]:
    return [(_usage("digital_signature", "content_commitment"), True)]
