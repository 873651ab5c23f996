"""All that is published, in the order of the page."""

from .counted import COMPLETENESS, COVERAGE, REPORTED
from .kampung import CLASSES, KAMPUNG

DATASETS = {one.name: one for one in (KAMPUNG, CLASSES, COVERAGE, COMPLETENESS, REPORTED)}
