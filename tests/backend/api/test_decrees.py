import pytest

from tests.backend.api.conftest import LADDER
from workflows.core.door import perform
from workflows.decrees.models import Decree, LegalBasis, Series
from workflows.organisation.offices import system_mandate


@pytest.fixture
def ani(world, client_of):
    """Ani's client; she drafts for the agency."""
    return client_of("ani")


def new(world, **more):
    return {"kind": "keputusan_bupati", "issuer": world.office("regent").pk, "subject": "Contoh penetapan",
            "considerations": ["bahwa contoh;"], "clauses": ["Menetapkan dua desa."], "effects": ["designate"],
            "bases": [LegalBasis.objects.get().pk]} | more  # fmt: skip


def test_a_decree_goes_from_draft_to_in_force_by_the_api_alone(world, ani, client_of):
    decree = ani.post("/api/decrees/", new(world)).json()
    url = f"/api/decrees/{decree['id']}/"
    rows = ani.post(f"{url}rows/", {"rows": [{"code": "99.01.01.2001"}, {"region": world.villages[1].pk}]})
    assert [row["order"] for row in rows.json()] == [1, 2]
    submitted = ani.act(url, "submit", key="ajukan", version=ani.get(url).json()["file"]["version"])
    assert submitted.status_code == 201, submitted.json()
    for login, _role, act in LADDER:
        client = client_of(login)
        [task] = [task for task in client.tasks() if task["file"]["id"] == decree["id"]]
        assert client.do(task, act).status_code == 201
    perform(
        Decree.receive_paper, Decree.objects.get(pk=decree["id"]), by=system_mandate(), values={"sha256": "ab" * 32}
    )
    citra = client_of("citra")
    [task] = citra.tasks()
    assert citra.do(task, "sign").status_code == 201
    done = citra.get(url).json()
    assert (done["state"], done["issue"]["number"], done["row_count"]) == ("in_force", "531 TAHUN 2024", 2)
    assert [step["state"] for step in done["steps"] if step["kind"] != "sign_document"] == ["approved"] * 5
    story = [line["label"] for line in citra.get(f"{url}transitions/").json()["results"]]
    assert (story[0], story[-1]) == ("Ajukan", "Tanda tangani")


def test_a_draft_says_what_is_missing_before_it_can_be_handed_in(world, ani):
    decree = ani.post("/api/decrees/", new(world, bases=[], clauses=[])).json()
    submit = next(offer for offer in decree["available_transitions"] if offer["name"] == "submit")
    assert {problem["rule"] for problem in submit["problems"]} >= {"has_legal_basis", "has_clauses", "has_rows"}
    refused = ani.act(f"/api/decrees/{decree['id']}/", "submit")
    assert (refused.status_code, len(refused.json()["problems"])) == (422, len(submit["problems"]))


def test_a_draft_is_changed_by_its_office_only(world, ani, client_of, draft):
    url, version = f"/api/decrees/{draft.pk}/", ani.get(f"/api/decrees/{draft.pk}/").json()["file"]["version"]
    changed = ani.patch(url, {"version": version, "subject": "Contoh lain", "effective_on": "2024-04-01"})
    assert (changed.json()["subject"], changed.json()["file"]["title"]) == ("Contoh lain", "Contoh lain")
    stale = ani.patch(url, {"version": version, "subject": "Contoh lagi"})
    assert stale.status_code == 409
    assert client_of("citra").patch(url, {"version": version, "subject": "x"}).status_code == 404


def test_what_is_being_examined_is_not_edited_as_a_draft(ani, decree):
    version = ani.get(f"/api/decrees/{decree.pk}/").json()["file"]["version"]
    refused = ani.patch(f"/api/decrees/{decree.pk}/", {"version": version, "subject": "x"})
    assert (refused.status_code, refused.json()["problems"][0]["rule"]) == (409, "state")


BAD = [
    ({"kind": "keputusan_presiden"}, "kind"),
    ({"issuer": 2**62}, "issuer"),
    ({"issuer": "x"}, "issuer"),
    ({"subject": "x" * 501}, "subject"),
    ({"subject": None}, "subject"),
    ({"considerations": "bahwa"}, "considerations"),
    ({"clauses": [1, {"a": 1}]}, "clauses.2"),
    ({"effects": ["menghapus"]}, "effects.1"),
    ({"effective_on": "2024-02-30"}, "effective_on"),
    ({"bases": [2**62]}, "bases"),
    ({"mandate": 2**62}, "mandate"),
]


def test_a_bad_field_is_named(world, ani):
    for given, field in BAD:
        refused = ani.post("/api/decrees/", new(world, **given))
        assert (refused.status_code, field in refused.json()["errors"]) == (400, True), (given, refused.json())


