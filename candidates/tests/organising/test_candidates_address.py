"""Whoever has a candidate's address is out, also where another account was stated."""

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from candidates.linking import link
from candidates.models import Assessor, Candidate, Position, Scorecard
from candidates.permissions import may_be_assessor
from candidates.stepping_in import who_may_mend
from vsm_portal.accounts.models import Site
from vsm_portal.testing.cast import add_candidate

pytestmark = pytest.mark.django_db


def stated_otherwise(world, owner):
    """The nominee: an account is stated, the address is that of somebody else's account."""
    Candidate.objects.filter(pk=world.nominee.pk).update(user=world.outsider, email=owner.email)
    return Position.objects.get(pk=world.position.pk)


@pytest.mark.parametrize("name", ["hr", "top", "chair", "assessor"])
def test_who_has_the_address_finds_nothing_of_the_position(world, name):
    user = world.people[name]
    position = stated_otherwise(world, user)
    assert position not in Position.objects.visible_to(user)
    assert position in Position.objects.closed_to(user)
    assert position.excludes(user)
    assert position.excludes(world.outsider)
    assert not may_be_assessor(user, position)


def test_the_card_of_who_has_the_address_counts_no_more(world):
    stated_otherwise(world, world.assessor)
    assert world.seat not in Assessor.objects.sitting()
    assert not Scorecard.objects.of_the_sitting().filter(assessor=world.seat).exists()
    assert world.second_seat in Assessor.objects.sitting()


def test_who_has_the_address_neither_chairs_nor_decides(world):
    position = stated_otherwise(world, world.manager)
    for role in ("chair", "stand_in_decider"):
        setattr(position, role, world.manager)
        with pytest.raises(ValidationError, match="is a candidate for the position"):
            position.clean()
        position.refresh_from_db()


def test_another_account_than_that_of_the_address_is_refused(world):
    with pytest.raises(ValidationError, match="The e-mail address is that of Manager"):
        add_candidate(
            world.position, "Two", email=world.manager.email, user=world.outsider, by=world.hr
        )


def test_the_position_is_taken_before_the_candidate_is_linked(world):
    Candidate.objects.filter(pk=world.nominee.pk).update(user=None, email=world.outsider.email)
    with CaptureQueriesContext(
        connection,
    ) as seen:
        link(world.outsider)
    changes = [query["sql"].split()[1] for query in seen if query["sql"].startswith("UPDATE")]
    assert changes[:2] == ['"candidates_position"', '"candidates_candidate"']
    assert Candidate.objects.get(pk=world.nominee.pk).user == world.outsider


def test_without_a_head_office_nobody_above_is_asked(world):
    Site.objects.filter(pk=world.plant.pk).update(parent=None)
    position = Position.objects.get(pk=world.position.pk)
    assert {user.name for user in who_may_mend(position)} == {"Hr", "Candidate"}
