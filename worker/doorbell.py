"""Ringing: telling Celery which jobs are due. Acts never touch Redis; the scheduler rings for them.

A bell that nobody heard (Redis flushed, a worker killed) is rung again, so a message is never needed twice nor missed
for long: whoever answers asks PostgreSQL whether the job is still due.
"""

import logging
from collections.abc import Iterator
from datetime import timedelta

from django.db import transaction
from django.db.models import Q
from django.db.models.functions import Now
from kombu.exceptions import OperationalError
from redis.exceptions import RedisError

from worker.app import app
from worker.models import Delivery, Post
from worker.signing.sweeping import unfinished
from worker.signing.waiting import waiting_for_service
from worker.tasks import ask_after_service, finish_signing, task_for
from worker.work import DEFAULT
from workflows.core.models import Job, Outbox

logger = logging.getLogger(__name__)

BATCH = 500
AGAIN_AFTER = timedelta(seconds=30)
OUT_OF_REACH = (OperationalError, RedisError, OSError)


def ring(again_after: timedelta = AGAIN_AFTER) -> int:
    """Tell Celery of all jobs that are due and were not told of lately; returns how many. Without Redis: none, later."""
    count = 0
    for batch in batches(again_after):
        try:
            publish(batch)
        except OUT_OF_REACH as error:
            logger.warning("Redis is out of reach (%s); the bell will be rung again", error)
            type(batch[0]).objects.filter(pk__in=[job.pk for job in batch]).update(rung_at=None)
            return count
        count += len(batch)
    return count


def batches(again_after: timedelta) -> Iterator[list[Job]]:
    for model in (Outbox, Delivery, Post):
        while batch := take(model, again_after):
            yield batch
            if len(batch) < BATCH:
                break


def take(model: type[Job], again_after: timedelta) -> list[Job]:
    """The next jobs to ring for, marked as rung: two schedulers at once do not ring twice."""
    unheard = Q(rung_at=None) | Q(rung_at__lt=Now() - again_after)
    with transaction.atomic():
        found = list(model.objects.due().filter(unheard).select_for_update(skip_locked=True).order_by("pk")[:BATCH])
        model.objects.filter(pk__in=[job.pk for job in found]).update(rung_at=Now())
    return found


def publish(jobs: list[Job]) -> None:
    """Raises what kombu or redis raise when Redis is out of reach."""
    with app.producer_pool.acquire(block=True) as producer:
        for job in jobs:
            task, queue = task_for(job)
            task.apply_async([job.pk], queue=queue, producer=producer)


def ring_for_signatures() -> None:
    """Tell Celery of the requests to sign that were left unfinished, and of the papers that wait for their service.

    The scheduler itself must not wait for a signer.
    """
    due = [(finish_signing, pk) for pk in unfinished()] + [(ask_after_service, pk) for pk in waiting_for_service()]
    for task, pk in due:
        try:
            task.apply_async([pk], queue=DEFAULT)
        except OUT_OF_REACH as error:
            logger.warning("Redis is out of reach (%s); the bell will be rung again", error)
            return
