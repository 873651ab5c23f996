"""A process that is killed between any two steps: what follows is continued, with one number and one signature."""

import os
import signal
import subprocess
import sys

import pytest

from documents.verify.archive import of_paper
from tests.databases import as_owner, database_url
from tests.decree_world import broken_promises, build_decree_world, fresh
from tests.processes import running_worker, wait_until
from tests.signing_world import ready_to_sign, signed_papers, task_to_sign
from worker.doorbell import ring_for_signatures
from worker.signing import resume, sign
from workflows.core.models import JournalEntry
from workflows.decrees.models import DecreeNumber
from workflows.signing.models import SigningOutcome, SigningRequest

pytestmark = pytest.mark.django_db(transaction=True)

SIGNS_AND_DIES = """
import os, signal, sys, django
django.setup()
from worker.signing import flow, sign
from workflows.organisation.models import Mandate
from workflows.routes.models import Assignment

task, mandate, read, step, when = sys.argv[1:]
does = getattr(flow, step)

def dies(*given, **more):
    if when == "after":
        does(*given, **more)
    os.kill(os.getpid(), signal.SIGKILL)

setattr(flow, step, dies)
by = Mandate.objects.select_related("office", "person").get(pk=mandate)
sign(Assignment.objects.select_related("file").get(pk=task), by, read=read)
"""
STEPS = [
    ("settle", "before"),
    ("archive_signed", "before"),
    ("keep_signed", "before"),
    ("perform", "before"),
    ("perform", "after"),
]
"""The intent is on record; signed and not archived; archived and not on record; on record and no act; all is done, unheard."""


@pytest.fixture
def decree(transactional_db):
    return ready_to_sign(build_decree_world(), printed=True)


def killed(decree, step, when):
    """A process signs the decree and is killed at this step."""
    task = task_to_sign(decree)
    by = decree.issuer.mandates.exclude(capacity="staf").get()
    env = dict(os.environ) | {"DATABASE_URL": database_url(), "DJANGO_SETTINGS_MODULE": "tests.settings"}
    words = [str(task.pk), str(by.pk), decree.paper, step, when]
    done = subprocess.run([sys.executable, "-c", SIGNS_AND_DIES, *words], env=env, capture_output=True, text=True)
    assert done.returncode == -signal.SIGKILL, done.stderr
    return SigningRequest.objects.get(), by


def all_is_there_once(decree):
    assert fresh(decree).state == "in_force"
    assert JournalEntry.objects.filter(act="routes.Assignment.sign").count() == 1
    counts = [model.objects.count() for model in (SigningRequest, SigningOutcome, DecreeNumber)]
    assert (counts, len(signed_papers(decree))) == ([1, 1, 1], 1)
    assert [of_paper(document).problems for document in decree.file.documents.all()] == [(), ()]
    assert broken_promises() == []


@pytest.mark.parametrize(("step", "when"), STEPS)
def test_it_is_continued(decree, step, when):
    request, _by = killed(decree, step, when)
    resume(request)
    all_is_there_once(decree)


def test_whoever_signs_again_goes_on_with_the_same_signature(decree):
    request, by = killed(decree, "perform", "before")
    sign(task_to_sign(decree), by, read=decree.paper)
    all_is_there_once(decree)
    assert SigningRequest.objects.get() == request


@pytest.mark.nightly
def test_a_worker_takes_up_what_nobody_can_be_at_work_on(decree):
    """The row of the request is made older than any call lasts, which only the owner of the tables can do."""
    killed(decree, "settle", "before")
    ring_for_signatures()
    as_owner("ALTER TABLE signing_signingrequest DISABLE TRIGGER signing_rows")
    as_owner("UPDATE signing_signingrequest SET at = now() - interval '1 hour'")
    with running_worker("default"):
        ring_for_signatures()
        wait_until(lambda: fresh(decree).state == "in_force", "the worker has completed it", 300)
    all_is_there_once(decree)
