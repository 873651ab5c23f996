"""From a need that is noted at a village to the partner's answer and its end, on the pages."""

from typing import Any

from django.test import Client

from tests.backend.pages.decrees import as_official
from tests.coaching_world import CoachingWorld
from workflows.coaching.models import Need
from workflows.routes.models import Assignment
from workflows.villages.drafting import unit_of


def sent(client: Client, need: Need, act: str, **typed: Any) -> Any:
    """Open the page of a need, fill in the form of an act as it was offered, and send it."""
    [offer] = [offer for offer in client.get(f"/kebutuhan/{need.pk}/").context["offers"] if offer.name == act]
    hidden = {name: offer.form[name].value() for name in ("key", "version")}
    return client.post(f"/kebutuhan/{need.pk}/{act}/", hidden | typed)


def offered(client: Client, need: Need) -> set[str]:
    return {offer.name for offer in client.get(f"/kebutuhan/{need.pk}/").context["offers"] if not offer.problems}


def test_a_need_goes_from_the_village_to_the_partner_and_back(world: CoachingWorld) -> None:
    village = unit_of(world.villages[0])
    gita, hadi, lala = (as_official(world, login) for login in ("gita", "hadi", "lala"))
    page = gita.get(f"/kebutuhan/desa/{village.pk}/baru/")
    answer = gita.post(f"/kebutuhan/desa/{village.pk}/baru/", {
        "key": page.context["form"]["key"].value(), "what": "Sumur bor untuk posyandu", "aim": "lingkungan"})  # fmt: skip
    need = Need.objects.get()
    assert answer.headers["Location"] == f"/kebutuhan/{need.pk}/"
    assert "Sumur bor untuk posyandu" in gita.get(f"/desa/{village.pk}/").content.decode()
    assert offered(gita, need) == set()

    assert offered(hadi, need) == {"entrust"}
    sent(hadi, need, "entrust", office=world.health.office_id, due_on="2024-03-18", instruction="Mohon dilihat.")
    task = Assignment.objects.get(file=need.pk)
    tinjau = lala.get(f"/tugas/{task.pk}/").content.decode()
    assert f'href="/kebutuhan/{need.pk}/">Jawab kebutuhan ini' in tinjau
    assert "Sumur bor untuk posyandu" in tinjau
    assert "Mohon dilihat." in lala.get(f"/kebutuhan/{need.pk}/").content.decode()

    assert offered(lala, need) == {"answer", "take_on", "decline"}
    sent(lala, need, "answer", answer="Dibor bulan Mei.", fund="dana_desa")
    need.refresh_from_db()
    assert (need.state, need.fund_words) == ("answered", "Dana Desa")
    assert "Dibor bulan Mei." in hadi.get(f"/kebutuhan/{need.pk}/").content.decode()
    sent(hadi, need, "settle")
    need.refresh_from_db()
    assert need.state == "done"


def test_two_clicks_note_one_need(world: CoachingWorld) -> None:
    village, gita = unit_of(world.villages[0]), as_official(world, "gita")
    for _click in range(2):
        gita.post(f"/kebutuhan/desa/{village.pk}/baru/", {"key": "sekali", "what": "Sumur", "aim": "layanan"})
    assert Need.objects.count() == 1
    back = gita.post(f"/kebutuhan/desa/{village.pk}/baru/", {"key": "sekali", "what": "Jamban", "aim": "layanan"})
    assert (back.status_code, Need.objects.count()) == (422, 1)
    again = {"key": back.context["form"]["key"].value(), "what": "Jamban", "aim": "layanan"}
    gita.post(f"/kebutuhan/desa/{village.pk}/baru/", again)
    assert set(Need.objects.values_list("what", flat=True)) == {"Sumur", "Jamban"}


def test_a_refusal_without_a_reason_is_asked_for_one_and_shown_with_it(world: CoachingWorld) -> None:
    need, lala, hadi = world.entrusted(), as_official(world, "lala"), as_official(world, "hadi")
    assert sent(lala, need, "decline", reason="").status_code == 422
    sent(lala, need, "decline", reason="Bukan kewenangan kami.")
    assert "Bukan kewenangan kami." in hadi.get(f"/kebutuhan/{need.pk}/").content.decode()
    assert offered(hadi, need) == {"entrust"}


def test_staff_of_the_asked_office_read_who_answers(world: CoachingWorld) -> None:
    need = world.entrusted()
    world.appoint("sari", world.health.office, capacity="staf")
    sari = as_official(world, "sari")
    assert offered(sari, need) == set()
    assert "hanya pejabatnya yang menjawabnya" in sari.get(f"/kebutuhan/{need.pk}/").content.decode()


def test_a_partner_lists_its_own_and_reaches_no_village(world: CoachingWorld) -> None:
    mine, other = world.entrusted(what="Sumur bor"), world.entrusted(1, to=world.works, what="Jalan usaha tani")
    lala = as_official(world, "lala")
    listed = lala.get("/kebutuhan/").content.decode()
    assert ("Sumur bor" in listed, "Jalan usaha tani" in listed) == (True, False)
    assert lala.get(f"/kebutuhan/{other.pk}/").status_code == 404
    page = lala.get(f"/kebutuhan/{mine.pk}/").content.decode()
    assert ("Contoh Satu" in page, "/desa/" in page) == (True, False)
    assert lala.get("/pembinaan/").headers["Location"] == "/kebutuhan/"
    assert lala.get(f"/kebutuhan/desa/{mine.kampung_id}/baru/").status_code == 404


def test_the_list_is_narrowed_by_owner_day_and_kecamatan(world: CoachingWorld) -> None:
    world.entrusted(what="Sumur bor")
    world.need(1, what="Jalan usaha tani")
    hadi = as_official(world, "hadi")

    def whats(query: str) -> set[str]:
        return {need.what for need in hadi.get(f"/kebutuhan/?{query}").context["needs"]}

    both = {"Sumur bor", "Jalan usaha tani"}
    assert whats("") == whats(f"kecamatan={world.district.pk}") == both
    assert whats(f"pemilik={world.health.office_id}") == whats("tenggat=2024-03-18") == {"Sumur bor"}
    assert whats("keadaan=tanpa-pemilik") == whats("cari=usaha") == {"Jalan usaha tani"}
    assert whats("keadaan=lewat") == whats("keadaan=selesai") == set()
    assert whats("kecamatan=0&pemilik=x&tenggat=lusa") == both


def test_it_is_found_by_its_words_by_who_may_read_it(world: CoachingWorld) -> None:
    world.entrusted(what="Sumur bor untuk posyandu")
    for login, found in (("hadi", True), ("lala", True), ("nana", False)):
        page = as_official(world, login).get("/cari/", {"q": "posyandu"})
        assert bool(page.context["found"].files) == found


def test_what_is_wrong_is_said_and_what_was_typed_stays(world: CoachingWorld) -> None:
    need, hadi = world.need(), as_official(world, "hadi")
    page = sent(hadi, need, "entrust", office=world.health.office_id, due_on="2024-03-01", instruction="Segera.")
    text = page.content.decode()
    assert page.status_code == 422
    assert "Tenggat tidak boleh sebelum hari ini." in text
    assert "Segera." in text
