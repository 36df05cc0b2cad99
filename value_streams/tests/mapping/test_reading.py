"""A map file in: every fault at once by its path, remarks on what was read in another way."""

import copy
import json
from contextlib import suppress

import pytest

from value_streams.mapping import Faults, Inventory, read_map
from value_streams.mapping.reading import MOST_BYTES

from .maps import STEERING_BRACKETS

GOOD = json.loads(STEERING_BRACKETS.read_text())
STAMPING, BUSHINGS = ("paths", 0, "elements", 1), ("paths", 1)


def changed(*path, **changes):
    """The worked example with keys changed at a path; `...` takes a key away."""
    file = copy.deepcopy(GOOD)
    place = file
    for step in path:
        place = place[step]
    for key, value in changes.items():
        if value is ...:
            del place[key]
        else:
            place[key] = value
    return file


def faults_of(raw):
    with pytest.raises(Faults) as caught:
        read_map(raw if isinstance(raw, bytes) else json.dumps(raw).encode())
    return list(caught.value.lines)


def faults_with(*path, **changes):
    return faults_of(changed(*path, **changes))


def read_with(*path, **changes):
    return read_map(json.dumps(changed(*path, **changes)).encode())


def test_every_fault_is_said_at_once():
    file = changed(*STAMPING, cycle_time_s=-4, uptime=1.2, speed=7)
    file["paths"][1]["pieces_per_product"] = 0
    file["kaizen"][0]["loop"] = "Nowhere"
    del file["customer"]["demand_per_month"]
    assert faults_of(file) == [
        "customer.demand_per_month: is missing",
        "paths[0].elements[1].speed: unknown key",
        "paths[0].elements[1].cycle_time_s: must be greater than 0, got -4",
        "paths[0].elements[1].uptime: must be greater than 0 and at most 1, got 1.2",
        "paths[1].pieces_per_product: must be greater than 0, got 0",
        'kaizen[0].loop: there is no loop "Nowhere"',
    ]


@pytest.mark.parametrize(
    ("key", "value", "sentence"),
    [
        ("cycle_time_s", 0, "must be greater than 0, got 0"),
        ("cycle_time_s", None, "must be a number, got null"),
        ("cycle_time_s", True, "must be a number, got true"),
        ("cycle_time_s", [62], "must be a number, got a list"),
        ("cycle_time_s", "62", 'must be a number, got "62"'),
        ("cycle_time_s", "sixty", 'must be a number, got "sixty"'),
        ("cycle_time_s", "39 m²", 'must be in s, min, h, got "39 m²"'),
        ("cycle_time_s", "1,500 s", 'could be 1.5 or 1500, got "1,500 s"'),
        ("cycle_time_s", "-39 min", 'must be greater than 0, got "-39 min"'),
        ("cycle_time_s", 1e13, "must be at most 1000000000000, got 10000000000000.0"),
        ("cycle_time_s", 1e-10, "must be at least 0.000000001, got 1E-10"),
        ("changeover_s", -1, "must be 0 or more, got -1"),
        ("batch_size", 0, "must be greater than 0, got 0"),
        ("uptime", 0, "must be greater than 0 and at most 1, got 0"),
        ("first_pass_yield", 1.01, "must be greater than 0 and at most 1, got 1.01"),
        ("share_of_time", -0.5, "must be greater than 0 and at most 1, got -0.5"),
        ("variants", 1.5, "must be a whole number, got 1.5"),
        ("variants", 0, "must be 1 or more, got 0"),
        ("operators", -1, "must be 0 or more, got -1"),
        ("shared", "yes", 'must be true or false, got "yes"'),
        ("shared", 1, "must be true or false, got 1"),
        ("name", "", 'must be a name, got ""'),
        ("name", 5, "must be a name, got 5"),
        ("name", "two\nlines", r'must be on one line, got "two\nlines"'),
        ("name", "bell\x07", r'has a sign that cannot be printed, got "bell\u0007"'),
        ("working_time", 8, "must be an object, got 8"),
        ("cell", None, "must be a name, got null"),
    ],
)
def test_a_field_of_a_process_says_what_it_must_be(key, value, sentence):
    file = changed(*STAMPING, **{key: value})
    file["kaizen"], file["loops"], file["information_flows"] = [], [], []
    assert faults_of(file) == [f"paths[0].elements[1].{key}: {sentence}"]


