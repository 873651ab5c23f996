from tests.world import upload
from workflows.core.models import JournalEntry
from workflows.routes.models import Assignment


def test_approving_writes_the_next_line_of_the_story(world, client_of):
    world.handed_in()
    fitri = client_of("fitri")
    [task] = fitri.tasks()
    done = fitri.do(task, "approve")
    assert done.status_code == 201
    line = done.json()
    assert (line["act"], line["label"], line["person"]["full_name"]) == (
        "routes.Assignment.approve",
        "Setujui",
        "Contoh Fitri",
    )
    assert {"kind": "assignment", "object_id": task["id"]}.items() <= next(
        thing for thing in line["objects"] if thing["to_state"] == "approved"
    ).items()
    assert fitri.get(f"/api/tasks/{task['id']}/transitions/").json()["results"][-1] == line
    assert fitri.tasks() == []


def test_a_double_click_gets_the_same_answer(world, client_of):
    world.handed_in()
    fitri = client_of("fitri")
    [task] = fitri.tasks()
    first, second = fitri.do(task, "approve", key="satu"), fitri.do(task, "approve", key="satu")
    assert (first.status_code, second.status_code) == (201, 201)
    assert first.json() == second.json()
    assert JournalEntry.objects.filter(act="routes.Assignment.approve").count() == 1


def test_a_key_is_good_for_one_request_only(world, client_of):
    world.handed_in()
    fitri = client_of("fitri")
    [task] = fitri.tasks()
    fitri.do(task, "approve", key="satu")
    other = fitri.do(task, "reject", key="satu", reason="Contoh alasan")
    assert (other.status_code, other.json()["type"]) == (422, "urn:siklus:key-reused")


def test_without_a_key_the_second_click_finds_the_task_closed(world, client_of):
    world.handed_in()
    fitri = client_of("fitri")
    [task] = fitri.tasks()
    fitri.do(task, "approve")
    again = fitri.act(f"/api/tasks/{task['id']}/", "approve", read=task["file"]["read"])
    assert (again.status_code, again.json()["problems"][0]["rule"]) == (409, "state")


def test_a_stale_version_is_a_conflict_that_says_what_changed(world, client_of):
    proposal = world.handed_in()
    fitri = client_of("fitri")
    [task] = fitri.tasks()
    fitri.do(task, "approve")
    camat = client_of("budi")
    old = camat.act(f"/api/tasks/{world.task(proposal, 'camat').pk}/", "approve", version=task["file"]["version"],
                    read=task["file"]["read"])  # fmt: skip
    assert old.status_code == 409
    assert old["Content-Type"] == "application/problem+json"
    assert [change["act"] for change in old.json()["changes"]] == ["routes.Assignment.approve"]


def test_what_was_not_read_cannot_be_approved(world, client_of):
    world.handed_in()
    fitri = client_of("fitri")
    [task] = fitri.tasks()
    blind = fitri.do(task, "approve", read="")
    assert (blind.status_code, blind.json()["problems"][0]["rule"]) == (422, "text_was_read")


def test_staff_prepare_and_do_not_decide(world, client_of, draft):
    world.appoint("joko", world.office("camat"), "staf")
    proposal = world.handed_in()
    world.approve(proposal, "village_head", "fitri")
    joko = client_of("joko")
    task = next(task for task in joko.tasks() if task["office"]["role"] == "camat")
    tried = joko.do(task, "approve", mandate=world.mandates[-1].pk)
    assert (tried.status_code, tried.json()["title"]) == (403, "Bukan wewenang Anda")
    assert tried.json()["problems"][0]["solved_by"] == "pejabat kantor itu"


def test_the_drafter_does_not_approve_his_own_file(world, client_of):
    world.handed_in()
    plh = world.appoint("ani", world.office("village_head"), "plh")
    ani = client_of("ani")
    task = next(task for task in ani.tasks() if task["office"]["role"] == "village_head")
    tried = ani.do(task, "approve", mandate=plh.pk)
    assert (tried.status_code, [p["rule"] for p in tried.json()["problems"]]) == (422, ["not_my_own_draft"])


def test_i_act_by_the_mandate_i_choose_and_only_by_my_own(world, client_of):
    proposal = world.handed_in()
    fitri = client_of("fitri")
    [task] = fitri.tasks()
    foreign = fitri.do(task, "approve", mandate=world.by("eko").pk)
    assert (foreign.status_code, [*foreign.json()["errors"]]) == (400, ["mandate"])
    done = fitri.do(task, "approve", mandate=world.by("fitri").pk)
    assert done.status_code == 201
    assert Assignment.objects.get(pk=task["id"]).mandate == world.by("fitri")
    assert done.json()["objects"][0]["file_id"] == proposal.pk


def test_a_return_pins_its_remarks(world, client_of):
    world.handed_in()
    fitri = client_of("fitri")
    [task] = fitri.tasks()
    remarks = [{"part": "text", "target": "profile", "text": "Contoh catatan"}]
    done = fitri.do(task, "return_to_drafter", reason="Contoh alasan", values={"remarks": remarks})
    assert done.status_code == 201, done.json()
    shown = fitri.get(f"/api/tasks/{task['id']}/").json()
    assert shown["remarks"] == [{**remarks[0], "resolved": False}]
    assert (shown["state"], shown["note"]) == ("returned", "Contoh alasan")


def test_the_door_knows_values_that_no_client_may_send(world, client_of):
    world.handed_in()
    fitri = client_of("fitri")
    [task] = fitri.tasks()
    forged = fitri.do(task, "approve", values={"paper": 1})
    assert (forged.status_code, [*forged.json()["errors"]]) == (400, ["paper"])


def test_an_act_recorded_from_paper_waits_for_a_second_person(world, client_of):
    proposal = world.handed_in()
    kartika = world.appoint("kartika", world.office("village_head"), "staf")
    scan = upload("surat.pdf")
    ani = client_of("ani")
    [task] = ani.tasks()
    values = {"act": "approve", "official": world.by("fitri").pk, "on": "2024-03-04", "attachment": scan.pk}
    recorded = ani.do(task, "record_paper", values=values, mandate=world.staff(0).pk)
    assert recorded.status_code == 201, recorded.json()
    second = client_of("kartika")
    compare = next(task for task in second.tasks() if task["kind"] == "confirm_record")
    record = second.get(f"/api/records/{compare['record']}/").json()
    assert (record["act"], record["official_name"]) == ("approve", "Contoh Fitri")
    own = ani.act(f"/api/records/{record['id']}/", "confirm", mandate=world.staff(0).pk)
    assert own.json()["problems"][0]["rule"] == "not_my_own_record"
    done = second.act(f"/api/records/{record['id']}/", "confirm", mandate=kartika.pk)
    assert (done.status_code, done.json()["person"]["full_name"]) == (201, "Contoh Fitri")
    assert world.task(proposal, "camat")
