"""A ranking as the JSON object of `rank_candidates --json` (format: Scores)."""

from fractions import Fraction

from .standing import Coverage, Disagreement, Ranking, Standing


def as_json(ranking: Ranking) -> dict:
    """The object to print: names as they are, fractions as the nearest floats, null for None.

    >>> from .panel import Criterion, Panel, ScoreRow
    >>> from .rank import rank
    >>> one = rank(Panel([Criterion("whole", 1)], ["Ana"], [ScoreRow("A", "Ana", "whole", 4)]))
    >>> as_json(one)["candidates"][0]["score"], as_json(one)["tier_weights"]
    (4.0, [1.0])
    """
    changes = ranking.first_place_changes_without
    return {
        "tier_weights": _floats(ranking.tier_weights),
        "keeps_the_order": ranking.keeps_the_order,
        "judged_by_the_same": ranking.judged_by_the_same,
        "candidates": [_standing(standing) for standing in ranking.candidates],
        "first_place_changes_without": {
            "assessors": list(changes.assessors),
            "criteria": list(changes.criteria),
        },
        "disagreement": [_disagreement(each) for each in ranking.disagreement],
    }


def _standing(standing: Standing) -> dict:
    shares = standing.rank_acceptability
    return {
        "candidate": standing.candidate,
        "score": _float(standing.score),
        "tiers": _floats(tier.value for tier in standing.tiers),
        "coverage": {
            "criteria": _of(standing.coverage_criteria),
            "assessors": _of(standing.coverage_assessors),
        },
        "rank_acceptability": None if shares is None else _floats(shares),
        "ahead_for_every_weighting": list(standing.ahead_for_every_weighting),
    }


def _disagreement(disagreement: Disagreement) -> dict:
    return {
        "candidate": disagreement.candidate,
        "criterion": disagreement.criterion,
        "range": _level(disagreement.range),
        "scores": {assessor: _level(score) for assessor, score in disagreement.scores},
    }


def _of(coverage: Coverage) -> list[int]:
    return [coverage.observed, coverage.all]


def _floats(fractions) -> list[float | None]:
    return [_float(fraction) for fraction in fractions]


def _float(fraction: Fraction | None) -> float | None:
    return None if fraction is None else float(fraction)


def _level(score: Fraction) -> int | float:
    """A level as somebody gave it: 4, not 4.0."""
    return int(score) if score.denominator == 1 else float(score)
