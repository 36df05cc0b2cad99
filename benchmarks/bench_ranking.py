"""How long a ranking takes: `python benchmarks/bench_ranking.py`.

Panels of 20 criteria and 6 assessors in whole levels, a tenth of the scores not observed; the
candidates are close to each other, so that nearly every pair cuts the triangle of weightings.
"""

import random
import sys
from fractions import Fraction
from pathlib import Path
from statistics import median
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from candidates.ranking import Criterion, Panel, ScoreRow, first_place_changes, rank
from candidates.ranking.acceptability import rank_acceptability
from candidates.ranking.means import criterion_means, tier_values

CANDIDATES = (5, 10, 20)
CRITERIA, ASSESSORS, RUNS = 20, 6, 3


def panel_of(candidates: int) -> Panel:
    draw = random.Random(candidates)
    criteria = [Criterion(f"criterion {n}", 1 + n % 3) for n in range(CRITERIA)]
    assessors = [f"assessor {n}" for n in range(ASSESSORS)]
    rows = [
        ScoreRow(
            f"candidate {n}",
            assessor,
            criterion.key,
            None if draw.random() < 0.1 else Fraction(draw.randint(1, 5)),
        )
        for n in range(candidates)
        for assessor in assessors
        for criterion in criteria
    ]
    return Panel(criteria, assessors, rows)


def milliseconds(work, *arguments) -> float:
    """The median of some runs."""
    taken = []
    for _ in range(RUNS):
        start = perf_counter()
        work(*arguments)
        taken.append((perf_counter() - start) * 1000)
    return median(taken)


def main() -> None:
    print(f"{CRITERIA} criteria x {ASSESSORS} assessors, median of {RUNS} runs, in ms")
    print(f"{'candidates':>10}  {'ranking':>8}  {'of it shares':>12}  {'of it leaving out':>17}")
    for candidates in CANDIDATES:
        panel = panel_of(candidates)
        values = [tier_values(panel, means) for means in criterion_means(panel).values()]
        print(
            f"{candidates:>10}  {milliseconds(rank, panel):>8.1f}"
            f"  {milliseconds(rank_acceptability, values):>12.1f}"
            f"  {milliseconds(first_place_changes, panel):>17.1f}"
        )


if __name__ == "__main__":
    main()
