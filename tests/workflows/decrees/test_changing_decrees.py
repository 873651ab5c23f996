"""Decrees that amend, revoke, annul or suspend another: what they do to its villages, and what they must say."""

from datetime import date

import pytest

from tests.decree_world import VILLAGE, broken_promises, effect_days, fresh
from tests.workflows.decrees.changed import change_draft, changed, go_through
from tests.world import on_day
from workflows.core.door import BadValues, Refused, perform
from workflows.core.models import Outbox
from workflows.decrees import drafting
from workflows.decrees.consolidated import consolidated
from workflows.decrees.models import Decree
from workflows.decrees.snapshot import content_of
from workflows.organisation.offices import system_mandate
from workflows.villages.models import KampungKB

pytestmark = pytest.mark.django_db

MARCH, JUNE, JULY = date(2024, 3, 4), date(2024, 6, 3), date(2024, 7, 1)
DEFECT = {"defect": "procedure", "grounds": "verifikasi lapangan belum selesai"}


@pytest.fixture
def listed(world):
    """Two of the three villages, designated in March; it is June."""
    decree = world.issued(villages=[0, 1])
    on_day(JUNE)
    return decree


def stages(world, on):
    return [getattr(KampungKB.objects.stage_on(on).filter(region=v).first(), "stage", "") for v in world.villages]


def names(decree, on=JUNE):
    return [village.name for village in consolidated(decree, on).rows]


def why_not(world, draft):
    with pytest.raises(Refused) as refused:
        perform(Decree.submit, draft, by=world.drafter(draft.kind))
    return [p.rule for p in refused.value.problems]


def test_an_amendment_strikes_adds_and_corrects_row_by_row(world, listed):
    amendment = changed(world, listed, "amends", [1], add=[2], correct={0: "Contoh Sejahtera"})
    assert world.stages() == ["designated", "revoked", "designated"]
    assert effect_days(listed, "designate") == {(MARCH, None), (MARCH, date(2024, 6, 2))}
    assert effect_days(amendment, "designate") == {(JUNE, None)}
    assert names(listed) == ["Contoh Sejahtera", "Contoh Tiga"]
    assert names(listed, date(2024, 6, 2)) == ["Contoh Satu", "Contoh Dua"]
    assert (fresh(listed).state, amendment.subject.split(" atas ")[0]) == ("amended", "Perubahan")
    assert broken_promises() == []


def test_the_second_amendment_is_counted_and_strikes_what_the_first_added(world, listed):
    changed(world, listed, "amends", add=[2])
    on_day(JULY)
    second = changed(world, listed, "amends", [2])
    assert second.subject.startswith("Perubahan Kedua atas Keputusan Bupati Contoh Raya Nomor 1 TAHUN 2024 tentang")
    assert world.stages() == ["designated", "designated", "revoked"]
    assert names(listed, JUNE) == ["Contoh Satu", "Contoh Dua", "Contoh Tiga"]
    assert names(listed, JULY) == ["Contoh Satu", "Contoh Dua"]


def test_a_struck_village_that_another_decree_names_stays_designated(world, listed):
    world.issued(villages=[1], subject="Penetapan Susulan")
    changed(world, listed, "amends", [1])
    assert world.stages()[1] == "designated"


def test_a_struck_village_may_be_added_again(world, listed):
    changed(world, listed, "amends", [1])
    on_day(JULY)
    changed(world, listed, "amends", add=[1])
    assert [stages(world, day)[1] for day in (date(2024, 6, 30), JULY)] == ["revoked", "designated"]
    assert world.stages()[1] == "designated"


def test_clauses_keep_their_numbers_and_tell_where_they_come_from(world, listed):
    amendment = changed(world, listed, "amends", clauses={1: "Menetapkan kembali.", 2: "Baru."})
    now, before = consolidated(listed, JUNE).clauses, consolidated(listed, date(2024, 6, 2)).clauses
    assert [(c.number, c.text, c.source.pk) for c in now] == [(1, "Menetapkan kembali.", amendment.pk), (2, "Baru.", amendment.pk)]
    assert [(c.text, c.source.pk) for c in before] == [("Menetapkan.", listed.pk)]
    assert "Diktum KESATU diubah sehingga berbunyi: “Menetapkan kembali.”" in amendment.clauses


