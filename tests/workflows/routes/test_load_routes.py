"""The shipped routes: readable, sound, and published once."""

import pytest
import yaml
from django.core.management import CommandError, call_command

from workflows.routes.models import RouteVersion
from workflows.routes.shipped import SHIPPED, load_routes

pytestmark = pytest.mark.django_db


@pytest.fixture
def entries():
    return yaml.safe_load(SHIPPED.read_text(encoding="utf-8"))


def write(path, entries):
    path.write_text(yaml.safe_dump(entries), encoding="utf-8")
    return path


def test_the_shipped_routes_are_published_by_the_system(entries):
    load_routes()
    assert RouteVersion.objects.filter(state="published").count() == len(entries)


def test_loading_again_changes_nothing(capsys):
    call_command("load_routes")
    before = list(RouteVersion.objects.order_by("pk").values())
    call_command("load_routes")
    assert list(RouteVersion.objects.order_by("pk").values()) == before
    assert "Tidak ada perubahan." in capsys.readouterr().out


def test_a_changed_entry_becomes_a_new_version(tmp_path, entries):
    load_routes()
    entries[0]["steps"][0]["days"] += 1
    [version] = load_routes(write(tmp_path / "routes.yaml", entries))
    assert (version.number, version.state) == (2, "published")
    assert version.route.versions.get(number=1).state == "retired"


def test_an_unsound_file_changes_nothing_and_names_the_step(tmp_path, entries):
    decree = next(entry for entry in entries if entry.get("kind") == "keputusan_bupati")
    decree["steps"].append({"order": 9, "role": "legal", "task": "paraf"})
    with pytest.raises(CommandError, match="Langkah 9"):
        call_command("load_routes", write(tmp_path / "routes.yaml", entries))
    assert not RouteVersion.objects.exists()


@pytest.mark.parametrize("text", ["- {subject: decree}", "just words", "- [", "- {subject: decree, name: x, steps: [1]}"])
def test_a_file_that_is_no_list_of_routes_is_refused_in_words(tmp_path, text):
    path = tmp_path / "routes.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(CommandError, match="tidak ada yang berubah"):
        call_command("load_routes", path)


def test_a_region_that_is_not_there_is_named(tmp_path, entries):
    entries[0]["region"] = "12.34"
    with pytest.raises(CommandError, match=r"12\.34"):
        call_command("load_routes", write(tmp_path / "routes.yaml", entries))
