"""PDF/A-3b, as far as it can be checked without veraPDF (which no package index offers): pikepdf, qpdf, poppler, pdf_oxide.

pdf_oxide does not read `pdfaid:part` written as an XML attribute and wrongly reports XMP-002 of every file of WeasyPrint.
"""

import json
import subprocess
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pdf_oxide
import pikepdf
import pytest

from documents import box
from documents.families import PRODUK_HUKUM
from documents.forms import Form
from documents.kinds import all_kinds, find
from documents.render import ATTACHMENT
from tests.documents.conftest import BUPATI, sample_paper
from tests.documents.reading import Reading, poppler
from workflows.core.canonical import canonical, normal

NOT_READ = "XMP-002"
LASTING = (Form.INK, Form.FINAL)


def faults(pdf: bytes, folder: Path) -> set[str]:
    """What is wrong with it as PDF/A-3b: by pdf_oxide, and in our own words for what it does not look at."""
    path = folder / "paper.pdf"
    path.write_bytes(pdf)
    found = {
        fault for fault in pdf_oxide.PdfDocument(str(path)).validate_pdf_a("3b")["errors"] if NOT_READ not in fault
    }
    with pikepdf.open(path) as paper, paper.open_metadata() as metadata:
        if metadata.pdfa_status != "3B":
            found.add("not marked as 3B")
    if subprocess.run(["qpdf", "--check", path], capture_output=True).returncode:
        found.add("qpdf")
    return found | {"font not embedded" for font in Reading(pdf).fonts if font.startswith("!")}


@pytest.mark.parametrize("form", list(Form))
@pytest.mark.parametrize("template", all_kinds())
def test_every_paper_is_pdf_a_3b(template: str, form: Form, tmp_path: Path) -> None:
    assert not faults(sample_paper(template, 3, form).pdf, tmp_path)


def _without_fonts(paper: pikepdf.Pdf) -> None:
    _strip(paper, "/FontFile", "/FontFile2", "/FontFile3")


def _without_relationship(paper: pikepdf.Pdf) -> None:
    _strip(paper, "/AFRelationship")


def _strip(paper: pikepdf.Pdf, *keys: str) -> None:
    for found in paper.objects:
        for key in keys:
            if isinstance(found, pikepdf.Dictionary) and key in found:
                del found[key]


def _with_script(paper: pikepdf.Pdf) -> None:
    paper.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")


def _without_intent(paper: pikepdf.Pdf) -> None:
    del paper.Root.OutputIntents


@pytest.mark.parametrize("damage", [_without_fonts, _without_relationship, _with_script, _without_intent])
def test_the_check_finds_what_pdf_a_forbids(damage: Callable[[pikepdf.Pdf], None], tmp_path: Path) -> None:
    assert faults(_saved(sample_paper(BUPATI, 3, Form.FINAL).pdf, damage), tmp_path)


def test_the_check_finds_encryption(tmp_path: Path) -> None:
    locked = _saved(
        sample_paper(BUPATI, 3, Form.FINAL).pdf, lambda paper: None, encryption=pikepdf.Encryption(owner="x", user="")
    )
    assert faults(locked, tmp_path)


def _saved(pdf: bytes, change: Callable[[pikepdf.Pdf], None], **options: object) -> bytes:
    out = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as paper:
        change(paper)
        paper.save(out, **options)
    return out.getvalue()


@pytest.mark.parametrize("form", LASTING)
@pytest.mark.parametrize("template", all_kinds())
def test_a_lasting_paper_carries_its_content(template: str, form: Form) -> None:
    content = normal(find(template).sample(3))
    with pikepdf.open(BytesIO(sample_paper(template, 3, form).pdf)) as paper:
        assert list(paper.attachments) == [ATTACHMENT]
        described = paper.attachments[ATTACHMENT]
        attached = described.get_file()
        assert attached.read_bytes() == canonical(content)
        assert attached.mime_type == "application/json"
        assert described.relationship == pikepdf.Name.Data


@pytest.mark.parametrize("template", [BUPATI, "salinan@1"])
def test_a_paper_can_be_printed_again_from_what_it_carries(template: str) -> None:
    pdf = sample_paper(template, 3, Form.FINAL).pdf
    with pikepdf.open(BytesIO(pdf)) as paper:
        content = json.loads(paper.attachments[ATTACHMENT].get_file().read_bytes())
    assert box.render(content["template"], content, Form.FINAL).pdf == pdf


def test_a_draft_carries_nothing() -> None:
    with pikepdf.open(BytesIO(sample_paper(BUPATI, 3, Form.DRAFT).pdf)) as paper:
        assert not paper.attachments


@pytest.mark.parametrize("template", all_kinds())
def test_the_metadata_tell_nothing_of_who_made_it_where(template: str) -> None:
    pdf = sample_paper(template, 3, Form.FINAL).pdf
    with pikepdf.open(BytesIO(pdf)) as paper:
        assert str(paper.Root.Lang) == "id"
        assert set(paper.docinfo) == {"/Title", "/Producer"}
        number = (find(template).sample(3).get("issue") or {}).get("number")
        assert not number or number in str(paper.docinfo.Title)
        metadata = paper.Root.Metadata.read_bytes()
    for leak in (str(Path.home()), str(Path(box.ROOT)), "siklus-render-", "CreateDate", "creator"):
        assert leak.encode() not in metadata
        assert leak.encode() not in pdf


@pytest.mark.parametrize(
    "template", [template for template, kind in all_kinds().items() if kind.family is PRODUK_HUKUM]
)
def test_text_is_extracted_in_the_order_of_reading(template: str) -> None:
    """As the file has it, not as it stands on the page: what a screen reader and a search get."""
    content = find(template).sample(3)
    text = "".join(poppler("pdftotext", sample_paper(template, 3, Form.FINAL).pdf, "-raw", "-", "-").split())
    whole = content.get("original", content)
    opening = [clause[:30] for clause in whole["clauses"]]  # a page may end after that
    clauses = opening[:1] if template == "petikan@1" else opening
    marks = [whole["issuer"]["head_lines"][0], whole["issue"]["number"], *clauses, "Ditetapkan di", "pada tanggal"]
    places = [0]
    for mark in marks:
        places.append(text.find("".join(mark.split()), places[-1]))
    assert places == sorted(places)
    assert -1 not in places
