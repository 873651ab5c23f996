"""A signature of the local signer on the sample decree, against bare pyHanko with the same settings and all at hand.

The limit has its key, its certificate and its list of revocations ready and forgets what it has signed; ours makes them anew
for each signature and keeps the signed bytes on disk before it answers.
"""

import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from io import BytesIO
from pathlib import Path
from uuid import uuid4

from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.signers import sign_pdf

from documents import box
from documents.forms import Form
from documents.kinds import find
from documents.signing import pades
from documents.signing.local import LocalSigner
from documents.signing.signer import Signatory
from workflows.core.canonical import normal

from .measure import Figure, Work, race
from .pdf import TEMPLATE

WHO = Signatory("Contoh Bupati", "Bupati Contoh")


def sign(rows: int, runs: int) -> Figure:
    """`runs` signatures for each way on one paper, after one of each that is not counted."""
    pdf = box.render(TEMPLATE, normal(find(TEMPLATE).sample(rows)), Form.FINAL).pdf
    with tempfile.TemporaryDirectory() as folder:
        local = LocalSigner(Path(folder))
        for ours, limit in _pairs(local, pdf, 1):
            ours(), limit()
        return race("sign", _pairs(local, pdf, runs))


def _pairs(local: LocalSigner, pdf: bytes, runs: int) -> Iterator[tuple[Work, Work]]:
    pair = local.authority.certify(WHO.name, WHO.office)
    signer = pades.signer_of(pair, local.authority)
    for _ in range(runs):
        how = pades.metadata("TandaTangan1", pades.context(local.authority), certify=True, last=True)
        bare = partial(_bare, pdf, how, signer, local.stamper)
        yield partial(local.sign, pdf, WHO, "", str(uuid4())), bare


def _bare(pdf: bytes, how: pades.PdfSignatureMetadata, signer: pades.SimpleSigner, stamper: pades.Stamper) -> bytes:
    with ThreadPoolExecutor(1) as alone:  # as ours: pyHanko wants a thread without an event loop
        opened = IncrementalPdfFileWriter(BytesIO(pdf))
        return alone.submit(sign_pdf, opened, how, signer, timestamper=stamper).result().getvalue()
