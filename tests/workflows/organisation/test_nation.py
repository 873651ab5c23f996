"""The whole nation: 91,592 rows, from the folder that SIKLUS_NATION names (idn-area-data's four CSV files)."""

import os
import time
from datetime import date
from pathlib import Path

import pytest

from workflows.organisation.models import Kind, Level, Region
from workflows.organisation.territory import load

from .conftest import region

FOLDER = os.environ.get("SIKLUS_NATION", "")


@pytest.mark.nightly
@pytest.mark.skipif(not FOLDER, reason="SIKLUS_NATION names no folder")
def test_the_nation_loads_in_seconds_and_again_without_change(db: None) -> None:
    begun = time.monotonic()
    changes = load(Path(FOLDER), date(2026, 3, 2))
    first = time.monotonic() - begun
    assert changes.new == {"province": 38, "regency": 514, "district": 7277, "village": 83763}
    assert not load(Path(FOLDER), date(2026, 3, 3), whole_nation=True)
    again = time.monotonic() - begun - first
    print(f"first {first:.1f} s, again {again:.1f} s")
    kinds = {kind: Region.objects.filter(kind=kind).count() for kind in (Kind.KELURAHAN, Kind.DESA, Kind.DESA_ADAT)}
    assert kinds == {Kind.KELURAHAN: 8498, Kind.DESA: 75251, Kind.DESA_ADAT: 14}
    assert Region.objects.under(region("36.02")).filter(level=Level.VILLAGE).count() == 345
    assert first < 60
    assert again < 30
