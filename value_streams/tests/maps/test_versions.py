"""Numbered versions of a state, of which one is in force; a half-entered map is never."""

import pytest
from django.db import IntegrityError, transaction

from value_streams.models import Element, Map, Standing
from value_streams.models.map_saving import add_row, save_row
from vsm_portal.audit.models import Event
from vsm_portal.permission import Conflict, Refused

from .entering import element, out, taken


def in_force(company):
    return [drawn.number for drawn in Map.objects.in_force().filter(stream=company.stream)]


def test_putting_the_next_version_in_force_makes_the_one_before_an_earlier_one(company):
    first = taken(company)
    first.put_in_force(by=company.manager, seen=1)
    second = first.copy(by=company.executive)
    assert in_force(company) == [1]
    second.put_in_force(by=company.executive, seen=1)
    first.refresh_from_db()
    assert (in_force(company), first.standing) == ([2], Standing.EARLIER)
    assert (second.put_in_force_by, first.put_in_force_by) == (company.executive, company.manager)
    assert Event.objects.filter(action="map.put_in_force").count() == 2


def test_each_state_has_its_own_version_in_force(company):
    current = taken(company)
    current.put_in_force(by=company.manager, seen=1)
    current.copy(by=company.manager, state="future").put_in_force(by=company.manager, seen=1)
    assert in_force(company) == [1, 1]


def test_the_database_lets_no_second_version_be_in_force(company):
    first, second = taken(company), taken(company)
    first.put_in_force(by=company.manager, seen=1)
    with pytest.raises(IntegrityError), transaction.atomic():
        Map.objects.filter(pk=second.pk).update(
            standing=Standing.IN_FORCE, put_in_force_at=first.put_in_force_at
        )


def test_what_was_in_force_is_never_edited_again(company):
    drawn = taken(company)
    drawn.put_in_force(by=company.manager, seen=1)
    taken(company).put_in_force(by=company.manager, seen=1)
    with pytest.raises(Refused, match="next version"):
        save_row(element(drawn, "Coils"), {"days": 6}, by=company.manager, version=1)
    with pytest.raises(Refused):
        drawn.undo(by=company.manager, seen=1)


def test_a_map_saved_meanwhile_is_looked_at_once_more_before_it_counts(company):
    drawn = taken(company)
    save_row(element(drawn, "Coils"), {"days": 6}, by=company.executive, version=1)
    with pytest.raises(Conflict):
        drawn.put_in_force(by=company.manager, seen=1)
    assert in_force(company) == []


def test_a_map_with_faults_does_not_come_into_force(company):
    drawn = taken(company)
    save_row(element(drawn, "Coils"), {"days": None}, by=company.manager, version=1)
    with pytest.raises(Refused, match="1 fault"):
        drawn.put_in_force(by=company.manager, seen=2)
    assert in_force(company) == []


def test_who_may_only_read_starts_and_takes_nothing(company):
    drawn = taken(company)
    for who in (company.hr, company.adviser, company.other_manager, company.head_executive):
        with pytest.raises(Refused):
            Map.start(company.stream, "ideal", by=who)
        with pytest.raises(Refused):
            drawn.copy(by=who)
        with pytest.raises(Refused):
            drawn.put_in_force(by=who, seen=1)
    assert Map.objects.count() == 1


def test_faults_of_a_half_entered_map_say_where_they_are_mended(company):
    drawn = taken(company)
    press = save_row(element(drawn, "Press"), {"cycle_time_s": None}, by=company.manager, version=1)
    drawn.save_head({"demand_per_month": None}, by=company.manager, version=1)
    faults = {str(fault): (fault.row, fault.column) for fault in out(drawn).faults}
    assert faults == {
        "customer.demand_per_month: is missing": (drawn, "demand_per_month"),
        "paths[1].elements[1].cycle_time_s: is missing": (press, "cycle_time_s"),
    }


def test_figures_go_as_far_as_what_is_entered(company):
    drawn = taken(company)
    save_row(element(drawn, "Stamping"), {"cycle_time_s": None}, by=company.manager, version=1)
    rest = out(drawn)
    assert (rest.analysis.takt_s, rest.analysis.value_creating_s, rest.lacks) == (60, 62, ())
    save_row(element(drawn, "Finished"), {"pieces": None}, by=company.manager, version=1)
    unknown = out(drawn).analysis.unknown_waits
    assert [wait.element.name for wait in unknown] == ["Finished"]
    drawn.save_head({"hours_per_shift": None}, by=company.manager, version=1)
    assert out(drawn).lacks == ("working_time",)


def test_an_empty_map_has_faults_and_no_figures_but_breaks_nothing(company):
    drawn = Map.start(company.stream, "future", by=company.manager)
    assert out(drawn).lacks == ("customer", "working_time")
    main = drawn.paths.get()
    add_row(Element, {"kind": "process"}, by=company.manager, path=main)
    add_row(Element, {"kind": "fifo"}, by=company.manager, path=main)
    assert len(out(drawn).faults) >= 4
    assert out(drawn).analysis.value_creating_s == 0
