"""Letters on the pages: begun from a decree or proposal, filled in, issued, signed; copies in one go."""

import pytest

from documents.models import Document
from tests.backend.pages.decrees import as_official, sent
from tests.decree_world import fresh
from tests.ground import Ground, ground_of
from tests.letter_world import HELD, LetterWorld, build_letter_world
from tests.worker.test_papers_of_decrees import make_papers
from workflows.core.models import Outbox
from workflows.letters.drafting import edit
from workflows.letters.models import Letter
from workflows.routes.models import Assignment

ground = ground_of(build_letter_world)


@pytest.fixture
def world(db: None, ground: Ground) -> LetterWorld:
    return ground()


@pytest.fixture
def proposal(world):
    return world.handed_in()


def latest() -> Letter:
    return Letter.objects.latest("pk")


def act(client, letter, name, **typed):
    offer = next(o for o in client.get(f"/surat/{letter.pk}/").context["offers"] if o.name == name)
    hidden = {field: offer.form[field].value() for field in ("key", "version")}
    return client.post(f"/surat/{letter.pk}/{name}/", hidden | typed)


def test_a_recommendation_from_its_button_to_the_signature(world, proposal):
    budi = as_official(world, "budi", "camat")
    assert "Buat rekomendasi" in budi.get(f"/usulan/{proposal.pk}/").content.decode()
    answer = budi.post(f"/surat/tentang/{proposal.pk}/rekomendasi/")
    letter = latest()
    assert answer.url == f"/surat/{letter.pk}/isian/"
    form = budi.get(answer.url).context["draft"]
    typed = {name: form.frame[name].value() for name in form.frame.fields} | {"to": "Kepala Dinas Contoh", "signing": "none"}
    typed |= {f"body-{name}": form.body[name].value() for name in form.body.fields} | {"body-validity": "6 (enam) bulan"}
    assert budi.post(answer.url, typed).status_code == 302
    assert fresh(letter).fields["to"] == ["Kepala Dinas Contoh"]
    assert fresh(letter).fields["body"]["recipients"] == letter.fields["body"]["recipients"]
    assert "6 (enam) bulan" in budi.get(f"/surat/{letter.pk}/").content.decode()
    assert act(budi, letter, "finalise").status_code == 302
    assert 'badge waiting">terbit' in budi.get(f"/surat/{letter.pk}/").content.decode()
    world.paper_made(letter)
    task = world.open_task(letter, "sign_document")
    page = budi.get(f"/tugas/{task.pk}/").content.decode()
    assert f"/surat/{letter.pk}/" in page
    assert "surat selesai" in page
    assert sent(budi, task, "sign").status_code == 302
    assert fresh(letter).state == "signed"
    assert 'badge done">ditandatangani' in budi.get(f"/surat/{letter.pk}/").content.decode()


def test_what_is_missing_is_said_before_and_when_it_is_issued(world, proposal):
    ani = as_official(world, "ani", "village_head")
    ani.post(f"/surat/tentang/{proposal.pk}/berita_acara/")
    page = ani.get(f"/surat/{latest().pk}/").content.decode()
    assert "Yang masih kurang sebelum diterbitkan" in page
    assert "<strong>Tanggal musyawarah</strong>: belum diisi" in page
    refused = act(ani, latest(), "finalise")
    assert refused.status_code == 422
    assert latest().state == "draft"


def test_a_complete_draft_is_shown_as_a_sheet_also_after_it_was_sent_back(world, proposal):
    minutes, ani = world.minutes(proposal), as_official(world, "ani", "village_head")
    page = ani.get(f"/surat/{minutes.pk}/")
    assert page.context["missing"] == []
    assert "Contoh Kartika" in page.context["sheet"]
    world.issue(minutes, world.staff(0))
    act(ani, minutes, "return_to_draft", reason="Perbaiki tempat")
    edit(fresh(minutes), world.staff(0), body=minutes.fields["body"] | HELD | {"venue": "Balai Baru"})
    assert "Balai Baru" in ani.get(f"/surat/{minutes.pk}/").context["sheet"]


