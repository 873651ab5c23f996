"""A village fills in its report section by section, sees what is wrong beside the field, and sends it."""

from datetime import date

import pytest

from tests.pictures import picture
from tests.workflows.reports.figures import ACTIVITY, FIGURES, POPULATION, PROGRESS
from workflows.core.models import JournalEntry
from workflows.reports.drafting import start_report
from workflows.reports.models import Enclosure, Report

JSON = {"Accept": "application/json"}


@pytest.fixture
def draft(world, units, designated):
    return start_report(units.satu, "progress", date(2024, 2, 10), world.by("fitri"))


def section_of(form, key, read=0, unique="k1", **more):
    keys = [field.key for field in form.section(key).fields]
    return {"key": unique, "read": read} | {name: PROGRESS[name] for name in keys} | more


def url(report, key):
    return f"/laporan/{report.pk}/bagian/{key}/"


def test_a_village_sees_what_is_late_and_what_is_due(enter, units, designated, sent):
    sent("fitri", day=date(2024, 1, 1))
    page = enter("fitri").get(f"/laporan/desa/{units.satu.pk}/").content.decode()
    assert "Perkembangan bulanan Bangga Kencana, Februari 2024" in page
    assert "lewat tenggat 1 hari" in page
    told, waiting = page.split('id="terkirim"')[1], page.split('id="perlu"')[1].split('id="kegiatan"')[0]
    assert "Bangga Kencana, Januari 2024" in told
    assert "Bangga Kencana, Januari 2024" not in waiting
    assert "November 2023" not in page


def test_from_beginning_to_sending(enter, world, units, designated):
    client = enter("fitri")
    begun = {"key": "a", "period": "2024-02-01", "channel": "app"}
    first = client.post(f"/laporan/desa/{units.satu.pk}/baru/progress/", begun)
    report = Report.objects.get()
    assert first.headers["Location"] == url(report, "groups")
    way = [*(url(report, key) for key in ("users", "non_users", "children")), f"/laporan/{report.pk}/"]
    for key, following in zip(("groups", "users", "non_users", "children"), way, strict=True):
        answer = client.post(url(report, key), section_of(report.definition, key))
        assert answer.headers["Location"] == following
    report.refresh_from_db()
    assert report.figures == PROGRESS
    assert "4 dari 4 bagian lengkap" in client.get(f"/laporan/{report.pk}/").content.decode()
    for _twice in range(2):
        client.post(f"/laporan/{report.pk}/kirim/", {"key": "s", "version": report.version})
    report.refresh_from_db()
    assert (report.state, report.standing, report.reporter) == ("sent", True, world.by("fitri").person)
    assert JournalEntry.objects.filter(act="reports.Report.send").count() == 1


def test_a_draft_of_the_period_is_gone_on_with(enter, draft, units):
    again = {"key": "b", "period": "2024-02-01", "channel": "app"}
    assert enter("fitri").post(f"/laporan/desa/{units.satu.pk}/baru/progress/", again).headers["Location"] == url(draft, "groups")
    assert Report.objects.count() == 1


def test_the_last_figures_and_the_whole_stand_beside_the_field(enter, sent, draft):
    sent("hadi", "population", day=date(2024, 1, 1))
    sent("hadi", day=date(2024, 1, 1), bkb_participants=17)
    page = enter("fitri").get(url(draft, "groups")).content.decode()
    assert "Bagian dari 80 (keluarga dengan balita)." in page
    assert "Januari 2024: 17." in page


def test_a_year_begins_with_what_was_told_the_last_time(enter, world, units, designated, sent):
    sent("hadi", "profile", day=date(2024, 1, 1))
    draft = start_report(units.satu, "profile", date(2024, 2, 10), world.by("fitri"))
    client = enter("fitri")
    assert "Mulai dengan isian Januari 2024" in client.get(url(draft, "pokja")).content.decode()
    assert 'value="21"' in client.get(url(draft, "pokja") + "?salin=1").content.decode()