def test_a_revocation_of_all_rows_revokes_the_decree_of_some_amends_it(world, listed):
    changed(world, listed, "revokes", [0])
    assert (fresh(listed).state, world.stages()) == ("amended", ["revoked", "designated", ""])
    on_day(JULY)
    changed(world, listed, "revokes")
    assert (fresh(listed).state, world.stages()) == ("revoked", ["revoked", "revoked", ""])


def test_what_is_annulled_from_its_day_on_has_held_before(world, listed):
    changed(world, listed, "annuls", **DEFECT)
    assert (fresh(listed).state, world.stages()) == ("annulled", ["revoked", "revoked", ""])
    assert stages(world, date(2024, 6, 2)) == ["designated", "designated", ""]


def test_what_is_annulled_from_its_beginning_never_held(world, listed):
    known = listed.facts.first().entry.at
    annulment = changed(world, listed, "annuls", retroactive=True, effective_on=MARCH, **DEFECT)
    assert (stages(world, date(2024, 5, 6)), world.stages()) == (["draft", "draft", ""], ["revoked", "revoked", ""])
    then = KampungKB.objects.stage_on(date(2024, 5, 6), known).get(region=world.villages[0])
    assert (then.stage, then.designated) == ("designated", True)
    first = KampungKB.objects.with_first_designation().get(region=world.villages[0])
    assert (first.first_designated_on, annulment.in_force_on) == (None, MARCH)
    assert [v.name for v in consolidated(listed, date(2024, 5, 6), known).rows] == ["Contoh Satu", "Contoh Dua"]
    assert consolidated(listed, date(2024, 5, 6)).rows == []


def test_an_amendment_annulled_from_its_beginning_gives_back_what_it_struck(world, listed):
    amendment = changed(world, listed, "amends", [1], add=[2], clauses={1: "Lain."})
    on_day(JULY)
    changed(world, amendment, "annuls", [2], retroactive=True, effective_on=JUNE, **DEFECT)
    assert fresh(amendment).state == "annulled"
    assert (names(listed, JULY), world.stages()) == (["Contoh Satu"], ["designated", "revoked", "revoked"])


def test_a_suspension_ends_with_its_day_and_the_village_is_what_it_was(world, listed):
    suspension = changed(world, listed, "suspends", [0], expires_on=date(2024, 6, 30))
    assert (world.stages(), fresh(listed).state) == (["suspended", "designated", ""], "in_force")
    assert [(v.name, v.suspended) for v in consolidated(listed, JUNE).rows] == [("Contoh Satu", True), ("Contoh Dua", False)]
    on_day(JULY)
    perform(Decree.expire, suspension, by=system_mandate())
    assert (world.stages()[0], stages(world, JULY)[0]) == ("designated", "designated")


def test_a_suspension_until_further_notice_is_revoked_and_the_villages_resume(world, listed):
    suspension = changed(world, listed, "suspends")
    on_day(JULY)
    resumption = changed(world, suspension, "revokes")
    assert {tuple(row.effects) for row in resumption.rows.all()} == {("resume",)}
    assert (world.stages(), fresh(suspension).state) == (["designated", "designated", ""], "revoked")


def test_the_offices_are_told_what_rests_on_a_village_that_goes(world, listed):
    amendment = changed(world, listed, "amends", [1], add=[2])
    told = Outbox.objects.get(topic="review_dependents")
    assert (told.object_id, told.office) == (amendment.pk, world.office("agency"))
    heads = Outbox.objects.filter(topic="village_moved", payload__decree=amendment.pk).values_list("office", flat=True)
    assert world.office("village_head", 1).pk in heads


def test_what_only_adds_leaves_nothing_to_look_through(world, listed):
    changed(world, listed, "amends", add=[2])
    assert not Outbox.objects.filter(topic="review_dependents").exists()


# --- what it must say


