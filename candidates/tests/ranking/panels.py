"""Panels for the tests: written down in one line, or drawn by hypothesis."""

from fractions import Fraction

from hypothesis import strategies as st

from candidates.ranking import Criterion, Panel, ScoreRow

LEVELS = [Fraction(n, 2) for n in range(2, 11)] + [Fraction(41, 10), Fraction(10, 3)]


def judged(levels, tier_weights=None):
    """One assessor, one criterion a tier: `{"A": (4, 2, 3)}`; None is "not observed"."""
    tiers = range(1, len(next(iter(levels.values()))) + 1)
    rows = [
        ScoreRow(name, "Ana", f"tier {tier}", level)
        for name, own in levels.items()
        for tier, level in zip(tiers, own, strict=True)
    ]
    criteria = [Criterion(f"tier {tier}", tier) for tier in tiers]
    return Panel(criteria, ["Ana"], rows, tier_weights=tier_weights)


def by_name(ranking):
    return {standing.candidate: standing for standing in ranking.candidates}


@st.composite
def panels(draw, asked=("level", "level", "level", "not observed", "not asked")):
    """Any panel: up to four candidates, three assessors, six criteria, with holes."""
    candidates = [f"candidate {n}" for n in range(draw(st.integers(1, 4)))]
    assessors = [f"assessor {n}" for n in range(draw(st.integers(1, 3)))]
    tiers = draw(st.lists(st.sampled_from([1, 2, 3]), min_size=1, max_size=6))
    criteria = [
        Criterion(f"criterion {n}", tier, draw(st.integers(1, 3))) for n, tier in enumerate(tiers)
    ]
    rows = []
    for candidate in candidates:
        for assessor in assessors:
            for criterion in criteria:
                answer = draw(st.sampled_from(asked))
                if answer != "not asked":
                    level = draw(st.sampled_from(LEVELS)) if answer == "level" else None
                    rows.append(ScoreRow(candidate, assessor, criterion.key, level))
    return Panel(criteria, assessors, rows, candidates)
