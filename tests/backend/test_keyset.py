"""Pages after the last row seen: nothing twice, nothing skipped, whatever the columns hold."""

from datetime import date, timedelta

import pytest
from django.db.models import Value
from django.db.models.functions import NullIf

from backend.keyset import NoSuchPlace, page_after
from workflows.organisation.models import WorkingDay

pytestmark = pytest.mark.django_db


@pytest.fixture
def rows():
    """Thirty rows of few kinds, so that every column has many ties; `shown` is null for a third of them."""
    WorkingDay.objects.bulk_create(
        WorkingDay(calendar="CONTOH", date=date(2024, 1, 1) + timedelta(n), is_working=False, ordinal=n * 7 % 4,
                   note=["", "b", "a"][n % 3])
        for n in range(30)
    )  # fmt: skip
    return WorkingDay.objects.filter(calendar="CONTOH").annotate(shown=NullIf("note", Value("")))


@pytest.mark.parametrize("columns", [
    ["pk"], ["-pk"], ["shown", "pk"], ["-ordinal", "-pk"], ["ordinal", "shown", "-pk"], ["shown", "-ordinal", "pk"],
])  # fmt: skip
def test_pages_together_are_the_whole_list_in_order(rows, columns: list[str]) -> None:
    read, after = page_after(rows, columns, None, 4)
    while after:
        page, after = page_after(rows, columns, after, 4)
        read += page
    assert read == list(rows.order_by(*columns))
    assert len(read) == 30


def test_a_place_in_another_order_is_not_taken_for_one_of_this(rows) -> None:
    _, after = page_after(rows, ["shown", "pk"], None, 4)
    with pytest.raises(NoSuchPlace):
        page_after(rows, ["pk"], after, 4)
