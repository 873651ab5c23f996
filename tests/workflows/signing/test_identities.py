"""A NIK is kept encrypted, shown by nothing, and moves to another key."""

import io
import sys

import pytest
from cryptography.fernet import Fernet
from django.core.management import CommandError, call_command
from django.db import connection

from tests.people import person
from workflows.core.errors import BadValues
from workflows.signing.identities import nik_of, remember_nik
from workflows.signing.models import SigningIdentity
from workflows.signing.sealing import NoKey, Unreadable

pytestmark = pytest.mark.django_db
NIK = "0" * 15 + "7"
"""Nobody's: no region has the code 000000."""


@pytest.fixture
def citra(db):
    return person("citra")


def stored():
    with connection.cursor() as cursor:
        cursor.execute("SELECT i::text FROM signing_signingidentity i")
        return cursor.fetchone()[0]


def test_it_is_stored_encrypted_and_shown_by_nothing(citra):
    remember_nik(citra, NIK)
    identity = SigningIdentity.objects.get()
    assert identity.nik == NIK
    assert NIK not in stored() + repr(identity) + str(identity) + repr(vars(identity))


def test_a_second_one_takes_the_place_of_the_first(citra):
    remember_nik(citra, "1" * 16)
    remember_nik(citra, NIK)
    assert nik_of(citra) == NIK


@pytest.mark.parametrize("wrong", ["", "123", "0" * 17, "00000000000000x7"])
def test_what_is_no_nik_is_refused_and_not_repeated(citra, wrong):
    with pytest.raises(BadValues, match="16 angka") as refused:
        remember_nik(citra, wrong)
    assert not wrong or wrong not in str(refused.value)


def test_the_command_reads_it_from_standard_input(citra, monkeypatch, capsys):
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{NIK}\n"))
    call_command("set_nik", "citra")
    assert nik_of(citra) == NIK
    assert NIK not in capsys.readouterr().out


def test_the_command_says_what_is_wrong(citra, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.StringIO("123\n"))
    with pytest.raises(CommandError, match="16 angka"):
        call_command("set_nik", "citra")
    with pytest.raises(CommandError, match="'nobody'"):
        call_command("set_nik", "nobody")


def test_keys_are_changed_without_losing_anything(citra, settings, capsys):
    old, new = (Fernet.generate_key().decode() for _key in range(2))
    settings.FIELD_KEYS = [old]
    remember_nik(citra, NIK)
    settings.FIELD_KEYS = [new, old]
    assert nik_of(citra) == NIK
    call_command("reseal_niks")
    settings.FIELD_KEYS = [new]
    assert nik_of(citra) == NIK
    settings.FIELD_KEYS = [old]
    with pytest.raises(Unreadable):
        nik_of(citra)


def test_without_a_key_nothing_is_kept(citra, settings):
    settings.FIELD_KEYS = []
    with pytest.raises(NoKey, match="SIKLUS_FIELD_KEY"):
        remember_nik(citra, NIK)
