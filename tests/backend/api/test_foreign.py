"""What is foreign answers exactly as what does not exist."""

import pytest

from backend.access import attachments_for
from documents.models import Document
from tests.world import upload
from workflows.organisation.models import Person
from workflows.routes.models import Assignment

NOBODY = 999_999


@pytest.fixture
def subjects(world, decree):
    """What there is to see: a decree under way, a handed-in and a drafted proposal."""
    proposal, other = world.handed_in(), world.draft(1)
    paper = Document.objects.create(file=decree.file, snapshot=decree.file.snapshots.get(), kind="keputusan_bupati",
                                    template="x@1", form="draft", content={}, content_sha256="", sha256="cd" * 32, size=1,
                                    pages=1, path="cd/x.pdf")  # fmt: skip
    return {
        "decree": f"/api/decrees/{decree.pk}/",
        "rows": f"/api/decrees/{decree.pk}/rows/",
        "decree story": f"/api/decrees/{decree.pk}/transitions/",
        "decree task": f"/api/tasks/{world.task(decree, 'legal').pk}/",
        "proposal": f"/api/proposals/{proposal.pk}/",
        "proposal task": f"/api/tasks/{world.task(proposal, 'village_head').pk}/",
        "other draft": f"/api/proposals/{other.pk}/",
        "village": f"/api/villages/{proposal.kampung_id}/",
        "register": f"/api/registers/{decree.issuer.series.get().pk}/numbers/",
        "paper": f"/api/documents/{paper.sha256}",
    }


REGENCY = {"decree", "rows", "decree story", "decree task", "proposal", "proposal task", "village", "register"}
SEEN = {
    "fitri": {"proposal", "proposal task", "village"},
    "eko": {"other draft"},
    "ani": REGENCY | {"other draft"},
    "budi": REGENCY,
    "gita": {"proposal", "proposal task", "village"},
    "hadi": REGENCY,
    "citra": REGENCY,
}


def test_each_sees_his_own_and_nothing_else(subjects, client_of):
    for login, seen in SEEN.items():
        client = client_of(login)
        assert {name for name, url in subjects.items() if client.get(url).status_code == 200} == seen, login


def test_foreign_and_missing_have_the_same_body(subjects, client_of):
    eko, bodies = client_of("eko"), set()
    for name, url in subjects.items():
        if name not in SEEN["eko"]:
            missing = url.replace("cd" * 32, "ab" * 32)
            answers = [eko.get(url), eko.get(missing if name == "paper" else f"/api/{url.split('/')[2]}/{NOBODY}/")]
            assert [answer.status_code for answer in answers] == [404, 404], name
            bodies |= {answer.content for answer in answers}
    bodies |= {eko.get("/api/tidak-ada/").content, eko.get(f"/api/decrees/{2**70}/").content}
    assert len(bodies) == 1


def test_nobody_acts_on_what_he_may_not_see(subjects, world, client_of):
    eko = client_of("eko")
    for name in ("decree", "decree task", "proposal", "proposal task", "village"):
        assert eko.act(subjects[name], "withdraw", reason="Contoh").status_code == 404, name
    assert not Assignment.objects.filter(state="withdrawn").exists()


def test_a_decree_in_force_is_seen_by_the_villages_that_it_lists(client_of, in_force):
    assert [decree["id"] for decree in client_of("fitri").get("/api/decrees/").json()["results"]] == [in_force.pk]


def test_a_draft_is_hidden_from_the_official_until_it_is_handed_in(world, client_of, draft):
    assert client_of("citra").get("/api/decrees/").json()["results"] == []
    assert client_of("hadi").get(f"/api/decrees/{draft.pk}/").status_code == 200  # its own office


def test_uploads_of_others_are_hidden_unless_they_stand_beside_a_file_one_sees(world, client_of):
    world.handed_in()
    evidence, private = upload("berita-acara.pdf"), upload("pribadi.pdf", "fitri")
    attached = world.villages[0].files.get().evidence.get().attachment_id
    assert attached != evidence.pk
    seen = lambda login: set(attachments_for(Person.objects.get(username=login)).values_list("pk", flat=True))  # noqa: E731
    assert attached in seen("fitri")
    assert private.pk in seen("fitri")
    assert seen("eko") == set()


def test_a_superuser_sees_and_does_nothing_in_cases(subjects, world, client_of):
    Person.objects.filter(username="citra").update(is_superuser=True)
    citra = client_of("citra")
    assert [citra.get(url).status_code for url in subjects.values()] == [404] * len(subjects)
    assert citra.get("/api/me/").json()["mandates"] == []
    assert citra.get("/api/tasks/").json()["results"] == []


def test_a_field_officer_sees_the_villages_he_serves(world, client_of):
    world.handed_in(0)
    here = world.handed_in(1)
    world.office("pkb").areas.create(region=world.villages[1])
    found = client_of("gita").get("/api/villages/").json()["results"]
    assert [village["id"] for village in found] == [here.kampung_id]