@pytest.mark.parametrize(
    ("path", "changes", "faults"),
    [
        (("customer",), {"pack_size": 0}, ["pack_size: must be greater than 0, got 0"]),
        (("customer",), {"daily_demand": 920}, [
            "demand_per_month: must be left out where daily_demand is given",
            "working_days_per_month: must be left out where daily_demand is given",
        ]),
        (("customer",), {"working_days_per_month": ...}, ["working_days_per_month: is missing"]),
        (("customer",), {"working_days_per_year": 400}, [
            "working_days_per_year: must be greater than 0 and at most 366, got 400"
        ]),
        (("customer",), {"variants": {"left": -1}}, ["variants.left: must be 0 or more, got -1"]),
        (("working_time",), {"hours_per_shift": 16}, [": has more than 24 hours a day"]),
        (("working_time",), {"break_minutes_per_shift": 480}, [
            "break_minutes_per_shift: must be shorter than the shift"
        ]),
        (("working_time",), {"shifts_per_day": ...}, ["shifts_per_day: is missing"]),
    ],
)  # fmt: skip
def test_customer_and_working_time_say_what_they_must_be(path, changes, faults):
    [name] = path
    expected = [f"{name}{each}" if each[0] == ":" else f"{name}.{each}" for each in faults]
    assert faults_with(*path, **changes) == expected


def test_a_customer_says_one_of_the_two_demands():
    assert faults_with(customer={"name": "State Street"}) == [
        "customer: must have demand_per_month and working_days_per_month, or daily_demand"
    ]


def test_a_wait_has_to_be_said():
    file = changed("paths", 0, "elements", 0, days=...)
    file["paths"][1]["elements"][0] = {"kind": "transport", "name": "Truck"}
    assert faults_of(file) == [
        "paths[0].elements[0]: must have days or pieces",
        "paths[1].elements[0]: must have days or hours",
    ]


def test_what_belongs_to_another_kind_is_an_unknown_key():
    assert faults_with("paths", 0, "elements", 0, cycle_time_s=4, max_pieces=3) == [
        "paths[0].elements[0].cycle_time_s: unknown key",
        "paths[0].elements[0].max_pieces: unknown key",
    ]


def test_an_unknown_kind_is_one_fault_and_its_name_still_counts():
    kinds = "process, inventory, supermarket, fifo, safety_stock, transport"
    assert faults_with(*STAMPING, kind="proces") == [
        f'paths[0].elements[1].kind: must be one of {kinds}, got "proces"'
    ]
    assert faults_with("paths", 0, "elements", 0, kind=...) == [
        "paths[0].elements[0].kind: is missing"
    ]


def test_process_path_and_loop_names_are_given_once():
    file = changed("paths", 1, "elements", 1, name="Stamping")
    file["paths"].append(dict(file["paths"][1], elements=[]))
    file["loops"].append(file["loops"][0])
    assert faults_of(file) == [
        'paths[2].name: given twice, got "Bushings", first in paths[1]',
        'loops[1].name: given twice, got "Stamping", first in loops[0]',
        'paths[1].elements[1].name: given twice, got "Stamping", first in paths[0].elements[1]',
    ]


def test_stocks_may_have_the_same_name_or_none():
    file = changed("paths", 0, "elements", 0, name="Finished")
    file["paths"][1]["elements"][0]["name"] = ""
    assert read_map(json.dumps(file).encode()).map.elements


def test_a_path_joins_nowhere_or_itself():
    assert faults_with(*BUSHINGS, joins="Mian") == ['paths[1].joins: there is no path "Mian"']
    assert faults_with(*BUSHINGS, joins="Bushings") == [
        'paths[1].joins: must be another path, "Bushings" joins itself'
    ]
    assert faults_with(*BUSHINGS, joins_before="Assembly 2") == [
        'paths[1].joins_before: there is no "Assembly 2" on the path "main"'
    ]
    assert faults_with(*BUSHINGS, joins_before=...) == ["paths[1].joins_before: is missing"]
    assert faults_with("paths", 0, joins="Bushings", joins_before="Press") == [
        "paths[0].joins: must be left out, the main path joins no other",
        "paths[0].joins_before: must be left out, the main path joins no other",
    ]


def test_paths_that_join_in_a_circle_are_said_once():
    file = changed()
    file["paths"] += [
        {"name": f"{name}", "joins": joins, "joins_before": f"step {joins}",
         "elements": [{"kind": "process", "name": f"step {name}", "cycle_time_s": 1}]}
        for name, joins in (("D", "A"), ("A", "B"), ("B", "C"), ("C", "A"))
    ]  # fmt: skip
    assert faults_of(file) == ['paths[3].joins: joins in a circle: "A" → "B" → "C" → "A"']


