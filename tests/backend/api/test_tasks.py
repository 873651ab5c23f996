from django.urls import reverse


def test_my_tasks_are_those_of_my_office(world, client_of):
    proposal = world.handed_in()
    found = client_of("fitri").get("/api/tasks/").json()
    assert [(task["file"]["id"], task["kind"]) for task in found["results"]] == [(proposal.pk, "endorse")]
    assert client_of("eko").get("/api/tasks/").json()["results"] == []


def test_a_task_says_what_i_may_do(world, client_of):
    world.handed_in()
    [task] = client_of("fitri").get("/api/tasks/").json()["results"]
    offered = {offer["name"]: offer for offer in task["available_transitions"]}
    assert offered["approve"]["problems"] == []
    assert offered["approve"]["label"] == "Setujui"
    assert "decide" not in offered


def test_approving_writes_the_next_line_of_the_story(world, client_of):
    world.handed_in()
    fitri = client_of("fitri")
    [task] = fitri.get("/api/tasks/").json()["results"]
    url = reverse("api-task-transitions", args=[task["id"]])
    done = fitri.post(url, {"name": "approve", "version": task["file"]["version"], "read": task["file"]["read"]},
                      format="json", headers={"Idempotency-Key": "k1"})  # fmt: skip
    assert done.status_code == 201, done.json()
    assert done.json()["act"] == "routes.Assignment.approve"
    assert fitri.get(url).json()["results"][-1] == done.json()
