"""The worked example of the file format, and Acme Stamping of *Learning to See*."""

import dataclasses
import json
from decimal import Decimal

import pytest

from value_streams.mapping import analyse, as_json, read_map

from .maps import STEERING_BRACKETS, acme

PRINTED = """
{"takt_s": 60.0, "daily_demand": 920.0, "available_s_per_day": 55200.0, "pitch_s": 1200.0,
 "lead_time_days": 17.1087, "lead_time_convention": "waits only", "value_creating_s": 63.0,
 "longest_path": ["main"],
 "value_ratio_calendar": 0.00004262, "value_ratio_working": 0.00006671, "inventory_turns": 14.0280,
 "bottleneck": "Assembly 1", "rolled_first_pass_yield": 1.0,
 "waits": [{"name": "Coils", "days": 5.0}, {"name": "Stamped", "days": 7.6087},
           {"name": "Finished", "days": 4.5}],
 "processes": [{"name": "Stamping", "takt_s": 60.0, "effective_cycle_time_s": 1.7815,
                "capacity_per_day": 30984.906, "over_takt": false, "epei_days": 0.1330},
               {"name": "Assembly 1", "takt_s": 60.0, "effective_cycle_time_s": 62.0,
                "capacity_per_day": 890.3226, "over_takt": true, "epei_days": null},
               {"name": "Press", "takt_s": 30.0, "effective_cycle_time_s": 24.0363,
                "capacity_per_day": 2296.5283, "over_takt": false, "epei_days": 0.0419}],
 "cells": [{"name": "Assembly", "operators_needed": 1.0333}]}
"""


def as_shown(value, shown):
    """A figure with as many places as the one shown; all else as it is."""
    match value, shown:
        case dict(), dict():
            both = {key: as_shown(value[key], shown.get(key)) for key in value}
            return dict(sorted(both.items(), key=lambda pair: list(value).index(pair[0])))
        case list(), list():
            rows = [as_shown(*pair) for pair in zip(value, shown, strict=False)]
            return [*rows, *value[len(shown) :]]
        case float(), Decimal():
            return round(Decimal(value), -shown.as_tuple().exponent)
    return value


def test_the_example_of_the_format_gives_the_printed_figures():
    answer = as_json(analyse(read_map(STEERING_BRACKETS.read_bytes()).map))
    printed = json.loads(PRINTED, parse_float=Decimal)
    assert as_shown(answer, printed) == printed
    assert list(answer) == list(printed)


def test_the_figures_are_not_rounded():
    answer = as_json(analyse(read_map(STEERING_BRACKETS.read_bytes()).map))
    assert answer["lead_time_days"] == pytest.approx(5 + 7000 / 920 + 4.5, rel=1e-15)


def test_acme_stamping_current_state():
    analysis = analyse(acme())
    assert analysis.takt_s == 60
    assert analysis.daily_demand == 920
    assert round(analysis.lead_time_days, 4) == 23.6196
    assert [round(wait.days, 1) for wait in analysis.waits] == [5, 7.6, 1.8, 2.7, 2.0, 4.5]
    assert analysis.value_creating_s == 188
    assert round(analysis.inventory_turns, 2) == 10.16
    assert [each.name for each in analysis.over_takt] == ["Assembly 1"]
    assert analysis.bottleneck.name == "Assembly 1"
    assert analysis.operators.total == 5
    assert analysis.pitch_s == 1200


def test_the_arithmetic_of_acmes_future_state_holds_for_either_version():
    """Both of the circulating versions are sums of their own waits; neither is a literal here."""
    for waits in ((1.5, 1, 2), (2, 1, 2)):
        current = acme()
        main = current.main
        elements = tuple(
            dataclasses.replace(main.elements[place], days=days)
            for place, days in zip((0, 2, 10), waits, strict=True)
        )
        future = dataclasses.replace(
            current, state="future", paths=(dataclasses.replace(main, elements=elements),)
        )
        analysis = analyse(future)
        assert analysis.lead_time_days == sum(waits)
        assert analysis.inventory_turns == 240 / sum(waits)
