"""What a score rests on, against a recomputation from the definition of the score."""

import random
from fractions import Fraction

from candidates.ranking import rank, rests_on

from .test_leaving_out import WEIGHTS, random_panel

KINDS = ("gemba", "interview", "data", "reference")


def kinds_for(panel, seed):
    draw = random.Random(seed)
    return {
        (row.candidate, row.criterion, row.assessor): draw.choice(KINDS)
        for row in panel.rows
        if row.score is not None
    }


def of_one(kinds, candidate):
    return {(k, a): kind for (c, k, a), kind in kinds.items() if c == candidate}


def brute(panel, candidate, kinds):
    """{kind: (number, weight)}: how far the score moves when all levels of a kind move by one."""
    tiers = sorted({c.tier for c in panel.criteria})
    weights = dict(zip(tiers, panel.tier_weights or WEIGHTS[len(tiers)], strict=True))

    def score(moved):
        total = Fraction(0)
        for tier in tiers:
            cells = []
            for criterion in (c for c in panel.criteria if c.tier == tier):
                levels = [
                    row.score + (kinds[candidate, row.criterion, row.assessor] == moved)
                    for row in panel.rows
                    if (row.candidate, row.criterion) == (candidate, criterion.key)
                    and row.score is not None
                ]
                if levels:
                    cells.append((criterion.weight, sum(levels) / Fraction(len(levels))))
            if not cells:
                return None
            total += weights[tier] * sum(w * m for w, m in cells) / sum(w for w, _ in cells)
        return total

    numbers = [kind for (c, _k, _a), kind in kinds.items() if c == candidate]
    return {
        kind: (numbers.count(kind), None if score("") is None else score(kind) - score(""))
        for kind in set(numbers)
    }


def test_200_random_panels_agree_with_brute_force():
    ranked = unranked = 0
    for seed in range(200):
        panel = random_panel(seed)
        kinds = kinds_for(panel, seed)
        for standing in rank(panel).candidates:
            found = rests_on(standing, of_one(kinds, standing.candidate))
            told = {each.kind: (each.scores, each.by_weight) for each in found}
            assert told == brute(panel, standing.candidate, kinds), f"panel {seed}"
            if found:
                assert sum(each.by_number for each in found) == 1
            if standing.is_rankable:
                assert sum(each.by_weight for each in found) == 1
            ranked, unranked = ranked + standing.is_rankable, unranked + (not standing.is_rankable)
    assert min(ranked, unranked) >= 50
