"""The nightly run happens once a night, whoever looks how often, and goes on where it stopped."""

from datetime import UTC, datetime

import pytest

from evaluations import nightly
from evaluations.models import Trend, TrendRun
from evaluations.tasks import reckon_trends

from .test_reckoning import EIGHT_FALLING, log_weeks


@pytest.fixture
def at(monkeypatch):
    def set_clock(day, hour):
        moment = datetime(2126, 11, day, hour, tzinfo=UTC)
        monkeypatch.setattr("evaluations.nightly.timezone.now", lambda: moment)

    return set_clock


def test_a_night_has_one_run_however_often_somebody_looks(world, at):
    log_weeks(world, EIGHT_FALLING)
    at(23, 2)
    reckon_trends()
    at(23, 14)
    reckon_trends()
    run = TrendRun.objects.get()
    assert (run.looked_at, run.changed) == (1, 1)
    assert run.finished_at
    assert Trend.objects.get().n == 8


def test_the_next_night_has_its_own_and_what_is_logged_by_day_waits_for_it(world, at):
    at(23, 2)
    reckon_trends()
    log_weeks(world, EIGHT_FALLING)
    at(24, 1)
    reckon_trends()
    assert not Trend.objects.exists()
    at(24, 2)
    reckon_trends()
    assert TrendRun.objects.count() == 2
    assert Trend.objects.exists()


def test_a_run_that_died_is_gone_on_with(world, at, monkeypatch):
    log_weeks(world, EIGHT_FALLING)
    at(23, 2)

    def dies(**_further):
        raise SystemExit

    with monkeypatch.context() as broken:
        broken.setattr(nightly, "reckon", dies)
        with pytest.raises(SystemExit):
            reckon_trends()
    assert TrendRun.objects.get().finished_at is None
    reckon_trends()
    assert TrendRun.objects.get().finished_at
    assert Trend.objects.get().n == 8


def test_a_run_out_of_time_leaves_the_rest_for_the_next_look(world, at, monkeypatch):
    from evaluations.models import TimeEntry
    from evaluations.tests.timelog.logging import last_monday

    log_weeks(world, EIGHT_FALLING)
    TimeEntry.log(
        world.other_stream.appointments.get(),
        by=world.other_manager,
        day=last_monday(world),
        half="morning",
        kind="people",
        minutes=60,
    )
    monkeypatch.setattr("evaluations.models.trend_reckoning.BATCH", 1)
    monkeypatch.setattr(nightly, "LONGEST", -1)
    at(23, 2)
    reckon_trends()
    assert TrendRun.objects.get().finished_at is None
    reckon_trends()
    assert TrendRun.objects.get().finished_at
    assert TrendRun.objects.get().looked_at == 2
