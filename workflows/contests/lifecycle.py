"""Who may do what with a contest, its entries and appeals, and what follows. Read top to bottom; no statement is run here.

The database also refuses points that a juror may not give (migration 0002).
"""

from django.db import models
from django.db.models import BigIntegerField, DateField, DecimalField, F, IntegerField, JSONField, TextField, Value
from django.db.models.functions import Trim
from django_fsm import transition

from workflows.core.act import Add, Conditions, Item, Listed, Move, act, only_follows
from workflows.organisation.rules import reason_given
from workflows.routes.rules import within_my_drafting_office

from . import queries as q
from .entering import old_places
from .forwarding import begin_next
from .invited import invited
from .locking import lock
from .naming_winners import winners_named_by
from .preferring import read_vote
from .rubric_publishing import next_version
from .rules import (
    appeal_window_open,
    appeal_window_over,
    contest_under_way,
    decree_names_the_winners,
    designated_on_the_cutoff,
    entered_from_a_source,
    goes_to_the_next_level,
    held_by_its_own_agency,
    in_the_contests_territory,
    is_one_of_its_jurors,
    is_the_chair,
    judging_goes_on,
    jury_large_enough,
    my_office_organises,
    named_decree_in_force,
    no_appeal_open,
    nominations_open,
    nominator_or_village,
    not_appealed_already,
    not_his_own_agency,
    not_his_own_area,
    not_lately_a_winner,
    not_recused,
    organiser_decides,
    pokja_current_on_the_cutoff,
    profile_complete,
    publishes_for_its_office,
    ranking_is_complete,
)
from .scoring import read_sheet
from .seating import TOLD, seats
from .states import IN_THE_RUNNING, SCORED, UNDER_WAY, AppealState, CompetitionState, EntryState, RubricState
from .telling import tell
from .visiting import record_visit

C, E, A = CompetitionState, EntryState, AppealState

ELIGIBLE: Conditions = [
    in_the_contests_territory, designated_on_the_cutoff, pokja_current_on_the_cutoff, profile_complete, not_lately_a_winner,
]  # fmt: skip
"""What lets a village enter; asked when it is nominated, and again when its papers are checked."""
BLIND = {"unsaid": ["points"]}
"""The journal tells that somebody scored, and never what."""
Columns = dict[str, models.Field]
POINTS = DecimalField(max_digits=5, decimal_places=2)
DECREE = act.value("decree", BigIntegerField())
SEAT: Columns = {"competition": BigIntegerField(), "number": IntegerField(), "person": BigIntegerField(), "name": TextField(),
        "office": BigIntegerField(), "territory": BigIntegerField(), "agency": BigIntegerField(),
        "chair": models.BooleanField(), "decree": BigIntegerField(), "paper": TextField()}  # fmt: skip
SCORE: Columns = {"participant": BigIntegerField(), "juror": BigIntegerField(), "criterion": TextField(), "points": POINTS}
RANKING: Columns = {"competition": BigIntegerField(), "number": IntegerField(), "published": JSONField(), "sha256": TextField()}
RUBRIC: Columns = {"code": TextField(), "version": IntegerField(), "data": JSONField(), "sha256": TextField(),
                   "office": BigIntegerField()}  # fmt: skip
SEATED = {"topic": Value("jury_seated"), "object_id": Item("competition"), "office": Item("office")}
NO_PLACE = {"rank": None, "total": None}
ORGANISER = "competition__file__office"
ANSWERED = tell("appeal_answered", q.same, "participant__file__office", "participant")


def items(columns: Columns) -> dict[str, Item]:
    return {name: Item(name) for name in columns}


