"""Whoever withdraws leaves a panel that opens only where somebody is left to compare."""

import pytest

from candidates.models import Candidate, Scorecard
from vsm_portal.testing.panel_work import fill

pytestmark = pytest.mark.django_db


def withdraw(world, candidate):
    row = Candidate.objects.get(pk=candidate.pk)
    row.withdraw(by=world.hr, on=world.plant.today(), reason="Another post.")
    world.position.refresh_from_db()


def excuse_all(world, candidate):
    for card in Scorecard.objects.filter(candidate=candidate):
        card.excuse(by=world.hr, reason="Never met.")


def test_the_panel_stays_closed_when_the_only_candidate_withdraws(world):
    excuse_all(world, world.insider)
    withdraw(world, world.insider)
    fill(world.scorecard)
    withdraw(world, world.nominee)
    assert world.position.state == "open"


def test_the_panel_stays_closed_when_nobody_judged_who_is_left(world):
    fill(world.scorecard)
    excuse_all(world, world.insider)
    withdraw(world, world.nominee)
    assert world.position.state == "open"


def test_the_panel_opens_when_only_the_withdrawn_ones_card_was_open(world):
    for card in Scorecard.objects.filter(candidate=world.insider):
        fill(card)
    withdraw(world, world.nominee)
    assert world.position.state == "deciding"