def test_parties_are_chosen_or_named(world, proposal):
    ani = as_official(world, "ani", "village_head")
    ani.post(f"/surat/tentang/{proposal.pk}/berita_acara/")
    letter = latest()
    draft = ani.get(f"/surat/{letter.pk}/isian/").context["draft"]
    typed = {name: draft.frame[name].value() for name in draft.frame.fields}
    typed |= {"body-held_on": "2024-03-01", "body-venue": "Balai", "body-activity": "musyawarah", "body-results": "sepakat"}
    typed |= {"parties-TOTAL_FORMS": 3, "parties-INITIAL_FORMS": 0, "parties-0-role": "Kepala Desa",
              "parties-0-office": world.office("village_head").pk,
              "parties-2-role": "Ketua BPD", "parties-2-name": "Contoh Ketua"}  # fmt: skip
    assert ani.post(f"/surat/{letter.pk}/isian/", typed).status_code == 302
    found = list(letter.parties.values_list("order", "role", "office", "name"))
    assert found == [(1, "Kepala Desa", world.office("village_head").pk, ""), (2, "Ketua BPD", None, "Contoh Ketua")]
    assert act(ani, letter, "finalise").status_code == 302
    world.paper_made(letter)
    task = world.open_task(letter, "print")
    assert sent(ani, task, "record_ink", inked_on="2024-03-04").status_code == 302
    assert Assignment.objects.filter(file=letter.pk, kind="scan", state="open").exists()


def test_paraf_is_asked_for_on_the_draft_and_put_on_the_task(world, proposal):
    ani = as_official(world, "ani", "village_head")
    letter = begun(ani, proposal)
    offices = [world.office(role).pk for role in ("camat", "village_secretary")]
    typed = {"version": letter.file.version, "subject": letter.subject, "signing": "tte", "initials": offices}
    typed |= {"body-held_on": "2024-03-01", "body-venue": "Balai", "body-activity": "musyawarah", "body-results": "sepakat"}
    typed |= {"parties-TOTAL_FORMS": 2, "parties-INITIAL_FORMS": 0, "parties-0-role": "Kepala Desa",
              "parties-0-office": world.office("village_head").pk, "parties-1-role": "Notulis",
              "parties-1-office": world.office("village_secretary").pk}  # fmt: skip
    assert ani.post(f"/surat/{letter.pk}/isian/", typed).status_code == 302
    assert [one.office_id for one in letter.initials.all()] == offices[::-1]  # from the lowest to the highest
    assert act(ani, letter, "finalise").status_code == 302
    world.paper_made(letter)
    assert "menunggu paraf" in ani.get(f"/surat/{letter.pk}/").content.decode()
    task = world.open_task(letter, "initial")
    assert "Bubuhkan paraf" in as_official(world, "kartika", "village_secretary").get(f"/tugas/{task.pk}/").content.decode()
    assert sent(as_official(world, "kartika", "village_secretary"), task, "initial").status_code == 302
    assert world.open_task(letter, "initial").office.role == "camat"


NOBODY = {"parties-TOTAL_FORMS": 0, "parties-INITIAL_FORMS": 0}


def begun(ani, proposal) -> Letter:
    ani.post(f"/surat/tentang/{proposal.pk}/berita_acara/")
    return latest()


def autosaved(client, letter, typed):
    """What `js/autosave.js` sends after a pause."""
    return client.post(f"/surat/{letter.pk}/isian/", typed, headers={"Siklus-Autosave": "1"})


