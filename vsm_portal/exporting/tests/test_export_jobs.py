"""From asking for a file to its end: rights, crashes, faults, and what lies on the disk."""

import os
import re
import subprocess
import sys
from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from vsm_portal.accounts.models import User
from vsm_portal.audit.models import Event
from vsm_portal.exporting import making, models, reports, tasks
from vsm_portal.exporting.models import Export, Fault, State
from vsm_portal.exporting.reports import Report

from .leaflet import CONTENT, LEAFLET, ask_for_leaflet, find, take_the_right_away

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("leaflets")]


def files_in(folder):
    return [file for file in folder.rglob("*") if file.is_file()]


def made(export) -> Export:
    making.make(export.pk)
    export.refresh_from_db()
    return export


def let_render(monkeypatch, render):
    monkeypatch.setitem(reports._reports, "leaflet", Report("leaflet", find, render))


def test_a_file_is_made_under_a_generated_name_and_offered_under_its_own(leaflets):
    export = made(ask_for_leaflet())
    assert (export.state, export.file_name) == (State.READY, "Leaflet of Leaflet works.pdf")
    [file] = files_in(leaflets)
    assert re.fullmatch(r"[0-9a-f]{32}", file.name)
    assert file.read_bytes() == CONTENT


def test_asking_leaves_one_audit_row_and_a_second_click_joins_the_first():
    first, second = ask_for_leaflet(), ask_for_leaflet()
    assert first == second
    assert list(Event.objects.values_list("action", flat=True)) == ["leaflet.exported"]
    assert ask_for_leaflet("somebody.else") != first


def test_a_file_is_made_once_whatever_asks_twice(monkeypatch):
    rendered = []
    let_render(monkeypatch, lambda site, user: (rendered.append(user) or "a.pdf", CONTENT))
    export = ask_for_leaflet()
    made(export)
    made(export)
    assert len(rendered) == 1


def test_a_right_taken_away_before_the_making_leaves_no_file(leaflets):
    export = ask_for_leaflet()
    take_the_right_away()
    assert (made(export).state, export.error) == (State.FAILED, Fault.RIGHT)
    assert files_in(leaflets) == []


def test_nothing_is_made_for_somebody_who_left(leaflets):
    export = ask_for_leaflet()
    User.objects.update(is_active=False)
    assert (made(export).state, export.error) == (State.FAILED, Fault.RIGHT)
    assert files_in(leaflets) == []


@pytest.mark.parametrize("part", ["find", "render", "unknown report"])
def test_a_fault_inside_ends_the_job_and_keeps_its_text_out_of_the_page(part, monkeypatch, caplog):
    def broken(*args):
        raise RuntimeError("Nadia scored 2")

    parts = {"find": find, "render": LEAFLET.render} | {part: broken}
    report = Report("leaflet", parts["find"], parts["render"])
    registered = {} if part == "unknown report" else {"leaflet": report}
    export = ask_for_leaflet()
    monkeypatch.setattr(reports, "_reports", registered)
    assert (made(export).state, export.error) == (State.FAILED, Fault.INSIDE)
    assert "Nadia" not in export.reason
    assert "failed" in caplog.text


def test_a_dead_workers_job_is_taken_over_when_its_lease_ends(leaflets):
    export = ask_for_leaflet()
    Export.objects.update(
        state=State.RUNNING, attempts=1, lease_until=timezone.now() + timedelta(seconds=60)
    )
    half = leaflets / export.file.name
    half.parent.mkdir(parents=True)
    half.write_bytes(b"%PDF-1.7 half")
    assert made(export).state == State.RUNNING, "its worker may still live"
    Export.objects.update(lease_until=timezone.now() - timedelta(seconds=1))
    assert (made(export).state, export.attempts) == (State.READY, 2)
    [file] = files_in(leaflets)
    assert file.read_bytes() == CONTENT


def test_a_job_that_kills_every_worker_is_given_up():
    export = ask_for_leaflet()
    Export.objects.update(
        state=State.RUNNING,
        attempts=models.MOST_ATTEMPTS,
        lease_until=timezone.now() - timedelta(seconds=1),
    )
    assert (made(export).state, export.error) == (State.FAILED, Fault.GIVEN_UP)


def test_an_attempt_that_was_taken_over_does_not_have_the_last_word(monkeypatch):
    export = ask_for_leaflet()

    def slow(site, user):
        Export.objects.update(attempts=2)  # meanwhile the next one took it
        return "a.pdf", CONTENT

    let_render(monkeypatch, slow)
    assert made(export).state == State.RUNNING


def test_the_sweep_queues_what_waits_and_removes_what_is_old(leaflets, monkeypatch):
    hints = []
    monkeypatch.setattr(tasks, "hint", hints.append)
    old = made(ask_for_leaflet())
    Export.objects.update(requested_at=timezone.now() - models.KEPT_FOR - timedelta(minutes=1))
    waiting = ask_for_leaflet()
    making.sweep()
    old.refresh_from_db()
    assert hints == [waiting.pk]
    assert files_in(leaflets) == []
    assert old.is_gone
    Export.objects.filter(pk=old.pk).update(
        requested_at=timezone.now() - models.REMEMBERED_FOR - timedelta(minutes=1)
    )
    making.sweep()
    assert list(Export.objects.all()) == [waiting]


def test_what_a_dying_worker_left_on_the_disk_goes_with_the_row(leaflets):
    export = ask_for_leaflet()
    half = leaflets / export.file.name
    half.parent.mkdir(parents=True)
    half.write_bytes(b"%PDF-1.7 half")
    Export.objects.update(
        state=State.RUNNING,
        lease_until=timezone.now() - timedelta(minutes=1),
        requested_at=timezone.now() - models.KEPT_FOR - timedelta(minutes=1),
    )
    making.sweep()
    assert files_in(leaflets) == []


def test_a_name_from_outside_becomes_only_a_name(monkeypatch):
    let_render(monkeypatch, lambda site, user: ("../../etc/\u202epass\r\nwd" + "x" * 300, CONTENT))
    export = made(ask_for_leaflet())
    assert export.state == State.READY
    assert export.file_name.startswith("etc-pass wdxxx")
    assert len(export.file_name) == 120


@pytest.mark.django_db(transaction=True)
def test_nothing_is_made_inside_somebodys_transaction():
    export = ask_for_leaflet()
    with pytest.raises(RuntimeError, match="durable"), transaction.atomic():
        making.make(export.pk)


@pytest.mark.worker
@pytest.mark.django_db(transaction=True)
def test_a_process_killed_while_rendering_leaves_a_job_that_another_one_makes(
    leaflets, environment_of_a_process
):
    export = ask_for_leaflet()
    dying = subprocess.run(
        [sys.executable, "-m", "vsm_portal.exporting.tests.maker", str(export.pk)],
        env=environment_of_a_process(
            TEST_RENDERING="dies",
            MEDIA_ROOT=str(leaflets),
            DJANGO_SETTINGS_MODULE="vsm_portal.settings",
        ),
        timeout=30,
        check=False,
    )
    assert dying.returncode == -9
    export.refresh_from_db()
    assert (export.state, export.attempts) == (State.RUNNING, 1)
    Export.objects.update(lease_until=timezone.now() - timedelta(seconds=1))
    assert made(export).state == State.READY
    assert os.path.getsize(leaflets / export.file.name) == len(CONTENT)
