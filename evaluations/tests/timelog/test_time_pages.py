"""The pages of the time log, as the manager meets them."""

import uuid
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from evaluations.models import AwayWeek, Cause, CauseRemoval, ClosedWeek, TimeEntry
from evaluations.time_file import import_time
from evaluations.weeks import written

from .logging import last_monday, log


@pytest.fixture
def manager(world, client):
    client.force_login(world.manager)
    return client


def at(name, world, **further):
    return reverse(name, kwargs={"pk": world.appointment.pk, **further})


def tapped(world, **changed):
    fields = {
        "what": "improvement",
        "minutes": 240,
        "day": last_monday(world).isoformat(),
        "half": "morning",
        "key": str(uuid.uuid4()),
    }
    return fields | changed


def tap(client, world, **changed):
    return client.post(at("time_entry_create", world), tapped(world, **changed))


def tap_by_script(client, world, **changed):
    return client.post(
        at("time_entry_create", world),
        tapped(world, **changed),
        headers={"Accept": "application/json"},
    )


def test_the_log_says_what_it_is_for_and_who_reads_it(manager, world):
    text = manager.get(at("time_log", world)).content.decode()
    assert "for nothing else" in text
    assert "You read every entry." in text


def test_an_address_for_ones_own_log(manager, world):
    answer = manager.get(reverse("time_mine"))
    assert answer.url == at("time_log", world)


def test_a_tap_is_saved(manager, world):
    assert tap(manager, world).status_code == 302
    entry = TimeEntry.objects.get()
    assert (entry.kind, entry.minutes, entry.half) == ("improvement", 240, "morning")


def test_a_tap_on_a_cause_and_on_a_new_one(manager, world):
    cause = Cause.get_or_enter(world.appointment, "Die 14", by=world.manager)
    tap(manager, world, what=f"daily:{cause.pk}", minutes=60)
    tap(manager, world, what="daily:new", new_cause="Welder 2 down", minutes=60)
    named = [entry.words for entry in TimeEntry.objects.order_by("pk")]
    assert named == ["Die 14", "Welder 2 down"]


