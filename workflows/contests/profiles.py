"""Whether a village has told of itself what contests ask for. Who knows better than this app replaces the question."""

from collections.abc import Callable

from django.db.models import Exists, OuterRef, QuerySet

from workflows.core.act import all_of


def without_description(entries: QuerySet) -> QuerySet:
    """Entries whose unit has described itself in no proposal."""
    described = all_of("villages.Proposal").filter(kampung=OuterRef("kampung")).exclude(profile="")
    return entries.filter(~Exists(described))


asked: dict[str, Callable[[QuerySet], QuerySet]] = {"incomplete": without_description}
"""`incomplete`: from entries to those whose village's profile is not complete. Set before the first act (`AppConfig.ready`)."""
