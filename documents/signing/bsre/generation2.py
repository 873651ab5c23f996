"""The second generation: `POST /api/v2/sign/pdf` as JSON, PDFs in base64 in both directions. It knows no past requests."""

import base64
import json

from documents.signing.bsre.client import Client, decoded
from documents.signing.bsre.refusals import refuse
from documents.signing.bsre.service import LOOK
from documents.signing.errors import BadAnswer
from documents.signing.signer import Signatory, Signed, Signer

JSON = "application/json"


class SecondGeneration(Client):
    name = "bsre2"

    def _sign(self, pdf: bytes, signatory: Signatory, secret: str) -> Signed:
        asked = {
            "nik": signatory.nik,
            "passphrase": secret,
            "signatureProperties": [{"tampilan": "INVISIBLE"}],
            "file": [base64.b64encode(pdf).decode()],
        }
        reply = self.service.post("/api/v2/sign/pdf", json.dumps(asked).encode(), JSON)
        refuse(reply)
        files = reply.said.get("file")
        if not isinstance(files, list) or len(files) != 1:
            raise BadAnswer
        return self._accepted(pdf, decoded(files[0]), signatory, "")

    def _state(self, signatory: Signatory) -> str:
        asked = json.dumps({"nik": signatory.nik}).encode()
        return str(self.service.post("/api/v2/user/check/status", asked, JSON, LOOK).said.get("status", ""))


def from_settings() -> Signer:
    return SecondGeneration.from_settings()
