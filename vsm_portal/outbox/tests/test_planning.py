from datetime import UTC, datetime

import pytest
import time_machine
from django.db import transaction

from vsm_portal.accounts.models import Site, User
from vsm_portal.outbox import kinds, planning, sending, tasks
from vsm_portal.outbox.kinds import Kind
from vsm_portal.outbox.models import Message

from .letters import LETTER, make_readers, occasion, plan_letters

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("letters")]


def test_planning_twice_makes_each_row_once():
    make_readers(3)
    assert [planning.plan_all(), planning.plan_all()] == [3, 3]
    assert Message.objects.count() == 3


def test_an_hour_that_comes_twice_makes_no_second_mail(mailoutbox):
    """In Berlin 25 October 2026 has two hours from two to three, 29 March has none."""
    make_readers(1)
    for moment in (
        datetime(2026, 10, 25, 0, 30, tzinfo=UTC),
        datetime(2026, 10, 25, 1, 30, tzinfo=UTC),
        datetime(2026, 3, 29, 0, 59, tzinfo=UTC),
        datetime(2026, 3, 29, 1, 1, tzinfo=UTC),
    ):
        with time_machine.travel(moment, tick=False):
            planning.plan_all()
            sending.drain()
    assert Message.objects.count() == 1
    assert len(mailoutbox) <= 1


def test_what_makes_a_mail_another_one_is_its_key():
    first, second = make_readers(2)
    site = Site.objects.get()
    planning.plan("letter", [occasion(first, site, "7 days before")])
    planning.plan("letter", [occasion(first, site, "1 day before"), occasion(second, site)])
    planning.plan("letter", [occasion(first, site, "7 days before")])
    keys = set(Message.objects.values_list("key", flat=True))
    assert len(keys) == 3
    assert f"letter:accounts.site:{site.pk}:7 days before:{first.pk}" in keys


def test_a_kind_that_fails_leaves_the_others_alone(monkeypatch, caplog):
    def broken():
        raise RuntimeError("broken")

    poison = Kind("a_poison", "poison", broken, LETTER.still_needed, LETTER.mail)
    monkeypatch.setitem(kinds._kinds, "a_poison", poison)
    make_readers(2)
    assert planning.plan_all() == 2
    assert "a_poison" in caplog.text


def test_a_key_that_no_database_column_holds_is_refused_on_every_database():
    [person] = make_readers(1)
    with pytest.raises(ValueError, match="Too long"):
        planning.plan("letter", [occasion(person, Site.objects.get(), "x" * 300)])


def test_an_occasion_without_a_recipient_is_refused_and_not_left_out_in_silence():
    make_readers(1)
    with pytest.raises(ValueError, match="needs a recipient"):
        occasion(None, Site.objects.get())


@pytest.mark.django_db(transaction=True)
def test_the_hint_comes_after_the_commit_and_not_from_a_savepoint_that_was_taken_back(monkeypatch):
    hints = []
    monkeypatch.setattr(tasks, "hint", lambda: hints.append(Message.objects.count()))
    with transaction.atomic():
        plan_letters(1)
        with pytest.raises(TakenBack):
            plan_for_another_one_and_take_it_back()
        assert hints == []
    assert hints == [1]


class TakenBack(Exception):
    pass


def plan_for_another_one_and_take_it_back():
    with transaction.atomic():
        person = User.objects.create(email="reader99@example.com", name="Reader 99")
        planning.plan("letter", [occasion(person, Site.objects.get())])
        raise TakenBack
