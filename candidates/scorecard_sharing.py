"""A fair deal of the criteria among the seats of a panel. Pure: no database, no clock."""

#: how many criteria one person judges well, from … to
FEWEST, MOST = 7, 10
#: so that two people can disagree about a criterion
JUDGES = 2


def fair_deal(criteria: list, seats: list) -> dict:
    """{seat: [criteria]}: everybody the same number, in the order of the criteria.

    What goes before what: every criterion is judged; nobody judges more than ten; every criterion
    is judged by two, the first ones first; nobody judges fewer than seven. Whoever shares a
    criterion with somebody meets another one at the next, so that all can be compared with all.

    Ten criteria and four seats: two judges each would be five criteria a seat, so seven are dealt
    and the first eight criteria get a third judge.

    >>> deal = fair_deal(list("ABCDEFGHIJ"), ["Ann", "Bo", "Cy", "Di"])
    >>> {seat: "".join(theirs) for seat, theirs in deal.items()}
    {'Ann': 'ABCEFGI', 'Bo': 'ABDEFHI', 'Cy': 'ACDEGHJ', 'Di': 'BCDFGHJ'}

    Twenty criteria and three seats: ten each, so the first ten criteria get two judges.

    >>> deal = fair_deal(list("ABCDEFGHIJKLMNOPQRST"), [1, 2, 3])
    >>> [len(theirs) for theirs in deal.values()]
    [10, 10, 10]
    >>> "".join(each for each in "ABCDEFGHIJKLMNOPQRST" if judges_of(deal, each) == 2)
    'ABCDEFGHIJ'
    """
    if not criteria or not seats:
        return {seat: [] for seat in seats}
    dealt = load(len(criteria), len(seats)) * len(seats)
    each, more = divmod(dealt, len(criteria))
    deal = {seat: [] for seat in seats}
    for place, criterion in enumerate(criteria):
        chosen = []
        for _judge in range(each + (place < more)):
            free = [seat for seat in seats if seat not in chosen]
            chosen.append(min(free, key=lambda seat: (len(deal[seat]), _met(deal, seat, chosen))))
        for seat in chosen:
            deal[seat].append(criterion)
    return deal


def load(criteria: int, seats: int) -> int:
    """How many criteria each seat is dealt.

    >>> [load(20, seats) for seats in (1, 2, 3, 4, 5, 6, 7)]
    [20, 10, 10, 10, 8, 7, 7]
    >>> load(5, 3)
    5
    """
    for_two = min(MOST, max(FEWEST, _up(JUDGES * criteria, seats)))
    return min(criteria, max(for_two, _up(criteria, seats)))


def judges_of(deal: dict, criterion) -> int:
    return sum(criterion in theirs for theirs in deal.values())


def _met(deal, seat, chosen) -> int:
    """How many criteria the seat already shares with those chosen for this one."""
    return sum(len({*deal[seat]} & {*deal[other]}) for other in chosen)


def _up(whole, parts) -> int:
    return -(-whole // parts)
