"""How long grouping takes, and how good it is: `python benchmarks/bench_grouping.py [FOLDER]`.

Matrices with hidden families and some noise, from 20 × 20 to 500 products × 100 steps. A folder of
published matrices (JSON: `matrix` with a row of 0 and 1 per process step, the best known efficacy
in `published.no_residual.recomputed` or under `literature`) is grouped and compared, where given.
"""

import json
import random
import sys
from pathlib import Path
from statistics import mean
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import vsm_portal  # noqa: F401, I001 it limits numpy's threads, as in every command

import numpy as np

from value_streams.grouping.searching import best_groupings

SIZES = ((20, 20, 4), (50, 30, 6), (100, 40, 8), (200, 60, 10), (500, 100, 12))


def hidden_families(products: int, steps: int, families: int) -> np.ndarray:
    draw = random.Random(products)
    own = [draw.randrange(families) for _ in range(products)]
    block = [draw.randrange(families) for _ in range(steps)]
    ones = [[float(draw.random() < (0.75 if o == b else 0.04)) for b in block] for o in own]
    for place in range(max(products, steps)):
        ones[place % products][place % steps] = 1.0
    return np.array(ones, np.float32)


def grouped(ones: np.ndarray) -> tuple[float, int, float]:
    """Efficacy, number of families, seconds."""
    start = perf_counter()
    found = best_groupings(ones)
    taken = perf_counter() - start
    number = max(found, key=lambda each: found[each].efficacy)
    return found[number].efficacy, number, taken


def best_known(case: dict) -> float | None:
    """The best published efficacy with products and steps in every family, if one is known."""
    literature = case["literature"]
    others = (literature.get("best_in_literature") or {}).items()
    return (
        case["published"].get("no_residual", {}).get("recomputed")
        or literature.get("best_known_no_residual_per_Ulutas_2019")
        or max((value for key, value in others if key != "residual_allowed"), default=None)
    )


def sizes() -> None:
    print(f"{'products x steps':>16}  {'families':>8}  {'efficacy':>8}  {'seconds':>7}")
    for products, steps, families in SIZES:
        efficacy, number, taken = grouped(hidden_families(products, steps, families))
        print(f"{f'{products} x {steps}':>16}  {number:>8}  {efficacy:>8.4f}  {taken:>7.2f}")


def published(folder: Path) -> None:
    ratios, seconds = [], 0.0
    print(
        f"\n{'matrix':>12}  {'families':>8}  {'efficacy':>8}  {'known':>8}  {'ratio':>6}  seconds"
    )
    for path in sorted(folder.glob("*.json")):
        case = json.loads(path.read_text())
        ones = np.array([[float(cell) for cell in row] for row in case["matrix"]], np.float32).T
        efficacy, number, taken = grouped(ones)
        seconds += taken
        known = best_known(case)
        ratio = efficacy / known if known else None
        ratios += [ratio] if known else []
        print(
            f"{case['id']:>4} {ones.shape[0]:>3}x{ones.shape[1]:<3}  {number:>8}  {efficacy:>8.4f}"
            f"  {known or 0:>8.4f}  {ratio or 0:>6.4f}  {taken:>7.2f}"
        )
    print(
        f"{len(ratios)} with a known best: mean ratio {mean(ratios):.5f},"
        f" smallest {min(ratios):.5f}, {seconds:.1f} s in all"
    )


if __name__ == "__main__":
    sizes()
    if len(sys.argv) > 1:
        published(Path(sys.argv[1]))