def test_two_stocks_of_one_name_are_no_place_to_join():
    file = changed(*BUSHINGS, joins_before="Buffer")
    for place in (0, 2):
        file["paths"][0]["elements"][place]["name"] = "Buffer"
    file["loops"] = []
    file["kaizen"] = []
    assert faults_of(file) == [
        'paths[1].joins_before: must be one element, 2 are called "Buffer"',
    ]


def test_two_paths_that_join_each_other_are_a_circle():
    file = changed(*BUSHINGS, joins="Labels", joins_before="Print")
    printing = {"kind": "process", "name": "Print", "cycle_time_s": 1}
    file["paths"].append(
        {"name": "Labels", "joins": "Bushings", "joins_before": "Press", "elements": [printing]}
    )
    assert faults_of(file) == [
        'paths[1].joins: joins in a circle: "Bushings" → "Labels" → "Bushings"'
    ]


def test_a_process_is_meant_before_stocks_of_its_name():
    file = changed(*BUSHINGS, joins_before="Assembly 1")
    for place in (2, 4):
        file["paths"][0]["elements"][place]["name"] = "Assembly 1"
    file["loops"][0]["elements"] = []
    main = read_map(json.dumps(file).encode()).map.main
    assert main.place_of("Assembly 1") == 3
    assert main.place_of("Coils") == 0
    assert main.place_of("Stamped") is None


def test_a_map_with_a_nameless_stock_still_misses_what_is_not_there():
    file = changed("paths", 0, "elements", 0, name=...)
    file["kaizen"][0]["at"] = "Stampng"
    assert faults_of(file) == ['kaizen[0].at: there is no "Stampng" on the map']


def test_counted_things_are_whole_numbers_and_measured_ones_are_not():
    read = read_with(*STAMPING, variants=2.0, cycle_time_s=1).map
    stamping = read.process("Stamping")
    assert (repr(stamping.variants), repr(stamping.cycle_time_s)) == ("2", "1.0")
    assert repr(read.loop("Stamping").order) == "2"


def test_joins_left_out_is_the_main_path_whatever_its_name():
    file = changed("paths", 0, name="Brackets")
    del file["paths"][1]["joins"]
    read = read_map(json.dumps(file).encode()).map
    assert (read.main.name, read.path("Bushings").joins) == ("Brackets", "Brackets")


def test_one_path_ends_at_the_customer():
    file = changed("paths", 0, name="Brackets")
    del file["paths"][1]["joins"], file["paths"][1]["joins_before"]
    assert faults_of(file) == ["paths: must have one path that joins no other, got 2"]


def test_references_to_nothing_are_faults():
    file = changed("information_flows", 0, to="Stampng")
    file["kaizen"][0]["at"] = "Stampng"
    file["loops"][0]["elements"] = ["Stamping", "Stampd"]
    assert faults_of(file) == [
        'information_flows[0].to: there is no "Stampng" on the map',
        'kaizen[0].at: there is no "Stampng" on the map',
        'loops[0].elements[1]: there is no "Stampd" on the map',
    ]


@pytest.mark.parametrize(
    "place",
    ["State Street Assembly", "Michigan Steel", "Bush Ltd", "Bushings", "Assembly", "Customer"],
)
def test_a_flow_reaches_partners_organisations_paths_and_cells(place):
    assert read_with("information_flows", 0, to=place).remarks == ()


def test_an_office_is_who_sends_and_is_nothing_else_and_that_is_said():
    read = read_with("information_flows", 0, **{"from": "Order desk"})
    assert read.map.offices == ("Order desk",)
    assert read.remarks == ('information_flows[0].from: "Order desk" is taken as an office.',)


def test_a_name_with_a_fault_of_its_own_is_not_missed_by_those_who_meant_it():
    assert faults_with(*STAMPING, name=7) == ["paths[0].elements[1].name: must be a name, got 7"]


