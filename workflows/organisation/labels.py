"""What a region is called and who heads it: `Pekon` and `Peratin`, where the data says so."""

from pathlib import Path
from typing import Any

import yaml
from django.db.models import OuterRef, QuerySet, Subquery
from django.db.models.functions import Length

from .models import Region, RegionCode, RegionLabel
from .models.region import holding

SHIPPED = Path(__file__).parent / "data" / "labels.yaml"


def ship_labels() -> None:
    """Bring the shipped rows of `RegionLabel` to what `labels.yaml` says for the regions that are loaded."""
    rows = yaml.safe_load(SHIPPED.read_text(encoding="utf-8"))
    wanted = [row["region"] for row in rows if "region" in row]
    regions = dict(RegionCode.objects.filter(code__in=wanted, until=None).values_list("code", "region_id"))
    known = [row for row in rows if "region" not in row or row["region"] in regions]
    values = {
        (regions.get(row.get("region")), row["kind"], row["label"], row["head"], row.get("note", "")) for row in known
    }
    columns = ("region_id", "kind", "label", "head_title", "note")
    shipped = RegionLabel.objects.filter(shipped=True)
    if set(shipped.values_list(*columns)) != values:
        shipped.delete()
        RegionLabel.objects.bulk_create(
            RegionLabel(**dict(zip(columns, row, strict=True)), shipped=True) for row in values
        )


def labels_of(region: str = "") -> QuerySet[RegionLabel]:
    """The labels that fit the outer query's region, best first; `region` leads there, e.g. `"region__"`."""
    fitting = RegionLabel.objects.filter(holding(OuterRef(f"{region}path")), kind=OuterRef(f"{region}kind"))
    return fitting.order_by(Length("region__path").desc(nulls_last=True), "shipped")


def with_labels(regions: QuerySet[Region]) -> QuerySet[Any]:
    """Annotates each region with `label` and `head_title`, which no stub knows: hence `Any`."""
    return regions.annotate(
        label=Subquery(labels_of().values("label")[:1]), head_title=Subquery(labels_of().values("head_title")[:1])
    )
