"""Drafts of letters from clients that send whatever they like: refused with words, and never a draft that cannot be shown."""

from typing import Any

import pytest

from tests.backend.api.conftest import Api
from tests.backend.pages.decrees import as_official
from tests.ground import Ground, ground_of
from tests.letter_world import LetterWorld, build_letter_world
from tests.people import person
from workflows.letters.beginnings import beginnings_elsewhere
from workflows.letters.content import preview_of
from workflows.letters.models import Letter
from workflows.letters.states import COPIES, LetterKind

WRITERS = {
    "berita_acara": ("ani", "village_head"), "rekomendasi": ("budi", "camat"), "surat_pengantar": ("budi", "camat"),
    "nota_dinas": ("hadi", "agency"), "telaahan_staf": ("hadi", "agency"), "lembar_kendali": ("budi", "legal"),
    "surat_perintah_tugas": ("hadi", "agency"), "ralat": ("budi", "legal"),
}  # fmt: skip
BY_DAY = ["berita_acara", "nota_dinas", "ralat"]
ABOUT_DECREES = ["nota_dinas", "telaahan_staf", "lembar_kendali", "ralat"]
ODD: list[Any] = [None, 5, -1, 1.5, True, "", "x" * 20_000, [], [None], [1], [[["x"]]], {}, {"a": {"b": {"c": None}}}, [{}],
                  [{"name": 5}], "\u202e<script>"]  # fmt: skip
FORGED = {"template": "keputusan_bupati@1", "kind": "keputusan_bupati", "example": False, "schema": "siklus/decree/1",
          "issue": {"number": "1", "date": "2024-01-01", "signatory": {"lines": ["X"], "name": "X"}, "signature": "tte"},
          "lambang": "AAAA", "changes": {}, "parties": [], "office": {}, "subject": "x", "issuer": {}}  # fmt: skip


ground = ground_of(build_letter_world)


@pytest.fixture
def world(db: None, ground: Ground) -> LetterWorld:
    return ground()


def drafted(world: LetterWorld, kind: str) -> Letter:
    """A draft of that kind by who writes it, about a decree or proposal."""
    login, role = WRITERS[kind]
    about = world.issued(villages=[1, 2]) if kind in ABOUT_DECREES else world.handed_in()
    return world.letter(kind, about, world.staff(0) if login == "ani" else world.by(login, role))


def api(login: str) -> Api:
    made = Api()
    made.force_login(person(login))
    return made


def test_every_kind_is_written_here() -> None:
    """Those about decrees and proposals; the papers of a year begin with what a round, rakor or contest has."""
    assert set(WRITERS) == {kind.value for kind in LetterKind if kind not in COPIES and kind not in beginnings_elsewhere}


@pytest.mark.parametrize("kind", BY_DAY)
def test_odd_bodies_leave_a_draft_that_can_be_shown(world: LetterWorld, kind: str) -> None:
    """By day few kinds, each a part of them, together all."""
    send_odd_bodies(world, kind, ODD[BY_DAY.index(kind) :: len(BY_DAY)])


@pytest.mark.nightly
@pytest.mark.parametrize("kind", WRITERS)
def test_every_odd_body_leaves_a_draft_that_can_be_shown(world: LetterWorld, kind: str) -> None:
    send_odd_bodies(world, kind, ODD)


def send_odd_bodies(world: LetterWorld, kind: str, odd_ones: list[Any]) -> None:
    letter, (login, role) = drafted(world, kind), WRITERS[kind]
    client, pages, known = api(login), as_official(world, login, role), dict(letter.fields["body"])
    mandate = (world.staff(0) if login == "ani" else world.by(login, role)).pk
    for body in [{}, {"zz": 1}, *(dict.fromkeys(known, odd) for odd in odd_ones)]:
        version = client.get(f"/api/letters/{letter.pk}/").json()["file"]["version"]
        answer = client.patch(f"/api/letters/{letter.pk}/", {"version": version, "body": body, "mandate": mandate})
        assert answer.status_code in (200, 400), (body, answer.content[:300])
        if answer.status_code == 200:
            assert client.get(f"/api/letters/{letter.pk}/").status_code == 200, body
            for url in (f"/surat/{letter.pk}/", f"/surat/{letter.pk}/isian/"):
                assert pages.get(url).status_code == 200, (url, body)


@pytest.mark.parametrize("kind", ["ralat", "nota_dinas"])
def test_a_body_forges_nothing_of_the_frame(world: LetterWorld, kind: str) -> None:
    letter = drafted(world, kind)
    before = preview_of(letter)
    letter.fields["body"] |= FORGED
    letter.save()
    after = preview_of(Letter.objects.get(pk=letter.pk))
    assert {name: after.get(name) for name in FORGED} == {name: before.get(name) for name in FORGED}
