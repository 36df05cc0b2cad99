"""The standings: scores, tiers, coverage, places, warnings, conditions; how firm it is."""

from dataclasses import replace
from fractions import Fraction

from candidates.conditions import conditions
from candidates.models import Seen, WarningKind
from candidates.ranking import rank
from vsm_portal.charts.selection import in_hundred

from .printing import adding_up, decimal, exact


def ranking_part(position, panel, ranking, warnings) -> dict:
    """tiers, tier_weights (exact), keeps_the_order, judged_by_the_same, standings, firmness,
    without_line_managers.

    standings: best first. firmness: {"assessors": [{seat, name}], "criteria": [{criterion_id,
    name}]}, each of which, left out, changes the first place.
    """
    left_out = ranking.first_place_changes_without
    return {
        "tiers": list(ranking.tiers),
        "tier_weights": [exact(weight) for weight in ranking.tier_weights],
        "keeps_the_order": ranking.keeps_the_order,
        "judged_by_the_same": ranking.judged_by_the_same,
        "standings": [
            _standing(position, panel, standing, warnings) for standing in ranking.candidates
        ],
        "firmness": {
            "assessors": [{"seat": seat.pk, "name": seat.user.name} for seat in left_out.assessors],
            "criteria": [
                {"criterion_id": each.pk, "name": each.criterion.name} for each in left_out.criteria
            ],
        },
        "without_line_managers": without_line_managers(panel),
    }


def _standing(position, panel, standing, warnings) -> dict:
    candidate, shares = standing.candidate, standing.rank_acceptability
    values = {tier.tier: tier.value for tier in standing.tiers}
    seen = [each for each in warnings if each.scorecard.candidate_id == candidate.pk]
    found = {each.kind for each in seen if each.seen == Seen.SEEN}
    leads = next((seat for seat in panel.assessors if _leads(seat, candidate)), None)
    return {
        "candidate": candidate.pk,
        "name": candidate.name,
        "function": candidate.current_function,
        "line_manager": leads and {"seat": leads.pk, "name": leads.user.name},
        "place": standing.place,
        "score": decimal(standing.score, 2),
        "score_exact": exact(standing.score),
        "tiers": _tiers(standing),
        "coverage": {
            "criteria": [standing.coverage_criteria.observed, standing.coverage_criteria.all],
            "assessors": [standing.coverage_assessors.observed, standing.coverage_assessors.all],
            "scores": _scores_covered(panel, standing),
        },
        "acceptability": None if shares is None else in_hundred(shares),
        "acceptability_exact": [exact(share) for share in shares or ()],
        "ahead_of": [other.pk for other in standing.ahead_for_every_weighting],
        "always_ahead_of": [other.name for other in standing.ahead_for_every_weighting],
        "warnings": [_warning(kind, seen) for kind in WarningKind if kind in found],
        "conditions": conditions(values, position.threshold_1, position.threshold_2),
        "knows_and_tried": _knows_and_tried(values, found),
    }


def _tiers(standing) -> list[dict]:
    """What each tier adds, printed so that the column adds up to the printed score."""
    adds = [decimal(tier.contribution, 2) for tier in standing.tiers]
    if standing.is_rankable:
        adds = adding_up([tier.contribution for tier in standing.tiers], 2)
    return [
        {
            "tier": tier.tier,
            "weight": exact(tier.weight),
            "value": decimal(tier.value, 1),
            "value_exact": exact(tier.value),
            "adds": added,
            "adds_exact": exact(tier.contribution),
        }
        for tier, added in zip(standing.tiers, adds, strict=True)
    ]


def _scores_covered(panel, standing) -> list[int]:
    """How many of the cells criteria × assessors hold an observed level."""
    observed = sum(len(mean.scores) for tier in standing.tiers for mean in tier.criteria)
    return [observed, len(panel.criteria) * len(panel.assessors)]


def _leads(seat, candidate) -> bool:
    """The site's top person alone may judge somebody they lead."""
    return candidate.line_manager_id == seat.user_id


def without_line_managers(panel) -> list[dict] | None:
    """The ranking once more without what line managers scored; None where none of them scored."""
    rows = [row for row in panel.rows if not _leads(row.assessor, row.candidate)]
    if len(rows) == len(panel.rows):
        return None
    return [
        {
            "candidate": standing.candidate.pk,
            "name": standing.candidate.name,
            "place": standing.place,
            "score": decimal(standing.score, 2),
            "score_exact": exact(standing.score),
        }
        for standing in rank(replace(panel, rows=rows)).candidates
    ]


def _warning(kind, seen) -> dict:
    """How many of those who had a chance to see it saw it, and what they wrote."""
    of_kind = [each for each in seen if each.kind == kind]
    saw = [each for each in of_kind if each.seen == Seen.SEEN]
    saw.sort(key=lambda each: (each.scorecard.assessor.user.name, each.pk))
    return {
        "kind": kind,
        "saw": len(saw),
        "of": len(of_kind),
        "evidence": [
            {
                "seat": each.scorecard.assessor_id,
                "assessor": each.scorecard.assessor.user.name,
                "text": each.evidence,
            }
            for each in saw
        ],
    }


def _knows_and_tried(values, found) -> bool:
    """Detailed knowledge beside "we've already tried that": "both a good and a bad thing"."""
    knows = values.get(3) is not None and values[3] >= Fraction(4)
    return knows and WarningKind.TRIED_THAT in found