def test_a_letter_is_saved_as_one_types_body_and_signers_too(world, proposal):
    ani = as_official(world, "ani", "village_head")
    letter = begun(ani, proposal)
    typed = {"version": letter.file.version, "subject": "", "signing": "ink", "body-venue": "Balai", "body-held_on": "kemarin"}
    typed |= {"parties-TOTAL_FORMS": 2, "parties-INITIAL_FORMS": 0, "parties-0-role": "Ketua BPD", "parties-0-name": "Contoh Ketua"}
    told = autosaved(ani, letter, typed).json()
    assert told["version"] == letter.file.version + 1
    assert told["waiting"] == "periksa: Tanggal musyawarah"
    kept = fresh(letter)
    assert (kept.subject, kept.signing, kept.fields["body"]["venue"]) == (letter.subject, "ink", "Balai")
    assert [party.name for party in kept.parties.all()] == ["Contoh Ketua"]


def test_two_who_write_the_same_letter_are_shown_both_texts(world, proposal):
    ani = as_official(world, "ani", "village_head")
    letter = begun(ani, proposal)
    typed = {"version": letter.file.version, "subject": letter.subject, "signing": letter.signing, **NOBODY}
    told = autosaved(ani, letter, typed | {"body-venue": "Balai Lama"}).json()
    answer = autosaved(ani, letter, typed | {"body-venue": "Balai Baru"})
    assert (answer.status_code, answer.json()["version"]) == (409, told["version"])
    assert [(one["name"], one["words"]) for one in answer.json()["theirs"]] == [("body-venue", "Balai Lama")]
    page = ani.post(f"/surat/{letter.pk}/isian/", typed | {"body-venue": "Balai Baru"}).content.decode()
    assert "Yang tersimpan sekarang" in page
    assert fresh(letter).fields["body"]["venue"] == "Balai Lama"


def test_who_may_not_write_a_letter_reads_why(world, proposal):
    fitri = as_official(world, "fitri")
    page = fitri.get(f"/usulan/{proposal.pk}/").content.decode()
    assert "Rekomendasi ditulis oleh kantor lain." in page
    refused = fitri.post(f"/surat/tentang/{proposal.pk}/rekomendasi/")
    assert (refused.status_code, "ditulis oleh kantor lain" in refused.content.decode()) == (422, True)
    assert fitri.post(f"/surat/tentang/{proposal.pk}/surat_kaleng/").status_code == 422
    assert not Letter.objects.exists()


def test_excerpts_for_all_villages_are_one_click(world):
    decree = world.issued()
    budi = as_official(world, "budi", "legal")
    answer = budi.post(f"/surat/salinan/{decree.pk}/petikan/")
    assert answer.status_code == 302
    listed = budi.get(answer.url)
    assert [letter.state for letter in listed.context["letters"]] == ["issued"] * 3
    assert "3 naskah terbit" in listed.content.decode()
    assert f'href="/keputusan/{decree.pk}/"' in listed.content.decode()
    assert Outbox.objects.filter(topic="render_final", object_id__in=Letter.objects.values("pk")).count() == 3
    assert budi.post(f"/surat/salinan/{decree.pk}/petikan/").status_code == 422
    assert budi.get(f"/keputusan/{decree.pk}/").context["letter_count"] == 3
    fitri = as_official(world, "fitri")
    assert [letter.file.region for letter in fitri.get("/surat/").context["letters"]] == [world.villages[0]]


def test_the_office_chooses_how_its_copies_are_signed(world):
    decree = world.issued()
    budi, url = as_official(world, "budi", "legal"), f"/surat/salinan/{decree.pk}/salinan/"
    assert 'value="tte"' in budi.get(f"/keputusan/{decree.pk}/").content.decode()
    assert budi.post(url, {"signing": "cap jempol"}).status_code == 422
    assert budi.post(url, {"signing": "tte"}).status_code == 302
    assert (latest().signing, latest().issue["signature"]) == ("tte", "tte")


