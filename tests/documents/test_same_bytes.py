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
    "keputusan_bupati@1": "c8503f2fe6b756011eb859922f2314f6b25224fbb0740c3035846033961a6df7",
    "keputusan_kades@1": "3c51d4f34874538b93d03c3a6670a5c72a6f9fd0444935baac2f13244fa06529",
    "keputusan_pembatalan@1": "390027d59a25a86da7927195f6ab276abdc864e8a6ab8bb3dd6d0c074e65ec50",
    "keputusan_pencabutan@1": "4b19202f426c287a7df926560fcb71211b8d3c10a858a74ceee30554607b04dc",
    "keputusan_penundaan@1": "d70ea367e96c54a2873e0617588a961e70d09b71a520695335bdcd9019b6c5da",
    "keputusan_perubahan@1": "18c36be4c6538c4451070710dd047a3fad57e74949cfd5d46182f197923649e1",
    "petikan@1": "5af0169cb859e12fad387b1e3ec093467276b971425375c92b5e582dad79b0c7",
    "ralat@1": "5c9da2fcacf4f3ed3309fa8e05f0782edab59c30ae374384ef85a40fa46affa7",
    "salinan@1": "b7fd06038e6c436a3ba53b322647357d211b3359e637531064b18963f384fcef",
}


@pytest.mark.parametrize("template", all_kinds())
def test_a_version_prints_as_it_always_has(template: str) -> None:
    kind = find(template)
    pages = "".join(kind.page(kind.sample(3), form) for form in Form)
    assert hashlib.sha256((pages + kind.print_style(kind.sample(3))).encode()).hexdigest() == PRINTED[template]