def test_figures_that_cannot_be_are_named_and_nothing_is_saved(enter, draft):
    wrong = section_of(draft.definition, "users", iud="banyak", mow="-1")
    page = enter("fitri").post(url(draft, "users"), wrong)
    assert page.status_code == 422
    assert {"iud", "mow"} == set(page.context["form"].errors)
    draft.refresh_from_db()
    assert draft.figures == {}


def test_a_false_sum_may_be_saved_and_is_told_until_it_is_right(enter, draft):
    client = enter("fitri")
    client.post(url(draft, "users"), section_of(draft.definition, "users", users=61))
    look_over = client.get(f"/laporan/{draft.pk}/").content.decode()
    assert f'href="{url(draft, "users")}#id_users"' in look_over
    assert "harus sama dengan jumlah rinciannya, 60" in look_over
    refused = client.post(f"/laporan/{draft.pk}/kirim/", {"key": "s", "version": 1})
    assert refused.status_code == 422
    draft.refresh_from_db()
    assert draft.state == "draft"


def test_thousands_may_be_grouped(enter, world, units, designated):
    draft = start_report(units.satu, "population", date(2024, 1, 1), world.by("fitri"))
    given = {"key": "k", "read": 0} | {key: POPULATION[key] for key in ("men", "women")}
    enter("fitri").post(url(draft, "people"), given | {"people": "1.000"})
    draft.refresh_from_db()
    assert draft.figures["people"] == 1000


def test_another_source_is_kept_with_every_figure_of_the_section(enter, draft):
    enter("fitri").post(url(draft, "groups"), section_of(draft.definition, "groups", source="Kartu contoh"))
    draft.refresh_from_db()
    assert set(draft.told_from.values()) == {"Kartu contoh"}


def test_programs_are_answered_as_the_offline_layer_asks(enter, draft):
    client, given = enter("fitri"), section_of(draft.definition, "groups")
    first = client.post(url(draft, "groups"), given, headers=JSON).json()
    assert (first["version"], first["progress"]) == (1, "2 dari 4 bagian lengkap")
    assert client.post(url(draft, "groups"), given, headers=JSON).json() == first
    stale = client.post(url(draft, "groups"), given | {"key": "k2", "bkb_participants": 21}, headers=JSON)
    assert stale.status_code == 409
    assert stale.json()["theirs"]["bkb_participants"] == 20
    assert (stale.json()["by"], stale.json()["version"]) == ("Contoh Fitri", 1)
    wrong = client.post(url(draft, "groups"), given | {"key": "k3", "read": 1, "bkb_participants": "x"}, headers=JSON)
    assert wrong.status_code == 422
    assert set(wrong.json()["problems"]) == {"bkb_participants"}
    draft.refresh_from_db()
    assert draft.figures["bkb_participants"] == 20


def test_two_people_in_two_sections_do_not_disturb_each_other(enter, world, draft):
    ani = enter("ani", "village_head")
    assert ani.post(url(draft, "groups"), section_of(draft.definition, "groups")).status_code == 302
    assert enter("fitri").post(url(draft, "users"), section_of(draft.definition, "users")).status_code == 302


def test_in_one_section_both_answers_are_shown_and_the_form_is_kept(enter, draft):
    other = section_of(draft.definition, "groups", unique="a", bkb_participants=22)
    enter("ani", "village_head").post(url(draft, "groups"), other)
    page = enter("fitri").post(url(draft, "groups"), section_of(draft.definition, "groups"))
    assert page.status_code == 409
    assert [one["words"] for one in page.context["theirs"]] == ["22"]
    again = {name: "" if (value := page.context["form"][name].value()) is None else value for name in page.context["form"].fields}
    enter("fitri").post(url(draft, "groups"), again)
    draft.refresh_from_db()
    assert draft.figures["bkb_participants"] == 20


