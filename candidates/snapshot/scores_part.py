"""The scores themselves: the heat map, cell by cell with evidence and marks."""

from fractions import Fraction

from .printing import decimal, exact


def heat_part(panel, scores, marks, criteria=None) -> dict:
    """criteria: [{id, tier, name, weight}]; candidates: [{candidate, name, rows}], rows as the
    criteria: those given, or those of the ranking.

    A row is {"mean": "3.8" or null, "mean_exact": "15/4" or null, "apart": levels between lowest
    and highest, "cells": one for each seat}. A cell: {"level": 1-5 or null, "state": "level" |
    "not_observed" | "not_asked" | "excused" | "none", "score": id or null}, with `evidence`,
    `kind` and `on` of the score, and what `Marks.of` says of it.
    """
    written = {where_of(each): each for each in scores}
    if criteria is None:
        criteria = [criterion.key for criterion in panel.criteria]

    def cell(candidate, criterion, seat):
        where = candidate.pk, criterion.pk, seat.pk
        return _cell(written.get(where), where, marks)

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
                    _row([cell(candidate, each, seat) for seat in panel.assessors])
                    for each in criteria
                ],
            }
            for candidate in panel.candidates
        ],
    }


def where_of(score) -> tuple:
    return score.scorecard.candidate_id, score.criterion_id, score.scorecard.assessor_id


def _row(cells) -> dict:
    levels = [cell["level"] for cell in cells if cell["level"] is not None]
    mean = Fraction(sum(levels), len(levels)) if levels else None
    return {
        "mean": decimal(mean, 1),
        "mean_exact": exact(mean),
        "apart": max(levels) - min(levels) if levels else 0,
        "cells": cells,
    }


def _cell(score, where, marks) -> dict:
    if score is None or not score.is_judged:
        found = {"level": None, "state": marks.why_no_level(*where), "score": None}
        return found | evidence_of(None) | marks.of(*where)
    state = "not_observed" if score.not_observed else "level"
    found = {"level": score.level, "state": state, "score": score.pk}
    return found | evidence_of(score) | marks.of(*where)


def evidence_of(score) -> dict:
    """What stands behind a level, and the day of the note it rests on, where it rests on one."""
    if score is None:
        return {"evidence": "", "kind": "", "on": None}
    on = score.evidence_on
    return {
        "evidence": score.evidence_text,
        "kind": score.evidence_kind,
        "on": on and on.isoformat(),
    }


def not_counted_part(scores) -> list[dict]:
    """Scores of whoever declared a conflict of interest since: for the record alone."""
    return [
        {
            "candidate_id": each.scorecard.candidate_id,
            "candidate": each.scorecard.candidate.name,
            "criterion_id": each.criterion_id,
            "criterion": each.criterion.criterion.name,
            "seat": each.scorecard.assessor_id,
            "assessor": each.scorecard.assessor.user.name,
            "level": each.level,
            **evidence_of(each),
        }
        for each in scores
        if each.is_judged
    ]
