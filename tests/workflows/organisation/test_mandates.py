"""Who may act, in which capacity, and what the signature block says."""

from collections.abc import Callable
from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.db.models import DateField, Exists, OuterRef, Value

from workflows.organisation.mandates import holders, may_act, signature_lines, staff_of, title_on, vacant
from workflows.organisation.models import (
    Capacity,
    Delegation,
    DocClass,
    Mandate,
    Office,
    Person,
    Region,
    Role,
    SigningPolicy,
    Verdict,
)
from workflows.organisation.policy import policy_for

from .conftest import LONG_AGO, mandate, office, region

pytestmark = pytest.mark.django_db
NOW = date(2024, 8, 21)
Named = Callable[[str], Person]


@pytest.fixture
def bupati(kubu_raya: Region) -> Office:
    return office("61.12", Role.REGENT)


def test_two_definitive_holders_on_one_day_are_impossible(bupati: Office, person: Named) -> None:
    mandate(bupati, person("Ani"), until=date(2024, 6, 30))
    with pytest.raises(IntegrityError, match="mandate_one_full_holder"), transaction.atomic():
        mandate(bupati, person("Budi"), Capacity.PJ, since=date(2024, 6, 30))
    mandate(bupati, person("Citra"), Capacity.PJ, since=date(2024, 7, 1))


def test_a_mandate_cannot_end_before_it_begins(bupati: Office, person: Named) -> None:
    with pytest.raises(IntegrityError, match="mandate_days"), transaction.atomic():
        mandate(bupati, person("Ani"), since=NOW, until=date(2024, 8, 20))


