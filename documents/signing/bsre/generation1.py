"""The first generation: `POST /api/sign/pdf` as a form, the signed PDF or its number comes back."""

from secrets import token_hex
from urllib.parse import quote

from documents.signing.bsre.client import Client, decoded
from documents.signing.bsre.refusals import refuse
from documents.signing.bsre.service import Reply
from documents.signing.errors import OutcomeUnknown, SigningError
from documents.signing.signer import Signatory, Signed, Signer


class FirstGeneration(Client):
    name = "bsre1"

    def _sign(self, pdf: bytes, signatory: Signatory, secret: str) -> Signed:
        fields = {"nik": signatory.nik, "passphrase": secret, "tampilan": "invisible"}
        body, content_type = form(fields, pdf)
        try:
            reply = self.service.post("/api/sign/pdf", body, content_type)
        except OutcomeUnknown as lost:
            if not lost.provider_id:
                raise
            return self._find(pdf, signatory, lost.provider_id)
        refuse(reply)
        return self._answer(pdf, signatory, reply)

    def _answer(self, pdf: bytes, signatory: Signatory, reply: Reply) -> Signed:
        """A PDF with its number in the header; or JSON with the PDF, or with its number only."""
        number = str(reply.said.get("id_dokumen", reply.headers.get("id_dokumen", "")))
        if "base64_signed_file" in reply.said:
            return self._accepted(pdf, decoded(reply.said["base64_signed_file"]), signatory, number)
        if reply.said and number:
            return self._find(pdf, signatory, number)
        return self._accepted(pdf, reply.body, signatory, number)

    def _find(self, pdf: bytes, signatory: Signatory, number: str) -> Signed:
        """Raises OutcomeUnknown also if the number is not found: it may be kept for a while only (UNVERIFIED)."""
        try:
            reply = self.service.get(f"/api/sign/download/{quote(number, safe='')}")
        except SigningError:
            raise OutcomeUnknown(provider_id=number) from None
        if reply.status != 200:
            raise OutcomeUnknown(provider_id=number)
        return self._accepted(pdf, reply.body, signatory, number)

    def _state(self, signatory: Signatory) -> str:
        reply = self.service.get(f"/api/user/status/{quote(signatory.nik, safe='')}")
        return str(reply.said.get("status_code", ""))


def form(fields: dict[str, str], pdf: bytes) -> tuple[bytes, str]:
    """The body as multipart/form-data (RFC 7578), with the PDF as `file`, and its content type."""
    boundary = f"siklus-{token_hex(16)}"
    parts = [
        f'Content-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode() for name, value in fields.items()
    ]
    head = (
        b'Content-Disposition: form-data; name="file"; filename="naskah.pdf"\r\nContent-Type: application/pdf\r\n\r\n'
    )
    opened = f"--{boundary}\r\n".encode()
    body = b"".join(opened + part for part in [*parts, head + pdf + b"\r\n"]) + f"--{boundary}--\r\n".encode()
    return body, f"multipart/form-data; boundary={boundary}"


def from_settings() -> Signer:
    return FirstGeneration.from_settings()
