"""A regent's decree in the small world of the tests: its route, its register, and a draft of three villages."""

from django.test import Client

from tests.people import person
from tests.world import World
from workflows.core.door import perform
from workflows.core.models import File
from workflows.decrees import drafting
from workflows.decrees.models import Decree, LegalBasis, Series
from workflows.organisation.offices import system_mandate
from workflows.routes.models import Assignment

LADDER = [("agency", "endorse"), ("legal", "paraf"), ("assistant", "paraf"), ("secretary", "paraf"), ("regent", "sign")]
HOLDERS = {"agency": "hadi", "legal": "budi", "assistant": "joko", "secretary": "indra", "regent": "citra"}


def set_up(world: World, mode: str = "own") -> None:
    """The register that numbers a regent's decrees, and a regulation to cite."""
    Series.objects.create(
        office=world.office("regent"),
        doc_class="keputusan_bupati",
        mode=mode,
        pattern="{no} TAHUN {thn}",
        year=2024,
        last=99,
    )
    LegalBasis.objects.create(title="Undang-Undang Contoh Nomor 1 Tahun 2009", rank=1, year=2009, number="1")


def drafted(world: World, subject: str = "Penetapan Kampung Contoh", **fields) -> Decree:
    """A complete draft of the agency's staff (Ani), listing the three villages."""
    text = {
        "considerations": ["bahwa perlu ditetapkan;"],
        "clauses": ["Menetapkan tiga desa.", "Berlaku sejak ditetapkan."],
    }
    effects = fields.pop("effects", ["designate"])
    made = drafting.start_decree(
        "keputusan_bupati",
        world.office("regent"),
        world.by("ani", "agency"),
        subject=subject,
        effects=effects,
        example=True,
        **text,
        **fields,
    )
    drafting.edit(made, bases=LegalBasis.objects.all())
    drafting.add_rows(made, [(village, {}) for village in world.villages])
    return made


def handed_in(world: World, **fields) -> Decree:
    made = drafted(world, **fields)
    perform(Decree.submit, made, by=world.by("ani", "agency"))
    return made


def task_of(decree: Decree, kind: str = "") -> Assignment:
    """The one open task of a decree, or the one of a kind."""
    tasks = Assignment.objects.select_related("office").filter(file=decree.pk, state="open")
    return tasks.filter(kind=kind).get() if kind else tasks.get()


def read_of(decree: Decree) -> str:
    return File.objects.select_related("snapshot").get(pk=decree.pk).snapshot.sha256


def approved_up_to(world: World, decree: Decree, role: str) -> Decree:
    """Let the steps before `role` approve."""
    for step, _kind in LADDER:
        if step == role:
            break
        perform(Assignment.approve, task_of(decree), by=world.by(HOLDERS[step], step), read=read_of(decree))
    return decree


def with_paper(decree: Decree) -> Decree:
    """What the worker does once the final paper is made."""
    perform(Decree.receive_paper, decree, by=system_mandate(), values={"sha256": "ab" * 32})
    return decree


def as_official(world: World, login: str, role: str = "") -> Client:
    """A browser in which somebody has logged in and chosen a mandate."""
    client = Client()
    client.force_login(person(login))
    client.post("/penugasan/", {"mandate": world.by(login, role).pk, "next": "/"})
    return client


def sent(client: Client, task: Assignment, act: str, **typed):
    """Open the page of a task, fill in the form of an act as it was offered, and send it."""
    form = offered(client, task, act)
    hidden = {name: form[name].value() for name in ("key", "version", "read")}
    return client.post(f"/tugas/{task.pk}/{act}/", hidden | typed)


def offered(client: Client, task: Assignment, act: str):
    return next(offer for offer in client.get(f"/tugas/{task.pk}/").context["offers"] if offer.name == act).form
