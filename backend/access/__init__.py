"""What a person may see, and by which mandate a person acts. Pages and API share it; what is foreign does not exist.

An office sees what lies in the subtree of its region (a PKB: in its villages), what it has a task about, and every
decree that came into force and lists one of its villages, with its signed *salinan*. A draft is seen by the office that
drafts it. Staff see as their office. A contest is known to all of its area once it is announced, its entries to their own
territory, to its organiser and to its jurors.
"""

from .acting import ISSUERS, SEAT, acting_mandate, drafting_mandate, issuers_for, stationery_owners
from .files import (
    came_back_to,
    decrees_for,
    files_for,
    inbox_of,
    letters_for,
    proposals_for,
    registers_for,
    tasks_for,
    villages_for,
    visible,
)
from .oversight import (
    administered,
    bases_administered,
    deliveries_for,
    gateways_for,
    givers_for,
    jobs_overseen,
    offices_below,
    offices_to_substitute,
    overseen,
    people_for,
    people_in_care,
    registered,
    route_drafts_for,
    routes_for,
    routes_overseen,
    substitutions_for,
    webhooks_for,
)
from .papers import attachments_for, documents_for, journal_for, records_for
from .scope import Mandates, Scope, mandates_of, scope_of
from .year import (
    appeals_for,
    competitions_for,
    entries_for,
    evaluations_for,
    events_for,
    juries_of,
    needs_for,
    plans_for,
    rakors_for,
    reports_for,
    reports_in,
    rounds_for,
    rubric_drafts_for,
    visits_for,
)
