"""From a position's rows to the ranking: the only way from database to `candidates.ranking`."""

from fractions import Fraction

from .models import Position, Score, Scorecard
from .ranking import Criterion, Panel, Ranking, ScoreRow, rank


def panel_of(position: Position, counted=None) -> Panel:
    """The counted scores of a position, keyed by the rows themselves: Candidate, Assessor,
    PositionCriterion. Who withdrew is left out, and so is a criterion that is no longer asked;
    drafts and excused scorecards are not counted.

    counted: the counted scores, where they have been read already; what is shown beside the
    ranking is then made of the same ones.
    """
    criteria = list(position.criteria.select_related("criterion"))
    candidates = list(position.candidates.exclude(state="withdrew"))
    seats = list(position.panel.select_related("user").prefetch_related("shares"))
    if counted is None:
        counted = _counted(position)
    by_pk = {
        "candidate": {candidate.pk: candidate for candidate in candidates},
        "seat": {seat.pk: seat for seat in seats},
        "criterion": {criterion.pk: criterion for criterion in criteria},
    }
    return Panel(
        criteria=[Criterion(each, each.criterion.tier, Fraction(each.weight)) for each in criteria],
        assessors=seats,
        candidates=candidates,
        rows=[
            ScoreRow(
                by_pk["candidate"][score.scorecard.candidate_id],
                by_pk["seat"][score.scorecard.assessor_id],
                by_pk["criterion"][score.criterion_id],
                None if score.level is None else Fraction(score.level),
            )
            for score in counted
            if score.is_judged
            and score.scorecard.candidate_id in by_pk["candidate"]
            and score.scorecard.assessor_id in by_pk["seat"]
            and score.criterion_id in by_pk["criterion"]
        ],
        tier_weights=_weights_of_the_tiers_in_use(position, criteria),
    )


def _counted(position):
    cards = Scorecard.objects.counted().filter(candidate__position=position)
    return Score.objects.filter(scorecard__in=cards).select_related("scorecard")


def _weights_of_the_tiers_in_use(position, criteria):
    """None for the default. Given ones are shared among the tiers that have a criterion."""
    if position.tier_weights is None:
        return None
    tiers = sorted({each.criterion.tier for each in criteria})
    weights = [position.tier_weights[tier - 1] for tier in tiers]
    return tuple(weight / sum(weights) for weight in weights)


def ranking_of(position: Position) -> Ranking:
    return rank(panel_of(position))
