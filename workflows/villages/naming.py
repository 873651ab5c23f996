"""Names on a date: a village is renamed, what was written under its old name keeps it."""

from datetime import date

from workflows.organisation.models import Region


def name_on(region: Region, on: date) -> str:
    """The region's name on a day; today's where no dated name covers it."""
    dated = region.names.in_force(on).first()
    return dated.name if dated else region.name
