"""What a browser is given to install Siklus and to open it without a signal."""

import json
import re
from pathlib import Path
from shutil import copytree

import pytest
from django.test import Client
from PIL import Image

from backend.offline import kept_files
from backend.static_files import Collected
from tests.people import person
from tests.world import build_world


@pytest.mark.django_db
def test_the_manifest_names_icons_of_the_sizes_that_they_have(client: Client) -> None:
    answer = client.get("/siklus.webmanifest")
    told = json.loads(answer.content)
    assert answer.headers["Content-Type"] == "application/manifest+json"
    assert (told["start_url"], told["scope"], told["display"]) == ("/", "/", "standalone")
    for icon in told["icons"]:
        with Image.open(kept_files.STATIC / icon["src"].partition("?")[0].removeprefix("/static/")) as image:
            assert "x".join(map(str, image.size)) == icon["sizes"]


@pytest.mark.django_db
def test_the_worker_sees_the_whole_site_and_is_asked_for_anew_each_time(client: Client) -> None:
    answer = client.get("/luring.js")
    assert answer.headers["Content-Type"] == "text/javascript"
    assert answer.headers["Cache-Control"] == "no-cache"
    told = json.loads(re.findall(r"= (\{.*\});", answer.content.decode())[0])
    assert told["version"] == kept_files.version()
    assert "/static/js/offline/queue.js" in told["files"]
    assert all(client.get(address).status_code == 200 for address in (told["shell"], *told["files"][:1]))


def test_every_module_that_another_one_names_is_kept_on_the_phone() -> None:
    kept = {kept_files.STATIC / name for name in kept_files.names()}
    for module in [file for file in kept if file.suffix == ".js"]:
        named = re.findall(r"""(?:from|import\()\s*"(\.[^"]+)\"""", module.read_text())
        assert {(module.parent / name).resolve() for name in named} <= kept


def test_the_version_changes_with_the_files(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    before = kept_files.version()
    worker = tmp_path / "worker.js"
    worker.write_text("// another")
    monkeypatch.setattr(kept_files, "WORKER", worker)
    assert kept_files.version.__wrapped__() != before


@pytest.mark.django_db
def test_the_page_without_a_signal_is_the_same_for_everybody(client: Client) -> None:
    assert "Isian tetap bisa dikerjakan" in client.get("/luring/").content.decode()


def test_collected_modules_name_each_other_with_their_hash(tmp_path: Path) -> None:
    copytree(kept_files.STATIC, tmp_path, dirs_exist_ok=True)
    collected = Collected(location=tmp_path, base_url="/static/")
    list(collected.post_process({name: (collected, name) for name in kept_files.names()}))
    forms = next(tmp_path.glob("js/offline/forms.*.js")).read_text()
    named = re.findall(r"""(?:from|import\()\s*"\./([^"]+)\"""", forms)
    assert named
    assert all((tmp_path / "js" / "offline" / name).is_file() and re.search(r"\.[0-9a-f]{12}\.js$", name) for name in named)


@pytest.mark.django_db
def test_an_answer_says_whose_it_is(client: Client) -> None:
    build_world()
    assert "Siklus-Person" not in client.get("/bantuan/").headers
    client.force_login(person("kartika"))
    assert client.get("/bantuan/").headers["Siklus-Person"] == str(person("kartika").pk)
    assert "Siklus-Person" not in client.get("/siklus.webmanifest").headers, "what a cache keeps for everybody is nobody's"


@pytest.mark.django_db
@pytest.mark.parametrize(("writer", "login"), [("kartika", "budi"), ("kartika", ""), ("", "budi")])
def test_a_draft_with_another_login_is_refused_before_any_view(writer: str, login: str, client: Client) -> None:
    build_world()
    if login:
        client.force_login(person(login))
    answer = client.post("/usulan/1/", headers={"Siklus-Person": str(person(writer).pk) if writer else ""})
    assert (answer.status_code, answer.json()) == (401, {"login": "/masuk/"})


@pytest.mark.django_db
def test_unsent_work_of_others_outlives_a_logout(client: Client) -> None:
    build_world()
    for body, forgets in (({}, True), ({"keep": "1"}, False)):
        client.force_login(person("kartika"))
        assert ("Clear-Site-Data" in client.post("/keluar/", body).headers) == forgets
