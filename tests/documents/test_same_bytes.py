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
    "berita_acara@1": "1da4cfb3cd1632edc5fc742216334a9904b2c9093e6d65cf931a165956a9e7b0",
    "buku_a2@1": "53e3fcf6bca394938d0f5b43f3bfea6e0b67f4807ba435ed6787748b9564e454",
    "buku_keputusan@1": "41443af46460db659f5076fb2a12c66160de0a115796312d0778f0bf48e55caf",
    "keputusan_bupati@1": "d2e130b3d4a76f950724eccc6c0790b97ae7c32c818769fc57d5110ffde03428",
    "keputusan_kades@1": "0634445e06a4bbdc1c16f13cdf3e257415be4d0003287cae82bb04d8f31c14c3",
    "keputusan_pembatalan@1": "f920ce3fa0c7301995df2c17888bd4fef59d6d963a766508ca4f94979d5c782f",
    "keputusan_pencabutan@1": "15a29da5b759bda5b1bbb56bbf49e588da0edf51f33a6879fb43ed97f703f70a",
    "keputusan_penundaan@1": "f06f433013b7ed8b59b3a6dc14d275daf467f1a273b0060687108714ca4b4616",
    "keputusan_perubahan@1": "58823c212c0b6596f0c841ed78e2ca7bc2c3398257ac8814e98da7bf3a1deba9",
    "lembar_kendali@1": "828535339b498b1576b489b32fc0a6c7ca63957cf8eb227bc33d30d9786f9f1f",
    "nota_dinas@1": "23e50712da05ddbf3fb58c092e3f3e6f82338beaa644efb5145fdfc2c0a0a6f2",
    "petikan@1": "a96218a4b530579fe639b77b9c73302c370e07fc7313208a14fd6165b8ec4a31",
    "ralat@1": "b4f648e8f89d3dabe450203ffa5d6907c9255c634153077f2c7a64d523566442",
    "rekomendasi@1": "aab4d5a5859991fe933eee0572d09f5ae75be998bde46d4921b84692e1cdb6c5",
    "salinan@1": "df4825a1ae93ce1c8dd202711f9438e90a0dc2ffa936eb150d71277350aa9d39",
    "surat_pengantar@1": "22b70207a404b5bd26bae8e7725b6c1bbfb71bec45c43e602017bb82a1721ac0",
    "surat_perintah_tugas@1": "2c9feb0b091267576f8d9a76fef31ce00dd2430e45d71636401bbb8dc12abe4c",
    "telaahan_staf@1": "9e6bd1b259ad25d4883cc2e8691d6b1b2deb441c07831145e7c39043ef63e9bb",
}


@pytest.mark.parametrize("template", all_kinds())
def test_a_version_prints_as_it_always_has(template: str) -> None:
    kind = find(template)
    pages = "".join(kind.page(kind.sample(3), form) for form in Form)
    assert hashlib.sha256((pages + kind.print_style(kind.sample(3))).encode()).hexdigest() == PRINTED[template]
