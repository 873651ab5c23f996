"""J19: an auditor reconstructs one decision: its number, its history, one village of it, and a ZIP that proves itself."""

import zipfile
from pathlib import Path

import pytest

from documents.verify import verify_file
from tests.journeys.conftest import Enter
from tests.journeys.looking import look
from tests.journeys.stack import Stack
from workflows.decrees.models import Decree

NUMBER = "B/100/KPTS/III.06/2024"


@pytest.mark.nightly
def test_an_auditor_reconstructs_one_decision(stack: Stack, enter: Enter, tmp_path: Path) -> None:
    decree = Decree.objects.get(issue__number=NUMBER)
    page = enter("lampung-barat.sekda", path=f"/keputusan/{decree.pk}/")
    page.get_by_role("link", name="Riwayat lengkap dan ekspor bukti").click()
    page.get_by_role("heading", name="Riwayat lengkap").wait_for()
    assert page.get_by_text("Yang dibaca: v1").count() >= 4
    assert page.get_by_text("menetapkan keputusan").count() == 1
    look(page, "riwayat-lengkap")
    page.get_by_label("Desa/kelurahan").select_option(label="Padang Cahya, Balik Bukit")
    page.get_by_role("button", name="Saring").click()
    page.get_by_text("menetapkan keputusan").wait_for()
    with page.expect_download() as download:
        page.get_by_role("link", name="Ekspor bukti").click()
    with zipfile.ZipFile(download.value.path()) as packed:
        packed.extractall(tmp_path)
    papers = sorted((tmp_path / "naskah").glob("*.pdf"))
    signed = [paper for paper in papers if "keputusan_bupati" in paper.name and paper.stem.endswith("signed")]
    assert len(papers) > 136
    assert signed, [paper.name for paper in papers][:9]
    assert verify_file(signed[0], tmp_path / "trust").ok
    versions = list((tmp_path / "versi").iterdir())
    assert len(versions) == decree.file.snapshots.count()
