"""The demo: worth looking at, loaded once, and nowhere by accident."""

import pytest
from django.core.management import CommandError, call_command

from candidates.models import Position, Scorecard
from candidates.snapshot import snapshot_of
from value_streams.models import ValueStream
from vsm_portal.accounts.models import User
from vsm_portal.home.demo.people import SIGN_INS

pytestmark = pytest.mark.django_db
SIGN_IN = "/account/login/"


def test_the_demo_has_a_position_at_each_stage_and_assessors_in_different_states(settings):
    settings.DEMO = True
    call_command("load_demo")
    assert set(Position.objects.values_list("state", flat=True)) == set(Position.State.values)
    assert ValueStream.objects.count() == 3
    assert ValueStream.objects.get(name="Steering brackets").current_appointment.manager.is_active
    scoring = Position.objects.get(state="open")
    assert scoring.candidates.get(name="Leila Mansouri").user.email == "mansouri@acme.example"
    assert scoring.candidates.count() == 5
    sitting = scoring.panel.sitting().with_progress()
    done = [seat.done for seat in sitting.order_by("user__name")]
    assert done == [5, 0, 5, 2]
    assert scoring.conflicts.get().user.name == "Tomás Varga"
    assert set(scoring.changes.values_list("what", flat=True)) == {
        "assessor_added",
        "criterion_weight",
    }
    assert Scorecard.objects.filter(candidate__position=scoring, state="draft").count() == 8


def test_the_demo_shows_late_changed_and_led_scores_where_it_is_decided(settings):
    settings.DEMO = True
    call_command("load_demo")
    deciding = snapshot_of(Position.objects.get(state="deciding"))
    assert [each["candidate"] for each in deciding["after_opening"]] == ["Marcus Webb"]
    assert len(deciding["changed"]) == 2
    assert [each["range"] for each in deciding["settled"]] == [1]
    filled = Position.objects.get(state="filled").decisions.get().snapshot
    for snapshot in (deciding, filled):
        assert snapshot["without_line_managers"]
        assert snapshot["disagreements"]
    assert any(each["enough"] for each in deciding["severity"])
    assert any(each["rests_on"]["mostly_told"] for each in deciding["standings"])
    assert any(each["knows_and_tried"] for each in deciding["standings"])
    assert filled["changed"]


def test_the_demo_is_loaded_only_into_an_empty_database(settings, world):
    settings.DEMO = True
    before = User.objects.count()
    call_command("load_demo", "--if-empty")
    with pytest.raises(CommandError, match="empty database"):
        call_command("load_demo")
    assert User.objects.count() == before


def test_where_demo_is_off_it_is_neither_loaded_nor_shown(client):
    with pytest.raises(CommandError, match="DEMO"):
        call_command("load_demo")
    assert SIGN_INS[0].password not in client.get(SIGN_IN).content.decode()


def test_the_sign_in_page_shows_the_demo_people_only_where_the_demo_is_loaded(client, settings):
    settings.DEMO = True
    assert SIGN_INS[0].password not in client.get(SIGN_IN).content.decode()
    call_command("load_demo")
    page = client.get(SIGN_IN).content.decode()
    assert all(person.email in page for person in SIGN_INS)