def test_the_villages_on_the_list_read_the_signed_copy(world):
    decree, legal = world.issued(villages=[0]), world.by("budi", "legal")
    as_official(world, "budi", "legal").post(f"/surat/salinan/{decree.pk}/salinan/")
    copy, fitri, eko = latest(), as_official(world, "fitri"), as_official(world, "eko")
    assert fitri.get(f"/surat/{copy.pk}/").status_code == 404
    world.paper_made(copy)
    world.sign_letter(copy, legal)
    assert fitri.get(f"/surat/{copy.pk}/").status_code == 200
    assert eko.get(f"/surat/{copy.pk}/").status_code == 404


def test_what_an_ink_letter_waits_for_is_printed_from_its_task(world, proposal, settings, tmp_path):
    settings.ARCHIVE_DIR = tmp_path
    minutes = world.minutes(proposal, signing="ink")
    world.issue(minutes, world.staff(0))
    make_papers(minutes)
    ani = as_official(world, "ani", "village_head")
    assert f"/cetak/?berkas={minutes.pk}" in ani.get(f"/tugas/{world.open_task(minutes, 'print').pk}/").content.decode()
    [paper] = [paper for paper, _title in ani.get(f"/cetak/?berkas={minutes.pk}").context["papers"]]
    printed = ani.post("/cetak/", {"naskah": [paper.pk], "kertas": "asli", "rangkap": "2"})
    assert b"".join(printed.streaming_content).startswith(b"%PDF-")


def test_a_decree_that_is_not_signed_has_no_copies(world):
    decree = world.walked()
    budi = as_official(world, "budi", "legal")
    refused = budi.post(f"/surat/salinan/{decree.pk}/salinan/")
    assert (refused.status_code, "sudah ditandatangani" in refused.content.decode()) == (422, True)


def test_a_draft_is_edited_by_its_office_only_and_not_once_it_is_issued(world, proposal):
    letter = world.letter("rekomendasi", proposal, world.by("budi", "camat"))
    assert as_official(world, "hadi").get(f"/surat/{letter.pk}/").status_code == 404
    world.issue(letter, world.by("budi", "camat"))
    hadi = as_official(world, "hadi")
    assert hadi.get(f"/surat/{letter.pk}/").status_code == 200
    assert hadi.get(f"/surat/{letter.pk}/isian/").status_code == 404


def test_foreign_letters_are_not_there(world, proposal):
    letter = world.letter("rekomendasi", proposal, world.by("budi", "camat"))
    world.issue(letter, world.by("budi", "camat"))
    eko = as_official(world, "eko")
    assert eko.get(f"/surat/{letter.pk}/").status_code == 404
    assert eko.post(f"/surat/{letter.pk}/cancel/").status_code == 404
    assert eko.post(f"/surat/tentang/{proposal.pk}/berita_acara/").status_code == 404
    assert list(eko.get("/surat/").context["letters"]) == []


def test_sent_back_from_its_page_it_is_a_draft_again(world, proposal):
    letter = world.letter("rekomendasi", proposal, world.by("budi", "camat"))
    world.issue(letter, world.by("budi", "camat"))
    budi = as_official(world, "budi", "camat")
    assert act(budi, letter, "return_to_draft", reason="Perbaiki").status_code == 302
    assert fresh(letter).state == "draft"
    assert "mengembalikan surat ke konsep" in budi.get(f"/surat/{letter.pk}/").content.decode()
    assert [file.pk for file in budi.get("/?tab=diajukan").context["drafts"]] == [letter.pk]
    assert not Document.objects.exists()


@pytest.mark.parametrize("line", ["Daftar hadir | empat | lembar", "a | 1 | b | c | d"])
def test_a_row_of_a_table_that_cannot_be_read_is_named(world, proposal, line):
    letter = world.letter("surat_pengantar", proposal, world.by("budi", "camat"))
    budi = as_official(world, "budi", "camat")
    draft = budi.get(f"/surat/{letter.pk}/isian/").context["draft"]
    typed = {name: draft.frame[name].value() for name in draft.frame.fields} | {"body-items": line}
    refused = budi.post(f"/surat/{letter.pk}/isian/", typed)
    assert (refused.status_code, "Baris 1" in refused.content.decode()) == (422, True)
