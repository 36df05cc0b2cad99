"""From plain facts to nine states."""

import doctest
from dataclasses import replace

import pytest

from value_streams import charter
from value_streams.charter import Duty, Facts, Standing, StateDrawn, standings

NOTHING = Facts()
EVERYTHING = Facts(
    family_named=True,
    family_confirmed=True,
    current=StateDrawn(in_force=True),
    lead_time_known=True,
    ideal=StateDrawn(in_force=True),
    future=StateDrawn(in_force=True),
    plan=True,
    implementation=True,
    announced=True,
    announced_as_it_holds=True,
    asked=2,
    confirmed=2,
    agreed=True,
    requirements=2,
    requirements_met=2,
)


def test_the_worked_example_is_right():
    assert doctest.testmod(charter).failed == 0


def test_all_nine_are_there_and_done_when_everything_is():
    assert list(standings(EVERYTHING)) == list(Duty)
    assert len(Duty) == 9
    assert set(standings(EVERYTHING).values()) == {Standing.DONE}


def test_where_nothing_is_there_only_what_the_portal_holds_is_missing():
    found = standings(NOTHING)
    unrecorded = {duty for duty, each in found.items() if each == Standing.UNRECORDED}
    assert unrecorded == {Duty.PLAN, Duty.IMPLEMENTATION}
    assert {found[duty] for duty in Duty if duty not in unrecorded} == {Standing.MISSING}


@pytest.mark.parametrize(
    ("duty", "changed", "standing"),
    [
        (Duty.FAMILY, {"family_confirmed": False}, Standing.BEGUN),
        (Duty.CURRENT, {"current": StateDrawn(in_force=True, lacks=1)}, Standing.BEGUN),
        (Duty.ANALYSIS, {"lead_time_known": False}, Standing.BEGUN),
        (Duty.IDEAL, {"ideal": StateDrawn(draft=True)}, Standing.BEGUN),
        (Duty.FUTURE, {"future": StateDrawn(in_force=True, lacks=3)}, Standing.BEGUN),
        (Duty.PLAN, {"plan": False}, Standing.MISSING),
        (Duty.PEOPLE, {"confirmed": 1}, Standing.BEGUN),
        (Duty.PEOPLE, {"announced_as_it_holds": False}, Standing.BEGUN),
        (Duty.PEOPLE, {"agreed": False}, Standing.BEGUN),
        (Duty.PEOPLE, {"agreed": None}, Standing.DONE),
        (Duty.DAILY, {"requirements_met": 1}, Standing.BEGUN),
    ],
)
def test_one_fact_changes_its_own_state_and_no_other(duty, changed, standing):
    found = standings(replace(EVERYTHING, **changed))
    assert found[duty] == standing
    assert {each for other, each in found.items() if other != duty} == {Standing.DONE}


def test_without_a_current_map_in_force_there_is_nothing_to_analyse():
    found = standings(replace(EVERYTHING, current=StateDrawn(draft=True)))
    assert (found[Duty.CURRENT], found[Duty.ANALYSIS]) == (Standing.BEGUN, Standing.MISSING)
