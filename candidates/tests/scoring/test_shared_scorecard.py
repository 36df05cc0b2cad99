"""A scorecard of an assessor who is asked some of the criteria: the rest is folded, and no duty."""

from itertools import pairwise

import pytest
from django.urls import reverse

from candidates.models import Scorecard, Seen, Share, WarningKind
from candidates.models.drafting import save_score, save_warning
from candidates.panel_ranking import panel_of
from vsm_portal.permission import Refused

from .typing import text_of, typed


@pytest.fixture
def criteria(world):
    return list(world.position.criteria.select_related("criterion"))


@pytest.fixture
def own(world, criteria):
    """Nine of the twenty, of all three tiers."""
    own = criteria[:5] + criteria[11:13] + criteria[14:16]
    Share.objects.bulk_create(Share(seat=world.seat, criterion=each) for each in own)
    return own


@pytest.fixture
def other(own, criteria):
    return next(each for each in criteria if each not in own)


@pytest.fixture
def card(world, own):
    return Scorecard.objects.get(pk=world.scorecard.pk)


def judge(card, criterion, **changes):
    words = {"level": 4, "not_observed": False, "evidence": "Press 4.", "kind": "gemba"} | changes
    return save_score(card, criterion, version=0, **words)


def finish(card, own):
    for each in own:
        judge(card, each)
    for kind in WarningKind:
        save_warning(card, kind, version=0, seen=Seen.NOT_SEEN, evidence="")


def at(card, criterion):
    return reverse("scorecard_criterion", args=[card.pk, criterion.pk])


def test_only_the_own_ones_are_counted_and_the_rest_is_folded(as_, card, own, other):
    page = text_of(as_("assessor").get(at(card, own[0])))
    assert "<h1>Nadia Haddad: 0 of 9 criteria scored</h1>" in page
    assert "criterion 1 of 9" in page
    folded = page.split("Not asked of you", 1)[1].split("</details>", 1)[0]
    assert other.criterion.name in folded
    assert own[1].criterion.name not in folded


def test_next_leads_through_the_own_ones_to_the_warnings(as_, card, own):
    client = as_("assessor")
    for here, after in pairwise(own):
        page = text_of(client.get(at(card, here)))
        assert f'name="next" value="{after.pk}"' in page
    assert 'name="next" value="warnings"' in text_of(client.get(at(card, own[-1])))


def test_untouched_it_is_not_asked_and_keeps_nothing_from_being_submitted(world, card, own, other):
    finish(card, own)
    assert card.missing() == []
    progress = Scorecard.objects.filter(pk=card.pk).with_progress().get()
    assert (progress.judged, progress.asked) == (9, 9)
    card.submit(by=world.assessor)
    assert card.scores.count() == 9


def test_what_is_asked_and_not_observed_is_a_row_what_is_not_asked_is_none(card, own, other):
    judge(card, own[0], level=None, not_observed=True, evidence="", kind="")
    assert card.scores.get().not_observed
    assert not card.scores.filter(criterion=other).exists()


def test_it_may_be_judged_all_the_same_and_then_counts(as_, world, card, own, other):
    client = as_("assessor")
    page = text_of(client.get(at(card, other)))
    assert "not asked of you" in page
    assert "Leave it out again" not in page
    client.post(at(card, other), typed())
    finish(card, own)
    progress = Scorecard.objects.filter(pk=card.pk).with_progress().get()
    assert (progress.judged, progress.asked) == (9, 9)
    card.submit(by=world.assessor)
    counted = {row.criterion.pk for row in panel_of(world.position).rows}
    assert counted == {each.pk for each in (*own, other)}


def test_what_was_begun_is_finished_or_left_out_again(as_, world, card, own, other):
    finish(card, own)
    judge(card, other, evidence="", kind="")
    assert [each.pk for each in card.missing()] == [other.pk]
    with pytest.raises(Refused, match="still open"):
        card.submit(by=world.assessor)
    client = as_("assessor")
    assert "Leave it out again" in text_of(client.get(at(card, other)))
    url = reverse("scorecard_emptying", args=[card.pk, other.pk])
    assert client.post(url, {"version": "7"}).status_code == 409
    assert client.post(url, {"version": "1"}).status_code == 302
    assert not card.scores.get(criterion=other).is_begun
    assert Scorecard.objects.get(pk=card.pk).missing() == []


def test_an_asked_one_is_not_left_out(as_, card, own):
    judge(card, own[0])
    url = reverse("scorecard_emptying", args=[card.pk, own[0].pk])
    assert as_("assessor").post(url, {"version": "1"}).status_code == 404
    assert card.scores.get().level == 4


def test_the_sheet_says_not_asked_apart_from_not_observed(as_, world, card, own, other):
    finish(card, own[1:])
    judge(card, own[0], level=None, not_observed=True, evidence="", kind="")
    card.submit(by=world.assessor)
    page = text_of(as_("assessor").get(reverse("scorecard_detail", args=[card.pk])))
    assert page.count("<b>Not asked</b>") == 11
    assert page.count("<b>Not observed</b>") == 1


def test_what_is_shared_out_anew_does_not_reach_a_submitted_scorecard(as_, world, card, own):
    finish(card, own)
    card.submit(by=world.assessor)
    Share.objects.filter(seat=world.seat).delete()
    page = text_of(as_("assessor").get(reverse("scorecard_detail", args=[card.pk])))
    assert page.count("<b>Not asked</b>") == 11
    assert "No level yet" not in page


def test_knowledge_of_the_stream_follows_what_was_judged(as_, card, own):
    save_warning(card, WarningKind.TRIED_THAT, version=0, seen=Seen.SEEN, evidence="Said so.")
    url = reverse("scorecard_warnings", args=[card.pk])
    client = as_("assessor")
    assert "Detailed knowledge of the stream beside" not in text_of(client.get(url))
    judge(card, own[-1])
    assert own[-1].criterion.tier == 3
    assert "Detailed knowledge of the stream beside" in text_of(client.get(url))


def test_the_waiting_task_names_the_own_ones(as_, card, own):
    assert "0 of 9 criteria done." in text_of(as_("assessor").get("/"))
