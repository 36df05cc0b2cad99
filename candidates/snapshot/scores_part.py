"""The scores themselves: the heat map, and the widest disagreements with both sides' evidence."""

from fractions import Fraction

from .printing import decimal, exact


def heat_part(panel, scores, excused=frozenset()) -> dict:
    """criteria: [{id, tier, name, weight}]; candidates: [{candidate, name, rows}], rows as the
    criteria.

    A row is {"mean": "3.8" or null, "mean_exact": "15/4" or null, "apart": levels between lowest
    and highest, "cells": one for each seat: {"level": 1-5 or null, "score": id or null, "state":
    "level" | "not_observed" | "excused" | "none"}}. excused: {(candidate, seat)}.
    """
    cells = {
        (each.scorecard.candidate_id, each.criterion_id, each.scorecard.assessor_id): each
        for each in scores
    }
    criteria = [criterion.key for criterion in panel.criteria]
    return {
        "criteria": [
            {
                "id": each.pk,
                "tier": each.criterion.tier,
                "name": each.criterion.name,
                "weight": each.weight,
            }
            for each in criteria
        ],
        "candidates": [
            {
                "candidate": candidate.pk,
                "name": candidate.name,
                "rows": [
                    _row(
                        [
                            _cell(
                                cells.get((candidate.pk, each.pk, seat.pk)),
                                (candidate.pk, seat.pk) in excused,
                            )
                            for seat in panel.assessors
                        ]
                    )
                    for each in criteria
                ],
            }
            for candidate in panel.candidates
        ],
    }


def _row(cells) -> dict:
    levels = [cell["level"] for cell in cells if cell["level"] is not None]
    mean = Fraction(sum(levels), len(levels)) if levels else None
    return {
        "mean": decimal(mean, 1),
        "mean_exact": exact(mean),
        "apart": max(levels) - min(levels) if levels else 0,
        "cells": cells,
    }


def _cell(score, is_excused) -> dict:
    if score is None or not score.is_judged:
        return {"level": None, "state": "excused" if is_excused else "none", "score": None}
    state = "not_observed" if score.not_observed else "level"
    return {"level": score.level, "state": state, "score": score.pk}


def disagreements_part(ranking, scores) -> list[dict]:
    """Widest first: candidate, criterion, range; every side with level, evidence and kind."""
    by_cell: dict = {}
    for each in scores:
        by_cell.setdefault((each.scorecard.candidate_id, each.criterion_id), []).append(each)
    return [
        {
            "candidate_id": each.candidate.pk,
            "candidate": each.candidate.name,
            "criterion_id": each.criterion.pk,
            "criterion": each.criterion.criterion.name,
            "range": int(each.range),
            "sides": [
                _side(score)
                for score in sorted(
                    by_cell[each.candidate.pk, each.criterion.pk],
                    key=lambda score: (
                        score.level or 0,
                        score.scorecard.assessor.user.name,
                        score.pk,
                    ),
                )
                if score.level is not None
            ],
        }
        for each in ranking.disagreement
    ]


def _side(score) -> dict:
    return {
        "score": score.pk,
        "seat": score.scorecard.assessor_id,
        "assessor": score.scorecard.assessor.user.name,
        "level": score.level,
        "evidence": score.evidence,
        "kind": score.kind,
    }
