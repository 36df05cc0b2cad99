"""A verb takes the position before it asks; who comes second is refused with what stands there."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from candidates.models import Candidate, ConflictOfInterest, Decision, Position, Reversal
from vsm_portal.permission import Conflict, Refused
from vsm_portal.testing.panel_work import fill, fill_all

pytestmark = pytest.mark.django_db


def decide(world):
    fill_all(world.position)
    return Decision.take(
        world.position,
        by=world.top,
        candidate=world.nominee,
        reason="Keeps the process.",
        authority="influence",
        starts_on=world.plant.today() + timedelta(days=30),
    )


def tell(world, candidate):
    telling = {"told_on": world.plant.today(), "told_by": world.top, "how": "phone"}
    return candidate.tell(by=world.hr, **telling)


def open_draft(world):
    Position.objects.filter(pk=world.position.pk).update(state="draft")
    position = Position.objects.get(pk=world.position.pk)
    return lambda: position.open(by=world.hr)


def open_discussion(world):
    fill(world.scorecard)
    position = Position.objects.get(pk=world.position.pk)
    return lambda: position.open_discussion(by=world.chair, reason="Time is short.")


def cancel(world):
    return lambda: world.position.cancel(by=world.hr, reason="No budget.")


def reverse(world):
    decision = decide(world)
    return lambda: Reversal.make(decision, by=world.top, reason="Declined.")


def telling(world):
    decide(world)
    candidate = Candidate.objects.select_related("position").get(pk=world.nominee.pk)
    return lambda: tell(world, candidate)


@pytest.mark.parametrize("prepare", [open_draft, open_discussion, cancel, reverse, telling])
def test_the_position_is_taken_before_anything_is_asked(world, prepare):
    deed = prepare(world)
    with CaptureQueriesContext(connection) as seen:
        deed()
    first = next(query["sql"] for query in seen if "SAVEPOINT" not in query["sql"])
    assert first.startswith('UPDATE "candidates_position"')


def test_an_opening_is_asked_of_the_terms_as_they_stand(world):
    deed = open_draft(world)
    past = world.plant.today() - timedelta(days=1)
    Position.objects.filter(pk=world.position.pk).update(due_on=past)
    with pytest.raises(Refused, match="a due date that is not past"):
        deed()


def test_a_decision_that_was_reversed_meanwhile_is_not_reversed_again(world):
    decision = decide(world)
    stale = Decision.objects.select_related("position", "reversal").get(pk=decision.pk)
    Reversal.make(decision, by=world.top, reason="Declined.")
    with pytest.raises(Refused, match="already reversed"):
        Reversal.make(stale, by=world.top, reason="Declined, too.")


def test_who_declares_the_same_conflict_a_moment_later_gets_a_conflict(world):
    position = Position.objects.get(pk=world.position.pk)
    why = {"by": world.assessor, "reason": "A cousin."}
    ConflictOfInterest.declare(world.position, world.assessor, **why)
    with pytest.raises(Conflict, match="takes no part"):
        ConflictOfInterest.declare(position, world.assessor, **why)


def test_who_gives_the_same_seat_a_moment_later_gets_a_conflict(world):
    with pytest.raises(Conflict, match="already on the panel"):
        world.position.add_assessor(world.assessor, by=world.hr)


def test_who_tells_the_same_candidate_a_moment_later_gets_a_conflict(world):
    decide(world)
    stale = Candidate.objects.with_tellings().get(pk=world.nominee.pk)
    tell(world, Candidate.objects.get(pk=world.nominee.pk))
    with pytest.raises(Conflict, match="told already"):
        tell(world, stale)


def test_who_tells_of_a_decision_that_was_reversed_meanwhile_is_refused(world):
    decision = decide(world)
    stale = Candidate.objects.with_tellings().get(pk=world.nominee.pk)
    Reversal.make(decision, by=world.top, reason="Declined.")
    with pytest.raises(Refused, match="There is no decision"):
        tell(world, stale)
