"""The trend page and the small multiples."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from evaluations.models import CauseRemoval, Trend
from evaluations.models.trend_reckoning import reckon
from evaluations.tests.timelog.logging import last_monday, log

from .test_reckoning import EIGHT_FALLING, log_weeks


def shown(client, world, who):
    client.force_login(world.people[who])
    return client.get(reverse("trend_detail", args=[world.appointment.pk]))


def test_the_heading_is_the_answer(client, world):
    log_weeks(world, EIGHT_FALLING)
    reckon()
    text = shown(client, world, "top").content.decode()
    assert "Firefighting is declining: from 60 % of the week to 25 %" in text
    assert "neighbouring weeks resemble each other" in text
    assert "8 logged" in text


@pytest.mark.parametrize(
    ("shares", "heading"),
    [
        ([50, 50], "Too few weeks for a verdict: 2 of at least 4"),
        ([50, 51, 49, 50, 50], "No decline of firefighting shown yet"),
        ([10, 20, 30, 40, 50], "Firefighting is rising"),
    ],
)
def test_other_verdicts(client, world, shares, heading):
    log_weeks(world, shares)
    reckon()
    assert heading in shown(client, world, "hr").content.decode()


def test_before_anything_is_reckoned_the_page_says_so(client, world):
    assert "No week is reckoned yet" in shown(client, world, "manager").content.decode()


def test_a_log_that_was_emptied_reckoned_and_begun_again_has_no_trend_yet(client, world):
    entry = log(world)
    reckon()
    entry.remove(by=world.manager)
    reckon()
    log(world)
    assert "No week is reckoned yet" in shown(client, world, "manager").content.decode()


def test_the_adviser_and_the_head_office_read_shares_and_no_hours(client, world):
    log_weeks(world, EIGHT_FALLING)
    reckon()
    for who in ("adviser", "head_executive"):
        text = shown(client, world, who).content.decode()
        assert "Firefighting, min" not in text
        assert "of firefighting</p>" not in text
        assert "weeks.csv" not in text
    assert "Firefighting, min" in shown(client, world, "hr").content.decode()


def test_the_button_reckons_now(client, world):
    log_weeks(world, EIGHT_FALLING)
    client.force_login(world.top)
    answer = client.post(reverse("trend_reckoning", args=[world.appointment.pk]), follow=True)
    assert "reckoned anew" in answer.content.decode()
    assert Trend.objects.get().n == 8


def test_a_cause_that_was_removed_and_burns_again_is_prompted(client, world):
    log_weeks(world, [60] * 13)
    reckon()
    first = last_monday(world) - timedelta(weeks=12)
    cause = world.appointment.time_entries.exclude(cause=None).first().cause
    CauseRemoval.mark(cause, world.appointment, by=world.manager, on=first)
    text = shown(client, world, "top").content.decode()
    assert "back after it was marked removed" in text
    assert "A prompt, not a reproach." in text


def test_gaps_are_rows_of_the_table_and_never_zeros(client, world):
    log(world, last_monday(world) - timedelta(weeks=2))
    log(world)
    reckon()
    assert "no entries: a gap" in shown(client, world, "manager").content.decode()


def test_the_weeks_are_a_file_that_the_command_reads(client, world):
    from evaluations.trend import as_json, read_series, trend_of

    log_weeks(world, EIGHT_FALLING)
    reckon()
    client.force_login(world.hr)
    answer = client.get(reverse("trend_series", args=[world.appointment.pk]))
    content = b"".join(answer.streaming_content)
    assert as_json(trend_of(read_series(content))) == Trend.objects.get().figures


def queries(client, url):
    with CaptureQueriesContext(connection) as caught:
        assert client.get(url).status_code == 200
    return len(caught)


def test_the_trend_asks_as_often_for_many_weeks_as_for_few(client, world):
    client.force_login(world.top)
    log_weeks(world, [50, 40])
    reckon()
    few = queries(client, reverse("trend_detail", args=[world.appointment.pk]))
    log_weeks_before(world)
    reckon()
    assert queries(client, reverse("trend_detail", args=[world.appointment.pk])) == few


def log_weeks_before(world):
    for week in range(3, 9):
        day = last_monday(world) - timedelta(weeks=week)
        log(world, day, kind="daily", cause=f"Cause {week}", minutes=100)


def test_the_list_asks_as_often_for_two_trends_as_for_one(client, world):
    client.force_login(world.top)
    log_weeks(world, [50, 40])
    reckon()
    one = queries(client, reverse("trend_list"))
    from evaluations.models import TimeEntry

    other = world.other_stream.appointments.get()
    TimeEntry.log(
        other,
        by=world.other_manager,
        day=last_monday(world),
        half="morning",
        kind="people",
        minutes=60,
    )
    reckon()
    assert queries(client, reverse("trend_list")) == one
    text = client.get(reverse("trend_list")).content.decode()
    assert text.count('<svg class="chart"') == 2


def test_the_list_says_what_to_do_where_there_is_nothing(client, world):
    client.force_login(world.second_assessor)
    assert "advise its manager" in client.get(reverse("trend_list")).content.decode()


def charter_read_by(client, world, who):
    client.force_login(world.people[who])
    return client.get(reverse("charter", args=[world.appointment.pk])).content.decode()


def test_the_charter_says_how_firefighting_goes_to_readers_of_the_trend_alone(client, world):
    trend = reverse("trend_detail", args=[world.appointment.pk])
    before = charter_read_by(client, world, "manager")
    assert "No trend of the time spent on daily issues is reckoned yet." in before
    log_weeks(world, EIGHT_FALLING)
    reckon()
    for who in ("manager", "adviser"):
        page = charter_read_by(client, world, who)
        assert "Time spent on daily issues is logged. Trend: declining, 25 % now" in page
        assert trend in page
    page = charter_read_by(client, world, "other_manager")
    assert "daily issues is" not in page
    assert trend not in page
