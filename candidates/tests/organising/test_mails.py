"""Mails to assessors: once when asked, then by the due date; no candidate in them."""

from datetime import date, timedelta

import pytest

from candidates.mails import DUE, assigned_occasions, due_occasions, step_on, still_needed
from candidates.models import Position
from vsm_portal.outbox import kinds
from vsm_portal.outbox.models import Message
from vsm_portal.outbox.planning import plan, plan_all
from vsm_portal.testing.panel_work import fill, fill_all

DUE_ON = date(2026, 11, 30)


@pytest.mark.parametrize(
    ("days", "step"),
    [(-9, None), (-4, None), (-3, -3), (-2, -3), (-1, -1), (0, 0), (6, 0), (7, 7), (20, 14)],
)
def test_the_step_of_a_day(days, step):
    assert step_on(DUE_ON, DUE_ON + timedelta(days=days)) == step


def opened_long_ago(world, due_in):
    """As if the position had been open for a month and were due in so many days."""
    long_ago = world.position.opened_at - timedelta(days=30)
    due_on = world.plant.today() + timedelta(days=due_in)
    Position.objects.filter(pk=world.position.pk).update(opened_at=long_ago, due_on=due_on)
    world.position.panel.update(added_at=long_ago)


def test_each_seat_is_told_once_whatever_plans_again(world):
    for _time in range(2):
        plan("scorecard.assigned", assigned_occasions())
    mails = Message.objects.filter(kind="scorecard.assigned")
    assert {mail.recipient for mail in mails} == {world.assessor, world.second_assessor}
    assert mails.count() == 2


def test_the_due_date_is_called_to_mind_once_for_each_step(world):
    for due_in in (5, 3, 3, 2, 1, 0, -3, -7, -8):
        opened_long_ago(world, due_in)
        plan_all()
    mine = Message.objects.filter(kind=DUE, recipient=world.assessor).order_by("pk")
    steps = [mail.key.split(":")[-2] for mail in mine]
    assert len(mine) == len(set(mine.values_list("key", flat=True)))
    assert steps == ["-3", "-3", "-1", "+0", "+0", "+7", "+7"]


def test_one_due_date_gives_one_mail_a_step(world):
    opened_long_ago(world, 3)
    for _time in range(3):
        plan_all()
    assert Message.objects.filter(kind=DUE, recipient=world.assessor).count() == 1


def test_who_was_asked_today_is_not_reminded_of_an_earlier_day(world):
    today = world.plant.today()
    Position.objects.filter(pk=world.position.pk).update(due_on=today + timedelta(days=2))
    assert list(due_occasions()) == []


def test_whoever_is_done_gets_no_mail(world):
    opened_long_ago(world, 1)
    for card in world.seat.scorecards.all():
        fill(card)
    assert [occasion.recipient for occasion in due_occasions()] == [world.second_assessor]
    assert still_needed(world.seat.pk, world.assessor) is None
    assert still_needed(world.second_seat.pk, world.second_assessor) == world.second_seat


def test_nothing_is_due_once_the_position_is_over(world):
    opened_long_ago(world, 1)
    world.position.refresh_from_db()
    world.position.cancel(by=world.hr, reason="No budget.")
    assert list(due_occasions()) == []


def test_who_turns_out_to_be_a_candidate_gets_no_mail_any_more(world):
    world.nominee.__class__.objects.filter(pk=world.nominee.pk).update(user=world.assessor)
    assert still_needed(world.seat.pk, world.assessor) is None


@pytest.mark.parametrize("name", ["scorecard.assigned", "scorecard.due"])
def test_the_mail_names_stream_day_count_and_link_and_no_candidate(world, settings, name):
    settings.PORTAL_URL = "https://portal.example.com/"
    seat = still_needed(world.seat.pk, world.assessor)
    mail = kinds.kind(name).mail(seat, world.assessor, None)
    text = mail.subject + mail.text
    assert f"https://portal.example.com/selection/{world.position.pk}/" in text
    assert "2 scorecards" in text
    assert "Wheel-bearing rings" in text
    assert str(world.position.due_on.year) in text
    assert "Nadia" not in text
    assert "Candidate" not in text


def test_the_ledger_hides_the_mails_from_the_candidate_among_hr(world):
    plan("scorecard.assigned", assigned_occasions())
    fill_all(world.position)
    ours = Message.objects.filter(kind="scorecard.assigned")
    assert ours.visible_to(world.hr).count() == 2
    assert not ours.visible_to(world.candidate).exists()
