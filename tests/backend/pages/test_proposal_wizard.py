"""The proposal section by section: progress, papers, what is missing, and saving as one types."""

from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from tests.backend.pages.decrees import as_official
from tests.backend.pages.test_decrees import paper
from tests.world import World
from workflows.villages.drafting import save_draft
from workflows.villages.models import Proposal


@pytest.fixture(autouse=True)
def _files(settings: Any, tmp_path: Any) -> None:
    settings.MEDIA_ROOT = tmp_path


def photo(name: str, color: str = "seagreen") -> SimpleUploadedFile:
    out = BytesIO()
    Image.new("RGB", (800, 600), color).save(out, "JPEG")
    return SimpleUploadedFile(name, out.getvalue())


def autosave(client: Client, address: str, **typed: Any) -> Any:
    return client.post(address, typed, headers={"Siklus-Autosave": "1"})


def profile_of(proposal: Proposal) -> str:
    return Proposal.objects.get(pk=proposal.pk).profile


def test_two_taps_start_one_proposal(world: World) -> None:
    ani = as_official(world, "ani", "village_head")
    typed = {"region": world.villages[0].pk, "era": 2024, "key": "contoh"}
    first, second = ani.post("/usulan/baru/", typed), ani.post("/usulan/baru/", typed)
    assert (first.url, Proposal.objects.count()) == (second.url, 1)


def test_a_new_proposal_says_what_the_last_one_said(world: World) -> None:
    world.draft()
    ani = as_official(world, "ani", "village_head")
    page = ani.post("/usulan/baru/", {"region": world.villages[0].pk, "era": 2025, "key": "lain"}, follow=True)
    assert "Jawaban diambil dari usulan 2024" in page.content.decode()
    assert profile_of(Proposal.objects.latest("pk")) == "Contoh gambaran desa."


def test_the_progress_names_what_is_missing(world: World) -> None:
    proposal = world.draft()
    page = as_official(world, "ani", "village_head").get(f"/usulan/{proposal.pk}/isian/surat/").content.decode()
    assert "3 dari 5 bagian lengkap" in page
    assert "nomor, tanggal" in page
    assert "satu foto kegiatan" in page


def test_several_photos_at_once_and_the_same_again_stays_one(world: World) -> None:
    proposal = world.draft()
    ani = as_official(world, "ani", "village_head")
    for _again in range(2):
        sent = {"kind": "photo", "upload": [photo("a.jpg"), photo("b.jpg", "navy")]}
        assert ani.post(f"/usulan/{proposal.pk}/isian/foto/", sent).status_code == 302
    shown = proposal.file.evidence.filter(kind="photo")
    assert shown.count() == 2
    small = ani.get(f"/lampiran/{shown.first().attachment_id}/kecil/")
    assert Image.open(BytesIO(b"".join(small.streaming_content))).size == (320, 240)


def test_one_broken_file_among_several_keeps_all_out(world: World) -> None:
    proposal = world.draft()
    sent = {"kind": "photo", "upload": [photo("a.jpg"), paper("a.png", b"bukan gambar")]}
    answer = as_official(world, "ani", "village_head").post(f"/usulan/{proposal.pk}/isian/foto/", sent)
    assert (answer.status_code, proposal.file.evidence.count()) == (422, 1)
    assert "berkas ini bukan salah satunya" in answer.content.decode()


def test_the_look_over_leads_to_what_is_missing_and_hands_in(world: World) -> None:
    proposal = world.draft()
    proposal.file.evidence.all().delete()
    ani = as_official(world, "ani", "village_head")
    page = ani.get(f"/usulan/{proposal.pk}/isian/periksa/").content.decode()
    assert f'href="/usulan/{proposal.pk}/isian/berita-acara/">Lengkapi' in page
    ani.post(f"/usulan/{proposal.pk}/isian/berita-acara/", {"kind": "minutes", "upload": paper("ba.pdf")})
    form = ani.get(f"/usulan/{proposal.pk}/isian/periksa/").context["offers"][0].form
    sent = {name: form[name].value() for name in ("key", "version")}
    page = ani.post(f"/usulan/{proposal.pk}/submit/", sent, follow=True).content.decode()
    assert "Menunggu Kepala Desa Contoh Satu</strong>, tenggat" in page


def test_what_is_typed_is_kept_and_the_version_goes_on(world: World) -> None:
    proposal = world.draft()
    ani, address = as_official(world, "ani", "village_head"), f"/usulan/{proposal.pk}/isian/gambaran/"
    version = ani.get(address).context["form"]["version"].value()
    told = autosave(ani, address, profile="Sebagian", version=version).json()
    assert (profile_of(proposal), told["version"]) == ("Sebagian", version + 1)
    assert told["at"].endswith("WIB")
    assert autosave(ani, address, profile="Sebagian", version=version).json()["version"] == version + 1


def test_a_text_written_elsewhere_is_shown_and_not_overwritten(world: World) -> None:
    proposal = world.draft()
    ani, address = as_official(world, "ani", "village_head"), f"/usulan/{proposal.pk}/isian/gambaran/"
    version = ani.get(address).context["form"]["version"].value()
    save_draft(proposal, world.staff(0), profile="Dari laptop")
    answer = autosave(ani, address, profile="Dari HP", version=version)
    assert (answer.status_code, answer.json()["theirs"][0]["words"]) == (409, "Dari laptop")
    plain = ani.post(address, {"profile": "Dari HP", "version": version})
    assert plain.status_code == 422
    assert "Dari laptop" in plain.content.decode()
    assert profile_of(proposal) == "Dari laptop"


def test_a_save_that_names_no_version_overwrites_nothing(world: World) -> None:
    proposal = world.draft()
    answer = autosave(as_official(world, "ani", "village_head"), f"/usulan/{proposal.pk}/isian/gambaran/", profile="x")
    assert (answer.status_code, profile_of(proposal)) == (409, "Contoh gambaran desa.")


def test_what_cannot_be_read_yet_waits_and_the_rest_is_kept(world: World) -> None:
    proposal = world.draft()
    ani, address = as_official(world, "ani", "village_head"), f"/usulan/{proposal.pk}/isian/surat/"
    version = ani.get(address).context["form"]["version"].value()
    told = autosave(ani, address, letter_number="12/2024", letter_on="kemarin", version=version).json()
    assert "Tanggal surat usulan" in told["waiting"]
    assert Proposal.objects.get(pk=proposal.pk).letter_number == "12/2024"
