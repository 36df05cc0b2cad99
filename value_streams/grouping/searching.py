"""The best grouping for every number of families.

Linkage cuts start it; each is improved in turn. Then, around the number that looks best: families
split and dissolved, single steps moved, and a family dissolved to make room for a split elsewhere.
The effort is counted in cells looked at, never in seconds, so that the same matrix always gives the
same families.
"""

from collections.abc import Callable

import numpy as np

from .improving import Grouping, best_families, gains, improved
from .linkage import linkage
from .moving import moved, with_one_less, with_one_more

ROUNDS, WINDOW, PROMISING = 3, 4, 5
MOVES, FEWEST_MOVES, MOVED_CELLS = 100, 12, 30_000_000
KICKED, KICK_MOVES, KICK_CELLS = 3, 40, 40_000_000
#: So many families at most are tried to be dissolved, of a large matrix the least useful ones.
DISSOLVED_CELLS = 4_000_000
#: How far from the best number families are split and dissolved at first.
FIRST_WINDOW_CELLS = 600_000

Progress = Callable[[float], None]
Found = dict[int, Grouping]


def best_groupings(
    ones: np.ndarray, only: int | None = None, progress: Progress = lambda share: None
) -> Found:
    """For each number of families from 1 on the best grouping found; `only` names the one asked.

    No row and no column of `ones` is empty. `progress` is told the share done, from 0 to 1.
    """
    if ones.shape[1] > ones.shape[0]:
        turned = best_groupings(ones.T.copy(), only, progress)
        return {number: each.turned() for number, each in turned.items()}
    found = _starts(ones)
    progress(0.1)
    searched: dict[int, float] = {}
    window = max(WINDOW, FIRST_WINDOW_CELLS // ones.size)
    for turn in range(ROUNDS):
        _reshape(ones, found, _around(found, only, WINDOW if turn else window))
        promising = _promising(found, only, PROMISING)
        for place, number in enumerate(promising):
            if searched.get(number) != found[number].efficacy:
                moves = _moves(ones, number, MOVES, MOVED_CELLS)
                found[number] = moved(ones, found[number], number, moves)
                searched[number] = found[number].efficacy
            progress(0.1 + 0.6 * (turn + (place + 1) / len(promising)) / ROUNDS)
    kicked = _promising(found, only, KICKED)
    for place, number in enumerate(kicked):
        _kick(ones, found, number)
        progress(0.7 + 0.3 * (place + 1) / len(kicked))
    return found


def _starts(ones) -> Found:
    """For each number of families the better of the products' and the steps' own linkage."""
    products, steps = linkage(ones), linkage(ones.T)
    found = {}
    for number in range(1, min(ones.shape) + 1):
        blocks = best_families(gains(ones.T, products[number], number, 0.5))
        families = best_families(gains(ones, steps[number], number, 0.5))
        by_products = improved(ones, products[number], blocks, number)
        by_steps = improved(ones, families, steps[number], number)
        found[number] = by_steps if by_steps.beats(by_products) else by_products
    return found


def _around(found: Found, only, window) -> range:
    centre = only or max(found, key=lambda number: found[number].efficacy)
    return range(max(1, centre - window), min(len(found), centre + window) + 1)


def _promising(found: Found, only, count) -> list[int]:
    """The numbers of families worth more effort; one family alone has nothing to improve."""
    if only:
        return [only] if only > 1 else []
    best_first = sorted(found, key=lambda number: -found[number].efficacy)
    return [number for number in best_first[:count] if number > 1]


def _offer(found: Found, number, grouping):
    if grouping is not None and grouping.beats(found[number]):
        found[number] = grouping


def _reshape(ones, found: Found, numbers: range):
    """Each grouping also from its neighbours: one with a family split, one with one dissolved."""
    for number in numbers[:-1]:
        _offer(found, number + 1, with_one_more(ones, found[number], number))
    for number in numbers[:0:-1]:
        for family in _dissolvable(ones, found[number], number):
            _offer(found, number - 1, with_one_less(ones, found[number], number, family))


def _dissolvable(ones, grouping: Grouping, number) -> list[int]:
    """All families of a small matrix; of a large one those that add least to the efficacy."""
    gain = gains(ones, grouping.steps, number, grouping.efficacy)
    gained = gain[np.arange(len(gain)), grouping.products]
    worth = np.bincount(grouping.products, weights=gained, minlength=number)
    count = max(2, DISSOLVED_CELLS // (ones.size * number))
    return np.argsort(worth, kind="stable")[:count].tolist()


def _kick(ones, found: Found, number):
    """Dissolve each family in turn, split another instead, and search on from there."""
    if number < 3:
        return
    moves = _moves(ones, number, KICK_MOVES, KICK_CELLS)
    tries = max(2, KICK_CELLS // (ones.size * number * moves))
    for _try in range(3):
        start = found[number]
        for family in _dissolvable(ones, start, number)[:tries]:
            less = with_one_less(ones, start, number, family)
            _offer(found, number - 1, less)
            other = with_one_more(ones, less, number - 1)
            if other is not None:
                _offer(found, number, moved(ones, other, number, moves))
        if not found[number].beats(start):
            return


def _moves(ones, number, most, cells) -> int:
    return min(most, max(FEWEST_MOVES, cells // (ones.size * number)))
