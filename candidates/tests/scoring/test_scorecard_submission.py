import pytest
from django.urls import reverse

from candidates.models import Score, Scorecard, Seen, WarningKind
from candidates.models.drafting import save_score, save_warning
from candidates.permissions import may_submit
from vsm_portal.testing.panel_work import fill
from vsm_portal.tests.test_policy import EVERYBODY

from .typing import text_of


@pytest.fixture
def url(world):
    return reverse("scorecard_submission", args=[world.scorecard.pk])


def judge(card, **changes):
    """Every criterion complete but for `changes` on the first, every warning not seen."""
    complete = {"level": 4, "not_observed": False, "evidence": "Press 4.", "kind": "gemba"}
    for number, criterion in enumerate(card.position.criteria.all()):
        values = complete | (changes if number == 0 else {})
        save_score(card, criterion, version=0, **values)
    for kind in WarningKind:
        save_warning(card, kind, version=0, seen=Seen.NOT_SEEN, evidence="")


@pytest.mark.parametrize(
    ("changes", "lacks"),
    [
        ({"evidence": ""}, "the evidence is missing"),
        ({"kind": ""}, "the kind of evidence is missing"),
        ({"evidence": "", "kind": ""}, "the evidence and its kind are missing"),
        ({"level": None}, "no level chosen yet"),
    ],
)
def test_an_incomplete_scorecard_lists_what_lacks_what_and_is_not_submitted(
    as_, world, url, criterion_url, changes, lacks
):
    judge(world.scorecard, **changes)
    client = as_("assessor")
    for answer, status in ((client.get(url), 200), (client.post(url), 422)):
        page = text_of(answer)
        assert answer.status_code == status
        assert "The scorecard of Nadia Haddad is not complete yet" in page
        assert str(may_submit(world.assessor, world.scorecard).reason) in page
        assert page.count(f'<span class="quiet">{lacks}</span>') == 1
        assert f'<li><span><a href="{criterion_url}">' in page
    assert Scorecard.objects.get(pk=world.scorecard.pk).state == "draft"


def test_a_seen_warning_without_evidence_is_missing_it(as_, world, url):
    judge(world.scorecard)
    save_warning(world.scorecard, "tried_that", version=1, seen="seen", evidence=" ")
    page = text_of(as_("assessor").post(url))
    warnings = reverse("scorecard_warnings", args=[world.scorecard.pk])
    assert f'<a href="{warnings}#tried_that">' in page
    assert '<span class="quiet">the evidence is missing</span>' in page


def test_before_it_becomes_final_the_page_says_so(as_, world, url):
    judge(world.scorecard, level=None, not_observed=True, evidence="", kind="")
    page = text_of(as_("assessor").get(url))
    assert "<h1>Submit your scorecard for Nadia Haddad?</h1>" in page
    assert "a score changes only in the discussion, with a reason" in page
    assert "Nobody else reads it before the reveal" in page


def test_submitting_is_final_and_may_be_sent_twice(as_, world, url):
    judge(world.scorecard)
    client = as_("assessor")
    answer = client.post(url)
    assert answer.url == reverse("position_detail", args=[world.position.pk])
    card = Scorecard.objects.get(pk=world.scorecard.pk)
    assert (card.state, card.submission.after_opening) == ("submitted", False)
    sheet = reverse("scorecard_detail", args=[card.pk])
    assert client.post(url).url == sheet
    assert client.get(url).url == sheet


def test_evidence_deleted_in_another_window_at_that_moment_is_noticed(as_, world, url, monkeypatch):
    judge(world.scorecard)
    hold = Scorecard.hold_draft

    def hold_after_the_other_window(card):
        Score.objects.filter(scorecard=card).update(evidence="")
        hold(card)

    monkeypatch.setattr(Scorecard, "hold_draft", hold_after_the_other_window)
    assert as_("assessor").post(url).status_code == 422
    assert Scorecard.objects.get(pk=world.scorecard.pk).state == "draft"


def test_whoever_is_last_is_told_that_the_panel_opens_at_once(as_, world, url):
    for card in Scorecard.objects.exclude(pk=world.scorecard.pk):
        fill(card)
    judge(world.scorecard)
    client = as_("assessor")
    page = text_of(client.get(url))
    assert "It is the last one: the panel opens at once" in page
    assert "1 of 2 assessors have submitted." in page
    assert "Yours is the last." in page
    assert "Second Assessor" not in page
    client.post(url)
    world.position.refresh_from_db()
    assert world.position.state == "deciding"


def test_of_the_others_one_learns_how_many_are_done_with_all_their_scorecards(as_, world, url):
    fill(world.second_scorecard)
    assert "0 of 2 assessors have submitted." in text_of(as_("assessor").get(url))
    fill(Scorecard.objects.get(candidate=world.insider, assessor=world.second_seat))
    page = text_of(as_("assessor").get(url))
    assert "1 of 2 assessors have submitted." in page
    assert "Yours are the last." in page


def test_after_the_opening_a_late_one_is_marked_so(as_, world, url):
    for card in Scorecard.objects.filter(assessor=world.second_seat):
        fill(card)
    world.position.chair = world.second_assessor
    world.position.save()
    world.position.open_discussion(by=world.second_assessor, reason="Time is short.")
    judge(world.scorecard)
    client = as_("assessor")
    assert "yours is marked as submitted after the opening" in text_of(client.get(url))
    client.post(url)
    sheet = client.get(reverse("scorecard_detail", args=[world.scorecard.pk]))
    assert "after the discussion was opened" in text_of(sheet)


def test_an_excused_scorecard_is_not_submitted(as_, world, url):
    judge(world.scorecard)
    world.scorecard.excuse(by=world.hr, reason="On leave.")
    answer = as_("assessor").post(url)
    assert answer.status_code == 409
    assert "You were excused from this scorecard." in text_of(answer)
    assert Scorecard.objects.get(pk=world.scorecard.pk).state == "excused"


@pytest.mark.parametrize("name", [who for who in EVERYBODY if who != "assessor"])
def test_nobody_else_submits_it(client, world, url, name):
    judge(world.scorecard)
    if name != "anonymous":
        client.force_login(world.people[name])
    for answer in (client.get(url), client.post(url)):
        assert answer.status_code == (302 if name == "anonymous" else 404)
    assert Scorecard.objects.get(pk=world.scorecard.pk).state == "draft"
