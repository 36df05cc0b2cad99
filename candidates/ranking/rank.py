"""The ranking of a panel's candidates, and how far it holds (domain: order of importance)."""

from collections.abc import Hashable
from fractions import Fraction

from .acceptability import rank_acceptability
from .disagreements import disagreements
from .dominance import is_ahead_for_every_weighting
from .leaving_out import first_place_changes
from .means import CriterionMean, criterion_means, score, tier_values
from .panel import Panel
from .standing import Coverage, Ranking, Standing, TierStanding
from .weights import keeps_the_order, tier_weights

Means = dict[Hashable, tuple[CriterionMean, ...]]


def rank(panel: Panel) -> Ranking:
    """Everything the ranking page and the command say about a panel, in exact fractions.

    One assessor, one criterion a tier: 4, 2, 3 against 3, 3, 3.

    >>> from .panel import Criterion, Panel, ScoreRow
    >>> levels = {"A": (4, 2, 3), "B": (3, 3, 3)}
    >>> ranking = rank(Panel(
    ...     [Criterion(f"tier {tier}", tier) for tier in (1, 2, 3)], ["Ana"],
    ...     [ScoreRow(name, "Ana", f"tier {tier}", level)
    ...      for name in levels for tier, level in enumerate(levels[name], start=1)]))
    >>> [(each.candidate, str(each.score), each.ahead_for_every_weighting)
    ...  for each in ranking.candidates]
    [('A', '10/3', ('B',)), ('B', '3', ())]
    """
    weights, means = tier_weights(panel), criterion_means(panel)
    values = {candidate: tier_values(panel, means[candidate]) for candidate in panel.candidates}
    scores = {candidate: score(weights, values[candidate]) for candidate in panel.candidates}
    order = sorted(panel.candidates, key=lambda candidate: _last_if_none(scores[candidate]))
    ranked = [candidate for candidate in order if scores[candidate] is not None]
    shares = dict(zip(ranked, rank_acceptability([values[c] for c in ranked]), strict=True))

    def standing(candidate: Hashable) -> Standing:
        return Standing(
            candidate=candidate,
            score=scores[candidate],
            place=_place(scores, candidate),
            tiers=_tiers(panel, weights, values[candidate], means[candidate]),
            coverage_criteria=_criteria_covered(means[candidate]),
            coverage_assessors=Coverage(len(_judges(means[candidate])), len(panel.assessors)),
            rank_acceptability=shares.get(candidate),
            ahead_for_every_weighting=tuple(
                other
                for other in ranked
                if candidate in shares
                and is_ahead_for_every_weighting(values[candidate], values[other])
            ),
        )

    return Ranking(
        tiers=panel.tiers,
        tier_weights=weights,
        keeps_the_order=keeps_the_order(weights),
        judged_by_the_same=_judged_by_the_same(means),
        candidates=tuple(standing(candidate) for candidate in order),
        first_place_changes_without=first_place_changes(panel),
        disagreement=disagreements((candidate, means[candidate]) for candidate in order),
    )


def _last_if_none(score: Fraction | None) -> tuple[bool, Fraction]:
    return (True, Fraction(0)) if score is None else (False, -score)


def _place(scores: dict[Hashable, Fraction | None], candidate: Hashable) -> int | None:
    own = scores[candidate]
    if own is None:
        return None
    return 1 + sum(each is not None and each > own for each in scores.values())


def _tiers(panel: Panel, weights, values, means) -> tuple[TierStanding, ...]:
    return tuple(
        TierStanding(tier, weight, value, tuple(m for m in means if m.criterion.tier == tier))
        for tier, weight, value in zip(panel.tiers, weights, values, strict=True)
    )


def _criteria_covered(means: tuple[CriterionMean, ...]) -> Coverage:
    return Coverage(sum(bool(each.scores) for each in means), len(means))


def _judges(means: tuple[CriterionMean, ...]) -> frozenset[Hashable]:
    """The assessors who observed the candidate on at least one criterion."""
    return frozenset(assessor for each in means for assessor, _ in each.scores)


def _judged_by_the_same(means: Means) -> bool:
    """Whether every candidate was judged by the same people.

    People, not cells: whoever observed a candidate on one criterion has judged them, so that one
    "not observed" does not raise the alarm; coverage says how much each saw. Somebody who saw
    nothing of a candidate has not judged them. Candidates who are not rankable count too.
    """
    return len({_judges(each) for each in means.values()}) <= 1
