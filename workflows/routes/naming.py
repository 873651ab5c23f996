"""How a refused route names a step: `Langkah 2 (camat)`."""

from django.db.models import Case, CharField, F, QuerySet, Value, When
from django.db.models.functions import Cast, Concat

from workflows.core.act import all_of
from workflows.organisation.models import Role


def steps_of(versions: QuerySet) -> QuerySet:
    """The steps of these versions, each with its name as `about`."""
    role = Case(*(When(role=role, then=Value(str(role.label))) for role in Role), default=F("role"), output_field=CharField())
    name = Concat(Value("Langkah "), Cast("order", CharField()), Value(" ("), role, Value(")"), output_field=CharField())
    return all_of("routes.Step").filter(version__in=versions.values("pk")).annotate(about=name)
