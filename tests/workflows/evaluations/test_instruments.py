"""Instruments are published in versions, which the database keeps as they are."""

import pytest
import yaml
from django.core.management import CommandError, call_command
from django.db import IntegrityError, ProgrammingError, connection, transaction

from tests.workflows.evaluations.vectors import PATH, V3, data, instrument
from workflows.core.canonical import fingerprint
from workflows.evaluations.classifying import classify
from workflows.evaluations.models import Instrument
from workflows.evaluations.shipped import load_instruments

pytestmark = pytest.mark.django_db


def written(tmp_path, content):
    path = tmp_path / "instrument.yaml"
    path.write_text(yaml.safe_dump(content), encoding="utf-8")
    return path


def test_the_shipped_instrument_is_published_with_its_hash():
    [made] = load_instruments()
    stored = Instrument.objects.get()
    assert (stored.pk, stored.code, stored.version) == (made.pk, "kampung_kb_2024", 1)
    assert stored.sha256 == fingerprint(stored.data) == stored.definition.sha256


def test_what_the_database_gives_back_classes_the_same():
    load_instruments()
    assert classify(Instrument.objects.get().definition, V3) == classify(instrument(), V3)


def test_loading_again_changes_nothing(capsys):
    call_command("load_instruments")
    assert "diterbitkan: kampung_kb_2024 v1" in capsys.readouterr().out
    before = list(Instrument.objects.values())
    call_command("load_instruments")
    assert list(Instrument.objects.values()) == before
    assert "Tidak ada perubahan." in capsys.readouterr().out


def test_a_changed_file_becomes_a_new_version_and_the_old_one_stays(tmp_path):
    load_instruments()
    [changed] = load_instruments([written(tmp_path, data(pass_mark="2.50"))])
    assert changed.version == 2
    assert Instrument.objects.get(version=1).data["pass_mark"] == "3.00"


def test_an_unsound_file_publishes_nothing_and_names_the_part(tmp_path):
    unsound = written(tmp_path, data(pass_mark="4"))
    with pytest.raises(CommandError, match=r"tidak ada yang berubah(.|\n)*indexes\.input"):
        call_command("load_instruments", PATH, unsound)
    assert not Instrument.objects.exists()


@pytest.mark.parametrize("text", ["[", "just words", "code: 2024-01-01", "- 1"])
def test_a_file_that_is_no_instrument_is_refused_in_words(tmp_path, text):
    path = tmp_path / "instrument.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(CommandError, match="tidak ada yang berubah"):
        call_command("load_instruments", path)


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(CommandError, match=r"nowhere\.yaml tidak ada"):
        call_command("load_instruments", tmp_path / "nowhere.yaml")


@pytest.mark.parametrize(
    "change",
    ["UPDATE {} SET data = '{{}}'", "UPDATE {} SET version = version", "DELETE FROM {}", "TRUNCATE {} CASCADE"],
)
def test_a_published_instrument_is_never_rewritten(change):
    """Nor by the owner of the tables: tests/workflows/core/test_every_table.py."""
    load_instruments()
    with (
        pytest.raises(ProgrammingError, match="permission denied"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(change.format("evaluations_instrument"))
    assert Instrument.objects.get().data == data()


def test_a_version_is_there_once():
    [first] = load_instruments()
    first.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        first.save(force_insert=True)