def test_units_typed_along_are_understood_and_what_was_converted_is_said():
    file = changed(*STAMPING, cycle_time_s="39 min", changeover_s="3600 s", uptime="85 %")
    file["working_time"]["break_minutes_per_shift"] = "20 min"
    file["paths"][0]["elements"][0]["days"] = "5 days"
    read = read_map(json.dumps(file).encode())
    stamping = read.map.process("Stamping")
    assert (stamping.cycle_time_s, stamping.changeover_s, stamping.uptime) == (2340, 3600, 0.85)
    assert read.map.working_time.seconds_per_day == 55200
    assert read.remarks == (
        "paths[0].elements[1].cycle_time_s: 39 min is taken as 2340 s.",
        "paths[0].elements[1].uptime: 85 % is taken as 0.85.",
    )


def test_variants_that_do_not_add_up_are_remarked():
    file = changed("paths", 0, "elements", 2, pieces=7500)
    file["customer"]["variants"] = {"left": 12000, "right": 6000}
    assert read_map(json.dumps(file).encode()).remarks == (
        "customer.variants: adds up to 18000, not to demand_per_month, 18400, which is used.",
        "paths[0].elements[2].by_variant: adds up to 7000, not to pieces, 7500, which is used.",
    )


def test_pieces_counted_by_variant_alone_are_counted():
    read = read_with("paths", 0, "elements", 2, pieces=...).map
    assert read.main.elements[2] == Inventory(
        name="Stamped", by_variant=(("left", 4600), ("right", 2400))
    )
    assert read.main.elements[2].pieces_in_all == 7000


@pytest.mark.parametrize("word", ["NaN", "Infinity", "-Infinity", "1e999999999"])
def test_what_is_no_number_is_a_fault(word):
    raw = STEERING_BRACKETS.read_bytes().replace(
        b'"cycle_time_s": 62', b'"cycle_time_s": %b' % word.encode()
    )
    assert faults_of(raw) == [f"paths[0].elements[3].cycle_time_s: must be a number, got {word}"]


def test_a_key_given_twice_is_a_fault():
    raw = STEERING_BRACKETS.read_bytes().replace(b'"uptime": 0.9,', b'"uptime": 0.9, "uptime": 1,')
    raw = raw.replace(b'"left": 12000', b'"left": 1, "left": 12000')
    assert faults_of(raw) == [
        "customer.variants.left: given twice",
        "paths[1].elements[1].uptime: given twice",
    ]


def test_the_head_says_what_it_must_be():
    file = changed(format="value-stream-map/2", as_of="15.1.2026", state="past", answers={"9": ""})
    file["name"] = " "
    file["suppliers"] = [{"delivers": "daily"}]
    file["owner"] = "me"
    assert faults_of(file) == [
        "owner: unknown key",
        'format: must be "value-stream-map/1", got "value-stream-map/2"',
        'name: must be a name, got " "',
        'state: must be one of current, future, ideal, got "past"',
        'as_of: must be a date like 2026-01-15, got "15.1.2026"',
        "suppliers[0].name: is missing",
        'answers."9": unknown key',
    ]
    assert faults_with(as_of="2026-02-30") == [
        'as_of: must be a date like 2026-01-15, got "2026-02-30"'
    ]


@pytest.mark.parametrize(
    ("raw", "fault"),
    [
        (b"[]", "file: must be an object, got a list"),
        (b"", "file: line 1: Expecting value"),
        (b"\xff", "file: must be UTF-8 text, is not at byte 0"),
        (b"[" * 200_000, "file: is nested too deeply"),
        (b" " * (MOST_BYTES + 1), "file: must not be larger than 10 MB"),
    ],
)
def test_what_is_no_map_file_at_all_is_one_clear_fault(raw, fault):
    assert fault in faults_of(raw)


@pytest.mark.parametrize("value", [None, 7, "text", [], {}, [None], [7], [[]], [{}], {"a": {}}])
@pytest.mark.parametrize("key", [*GOOD])
def test_whatever_stands_under_a_key_is_a_fault_or_a_map_and_never_an_error(key, value):
    with suppress(Faults):
        read_with(**{key: value})


@pytest.mark.parametrize("value", [None, 7, "text", [], {}, [None], [{}], {"kind": []}])
@pytest.mark.parametrize("key", ["elements", "joins", "joins_before", "name", "organisation"])
def test_whatever_stands_in_a_path_is_a_fault_or_a_map_and_never_an_error(key, value):
    for file in (changed(*BUSHINGS, **{key: value}), changed("paths", 0, **{key: value})):
        for raw in (file, {**file, "paths": [*file["paths"], value]}):
            with suppress(Faults):
                read_map(json.dumps(raw).encode())
