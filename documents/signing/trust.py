"""Whose certificates a verifier believes: those in a folder, and which of them are only for rehearsals."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID

TEST_ORGANISATION = "CONTOH – bukan sertifikat resmi"


@dataclass(frozen=True)
class Trust:
    """Root certificates in DER; may be empty, and then nobody's signature is trusted."""

    roots: tuple[bytes, ...] = ()

    @classmethod
    def of(cls, *folders: Path) -> Self:
        """The certificates (PEM or DER) in the `*.pem`, `*.crt` and `*.cer` of the folders; what is none is passed over."""
        files = [file for folder in folders for file in sorted(folder.glob("*")) if file.suffix in SUFFIXES]
        return cls(tuple(der for file in files for der in _certificates(file.read_bytes())))

    @property
    def pem(self) -> bytes:
        """All of them in one file, as `of` reads it."""
        return b"".join(x509.load_der_x509_certificate(root).public_bytes(Encoding.PEM) for root in self.roots)

    def with_pem(self, pem: bytes) -> Self:
        """The same and one more root."""
        return type(self)((*self.roots, *_certificates(pem)))


SUFFIXES = {".pem", ".crt", ".cer"}


def is_test(subject: x509.Name) -> bool:
    """Whether the local test authority bears this name."""
    return any(part.value == TEST_ORGANISATION for part in subject.get_attributes_for_oid(NameOID.ORGANIZATION_NAME))


def _certificates(data: bytes) -> Iterator[bytes]:
    try:
        if b"-----BEGIN" in data:
            found = x509.load_pem_x509_certificates(data)
        else:
            found = [x509.load_der_x509_certificate(data)]
    except ValueError:  # a public key of the ledger, say
        return
    yield from (certificate.public_bytes(Encoding.DER) for certificate in found)
