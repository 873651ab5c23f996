"""Rubrics are published in versions, which nobody changes."""

from datetime import date

import pytest
import yaml
from django.core.management import CommandError, call_command
from django.db import DatabaseError, IntegrityError, transaction

from workflows.contests.models import RubricVersion
from workflows.contests.rubric import SHIPPED
from workflows.contests.rubrics import load_rubrics
from workflows.organisation.models import Office


@pytest.fixture
def changed(tmp_path):
    """The shipped rubric with other weights, in a file."""

    def write(**more):
        data = yaml.safe_load(SHIPPED.read_text(encoding="utf-8")) | more
        file = tmp_path / "rubrik.yaml"
        file.write_text(yaml.safe_dump(data), encoding="utf-8")
        return file

    return write


@pytest.mark.django_db
def test_a_changed_file_is_a_new_version_and_the_same_again_is_none(changed):
    [first] = load_rubrics()
    assert load_rubrics() == []
    [second] = load_rubrics([changed(source="Contoh sumber lain")])
    assert [str(first), str(second)] == ["contoh-bawaan versi 1", "contoh-bawaan versi 2"]
    assert first.rubric.placeholder
    assert second.rubric.version == 2


@pytest.mark.django_db
def test_a_published_rubric_is_never_rewritten():
    load_rubrics()
    with pytest.raises(DatabaseError, match="append-only|permission denied"), transaction.atomic():
        RubricVersion.objects.update(data={})


@pytest.mark.django_db
def test_a_name_stays_with_its_office(changed):
    office = Office.objects.create(role="system", label="Contoh")
    RubricVersion.objects.create(code="contoh", version=1, data={}, sha256="", published_on=date(2024, 1, 1), office=office)
    with pytest.raises(CommandError, match="sudah dipakai rubrik kantor lain"):
        call_command("load_rubrics", changed(code="contoh"))
    with pytest.raises(IntegrityError, match="rubric_name_of_one_office"):
        RubricVersion.objects.create(code="contoh", version=2, data={}, sha256="", published_on=date(2024, 1, 1))


@pytest.mark.django_db
def test_an_unsound_rubric_is_not_published_and_says_why(changed, tmp_path):
    with pytest.raises(CommandError, match="berjumlah 100"):
        call_command("load_rubrics", changed(criteria=[{"key": "a", "label": "A", "aspect": "input", "weight": "99"}]))
    with pytest.raises(CommandError, match="tidak ada"):
        call_command("load_rubrics", tmp_path / "lain.yaml")
    assert not RubricVersion.objects.exists()
