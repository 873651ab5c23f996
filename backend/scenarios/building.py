"""What stands before a story begins: offices, people, mandates, registers, bases. Ordinary rows, no state, no number."""

from collections.abc import Iterable, Iterator
from datetime import date

from workflows.contests.rubrics import load_rubrics
from workflows.decrees.models import LegalBasis, Series
from workflows.evaluations.shipped import load_instruments, load_questionnaires
from workflows.organisation import models as organisation
from workflows.organisation.models import Office, Person, Role, SigningPolicy
from workflows.organisation.offices import label_offices, open_offices, open_partner, open_provincial_agency
from workflows.organisation.stationery import set_stationery
from workflows.organisation.territory import load as load_territory
from workflows.organisation.working_days import fill_calendar
from workflows.routes.shipped import load_routes

from .offices import is_province_of, office_code
from .places import DEFAULT_FOLDER, names_of
from .setting import Holder, Mandate, OfficeName, Paperwork, Register
from .stage import Stage
from .story import Story


def build_nation(stories: list[Story]) -> None:
    """Territory, routes, instruments and the calendar of every year that the stories touch, with a year on both sides."""
    first = min(story.setting.begins.year for story in stories)
    last = max(story.last_day.year for story in stories)
    load_territory(DEFAULT_FOLDER, date(2010, 1, 1))
    fill_calendar(range(first - 1, last + 2))
    load_routes()
    load_instruments()
    load_questionnaires()
    load_rubrics()


def build(stage: Stage) -> None:
    """All that one story's setting says."""
    setting = stage.setting
    for code in setting.territory:
        open_offices(stage.region(code.code), setting.offices_since)
    for name in setting.offices:
        call_office(stage, name)
    label_offices(Office.objects.filter(names__isnull=False), setting.begins)
    appoint(stage, setting.people)
    Series.objects.bulk_create(series for register in setting.registers for series in books(stage, register))
    for said in setting.stationery:
        put_on_paper(stage, said)
    for basis in setting.bases.values():
        given = {name: getattr(basis, name) for name in ("rank", "year", "number", "since", "until", "cited_under")}
        LegalBasis.objects.get_or_create(title=basis.title, region=None, defaults=given)
    for policy in setting.policies:
        given = {name: getattr(policy, name) for name in ("doc_class", "capacity", "verdict", "since", "basis")}
        SigningPolicy.objects.create(region=stage.region(setting.territory[0].code), **given)


def call_office(stage: Stage, name: OfficeName) -> None:
    """A partner agency and a province's are opened by being named."""
    since = name.since or stage.setting.offices_since
    if name.office.startswith(f"{Role.PARTNER} "):
        open_partner(stage.region(stage.setting.territory[0].code), name.name, since, name.acronym)
        return
    office = named_office(stage, name.office, since)
    if name.place:
        Office.objects.filter(pk=office.pk).update(place=name.place)
    if name.name or name.title:
        office.names.create(
            name=name.name,
            acronym=name.acronym,
            title=name.title,
            since=since,
            until=name.until,
        )


def named_office(stage: Stage, given: str, since: date) -> Office:
    role, code = office_code(stage.setting, given)
    if role == Role.AGENCY and is_province_of(stage.setting, code):
        return open_provincial_agency(stage.region(code), since)
    return stage.office(given)


def put_on_paper(stage: Stage, said: Paperwork) -> None:
    """Of the office named, else of the region, else of the story's first territory."""
    owner = stage.office(said.office) if said.office else stage.region((said.region or stage.setting.territory[0]).code)
    columns = ("head_lines", "address", "paper", "number_prefix", "show_rahmat", "footer", "programme", "place")
    set_stationery(owner, said.since, None, said.papers, **{name: getattr(said, name) for name in columns})


def appoint(stage: Stage, people: dict[str, Holder]) -> None:
    """Everybody and what they hold; a holder for many villages becomes one person for each."""
    made = [one for key, holder in people.items() for one in persons(stage, key, holder)]
    Person.objects.bulk_create(person for person, _mandates in made)
    organisation.Mandate.objects.bulk_create(mandate for _person, mandates in made for mandate in mandates)


def persons(stage: Stage, key: str, holder: Holder) -> Iterator[tuple[Person, list[organisation.Mandate]]]:
    for code in holder.in_.codes if holder.in_ else [""]:
        words = names_of(code) if code else {}
        name = f"{key} {code}".strip()
        person = Person(username=stage.username(name), name=filled(holder.name, words), email=filled(holder.email, words),
                        front_titles=holder.front_titles, back_titles=holder.back_titles,
                        rank=holder.rank, nip=holder.nip)  # fmt: skip
        person.set_unusable_password()
        yield person, [mandate_of(stage, person, m, code) for m in holder.holds]


def mandate_of(stage: Stage, person: Person, mandate: Mandate, code: str) -> organisation.Mandate:
    given = {name: getattr(mandate, name) for name in ("capacity", "since", "until", "paper", "paper_on")}
    return organisation.Mandate(
        person=person, office=stage.office(f"{mandate.office} {code}".strip()), **given,
        acts_for=stage.office(mandate.acts_for) if mandate.acts_for else None,
    )  # fmt: skip


def books(stage: Stage, register: Register) -> Iterable[Series]:
    given = {"doc_class": register.kind} | {
        name: getattr(register, name) for name in ("mode", "pattern", "year", "last")
    }
    for code in register.in_.codes if register.in_ else [""]:
        yield Series(office=stage.office(f"{register.office} {code}".strip()), **given)


def filled(text: str, words: dict[str, str]) -> str:
    """`Contoh Kepala Desa {village}` for one village."""
    return text.format(**words) if words else text
