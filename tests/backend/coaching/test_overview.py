"""What waits in the room, its card on *Tahun ini*, and the lists that needs choose from."""

from datetime import date

from backend.coaching.overview import card
from backend.pages.acting import Acting
from tests.backend.pages.decrees import as_official
from tests.coaching_world import CoachingWorld


def test_the_room_begins_with_what_waits(world: CoachingWorld) -> None:
    visit = world.adopted(months=2).visits.earliest("month")
    event, need = world.training(), world.entrusted()
    page = as_official(world, "hadi").get("/pembinaan/")
    assert (list(page.context["waiting"]), list(page.context["coming"]), list(page.context["needs"])) == ([visit], [event], [need])


def test_the_card_says_what_waits_for_me(world: CoachingWorld) -> None:
    world.adopted(months=2)
    world.entrusted()
    agency, partner, village = (card(Acting(world.by(login), 0)) for login in ("hadi", "lala", "fitri"))
    assert agency
    assert partner
    assert village
    assert (agency.says, agency.due) == ("1 kunjungan perlu dilaporkan. 1 kebutuhan belum dijawab.", date(2024, 4, 3))
    assert (partner.says, partner.due) == ("1 kebutuhan belum dijawab.", date(2024, 3, 18))
    assert (village.says, village.due) == ("1 kebutuhan belum dijawab.", None)


def test_the_lists_are_shown_with_their_source_and_versions(world: CoachingWorld) -> None:
    page = as_official(world, "hadi").get("/pembinaan/sasaran/").content.decode()
    assert page.index("Inpres 3/2022 menurut") < page.index("khusus wilayah 61.12")
    for words in ("Penataan lingkungan", "Dana Desa", "versi 1", "Sosialisasi di Sungai Raya, 21 Agustus 2024"):
        assert words in page
