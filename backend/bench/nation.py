"""An invented nation with the real one's shape, and what two years leave of each of its villages; loaded as far as one likes."""

import json
from datetime import date, time
from itertools import islice
from typing import Any

from django.db import connection, transaction

from workflows.contests.drafting import start_competition
from workflows.contests.models import RubricVersion
from workflows.contests.rubrics import load_rubrics
from workflows.evaluations.classifying import classify
from workflows.evaluations.gathering import AT_ONCE, facts_on
from workflows.evaluations.models import Instrument
from workflows.evaluations.shipped import load_instruments, load_questionnaires
from workflows.meetings.planning import plan_rakor
from workflows.reports.periods import months_later
from workflows.villages.models import KampungKB

from .ground import SIGNATORY, Ground, analyze
from .rounds import designating, planned, run

REGENCY, NATION = 163, 83_763
"""Villages of a regency (on average) and of all."""
MONTHS = 12


class Nation:
    """Grows in the ground's database; the ground's own regency keeps the papers that each regency gets a copy of."""

    def __init__(self, ground: Ground, size: int = REGENCY):
        load_instruments()
        load_questionnaires()
        load_rubrics()
        self.ground, self.size, self.villages = ground, size, 0
        agency, year = ground.by["agency"], ground.today.year
        decree, entry = designating(ground, date(year - 2, 1, 2))
        last, this = (planned(ground, n) for n in (year - 1, year))
        rakor = plan_rakor(agency, held_on=ground.today, begins=time(9), place="Contoh", chair=ground.by[SIGNATORY].office_id,
                           round=this, example=True)  # fmt: skip
        contest = start_competition(agency.office.territory, agency, level="regency", year=year, cutoff_on=ground.today,
                                    rubric=RubricVersion.objects.get(), example=True)  # fmt: skip
        self.papers = {"decree": decree.pk, "last_round": last.pk, "this_round": this.pk, "rakor": rakor.pk, "contest": contest.pk}
        self.given: dict[str, Any] = {"person": agency.person_id, "mandate": agency.pk, "office": agency.office_id,
                                      "entry": entry.pk, "since": decree.in_force_on, "today": ground.today}  # fmt: skip

    @transaction.atomic
    def grow(self, villages: int) -> None:
        """Up to so many villages, in whole regencies of `size`, with their reports of a year and their evaluations of two."""
        former = KampungKB.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
        run("places", first=self.villages, last=villages, size=self.size)
        this_month = self.ground.today.replace(day=1)
        months = [months_later(this_month, -n) for n in range(1, MONTHS + 1)]
        run("reported", **self.given, period=date(this_month.year, 1, 1), months=months, after=former)
        analyze()
        self.compute(former)
        run("two_years", **self.given, **self.papers)
        self.villages = villages
        analyze()

    def compute(self, former: int) -> None:
        """What their evaluations froze: facts and outcome, of whoever came after `former`."""
        instrument = Instrument.objects.get().definition
        known = facts_on(KampungKB.objects.filter(pk__gt=former), self.ground.today)
        with connection.cursor() as cursor:
            cursor.execute("CREATE TEMP TABLE found (unit bigint, facts jsonb, outcome jsonb, class text) ON COMMIT DROP")
            while some := list(islice(known, AT_ONCE)):
                with cursor.copy("COPY found FROM STDIN") as copy:
                    for pk, facts in some:
                        outcome = classify(instrument, facts)
                        copy.write_row((pk, json.dumps(facts.as_json()), json.dumps(outcome.as_json()), outcome.classification))
            cursor.execute("ANALYZE found")
