import pytest

from value_streams.drawing.placing import places, rows
from value_streams.mapping import Inventory
from value_streams.tests.mapping.maps import branch, drawn, process, stock

from .maps_to_draw import by_chance, joining, line


def names(lane):
    return [box.element.name for box in lane.boxes]


def test_a_short_map_is_one_row():
    (row,) = rows(line(3), 1000)
    assert len(row.trunk.boxes) == 7


def test_a_long_map_goes_on_in_the_next_row_with_the_same_number_at_both_ends():
    first, second, *_more = rows(line(12), 1000)
    assert first.trunk.goes_to == second.trunk.comes_from == "1"
    assert names(first.trunk)[-1].startswith("Process")
    assert first.right <= 1000


def test_rows_keep_every_element_once_and_in_order():
    found = [name for row in rows(line(30), 1000) for name in names(row.trunk)]
    assert found == [element.name for _, element in line(30).elements]


def test_a_joining_path_ends_just_before_what_it_joins():
    (row,) = rows(joining(), 2000)
    lanes = {lane.path.name: lane for lane in row.lanes}
    for lane in row.lanes[1:]:
        assert lane.right <= lane.joins.joins <= lane.joins.x
    assert lanes["Bushings"].joins.element.name == "Assembly"
    assert lanes["Seals"].joins in lanes["Bushings"].boxes
    assert lanes["Seals"].level > lanes["Bushings"].level > 0


@pytest.mark.parametrize("seed", [*range(30), 1117])
def test_no_lane_lies_upon_another_and_no_way_up_runs_through_one(seed):
    for row in rows(by_chance(seed), 4000):
        for lane in row.lanes[1:]:
            goal = next(each for each in row.lanes if lane.joins in each.boxes)
            for other in row.lanes:
                if other.level == lane.level and other is not lane:
                    assert other.right < lane.left or lane.right < other.left
                if goal.level < other.level < lane.level:
                    assert not other.left < lane.joins.joins < other.right


def test_a_path_too_wide_to_stand_below_gets_rows_of_its_own_and_a_letter():
    elements = [process(f"Far {at}") for at in range(12)]
    given = drawn(
        stock("Coils"), process("Weld"), branches=(branch("Far", *elements, before="Weld"),)
    )
    main, *far = rows(given, 1000)
    assert [box.letters for box in main.trunk.boxes] == [[], ["A"]]
    assert far[-1].trunk.goes_to == "A"
    assert {lane.path.name for row in far for lane in row.lanes} == {"Far"}


def test_of_equal_names_the_process_is_meant():
    given = drawn(Inventory(name="Weld", days=1), process("Weld"))
    assert places(given)["Weld"] == ("main", 1)
