"""The verbs of the time log."""

import uuid
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from evaluations.models import (
    AwayWeek,
    Cause,
    CauseRemoval,
    ClosedWeek,
    LoggedWeek,
    TimeEntry,
    TimeEntryChange,
)
from vsm_portal.audit.models import Event
from vsm_portal.permission import Conflict, Refused

from .logging import last_monday, log


def week_of(world, monday=None):
    return LoggedWeek.objects.get(
        appointment=world.appointment, monday=monday or last_monday(world)
    )


def test_an_entry_is_summed_up_in_its_week_and_audited(world):
    log(world, minutes=60)
    log(world, minutes=120, kind="daily", cause="Die 14 breakage")
    week = week_of(world)
    assert (week.improvement, week.daily, week.total, week.is_reckoned) == (60, 120, 180, False)
    assert Event.objects.filter(action="timeentry.logged").count() == 3  # one is the cast’s


def test_an_entry_that_is_sent_twice_is_there_once(world):
    key = uuid.uuid4()
    first, second = log(world, key=key), log(world, key=key)
    assert first == second
    assert TimeEntry.objects.count() == 1
    assert week_of(world).total == 240


def test_an_entry_that_was_undone_does_not_come_back_when_it_is_sent_late(world):
    key = uuid.uuid4()
    log(world, key=key).remove(by=world.manager)
    log(world, key=key)
    assert not TimeEntry.objects.standing().exists()
    assert week_of(world).total == 0


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"minutes": 0}, "minutes"),
        ({"minutes": 1441}, "minutes"),
        ({"minutes": -4}, "minutes"),
        ({"half": "night"}, "half"),
        ({"kind": "gossip"}, "kind"),
        ({"kind": "daily"}, "cause"),
        ({"cause": "Die 14 breakage"}, "cause"),
    ],
)
def test_what_is_wrong_with_an_entry_is_said_at_its_field(world, wrong, field):
    with pytest.raises(ValidationError) as refused:
        log(world, **wrong)
    assert set(refused.value.message_dict) == {field}
    assert not TimeEntry.objects.exists()


def test_a_day_that_has_not_come_or_lies_before_the_appointment_is_refused(world):
    for day in (
        world.plant.today() + timedelta(days=1),
        world.appointment.starts_on - timedelta(days=1),
    ):
        with pytest.raises(ValidationError) as refused:
            log(world, day)
        assert set(refused.value.message_dict) == {"day"}


def test_a_day_has_no_more_than_24_hours(world):
    log(world, minutes=1400)
    with pytest.raises(ValidationError) as refused:
        log(world, half="afternoon", minutes=41)
    assert "24 hours" in str(refused.value)
    log(world, half="afternoon", minutes=40)


def test_a_cause_of_another_site_is_unknown_here(world):
    foreign = Cause.objects.create(site=world.foreign, name="Foreign fire")
    with pytest.raises(ValidationError):
        log(world, kind="daily", cause=foreign)


def test_the_second_device_on_the_same_half_day_is_told_what_stands_there(world):
    log(world)
    with pytest.raises(Conflict) as conflict:
        log(world, kind="people")
    assert "Improvement, 240 min" in conflict.value.reason
    assert TimeEntry.objects.count() == 1


def test_what_is_in_the_way_can_be_replaced_or_added_to(world):
    log(world)
    log(world, kind="people", full="replace")
    assert [entry.kind for entry in TimeEntry.objects.standing()] == ["people"]
    log(world, minutes=30, full="add")
    assert week_of(world).total == 270


def test_a_half_day_may_be_split(world):
    log(world, minutes=120)
    log(world, minutes=120, kind="people")
    assert week_of(world).minutes["people"] == 120


def test_a_correction_keeps_what_the_entry_said(world):
    entry = log(world)
    tuesday = last_monday(world) + timedelta(days=1)
    entry.correct(by=world.manager, version=1, day=tuesday, minutes=60)
    change = TimeEntryChange.objects.get()
    assert (change.was["minutes"], change.became["minutes"]) == (240, 60)
    assert week_of(world).total == 60


def test_a_correction_into_another_week_changes_the_sums_of_both(world):
    entry, before = log(world), last_monday(world) - timedelta(weeks=1)
    entry.correct(by=world.manager, version=1, day=before)
    assert week_of(world).total == 0
    assert week_of(world, before).total == 240


def test_a_correction_of_what_somebody_changed_meanwhile_is_a_conflict(world):
    entry = log(world)
    entry.correct(by=world.manager, version=1, minutes=60)
    with pytest.raises(Conflict):
        TimeEntry.objects.get().correct(by=world.manager, version=1, minutes=90)
    assert TimeEntry.objects.get().minutes == 60


def test_nothing_changes_in_a_week_that_a_review_has_closed(world):
    entry = log(world)
    ClosedWeek.close(world.appointment, through=entry.day, by=world.top)
    ClosedWeek.close(world.appointment, through=entry.day, by=world.top)
    assert ClosedWeek.objects.count() == 1
    for attempt in (
        lambda: log(world, half="afternoon"),
        lambda: log(world, entry.day - timedelta(weeks=1)),
        lambda: entry.correct(by=world.manager, version=1, minutes=60),
        lambda: entry.remove(by=world.manager),
        lambda: TimeEntry.copy_last_week(world.appointment, entry.day, by=world.manager),
    ):
        with pytest.raises(Conflict):
            attempt()
    assert week_of(world).total == 240


