"""The longest walk, found again by trying every walk with exact fractions."""

import dataclasses
import random
from fractions import Fraction

import pytest
from hypothesis import given, settings

from value_streams.mapping import Path, Process, Stock, Transport, analyse
from value_streams.mapping.analysis import longest_walk, walks

from .maps import branch, drawn, maps, process, stock


def exact_wait(the_map, path, element):
    customer = the_map.customer
    match element:
        case Process():
            return Fraction(0)
        case Transport():
            hours = Fraction(element.hours or 0) / 24
            return hours if element.days is None else Fraction(element.days)
        case Stock() if element.days is not None:
            return Fraction(element.days)
    if customer.daily_demand is not None:
        demand = Fraction(customer.daily_demand)
    else:
        demand = Fraction(customer.demand_per_month) / Fraction(customer.working_days_per_month)
    return Fraction(element.pieces) / (demand * Fraction(path.pieces_per_product))


def every_walk(the_map):
    """Each walk as (paths, days, value), by stepping from element to element."""
    for start in the_map.paths:
        path, place, names, days, value = start, 0, [start.name], Fraction(0), Fraction(0)
        while True:
            if place < len(path.elements):
                element = path.elements[place]
                days += exact_wait(the_map, path, element)
                value += Fraction(element.value_s) if isinstance(element, Process) else 0
                place += 1
            elif path.joins is None:
                break
            else:
                before, path = path.joins_before, the_map.path(path.joins)
                names.append(path.name)
                place = [
                    isinstance(each, Process) and each.name == before for each in path.elements
                ].index(True)
        yield names, days, value


@settings(max_examples=25, deadline=None)
@given(maps(most_paths=6, most_processes=3))
def test_the_longest_of_random_maps_is_that_of_trying_all(the_map):
    found = longest_walk(the_map)
    all_walks = list(every_walk(the_map))
    longest = max(days for _, days, _ in all_walks)
    names = [path.name for path in found.paths]
    [(days, value)] = [(d, v) for walk, d, v in all_walks if walk == names]
    # Sums of binary fractions are as good as their 15 digits; beyond them walks are equally long.
    room = Fraction(1, 10**9) + longest / 10**12
    assert longest - days <= room
    assert abs(found.waiting_days - days) <= room
    assert abs(Fraction(found.value_creating_s) - value) <= value / 10**12
    assert [[path.name for path in walk.paths] for walk in walks(the_map)] == [
        walk for walk, _, _ in all_walks
    ]


def network(seed):
    """Up to eight paths that join anywhere; waits in tenths of a day, so that many walks tie."""
    draw = random.Random(seed)
    paths = []
    for n in range(draw.randint(1, 8)):
        elements = []
        for m in range(draw.randint(1, 4)):
            elements += [stock(f"stock {n}.{m}", draw.randint(0, 3) / 10)] * draw.randint(0, 2)
            elements.append(process(f"step {n}.{m}", draw.randint(1, 3)))
        joined = draw.choice(paths) if paths else None
        before = joined and draw.choice(joined.processes).name
        paths.append(
            Path(
                name=f"path {n}",
                elements=tuple(elements),
                joins=joined and joined.name,
                joins_before=before,
            )
        )
    draw.shuffle(paths)
    return dataclasses.replace(drawn(), paths=tuple(paths))


@pytest.mark.parametrize("seed", range(0, 2000, 100))
def test_the_walk_of_many_networks_is_the_one_of_trying_all_ties_included(seed):
    for each in range(seed, seed + 100):
        the_map = network(each)
        tenths = [(walk, round(days * 10), value) for walk, days, value in every_walk(the_map)]
        longest = max(tenths, key=lambda walk: walk[1:])
        assert names_of(the_map) == longest[0], each


def names_of(the_map):
    return [path.name for path in analyse(the_map).walk.paths]


def test_a_branch_longer_than_what_it_bypasses_is_walked():
    the_map = drawn(
        stock("Coils", 5),
        process("Assembly"),
        stock("Finished", 2),
        branches=[branch("Bushings", stock("Sleeves", 6), process("Press"), before="Assembly")],
    )
    assert names_of(the_map) == ["Bushings", "main"]
    analysis = analyse(the_map)
    assert analysis.lead_time_days == 8
    assert [wait.element.name for wait in analysis.waits] == ["Sleeves", "Finished"]
    assert [each.name for each in analysis.walk.processes] == ["Press", "Assembly"]
    assert [each.name for each in analysis.processes] == ["Assembly", "Press"]


def test_equally_long_walks_the_one_with_more_value_creating_time_counts():
    def with_press(cycle_time_s):
        return drawn(
            stock("Coils", 0.3),
            process("Saw", 20),
            process("Assembly"),
            branches=[
                branch(
                    "Bushings",
                    stock("Sleeves", 0.1),
                    process("Press", cycle_time_s),
                    stock("Pressed", 0.2),
                    before="Assembly",
                )
            ],
        )

    assert names_of(with_press(21)) == ["Bushings", "main"]
    assert names_of(with_press(19)) == ["main"]
    assert names_of(with_press(20)) == ["main"], "of entirely equal walks the first in the map"


def test_two_branches_and_one_that_joins_a_branch():
    the_map = drawn(
        stock("Coils", 1),
        process("Stamping"),
        process("Assembly"),
        stock("Finished", 1),
        branches=[
            branch("Bushings", stock("Sleeves", 2), process("Press"), before="Assembly"),
            branch("Grease", stock("Drums", 9), joins="Bushings", before="Press"),
            branch("Labels", stock("Rolls", 3), before="Assembly"),
        ],
    )
    assert names_of(the_map) == ["Grease", "Bushings", "main"]
    assert analyse(the_map).lead_time_days == 10


def test_a_branch_that_joins_before_a_stock_waits_there_too():
    the_map = drawn(
        process("Assembly"),
        stock("Finished", 4),
        branches=[branch("Labels", stock("Rolls", 1), before="Finished")],
    )
    assert analyse(the_map).lead_time_days == 5


def test_a_chain_of_thousands_of_paths_is_walked():
    links = [
        branch(f"path {n}", process(f"step {n}"), joins=f"path {n - 1}", before=f"step {n - 1}")
        for n in range(1, 3000)
    ]
    first = branch("path 0", process("step 0"), before="Assembly")
    the_map = drawn(process("Assembly"), branches=[first, *links])
    assert len(analyse(the_map).walk.paths) == 3001


def test_of_stocks_with_one_name_the_first_is_joined():
    the_map = drawn(
        stock("Buffer", 1),
        process("Assembly"),
        stock("Buffer", 1),
        branches=[branch("Labels", stock("Rolls", 5), before="Buffer")],
    )
    assert analyse(the_map).lead_time_days == 7
