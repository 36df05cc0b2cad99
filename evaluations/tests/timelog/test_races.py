"""Two devices at the same moment, with real threads: on SQLite and on PostgreSQL."""

import uuid
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier, Event

import pytest
from django.db import connection

from evaluations.models import ClosedWeek, LoggedWeek, TimeEntry, Trend
from evaluations.models.trend_reckoning import reckon
from evaluations.weeks import WEEK
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


def imported(company, day):
    """What a request has read of a file while another may have read the same."""
    entries = [
        TimeEntry(appointment=company.appointment, day=day, half=half, kind="people", minutes=600)
        for half in ("morning", "afternoon")
    ]
    return TimeEntry.log_many(company.appointment, entries, by=company.manager)


def test_a_file_that_is_imported_twice_at_once_is_logged_once(company):
    for day in days(company):
        counts = both(*[lambda day=day: imported(company, day)] * 2)
        assert sorted(counts) == [0, 2]
    assert summed(company) == 1200 * ROUNDS


def test_a_week_before_the_one_that_is_being_closed_is_held_too(company, monkeypatch):
    """Who logs in it has asked whether it is open, and has not saved yet."""
    earlier, asked, closed = last_monday(company) - WEEK, Event(), Event()
    sum_up = LoggedWeek.sum_up

    def slowly(appointment, monday):
        asked.set()
        closed.wait(timeout=0.5)
        sum_up(appointment, monday)

    def close():
        asked.wait(timeout=5)
        ClosedWeek.close(company.appointment, through=last_monday(company), by=company.top)
        closed.set()

    def enter():
        log(company, earlier, full="add")
        return closed.is_set()

    monkeypatch.setattr(LoggedWeek, "sum_up", slowly)
    was_closed_meanwhile, _closed = both(enter, close)
    assert was_closed_meanwhile is False
