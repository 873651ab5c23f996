"""A paper is a pure function of template, content and form."""

import copy
import hashlib
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from documents import box
from documents.content import draft_code
from documents.forms import Form
from documents.kinds import all_kinds, find
from tests.documents.conftest import BUPATI, sample_paper
from workflows.core.canonical import fingerprint


@pytest.mark.parametrize("form", list(Form))
@pytest.mark.parametrize("template", all_kinds())
def test_two_processes_print_the_same_bytes(template: str, form: Form) -> None:
    first = box.render(template, find(template).sample(15), form).pdf
    box.WARM.close()
    assert box.render(template, find(template).sample(15), form).pdf == first


PRINT_ELSEWHERE = """
import hashlib, json, sys
from documents import box
for template, form, content in json.load(sys.stdin):
    print(hashlib.sha256(box.render(template, content, form).pdf).hexdigest())
"""


def test_a_copied_checkout_in_a_strange_environment_prints_the_same_bytes(tmp_path: Path) -> None:
    """As on another machine with the same libraries: other paths, home, locale, time zone, hash seed, environment."""
    papers = [(template, Form.FINAL, find(template).sample(3)) for template in all_kinds()]
    for package in ("documents", "workflows"):
        shutil.copytree(box.ROOT / package, tmp_path / "kode" / package, ignore=shutil.ignore_patterns("__pycache__"))
    for folder in ("rumah", "lain"):
        (tmp_path / folder).mkdir()
    environment = {
        "PATH": "/usr/bin:/bin", "PYTHONPATH": str(tmp_path / "kode"), "PYTHONHASHSEED": "77", "HOME": str(tmp_path / "rumah"),
        "TMPDIR": str(tmp_path / "lain"), "TZ": "Asia/Jayapura", "LANG": "C", "LC_ALL": "C", "SOURCE_DATE_EPOCH": "1",
    }  # fmt: skip
    elsewhere = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", PRINT_ELSEWHERE], cwd=tmp_path / "lain", env=environment, text=True,
        input=json.dumps(papers), stdout=subprocess.PIPE, check=True,
    ).stdout.split()  # fmt: skip
    here = [hashlib.sha256(sample_paper(template, 3, form).pdf).hexdigest() for template, form, _ in papers]
    assert elsewhere == here


def test_order_of_keys_and_spelling_of_accents_do_not_matter() -> None:
    content = find(BUPATI).sample(3)
    content["subject"] = "Kafe\u0301"
    other = json.loads(json.dumps(dict(reversed(content.items()))).replace("e\\u0301", "\\u00e9"))
    assert other["subject"] == "Kaf\u00e9"
    assert fingerprint(content) == fingerprint(other)
    assert box.render(BUPATI, content, Form.FINAL) == box.render(BUPATI, other, Form.FINAL)


def test_another_letter_is_another_paper() -> None:
    content = copy.deepcopy(find(BUPATI).sample(3))
    content["annexes"][0]["rows"][2]["note"] = "x"
    assert box.render(BUPATI, content, Form.FINAL).pdf != sample_paper(BUPATI, 3, Form.FINAL).pdf


def test_a_drafts_code_is_of_the_text_before_any_issue() -> None:
    content = find(BUPATI).sample(3)
    assert draft_code(content) == fingerprint({**content, "issue": None})[:8]
    assert draft_code(content) != draft_code({**content, "subject": "Lain"})


def test_the_sample_has_no_undefined_template_variable() -> None:
    for kind in all_kinds().values():
        kind.engine.string_if_invalid = "TIDAK ADA %s"
        try:
            html = kind.page(kind.sample(3), Form.FINAL)
        finally:
            kind.engine.string_if_invalid = ""
        assert "TIDAK ADA" not in html


# SHA-256 of the HTML and CSS that print each sample. Papers exist in these versions: a changed layout is a new one.
PRINTED = {
    "berita_acara@1": "81364ece329e3e4cc6c35bdc5c6a0ea89a95595fdf24d9f9013fea09b9b7b8ac",
    "buku_a2@1": "8a7be52f00156c9b8e81db233e27571a3b0ada4029c9270181904864ee3e8fc0",
    "buku_keputusan@1": "5220788d6736339affdfed0f5f0b81d4c14801bad29f867258f48aeeb5db78ba",
    "keputusan_bupati@1": "5eafc0d173e05dc4e9bf88c4cb4616965c17f1493f78222de4e848aa0cd2c2a2",
    "keputusan_kades@1": "298c2e3e48bd884bcbb69f00207aec257324ed560f693026ac1a05b8db52edf5",
    "keputusan_pembatalan@1": "3812d1566b551e2e88a331cb4dedee561998dfad03eb248101a9e7390e666543",
    "keputusan_pencabutan@1": "d9582b65d301fe5dc034d166b13a93ce6d7ea25e46ef49a4aca1fb92ce0d14c3",
    "keputusan_penundaan@1": "62dcc64f34a006441a00d9e9adca5dc8fdfa3d2f6a03b1a1bfd2230385a098f9",
    "keputusan_perubahan@1": "c2a576f7d9daeca62918010a6eb3a36cfa6eb22e37d045e911c84b0405c8c8b9",
    "lembar_kendali@1": "df76f0ee96d98e27c58d9e843844cb21b38d6355db966453db83db1703a4a09f",
    "nota_dinas@1": "4696589d906ada82c383fcc0738bce9dccaa7717b7d501b67427e1c871026597",
    "petikan@1": "1bc01d2c94e877cf64843f2d505f6b00b46c34f13be8835adff8995ae5c7f116",
    "ralat@1": "8b25dc39cd7d1e814a369d043f4922a22e9c6e2af844b3e564098f13a19a4001",
    "rekomendasi@1": "9b4baaa225228c66fc2614a85abfdf268f5bac7f0d93a22ff39285a922f3d801",
    "salinan@1": "203db57a9ba06512e6481bb67ddb60a45bac5ec7dac8809e8814991a51b26953",
    "surat_pengantar@1": "d9fe47ab724805b1aa68db3814e20c3efdc7dd4fe503e261e23ba3d9c6ee92fc",
    "surat_perintah_tugas@1": "da8d24d2baacd745b607d5a0abfae2573f3525743bb69107d93ec7764a1397b1",
    "telaahan_staf@1": "7cbd6774d442d74dcbdb5f3e8cd9d90467248e2f22a3f6bb5b523794bdc6be27",
}


@pytest.mark.parametrize("template", all_kinds())
def test_a_version_prints_as_it_always_has(template: str) -> None:
    kind = find(template)
    pages = "".join(kind.page(kind.sample(3), form) for form in Form)
    assert hashlib.sha256((pages + kind.print_style(kind.sample(3))).encode()).hexdigest() == PRINTED[template]
