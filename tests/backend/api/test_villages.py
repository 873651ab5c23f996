from datetime import date

from tests.world import on_day


def test_a_village_stands_where_the_facts_of_the_day_put_it(world, client_of, in_force):
    on_day(date(2024, 3, 11))
    fitri = client_of("fitri")
    [village] = fitri.get("/api/villages/").json()["results"]
    assert (village["code"], village["label"], village["stage"]) == ("99.01.01.2001", "Desa", "designated")
    assert (village["facts"]["designated"], village["facts"]["pokja"]) == (True, False)
    assert village["first_designated_on"] == "2024-03-04"
    url = f"/api/villages/{village['id']}/"
    assert fitri.get(url, {"on": "2024-03-03"}).json()["stage"] == "draft"
    [effect] = fitri.get(url).json()["effects"]
    assert (effect["kind"], effect["since"], effect["number"]) == ("designate", "2024-03-04", "531 TAHUN 2024")


def test_villages_are_filtered_by_region_code_and_stage(world, client_of, in_force):
    hadi = client_of("hadi")
    found = lambda **query: [v["code"] for v in hadi.get("/api/villages/", query).json()["results"]]  # noqa: E731
    assert found() == ["99.01.01.2001", "99.01.01.2002"]
    assert found(code="99.01.01.2002", stage="designated", region=world.district.pk) == ["99.01.01.2002"]
    assert found(stage="draft", on="2024-01-01") == ["99.01.01.2001", "99.01.01.2002"]
    assert found(region=world.villages[2].pk) == found(stage="active") == []


def test_the_launch_is_noted_by_the_head(world, client_of, in_force):
    fitri = client_of("fitri")
    [village] = fitri.get("/api/villages/").json()["results"]
    assert [offer["name"] for offer in village["available_transitions"]] == ["launch"]
    url = f"/api/villages/{village['id']}/"
    done = fitri.act(url, "launch", values={"held_on": "2024-03-04", "place": "Contoh balai"})
    assert done.status_code == 201, done.json()
    assert fitri.get(url).json()["facts"]["launched"] is True
    assert fitri.get(f"{url}transitions/").json()["results"][-1]["label"] == "Catat pencanangan"
    early = fitri.act(url, "launch", values={"held_on": "tadi", "place": "Contoh"})
    assert early.status_code == 400


def test_the_journal_is_filtered_by_file_village_act_and_date(world, client_of, in_force):
    hadi = client_of("hadi")
    village = in_force.rows.first().kampung_id
    found = lambda **query: [line["act"] for line in hadi.get("/api/journal/", query).json()["results"]]  # noqa: E731
    assert found(file=in_force.pk)[-1] == "decrees.Decree.submit"
    assert found(village=village) == ["routes.Assignment.sign"]
    assert len(found(act="routes.Assignment.approve", since="2024-03-04", until="2024-03-04")) == 4
    assert found(since="2024-03-05") == found(file=2**62) == []


def test_published_routes_are_shown_with_their_steps(world, client_of):
    routes = client_of("fitri").get("/api/routes/").json()["results"]
    steps = {route["kind"]: [step["role"] for step in route["steps"]] for route in routes}
    assert steps["keputusan_bupati"] == ["agency", "legal", "assistant", "secretary", "regent"]
