import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.html import escape

from candidates.models import Score, Scorecard, ScoreChange
from candidates.tests.deciding.scored_panels import decide, everybody, judge, panel_of_three
from vsm_portal.audit.models import Event
from vsm_portal.testing.cast import PEOPLE
from vsm_portal.testing.panel_work import fill

pytestmark = pytest.mark.django_db


def at(score):
    return reverse("score_change", args=[score.pk])


@pytest.fixture
def position(world):
    position = panel_of_three(world)
    return judge(position, everybody(position, (4, 4, 4, 4)))


@pytest.fixture
def score(world, position):
    """The first assessor's on the nominee's first criterion: 4."""
    return Score.objects.filter(scorecard=world.scorecard).first()


def content(score, **changes):
    return {"version": score.version, "level": "2", "reason": "I had not seen the log."} | changes


def test_the_page_offers_the_level_words_and_shows_what_was_judged_alone(as_, score):
    page = as_("assessor").get(at(score)).content.decode()
    for words, sentence in score.criterion.criterion.levels:
        assert words in page
        assert escape(sentence) in page
    assert "Not observed" in page
    assert f"4, {score.criterion.criterion.levels[3][0]}" in page
    assert score.evidence in page


def test_a_change_keeps_both_rounds_and_leads_to_the_ranking(as_, world, position, score):
    answer = as_("assessor").post(at(score), content(score))
    assert answer.url == reverse("position_ranking", args=[position.pk])
    score.refresh_from_db()
    change = score.changes.get()
    assert (score.level, score.first_round, change.old_level, change.new_level) == (2, 4, 4, 2)
    assert Event.objects.get(action="score.changed").actor == world.assessor
    page = as_("assessor").get(at(score)).content.decode()
    assert f"4, {score.criterion.criterion.levels[3][0]}" in page
    assert f"2, {score.criterion.criterion.levels[1][0]}" in page
    assert "I had not seen the log." in page


def test_a_level_may_become_not_observed_and_back(as_, score):
    as_("assessor").post(at(score), content(score, level="not_observed"))
    score.refresh_from_db()
    assert (score.level, score.not_observed) == (None, True)
    as_("assessor").post(at(score), content(score, level="5"))
    score.refresh_from_db()
    assert (score.level, score.not_observed, score.first_round) == (5, False, 4)


@pytest.fixture
def unseen(score):
    """The same score, judged alone as not observed: no evidence, no kind."""
    Score.objects.filter(pk=score.pk).update(level=None, not_observed=True, evidence="", kind="")
    score.refresh_from_db()
    return score


def test_a_level_in_place_of_not_observed_asks_for_its_evidence_and_kind(as_, unseen):
    assert "(optional)" not in as_("assessor").get(at(unseen)).content.decode()
    answer = as_("assessor").post(at(unseen), content(unseen))
    assert answer.status_code == 422
    assert set(answer.context["form"].errors) == {"evidence", "kind"}
    unseen.refresh_from_db()
    assert (unseen.level, unseen.version) == (None, 1)
    typed = content(unseen, evidence="Press 4, 9 September.", kind="data")
    assert as_("assessor").post(at(unseen), typed | {"reason": ""}).status_code == 422
    page = as_("assessor").post(at(unseen), typed | {"reason": ""}).content.decode()
    assert "Press 4, 9 September." in page
    assert "checked" in page.split('value="data"')[1].split(">")[0]
    assert as_("assessor").post(at(unseen), typed).status_code == 302
    unseen.refresh_from_db()
    assert (unseen.level, unseen.not_observed) == (2, False)
    assert (unseen.evidence, unseen.kind) == ("Press 4, 9 September.", "data")


def test_evidence_that_is_there_is_not_asked_for_and_not_overwritten(as_, score):
    page = as_("assessor").get(at(score)).content.decode()
    assert 'name="evidence"' not in page
    assert 'name="kind"' not in page
    before = score.evidence
    as_("assessor").post(at(score), content(score, evidence="Another one.", kind="data"))
    score.refresh_from_db()
    assert (score.level, score.evidence, score.kind) == (2, before, "gemba")


def test_the_verb_makes_no_level_without_evidence_and_kind(world, unseen):
    wanted = {"by": world.assessor, "level": 3, "not_observed": False, "reason": "The log."}
    for given, lacking in (
        ({}, {"evidence", "kind"}),
        ({"evidence": "  ", "kind": "data"}, {"evidence"}),
        ({"evidence": "Press 4."}, {"kind"}),
        ({"evidence": "Press 4.", "kind": "hearsay"}, {"kind"}),
    ):
        with pytest.raises(ValidationError) as refused:
            ScoreChange.make(unseen, **wanted, **given)
        assert set(refused.value.message_dict) == lacking, given
    unseen.refresh_from_db()
    assert (unseen.level, unseen.not_observed) == (None, True)
    assert not ScoreChange.objects.exists()