def test_an_annulment_names_its_defect_and_its_grounds(world, listed):
    assert why_not(world, change_draft(world, listed, "annuls")) == ["annuls_for_a_defect"]


@pytest.mark.parametrize(("kind", "chosen"), [
    ("revokes", {"grounds": "Alasan", "effective_on": MARCH}), ("annuls", {**DEFECT}),
])  # fmt: skip
def test_reaching_back_needs_a_kind_that_may_a_day_and_a_reason(world, listed, kind, chosen):
    draft = change_draft(world, listed, kind, retroactive=True, **chosen)
    assert why_not(world, draft) == ["reaches_back_with_reason"]


def test_an_earlier_day_without_choosing_to_reach_back_is_refused_on_the_decision(world, listed):
    draft = change_draft(world, listed, "amends", [1], effective_on=MARCH)
    perform(Decree.submit, draft, by=world.drafter())
    world.walk(draft)
    with pytest.raises(Refused) as refused:
        world.decide(draft)
    assert [p.rule for p in refused.value.problems] == ["begins_no_earlier_than_decided"]


def test_an_amendment_that_reaches_back_strikes_from_that_day(world, listed):
    changed(world, listed, "amends", [1], retroactive=True, effective_on=date(2024, 4, 1), grounds="Salah ketik.")
    assert (stages(world, date(2024, 3, 31))[1], stages(world, date(2024, 4, 1))[1]) == ("designated", "revoked")


@pytest.mark.parametrize("clause", [
    "Keputusan lama dicabut dan dinyatakan tidak berlaku.",
    "Mencabut Keputusan Bupati Nomor 1 TAHUN 2024 tentang Penetapan Contoh.",
])  # fmt: skip
def test_a_revocation_names_number_year_and_title_in_the_fixed_words(world, listed, clause):
    draft = change_draft(world, listed, "revokes")
    drafting.edit(draft, world.drafter(), clauses=[clause])
    assert why_not(world, draft) == ["names_what_it_revokes"]


def test_berlaku_efektif_is_never_written(world):
    draft = world.decree_draft(clauses=["Keputusan ini berlaku efektif sejak ditetapkan."])
    assert why_not(world, draft) == ["begins_in_fixed_words"]


def test_a_village_that_is_not_designated_is_not_suspended(world, listed):
    assert why_not(world, world.decree_draft(effects=["suspend"], villages=[2])) == ["suspends_the_designated"]


def test_only_what_the_other_decree_lists_is_struck(world, listed):
    draft = world.decree_draft(effects=["strike"], villages=[2])
    drafting.link(draft, world.drafter(), listed, "amends")
    assert why_not(world, draft) == ["takes_back_what_was_listed"]
    with pytest.raises(BadValues) as wrong:
        change_draft(world, listed, "amends", [2])
    assert list(wrong.value.fields) == ["rows"]


def test_the_first_text_is_amended_and_an_annulment_stands(world, listed):
    amendment = changed(world, listed, "amends", add=[2])
    assert why_not(world, change_draft(world, amendment, "amends", [2])) == ["takes_back_no_annulment"]
    annulment = changed(world, listed, "annuls", [1], **DEFECT)
    draft = world.decree_draft(effects=["annul"], villages=[1])
    drafting.edit(draft, world.drafter(), **DEFECT)
    drafting.link(draft, world.drafter(), annulment, "annuls")
    assert why_not(world, draft) == ["takes_back_no_annulment"]


# --- rank


def test_a_village_head_alters_neither_the_regents_decree_nor_his_neighbours(world, listed):
    own = world.issued(VILLAGE, effects=["form"])
    draft = world.decree_draft(VILLAGE, effects=["form"], subject="Lain")
    drafting.link(draft, world.drafter(VILLAGE), listed, "amends")
    assert why_not(world, draft) == ["outranks_what_it_changes"]
    other = drafting.start_decree(VILLAGE, world.office("village_head", 1), world.staff(1), subject="Tetangga", effects=["form"],
                                  considerations=["bahwa contoh;"], clauses=["Menetapkan."])  # fmt: skip
    drafting.edit(other, world.staff(1), bases=listed.bases.all())
    drafting.add_rows(other, world.staff(1), [(world.villages[1], {})])
    drafting.link(other, world.staff(1), own, "amends")
    with pytest.raises(Refused) as refused:
        perform(Decree.submit, other, by=world.staff(1))
    assert "outranks_what_it_changes" in {p.rule for p in refused.value.problems}


