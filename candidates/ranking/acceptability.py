"""How often each candidate comes 1st, 2nd, … when only the order of the tiers is known.

All weightings w1 >= w2 >= w3 >= 0 with sum 1 are taken as equally likely. They form a triangle
(two tiers: a segment, one tier: a point) with the corners of `dominance.corner_scores`; two
candidates are equal along a straight cut. Cutting the triangle along a candidate's cuts against
all others leaves pieces in which that candidate's place is fixed, and the share of a place is
the area of its pieces: exact fractions, nothing sampled. (The idea is that of stochastic
multicriteria acceptability analysis, Lahdelma and Salminen 2001, which samples.)
"""

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction

from .dominance import corner_scores

# A point of the triangle is its shares of the second and third corner; the first has the rest.
Point = tuple[Fraction, ...]
Piece = tuple[Point, ...]


def rank_acceptability(candidates: Sequence[Sequence[Fraction]]) -> list[tuple[Fraction, ...]]:
    """Per candidate, given as tier values, the share of weightings for place 1, 2, …

    Candidates with equal values have equal shares of the places they hold together.

    >>> def shares(*candidates):
    ...     return [" ".join(map(str, each)) for each in rank_acceptability(candidates)]
    >>> shares((4, 3, 4), (3, 4, 5))
    ['3/4 1/4', '1/4 3/4']
    >>> shares((4, 2), (3, 4))
    ['2/3 1/3', '1/3 2/3']
    >>> shares((4,), (4,), (2,))
    ['1/2 1/2 0', '1/2 1/2 0', '0 0 1']
    """
    if any(not 1 <= len(values) <= 3 for values in candidates):
        raise ValueError("rank acceptability is exact for one to three tiers only")
    corners = [corner_scores(values) for values in candidates]
    twins = Counter(corners)
    places = {own: _places(own, twins) for own in twins}
    return [places[own] for own in corners]


def _places(own: Point, twins: Counter) -> tuple[Fraction, ...]:
    """The shares of places of everybody whose corner scores are `own`, all twins alike."""
    pieces = {0: [_all_weightings(len(own))]}
    for other, people in twins.items():
        if other != own:
            pieces = _cut_against(own, other, people, pieces)
    places = [Fraction(0)] * twins.total()
    for ahead, those in pieces.items():
        share = sum(map(_size, those)) / twins[own]
        for place in range(ahead, ahead + twins[own]):
            places[place] += share
    return tuple(places)


def _cut_against(own: Point, other: Point, people: int, pieces: dict) -> dict[int, list[Piece]]:
    """Pieces by the number of people ahead, after `people` more with the scores `other`."""
    lead = tuple(mine - theirs for mine, theirs in zip(own, other, strict=True))
    after: dict[int, list[Piece]] = {}
    for ahead, those in pieces.items():
        for piece in those:
            leading, trailing = _cut(piece, lead)
            if leading:
                after.setdefault(ahead, []).append(leading)
            if trailing:
                after.setdefault(ahead + people, []).append(trailing)
    return after


def _cut(piece: Piece, lead: Point) -> tuple[Piece | None, Piece | None]:
    """The parts of a piece where the lead (given in the corners) is above and below zero.

    A part without extent is None: a piece that the cut only touches stays whole.
    """
    leads = [_at(point, lead) for point in piece]
    if min(leads) >= 0:
        return piece, None
    if max(leads) <= 0:
        return None, piece
    above, below = [], []
    for i, (point, here) in enumerate(zip(piece, leads, strict=True)):
        if here >= 0:
            above.append(point)
        if here <= 0:
            below.append(point)
        following, there = piece[i - len(piece) + 1], leads[i - len(piece) + 1]
        if here * there < 0:
            crossing = _between(point, following, here / (here - there))
            above.append(crossing)
            below.append(crossing)
    return tuple(above), tuple(below)


def _at(point: Point, corners: Point) -> Fraction:
    """The value at a point of what is linear and known in the corners."""
    first, *others = corners
    steps = zip(point, others, strict=True)
    return first + sum(share * (corner - first) for share, corner in steps)


def _between(a: Point, b: Point, share: Fraction) -> Point:
    return tuple(x + share * (y - x) for x, y in zip(a, b, strict=True))


def _all_weightings(tiers: int) -> Piece:
    zero, one = Fraction(0), Fraction(1)
    corners = {1: ((),), 2: ((zero,), (one,)), 3: ((zero, zero), (one, zero), (zero, one))}
    return corners[tiers]


def _size(piece: Piece) -> Fraction:
    """The share of all weightings that lie in a piece; a segment is a polygon of no width."""
    dimensions = len(piece[0])
    if dimensions == 0:
        return Fraction(1)
    if dimensions == 1:
        return max(piece)[0] - min(piece)[0]
    rim = zip(piece, piece[1:] + piece[:1], strict=True)
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in rim))