def test_evidence_typed_in_an_outdated_window_is_kept_in_the_conflict(as_, unseen):
    typed = content(unseen, evidence="Press 4, 9 September.", kind="data")
    as_("assessor").post(at(unseen), typed)
    answer = as_("assessor").post(at(unseen), typed | {"level": "5", "evidence": "My other view."})
    assert answer.status_code == 409
    assert "My other view." in answer.content.decode()


def test_a_bad_change_is_refused_in_words_and_keeps_what_was_typed(as_, score):
    for changes, said in (
        ({"level": "6"}, "whole number from 1 to 5"),
        ({"level": "0"}, "whole number from 1 to 5"),
        ({"level": "3.5"}, "whole number from 1 to 5"),
        ({"level": ""}, "Choose the sentence"),
        ({"level": "4"}, "This is what stands there already."),
        ({"reason": ""}, "This field is required."),
        ({"reason": "  "}, "This field is required."),
        ({"reason": "x" * 401}, "400"),
        ({"version": ""}, "This field is required."),
        ({"version": "2147483648"}, "2147483647"),
    ):
        answer = as_("assessor").post(at(score), content(score, **changes))
        page = answer.content.decode()
        assert answer.status_code == 422, changes
        assert said in page
        assert content(score, **changes)["reason"].strip() in page
    assert not ScoreChange.objects.exists()
    score.refresh_from_db()
    assert score.level == 4


def test_changed_in_another_window_meanwhile_both_texts_are_shown(as_, score):
    first = content(score, level="3")
    as_("assessor").post(at(score), first)
    answer = as_("assessor").post(at(score), content(score, level="5", reason="My second thought."))
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "My second thought." in page
    score.refresh_from_db()
    assert score.level == 3


def test_the_largest_version_is_one_that_nobody_saw(as_, score):
    answer = as_("assessor").post(at(score), content(score, version="2147483647"))
    assert answer.status_code == 409


def test_the_same_level_from_an_outdated_page_is_a_conflict_too(as_, score):
    as_("assessor").post(at(score), content(score, level="3"))
    answer = as_("assessor").post(at(score), content(score, level="3", reason="Once more."))
    assert answer.status_code == 409
    assert ScoreChange.objects.count() == 1


def test_whoever_reads_the_score_but_did_not_give_it_may_not_change_it(as_, score):
    for name in ("hr", "top", "chair", "second_assessor"):
        for method in ("get", "post"):
            answer = getattr(as_(name), method)(at(score), content(score))
            assert answer.status_code == 403, name
            assert "Only Assessor changes this score." in answer.content.decode()
    assert not ScoreChange.objects.exists()


def test_nobody_else_of_the_cast_finds_it(as_, score):
    readers = {"hr", "top", "chair", "assessor", "second_assessor", "executive"}
    for name in set(PEOPLE) - readers:
        assert as_(name).get(at(score)).status_code == 404, name
        assert as_(name).post(at(score), content(score)).status_code == 404, name


def test_who_is_not_signed_in_is_asked_to(client, score):
    assert "/account/login/" in client.get(at(score)).url


def test_a_draft_is_changed_on_the_scorecard_and_hidden_from_everybody_else(as_, world):
    score = world.scorecard.scores.create(criterion=world.position.criteria.first(), level=4)
    answer = as_("assessor").post(at(score), content(score))
    assert answer.status_code == 403
    assert "not submitted" in answer.content.decode()
    for name in set(PEOPLE) - {"assessor"}:
        assert as_(name).get(at(score)).status_code == 404, name


def test_submitted_but_not_revealed_it_stays_as_it_is(as_, world):
    fill(world.scorecard)
    score = world.scorecard.scores.first()
    answer = as_("assessor").post(at(score), content(score))
    assert answer.status_code == 403
    assert "only in the discussion" in answer.content.decode()


def test_who_still_has_an_open_scorecard_changes_nothing(as_, world):
    """Else a late one could follow what the others wrote before judging alone."""
    fill(world.scorecard)
    for card in Scorecard.objects.filter(assessor=world.second_seat):
        fill(card)
    world.position.chair = world.second_assessor
    world.position.save()
    world.position.open_discussion(by=world.second_assessor, reason="Time is short.")
    score = world.scorecard.scores.first()
    answer = as_("assessor").post(at(score), content(score))
    assert answer.status_code == 403
    assert not ScoreChange.objects.exists()


def test_after_the_decision_it_is_too_late(as_, world, score):
    decide(world)
    assert as_("assessor").post(at(score), content(score)).status_code == 403
    assert not ScoreChange.objects.exists()


def test_the_score_of_who_withdrew_stays_as_it_is(as_, world, score):
    world.nominee.withdraw(by=world.hr, on=world.plant.today(), reason="Another post.")
    assert as_("assessor").post(at(score), content(score)).status_code == 403


def test_when_the_last_step_fails_nothing_is_half_saved(as_, score, monkeypatch):
    def fail(*args, **kwargs):
        raise RuntimeError("the disk is full")

    monkeypatch.setattr("candidates.models.score_change.record", fail)
    with pytest.raises(RuntimeError):
        as_("assessor").post(at(score), content(score))
    score.refresh_from_db()
    assert (score.level, score.version) == (4, 1)
    assert not ScoreChange.objects.exists()
