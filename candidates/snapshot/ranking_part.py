"""The standings: scores, tiers, coverage, places, warnings, conditions; how firm it is."""

from dataclasses import replace
from fractions import Fraction

from candidates.conditions import conditions
from candidates.models import Seen, WarningKind
from candidates.ranking import rank
from vsm_portal.charts.selection import in_hundred

from .marks import is_led_by
from .panel_part import rests_on_part
from .printing import adding_up, decimal, exact


def ranking_part(position, panel, ranking, heat, warnings) -> dict:
    """tiers, tier_weights (exact), keeps_the_order, judged_by_the_same, standings, firmness,
    without_line_managers. standings: best first.
    """
    rows = {one["candidate"]: one["rows"] for one in heat["candidates"]}
    return {
        "tiers": list(ranking.tiers),
        "tier_weights": [exact(weight) for weight in ranking.tier_weights],
        "keeps_the_order": ranking.keeps_the_order,
        "judged_by_the_same": ranking.judged_by_the_same,
        "standings": [
            _standing(position, panel, standing, rows[standing.candidate.pk], warnings)
            for standing in ranking.candidates
        ],
        "firmness": firmness_part(panel, ranking.first_place_changes_without),
        "without_line_managers": without_line_managers(panel),
    }


def firmness_part(panel, left_out) -> dict:
    """assessors: [{seat, name, first}] and criteria: [{criterion_id, name, first}], each of which,
    left out, changes the first place; first: [{candidate, name}], who then has it.

    tried: how many were left out, one at a time; skipped: the same two lists, of those whose run
    says nothing, because a candidate would be without a tier.
    """
    then = dict(left_out.first_without)

    def first(key) -> dict:
        order = [each for each in panel.candidates if each in then[key]]
        return {"first": [{"candidate": each.pk, "name": each.name} for each in order]}

    return {
        "assessors": [_seat(each) | first(each) for each in left_out.assessors],
        "criteria": [_criterion(each) | first(each) for each in left_out.criteria],
        "tried": [len(panel.assessors), len(panel.criteria)],
        "skipped": {
            "assessors": [_seat(each) for each in left_out.skipped_assessors],
            "criteria": [_criterion(each) for each in left_out.skipped_criteria],
        },
    }


def _seat(seat) -> dict:
    return {"seat": seat.pk, "name": seat.user.name}


def _criterion(each) -> dict:
    return {"criterion_id": each.pk, "name": each.criterion.name}


def _standing(position, panel, standing, rows, warnings) -> dict:
    candidate, shares = standing.candidate, standing.rank_acceptability
    values = {tier.tier: tier.value for tier in standing.tiers}
    seen = [each for each in warnings if each.scorecard.candidate_id == candidate.pk]
    found = {each.kind for each in seen if each.seen == Seen.SEEN}
    leads = _line_manager(panel, candidate)
    return {
        "candidate": candidate.pk,
        "name": candidate.name,
        "function": candidate.current_function,
        "line_manager": leads and _seat(leads),
        "place": standing.place,
        "score": decimal(standing.score, 2),
        "score_exact": exact(standing.score),
        "tiers": _tiers(standing),
        "coverage": {
            "criteria": [standing.coverage_criteria.observed, standing.coverage_criteria.all],
            "assessors": [standing.coverage_assessors.observed, standing.coverage_assessors.all],
            "scores": _scores_covered(rows),
        },
        "acceptability": None if shares is None else in_hundred(shares),
        "acceptability_exact": [exact(share) for share in shares or ()],
        "ahead_of": [other.pk for other in standing.ahead_for_every_weighting],
        "always_ahead_of": [other.name for other in standing.ahead_for_every_weighting],
        "warnings": [_warning(kind, seen) for kind in WarningKind if kind in found],
        "conditions": conditions(values, position.threshold_1, position.threshold_2),
        "knows_and_tried": _knows_and_tried(values, found),
        "rests_on": rests_on_part(standing, rows),
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


def _scores_covered(rows) -> list[int]:
    """How many of the cells criteria × assessors hold an observed level, of those asked for."""
    states = [cell["state"] for row in rows for cell in row["cells"]]
    return [states.count("level"), len(states) - states.count("not_asked")]


def _line_manager(panel, candidate):
    """The seat from which somebody judged a candidate whom they lead."""
    judges = {row.assessor for row in panel.rows if row.candidate == candidate}
    return next(
        (seat for seat in panel.assessors if seat in judges and is_led_by(candidate, seat)), None
    )


def without_line_managers(panel) -> list[dict] | None:
    """The ranking once more without what line managers scored; None where none of them scored.

    tiers: [{tier, value}], as beside the ranking itself.
    """
    rows = [row for row in panel.rows if not is_led_by(row.candidate, row.assessor)]
    if len(rows) == len(panel.rows):
        return None
    return [
        {
            "candidate": standing.candidate.pk,
            "name": standing.candidate.name,
            "place": standing.place,
            "score": decimal(standing.score, 2),
            "score_exact": exact(standing.score),
            "tiers": [
                {"tier": tier.tier, "value": decimal(tier.value, 1)} for tier in standing.tiers
            ],
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