class CompetitionLifecycle(models.Model):
    class Meta:
        abstract = True

    @transition("state", C.DRAFT, C.ANNOUNCED, permission=organiser_decides, conditions=[held_by_its_own_agency],
                custom={"then": [tell("contest_announced", invited, "pk", "contest")]})
    def announce(self): ...

    @transition("state", UNDER_WAY, None, permission=organiser_decides, conditions=[named_decree_in_force],
                custom={"takes": {"jurors": list}, "may_take": {"decree": int, "paper": str}, "prepare": seats,
                        "then": [Add("contests.Juror", Listed("seats", SEAT), items(SEAT)),
                                 Add("core.Outbox", Listed("told", TOLD), SEATED)]})
    def seat_jury(self): ...

    @transition("state", C.ANNOUNCED, C.JUDGING, permission=organiser_decides, conditions=[jury_large_enough])
    def begin_judging(self): ...

    @transition("state", C.JUDGING, None, permission=is_the_chair,
                custom={"takes": {"preferred": list}, "prepare": read_vote, "unsaid": ["preferred"],
                        "sets": {"preferred": act.value("vote", JSONField())}})
    def vote(self): ...

    @transition("state", C.JUDGING, C.RANKED, permission=organiser_decides,
                custom={"locks": [("core.File", q.files_of_entries)], "checks": [ranking_is_complete], "prepare": lock,
                        "sets": {"appeal_until": act.value("last_appeal", DateField())},
                        "then": [Add("contests.Ranking", Listed("rankings", RANKING), items(RANKING) | {"locked_on": act.on}),
                                 Move("contests.Entry.be_ranked", q.entries_to_rank),
                                 tell("ranking_locked", q.entries_to_rank, "file__office")]})
    def lock_ranking(self): ...

    @transition("state", C.RANKED, C.JUDGING, permission=only_follows,
                custom={"sets": {"appeal_until": None}, "then": [Move("contests.Entry.be_judged_again", q.entries_ranked)]})
    def reopen(self): ...

    @transition("state", C.RANKED, C.AWARDED, permission=organiser_decides,
                conditions=[named_decree_in_force, decree_names_the_winners, appeal_window_over, no_appeal_open],
                custom={"may_take": {"decree": int, "paper": str}, "prepare": winners_named_by,
                        "locks": [("core.File", q.files_of_entries)],
                        "sets": {"decree": DECREE, "source": act.value("said", TextField())},
                        "then": [Move("contests.Entry.be_awarded", q.winners_to_award),
                                 tell("contest_won", q.winners_to_award, "file__office")]})
    def award(self):
        """What follows from the winners' decree once it is in force; one that is not in Siklus is named by its paper."""

    @transition("state", [C.DRAFT, *UNDER_WAY], C.CANCELLED, permission=organiser_decides, conditions=[reason_given],
                custom={"then": [Move("contests.Entry.be_withdrawn", q.entries_left)]})
    def cancel(self): ...

    @transition("state", C.DRAFT, C.AWARDED, permission=my_office_organises,
                custom={"takes": {"places": dict, "source": str, "source_on": str}, "prepare": old_places,
                        "sets": {"source": Trim(act.value("source", TextField())), "source_on": act.value("dated", DateField())},
                        "then": [Move("contests.Entry.be_entered", q.entries_entered)]})
    def enter_old(self): ...

    @transition("state", C.AWARDED, C.CANCELLED, permission=organiser_decides, conditions=[reason_given, entered_from_a_source],
                custom={"then": [Move("contests.Entry.be_struck", q.winners_entered)]})
    def retract(self):
        """A result of long ago was written down wrongly; what a jury ranked here is never taken back."""


