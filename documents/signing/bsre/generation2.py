"""The second generation: `POST /api/v2/sign/pdf` as JSON, PDFs in base64 in both directions. It knows no past requests."""

import base64
import json
from typing import Any

from documents.signing.bsre.client import Client, decoded
from documents.signing.bsre.refusals import refuse
from documents.signing.bsre.service import Reply
from documents.signing.errors import BadAnswer
from documents.signing.signer import Signatory, Signed

JSON = "application/json"


class SecondGeneration(Client):
    name = "bsre2"

    def _sign(self, pdf: bytes, signatory: Signatory, secret: str) -> Signed:
        reply = self._post(
            "/api/v2/sign/pdf",
            nik=signatory.nik,
            passphrase=secret,
            signatureProperties=[{"tampilan": "INVISIBLE"}],
            file=[base64.b64encode(pdf).decode()],
        )
        refuse(reply)
        files = reply.said.get("file")
        if not isinstance(files, list) or len(files) != 1:
            raise BadAnswer
        return self._accepted(pdf, decoded(files[0]), signatory, "")

    def _state(self, signatory: Signatory) -> str:
        return str(self._post("/api/v2/user/check/status", nik=signatory.nik).said.get("status", ""))

    def _post(self, path: str, **fields: Any) -> Reply:
        return self.service.post(path, json.dumps(fields).encode(), JSON)


from_settings = SecondGeneration.from_settings