def test_a_repeat_entry_is_one_tap_without_typing(manager, world):
    tap(manager, world, what="daily:new", new_cause="Die 14", minutes=120)
    page = manager.get(at("time_log", world)).context["again"]
    assert (page.what, page.minutes) == (f"daily:{Cause.objects.get(name='Die 14').pk}", 120)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"what": "gossip"}, "Say what it was."),
        ({"what": "daily"}, "what caused it"),
        ({"what": "daily:99999"}, "not one of the site"),
        ({"what": "daily:x"}, "not one of the site"),
        ({"what": "daily:" + "9" * 30}, "not one of the site"),
        ({"what": "daily:" + "9" * 4301}, "not one of the site"),
        ({"what": "daily:new"}, "Name the cause."),
        ({"minutes": "1441"}, "1440"),
        ({"minutes": ""}, "how long"),
        ({"minutes": "abc"}, "whole number"),
        ({"day": "2126-01-01"}, "not come yet"),
        ({"day": "1999-01-01"}, "appointment began"),
        ({"day": "yesterday"}, "not a date"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_saved(manager, world, wrong, said):
    answer = tap(manager, world, **wrong)
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert said in tap_by_script(manager, world, **wrong).json()["reason"]
    assert not TimeEntry.objects.exists()


def test_a_refused_entry_leaves_no_new_cause_behind(manager, world):
    log(world)
    new = {"what": "daily:new", "new_cause": "Welder 2 down"}
    assert tap(manager, world, **new, minutes=1300).status_code == 422
    assert tap(manager, world, **new).status_code == 409
    correction = reverse("time_entry_edit", args=[TimeEntry.objects.get().pk])
    refused = manager.post(correction, tapped(world, **new, day="2126-01-01", version=1))
    assert refused.status_code == 422
    assert not Cause.objects.filter(name="Welder 2 down").exists()


def test_the_second_device_is_asked_what_shall_hold(manager, world):
    tap(manager, world)
    answer = tap(manager, world, what="people")
    assert answer.status_code == 409
    assert "logged already, perhaps on another device" in answer.content.decode()
    by_script = tap_by_script(manager, world, what="people")
    assert (by_script.status_code, by_script.json()["may_decide"]) == (409, True)
    tap_by_script(manager, world, what="people", full="replace")
    assert [entry.kind for entry in TimeEntry.objects.standing()] == ["people"]


def test_a_script_that_sends_twice_gets_the_same_answer(manager, world):
    key = str(uuid.uuid4())
    first, second = (tap_by_script(manager, world, key=key).json() for _ in range(2))
    assert first == second
    assert TimeEntry.objects.count() == 1


def test_a_closed_week_takes_no_tap_and_says_why(manager, world):
    ClosedWeek.close(world.appointment, through=last_monday(world), by=world.top)
    answer = tap(manager, world)
    assert answer.status_code == 409
    assert "A review has looked at this week" in answer.content.decode()
    assert not tap_by_script(manager, world).json()["may_decide"]
    shown = manager.get(at("time_log", world), {"week": written(last_monday(world))})
    assert "This week is closed." in shown.content.decode()


def test_after_the_appointment_the_log_is_read_and_not_written(manager, world):
    tap(manager, world)
    world.appointment.end(by=world.top, on=world.plant.today(), reason="Moved on.")
    assert "has ended" in manager.get(at("time_log", world)).content.decode()
    assert tap(manager, world, half="afternoon").status_code == 403
    assert manager.get(reverse("time_mine")).status_code == 302


def test_undo_and_undo_again(manager, world):
    entry = log(world)
    for _ in range(2):
        assert manager.post(reverse("time_entry_removal", args=[entry.pk])).status_code == 302
    assert not TimeEntry.objects.standing().exists()
    assert manager.get(reverse("time_entry_edit", args=[entry.pk])).status_code == 403


def test_a_correction_shows_what_it_said_before(manager, world):
    entry = log(world)
    url = reverse("time_entry_edit", args=[entry.pk])
    fields = tapped(world, minutes=60, version=1)
    assert manager.post(url, fields).status_code == 302
    assert "Improvement, half a day" in manager.get(url).content.decode()


def test_a_refused_correction_keeps_what_was_typed(manager, world):
    entry = log(world)
    url = reverse("time_entry_edit", args=[entry.pk])
    answer = manager.post(url, tapped(world, minutes=77, day="2126-01-01", version=1))
    assert answer.status_code == 422
    assert 'value="77"' in answer.content.decode()
    assert TimeEntry.objects.get().minutes == 240


def test_a_correction_that_was_overtaken_is_a_conflict(manager, world):
    entry = log(world)
    entry.correct(by=world.manager, version=1, minutes=30)
    url = reverse("time_entry_edit", args=[entry.pk])
    assert manager.post(url, tapped(world, minutes=60, version=1)).status_code == 409


def test_whole_weeks_same_as_before_away_and_here_after_all(manager, world):
    log(world, last_monday(world) - timedelta(weeks=1))
    week = written(last_monday(world))
    manager.post(at("time_week_copy", world, week=week))
    assert TimeEntry.objects.count() == 2
    manager.post(at("time_week_away", world, week=week))
    assert AwayWeek.objects.count() == 1
    manager.post(at("time_week_presence", world, week=week))
    assert not AwayWeek.objects.exists()
    assert manager.post(at("time_week_copy", world, week="2126-W01")).status_code == 404
    assert manager.post(at("time_week_copy", world, week="nonsense")).status_code == 404


def test_an_unknown_week_or_half_day_shows_the_present_one(manager, world):
    for asked in ({"week": "2026-W99"}, {"day": "x", "half": "y"}, {"week": "9999-W01"}):
        assert manager.get(at("time_log", world), asked).status_code == 200


def test_before_the_first_week_of_the_appointment_there_is_nothing(manager, world):
    for asked in ({"week": "0001-W01"}, {"day": "1900-01-01", "half": "morning"}):
        answer = manager.get(at("time_log", world), asked)
        week = answer.context["week"]
        assert week.monday <= world.appointment.starts_on < week.monday + timedelta(weeks=1)
        assert not answer.context["earlier_name"]
    for name in ("time_week_copy", "time_week_away", "time_week_presence"):
        assert manager.post(at(name, world, week="0001-W01")).status_code == 404


def test_a_cause_is_marked_removed_on_its_page(manager, world):
    log(world, kind="daily", cause="Die 14")
    cause = Cause.objects.get(name="Die 14")
    manager.post(at("cause_removal", world, cause=cause.pk))
    assert CauseRemoval.objects.get().cause == cause
    assert "Die 14" in manager.get(at("cause_list", world)).content.decode()


def test_hostile_names_are_text(manager, world):
    log(world, kind="daily", cause="<script>alert(1)</script>")
    for name in ("time_log", "cause_list"):
        text = manager.get(at(name, world)).content.decode()
        assert "<script>alert" not in text
        assert "&lt;script&gt;" in text


def queries(client, url):
    with CaptureQueriesContext(
        connection,
    ) as caught:
        assert client.get(url).status_code == 200
    return len(caught)


def test_the_log_asks_the_database_as_often_for_many_entries_as_for_few(manager, world):
    log(world, kind="daily", cause="Die 14", minutes=30)
    url = at("time_log", world) + f"?week={written(last_monday(world))}"
    few = queries(manager, url)
    for day in range(5):
        for half in ("morning", "afternoon"):
            log(
                world,
                last_monday(world) + timedelta(days=day),
                half=half,
                kind="daily",
                cause=f"Cause {day} {half}",
                minutes=60,
                full="add",
            )
    assert queries(manager, url) == few


def upload(client, world, text):
    file = SimpleUploadedFile("time.csv", text.encode())
    return client.post(at("time_import", world), {"file": file})


HEAD = "email,date,half,kind,cause,minutes\n"


def test_a_file_is_previewed_imported_and_recognised(manager, world):
    Cause.get_or_enter(world.appointment, "Die 14", by=world.manager)
    day = last_monday(world)
    text = HEAD + "".join(
        f"{world.manager.email},{day},{half},{kind},{cause},120\n"
        for half, kind, cause in (
            ("morning", "daily", "die 14"),
            ("morning", "improvement", ""),
            ("pm", "Standard work", ""),
        )
    )
    preview = upload(manager, world, text)
    assert "3 entries would be logged" in preview.content.decode()
    assert not TimeEntry.objects.exists()
    content = {"content": preview.context["content"]}
    assert manager.post(at("time_import_confirmation", world), content).status_code == 302
    assert TimeEntry.objects.count() == 3
    manager.post(at("time_import_confirmation", world), content)
    assert TimeEntry.objects.count() == 3
    assert "in your log already" in upload(manager, world, text).content.decode()


def test_every_fault_of_a_file_is_named_and_nothing_imported(manager, world):
    mine, day = world.manager.email, last_monday(world)
    text = HEAD + (
        f"other@example.com,{day},morning,improvement,,60\n"
        f"{mine},2126-01-01,morning,improvement,,60\n"
        f"{mine},{day},night,improvement,,60\n"
        f"{mine},{day},morning,gossip,,60\n"
        f"{mine},{day},morning,daily,Unknown,60\n"
        f'{mine},{day},morning,improvement,,"1,500"\n'
        f"{mine},{day},morning,improvement,,-4\n"
    )
    answer = upload(manager, world, text)
    assert answer.status_code == 422
    assert len(answer.context["faults"]) == 7
    assert "line 6: cause: is not on the site’s list of causes: Unknown" in answer.context["faults"]
    assert not TimeEntry.objects.exists()


def test_a_file_with_more_than_24_hours_in_a_day_is_refused(manager, world):
    log(world, minutes=1000, full="add")
    line = f"{world.manager.email},{last_monday(world)},afternoon,improvement,,441\n"
    faults = upload(manager, world, HEAD + line).context["faults"]
    assert "more than 24 hours" in faults[0]


def test_a_day_that_fills_up_in_the_moment_of_the_import_is_a_fault(manager, world, monkeypatch):
    line = f"{world.manager.email},{last_monday(world)},afternoon,improvement,,441\n"
    content = {"content": upload(manager, world, HEAD + line).context["content"]}

    def meanwhile(*args, **further):
        log(world, minutes=1000)
        return import_time(*args, **further)

    monkeypatch.setattr("evaluations.views.time_files.import_time", meanwhile)
    answer = manager.post(at("time_import_confirmation", world), content)
    assert answer.status_code == 422
    assert "more than 24 hours" in answer.context["faults"][0]
    assert TimeEntry.objects.count() == 1


def test_an_import_without_a_preview_is_refused(manager, world):
    answer = manager.post(at("time_import_confirmation", world), {"content": "made up"})
    assert answer.status_code == 422


def test_the_export_goes_in_again_and_holds_no_formula(manager, world):
    log(world, kind="daily", cause="=cmd()|' /C calc'!A0", minutes=60)
    text = b"".join(manager.get(at("time_file", world)).streaming_content).decode()
    assert "'=cmd" in text
    assert "in your log already" in upload(manager, world, text).content.decode()
