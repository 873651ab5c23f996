"""What those see who look after Siklus itself, after people, and after what got stuck."""

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from worker.models import Delivery, Gateway, Webhook
from workflows.core.clock import Today
from workflows.core.models import File, JournalSubject, Outbox
from workflows.decrees.models import LegalBasis
from workflows.organisation.mandates import vacant
from workflows.organisation.models import (
    Capacity,
    Level,
    Mandate,
    Office,
    Person,
    Role,
    Substitution,
)
from workflows.organisation.rules.may_name_a_substitute import REGISTRARS
from workflows.organisation.superiors import SUPERIOR
from workflows.routes.models import RouteVersion
from workflows.routes.states import RouteState

from .scope import Mandates, Scope, mandates_of, scope_of


def administered(mandates: Mandates) -> Scope:
    """What those of the mandates reach that look after Siklus itself; empty for everybody else.

    An administrator's staff look after it as he does: neither decides in any case.
    """
    return scope_of([mandate for mandate in mandates if mandate.office.role == Role.ADMINISTRATOR])


def people_in_care(mandates: Mandates) -> QuerySet[Person]:
    """Whose way in those of the mandates look after: invitations, lost telephones, ending all logins.

    Administrators for the offices of their territory, agencies (staff too) for those of its villages, heads for their
    own staff. Whoever also holds an office outside of that is somebody else's care, and nobody is his own.
    """
    cared = administered(mandates).within("office__region__")
    for mandate in mandates:
        if mandate.office.role == Role.AGENCY:
            cared |= scope_of([mandate]).within("office__region__") & Q(office__region__level=Level.VILLAGE)
        if mandate.capacity != Capacity.STAF:
            cared |= Q(office=mandate.acting_office_id, capacity=Capacity.STAF)
    held = Mandate.objects.exclude(until__lt=Today(F("office__region__zone"))).filter(person=OuterRef("pk"))
    people = Person.objects.filter(Exists(held.filter(cared)), is_superuser=False)
    return people.exclude(Exists(held.exclude(cared))).exclude(pk__in=[mandate.person_id for mandate in mandates])


def overseen(mandates: Mandates) -> Scope:
    """What those of the mandates reach that see to people and to who is told: administrators, and agencies in their own."""
    return scope_of([mandate for mandate in mandates if mandate.office.role in (Role.ADMINISTRATOR, Role.AGENCY)])


def deliveries_for(mandates: Mandates) -> QuerySet[Delivery]:
    """The messages to offices of the territory, for those who see to it that everybody is told."""
    return Delivery.objects.filter(overseen(mandates).within("outbox__office__region__"))


def people_for(mandates: Mandates) -> QuerySet[Person]:
    """Who holds an office in the territory today, for those who put addresses right."""
    here = Mandate.objects.in_force(Today(F("office__region__zone"))).filter(
        overseen(mandates).within("office__region__"), person=OuterRef("pk")
    )
    return Person.objects.filter(Exists(here))


def gateways_for(mandates: Mandates) -> QuerySet[Gateway]:
    """The gateways of the territory, for its administrator alone."""
    return Gateway.objects.filter(administered(mandates).within())


def webhooks_for(mandates: Mandates) -> QuerySet[Webhook]:
    """The webhooks of the territory that have not ended."""
    return Webhook.objects.filter(overseen(mandates).within(), ended_at=None)


def jobs_overseen(mandates: Mandates) -> QuerySet[Outbox]:
    """What acts on files of the territory asked the worker to do, and what its offices are told, for those who see to it."""
    scope = overseen(mandates)
    files = File.objects.filter(scope.within()).values("pk")
    about = Exists(JournalSubject.objects.filter(entry=OuterRef("entry"), file_id__in=files))
    return Outbox.objects.filter(scope.within("office__region__") | Q(about, office=None))


def routes_for(mandates: Mandates) -> QuerySet[RouteVersion]:
    """The published routes that files of the territory may go: those of its regions, of what holds them, and everywhere."""
    return RouteVersion.objects.filter(_reaching(scope_of(mandates)), state=RouteState.PUBLISHED)


def _reaching(scope: Scope) -> Q:
    """Versions of routes that files of a territory may go."""
    return Q(route__region=None) | Q(route__region__path__in=scope.above) | scope.within("route__region__")


def routes_overseen(mandates: Mandates) -> QuerySet[RouteVersion]:
    """The versions of routes that those read who look after them: in force and former ones, drafts of the territory only."""
    scope = overseen(mandates)
    if not scope.paths:
        return RouteVersion.objects.none()
    return RouteVersion.objects.filter(_reaching(scope)).exclude(
        ~scope.within("route__region__"), state=RouteState.DRAFT
    )


def route_drafts_for(mandates: Mandates) -> QuerySet[RouteVersion]:
    """The drafts that an administrator may change and publish."""
    return RouteVersion.objects.filter(administered(mandates).within("route__region__"), state=RouteState.DRAFT)


def bases_administered(mandates: Mandates) -> QuerySet[LegalBasis]:
    """The legal bases that an administrator verifies and ends: those of his own territory."""
    return LegalBasis.objects.filter(administered(mandates).within())


def registered(mandates: Mandates) -> Scope:
    """Where those of the mandates write down who holds which office: Sekda, agency and administrator, each in his own."""
    return scope_of([mandate for mandate in mandates if mandate.office.role in REGISTRARS])


def offices_below(mandates: Mandates) -> QuerySet[Office]:
    """The offices that are the concern of those above when nobody holds them: to name a Plt., to pass their tasks on."""
    below = registered(mandates).within()
    for mandate in mandates:
        roles = [role for role, above in SUPERIOR.items() if above == mandate.office.role]
        below |= Q(role__in=roles) & scope_of([mandate]).within()
    return Office.objects.active().filter(below).exclude(role=Role.SYSTEM)


def givers_for(mandates: Mandates) -> QuerySet[Office]:
    """Whose delegations are written down by those who register holders: Sekda, agency, administrator, each in his own."""
    there = Office.objects.active().filter(registered(mandates).within())
    return there.exclude(role__in=[Role.SYSTEM, Role.ADMINISTRATOR]).select_related("region")


def offices_to_substitute(mandates: Mandates) -> QuerySet[Office]:
    """For which a substitute may be prepared: one's own office (by its staff too), and vacant ones below."""
    own = [mandate.office_id for mandate in mandates if mandate.acts_for_id is None]
    empty = vacant(Today(F("office__region__zone"))).filter(pk__in=offices_below(mandates).values("pk"))
    return Office.objects.active().filter(Q(pk__in=own) | Q(pk__in=empty.values("pk"))).select_related("region")


def substitutions_for(person: Person) -> QuerySet[Substitution]:
    """One's own, also when they have ended; those of one's office (staff too), and of the offices below it."""
    mandates = mandates_of(person)
    mine = Q(person=person) | Q(office__in=scope_of(mandates).offices)
    return Substitution.objects.filter(mine | Q(office__in=offices_below(mandates).values("pk")))
