"""Programs report as people do: begin, fill in, send, correct, merge; and see no more than their person."""

import pytest

from tests.backend.api.conftest import Api
from tests.people import person
from tests.workflows.reports.figures import PROGRESS


@pytest.fixture
def api(world):
    def enter(login):
        made = Api()
        made.force_login(person(login))
        return made

    return enter


@pytest.fixture
def begun(units, designated):
    return {"village": units.satu.pk, "form": "progress", "day": "2024-02-10"}


def test_a_report_is_begun_once_filled_in_and_sent(api, begun):
    fitri = api("fitri")
    made = [fitri.post("/api/reports/", begun, headers={"Idempotency-Key": "k"}).json() for _twice in range(2)]
    assert made[0]["id"] == made[1]["id"]
    address = f"/api/reports/{made[0]['id']}/"
    assert made[0]["faults"]["users"] == "Peserta KB semua cara wajib diisi."
    filled = fitri.patch(address, {"version": 0, "figures": PROGRESS}).json()
    assert (filled["faults"], filled["told_from"]["users"]) == ({}, "SIGA")
    assert fitri.act(address, "send").status_code == 201
    shown = fitri.get(address).json()
    assert (shown["standing"], shown["period"], shown["reported_on"]) == (True, "2024-02-01", "2024-03-04")


def test_what_cannot_be_is_named(api, begun):
    fitri = api("fitri")
    wrong = fitri.post("/api/reports/", begun | {"figures": {"users": -1}})
    assert wrong.status_code == 400
    assert set(wrong.json()["errors"]) == {"users"}
    assert fitri.get("/api/reports/").json()["results"] == []
    assert fitri.post("/api/reports/", begun | {"village": 2**40}).json()["errors"].keys() == {"village"}
    draft = fitri.post("/api/reports/", begun | {"figures": {"users": 3}}).json()
    refused = fitri.act(f"/api/reports/{draft['id']}/", "send")
    assert "iud" in refused.json()["errors"]
    stale = fitri.patch(f"/api/reports/{draft['id']}/", {"version": 0, "figures": {"users": 4}})
    assert stale.status_code == 409


def test_two_are_merged_and_one_is_corrected(api, begun, sent):
    first = sent("fitri")
    second = sent("gita", reported_by="Contoh Kader", reported_on="2024-03-02", injection=31, iud=4)
    fitri = api("fitri")
    waiting = fitri.get(f"/api/reports/{second.pk}/").json()
    assert waiting["conflicting"]
    assert [offer["name"] for offer in waiting["available_transitions"] if not offer["problems"]] == ["merge"]
    undecided = fitri.act(f"/api/reports/{second.pk}/", "merge", values={"kept": {"iud": first.pk}})
    assert undecided.json()["errors"].keys() == {"injection"}
    kept = {"iud": second.pk, "injection": second.pk}
    assert fitri.act(f"/api/reports/{second.pk}/", "merge", values={"kept": kept}).status_code == 201
    [standing] = fitri.get("/api/reports/", {"standing": "true"}).json()["results"]
    put_right = {"figures": {"pill": 14, "condom": 5}}
    address = f"/api/reports/{standing['id']}/"
    assert fitri.act(address, "correct", values=put_right, reason="Contoh salah tulis").status_code == 201
    [now] = fitri.get("/api/reports/", {"standing": "true"}).json()["results"]
    assert now["id"] != standing["id"]


def test_others_see_what_was_sent_and_no_draft(api, begun, sent):
    report = sent("fitri")
    draft = api("fitri").post("/api/reports/", begun | {"day": "2024-01-10"}).json()
    seen = {login: [one["id"] for one in api(login).get("/api/reports/").json()["results"]] for login in ("citra", "gita", "eko")}
    assert seen == {"citra": [report.pk], "gita": [report.pk], "eko": []}
    assert api("hadi").get(f"/api/reports/{draft['id']}/").status_code == 404
    assert api("eko").get(f"/api/reports/{report.pk}/transitions/").status_code == 404
    assert api("citra").get("/api/journal/", {"act": "reports.Report.send"}).json()["results"]


def test_of_a_kelurahan_the_api_takes_no_fund_that_only_desa_receive(api, units, designated):
    gita = api("gita")
    begun = {"village": units.kelurahan.pk, "form": "profile", "day": "2024-01-01"}
    refused = gita.post("/api/reports/", begun | {"figures": {"funding_sources": ["dana_desa"]}})
    assert (refused.status_code, [*refused.json()["errors"]]) == (400, ["funding_sources"])
    made = gita.post("/api/reports/", begun).json()
    assert made["choices"]["funding_sources"].keys() & {"dana_desa", "add", "apbn"} == {"apbn"}
    address = f"/api/reports/{made['id']}/"
    late = gita.patch(address, {"version": 0, "figures": {"funding_sources": ["add"]}})
    assert "Alokasi Dana Desa (ADD) hanya ada di desa" in late.json()["errors"]["funding_sources"]
    assert gita.patch(address, {"version": 0, "figures": {"funding_sources": ["apbn"]}}).status_code == 200