def test_the_regent_alters_a_village_heads_decree_and_the_head_his_own(world):
    own = world.issued(VILLAGE, effects=["form"])
    draft = world.decree_draft(effects=["strike"], villages=[0], subject="Mengeluarkan")
    drafting.link(draft, world.drafter(), own, "amends")
    perform(Decree.submit, draft, by=world.drafter())
    perform(Decree.withdraw, draft, by=world.drafter(), reason="Cukup oleh desa.")
    changed(world, own, "amends", [0])
    assert own.facts.get().until == date(2024, 3, 3)


# --- the paper


def test_the_paper_says_what_changes_and_ends_with_the_list_that_holds(world, listed):
    draft = change_draft(world, listed, "amends", [1], add=[2], correct={0: "Contoh Sejahtera"})
    content = content_of(draft.file).content
    rows, after = content["annexes"][0]["rows"], content["annexes"][1]
    assert (content["template"], content["changes"]["order"]) == ("keputusan_perubahan@1", 1)
    assert content["changes"]["other"] == {
        "title": "Keputusan Bupati Contoh Raya", "number": "1 TAHUN 2024", "date": "2024-03-04", "subject": "Penetapan Contoh",
    }  # fmt: skip
    assert [(row["no"], row["kampung"], row["change"]) for row in rows] == [
        (1, "Contoh Sejahtera", "correct"), (2, "Contoh Dua", "strike"), (3, "Contoh Tiga", "add"),
    ]  # fmt: skip
    assert rows[0]["was"] == {"kampung": "Contoh Satu"}
    assert after["consolidated"]
    assert numbered(after) == {1: "Contoh Sejahtera", 3: "Contoh Tiga"}


def test_the_second_amendment_counts_on_and_gives_no_number_twice(world, listed):
    first = changed(world, listed, "amends", [1], add=[2])
    on_day(JULY)
    second = change_draft(world, listed, "amends", [2], add=[1], correct={0: "Contoh Sejahtera"})
    changes, after = content_of(second.file).content["annexes"]
    assert numbered(changes) == {1: "Contoh Sejahtera", 3: "Contoh Tiga", 4: "Contoh Dua"}
    assert numbered(after) == {1: "Contoh Sejahtera", 4: "Contoh Dua"}
    go_through(world, second)
    assert [(v.number, v.name) for v in consolidated(listed, JULY).rows] == [(1, "Contoh Sejahtera"), (4, "Contoh Dua")]
    assert [(v.number, v.name) for v in consolidated(listed, JUNE).rows] == [(1, "Contoh Satu"), (3, "Contoh Tiga")]
    assert numbered(content_of(first.file).content["annexes"][0]) == {2: "Contoh Dua", 3: "Contoh Tiga"}


def numbered(annex):
    return {row["no"]: row["kampung"] for row in annex["rows"]}


@pytest.mark.parametrize(("kind", "template"), [
    ("revokes", "keputusan_pencabutan@1"), ("annuls", "keputusan_pembatalan@1"), ("suspends", "keputusan_penundaan@1"),
])  # fmt: skip
def test_each_change_has_its_own_paper(world, listed, kind, template):
    content = content_of(change_draft(world, listed, kind).file).content
    assert (content["template"], len(content["annexes"]), len(content["annexes"][0]["rows"])) == (template, 1, 2)


def test_a_yearly_decree_that_revokes_the_last_one_by_the_way_stays_what_it_is(world, listed):
    draft = world.decree_draft(villages=[0, 1])
    drafting.link(draft, world.drafter(), listed, "revokes")
    assert content_of(draft.file).content["template"] == "keputusan_bupati@1"