def test_on_behalf_needs_a_superior_and_ub_an_office_between(bupati: Office, person: Named) -> None:
    secretary = office("61.12", Role.SECRETARY)
    for capacity, given in (
        (Capacity.AN, {}),
        (Capacity.DEFINITIF, {"acts_for": bupati}),
        (Capacity.UB, {"acts_for": bupati}),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            mandate(secretary, person(f"P{capacity}"), capacity, **given)


def test_holders_are_told_with_their_capacity_the_fullest_first(bupati: Office, person: Named) -> None:
    secretary = office("61.12", Role.SECRETARY)
    mandate(bupati, person("Plh"), Capacity.PLH, since=NOW, until=NOW)
    mandate(bupati, person("Definitif"))
    mandate(secretary, person("Sekda"), Capacity.AN, acts_for=bupati)
    mandate(bupati, person("Ajudan"), Capacity.STAF)
    mandate(bupati, person("Dulu"), Capacity.PLT, until=date(2024, 8, 20))
    found = holders([bupati.pk, secretary.pk], NOW)
    assert [m.capacity for m in found[bupati.pk]] == ["definitif", "plh", "an"]
    assert secretary.pk not in found


def test_holders_come_with_office_and_person_in_one_query(
    bupati: Office, person: Named, django_assert_num_queries
) -> None:
    mandate(bupati, person("Ani"))
    with django_assert_num_queries(1):
        [[only]] = holders([bupati.pk], NOW).values()
        assert (only.office.role, only.person.name) == (Role.REGENT, "Contoh Ani")


def test_staff_prepare_and_never_decide(bupati: Office, person: Named) -> None:
    staff = mandate(bupati, person("Ajudan"), Capacity.STAF)
    assert may_act(staff.person, bupati, NOW) == []
    assert list(staff_of(bupati, NOW)) == [staff]
    assert policy_for(staff, DocClass.LETTER, NOW).verdict == Verdict.REFUSE
    with pytest.raises(ValueError, match="staff never sign"):
        signature_lines(staff, NOW)


def test_first_and_last_day_count(bupati: Office, person: Named) -> None:
    only = mandate(bupati, person("Ani"), Capacity.PLH, since=date(2024, 8, 20), until=NOW)
    acting = [bool(may_act(only.person, bupati, date(2024, 8, day))) for day in (19, 20, 21, 22)]
    assert acting == [False, True, True, False]


def test_an_office_without_anybody_to_act_is_vacant(kubu_raya: Region, person: Named) -> None:
    camat, head = office("61.12.01", Role.CAMAT), office("61.12.01.2011", Role.VILLAGE_HEAD)
    mandate(camat, person("Ani"), Capacity.PLT)
    mandate(head, person("Sekdes"), Capacity.STAF)
    assert not vacant(NOW).filter(pk=camat.pk).exists()
    assert vacant(NOW).filter(pk=head.pk).exists()


def test_in_force_takes_an_expression(bupati: Office, person: Named) -> None:
    mandate(bupati, person("Ani"), until=date(2024, 8, 20))
    mandate(bupati, person("Budi"), since=NOW)
    on = Office.objects.alias(on=Value(NOW, DateField()))
    there = Mandate.objects.in_force(OuterRef("on")).filter(office=OuterRef("pk"), person__username="ani")
    assert not on.filter(Exists(there), pk=bupati.pk).exists()


def test_signature_lines_by_capacity(bupati: Office, person: Named) -> None:
    secretary, assistant = office("61.12", Role.SECRETARY), office("61.12", Role.ASSISTANT)
    lines = {
        capacity: signature_lines(Mandate(office=bupati, capacity=capacity), NOW)
        for capacity in (Capacity.DEFINITIF, Capacity.PLT, Capacity.PLH, Capacity.PJ)
    }
    assert lines == {
        "definitif": ["BUPATI KUBU RAYA"],
        "plt": ["Plt. BUPATI KUBU RAYA"],
        "plh": ["Plh. BUPATI KUBU RAYA"],
        "pj": ["Pj. BUPATI KUBU RAYA"],
    }
    an = Mandate(office=secretary, acts_for=bupati, capacity=Capacity.AN)
    assert signature_lines(an, NOW) == ["a.n. BUPATI KUBU RAYA", "SEKRETARIS DAERAH"]
    assert title_on(an, NOW) == "a.n. Bupati Kubu Raya"
    ub = Mandate(office=assistant, acts_for=bupati, via=secretary, capacity=Capacity.UB)
    assert signature_lines(ub, NOW) == [
        "a.n. BUPATI KUBU RAYA",
        "Sekretaris Daerah",
        "u.b.",
        "Asisten Sekretaris Daerah",
    ]


@pytest.mark.parametrize(
    ("capacity", "decree", "letter"),
    [
        (Capacity.DEFINITIF, Verdict.ALLOW, Verdict.ALLOW),
        (Capacity.PJ, Verdict.ALLOW, Verdict.ALLOW),
        (Capacity.PLT, Verdict.WARN, Verdict.ALLOW),
        (Capacity.PLH, Verdict.REFUSE, Verdict.ALLOW),
    ],
)
def test_shipped_policy_of_acting_officials(bupati: Office, capacity: str, decree: str, letter: str) -> None:
    acting = Mandate(office=bupati, capacity=capacity, since=date(2024, 8, 1))
    answer = policy_for(acting, DocClass.REGENT_DECREE, NOW)
    assert answer.verdict == decree
    assert bool(answer.words) == (decree != Verdict.ALLOW)
    assert policy_for(acting, DocClass.LETTER, NOW).verdict == letter


def test_on_behalf_signs_a_decree_only_with_a_delegation_on_that_date(bupati: Office) -> None:
    secretary, assistant = office("61.12", Role.SECRETARY), office("61.12", Role.ASSISTANT)
    an = Mandate(office=secretary, acts_for=bupati, capacity=Capacity.AN, since=LONG_AGO)
    ub = Mandate(office=assistant, acts_for=bupati, via=secretary, capacity=Capacity.UB, since=LONG_AGO)
    assert policy_for(an, DocClass.REGENT_DECREE, NOW).verdict == Verdict.REFUSE
    Delegation.objects.create(giver=bupati, receiver=secretary, since=NOW, paper="Contoh 1")
    assert policy_for(an, DocClass.REGENT_DECREE, NOW).verdict == Verdict.ALLOW
    assert policy_for(an, DocClass.REGENT_DECREE, date(2024, 8, 20)).verdict == Verdict.REFUSE
    assert policy_for(ub, DocClass.REGENT_DECREE, NOW).verdict == Verdict.REFUSE
    Delegation.objects.create(giver=secretary, receiver=assistant, doc_class=DocClass.REGENT_DECREE, paper="Contoh 2")
    assert policy_for(ub, DocClass.REGENT_DECREE, NOW).verdict == Verdict.ALLOW


def test_a_regions_own_dated_policy_wins(bupati: Office) -> None:
    plt = Mandate(office=bupati, capacity=Capacity.PLT, since=date(2024, 1, 1))
    own = {"doc_class": DocClass.REGENT_DECREE, "capacity": Capacity.PLT, "verdict": Verdict.REFUSE}
    SigningPolicy.objects.create(region=region("61.12"), since=NOW, **own)
    assert policy_for(plt, DocClass.REGENT_DECREE, date(2024, 8, 20)).verdict == Verdict.WARN
    assert policy_for(plt, DocClass.REGENT_DECREE, NOW).verdict == Verdict.REFUSE
    with pytest.raises(IntegrityError), transaction.atomic():
        SigningPolicy.objects.create(region=region("61.12"), since=date(2025, 1, 1), **own)


def test_two_nationwide_policies_for_the_same_days_are_impossible(db: None) -> None:
    own = {"doc_class": DocClass.LETTER, "capacity": Capacity.PLT, "verdict": Verdict.WARN}
    SigningPolicy.objects.create(**own)
    with pytest.raises(IntegrityError), transaction.atomic():
        SigningPolicy.objects.create(since=NOW, **own)


def test_a_long_term_warns_and_only_the_end_refuses(bupati: Office) -> None:
    plh = Mandate(office=bupati, capacity=Capacity.PLH, since=date(2024, 1, 1), until=date(2024, 8, 31))
    assert policy_for(plh, DocClass.LETTER, date(2024, 4, 1)).verdict == Verdict.ALLOW
    assert policy_for(plh, DocClass.LETTER, date(2024, 4, 2)).verdict == Verdict.WARN
    assert policy_for(plh, DocClass.LETTER, date(2024, 9, 1)).verdict == Verdict.REFUSE
