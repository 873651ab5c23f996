"""The class of a Kampung KB: from the facts and an instrument, and from nothing else."""

from .definition import Definition, Indicator, Passes
from .facts import Facts
from .means import mean_of
from .outcome import IndexScore, IndicatorScore, Outcome


def classify(instrument: Definition, facts: Facts) -> Outcome:
    """Scores, means and class; without a class where a fact is missing, which `Outcome.missing` names.

    The same instrument and facts give the same outcome, on any day.
    """
    scores = tuple(scored(indicator, facts) for indicator in instrument.indicators)
    indexes = tuple(passed_or_not(instrument, index.key, scores) for index in instrument.indexes)
    passed = frozenset(index.key for index in indexes if index.passed)
    return Outcome(instrument.sha256, class_key(instrument, indexes, passed), indexes, scores)


def scored(indicator: Indicator, facts: Facts) -> IndicatorScore:
    if missing := indicator.measure.missing(facts):
        return IndicatorScore(indicator.key, None, None, None, tuple(missing))
    value = indicator.measure.value(facts)
    score = indicator.band_of(value).score
    return IndicatorScore(indicator.key, value, score, indicator.above(score))


def passed_or_not(instrument: Definition, index: str, scores: tuple[IndicatorScore, ...]) -> IndexScore:
    members = [pair for pair in zip(instrument.indicators, scores, strict=True) if pair[0].index == index]
    weighed = [(indicator.weight, one.score) for indicator, one in members if one.score]
    if len(weighed) < len(members):
        return IndexScore(index, None, None)
    mean = mean_of(weighed)
    return IndexScore(index, mean, mean >= instrument.pass_mark)


def class_key(instrument: Definition, indexes: tuple[IndexScore, ...], passed: Passes) -> str | None:
    if any(index.mean is None for index in indexes):
        return None
    return instrument.class_of(passed).key