class EntryLifecycle(models.Model):
    class Meta:
        abstract = True

    # --- the office that nominates

    @transition("state", E.DRAFT, E.NOMINATED, permission=within_my_drafting_office, conditions=[nominations_open, *ELIGIBLE],
                custom={"then": [tell("entry_nominated", q.of_another_office, ORGANISER)]})
    def nominate(self): ...

    @transition("state", [E.DRAFT, *IN_THE_RUNNING], E.WITHDRAWN, permission=within_my_drafting_office,
                conditions=[reason_given, contest_under_way])
    def withdraw(self): ...

    # --- the organiser

    @transition("state", E.NOMINATED, E.CHECKED, permission=my_office_organises, conditions=[contest_under_way, *ELIGIBLE])
    def check_papers(self): ...

    @transition("state", E.CHECKED, E.SHORTLISTED, permission=organiser_decides, conditions=[contest_under_way],
                custom={"then": [tell("entry_shortlisted", q.of_another_office, "file__office")]})
    def shortlist(self): ...

    @transition("state", E.SHORTLISTED, E.PRESENTED, permission=my_office_organises, conditions=[contest_under_way])
    def present(self): ...

    @transition("state", E.PRESENTED, E.FIELD_VERIFIED, permission=my_office_organises, conditions=[judging_goes_on],
                custom={"takes": {"visited_on": str, "points": str, "attachments": list}, "may_take": {"note": str},
                        "prepare": record_visit,
                        "then": [Add("contests.FieldVisit", q.same, {
                            "participant": F("pk"), "visited_on": act.value("visited", DateField()),
                            "points": act.value("found", POINTS), "note": act.value("noted", TextField())})]} | BLIND)
    def verify_in_the_field(self): ...

    @transition("state", IN_THE_RUNNING, E.DISQUALIFIED, permission=organiser_decides,
                conditions=[reason_given, contest_under_way],
                custom={"then": [tell("entry_disqualified", q.of_another_office, "file__office")]})
    def disqualify(self): ...

    @transition("state", [E.RANKED, E.AWARDED], E.FORWARDED, permission=organiser_decides,
                conditions=[goes_to_the_next_level, appeal_window_over, no_appeal_open],
                custom={"takes": {"competition": int}, "prepare": begin_next,
                        "then": [Move("contests.Entry.nominate", q.forwarded_copies)]})
    def forward(self): ...

    # --- the jury

    @transition("state", SCORED, None, permission=is_one_of_its_jurors,
                conditions=[judging_goes_on, not_his_own_area, not_his_own_agency, not_recused],
                custom={"takes": {"juror": int, "points": dict}, "prepare": read_sheet,
                        "then": [Add("contests.Score", Listed("scores", SCORE), items(SCORE))]} | BLIND)
    def score(self): ...

    @transition("state", IN_THE_RUNNING, None, permission=is_one_of_its_jurors,
                conditions=[reason_given, contest_under_way, not_recused],
                custom={"takes": {"juror": int},
                        "then": [Add("contests.Recusal", q.same, {"juror": q.JUROR, "participant": F("pk"),
                                                                  "reason": Trim(act.reason)})]})
    def recuse(self): ...

    # --- after the ranking

    @transition("state", E.RANKED, None, permission=nominator_or_village,
                conditions=[reason_given, appeal_window_open, not_appealed_already],
                custom={"then": [Add("contests.Appeal", q.same, {"file": F("competition__file"), "participant": F("pk"),
                                                                 "text": Trim(act.reason), "filed_on": act.on}),
                                 tell("contest_appealed", q.same, ORGANISER, "competition")]})
    def appeal(self): ...

    # --- what follows

    @transition("state", E.DRAFT, E.NOMINATED, permission=only_follows, conditions=[nominations_open, *ELIGIBLE])
    def be_nominated(self):
        """A rakor's signed record names it."""

    @transition("state", E.FIELD_VERIFIED, E.RANKED, permission=only_follows,
                custom={"sets": {"rank": q.given_rank, "total": q.given_total}})
    def be_ranked(self): ...

    @transition("state", E.RANKED, E.FIELD_VERIFIED, permission=only_follows, custom={"sets": NO_PLACE})
    def be_judged_again(self): ...

    @transition("state", [E.RANKED, E.FORWARDED], E.AWARDED, permission=only_follows)
    def be_awarded(self): ...

    @transition("state", [E.DRAFT, *IN_THE_RUNNING], E.WITHDRAWN, permission=only_follows)
    def be_withdrawn(self): ...

    @transition("state", E.DRAFT, E.AWARDED, permission=only_follows, custom={"sets": {"rank": q.given_rank}})
    def be_entered(self): ...

    @transition("state", E.AWARDED, E.WITHDRAWN, permission=only_follows, custom={"sets": NO_PLACE})
    def be_struck(self): ...


class RubricDraftLifecycle(models.Model):
    class Meta:
        abstract = True

    @transition("state", RubricState.DRAFT, RubricState.PUBLISHED, permission=publishes_for_its_office,
                custom={"prepare": next_version, "sets": {"number": act.value("number", IntegerField())},
                        "then": [Add("contests.RubricVersion", Listed("versions", RUBRIC),
                                     items(RUBRIC) | {"published_on": act.on})]})
    def publish(self): ...


class AppealLifecycle(models.Model):
    class Meta:
        abstract = True

    @transition("state", A.FILED, A.DISMISSED, permission=organiser_decides, conditions=[reason_given],
                custom={"sets": {"answer": Trim(act.reason), "answered_on": act.on}, "then": [ANSWERED]})
    def dismiss(self): ...

    @transition("state", A.FILED, A.UPHELD, permission=organiser_decides, conditions=[reason_given],
                custom={"sets": {"answer": Trim(act.reason), "answered_on": act.on},
                        "locks": [("core.File", q.files_appealed)],
                        "then": [Move("contests.Competition.reopen", q.competitions_to_reopen), ANSWERED]})
    def uphold(self): ...
