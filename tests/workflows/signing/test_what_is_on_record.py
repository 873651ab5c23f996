"""The rows are only ever added to, and the database itself lets nobody ask twice at once or sign twice."""

from uuid import uuid4

import pytest
from django.db import IntegrityError, ProgrammingError, connection, transaction

from tests.databases import as_owner
from workflows.signing.models import SigningDoubt, SigningOutcome, SigningRequest


@pytest.fixture
def task(world):
    return world.task(world.submitted("keputusan_kades", effects=["form"]), "village_secretary")


@pytest.fixture
def asked(world, task):
    def ask(after=None):
        with transaction.atomic():
            return SigningRequest.objects.create(
                assignment=task, paper="ab" * 32, sha256="ab" * 32, request_id=uuid4(), signer="double",
                mandate=world.by("fitri"), on="2024-03-04", after=after,
            )  # fmt: skip

    return ask


def ended(request, **how):
    with transaction.atomic():
        return SigningOutcome.objects.create(request=request, assignment=request.assignment, **how)


def test_a_second_request_waits_for_the_outcome_of_the_first(asked):
    first = asked()
    with pytest.raises(IntegrityError):
        asked()
    failure = ended(first, code="bad_secret")
    asked(after=failure)
    with pytest.raises(IntegrityError):
        asked(after=failure)
    with pytest.raises(IntegrityError):
        asked()


def test_a_task_has_one_good_signature(asked):
    ended(asked(), signed_sha256="cd" * 32)
    other = asked(after=SigningOutcome.objects.get())  # nobody asks for this, and yet:
    with pytest.raises(IntegrityError):
        ended(other, signed_sha256="ef" * 32)


@pytest.mark.parametrize("how", [{}, {"signed_sha256": "cd" * 32, "code": "bad_secret"}])
def test_an_outcome_is_a_signature_or_a_failure(asked, how):
    with pytest.raises(IntegrityError):
        ended(asked(), **how)


@pytest.mark.parametrize("change", ["UPDATE {} SET id = id", "DELETE FROM {}", "TRUNCATE {} CASCADE"])
def test_nothing_of_it_is_rewritten(asked, change):
    request = asked()
    ended(request, code="bad_secret")
    SigningDoubt.objects.create(request=request, code="outcome_unknown")
    for model in (SigningRequest, SigningDoubt, SigningOutcome):
        with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            connection.cursor().execute(change.format(model._meta.db_table))


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("table", ["signingrequest", "signingdoubt", "signingoutcome"])
def test_not_even_by_the_owner_of_the_tables(table):
    with pytest.raises(Exception, match="append-only"):
        as_owner(f"TRUNCATE signing_{table} CASCADE")