@pytest.mark.parametrize("who", ["top", "hr", "adviser", "other_manager", "executive", "outsider"])
def test_nobody_but_the_manager_logs_or_corrects(world, who):
    entry, by = log(world), world.people[who]
    for attempt in (
        lambda: log(world, half="afternoon", by=by),
        lambda: entry.remove(by=by),
        lambda: entry.correct(by=by, version=1, minutes=60),
        lambda: AwayWeek.say(world.appointment, entry.day, by=by),
        lambda: Cause.get_or_enter(world.appointment, "New", by=by),
        lambda: TimeEntry.copy_last_week(world.appointment, entry.day, by=by),
    ):
        with pytest.raises(Refused):
            attempt()


def test_who_left_logs_no_more(world):
    world.appointment.end(by=world.top, on=world.plant.today(), reason="Moved on.")
    with pytest.raises(Refused, match="ended"):
        log(world)


def test_same_as_last_week_fills_the_empty_half_days_that_have_come(world):
    monday = last_monday(world)
    for days in range(5):
        log(world, monday - timedelta(days=7 - days), minutes=200)
    log(world, monday, kind="people")
    assert TimeEntry.copy_last_week(world.appointment, monday, by=world.manager) == 4
    assert week_of(world).minutes == {
        "daily": 0,
        "improvement": 800,
        "people": 240,
        "planning": 0,
        "standard": 0,
    }
    assert TimeEntry.copy_last_week(world.appointment, monday, by=world.manager) == 0


def test_away_is_said_once_and_taken_back(world):
    AwayWeek.say(world.appointment, last_monday(world), by=world.manager)
    week = AwayWeek.say(world.appointment, last_monday(world), by=world.manager)
    assert AwayWeek.objects.count() == 1
    week.take_back(by=world.manager)
    assert not AwayWeek.objects.exists()


def test_a_cause_is_on_the_list_once_however_it_is_typed(world):
    first = Cause.get_or_enter(world.appointment, "Die 14  breakage", by=world.manager)
    assert first.name == "Die 14 breakage"
    assert Cause.get_or_enter(world.appointment, " die 14 BREAKAGE", by=world.manager) == first


def test_a_cause_without_a_name_is_refused(world):
    with pytest.raises(ValidationError):
        Cause.get_or_enter(world.appointment, "  ", by=world.manager)


def test_a_cause_is_marked_removed_once_a_day(world):
    cause = Cause.get_or_enter(world.appointment, "Die 14", by=world.manager)
    CauseRemoval.mark(cause, world.appointment, by=world.manager)
    CauseRemoval.mark(cause, world.appointment, by=world.manager)
    assert CauseRemoval.objects.count() == 1


def test_the_entries_are_read_by_nobody_but_their_manager(world):
    log(world)
    readers = [who for who, user in world.people.items() if TimeEntry.objects.visible_to(user)]
    assert readers == ["manager"]


def test_a_resend_after_the_week_was_closed_finds_its_entry(world):
    key = uuid.uuid4()
    entry = log(world, key=key)
    ClosedWeek.close(world.appointment, through=entry.day, by=world.top)
    assert log(world, key=key) == entry


def test_undoing_what_was_corrected_into_another_week_is_a_conflict(world):
    stale, before = log(world), last_monday(world) - timedelta(weeks=1)
    TimeEntry.objects.get().correct(by=world.manager, version=1, day=before)
    with pytest.raises(Conflict):
        stale.remove(by=world.manager)
    assert TimeEntry.objects.standing().exists()
    assert week_of(world, before).total == 240


def test_undoing_what_was_undone_meanwhile_is_once(world):
    stale = log(world)
    TimeEntry.objects.get().remove(by=world.manager)
    stale.remove(by=world.manager)
    assert TimeEntryChange.objects.count() == 1


def test_same_as_last_week_gives_no_day_more_than_24_hours(world):
    monday = last_monday(world)
    log(world, monday - timedelta(weeks=1), minutes=400)
    log(world, monday - timedelta(weeks=1), minutes=100, full="add")
    log(world, monday, half="afternoon", minutes=1000)
    assert TimeEntry.copy_last_week(world.appointment, monday, by=world.manager) == 1
    assert week_of(world).total == 1400


def test_an_import_logs_only_what_the_log_does_not_have_and_fills_no_day_over_24_hours(world):
    def entry(minutes):
        return TimeEntry(
            appointment=world.appointment,
            day=last_monday(world),
            half="morning",
            kind="people",
            minutes=minutes,
        )

    log(world, kind="people", minutes=700)
    logged = TimeEntry.log_many(world.appointment, [entry(700), entry(700)], by=world.manager)
    assert logged == 1
    with pytest.raises(ValidationError):
        TimeEntry.log_many(world.appointment, [entry(41)], by=world.manager)
    assert week_of(world).total == 1400
