import pytest

from workflows.core.door import perform
from workflows.routes.models import Assignment

URL = "/api/tasks/transitions/"


@pytest.fixture
def two(world, client_of):
    """Gita stands in for the heads of two villages; each has a proposal to look at."""
    for village in range(2):
        world.handed_in(village)
    world.appoint("gita", world.office("village_head"), "plt")
    world.appoint("gita", world.office("village_head", 1), "plt")
    return client_of("gita")


def test_a_batch_is_all_or_none_and_names_each_row(world, client_of, two):
    ids = [task["id"] for task in two.tasks()]
    refused = two.post(URL, {"ids": ids, "name": "reject", "reason": "Contoh", "mandate": world.mandates[-1].pk})
    assert refused.status_code == 403
    [problem] = refused.json()["problems"]
    assert (problem["object_id"], problem["rule"]) == (ids[0], "task_of_my_office")
    assert all(task["state"] == "open" for task in two.tasks())
    assert len(two.tasks()) == 2


def test_a_batch_is_one_line_in_the_journal(world, client_of):
    for village, head in enumerate(["fitri", "eko"]):
        proposal = world.handed_in(village)
        task = world.task(proposal, "village_head")
        perform(Assignment.approve, task, by=world.by(head), read=world.read(proposal))
    camat = client_of("budi")
    ids = {task["id"] for task in camat.tasks()}
    done = camat.post(URL, {"ids": sorted(ids), "name": "return_to_drafter", "reason": "Contoh alasan"})
    assert done.status_code == 201, done.json()
    returned = {thing["object_id"] for thing in done.json()["objects"] if thing["to_state"] == "returned"}
    assert returned >= ids
    assert len(ids) == 2


def test_a_batch_over_several_of_my_offices_asks_which(two):
    ids = [task["id"] for task in two.tasks()]
    refused = two.post(URL, {"ids": ids, "name": "reject", "reason": "Contoh"})
    assert (refused.status_code, [*refused.json()["errors"]]) == (400, ["mandate"])


def test_foreign_rows_are_named_like_those_that_do_not_exist(world, client_of):
    world.handed_in(1)
    foreign = client_of("eko").tasks()[0]["id"]
    refused = client_of("fitri").post(URL, {"ids": [foreign, 999_999], "name": "approve"})
    assert refused.status_code == 404
    assert len({problem["words"] for problem in refused.json()["problems"]}) == 1
    assert [problem["object_id"] for problem in refused.json()["problems"]] == [foreign, 999_999]


def test_a_batch_of_nonsense_is_a_400(world, client_of):
    fitri = client_of("fitri")
    for ids in ([], None, "1", [True], [-1], [2**80], [1.5], list(range(1, 502))):
        refused = fitri.post(URL, {"ids": ids, "name": "approve"})
        assert (refused.status_code, next(iter(refused.json()["errors"])).split(".")[0]) == (400, "ids"), ids
