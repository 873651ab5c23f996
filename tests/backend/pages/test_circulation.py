"""Who has received a decree, on which sheets its originals are, and to whom a village's was reported: as pages."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from backend.pages.about import public_token
from tests.backend.pages.decrees import as_official
from tests.backend.pages.test_decrees import PDF
from tests.decree_world import VILLAGE, DecreeWorld, build_decree_world, fresh
from tests.ground import Ground, ground_of
from workflows.decrees.models import Conveyance, Decree, PrintedOriginal

ground = ground_of(build_decree_world)


@pytest.fixture
def world(db: None, ground: Ground) -> DecreeWorld:
    return ground()


def hidden_of(client, path):
    form = client.get(path).context["form"]
    return {name: form[name].value() for name in ("key", "version")}


def stated(**more):
    return {"conveyed_on": "2024-03-04", "channel": "hand"} | more


def test_ticked_villages_are_noted_and_the_others_stay_open(world):
    decree, budi = world.issued(), as_official(world, "budi", "legal")
    path = f"/keputusan/{decree.pk}/penyampaian/"
    answer = budi.post(path, hidden_of(budi, path) | stated(rows=["1", "3"], receiver="Contoh Penerima", centang="1"))
    assert answer.status_code == 302
    page = budi.get(path).content.decode()
    assert "<strong>1 dari 3</strong> belum menerima." in page
    assert page.count("Contoh Penerima") == 2
    assert [row.order for row in budi.get(f"{path}?belum=1").context["rows"]] == [2]
    budi.post(path, hidden_of(budi, path) | stated(semua="1"))
    assert "<strong>0 dari 3</strong>" in budi.get(path).content.decode()


def test_nothing_ticked_is_said_and_what_was_typed_stays(world):
    decree, budi = world.issued(), as_official(world, "budi", "legal")
    path = f"/keputusan/{decree.pk}/penyampaian/"
    answer = budi.post(path, hidden_of(budi, path) | stated(receiver="Contoh Penerima", centang="1"))
    assert answer.status_code == 422
    assert "Centang desa yang menerima" in answer.content.decode()
    assert 'value="Contoh Penerima"' in answer.content.decode()
    assert not Conveyance.objects.exists()


def test_a_proof_is_kept_and_seen_by_those_who_see_the_decree(world, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    decree, budi = world.issued(), as_official(world, "budi", "legal")
    path = f"/keputusan/{decree.pk}/penyampaian/"
    proof = SimpleUploadedFile("tanda-terima.pdf", PDF, "application/pdf")
    budi.post(path, hidden_of(budi, path) | stated(rows=["1"], proof=proof, centang="1"))
    kept = Conveyance.objects.get().proof_id
    assert as_official(world, "citra").get(f"/lampiran/{kept}/").status_code == 200
    wrong = SimpleUploadedFile("tanda-terima.pdf", b"MZ", "application/pdf")
    answer = budi.post(path, hidden_of(budi, path) | stated(rows=["2"], proof=wrong, centang="1"))
    assert "Unggah PDF, JPEG, PNG" in answer.content.decode()


def test_a_village_sees_its_own_line_and_notes_nothing(world):
    decree, fitri = world.issued(), as_official(world, "fitri")
    path = f"/keputusan/{decree.pk}/penyampaian/"
    answer = fitri.get(path)
    assert [row.order for row in answer.context["rows"]] == [1]
    assert answer.context["form"] is None
    refused = fitri.post(path, stated(rows=["1"], key="k", version=fresh(decree.file).version, centang="1"))
    assert refused.status_code == 422
    assert not Conveyance.objects.exists()


def test_the_table_for_a_spreadsheet_computes_nothing(world):
    decree, budi = world.issued(), as_official(world, "budi", "legal")
    path = f"/keputusan/{decree.pk}/penyampaian/"
    budi.post(path, hidden_of(budi, path) | stated(rows=["1"], receiver='=HYPERLINK("x")', centang="1"))
    table = b"".join(budi.get(f"/keputusan/{decree.pk}/penyampaian.csv").streaming_content).decode("utf-8-sig")
    lines = table.splitlines()
    assert lines[0] == "Nomor;Kecamatan;Desa/kelurahan;Disampaikan pada;Lewat;Penerima;Catatan"
    assert lines[1] == '1;Contoh Hilir;Contoh Satu;2024-03-04;diserahkan langsung;"\'=HYPERLINK(""x"")";'
    assert lines[2] == "2;Contoh Hilir;Contoh Dua;belum;;;"


def test_what_is_foreign_does_not_exist(world):
    decree = world.walked(villages=[0], signing="ink")
    eko = as_official(world, "eko")
    for path in ("penyampaian/", "penyampaian.csv", "nomor-seri/"):
        assert eko.get(f"/keputusan/{decree.pk}/{path}").status_code == 404


def test_serials_of_the_originals(world):
    decree, budi = world.walked(signing="ink"), as_official(world, "budi", "legal")
    path = f"/keputusan/{decree.pk}/nomor-seri/"
    assert budi.post(path, hidden_of(budi, path)).status_code == 422
    budi.post(path, hidden_of(budi, path) | {"serial1": "a 1", "serial2": "A 2"})
    assert [*PrintedOriginal.objects.values_list("copy", "serial")] == [(1, "A 1"), (2, "A 2")]
    twice = budi.post(path, hidden_of(budi, path) | {"serial3": "A 2"})
    assert "sudah dipakai: A 2" in twice.content.decode()
    assert "A 1" in budi.get(path).content.decode()


def buttons(client, decree):
    return {offer.name for offer in client.get(f"/keputusan/{decree.pk}/").context["offers"]}


def test_a_village_reports_its_decree_and_nobody_is_asked_to_report_a_regents(world):
    decree, kartika = world.issued(VILLAGE, effects=["form"]), as_official(world, "kartika")
    form = next(o for o in kartika.get(f"/keputusan/{decree.pk}/").context["offers"] if o.name == "report").form
    hidden = {name: form[name].value() for name in ("key", "version")}
    kartika.post(f"/keputusan/{decree.pk}/report/", hidden | {"number": "140/12/2024", "reported_on": "2024-03-04"})
    assert fresh(decree).reported_number == "140/12/2024"
    assert "140/12/2024, 4 Maret 2024" in kartika.get(f"/keputusan/{decree.pk}/").content.decode()
    assert buttons(as_official(world, "citra"), world.issued(villages=[1])) == set()


def test_only_who_typed_a_number_is_offered_to_take_it_back(world):
    world.register(mode="external")
    decree = world.walked()
    world.decide(decree)
    task, budi = world.open_task(decree, "number"), as_official(world, "budi", "legal")
    form = next(o for o in budi.get(f"/tugas/{task.pk}/").context["offers"] if o.name == "type_number").form
    hidden = {name: form[name].value() for name in ("key", "version", "read")}
    budi.post(f"/tugas/{task.pk}/type_number/", hidden | {"number": "531 TAHUN 2024"})
    assert Decree.objects.get(pk=decree.pk).state == "numbered"
    assert "take_back_number" in buttons(budi, decree)
    assert "take_back_number" not in buttons(as_official(world, "citra"), decree)


def test_a_decided_decree_leads_to_its_public_check_and_an_undecided_one_does_not(world):
    decree = world.walked()
    assert public_token(decree.file) == ""
    world.decide(decree)
    assert public_token(decree.file) == decree.file.token
    budi = as_official(world, "budi", "legal")
    assert f'href="/v/{decree.file.token}"' in budi.get(f"/keputusan/{decree.pk}/").content.decode()
