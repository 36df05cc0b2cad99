"""A conflict of interest and something else at the same moment, with real connections."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.core.exceptions import ValidationError
from django.db import connection

from candidates.models import ConflictOfInterest, Decision, Position, Scorecard
from candidates.models.criteria_change import change_criteria
from candidates.panel_ranking import panel_of
from vsm_portal.permission import Conflict, Refused
from vsm_portal.testing.cast import World, build_company, build_selection
from vsm_portal.testing.panel_work import fill, fill_all

pytestmark = pytest.mark.django_db(transaction=True)
EVERY_ROUND = pytest.mark.parametrize("number", range(2))


@pytest.fixture
def world(transactional_db):
    return build_selection(build_company(World()))


def together(*deeds):
    """Run them at the same moment; returns what each said: "done" or the kind of refusal."""
    barrier = Barrier(len(deeds))

    def run(deed):
        try:
            barrier.wait()
            deed()
        except (Conflict, Refused, ValidationError) as refused:
            return type(refused).__name__
        finally:
            connection.close()
        return "done"

    with ThreadPoolExecutor(len(deeds)) as threads:
        return [answer.result() for answer in [threads.submit(run, deed) for deed in deeds]]


def declaration(world, name):
    position, user = Position.objects.get(pk=world.position.pk), world.people[name]
    return lambda: ConflictOfInterest.declare(position, user, by=user, reason="A cousin.")


@EVERY_ROUND
def test_the_last_submission_and_its_assessors_conflict(world, number):
    for card in Scorecard.objects.still_open().filter(candidate__position=world.position):
        if card != world.scorecard:
            fill(card)
    cards = Scorecard.objects.select_related("candidate__position", "assessor")
    card = cards.get(pk=world.scorecard.pk)
    said = together(lambda: fill(card), declaration(world, "assessor"))
    world.position.refresh_from_db()
    assert world.position.state == "deciding", said
    if world.position.excludes(world.assessor):
        assert {row.assessor for row in panel_of(world.position).rows} == {world.second_seat}


@EVERY_ROUND
def test_a_decision_and_its_deciders_conflict(world, number):
    fill_all(world.position)
    position = Position.objects.get(pk=world.position.pk)

    def decide():
        Decision.take(
            position,
            by=world.top,
            candidate=world.nominee,
            reason="Keeps the process.",
            authority="influence",
            starts_on=world.plant.today() + timedelta(days=30),
        )

    said = together(decide, declaration(world, "top"))
    assert sorted(said) == ["Refused", "done"]
    position.refresh_from_db()
    assert (position.state == "filled") != position.excludes(world.top)


@EVERY_ROUND
def test_two_changes_of_the_criteria_at_the_same_moment_are_one_and_a_conflict(world, number):
    rows = list(world.position.criteria.select_related("criterion"))

    def without(left_out):
        position = Position.objects.get(pk=world.position.pk)
        use = {row.criterion: 1 for row in rows if row != left_out}
        return lambda: change_criteria(
            position, use, by=world.hr, version=position.version, reason="Fewer."
        )

    assert sorted(together(*map(without, rows[:2]))) == ["Conflict", "done"]
    assert world.position.criteria.count() == 19
