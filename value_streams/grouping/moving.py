"""Single steps moved to another block, the products following at once: out of what improving in
turn can no longer leave.

Every move is judged with all products placed anew. The best one is made even where it makes things
worse; for a while the step may then not go back (tabu search).
"""

import numpy as np

from .improving import Grouping, best_families, from_steps, gains, improved

#: A gain of less is a rounding error.
LITTLE = 1e-3


def moved_totals(ones: np.ndarray, steps: np.ndarray, number: int, rate: float) -> np.ndarray:
    """Steps × families: what all products would gain together after that one move.

    For a product the move changes two families only, so the best of the others is one of its three
    best before the move.
    """
    gain = gains(ones, steps, number, rate)
    added = ones * np.float32(1 + rate) - np.float32(rate)
    padded = np.pad(gain, ((0, 0), (0, 3)), constant_values=-1e9)
    order = np.argsort(-padded, axis=1, kind="stable")[:, :3]
    best, second, third = np.split(np.take_along_axis(padded, order, axis=1), 3, axis=1)
    best_is, second_is, _third_is = np.split(order, 3, axis=1)
    left = steps[None, :]
    stays = gain[:, steps] - added
    is_left = best_is == left
    otherwise = np.maximum(stays, np.where(is_left, second, best))
    otherwise_is = np.where(is_left, second_is, best_is)
    without_it = np.maximum(stays, np.where(is_left | (second_is == left), third, second))
    totals = np.empty((ones.shape[1], number))
    for family in range(number):
        others = np.where(otherwise_is == family, without_it, otherwise)
        joins = added + gain[:, family : family + 1]
        totals[:, family] = np.maximum(joins, others).sum(axis=0, dtype=float)
    return totals


def moved(ones: np.ndarray, start: Grouping, number: int, moves: int) -> Grouping:
    """The best grouping met in so many moves; half of them without a better one end the search."""
    best, steps = start, start.steps
    barred_until = np.zeros((len(steps), number), int)
    rounds_barred = 4 + len(steps) // 8
    all_ones, found_at = float(ones.sum()), 0
    for turn in range(moves):
        if turn - found_at > moves // 2:
            break
        totals = moved_totals(ones, steps, number, best.efficacy)
        totals[np.arange(len(steps)), steps] = -np.inf
        totals[np.bincount(steps, minlength=number)[steps] < 2] = -np.inf
        better = best.efficacy * all_ones + LITTLE
        if totals.max() <= better:
            totals[barred_until > turn] = -np.inf
        step, family = divmod(int(totals.argmax()), number)
        if totals[step, family] == -np.inf:
            break
        barred_until[step, steps[step]] = turn + rounds_barred + turn * 7 % 5
        steps = steps.copy()
        steps[step] = family
        met = from_steps(ones, steps, number, best.efficacy)
        if met.beats(best):
            best, steps, found_at = met, met.steps, turn
    return best


def with_one_more(ones: np.ndarray, start: Grouping, number: int) -> Grouping | None:
    """One family more: the step whose own family would gain most leaves its block."""
    totals = moved_totals(ones, start.steps, number + 1, start.efficacy)[:, number]
    totals[np.bincount(start.steps, minlength=number)[start.steps] < 2] = -np.inf
    step = int(totals.argmax())
    if totals[step] == -np.inf:
        return None
    steps = start.steps.copy()
    steps[step] = number
    return from_steps(ones, steps, number + 1, start.efficacy)


def with_one_less(ones: np.ndarray, start: Grouping, number: int, family: int) -> Grouping:
    """One family less: its steps go where they gain most among the others."""
    gain = gains(ones.T, start.products, number, start.efficacy)
    gain[:, family] = -np.inf
    steps = np.where(start.steps == family, gain.argmax(axis=1), start.steps)
    steps = steps - (steps > family)
    products = best_families(gains(ones, steps, number - 1, start.efficacy))
    return improved(ones, products, steps, number - 1)
