"""The same person as a candidate for two positions: who may read both learns of it."""

from datetime import timedelta

import pytest
from django.urls import reverse

from candidates.models import Candidate, Decision, Position
from vsm_portal.accounts.models import Membership, Role
from vsm_portal.testing.cast import add_candidate
from vsm_portal.testing.panel_work import fill_all


@pytest.fixture
def twin(world, draft):
    """Nadia Haddad once more, for the draft; her address in other letters."""
    return add_candidate(draft, "Nadia Haddad", email=world.nominee.email.upper(), by=world.hr)


def at(candidate):
    return reverse("candidate_detail", args=[candidate.pk])


def of(position):
    return reverse("position_detail", args=[position.pk])


def choose(world, candidate):
    position = Position.objects.get(pk=candidate.position_id)
    fill_all(position)
    return Decision.take(
        position,
        by=world.top,
        candidate=candidate,
        reason="Keeps the process through a bad week.",
        authority="influence",
        starts_on=world.plant.today() + timedelta(days=30),
    )


@pytest.mark.parametrize("name", ["hr", "top"])
def test_hr_and_the_decider_of_both_read_it_on_both_pages(as_, world, draft, twin, name):
    client = as_(name)
    for url in (at(world.nominee), of(world.position)):
        assert (
            "Also a candidate for Seat rails (being prepared)" in client.get(url).content.decode()
        )
    for url in (at(twin), of(draft)):
        page = client.get(url).content.decode()
        assert "Also a candidate for Wheel-bearing rings (scoring)" in page


@pytest.mark.parametrize("name", ["assessor", "chair"])
def test_the_panel_learns_nothing_of_it(as_, world, twin, name):
    for url in (at(world.nominee), of(world.position)):
        assert "Also a candidate" not in as_(name).get(url).content.decode()


def test_hr_of_one_site_learns_nothing_of_a_position_of_another(as_, world):
    Membership.objects.create(user=world.outsider, site=world.sister, role=Role.HR)
    from value_streams.models import ValueStream

    stream = ValueStream.objects.create(site=world.sister, name="Hubs")
    far = Position.prepare(
        stream=stream,
        by=world.outsider,
        due_on=world.sister.today() + timedelta(days=5),
        chair=world.chair,
    )
    elsewhere = add_candidate(far, "Nadia Haddad", email=world.nominee.email, by=world.outsider)
    assert "Also a candidate" not in as_("outsider").get(at(elsewhere)).content.decode()
    assert "Also a candidate" not in as_("hr").get(at(world.nominee)).content.decode()


def test_whoever_is_excluded_from_one_learns_nothing_of_it_in_the_other(as_, world, draft, twin):
    add_candidate(draft, "Hr", email=world.hr.email, by=world.hr)
    assert "Also a candidate" not in as_("hr").get(of(world.position)).content.decode()


def test_a_decision_for_one_is_said_on_the_other_with_the_first_day(as_, world, draft, twin):
    decision = choose(world, world.nominee)
    page = as_("hr").get(of(draft)).content.decode()
    assert "Nadia Haddad: Chosen for Wheel-bearing rings, first day" in page
    assert "Ask whether they are still a candidate here." in page
    assert str(decision.starts_on.year) in page
    twin.refresh_from_db()
    assert twin.state == "considered"


def test_withdrawing_from_one_leaves_the_other(as_, world, twin):
    twin.withdraw(by=world.hr, on=world.plant.today())
    world.nominee.refresh_from_db()
    assert world.nominee.state == "considered"
    assert "Also a candidate" not in as_("hr").get(of(world.position)).content.decode()


def test_the_same_account_under_two_addresses_is_the_same_person(as_, world, draft):
    add_candidate(
        draft, "N. Haddad", email="private@candidates.example.com", by=world.hr, user=world.manager
    )
    Candidate.objects.filter(pk=world.nominee.pk).update(user=world.manager)
    assert "Also a candidate for Seat rails" in as_("hr").get(of(world.position)).content.decode()


def test_the_number_of_queries_does_not_depend_on_how_many_are_elsewhere(
    as_, world, draft, twin, queries
):
    client, url = as_("hr"), of(world.position)
    client.get(url)
    few = queries(lambda: client.get(url))
    for number in range(4):
        for position in (world.position, draft):
            add_candidate(position, f"Nominee {number}", by=world.hr)
    assert client.get(url).content.decode().count("Also a candidate for") == 5
    assert queries(lambda: client.get(url)) == few
