"""Forms are data: what is shipped is sound, what is not is refused with its place."""

from datetime import date

import pytest
import yaml

from tests.workflows.reports.figures import PROGRESS
from workflows.core.errors import BadValues
from workflows.reports.checking import faults
from workflows.reports.shipped import SHIPPED, form_named, forms, newest, read_forms


def changed(tmp_path, form="progress", **parts):
    """The shipped files, one of them changed."""
    for path in SHIPPED.glob("*.yaml"):
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
        if content["code"] == form:
            content |= parts
        (tmp_path / path.name).write_text(yaml.safe_dump(content), encoding="utf-8")
    return sorted(tmp_path.glob("*.yaml"))


def with_field(**more):
    field = {"key": "extra", "label": "Contoh", "kind": "count"} | more
    return [*yaml.safe_load((SHIPPED / "progress-1.yaml").read_text(encoding="utf-8"))["fields"], field]


def test_the_shipped_forms_are_there_with_their_version():
    assert set(forms()) == {("profile", 1), ("population", 1), ("population", 2), ("progress", 1), ("progress", 2), ("activity", 1),
                            ("activity", 2)}  # fmt: skip
    assert all(path.name == f"{form.code}-{form.version}.yaml" for path, form in
               zip(sorted(SHIPPED.glob("*.yaml")), forms().values(), strict=True))  # fmt: skip
    assert {code: form.version for code, form in newest().items()} == {"profile": 1, "population": 2, "progress": 2, "activity": 2}


def test_stunted_children_are_a_part_of_those_measured_and_may_be_left_out():
    progress = form_named("progress")
    unmeasured = {key: count for key, count in PROGRESS.items() if key not in ("measured", "stunted")}
    assert faults(progress, unmeasured, {"aged_0_4": 80}) == faults(progress, PROGRESS, {"aged_0_4": 80}) == {}
    assert list(faults(progress, PROGRESS | {"measured": 90, "stunted": 91}, {"aged_0_4": 80})) == ["measured", "stunted"]


def test_every_figure_has_a_source_and_every_share_a_named_denominator():
    for form in newest().values():
        assert all(field.source for field in form.fields)
        assert all(form.name_of(field.of) for field in form.fields if field.of)


def test_no_form_asks_for_the_number_of_a_person():
    keys = {field.key for form in newest().values() for field in form.fields}
    assert not [key for key in keys if any(word in key.split("_") for word in ("nik", "nip", "kk", "name"))]


@pytest.mark.parametrize(
    ("form", "period", "due"),
    [
        ("progress", date(2024, 2, 1), date(2024, 3, 3)),
        ("progress", date(2024, 12, 1), date(2025, 1, 3)),
        ("population", date(2024, 1, 1), date(2024, 1, 3)),
        ("profile", date(2024, 7, 1), date(2024, 1, 3)),
        ("activity", date(2024, 2, 17), None),
    ],
)
def test_each_form_has_its_due_day(form, period, due):
    assert form_named(form).due_on(period) == due


@pytest.mark.parametrize(
    ("form", "period"), [("progress", date(2024, 2, 1)), ("population", date(2024, 1, 1)), ("activity", date(2024, 2, 17))]
)
def test_each_form_tells_of_its_own_stretch_of_time(form, period):
    assert form_named(form).period_of(date(2024, 2, 17)) == period


@pytest.mark.parametrize(
    ("parts", "place"),
    [
        ({"fields": with_field(kind="poem")}, "extra"),
        ({"fields": with_field(kind="choice")}, "extra"),
        ({"fields": with_field(choices={"a": "A"})}, "extra"),
        ({"fields": with_field(kind="choices", list="moons")}, "extra"),
        ({"fields": with_field(kind="choices", choices={"a": "A"}, only_for={"b": ["desa"]})}, "extra"),
        ({"fields": with_field(kind="choices", choices={"a": "A"}, only_for={"a": ["moon"]})}, "extra"),
        ({"fields": with_field(key="users")}, "users"),
        ({"fields": with_field(of="moons")}, "moons"),
        ({"fields": with_field(when={"moons": True})}, "extra"),
        ({"fields": with_field(when={"users": 3})}, "extra"),
        ({"totals": {"users": ["moons"]}}, "users"),
        ({"totals": {"couples": ["iud"]}}, "couples"),
        ({"within": {"moons": ["iud"]}}, "moons"),
        ({"denominators": {"moons": "bulan"}}, "moons"),
        ({"due": None}, "due"),
        ({"every": "event"}, "due"),
        ({"due": {"day": 31, "months_after": 1}}, "due"),
    ],
)
def test_an_unsound_form_is_refused_with_the_place(tmp_path, parts, place):
    with pytest.raises(BadValues) as bad:
        read_forms(changed(tmp_path, **parts))
    assert f"progress-1.{place}" in bad.value.fields


@pytest.mark.parametrize(
    ("parts", "place"),
    [
        ({"span": "week"}, "form"),
        ({"fields": [{"label": "x"}]}, "fields.1"),
        ({"due": {"day": "x"}}, "due"),
        ({"totals": 3}, "totals, within"),
    ],
)
def test_a_form_of_another_shape_is_refused_in_words(tmp_path, parts, place):
    with pytest.raises(BadValues) as bad:
        read_forms(changed(tmp_path, **parts))
    assert place in bad.value.fields


def test_a_version_is_there_once(tmp_path):
    paths = changed(tmp_path)
    (tmp_path / "again.yaml").write_text((tmp_path / "profile-1.yaml").read_text(encoding="utf-8"), encoding="utf-8")
    with pytest.raises(BadValues) as bad:
        read_forms([*paths, tmp_path / "again.yaml"])
    assert "profile-1" in bad.value.fields


def test_what_there_is_no_form_for_is_answered_with_the_forms_there_are():
    with pytest.raises(BadValues, match="Perkembangan bulanan"):
        form_named("weather")
