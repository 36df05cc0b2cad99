"""Two devices at the same moment, with real threads: on SQLite and on PostgreSQL."""

import uuid
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.db import connection

from evaluations.models import ClosedWeek, LoggedWeek, TimeEntry, Trend
from evaluations.models.trend_reckoning import reckon
from vsm_portal.permission import Conflict
from vsm_portal.testing.cast import World, build_company

from .logging import last_monday, log

ROUNDS = 5


@pytest.fixture
def company(transactional_db):
    return build_company(World())


def both(*actions):
    """Run them at once, each with its own connection; what was refused counts as None."""
    together = Barrier(len(actions))

    def run(action):
        together.wait()
        try:
            return action()
        except Conflict:
            return None
        finally:
            connection.close()

    with ThreadPoolExecutor(len(actions)) as threads:
        return [future.result() for future in [threads.submit(run, one) for one in actions]]


def days(company):
    return [last_monday(company) + timedelta(days=day) for day in range(ROUNDS)]


def summed(company):
    return LoggedWeek.objects.get(
        appointment=company.appointment, monday=last_monday(company)
    ).total


def test_the_same_entry_sent_twice_at_once_is_there_once(company):
    for day in days(company):
        key = uuid.uuid4()
        first, second = both(*[lambda day=day, key=key: log(company, day, key=key)] * 2)
        assert first == second
    assert summed(company) == 240 * ROUNDS


def test_of_two_devices_on_one_half_day_one_is_told_of_the_other(company):
    for day in days(company):
        answers = both(
            lambda day=day: log(company, day), lambda day=day: log(company, day, kind="people")
        )
        assert answers.count(None) == 1
    assert summed(company) == 240 * ROUNDS


def test_two_half_days_of_a_week_logged_at_once_are_both_in_its_sums(company):
    for day in days(company):
        both(
            lambda day=day: log(company, day),
            lambda day=day: log(company, day, half="afternoon"),
        )
    assert summed(company) == 480 * ROUNDS


def test_a_week_that_is_being_closed_is_logged_in_before_or_not_at_all(company):
    day = last_monday(company)
    entry, _closed = both(
        lambda: log(company, day),
        lambda: ClosedWeek.close(company.appointment, through=day, by=company.top),
    )
    assert TimeEntry.objects.filter(day=day).count() == (entry is not None)


def test_what_is_logged_while_the_trend_is_reckoned_is_never_forgotten(company):
    for day in days(company):
        both(lambda day=day: log(company, day), reckon)
        reckon()
        assert not LoggedWeek.objects.filter(is_reckoned=False).exists()
    trend = Trend.objects.get()
    last = LoggedWeek.objects.with_entries().filter(appointment=company.appointment)
    assert trend.n == last.count()
