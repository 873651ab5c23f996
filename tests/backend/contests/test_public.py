"""What anybody sees of a contest without logging in: nothing before the locking, then all that it takes to compute it again."""

import hashlib
import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.contest_world import ContestWorld, newest
from tests.decree_world import fresh
from workflows.contests.models import Appeal, Competition
from workflows.contests.publishing import holds
from workflows.core.canonical import canonical


def text(answer) -> str:
    return answer.content.decode()


def handed_in(content: bytes):
    return Client().post(
        "/v/lomba/hitung-ulang", {"berkas": SimpleUploadedFile("nilai.json", content, "application/json")}
    )


def test_the_ranking_is_public_once_it_is_locked_and_while_it_counts(world: ContestWorld) -> None:
    competition, entries = world.judged()
    url = f"/v/lomba/{competition.file.token}"
    assert Client().get(url).status_code == 404
    assert str(competition.file.title) not in text(Client().get("/v/lomba"))
    for entry, points in zip(entries, ("90", "70"), strict=True):
        world.score_by_all(entry, output=points)
        world.visit(entry)
    world.organise(Competition.lock_ranking, competition)
    ranking, page = newest(competition), text(Client().get(url))
    assert "Peringkat sesuai dengan nilainya" in page
    assert page.index("Contoh Satu") < page.index("Contoh Dua")
    assert ranking.sha256 in page
    assert "Contoh Joko" not in page
    assert competition.file.title in text(Client().get("/v/lomba"))
    world.organise(Appeal.uphold, world.appealed(entries[1], 1), reason="Contoh: nilai salah ketik.")
    assert fresh(competition).state == "judging"
    again = text(Client().get(url))
    assert "Sedang dinilai ulang" in again
    assert "Contoh Satu" not in again
    assert Client().get(f"{url}/nilai.json").status_code == 404
    assert "sudah digantikan" in text(handed_in(canonical(ranking.published)))


def test_whoever_downloads_the_scores_computes_the_same_ranking(world: ContestWorld) -> None:
    competition, entries = world.locked("90", "70")
    url, ranking = f"/v/lomba/{competition.file.token}", newest(competition)
    content = Client().get(f"{url}/nilai.json").content
    assert hashlib.sha256(content).hexdigest() == ranking.sha256
    assert holds(json.loads(content), ranking.sha256)
    answer = text(handed_in(content))
    assert "Peringkat sesuai dengan nilainya" in answer
    assert ranking.sha256 in answer
    lines = b"".join(Client().get(f"{url}/nilai.csv")).decode("utf-8-sig").splitlines()
    assert len(lines) == 1 + 2 * 3 * 3
    first = lines[1].split(";")
    assert (first[0], first[3]) == ("1", entries[0].kampung.region.name)


@pytest.mark.parametrize(("change", "words"), [
    (lambda listed: listed["scores"][0].__setitem__(3, "1"), "Peringkat tidak sesuai dengan nilainya"),
    (lambda listed: listed["places"].reverse(), "Peringkat tidak sesuai dengan nilainya"),
    (lambda listed: listed["competition"].update(title="Lain"), "bukan berkas kami"),
    (lambda listed: listed.update(names={}), "bukan berkas kami"),
])  # fmt: skip
def test_a_file_that_was_changed_is_found_out(world: ContestWorld, change, words: str) -> None:
    competition, _entries = world.locked("90", "70")
    listed = json.loads(json.dumps(newest(competition).published))
    change(listed)
    assert words in text(handed_in(json.dumps(listed).encode()))


HUGE = {
    "rubric": {
        "code": "x",
        "version": 1,
        "criteria": [{"key": "a", "label": "A", "aspect": "output", "weight": "100", "maximum": "1e999999999"}],
    },
    "rules": {"sheets_needed": 1, "drop_extremes": False, "ties": []},
    "scores": [["1", "1", "a", "1e999999998"]],
    "places": [],
} | {"entries": ["1"], "recused": [], "visits": {}, "chair": "", "preferred": []}
ODD = [b"", b"{", b"[]", b"{}", b'"x"', b"null", b"\xff\xfe", b"[" * 100_000, b'{"a": NaN}', b"9" * 10_000]
ODD += [json.dumps(HUGE).encode(), b'{"scores": "\\ud800"}']


@pytest.mark.parametrize("content", ODD, ids=range(len(ODD)))
def test_what_is_no_ranking_gets_an_answer(db: None, content: bytes) -> None:
    answer = handed_in(content)
    assert answer.status_code == 422
    assert "Periksa isian" in text(answer) or "errorlist" in text(answer)


def test_a_file_that_is_too_large_is_refused_before_it_is_read(db: None) -> None:
    answer = handed_in(b" " * (3 << 20))
    assert answer.status_code == 422
    assert "lebih besar dari 2 MB" in text(answer)


def test_a_result_of_long_ago_has_no_scores_to_show(world: ContestWorld) -> None:
    competition, _entries = world.locked("90", "70")
    other = world.contest(year=2025)
    assert Client().get(f"/v/lomba/{other.file.token}").status_code == 404
    assert Client().get(f"/v/lomba/{'x' * 22}").status_code == 404
    assert Client().get(f"/v/lomba/{competition.file.token}/nilai.csv").status_code == 200
