"""All that is published, in the order of the page: what `datasets.yaml` says, with the rows that it tells of."""

from pathlib import Path

from workflows.core.reading import content_of

from .counted import completeness_rows, coverage_rows, indicator_rows
from .dataset import dataset
from .kampung import class_rows, kampung_rows

TOLD = content_of(Path(__file__).with_name("datasets.yaml"))
ROWS = {
    "kampung-kb": kampung_rows,
    "kelas": class_rows,
    "cakupan": coverage_rows,
    "kelengkapan": completeness_rows,
    "indikator": indicator_rows,
}
DATASETS = {name: dataset(name, TOLD[name], rows_of) for name, rows_of in ROWS.items()}
