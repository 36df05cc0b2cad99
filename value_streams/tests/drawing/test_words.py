from value_streams.drawing import in_order
from value_streams.mapping import analyse
from value_streams.tests.mapping.maps import acme

from .maps_to_draw import future, joining


def read(given) -> dict[str, list[str]]:
    return {
        part.heading: [sentence.replace("\xa0", " ") for sentence in part.sentences]
        for part in in_order(analyse(given))
    }


def test_material_is_read_from_supplier_to_customer():
    material = read(acme())["Material, from supplier to customer"]
    assert material[0] == "Inventory Coils, 5 d"
    assert material[2] == "Inventory Stamped, 4,600 left, 2,400 right, 7,000 pcs, 7.6 d"
    assert material[7] == (
        "Process Assembly 1, cycle time 62 s, uptime 100 %, operators 1, "
        "effective cycle time 62 s, over its takt of 60 s, the bottleneck"
    )
    assert len(material) == 11


def test_a_joining_path_says_where_it_joins():
    assert read(joining())["Path Bushings (Bush Ltd)"][-1] == (
        "Joins main before Assembly, 2 pieces per product."
    )


def test_information_kaizen_loops_and_sums_follow():
    said = read(future())
    assert "Finished to Weld: production kanban, manual, 20" in said["Information"]
    assert said["Kaizen"] == ["Weld: uptime (flow kaizen), loop Pacemaker"]
    assert said["Loops"][0] == "1. Pacemaker (pacemaker loop): Weld, Assembly"
    assert said["In all"][-1] == "Longest walk: main; waits only."


def test_a_part_with_nothing_in_it_is_left_out():
    assert "Kaizen" not in read(acme())
