"""Logged weeks become a stored trend: only where they changed."""

from datetime import date, timedelta
from random import Random

import pytest
from django.utils import timezone

from evaluations.models import LoggedWeek, TimeEntry, Trend
from evaluations.models.trend_reckoning import reckon
from evaluations.models.week_sums import sum_up_everything
from evaluations.readers import sums_readable_by, trends_readable_by
from evaluations.tests.timelog.logging import last_monday, log
from evaluations.trend import Series, as_json, trend_of
from evaluations.trend.series import week_number

EIGHT_FALLING = [60, 55, 50, 45, 40, 35, 30, 25]


def log_weeks(world, shares):
    """One morning a week, 100 minutes, of which so many were firefighting."""
    monday = last_monday(world) - timedelta(weeks=len(shares) - 1)
    for week, share in enumerate(shares):
        day = monday + timedelta(weeks=week)
        log(world, day, kind="daily", minutes=share, cause="Die 14 breakage")
        log(world, day, minutes=100 - share)


def test_the_stored_figures_are_those_of_the_command(world):
    log_weeks(world, EIGHT_FALLING)
    assert reckon() == (1, 1)
    trend, monday = Trend.objects.get(), last_monday(world) - timedelta(weeks=7)
    weeks = [(monday + timedelta(weeks=at), share, 100) for at, share in enumerate(EIGHT_FALLING)]
    assert trend.figures == as_json(trend_of(Series.of_weeks(weeks)))
    assert (trend.n, trend.verdict) == (8, "declining")


def test_nothing_is_looked_at_twice(world):
    log_weeks(world, EIGHT_FALLING)
    reckon()
    assert reckon() == (0, 0)


def test_a_trend_is_written_only_when_its_weeks_changed(world):
    log_weeks(world, EIGHT_FALLING)
    reckon()
    entry = log(world, half="afternoon", minutes=60)
    entry.remove(by=world.manager)
    before = Trend.objects.get().reckoned_at
    assert reckon() == (1, 0)
    assert Trend.objects.get().reckoned_at == before


def test_one_entry_changes_the_trend_of_one_appointment(world):
    log_weeks(world, EIGHT_FALLING)
    reckon()
    log(world, half="afternoon", minutes=60)
    assert reckon() == (1, 1)


def test_a_week_whose_entries_are_all_undone_is_a_gap(world):
    entry = log(world)
    reckon()
    entry.remove(by=world.manager)
    reckon()
    assert Trend.objects.get().n == 0


def test_who_may_read_trend_and_totals(world):
    def readers(readable):
        return {who for who, user in world.people.items() if world.appointment in readable(user)}

    totals = {"manager", "top", "executive", "hr", "candidate"}
    assert readers(sums_readable_by) == totals
    assert readers(trends_readable_by) == totals | {"adviser", "head_hr", "head_executive"}


@pytest.mark.parametrize("seed", range(5))
def test_floats_of_minutes_give_the_figures_of_exact_fractions(seed):
    draw = Random(seed)
    weeks = []
    for week in range(60):
        total = draw.choice([60, 90, 2400, 2399, 7])
        weeks.append((date(2025, 1, 6) + timedelta(weeks=week), draw.randint(0, total), total))
    numbered = [(week_number(day), fighting, total) for day, fighting, total in weeks]
    quick = trend_of(Series.of_minutes(numbered))
    assert as_json(quick) == as_json(trend_of(Series.of_weeks(weeks)))


def test_counting_everything_anew_changes_nothing_that_the_verbs_kept(world):
    log_weeks(world, EIGHT_FALLING)
    log(world, last_monday(world) - timedelta(days=1), kind="people")
    reckon()
    assert sum_up_everything() == 0
    assert not LoggedWeek.objects.filter(is_reckoned=False).exists()


def test_counting_everything_anew_finds_what_the_verbs_did_not_see(world):
    log_weeks(world, EIGHT_FALLING)
    reckon()
    last = TimeEntry.objects.order_by("pk").last()
    TimeEntry.objects.filter(pk=last.pk).update(minutes=last.minutes + 60)
    first_week = TimeEntry.objects.filter(day=last_monday(world) - timedelta(weeks=7))
    first_week.update(removed_at=timezone.now())
    assert sum_up_everything() == 2
    assert reckon() == (1, 1)
    assert Trend.objects.get().n == 7
