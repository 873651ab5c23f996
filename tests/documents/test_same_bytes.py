"""A paper is a pure function of template, content and form."""

import copy
import hashlib
import json

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
    "keputusan_bupati@1": "cf1ba6542383617f1a859727a27e50b9e266a527ade3651247021f8af09956ac",
    "keputusan_kades@1": "a624f8850325efb1964e135450d1dd36e55fc9d19a9007017808dd801b43e6aa",
    "keputusan_pembatalan@1": "1cd1230baf789ecf38f25af149c9f358e273f6f13fec294b72a85a66a26fad81",
    "keputusan_pencabutan@1": "e49bd8d1dd86dc5ce41e76ab31f1373a027bf3300c0f230156e082b2999a90ba",
    "keputusan_penundaan@1": "cfb09a0b0664812300fc4da51fc935bb72dbdd0042fb0d549095048c715191a0",
    "keputusan_perubahan@1": "d2a4e009bf7cf2f80fe9c1be5faad973b212687087c5318007eaef5e2431a6e3",
    "lembar_kendali@1": "df76f0ee96d98e27c58d9e843844cb21b38d6355db966453db83db1703a4a09f",
    "nota_dinas@1": "4696589d906ada82c383fcc0738bce9dccaa7717b7d501b67427e1c871026597",
    "petikan@1": "90a813c9f5ccabb4d766f4bdddb0557b61a64c8b7dbc11dc7c3f4440ecdbf9bc",
    "ralat@1": "f41836175612cb608833d5e8247ee3958d5f811ba022203b12cee946d6e05a8d",
    "rekomendasi@1": "9b4baaa225228c66fc2614a85abfdf268f5bac7f0d93a22ff39285a922f3d801",
    "salinan@1": "b0efd2378db4586b5296285c9d5d3b831eb79b6b16bf0eccdb6fd7f123cc99c5",
    "surat_pengantar@1": "d9fe47ab724805b1aa68db3814e20c3efdc7dd4fe503e261e23ba3d9c6ee92fc",
    "surat_perintah_tugas@1": "da8d24d2baacd745b607d5a0abfae2573f3525743bb69107d93ec7764a1397b1",
    "telaahan_staf@1": "7cbd6774d442d74dcbdb5f3e8cd9d90467248e2f22a3f6bb5b523794bdc6be27",
}


@pytest.mark.parametrize("template", all_kinds())
def test_a_version_prints_as_it_always_has(template: str) -> None:
    kind = find(template)
    pages = "".join(kind.page(kind.sample(3), form) for form in Form)
    assert hashlib.sha256((pages + kind.print_style(kind.sample(3))).encode()).hexdigest() == PRINTED[template]
