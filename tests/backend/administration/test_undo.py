"""An import and its undoing leave the tables as they were; what is in use by then is not taken away."""

from typing import Any

import pytest
from django.core import serializers
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from backend.administration.imports.applying import apply
from backend.administration.imports.checking import counts
from backend.administration.imports.undoing import undo
from backend.administration.models import UNDOABLE_FOR
from tests.backend.administration.books import applied, book, checked
from tests.backend.administration.test_people import TWO, people
from workflows.core.errors import Refused
from workflows.organisation.models import Mandate, Office, OfficeName, Person
from workflows.villages.drafting import start_proposal
from workflows.villages.models import KampungKB

TABLES = (KampungKB, Person, Mandate, Office, OfficeName)
CODES = ["99.01.01.2001", "99.01.01.2002", "99.01.01.1003"]
NAMES = {"99.01.01.2001": "Contoh Satu", "99.01.01.2002": "Contoh Dua", "99.01.01.1003": "Contoh Tiga"}
VILLAGES = ["Kode", "Nama desa", "Nama Kampung KB", "RW/dusun"]
OFFICES = ["Jabatan", "Nama kantor", "Singkatan", "Bernama sejak"]
LISTS = st.one_of(
    st.tuples(st.just("desa"), st.just(VILLAGES), st.lists(
        st.tuples(st.sampled_from(CODES), st.just(""), st.sampled_from(["", "Mawar", "Melati"]), st.sampled_from(["", "RW 1"])),
        min_size=1, unique_by=lambda row: (row[0], row[3]))),
    st.tuples(st.just("jabatan"), st.just(OFFICES), st.lists(
        st.tuples(st.sampled_from(["OPD KB", "Bagian Hukum", "Sekda"]), st.sampled_from(["Kantor Contoh", "Badan Contoh"]),
                  st.sampled_from(["", "KC"]), st.sampled_from(["01/01/2024", "04/03/2024"])),
        min_size=1, unique_by=lambda row: row[0])),
)  # fmt: skip


def tables() -> list[Any]:
    """All rows. The versions of offices only ever rise: the acts stay on record."""
    return [[kept(row) for row in serializers.serialize("python", model.objects.order_by("pk"))] for model in TABLES]


def kept(row: Any) -> Any:
    return row | {"fields": {name: value for name, value in row["fields"].items() if name != "version"}}


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(before=LISTS, after=LISTS)
def test_an_import_undone_leaves_the_tables_as_before(world: Any, before: Any, after: Any) -> None:
    """Whatever was imported before it."""
    lia = world.by("lia")
    for kind, header, rows in (before, after):
        stood = tables()
        source = applied_or_none(kind, world, book(*map(list, rows), header=header), lia)
    if source:
        undo(source, lia.person)
    assert tables() == stood


def applied_or_none(kind: str, world: Any, content: bytes, by: Any) -> Any:
    """None for a list that says nothing new."""
    found = counts(source := checked(kind, world, content))
    assert not found["wrong"]
    if not found["new"] + found["changed"]:
        return None
    apply(source, by)
    return type(source).objects.get(pk=source.pk)


def test_people_and_their_appointments_are_taken_back(world, lia):
    stood = tables()
    undo(applied("orang", world, people(*TWO), lia), lia.person)
    assert tables() == stood


def test_what_is_in_use_is_named_and_nothing_is_undone(world, lia):
    source = applied("desa", world, book([CODES[0], "Contoh Satu", "", ""], [CODES[1], "Contoh Dua", "", ""], header=VILLAGES), lia)
    start_proposal(world.villages[0], world.staff(0), era=2024)
    with pytest.raises(Refused, match="Contoh Satu sudah dipakai"):
        undo(source, lia.person)
    assert KampungKB.objects.count() == 2


def test_somebody_who_logged_in_stays(world, lia):
    source = applied("orang", world, people(*TWO), lia)
    Person.objects.filter(name="Contoh Rina").update(last_login=timezone.now())
    with pytest.raises(Refused, match="sudah masuk"):
        undo(source, lia.person)


def test_what_was_changed_again_since_is_named(world, lia):
    source = applied("desa", world, book([CODES[0], "Contoh Satu", "Mawar", ""], header=VILLAGES), lia)
    second = applied("desa", world, book([CODES[0], "Contoh Satu", "Melati", ""], header=VILLAGES), lia)
    applied("desa", world, book([CODES[0], "Contoh Satu", "Anggrek", ""], header=VILLAGES), lia)
    with pytest.raises(Refused, match="sudah diubah lagi"):
        undo(second, lia.person)
    assert source.undoable


def test_after_a_day_it_is_too_late(world, lia):
    source = applied("desa", world, book([CODES[0], "Contoh Satu", "Mawar", ""], header=VILLAGES), lia)
    type(source).objects.update(applied_at=timezone.now() - UNDOABLE_FOR)
    with pytest.raises(Refused, match="24 jam"):
        undo(source, lia.person)
