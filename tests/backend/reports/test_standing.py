"""What was sent: read with the origin of each figure, keyed from paper, corrected with a reason, and merged, never doubled."""

from datetime import date

import pytest

from tests.workflows.reports.figures import PROGRESS
from workflows.reports.drafting import start_report
from workflows.reports.models import Report


@pytest.fixture
def two(designated, sent):
    """The village's own by app, and one that Gita keyed from paper: they differ in one figure."""
    first = sent("fitri")
    return first, sent("gita", reported_by="Contoh Kader", reported_on="2024-03-02", injection=25, implant=9)


def test_what_comes_from_paper_names_who_told_it_and_who_keyed_it(enter, units, designated):
    client, address = enter("gita"), f"/laporan/desa/{units.satu.pk}/baru/progress/"
    given = {"key": "a", "period": "2024-02-01", "channel": "paper"}
    unsaid = client.post(address, given)
    assert set(unsaid.context["form"].errors) == {"reported_by", "reported_on"}
    client.post(address, given | {"reported_by": "Contoh Kader", "reported_on": "2024-03-02"})
    report = Report.objects.get()
    for n, section in enumerate(report.definition.sections):
        figures = {field.key: PROGRESS[field.key] for field in section.fields}
        client.post(f"/laporan/{report.pk}/bagian/{section.key}/", figures | {"key": str(n), "read": 0})
    report.refresh_from_db()
    client.post(f"/laporan/{report.pk}/kirim/", {"key": "s", "version": report.version})
    page = client.get(f"/laporan/{report.pk}/").content.decode()
    assert "Contoh Kader, kertas 2 Maret 2024; dicatat Contoh Gita 4 Maret 2024" in page


def test_a_kecamatan_keys_for_its_villages(enter, units, designated):
    given = {"key": "a", "period": "2024-02-01", "channel": "paper", "reported_by": "Contoh Kader", "reported_on": "2024-03-02"}
    enter("budi", "camat").post(f"/laporan/desa/{units.satu.pk}/baru/progress/", given)
    assert Report.objects.get().office.role == "camat"


def test_whoever_does_not_report_for_a_village_is_told_who_does(enter, units, designated):
    begun = {"key": "a", "period": "2024-02-01", "channel": "app"}
    answer = enter("citra").post(f"/laporan/desa/{units.satu.pk}/baru/progress/", begun)
    assert answer.status_code == 422
    assert "penyuluh KB-nya, kecamatan, atau OPD KB" in answer.content.decode()


def test_a_share_names_its_whole_and_a_figure_its_source(enter, designated, sent):
    sent("hadi", "population", day=date(2024, 1, 1))
    page = enter("citra").get(f"/laporan/{sent('fitri').pk}/").content.decode()
    assert "60,0 % dari 100 (pasangan usia subur (PUS))" in page
    assert "SIGA" in page


def test_a_correction_keeps_what_was_told_and_says_why(enter, designated, sent):
    report, client = sent("fitri"), enter("fitri")
    page = client.get(f"/laporan/{report.pk}/perbaiki/")
    typed = {name: "" if (value := page.context["form"][name].value()) is None else value for name in page.context["form"].fields}
    unchanged = client.post(f"/laporan/{report.pk}/perbaiki/", typed | {"reason": "Contoh"})
    assert "Tidak ada angka yang berubah." in unchanged.content.decode()
    wrong = client.post(f"/laporan/{report.pk}/perbaiki/", typed | {"reason": "Contoh", "iud": "6"})
    assert set(wrong.context["form"].errors) == {"users"}
    done = client.post(f"/laporan/{report.pk}/perbaiki/", typed | {"reason": "Salah tulis contoh", "iud": "6", "injection": "29"})
    now = Report.objects.get(replaces=report)
    assert done.headers["Location"] == f"/laporan/{now.pk}/"
    assert now.figures == PROGRESS | {"iud": 6, "injection": 29}
    shown = client.get(f"/laporan/{now.pk}/").content.decode()
    assert "Salah tulis contoh" in shown
    told = {row.label: row.first.pk for _section, rows in client.get(f"/laporan/{now.pk}/").context["parts"] for row in rows}
    assert (told["Peserta IUD"], told["Peserta pil"]) == (now.pk, report.pk)


def test_two_reports_are_merged_figure_by_figure_and_counted_once(enter, two):
    first, second = two
    client = enter("fitri")
    assert "Dua laporan tentang masa yang sama" in client.get(f"/laporan/desa/{first.kampung_id}/").content.decode()
    page = client.get(f"/laporan/{second.pk}/gabung/")
    assert {pair.key for pair in page.context["two"].differing} == {"injection", "implant"}
    undecided = client.post(f"/laporan/{second.pk}/gabung/", {"key": "m", "injection": first.pk})
    assert set(undecided.context["form"].errors) == {"implant"}
    client.post(f"/laporan/{second.pk}/gabung/", {"key": "m", "injection": second.pk, "implant": second.pk})
    merged = Report.objects.get(standing=True)
    assert (merged.replaces, merged.merges) == (first, second)
    assert (merged.figures["injection"], merged.figures["pill"]) == (25, 15)
    told = {row.label: row.first.pk for _section, rows in client.get(f"/laporan/{merged.pk}/").context["parts"] for row in rows}
    assert (told["Peserta suntik"], told["Peserta pil"]) == (second.pk, first.pk)


def test_a_choice_that_cannot_be_is_told_at_its_field(enter, two):
    first, second = two
    answer = enter("fitri").post(f"/laporan/{second.pk}/gabung/", {"key": "m", "injection": first.pk, "implant": second.pk})
    assert answer.status_code == 422
    assert "harus sama dengan jumlah rinciannya" in answer.content.decode()


def test_a_draft_that_changed_after_the_look_over_is_not_sent(enter, drafted):
    report = drafted("fitri")
    answer = enter("fitri").post(f"/laporan/{report.pk}/kirim/", {"key": "s", "version": report.version - 1})
    assert answer.status_code == 422
    report.refresh_from_db()
    assert report.state == "draft"


def test_a_draft_is_its_own_office_s(enter, world, units):
    draft = start_report(units.satu, "progress", date(2024, 2, 1), world.by("fitri"))
    assert enter("ani", "village_head").get(f"/laporan/{draft.pk}/").status_code == 200
    for login, role in (("gita", ""), ("hadi", ""), ("citra", ""), ("eko", "")):
        assert enter(login, role).get(f"/laporan/{draft.pk}/").status_code == 404
