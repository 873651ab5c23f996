"""A kelurahan receives no Dana Desa and no ADD: it is not offered them, and does not report them anew; what it did report stays."""

from dataclasses import replace
from datetime import date

import pytest

from tests.workflows.reports.figures import PROFILE
from workflows.core.door import perform
from workflows.core.errors import BadValues
from workflows.reports.checking import misfits
from workflows.reports.drafting import save_report, start_report
from workflows.reports.models import Report
from workflows.reports.offered import offered_to
from workflows.reports.shipped import form_named

YEAR = date(2024, 1, 1)
WITHOUT = {"funding_sources": ["apbd_regency"]}
OF_DESA = {"dana_desa", "add"}


@pytest.fixture
def draft(world, units) -> Report:
    """The profile of a kelurahan, begun by the field officer."""
    return start_report(units.kelurahan, "profile", YEAR, world.by("gita"))


def before_this_rule(report: Report) -> None:
    """As it was written while nobody asked what kind of village it is."""
    Report.objects.filter(pk=report.pk).update(figures=PROFILE)
    report.refresh_from_db()


@pytest.fixture
def old(world, draft) -> Report:
    """Sent with Dana Desa in it, before."""
    save_report(draft, world.by("gita"), figures=PROFILE | WITHOUT)
    Report.objects.filter(pk=draft.pk).update(figures=PROFILE)
    with pytest.MonkeyPatch.context() as before:
        before.setattr("workflows.reports.models.offered_to", lambda _kind, form: form)
        perform(Report.send, draft, by=world.by("gita"))
    return Report.objects.get()


@pytest.mark.parametrize(("kind", "withheld"), [("desa", set()), ("desa_adat", set()), ("kelurahan", OF_DESA)])
def test_only_desa_are_offered_what_only_desa_receive(kind, withheld):
    form = form_named("profile")
    every, field = form.by_key["funding_sources"], offered_to(kind, form).by_key["funding_sources"]
    assert set(every.choices or ()) - set(field.choices or ()) == set(field.withheld) == withheld
    assert field in offered_to(kind, form).sections[0].fields
    assert field.labels == every.choices


def test_other_forms_are_the_same_for_all():
    progress = form_named("progress")
    assert offered_to("kelurahan", progress) is progress


@pytest.mark.parametrize("written", ["dana_desa", "Dana Desa", " dana desa ", "ADD", "alokasi dana desa (add)"])
def test_a_kelurahan_reports_them_by_none_of_their_names(world, draft, written):
    with pytest.raises(BadValues) as bad:
        save_report(draft, world.by("gita"), figures={"funding_sources": ["apbn", written]})
    assert set(bad.value.fields) == {"funding_sources"}
    assert "hanya ada di desa, desa adat; pilih: APBD kabupaten/kota" in bad.value.fields["funding_sources"]
    save_report(draft, world.by("gita"), figures={"funding_sources": ["apbn", "Contoh Yayasan"]})


def test_a_single_choice_is_withheld_in_the_same_words():
    form = form_named("profile")
    one = replace(form.by_key["funding_sources"], kind="choice")
    form = offered_to("kelurahan", replace(form, fields=(one,), sections=()))
    assert "hanya ada di desa" in misfits(form, {one.key: "add"})[one.key]


def test_a_draft_of_before_says_at_its_field_what_to_change_before_it_is_sent(world, draft):
    before_this_rule(draft)
    with pytest.raises(BadValues) as bad:
        perform(Report.send, draft, by=world.by("gita"))
    assert [*bad.value.fields] == ["funding_sources"]
    save_report(draft, world.by("gita"), figures=WITHOUT)
    perform(Report.send, draft, by=world.by("gita"))


def test_what_was_reported_before_stays_and_is_corrected_without_it_or_with_it(world, old):
    assert old.definition.by_key["funding_sources"].labels["dana_desa"] == "Dana Desa"

    def correct(report, **figures):
        perform(Report.correct, report, by=world.by("gita"), reason="Contoh.", values={"figures": figures})
        return Report.objects.get(standing=True)

    other = correct(old, pokja_members=22)
    assert other.figures["funding_sources"] == PROFILE["funding_sources"]
    with pytest.raises(BadValues) as bad:
        correct(other, funding_sources=["dana_desa", "add"])
    assert "Alokasi Dana Desa (ADD) hanya ada di desa" in bad.value.fields["funding_sources"]
    right = correct(other, **WITHOUT)
    with pytest.raises(BadValues, match="Dana Desa"):
        correct(right, funding_sources=["dana_desa"])
