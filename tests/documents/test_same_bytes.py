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
    "keputusan_bupati@1": "3577a3b9d65a6f5cbdc5d967fd3459f2cee0f286062f8cdc6ed618d5fce130ad",
    "keputusan_kades@1": "822ea105f9242ccce3b396dfe69c6989d3b022c6591b8736b56e3e12ca67450d",
    "keputusan_pembatalan@1": "d2e7ca2a0ca3daeb3c587db3d30dbac849b2b0f205adef834797765e22472655",
    "keputusan_pencabutan@1": "2c134e52cca53969126c5ef814588664c0f952c50cdfe5cdeeec17d841412efa",
    "keputusan_penundaan@1": "97880d439ec883df31f8fab2b56c5fa602fa7e328668ef1b853007ec3d1a3b79",
    "keputusan_perubahan@1": "ce88855a1f075aff9b67f2262fd5966cd0bba8f6666efab5ef97f52143e88c50",
    "petikan@1": "5af0169cb859e12fad387b1e3ec093467276b971425375c92b5e582dad79b0c7",
    "ralat@1": "5c9da2fcacf4f3ed3309fa8e05f0782edab59c30ae374384ef85a40fa46affa7",
    "salinan@1": "117f6cbdbd453b75f011fedffabd74269708cf97af2101532a0a8aebf7ed9f4f",
}


@pytest.mark.parametrize("template", all_kinds())
def test_a_version_prints_as_it_always_has(template: str) -> None:
    kind = find(template)
    pages = "".join(kind.page(kind.sample(3), form) for form in Form)
    assert hashlib.sha256((pages + kind.print_style(kind.sample(3))).encode()).hexdigest() == PRINTED[template]
