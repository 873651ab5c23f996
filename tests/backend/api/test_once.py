"""A request whose answer was lost is sent again: with its key it begins nothing twice, and the key asks for nothing else."""

import pytest
from drf_spectacular.generators import SchemaGenerator

from workflows.core.models import File

BY_NATURE = {
    "/api/attachments/": "the same bytes are the same upload", "/api/decrees/{id}/links/": "one link between two decrees",
    "/api/decrees/{id}/rows/": "a village stands on a list once", "/api/login/": "begins no business of the office",
    "/api/proposals/{id}/evidence/": "the same upload stays one", "/api/tasks/{id}/sign/check/": "asks and begins nothing",
}  # fmt: skip


def test_every_address_that_begins_something_takes_a_key() -> None:
    posts = {path: acts["post"] for path, acts in SchemaGenerator().get_schema(public=True)["paths"].items() if "post" in acts}
    bare = {path for path, post in posts.items() if "Idempotency-Key" not in str(post.get("parameters", []))}
    assert bare == set(BY_NATURE)


@pytest.fixture
def asks(world, in_force):
    decree = f"/api/decrees/{in_force.pk}/"
    return {
        "decree": ("ani", "/api/decrees/", {"kind": "keputusan_bupati", "issuer": world.office("regent").pk, "subject": "Contoh"},
                   {"subject": "Contoh lain"}),
        "change": ("ani", f"{decree}changes/", {"kind": "revokes"}, {"kind": "amends"}),
        "proposal": ("fitri", "/api/proposals/", {"region": world.villages[0].pk, "era": 2024}, {"era": 2023}),
        "letter": ("ani", "/api/letters/", {"kind": "nota_dinas", "concerns": in_force.pk}, {"subject": "Contoh lain"}),
        "copies": ("budi", f"{decree}copies/", {"kind": "petikan"}, {"rows": [1]}),
    }  # fmt: skip


@pytest.mark.parametrize("what", ["decree", "change", "proposal", "letter", "copies"])
def test_sent_again_with_its_key_it_is_the_same_and_another_body_is_refused(client_of, asks, what):
    login, address, body, other = asks[what]
    client, key = client_of(login), {"Idempotency-Key": "k"}
    first, again = (client.post(address, body, headers=key) for _twice in range(2))
    assert (first.status_code, again.status_code) == (201, 201), first.content
    before = File.objects.count()
    refused = client.post(address, body | other, headers=key)
    assert (refused.status_code, refused.json()["type"]) == (422, "urn:siklus:key-reused")
    assert (File.objects.count(), again.json()) == (before, first.json())


def test_a_key_is_not_taken_to_another_address(client_of, asks):
    client, key = client_of("ani"), {"Idempotency-Key": "k"}
    for what, status in (("decree", 201), ("change", 422)):
        _login, address, body, _other = asks[what]
        assert client.post(address, body, headers=key).status_code == status


def test_a_link_is_one_however_often_it_is_asked_for(client_of, draft, in_force):
    ani = client_of("ani")
    draft = ani.post("/api/decrees/", {"kind": draft.kind, "issuer": draft.issuer_id, "subject": "Contoh"}).json()["id"]
    address, link = f"/api/decrees/{draft}/links/", {"decree": in_force.pk, "kind": "revokes"}
    assert [ani.post(address, link).status_code for _twice in range(2)] == [201, 201]
    refused = ani.post(address, link | {"kind": "replaces"})
    assert (refused.status_code, [*refused.json()["errors"]]) == (400, ["kind"])