def test_photos_lie_beside_an_activity_five_at_most_and_the_same_once(enter, world, units, designated, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    draft = start_report(units.satu, "activity", date(2024, 2, 10), world.by("fitri"))
    client, address = enter("fitri"), f"/laporan/{draft.pk}/lampiran/foto/"
    first = client.post(address, {"key": "f1", "file": picture("a.jpg", colour=(9, 9, 9))}, headers=JSON).json()
    assert client.post(address, {"key": "f1", "file": picture("a.jpg", colour=(9, 9, 9))}, headers=JSON).json() == first
    for n in range(2, 7):
        answer = client.post(address, {"key": f"f{n}", "file": picture("b.jpg", colour=(n * 40, 0, 99))}, headers=JSON)
    assert answer.status_code == 422
    assert Enclosure.objects.count() == 5
    client.post(f"/laporan/{draft.pk}/lampiran/{first['id']}/hapus/")
    assert Enclosure.objects.count() == 4


def test_a_form_that_is_gone_back_to_begins_another_report_and_never_the_first_again(enter, world, units, designated):
    client, address = enter("fitri"), f"/laporan/desa/{units.satu.pk}/baru/activity/"
    given = {"key": "a", "period": "2024-02-10", "channel": "app"}
    first = client.post(address, given).headers["Location"]
    assert client.post(address, given).headers["Location"] == first
    back = client.post(address, given | {"period": "2024-02-17"})
    assert (back.status_code, Report.objects.count()) == (422, 1)
    renewed = given | {"period": "2024-02-17", "key": back.context["form"]["key"].value()}
    assert client.post(address, renewed).headers["Location"] != first


def test_a_key_that_no_database_keeps_is_read_without_what_it_cannot(enter, drafted, designated):
    report = drafted("fitri")
    sent = enter("fitri").post(f"/laporan/{report.pk}/kirim/", {"key": "a\x00b", "version": report.version})
    assert (sent.status_code, JournalEntry.objects.latest("pk").key) == (302, "ab")


def test_the_plan_of_work_lies_beside_a_profile_that_says_there_is_one(enter, world, units, designated, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    profile = start_report(units.satu, "profile", date(2024, 3, 1), world.by("fitri"))
    client, address = enter("fitri"), f"/laporan/{profile.pk}/lampiran/rencana/"
    refused = client.post(address, {"key": "a", "file": picture("rencana.jpg")})
    assert (refused.status_code, Enclosure.objects.count()) == (422, 0)
    assert "Jawab dahulu di profil" in refused.content.decode()
    Report.objects.filter(pk=profile.pk).update(figures={"work_plan": True})
    assert client.post(address, {"key": "b", "file": picture("rencana.jpg")}).status_code == 302
    assert address in (page := client.get(f"/laporan/{profile.pk}/").content.decode())
    assert "rencana.jpg" in page


def test_one_paper_is_not_both_the_scan_and_the_plan(enter, world, units, designated, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    profile = start_report(units.satu, "profile", date(2024, 3, 1), world.by("gita"), channel="paper")
    Report.objects.filter(pk=profile.pk).update(figures={"work_plan": True})
    client, address = enter("gita"), f"/laporan/{profile.pk}/lampiran/"
    assert client.post(f"{address}pindaian/", {"key": "a", "file": picture("kertas.jpg")}).status_code == 302
    again = client.post(f"{address}rencana/", {"key": "b", "file": picture("kertas.jpg")})
    assert (again.status_code, Enclosure.objects.count()) == (422, 1)
    assert "sudah terlampir sebagai pindaian kertas" in again.content.decode()


def test_what_was_sent_keeps_its_photos(enter, world, units, designated, sent, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    client = enter("fitri")
    begun = client.post(f"/laporan/desa/{units.satu.pk}/baru/activity/", {"key": "a", "period": "2024-02-10", "channel": "app"})
    report = Report.objects.get()
    client.post(f"/laporan/{report.pk}/lampiran/foto/", {"key": "f", "file": picture("a.jpg")})
    client.post(begun.headers["Location"], {"key": "k", "read": 0} | ACTIVITY)
    report.refresh_from_db()
    client.post(f"/laporan/{report.pk}/kirim/", {"key": "s", "version": report.version})
    assert client.post(f"/laporan/{report.pk}/lampiran/foto/", {"key": "g", "file": picture("b.jpg")}).status_code == 404
    assert "Foto kegiatan" in client.get(f"/laporan/{report.pk}/").content.decode()
    assert enter("gita").get(f"/lampiran/{Enclosure.objects.get().attachment_id}/").status_code == 200


@pytest.mark.parametrize("form", FIGURES)
def test_every_form_can_be_filled_in_on_its_pages(enter, world, units, designated, form):
    draft = start_report(units.satu, form, date(2024, 2, 10), world.by("fitri"))
    for section in draft.definition.sections:
        typed = {field.key: as_typed(FIGURES[form].get(field.key)) for field in section.fields}
        said = {key: value for key, value in typed.items() if value is not None}
        answer = enter("fitri").post(url(draft, section.key), {"key": "k", "read": 0} | said)
        assert answer.status_code == 302
    draft.refresh_from_db()
    assert {key: value for key, value in draft.figures.items() if value != []} == FIGURES[form]


def as_typed(value):
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else value


# --- what only desa receive ------------------------------------------------------------------------------------------------


@pytest.fixture
def of_a_kelurahan(world, units, designated):
    return start_report(units.kelurahan, "profile", date(2024, 1, 1), world.by("gita"))


def test_a_kelurahan_is_not_offered_what_only_desa_receive(enter, world, units, of_a_kelurahan):
    here = enter("gita").get(url(of_a_kelurahan, "pokja")).content.decode()
    assert ("Dana Desa" in here, "APBD kabupaten/kota" in here, "data-offline" in here) == (False, True, True)
    of_a_desa = start_report(units.satu, "profile", date(2024, 1, 1), world.by("fitri"))
    assert "Alokasi Dana Desa (ADD)" in enter("fitri").get(url(of_a_desa, "pokja")).content.decode()


@pytest.mark.parametrize("sent", [{"funding_sources": ["dana_desa"]}, {"funding_sources_lain": "Contoh Yayasan, dana desa"}])
def test_a_phone_that_kept_the_old_form_is_answered_at_the_field(enter, of_a_kelurahan, sent):
    """By the page, and by the contract of forms that are kept offline."""
    body = {"key": "k", "read": 0, "pokja": "no"} | sent
    answer = enter("gita").post(url(of_a_kelurahan, "pokja"), body, headers=JSON)
    assert (answer.status_code, [*answer.json()["problems"]]) == (422, ["funding_sources"])
    page = enter("gita").post(url(of_a_kelurahan, "pokja"), body)
    assert (page.status_code, "id_funding_sources_error" in page.content.decode()) == (422, True)
    of_a_kelurahan.refresh_from_db()
    assert of_a_kelurahan.figures == {}


def test_a_report_of_before_is_read_and_corrected_with_its_own_choices(enter, world, of_a_kelurahan, sent):
    Report.objects.filter(pk=of_a_kelurahan.pk).delete()
    with pytest.MonkeyPatch.context() as before:
        before.setattr("workflows.reports.models.offered_to", lambda _kind, form: form)
        old = sent("gita", "profile", date(2024, 1, 1), unit=of_a_kelurahan.kampung)
    gita = enter("gita")
    assert "Dana Desa, APBD kabupaten/kota" in gita.get(f"/laporan/{old.pk}/").content.decode()
    page = gita.get(f"/laporan/{old.pk}/perbaiki/").content.decode()
    assert ('value="dana_desa"' in page, 'value="add"' in page) == (True, False)
