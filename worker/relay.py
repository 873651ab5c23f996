"""One job from its claim to its end. PostgreSQL decides who works; Celery only says when to look.

Claim (attempt counted and lease set, committed) → the slow part, in no transaction → effect and `done_at` in one
transaction, which only the latest claim may make. So a worker may die anywhere: the lease runs out and another begins
anew. Two may work on one job at the same time, but only one of them has effect.
"""

import logging
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.db.models import F
from django.db.models.functions import Now

from worker.errors import LostLease, Permanent, WorkerDied
from worker.topics import work_for
from worker.work import Work
from workflows.core.models import Job, JobQuerySet

logger = logging.getLogger(__name__)

ATTEMPTS = 5
FIRST_DELAY = timedelta(seconds=10)
GROWTH = 6
"""10 s, 1 min, 6 min and 36 min lie between the attempts."""


def carry_out(model: type[Job], pk: int) -> None:
    """Do this job if it is due; else nothing: it is done, parked, put off, in other hands, or another comes first."""
    job = model.objects.due().filter(pk=pk).first()
    if job is None:
        return
    work = work_for(job)
    if job.attempts >= ATTEMPTS:
        park(job, work, WorkerDied())
    elif claim(job, work.lease):
        attempt(job, work)


def claim(job: Job, lease: timedelta) -> bool:
    """Count the attempt and lease the job: one conditional UPDATE, so that of two who want it one gets it."""
    due = type(job).objects.due().filter(pk=job.pk, attempts=job.attempts)
    job.attempts += 1
    return bool(due.update(attempts=F("attempts") + 1, leased_until=Now() + lease))


def attempt(job: Job, work: Work) -> None:
    try:
        found = work.slow(job)
        finish(job, work, found)
    except LostLease:
        logger.warning("%s: somebody else has taken it over", job.label)
    except Permanent as error:
        park(job, work, error)
    except Exception as error:
        logger.exception("%s: attempt %d failed", job.label, job.attempts)
        if job.attempts >= ATTEMPTS:
            park(job, work, error)
        else:
            put_off(job, error)


def finish(job: Job, work: Work, found: Any) -> None:
    """Effect and `done_at`, both or neither. Raises `LostLease` if another claim came after ours."""
    with transaction.atomic():
        if not held(job).update(done_at=Now(), leased_until=None, last_error=""):
            raise LostLease
        work.effect(job, found)


def put_off(job: Job, error: Exception) -> None:
    delay = FIRST_DELAY * GROWTH ** (job.attempts - 1)
    held(job).update(available_at=Now() + delay, leased_until=None, rung_at=None, last_error=described(error))


def park(job: Job, work: Work, error: Exception) -> None:
    """Nobody tries it again by himself; people are told."""
    with transaction.atomic():
        if held(job).update(parked_at=Now(), leased_until=None, last_error=described(error)):
            logger.critical("%s is parked after %d attempts: %s", job.label, job.attempts, described(error))
            job.last_error = described(error)
            work.given_up(job)


def held(job: Job) -> JobQuerySet:
    """The job's row, unless a later claim, or an end, has come between."""
    return type(job).objects.to_do().filter(pk=job.pk, attempts=job.attempts)


def described(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"[:2000]
