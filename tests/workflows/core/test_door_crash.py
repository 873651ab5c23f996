"""A process that dies between lock and commit leaves nothing, and nobody waits for it."""

import os
import signal
import subprocess
import sys

import pytest
from django.db import connection, transaction

from tests.databases import database_url
from tests.decree_world import fresh, last_entry
from tests.processes import wait_until
from tests.races import somebody_waits_for_a_lock
from workflows.core.door import perform
from workflows.core.models import File, Outbox
from workflows.routes.models import Assignment

ACTS = """
import sys, django
django.setup()
from workflows.core.door import perform
from workflows.organisation.models import Mandate
from workflows.routes.models import Assignment
task, mandate, read = sys.argv[1:]
by = Mandate.objects.select_related("office", "person").get(pk=mandate)
perform(Assignment.approve, Assignment.objects.get(pk=task), by=by, read=read)
"""
@pytest.mark.django_db(transaction=True)
def test_a_process_killed_between_lock_and_commit_leaves_nothing(world):
    decree = world.submitted()
    task, read, mandate, before = world.task(decree, "agency"), world.read(decree), world.by("hadi"), last_entry()
    env = dict(os.environ) | {"DATABASE_URL": database_url(), "DJANGO_SETTINGS_MODULE": "tests.settings"}
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("LOCK TABLE core_outbox IN SHARE ROW EXCLUSIVE MODE")  # the act's write has to wait here
        actor = subprocess.Popen([sys.executable, "-c", ACTS, str(task.pk), str(mandate.pk), read], env=env)
        wait_until(somebody_waits_for_a_lock, "the act is being written")
        actor.send_signal(signal.SIGKILL)
        assert actor.wait() == -signal.SIGKILL
    with transaction.atomic():
        File.objects.select_for_update().get(pk=decree.pk)  # waits until the server has noticed and rolled back
    assert (fresh(task).state, last_entry()) == ("open", before)
    assert not Outbox.objects.filter(entry__act="routes.Assignment.approve").exists()
    perform(Assignment.approve, task, by=mandate, read=read)
    assert fresh(task).state == "approved"
