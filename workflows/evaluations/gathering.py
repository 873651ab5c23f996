"""The facts of Kampung KB on a day, from what is stored. What nobody reported is not there."""

from datetime import date

from django.db.models import QuerySet

from workflows.villages.models import KampungKB

from .facts import Facts


def facts_on(kampung: QuerySet, day: date) -> dict[int, Facts]:
    """By the id of each unit. So far only whether its Pokja is in force: no report is read yet."""
    units = KampungKB.objects.filter(pk__in=kampung.values("pk")).facts_on(day)
    return {pk: Facts(pokja=pokja) for pk, pokja in units.values_list("pk", "pokja")}
