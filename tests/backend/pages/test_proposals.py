from django.test import Client

from tests.backend.pages.decrees import as_official, sent, task_of
from tests.backend.pages.test_decrees import paper
from tests.world import World
from workflows.villages.checklists import FIELD_CHECK, PRECONDITIONS
from workflows.villages.models import Proposal


def act(client: Client, proposal: Proposal, name: str, **typed):
    """Send the form of an act on the whole file as its page offers it."""
    offers = client.get(f"/usulan/{proposal.pk}/").context["offers"]
    form = next(offer for offer in offers if offer.name == name).form
    return client.post(f"/usulan/{proposal.pk}/{name}/", {key: form[key].value() for key in ("key", "version")} | typed)


def fill_in(client: Client, proposal: Proposal, section: str, typed: dict[str, str]):
    """Send a section's form as its page offers it."""
    address = f"/usulan/{proposal.pk}/isian/{section}/"
    version = client.get(address).context["form"]["version"].value()
    return client.post(address, typed | {"version": version})


def test_from_an_empty_form_to_a_proposal_in_review(world: World, settings, tmp_path) -> None:
    settings.MEDIA_ROOT = tmp_path
    ani = as_official(world, "ani", "village_head")
    ani.post("/usulan/baru/", {"region": world.villages[0].pk, "era": 2024})
    proposal = Proposal.objects.get()
    assert "belum dapat dilakukan" in ani.get(f"/usulan/{proposal.pk}/").content.decode()
    assert ani.get(f"/usulan/{proposal.pk}/isian/").url.endswith("/prasyarat/")
    fill_in(ani, proposal, "prasyarat", {f"preconditions.{name}": "yes" for name in PRECONDITIONS})
    fill_in(ani, proposal, "gambaran", {"profile": "Contoh."})
    fill_in(ani, proposal, "surat", {"letter_on": "2024-03-01"})
    ani.post(f"/usulan/{proposal.pk}/isian/berita-acara/", {"kind": "minutes", "upload": paper("ba.pdf")})
    assert act(ani, proposal, "submit").status_code == 302
    proposal.refresh_from_db()
    assert proposal.state == "in_review"


def test_a_village_of_others_cannot_be_chosen(world: World) -> None:
    answer = as_official(world, "ani", "village_head").post(
        "/usulan/baru/", {"region": world.villages[1].pk, "era": 2024}
    )
    assert (answer.status_code, Proposal.objects.count()) == (422, 0)


def test_the_village_head_endorses_from_his_inbox(world: World) -> None:
    proposal = world.handed_in()
    fitri = as_official(world, "fitri")
    assert "Usulan Kampung KB Contoh Satu" in fitri.get("/").content.decode()
    page = fitri.get(f"/tugas/{task_of(proposal).pk}/").content.decode()
    assert "Data kependudukan yang akurat" in page
    sent(fitri, task_of(proposal), "approve")
    assert task_of(proposal).office.role == "camat"


def test_the_field_officer_writes_down_her_check(world: World) -> None:
    proposal = world.handed_in()
    for role, login in (("village_head", "fitri"), ("camat", "budi")):
        world.approve(proposal, role, login)
    gita = as_official(world, "gita")
    form = gita.get(f"/usulan/{proposal.pk}/lapangan/").context["form"]
    typed = {f"field_check.{name}": "yes" for name in FIELD_CHECK} | {"field_check.visited.note": "Didatangi 3 Maret."}
    gita.post(f"/usulan/{proposal.pk}/lapangan/", typed | {name: form[name].value() for name in ("key", "version")})
    proposal.refresh_from_db()
    assert proposal.field_check["visited"] == {"met": True, "note": "Didatangi 3 Maret."}


def test_withdraw_a_proposal(world: World) -> None:
    proposal = world.handed_in()
    act(as_official(world, "ani", "village_head"), proposal, "withdraw", reason="Dilengkapi dahulu.")
    proposal.refresh_from_db()
    assert proposal.state == "withdrawn"


def test_a_foreign_proposal_does_not_exist(world: World) -> None:
    proposal = world.draft()
    eko = as_official(world, "eko")
    assert eko.get(f"/usulan/{proposal.pk}/").status_code == 404
    assert eko.post(f"/usulan/{proposal.pk}/withdraw/", {"reason": "x"}).status_code == 404
