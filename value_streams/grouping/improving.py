"""Products and steps improved in turn until the grouping efficacy stops rising.

With λ the efficacy so far, an assignment of the products that makes ones inside − λ × zeros inside
largest has an efficacy of at least λ; so has one of the steps. Each of the two is found at once:
every product goes where it gains most. (The method of Dinkelbach for a quotient.)
"""

from typing import NamedTuple

import numpy as np

#: Two efficacies nearer than this are the same.
EQUAL = 1e-9


class Grouping(NamedTuple):
    """The family of every product and the block of every step, from 0."""

    efficacy: float
    products: np.ndarray
    steps: np.ndarray

    def beats(self, other: "Grouping | None") -> bool:
        return other is None or self.efficacy > other.efficacy + EQUAL

    def turned(self) -> "Grouping":
        return Grouping(self.efficacy, self.steps, self.products)


def efficacy(ones: np.ndarray, products: np.ndarray, steps: np.ndarray) -> float:
    """(e − e0) ÷ (e + ev): e ones, e0 of them outside the blocks, ev zeros inside.

    >>> ones = np.array([[1, 1, 0], [0, 1, 1]])
    >>> efficacy(ones, np.array([0, 1]), np.array([0, 0, 1]))
    0.75
    """
    inside = products[:, None] == steps[None, :]
    ones_inside = float(ones[inside].sum())
    return ones_inside / (float(ones.sum()) + float(inside.sum()) - ones_inside)


def gains(ones: np.ndarray, blocks: np.ndarray, number: int, rate: float) -> np.ndarray:
    """What each row would add to each family: ones − λ × zeros, rows × families (all times 1)."""
    member = np.zeros((ones.shape[1], number), np.float32)
    member[np.arange(ones.shape[1]), blocks] = 1
    return (ones @ member) * np.float32(1 + rate) - np.float32(rate) * member.sum(axis=0)


def best_families(gain: np.ndarray) -> np.ndarray:
    """Each row in the family where it gains most; an empty family takes the row that loses least.

    >>> best_families(np.array([[3.0, 2.0], [3.0, 1.0]])).tolist()
    [1, 0]
    """
    rows, number = gain.shape
    chosen = gain.argmax(axis=1)
    members = np.bincount(chosen, minlength=number)
    for empty in np.flatnonzero(members == 0):
        loss = gain[np.arange(rows), chosen] - gain[:, empty]
        moved = int(np.where(members[chosen] > 1, loss, np.inf).argmin())
        members[chosen[moved]] -= 1
        chosen[moved], members[empty] = empty, 1
    return chosen


def improved(ones, products, steps, number: int) -> Grouping:
    """Products, then steps, then products …, as long as the efficacy rises."""
    best = Grouping(efficacy(ones, products, steps), products, steps)
    while True:
        products = best_families(gains(ones, best.steps, number, best.efficacy))
        steps = best_families(gains(ones.T, products, number, best.efficacy))
        next_one = Grouping(efficacy(ones, products, steps), products, steps)
        if not next_one.beats(best):
            return best
        best = next_one


def from_steps(ones, steps, number: int, rate: float) -> Grouping:
    """The grouping that follows when only the steps' blocks are known."""
    return improved(ones, best_families(gains(ones, steps, number, rate)), steps, number)
