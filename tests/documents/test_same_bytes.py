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
    "keputusan_bupati@1": "e58924d23dfb883be7c8d7f41b504a4987daf516a1bbf90386d3f023392f0201",
    "keputusan_kades@1": "fba30005da8c68e164b55014bc3b8956ab6c80526a0a6de13a77e63245e2db9b",
    "keputusan_pembatalan@1": "54015960632e5be083b9b8a82748f3059fbecd26cee77e0eacb0a20e10c79bb4",
    "keputusan_pencabutan@1": "37a7d70d24f065f488e275be023b2d5f40189e2448e8d78e4beed1d30907fdb5",
    "keputusan_penundaan@1": "06cd679ecd84affdbbb40d25291a30db1590d3a6cb3875210465a71645c01a53",
    "keputusan_perubahan@1": "aff2b357c9a239de40175dca920b5fb613e83a6981993133e118564d0fa26726",
    "petikan@1": "e798d6b151439003d043f0337712854cba3414db33ca9d2bb4a842d356131991",
    "ralat@1": "3645ec685947664ce332e7634c5b5cc4e9d2c9adb2493d920da2e393955bea8a",
    "salinan@1": "58cabcc0fd0e1c2af00be6d6f68bf01218a63c34fd86879635352d733e0b9317",
}


@pytest.mark.parametrize("template", all_kinds())
def test_a_version_prints_as_it_always_has(template: str) -> None:
    kind = find(template)
    pages = "".join(kind.page(kind.sample(3), form) for form in Form)
    assert hashlib.sha256((pages + kind.print_style(kind.sample(3))).encode()).hexdigest() == PRINTED[template]
