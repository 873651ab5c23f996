"""What a ranking is made of, from the rows of a contest: the only way from the database to the pure part."""

from typing import Any

from workflows.core.act import all_of
from workflows.core.canonical import normal
from workflows.villages.content import village_of

from .publishing import publish
from .scores import Score, Scores
from .states import FINAL, ContestLevel

GIVEN = ("participant", "juror__number", "criterion", "points")


def scores_of(competition: Any) -> Scores:
    """Entries go by their ids, jurors by their numbers."""
    entries = competition.entries.filter(state__in=FINAL)
    recused = recusals(competition)
    given = all_of("contests.Score").filter(participant__in=entries)
    keys = {str(pk) for pk in entries.values_list("pk", flat=True)}
    chair = competition.jurors.filter(chair=True).first()
    return Scores(
        entries=frozenset(keys),
        given=tuple(Score(str(entry), str(juror), key, points) for entry, juror, key, points in given.values_list(*GIVEN)),
        recused=frozenset(pair for pair in recused if pair[1] in keys),
        visits={str(pk): points for pk, points in entries.exclude(visit=None).values_list("pk", "visit__points")},
        chair=str(chair.number) if chair else "",
        preferred=tuple(str(pk) for pk in competition.preferred if str(pk) in keys) if chair else (),
    )


def recusals(competition: Any) -> set[tuple[str, str]]:
    """Juror and entry: who said so himself, who is of its area, whose office nominated it."""
    said = all_of("contests.Recusal").filter(juror__competition=competition).values_list("juror__number", "participant")
    entries = competition.entries.select_related("kampung__region", "file")
    bound = [(juror.number, entry.pk) for entry in entries for juror in bound_jurors(entry)]
    return {(str(juror), str(entry)) for juror, entry in [*said, *bound]}


def bound_jurors(entry: Any) -> list[Any]:
    """The jurors whom area or agency keep from an entry."""
    here, office = entry.kampung.region.path, entry.file.office_id
    jurors = entry.competition.jurors.select_related("territory")
    return [one for one in jurors if one.agency_id == office or (one.territory and here.startswith(one.territory.path))]


def published(competition: Any, number: int) -> dict[str, Any]:
    """The list of a contest as it now stands, with what names it; anybody recomputes it. Raises `BadValues`."""
    listed = publish(scores_of(competition), competition.rubric.rubric, competition.ranking_rules)
    return normal(listed | {"competition": named(competition, number), "names": names(competition)})


def named(competition: Any, number: int) -> dict[str, Any]:
    region = "" if competition.level == ContestLevel.NATION else competition.file.region.name
    return {
        "title": competition.file.title, "level": competition.level, "region": region, "year": competition.year,
        "category": competition.category, "number": number, "example": competition.file.example,
    }  # fmt: skip


def names(competition: Any) -> dict[str, dict[str, str]]:
    """The villages behind the keys, as they were called on the cut-off day."""
    entries = competition.entries.filter(state__in=FINAL).select_related("kampung__region__parent__parent")
    return {str(entry.pk): village_of(entry.kampung, competition.cutoff_on) for entry in entries}
