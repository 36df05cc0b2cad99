"""How the panel judged: who grades high or low, and what each candidate's score rests on."""

from candidates.models import EvidenceKind
from candidates.ranking import MOST, rests_on, severities, share_of
from vsm_portal.charts.selection import in_hundred

from .printing import decimal, exact

#: what somebody said, of themselves or of the candidate; the others were seen or are written down
TOLD = frozenset({EvidenceKind.INTERVIEW.value, EvidenceKind.REFERENCE.value})


def severity_part(panel) -> list[dict]:
    """One for each seat: cells compared, the mean difference to the others, whether it is enough
    to say anything.
    """
    return [
        {
            "seat": each.assessor.pk,
            "name": each.assessor.user.name,
            "cells": each.cells,
            "difference": decimal(each.difference, 1),
            "difference_exact": exact(each.difference),
            "enough": each.is_enough,
        }
        for each in severities(panel)
    ]


def rests_on_part(standing, rows) -> dict:
    """scores: how many; kinds: [{kind, scores, of_100, of_100_weighted, weight_exact}] in the order
    of the form; mostly_told: whether more than half rests on interview answers and references.

    rows: of the heat map, criterion by criterion. Weighted is null for who is not ranked.
    """
    seats = {}
    for mean, row in zip(_in_order(standing), rows, strict=True):
        observed = [cell for cell in row["cells"] if cell["level"] is not None]
        for (assessor, _level), cell in zip(mean.scores, observed, strict=True):
            seats[mean.criterion.key, assessor] = cell["kind"]
    found = {each.kind: each for each in rests_on(standing, seats)}
    order = [kind for kind in [*EvidenceKind.values, ""] if kind in found]
    by_number = in_hundred([found[kind].by_number for kind in order]) if order else []
    weighted = standing.is_rankable and order
    by_weight = in_hundred([found[kind].by_weight for kind in order]) if weighted else []
    return {
        "scores": sum(found[kind].scores for kind in order),
        "kinds": [
            {
                "kind": kind,
                "scores": found[kind].scores,
                "of_100": by_number[at],
                "of_100_weighted": by_weight[at] if by_weight else None,
                "weight_exact": exact(found[kind].by_weight),
            }
            for at, kind in enumerate(order)
        ],
        "mostly_told": share_of(tuple(found.values()), TOLD) > MOST,
    }


def _in_order(standing):
    """The criteria as the heat map has them: tier by tier, as the panel names them."""
    return [mean for tier in standing.tiers for mean in tier.criteria]
