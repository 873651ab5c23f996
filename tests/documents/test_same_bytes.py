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


@pytest.mark.nightly
@pytest.mark.parametrize("form", Form)
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
    "berita_acara_rakor@1": "f4128c2692a5a6a0c25852a045f9dfb888d8ca64a2269b922a121776faa70fb8",
    "buku_a2@1": "53e3fcf6bca394938d0f5b43f3bfea6e0b67f4807ba435ed6787748b9564e454",
    "buku_keputusan@1": "41443af46460db659f5076fb2a12c66160de0a115796312d0778f0bf48e55caf",
    "daftar_hadir@1": "9e78bfe7cd218581652c0796b26ebc64db7408d83615ff913d13fc6d1da551a0",
    "keputusan_bupati@1": "e702ab723ce7b713de10b80a61970bc9d83b1b2dfd5f84d234d0a692ef1e62fb",
    "keputusan_kades@1": "f17d8d47a54fc33e08fade375b6bf1dc3d4ac8ccd170c9800b8d98af03f95f1f",
    "keputusan_pembatalan@1": "b702fe9763aec83aa19d4b087d8c78ec00094bc3fce67e3a0adf52bdbe2f0ba0",
    "keputusan_pencabutan@1": "3c1d3f2085ff17d0a4302d42876c6f79533fce2047f2cec3ed02f4e76f7ece45",
    "keputusan_penundaan@1": "119662622c1f2f93e17f86e5838d49329cc8ae5c2a5599dab93cc26c037a94fa",
    "keputusan_perubahan@1": "8ed5a7774f886b86a561299c6b95105d6442a38df61d53bbbabe41c3480150eb",
    "laporan@1": "1410bce2a78ef579c944e170e077750e638871b9e98cd61f129855581e37caa1",
    "lembar_kendali@1": "828535339b498b1576b489b32fc0a6c7ca63957cf8eb227bc33d30d9786f9f1f",
    "nota_dinas@1": "23e50712da05ddbf3fb58c092e3f3e6f82338beaa644efb5145fdfc2c0a0a6f2",
    "notulen@1": "a1b0d446c78973612e77d1214a4c84061a11d0bbbe8670e7a80359d8498577e7",
    "petikan@1": "2706022b9bbe37568db9d7ae8c74e65cb6fc047b484714d6637629cd9a48fc4d",
    "piagam@1": "bc5aae05021098774115f8526c0f9248b8b5bf2ae7290d437f78844452ecca83",
    "ralat@1": "327545241031a36f7e72200cfd4702fe0fcab91a253c0d220d8420d81c8290d6",
    "rekomendasi@1": "aab4d5a5859991fe933eee0572d09f5ae75be998bde46d4921b84692e1cdb6c5",
    "salinan@1": "ade846439bf053a661243676e4bbea9da53e975e5cd217a9144c6ad1ec5a6a45",
    "surat_pengantar@1": "22b70207a404b5bd26bae8e7725b6c1bbfb71bec45c43e602017bb82a1721ac0",
    "surat_perintah_tugas@1": "2c9feb0b091267576f8d9a76fef31ce00dd2430e45d71636401bbb8dc12abe4c",
    "telaahan_staf@1": "9e6bd1b259ad25d4883cc2e8691d6b1b2deb441c07831145e7c39043ef63e9bb",
    "undangan@1": "bbe70a63ec84ecbab81d0081724ea9e7fb490240625f5207eb41da90ccf78937",
}


@pytest.mark.parametrize("template", all_kinds())
def test_a_version_prints_as_it_always_has(template: str) -> None:
    kind = find(template)
    pages = "".join(kind.page(kind.sample(3), form) for form in Form)
    assert hashlib.sha256((pages + kind.print_style(kind.sample(3))).encode()).hexdigest() == PRINTED[template]
