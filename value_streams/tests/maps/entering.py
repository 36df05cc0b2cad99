"""What the tests of maps share: a map taken from a file, and what its rows say."""

from value_streams.mapping import read_map
from value_streams.maps.entered import entered
from value_streams.models import Element, Map
from value_streams.tests.mapping.maps import STEERING_BRACKETS


def taken(company, read=None, by=None):
    """The next version, as the worked example (or another map) describes it."""
    read = read or read_map(STEERING_BRACKETS.read_bytes()).map
    return Map.take(company.stream, read, by=by or company.manager)


def out(drawn):
    """The map as its rows say it."""
    return entered(Map.objects.with_rows().get(pk=drawn.pk))


def element(drawn, name):
    return Element.objects.of_map(drawn).get(name=name)
