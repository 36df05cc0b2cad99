"""What is written is read back as the same map, and always written in the same way."""

import json

from hypothesis import given, settings

from value_streams.mapping import Customer, Process, read_map, write_map

from .maps import STEERING_BRACKETS, acme, drawn, maps, process


@settings(max_examples=60, deadline=None)
@given(maps())
def test_any_map_is_read_back_as_the_same_map(the_map):
    written = write_map(the_map)
    again = read_map(written.encode()).map
    assert again == the_map
    assert write_map(again) == written


def test_the_worked_examples_are_read_back_as_the_same_map():
    for the_map in (acme(), read_map(STEERING_BRACKETS.read_bytes()).map):
        assert read_map(write_map(the_map).encode()).map == the_map


def test_defaults_are_left_out_and_whole_numbers_have_no_point():
    the_map = drawn(Process(name="Weld", cycle_time_s=39.0, uptime=1.0, variants=1))
    assert json.loads(write_map(the_map))["paths"][0]["elements"] == [
        {"kind": "process", "name": "Weld", "cycle_time_s": 39}
    ]
    assert '"cycle_time_s": 39\n' in write_map(the_map)


def test_a_value_creating_time_of_zero_is_written_it_is_not_the_cycle_time():
    the_map = drawn(process(value_creating_s=0))
    assert read_map(write_map(the_map).encode()).map.process("Weld").value_s == 0


def test_signs_of_every_alphabet_stay_as_they_are():
    the_map = drawn(process("Schweißen → Сварка 溶接"), customer=Customer(name="Ω", daily_demand=1))
    assert "Schweißen → Сварка 溶接" in write_map(the_map)
