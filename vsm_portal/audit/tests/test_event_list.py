from datetime import timedelta

import pytest
from django.utils import timezone

from vsm_portal.audit.models import Event
from vsm_portal.audit.writing import record, record_read
from vsm_portal.testing.page_frame import FRAME_QUERIES, OPEN_POSITION_QUERIES


@pytest.fixture
def rows(world):
    """About the plant, another company, and the position for which `candidate` is one."""
    return {
        "plant": record(
            "site.edited",
            world.plant,
            by=world.administrator,
            site=world.plant,
            fields=["currency"],
        ),
        "foreign": record("site.edited", world.foreign, by=world.outsider, site=world.foreign),
        "enclosed": record(
            "scorecard.submitted", world.scorecard, by=world.assessor, enclosing=world.position
        ),
        "position": record("position.opened", world.position, by=world.hr, site=world.plant),
    }


def shown(client, query=""):
    return list(client.get(f"/audit/{query}").context["events"])


def test_hr_sees_all_of_the_site_and_nothing_of_others(world, client, rows):
    client.force_login(world.hr)
    events = shown(client)
    assert {rows["plant"], rows["enclosed"], rows["position"]} <= set(events)
    assert rows["foreign"] not in events


def test_a_candidate_who_is_hr_sees_no_row_of_the_position(world, client, rows):
    client.force_login(world.candidate)
    events = shown(client)
    assert rows["plant"] in events
    assert not [
        event
        for event in events
        if "candidates.position" in (event.object_type, event.enclosing_type)
        and world.position.pk in (event.object_id, event.enclosing_id)
    ]
    page = client.get("/audit/").content.decode()
    assert "scorecard" not in page.replace("For example: scorecard", "").replace(
        "each look at a scorecard", ""
    )


def test_a_withdrawn_candidate_still_sees_none(world, client, rows):
    type(world.insider).objects.filter(pk=world.insider.pk).update(state="withdrew")
    client.force_login(world.candidate)
    assert rows["enclosed"] not in shown(client)


def test_the_names_offered_to_a_candidate_are_only_of_rows_they_see(world, client, rows):
    client.force_login(world.candidate)
    offered = client.get("/audit/").context["form"].fields["actor"].queryset
    assert world.assessor not in offered


@pytest.mark.parametrize(
    "name", ["administrator", "executive", "top", "manager", "assessor", "chair"]
)
def test_nobody_but_hr_finds_a_trail(world, client, name):
    client.force_login(world.people[name])
    assert client.get("/audit/").status_code == 404


def test_a_stranger_is_sent_to_sign_in(db, client):
    assert client.get("/audit/").url == "/account/login/?next=/audit/"


def test_the_page_speaks_in_words_and_names(world, client, rows):
    record(
        "membership.given",
        world.plant,
        site=world.plant,
        by=world.administrator,
        user=world.manager.pk,
        role="hr",
    )
    record("odd.deed", world.plant, site=world.plant)
    client.force_login(world.hr)
    page = client.get("/audit/").content.decode()
    for text in (
        "changed a site",
        "currency",
        "gave a role",
        "Manager",
        "odd.deed",
        "the portal itself",
    ):
        assert text in page


def test_rows_are_narrowed_by_what_who_and_when(world, client, rows):
    client.force_login(world.hr)
    assert shown(client, "?action=site.") == [rows["plant"]]
    assert shown(client, f"?actor={world.administrator.pk}&action=site") == [rows["plant"]]
    tomorrow = timezone.localdate() + timedelta(days=1)
    assert shown(client, f"?since={tomorrow}") == []
    assert rows["plant"] in shown(
        client, f"?until={timezone.localdate()}&since={timezone.localdate()}"
    )


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("?since=31.11.2026x", "since"),
        ("?since=2026-11-31", "since"),
        ("?since=2026-11-02&until=2026-11-01", "until"),
        ("?until=9999-12-31", "until"),
        ("?since=0001-01-01", "since"),
        ("?actor=0", "actor"),
        ("?action=%00", "action"),
    ],
)
def test_a_question_that_makes_no_sense_says_why(world, client, rows, query, field):
    client.force_login(world.hr)
    answer = client.get(f"/audit/{query}")
    assert answer.status_code == 422
    assert field in answer.context["form"].errors
    assert "The question cannot be answered as it stands" in answer.content.decode()


def test_a_person_cannot_be_asked_for_whose_rows_one_does_not_see(world, client, rows):
    client.force_login(world.hr)
    assert client.get(f"/audit/?actor={world.outsider.pk}").status_code == 422


@pytest.mark.parametrize("more", [1, 3, 100])
def test_the_trail_asks_the_database_the_same_however_long_it_is(
    world, client, django_assert_num_queries, more
):
    for _row in range(more):
        record("user.edited", world.manager, by=world.administrator, site=world.plant)
    client.force_login(world.hr)
    client.get("/audit/")
    with django_assert_num_queries(LIST_QUERIES):
        client.get("/audit/")


LIST_QUERIES = FRAME_QUERIES + OPEN_POSITION_QUERIES + 2


def test_a_long_trail_is_shown_in_pages_of_fifty(world, client):
    for _row in range(60):
        record("user.edited", world.manager, by=world.administrator, site=world.plant)
    client.force_login(world.hr)
    assert len(shown(client)) == 50
    assert len(shown(client, "?action=user.&page=2")) == 10


def test_reading_the_same_thing_twice_in_an_hour_is_one_row(world):
    for _time in range(2):
        record_read(world.plant, by=world.hr, site=world.plant)
    assert Event.objects.filter(action="site.read").count() == 1