def test_an_office_drafts_only_for_the_head_of_its_own_region(world, ani, client_of):
    refused = client_of("eko").post("/api/decrees/", new(world))
    assert (refused.status_code, [*refused.json()["errors"]]) == (400, ["issuer"])
    village = new(world, kind="keputusan_kades", issuer=world.office("village_head", 1).pk)
    assert client_of("eko").post("/api/decrees/", village).status_code == 201


def test_rows_outside_unknown_or_double_are_refused_by_name(world, ani, draft):
    rows = [{"code": "99.01.01.1003"}, {"code": "99.99"}, {"region": 2**62}]
    unknown = ani.post(f"/api/decrees/{draft.pk}/rows/", {"rows": rows})
    assert (unknown.status_code, [*unknown.json()["errors"]]) == (400, ["rows.2", "rows.3"])
    double = ani.post(f"/api/decrees/{draft.pk}/rows/", {"rows": [{"region": world.villages[0].pk}]})
    assert "tercantum dua kali" in double.json()["errors"]["rows.1"]
    district = ani.post(f"/api/decrees/{draft.pk}/rows/", {"rows": [{"region": world.district.pk}]})
    assert [*district.json()["errors"]] == ["rows.1"]


def test_rows_are_described_removed_and_listed_in_order(world, ani, draft):
    url = f"/api/decrees/{draft.pk}/rows/"
    assert ani.patch(f"{url}2/", {"data": {"note": "Contoh"}}).json()["data"] == {"note": "Contoh"}
    assert ani.delete(f"{url}1/").status_code == 204
    assert [row["code"] for row in ani.get(url).json()["results"]] == ["99.01.01.2002"]
    assert ani.delete(f"{url}7/").status_code == 400


def test_a_village_on_another_open_draft_is_not_claimed_twice(world, ani, draft):
    other = ani.post("/api/decrees/", new(world)).json()
    refused = ani.post(f"/api/decrees/{other['id']}/rows/", {"rows": [{"region": world.villages[0].pk}]})
    assert (refused.status_code, "konsep lain" in str(refused.json()["errors"])) == (400, True)


def test_the_text_is_revised_on_the_way_and_bad_changes_are_named(world, client_of, decree):
    budi = client_of("budi")
    bad = budi.act(f"/api/decrees/{decree.pk}/", "revise", reason="Contoh", values={"changes": {"strike": 5}})
    assert (bad.status_code, [*bad.json()["errors"]]) == (400, ["changes.strike"])
    by = world.by("budi", "legal").pk
    values = {"changes": {"strike": [{"row": 2, "reason": "Contoh"}]}}
    done = budi.act(f"/api/decrees/{decree.pk}/", "revise", reason="Contoh", values=values, mandate=by)
    assert done.status_code == 201, done.json()
    struck = budi.get(f"/api/decrees/{decree.pk}/rows/").json()["results"][1]
    assert (struck["struck"], struck["strike_reason"]) == (True, "Contoh")


def test_a_draft_names_the_earlier_decree_that_it_replaces(world, ani, in_force):
    later = ani.post("/api/decrees/", new(world)).json()
    url = f"/api/decrees/{later['id']}/links/"
    assert ani.post(url, {"decree": in_force.pk, "kind": "replaces"}).status_code == 201
    assert ani.get(f"/api/decrees/{later['id']}/").json()["links"] == [{"kind": "replaces", "decree": in_force.pk}]
    assert [*ani.post(url, {"decree": later["id"], "kind": "amends"}).json()["errors"]] == ["decree"]


def test_decrees_are_filtered(world, ani, in_force):
    found = lambda **query: [decree["id"] for decree in ani.get("/api/decrees/", query).json()["results"]]  # noqa: E731
    village = in_force.rows.first().kampung_id
    assert found(state="in_force", kind="keputusan_bupati", village=village, words="contoh kampung") == [in_force.pk]
    assert found(region=world.regency.pk) == [in_force.pk]
    assert found(region=world.district.pk) == found(state="draft") == found(village=2**62) == []


def test_a_register_shows_its_numbers(world, client_of, in_force):
    citra = client_of("citra")
    [register] = citra.get("/api/registers/").json()["results"]
    assert (register["id"], register["last"]) == (Series.objects.get().pk, 531)
    [number] = citra.get(f"/api/registers/{register['id']}/numbers/", {"year": 2024}).json()["results"]
    assert (number["text"], number["state"], number["decree"]) == ("531 TAHUN 2024", "issued", in_force.pk)
    assert citra.get(f"/api/registers/{register['id']}/numbers/", {"year": 2023}).json()["results"] == []
