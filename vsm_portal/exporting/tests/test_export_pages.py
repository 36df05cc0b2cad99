"""The page that says how far a file is, and the file: /exports/7/ and /exports/7/file/."""

from datetime import timedelta

import pytest
from django.utils import timezone

from vsm_portal.accounts.models import User
from vsm_portal.exporting import making, models
from vsm_portal.exporting.models import Export, Fault, State

from .leaflet import CONTENT, ask_for_leaflet, take_the_right_away

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("leaflets")]


@pytest.fixture
def export(db) -> Export:
    return ask_for_leaflet()


@pytest.fixture
def reader(export, client):
    client.force_login(export.requested_by)
    return client


def page_of(export):
    return f"/exports/{export.pk}/"


def file_of(export):
    return f"/exports/{export.pk}/file/"


def text_of(response):
    return response.content.decode()


@pytest.mark.parametrize(
    ("state", "words", "polls"),
    [
        (State.WAITING, "Your file waits for its turn", True),
        (State.RUNNING, "Your file is being made", True),
        (State.READY, "Your file is ready", False),
        (State.FAILED, "Your file could not be made", False),
    ],
)
def test_the_page_says_how_far_it_is_and_asks_again_until_there_is_an_end(
    state, words, polls, export, reader
):
    Export.objects.update(state=state, file_name="Leaflet.pdf", error=Fault.INSIDE)
    text = text_of(reader.get(page_of(export)))
    assert f"<h1>\n{words}" in text or f"<h1>{words}" in text.replace("\n", "")
    assert ('hx-trigger="every 2s"' in text) is polls
    assert ("Look again" in text) is polls
    assert ("Save Leaflet.pdf" in text) is (state == State.READY)
    assert ("Something went wrong" in text) is (state == State.FAILED)


def test_htmx_gets_the_part_that_changes_and_nothing_else(export, reader):
    text = text_of(reader.get(page_of(export), headers={"HX-Request": "true"}))
    assert text.lstrip().startswith("<section")
    assert "<html" not in text


def test_the_file_comes_as_an_attachment_that_opens_as_nothing_else(export, reader):
    making.make(export.pk)
    Export.objects.update(file_name="Ringe – Größe.pdf")
    answer = reader.get(file_of(export))
    assert b"".join(answer.streaming_content) == CONTENT
    assert answer["Content-Disposition"] == (
        "attachment; filename*=utf-8''Ringe%20%E2%80%93%20Gr%C3%B6%C3%9Fe.pdf"
    )
    assert answer["Content-Type"] == "application/pdf"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert "no-store" in answer["Cache-Control"]


def test_a_file_that_is_not_ready_leads_back_to_the_page(export, reader):
    assert reader.get(file_of(export)).url == page_of(export)


@pytest.mark.parametrize("address", [page_of, file_of])
def test_nobody_but_who_asked_knows_of_it(address, export, client):
    making.make(export.pk)
    other = ask_for_leaflet("other").requested_by
    client.force_login(other)
    assert client.get(address(export)).status_code == 404
    client.logout()
    assert client.get(address(export)).url.startswith("/account/login/")


@pytest.mark.parametrize("address", [page_of, file_of])
def test_a_right_taken_away_after_the_making_hides_page_and_file(address, export, reader):
    making.make(export.pk)
    take_the_right_away()
    assert reader.get(address(export)).status_code == 404


def test_somebody_who_left_gets_nothing_in_a_session_that_was_open(export, reader):
    making.make(export.pk)
    User.objects.update(is_active=False)
    assert reader.get(file_of(export)).url.startswith("/account/login/")


def test_after_a_day_page_and_file_say_that_it_is_no_longer_kept(export, reader):
    making.make(export.pk)
    Export.objects.update(requested_at=timezone.now() - models.KEPT_FOR - timedelta(minutes=1))
    for _swept in (False, True):
        gone = reader.get(file_of(export))
        assert gone.status_code == 410
        assert "This file is no longer kept" in text_of(gone)
        assert "This file is no longer kept" in text_of(reader.get(page_of(export)))
        making.sweep()


def test_a_file_that_is_missing_on_the_disk_is_no_longer_kept(export, reader):
    making.make(export.pk)
    export.file.storage.delete(export.file.name)
    assert reader.get(file_of(export)).status_code == 410


@pytest.mark.parametrize("address", [page_of, file_of])
def test_a_post_is_refused(address, export, reader):
    assert reader.post(address(export)).status_code == 405
