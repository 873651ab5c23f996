"""The jury signs a record of how a contest came out: written off the locked ranking, each juror in turn."""

import pytest

from documents.forms import Form
from documents.problems import problems_of
from tests.contest_world import ContestWorld
from tests.documents.conftest import printed
from workflows.core.errors import Refused
from workflows.letters.content import preview_of
from workflows.letters.drafting import start_letter


def test_it_tells_the_places_and_is_signed_by_the_whole_jury_the_chair_first(world: ContestWorld) -> None:
    competition, entries = world.locked("90", "70")
    letter = start_letter("berita_acara_penilaian", competition.file, world.by("ani", "agency"))
    results = letter.fields["body"]["results"]
    assert results[0].startswith("peringkat 1: Kampung Keluarga Berkualitas Contoh Satu, Desa Contoh Satu, Kecamatan")
    assert results[0].endswith(f"nilai {entries[0].total}".replace(".", ","))
    assert competition.rankings.get().sha256 in "".join(results).replace(" ", "")
    roles = [party.role for party in letter.parties.order_by("order")]
    assert roles == ["Ketua tim juri", "Anggota tim juri", "Anggota tim juri", "Mengetahui"]
    assert problems_of(preview_of(letter)) == {}
    text = " ".join(printed(preview_of(letter), Form.DRAFT).pages[0].text.split())
    assert "telah melaksanakan penilaian Lomba Kampung KB Kabupaten Contoh Raya Tahun 2024, dengan hasil sebagai berikut" in text


def test_there_is_none_before_the_ranking_is_locked(world: ContestWorld) -> None:
    competition, _entries = world.judged(1)
    with pytest.raises(Refused, match="setelah peringkat dikunci"):
        start_letter("berita_acara_penilaian", competition.file, world.by("ani", "agency"))
