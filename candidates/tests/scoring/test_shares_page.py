"""HR shares the criteria out: freely while nothing is submitted, then with a reason."""

import pytest
from django.urls import reverse

from candidates.models import Assessor, Position, PositionChange, Share
from candidates.models.share import asked_of
from vsm_portal.audit.models import Event
from vsm_portal.permission import Conflict, Refused
from vsm_portal.testing.panel_work import fill

from .typing import text_of


@pytest.fixture
def url(world):
    return reverse("position_shares", args=[world.position.pk])


@pytest.fixture
def criteria(world):
    return list(world.position.criteria.values_list("pk", flat=True))


def ticked(world, given, **more):
    data = {"version": Position.objects.get(pk=world.position.pk).version} | more
    for seat, theirs in given.items():
        data |= {f"ask_{seat.pk}_{pk}": "on" for pk in theirs}
    return data


def halves(world, criteria):
    return {world.seat: criteria[:12], world.second_seat: criteria[8:]}


def test_at_first_everybody_is_asked_everything(as_, url):
    page = text_of(as_("hr").get(url))
    assert "<h1>Everybody is asked everything</h1>" in page
    assert page.count("checked") == 40


def test_the_ticks_are_kept_and_said_on_the_position(as_, world, url, criteria):
    client = as_("hr")
    answer = client.post(url, ticked(world, halves(world, criteria)), follow=True)
    assert "The criteria are shared out." in text_of(answer)
    assert asked_of(world.seat) == {*criteria[:12]}
    assert asked_of(world.second_seat) == {*criteria[8:]}
    assert "<h1>Each assessor is asked 12 criteria</h1>" in text_of(client.get(url))
    page = text_of(client.get(reverse("position_detail", args=[world.position.pk])))
    assert "The criteria are shared out" in page
    assert "12 criteria" in page
    assert "16 criteria are judged by one assessor alone." in page
    assert Event.objects.filter(action="position.criteria_shared").count() == 1


def test_whoever_gets_everything_keeps_no_rows(as_, world, url, criteria):
    given = {world.seat: criteria, world.second_seat: criteria[:9]}
    as_("hr").post(url, ticked(world, given))
    assert set(Share.objects.values_list("seat", flat=True)) == {world.second_seat.pk}


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (lambda w, c: {w.seat: c[:10], w.second_seat: c[:10]}, "Nobody would judge: "),
        (lambda w, c: {w.seat: c}, "Second Assessor would be asked nothing"),
    ],
    ids=["a criterion for nobody", "nothing for somebody"],
)
def test_what_leaves_a_gap_is_refused_and_changes_nothing(as_, world, url, criteria, given, said):
    answer = as_("hr").post(url, ticked(world, given(world, criteria)))
    assert answer.status_code == 422
    assert said in text_of(answer)
    assert not Share.objects.exists()


def test_a_proposal_is_shown_and_not_saved(as_, world, url):
    page = text_of(as_("hr").get(url + "?proposed"))
    assert "A proposal, not saved yet." in page
    assert "<h1>Each assessor is asked 10 criteria</h1>" in page
    assert not Share.objects.exists()


def test_after_the_first_submission_it_needs_a_reason_which_stands_in_the_record(
    as_, world, url, criteria
):
    fill(world.scorecard)
    client, given = as_("hr"), halves(world, criteria)
    answer = client.post(url, ticked(world, given))
    assert answer.status_code == 422
    assert not Share.objects.exists()
    client.post(url, ticked(world, given, reason="The adviser fell ill."))
    change = PositionChange.objects.get()
    assert (change.what, change.reason) == ("criteria_shared", "The adviser fell ill.")
    with pytest.raises(Refused, match="needs a reason"):
        Share.deal(world.position, {}, by=world.hr, version=99)


def test_who_had_an_older_page_overwrites_nothing(as_, world, url, criteria):
    client = as_("hr")
    old = ticked(world, halves(world, criteria))
    client.post(url, ticked(world, {world.seat: criteria, world.second_seat: criteria[:9]}))
    assert client.post(url, old).status_code == 409
    assert asked_of(world.second_seat) == {*criteria[:9]}
    given = {world.seat.pk: criteria, world.second_seat.pk: criteria}
    with pytest.raises(Conflict):
        Share.deal(world.position, given, by=world.hr, version=1)


def test_nobody_leaves_who_alone_is_asked_something(as_, world, url, criteria):
    client = as_("hr")
    client.post(url, ticked(world, halves(world, criteria)))
    answer = client.get(reverse("panel_removal", args=[world.seat.pk]))
    assert answer.status_code == 403
    assert "Assessor alone is asked: " in text_of(answer)


def test_a_position_does_not_open_with_a_criterion_for_nobody(world, criteria):
    Position.objects.filter(pk=world.position.pk).update(state="draft")
    for seat in Assessor.objects.filter(position=world.position):
        Share.objects.create(seat=seat, criterion_id=criteria[0])
    world.position.refresh_from_db()
    with pytest.raises(Refused, match="somebody who is asked every criterion"):
        world.position.open(by=world.hr)


def test_other_weights_in_a_draft_leave_the_shares_as_they_were(as_, world, criteria):
    Position.objects.filter(pk=world.position.pk).update(state="draft")
    Share.objects.create(seat=world.seat, criterion_id=criteria[3])
    data = {"version": world.position.version}
    for each in world.position.criteria.all()[:10]:
        data |= {f"use_{each.criterion_id}": "on", f"weight_{each.criterion_id}": "3"}
    for each in world.position.criteria_set.criteria.all():
        data.setdefault(f"weight_{each.pk}", "1")
    answer = as_("hr").post(reverse("position_criteria", args=[world.position.pk]), data)
    assert answer.status_code == 302
    assert Share.objects.get().criterion_id == criteria[3]
    assert Share.objects.get().criterion.weight == 3


def test_the_page_needs_as_many_queries_for_two_seats_as_for_five(as_, world, url, queries):
    from vsm_portal.testing.cast import person

    client = as_("hr")
    client.get(url)
    two = queries(lambda: client.get(url))
    for name in ("anna", "bo", "cy"):
        world.position.add_assessor(person(name), by=world.hr)
    assert queries(lambda: client.get(url)) == two
