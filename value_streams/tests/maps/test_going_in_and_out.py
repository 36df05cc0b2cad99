"""A map goes into rows and comes out the same."""

from hypothesis import HealthCheck, given, settings

from value_streams.mapping import read_map, write_map
from value_streams.models import Element, Map
from value_streams.tests.mapping.maps import STEERING_BRACKETS, acme, maps

from .entering import element, out, taken


def test_the_worked_examples_come_out_the_same_to_the_byte(company):
    for read in (acme(), read_map(STEERING_BRACKETS.read_bytes()).map):
        drawn = out(taken(company, read))
        assert write_map(drawn.map) == write_map(read)
        assert drawn.faults == ()


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(maps())
def test_any_map_comes_out_the_same(company, read):
    drawn = out(taken(company, read))
    assert drawn.map == read
    assert write_map(drawn.map) == write_map(read)


def test_a_copy_says_the_same_and_its_original_stays(company):
    first = taken(company)
    second = first.copy(by=company.executive)
    future = first.copy(by=company.manager, state="future")
    assert (second.number, second.copy_of, future.state, future.number) == (2, first, "future", 1)
    assert out(second).map == out(first).map
    Element.objects.of_map(second).get(name="Stamping").delete()
    assert element(first, "Stamping")


def test_reading_a_map_needs_the_same_queries_however_much_is_on_it(company, queries):
    small, large = taken(company), taken(company, acme())

    def read(drawn):
        return queries(lambda: Map.objects.with_rows().get(pk=drawn.pk))

    assert read(small) == read(large) == 8
