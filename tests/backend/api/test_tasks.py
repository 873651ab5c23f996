from datetime import date

from tests.world import on_day


def test_my_tasks_are_those_of_my_office(world, client_of):
    proposal = world.handed_in()
    assert [(task["file"]["id"], task["kind"]) for task in client_of("fitri").tasks()] == [(proposal.pk, "endorse")]
    assert client_of("eko").tasks() == []


def test_staff_see_the_tasks_of_their_office(world, client_of):
    world.handed_in()
    assert len(client_of("ani").tasks()) == 1


def test_a_task_says_what_i_may_do(world, client_of):
    world.handed_in()
    [task] = client_of("fitri").tasks()
    offered = {offer["name"]: offer for offer in task["available_transitions"]}
    assert offered["approve"] == {
        "name": "approve",
        "label": "Setujui",
        "values": [],
        "needs": ["read"],
        "problems": [],
    }
    assert offered["return_to_step"]["values"] == [
        {"name": "step", "type": "integer", "required": True}, {"name": "remarks", "type": "array", "required": False},
    ]  # fmt: skip
    assert offered["reject"]["needs"] == ["reason"]
    assert "decide" not in offered
    assert "confirm_scan" not in offered


def test_a_task_says_why_i_may_not(world, client_of):
    world.handed_in()
    [task] = client_of("ani").tasks()
    approve = next(offer for offer in task["available_transitions"] if offer["name"] == "approve")
    assert {problem["rule"] for problem in approve["problems"]} == {"task_of_my_office", "not_my_own_draft"}
    assert all(problem["object_id"] == task["id"] and problem["words"] for problem in approve["problems"])


def test_tasks_are_filtered_by_kind_region_and_lateness(world, client_of):
    world.handed_in()
    fitri = client_of("fitri")
    found = lambda query: len(fitri.get("/api/tasks/", query).json()["results"])  # noqa: E731
    assert (found({"kind": "endorse"}), found({"kind": "sign"})) == (1, 0)
    assert (found({"region": world.district.pk}), found({"region": world.villages[1].pk})) == (1, 0)
    assert found({"region": 2**62}) == 0
    assert (found({"late": "true"}), found({"late": "false"})) == (0, 1)
    on_day(date(2024, 4, 1))
    assert (found({"late": "true"}), found({"late": "false"})) == (1, 0)


def test_pages_follow_each_other_and_end(world, client_of):
    made = [world.handed_in(village).pk for village in range(3)]
    for village in range(3):
        world.appoint("gita", world.office("village_head", village), "plt")
    gita, seen, url = client_of("gita"), [], "/api/tasks/?limit=2"
    while url:
        page = gita.get(url).json()
        assert (page["count"], page["count_is_more"]) == (3, False)
        seen += [task["file"]["id"] for task in page["results"]]
        url = page["next"]
    assert seen == made


def test_counting_stops_where_it_would_cost(world, client_of, monkeypatch):
    monkeypatch.setattr("backend.api.paging.COUNTED", 0)
    world.handed_in()
    page = client_of("fitri").get("/api/tasks/").json()
    assert (page["count"], page["count_is_more"]) == (0, True)
