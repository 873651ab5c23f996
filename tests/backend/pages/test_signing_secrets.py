"""Neither password nor passphrase is written anywhere: not to a log, not to a table, not to Redis, not to a page."""

import io
import logging

import pytest
import redis
from django.conf import settings
from django.db import connection
from django.test import Client

from documents.signing.errors import BadSecret, OutcomeUnknown
from tests.backend.pages.decrees import as_official
from tests.decree_world import build_decree_world, fresh
from tests.signing_world import Double, ready_to_sign, task_to_sign
from worker.doorbell import ring
from workflows.signing.identities import remember_nik
from workflows.signing.models import SigningRequest

PASSWORD, PASSPHRASE, NIK = "sandi-penjaga-7391", "frasa-penjaga-2846", "0000000000009137"  # noqa: S105
SENTINELS = [PASSWORD, PASSPHRASE, NIK]


@pytest.fixture
def everything_logged():
    """Whatever any logger says, those that keep it to themselves included."""
    said = io.StringIO()
    handler = logging.StreamHandler(said)
    loggers = [logging.getLogger(name) for name in [None, *logging.root.manager.loggerDict]]
    levels = [logger.level for logger in loggers]
    for logger in loggers:
        logger.addHandler(handler)
        logger.setLevel(logging.DEBUG)
    yield said
    for logger, level in zip(loggers, levels, strict=True):
        logger.removeHandler(handler)
        logger.setLevel(level)


def everything_stored():
    """The text of every row of every table."""
    with connection.cursor() as cursor:
        rows = []
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT t::text FROM "{table}" t')
            rows += [row[0] for row in cursor.fetchall()]
    return "\n".join(rows)


def everything_in_redis():
    server = redis.from_url(settings.REDIS_URL)
    return "\n".join(repr(server.dump(key)) + repr(key) for key in server.keys("*"))


def broken():
    raise RuntimeError(f"the signer says {PASSPHRASE}")


@pytest.mark.django_db(transaction=True)
def test_no_sentinel_is_found_anywhere(transactional_db, monkeypatch, everything_logged):
    world, signer = build_decree_world(), Double()
    monkeypatch.setattr("worker.signing.signers.signer", lambda: signer)
    fitri = world.by("fitri").person
    fitri.set_password(PASSWORD)
    fitri.save()
    remember_nik(fitri, NIK)
    client: Client = as_official(world, "fitri")
    pages = []

    def post(decree, **changed):
        url = f"/tugas/{task_to_sign(decree).pk}/tanda-tangan/"
        challenge = client.get(url).context["form"]["challenge"].value()
        form = {"challenge": challenge, "password": PASSWORD, "passphrase": PASSPHRASE, "reason": ""} | changed
        pages.append(client.post(url, form, follow=True).content.decode())

    decree, other, third = (ready_to_sign(world, villages=[0], effects=[]) for _n in range(3))
    signer.answers = [BadSecret()]
    post(decree)
    post(decree, password=PASSPHRASE)  # typed into the wrong field
    post(decree, challenge="none")
    signer.loses = [OutcomeUnknown()]
    post(decree)
    client.post(f"/tugas/{task_to_sign(decree).pk}/tanda-tangan/periksa/")
    post(other)
    signer.meanwhile = broken
    post(third)
    signer.meanwhile = Double.meanwhile
    fourth = ready_to_sign(world, villages=[0], effects=[])
    for secret in ({"passphrase": PASSWORD, "password": PASSPHRASE}, {"passphrase": PASSPHRASE, "password": PASSWORD}):
        shown = client.get("/tugas/tanda-tangan/").context["form"]["challenge"].value()
        form = {"challenge": shown, "tasks": [task_to_sign(fourth).pk], "reason": ""} | secret
        pages.append(client.post("/tugas/tanda-tangan/", form).content.decode())
    assert fresh(fourth).state == "in_force"
    ring()
    assert [fresh(one).state for one in (decree, other, third)] == ["in_force", "in_force", "numbered"]
    assert SigningRequest.objects.count() == 5
    places = {
        "log": everything_logged.getvalue(),
        "tables": everything_stored(),
        "redis": everything_in_redis(),
        "pages": "".join(pages),
    }
    assert "routes.Assignment.sign" in places["tables"]
    assert "RuntimeError" in places["log"]
    assert "SELECT" in places["log"] or "request" in places["log"]
    assert places["redis"]
    assert [(place, one) for place, text in places.items() for one in SENTINELS if one in text] == []
