from html import escape
from zoneinfo import ZoneInfo

import pytest
from django.conf import settings
from django.urls import reverse

from candidates.forms.scorecards import ScoreForm
from candidates.models import Candidate, Position, PositionCriterion, Score, Scorecard
from vsm_portal.accounts.models import User
from vsm_portal.testing.panel_work import fill
from vsm_portal.tests.test_policy import EVERYBODY

from .typing import autosave, text_of, typed

BAD = {
    "a level below the scale": ({"level": "0"}, "level", "whole levels only"),
    "a level above the scale": ({"level": "6"}, "level", "whole levels only"),
    "half a level": ({"level": "4.5"}, "level", "whole levels only"),
    "a word for a level": ({"level": "x"}, "level", "whole levels only"),
    "another script's digit": ({"level": "٤"}, "level", "whole levels only"),
    "an unknown kind": ({"kind": "rumour"}, "kind", "one of the four kinds"),
    "evidence too long": ({"evidence": "a" * 4001}, "evidence", "At most 4000 characters"),
    "a null character": ({"evidence": "a\0b"}, "evidence", "Null characters"),
    "no version": ({"version": ""}, "version", "required"),
    "a version that is no number": ({"version": "one"}, "version", "whole number"),
    "a version below nothing": ({"version": "-1"}, "version", "greater than or equal to 0"),
    "a version beyond any column": ({"version": "9" * 30}, "version", "less than or equal to"),
}


def test_the_page_asks_in_words_and_chooses_nothing_beforehand(as_, criterion, criterion_url):
    page = text_of(as_("assessor").get(criterion_url))
    assert "<h1>Nadia Haddad: 0 of 20 criteria scored</h1>" in page
    assert escape(criterion.criterion.question) in page
    for name, sentence in criterion.criterion.levels:
        assert f"<b>{escape(name)}</b>" in page
        assert escape(sentence) in page
    assert "Left out of the mean; never counted as zero." in page
    assert "checked" not in page
    assert " data-autosave " in page
    assert f'data-csrf-cookie="{settings.CSRF_COOKIE_NAME}"' in page
    assert 'name="version" value="0"' in page
    assert "0 of 2 assessors have submitted." in page


def test_next_saves_and_goes_on_and_the_last_one_leads_to_the_warnings(as_, world, criterion_url):
    client = as_("assessor")
    _first, second, *_, last = world.position.criteria.all()
    answer = client.post(criterion_url, typed(next=second.pk))
    assert answer.url == reverse("scorecard_criterion", args=[world.scorecard.pk, second.pk])
    score = Score.objects.get()
    assert (score.level, score.kind, score.version) == (4, "gemba", 1)
    url = reverse("scorecard_criterion", args=[world.scorecard.pk, last.pk])
    assert 'name="next" value="warnings"' in text_of(client.get(url))
    answer = client.post(url, typed(level="not_observed", next="warnings"))
    assert answer.url == reverse("scorecard_warnings", args=[world.scorecard.pk])
    assert Score.objects.get(criterion=last).not_observed


@pytest.mark.parametrize("wanted", ["", "https://example.com/", "999999", "9" * 5000, "²"])
def test_a_strange_next_leads_to_the_warnings(as_, world, criterion_url, wanted):
    answer = as_("assessor").post(criterion_url, typed(next=wanted))
    assert answer.url == reverse("scorecard_warnings", args=[world.scorecard.pk])


def test_what_was_saved_stands_on_the_page_and_in_the_index(as_, criterion_url):
    client = as_("assessor")
    client.post(criterion_url, typed())
    page = text_of(client.get(criterion_url))
    assert "<h1>Nadia Haddad: 1 of 20 criteria scored</h1>" in page
    assert "Press 4, 9 September: kept the sequence.</textarea>" in page
    assert page.count("checked") == 2
    assert 'name="version" value="1"' in page


def test_the_autosave_hears_the_version_and_the_time_in_the_own_zone(as_, world, criterion_url):
    User.objects.filter(pk=world.assessor.pk).update(time_zone="Asia/Kathmandu")
    client = as_("assessor")
    answer = autosave(client, criterion_url, typed())
    at = f"{Score.objects.get().saved_at.astimezone(ZoneInfo('Asia/Kathmandu')):%H:%M}"
    said = answer.json()
    assert (said["version"], said["saved"]) == (1, at)
    assert said["sentence"] == f"Saved {at}. Draft, nobody else can read it."
    assert f"Saved {at}." in text_of(client.get(criterion_url))
    assert autosave(client, criterion_url, typed(version="1", level="2")).json()["version"] == 2
    assert Score.objects.get().level == 2


def test_a_draft_may_lack_anything(as_, criterion_url):
    answer = autosave(as_("assessor"), criterion_url, typed(level="", kind=""))
    assert answer.status_code == 200
    assert not Score.objects.get().is_judged


NOTHING = typed(level="", evidence=" ", kind="")


def test_paging_through_untouched_criteria_writes_nothing(as_, world, criterion_url, everything):
    client, before = as_("assessor"), everything()
    assert client.post(criterion_url, NOTHING).status_code == 302
    answer = autosave(client, criterion_url, NOTHING)
    assert (answer.status_code, answer.json()["version"], answer.json()["saved"]) == (200, 0, "")
    assert answer.json()["sentence"].startswith("Nothing saved yet.")
    assert everything() == before
    assert not world.seat.has_begun


def test_emptying_what_was_saved_is_saved_and_an_empty_page_overwrites_nothing(as_, criterion_url):
    client = as_("assessor")
    autosave(client, criterion_url, typed())
    assert autosave(client, criterion_url, NOTHING).status_code == 409
    assert autosave(client, criterion_url, NOTHING | {"version": "1"}).json()["version"] == 2
    assert Score.objects.get().evidence == ""


@pytest.mark.parametrize(
    "changes",
    [{"level": ["4", "not_observed"]}, {"not_observed": "on"}, {"level": ["2", "4"]}],
    ids=["both chosen", "a second field", "two levels"],
)
def test_two_answers_at_once_are_refused_in_words(as_, criterion_url, everything, changes):
    client, before = as_("assessor"), everything()
    answer = autosave(client, criterion_url, typed(**changes))
    assert answer.status_code == 422
    (reason,) = answer.json()["errors"]["level"]
    assert reason == "Choose one answer: one of the five levels, or “Not observed”."
    page = client.post(criterion_url, typed(**changes))
    assert (page.status_code, text_of(page).count(escape(reason))) == (422, 2)
    assert everything() == before


@pytest.mark.parametrize(("changes", "field", "reason"), BAD.values(), ids=BAD)
def test_bad_input_says_why_keeps_everything_and_changes_nothing(
    as_, criterion_url, everything, changes, field, reason
):
    client, data = as_("assessor"), typed(**changes)
    before = everything()
    answer = autosave(client, criterion_url, data)
    assert answer.status_code == 422
    assert list(answer.json()["errors"]) == [field]
    assert reason in answer.json()["errors"][field][0]
    page = client.post(criterion_url, data)
    assert page.status_code == 422
    assert "Not saved yet." in text_of(page)
    assert escape(reason) in text_of(page)
    assert data["evidence"].replace("\0", "") in text_of(page).replace("\0", "")
    assert everything() == before


def test_the_same_text_with_other_line_ends_is_the_same_text(as_, criterion_url):
    client = as_("assessor")
    first = autosave(client, criterion_url, typed(evidence="a" * 3998 + "\r\n" + "b"))
    assert first.status_code == 200
    answer = autosave(client, criterion_url, typed(evidence="a" * 3998 + "\nb"))
    assert answer.json()["version"] == 1
    assert "\r" not in Score.objects.get().evidence


@pytest.mark.parametrize("name", [who for who in EVERYBODY if who != "assessor"])
def test_nobody_else_reaches_the_draft(client, world, criterion_url, everything, name):
    if name != "anonymous":
        client.force_login(world.people[name])
    before = everything()
    for answer in (client.get(criterion_url), client.post(criterion_url, typed())):
        assert answer.status_code == (302 if name == "anonymous" else 404)
    assert everything() == before


def test_an_assessor_who_turns_out_to_be_a_candidate_reaches_nothing(as_, world, criterion_url):
    Candidate.objects.filter(pk=world.insider.pk).update(user=world.assessor)
    assert as_("assessor").get(criterion_url).status_code == 404
    answer = autosave(as_("assessor"), criterion_url, typed())
    assert (answer.status_code, list(answer.json())) == (404, ["reason"])


def test_a_criterion_of_another_position_is_not_there(as_, world, everything):
    other = Position.prepare(
        stream=world.other_stream, by=world.hr, due_on=world.plant.today(), chair=world.chair
    )
    url = reverse("scorecard_criterion", args=[world.scorecard.pk, other.criteria.first().pk])
    before = everything()
    assert as_("assessor").get(url).status_code == 404
    assert as_("assessor").post(url, typed()).status_code == 404
    assert everything() == before


def submit(world):
    fill(world.scorecard)


def excuse(world):
    world.scorecard.excuse(by=world.hr, reason="On leave.")


def cancel(world):
    world.position.cancel(by=world.hr, reason="The stream ends.")


def withdraw(world):
    world.nominee.withdraw(by=world.hr, on=world.plant.today())


@pytest.mark.parametrize(
    ("close", "reason"),
    [
        (submit, "This scorecard is submitted"),
        (excuse, "You were excused"),
        (cancel, "The position is cancelled"),
        (withdraw, "Nadia Haddad is no longer considered"),
    ],
)
def test_a_closed_scorecard_says_why_and_keeps_what_was_typed(
    as_, world, criterion_url, everything, close, reason
):
    close(world)
    before, client = everything(), as_("assessor")
    answer = autosave(client, criterion_url, typed(version="1", evidence="Not yet saved."))
    assert (answer.status_code, list(answer.json())) == (409, ["reason"])
    assert reason in answer.json()["reason"]
    page = client.post(criterion_url, typed(version="1", evidence="Not yet saved."))
    assert page.status_code == 409
    assert reason in text_of(page)
    assert "Not yet saved." in text_of(page)
    assert everything() == before
    assert client.get(criterion_url).url == reverse("scorecard_detail", args=[world.scorecard.pk])


def test_a_scorecard_submitted_between_reading_and_saving_keeps_what_was_typed(
    as_, world, criterion_url, monkeypatch
):
    save = ScoreForm.save

    def submitted_elsewhere(form, card):
        Scorecard.objects.filter(pk=card.pk).update(state="submitted")
        return save(form, card)

    monkeypatch.setattr(ScoreForm, "save", submitted_elsewhere)
    answer = autosave(as_("assessor"), criterion_url, typed())
    assert answer.status_code == 409
    assert answer.json()["reason"].startswith("This scorecard is submitted")
    assert not Score.objects.exists()


#: session and person; the card with its scores, its warnings, its notes and its share of the
#: criteria; the criteria, once for the index and once for what is missing; the own cards; the
#: panel's progress; who is out of the position, twice
OWN_QUERIES = 13


def test_how_many_criteria_there_are_changes_nothing_about_the_number_of_queries(
    as_, world, criterion, criterion_url, queries, monkeypatch
):
    """Without what stands around every page."""
    monkeypatch.setattr("vsm_portal.home.places.places_for", lambda request: [])
    monkeypatch.setattr("vsm_portal.home.places.site_name_of", lambda request: "")
    client = as_("assessor")
    for one in world.position.criteria.all():
        autosave(client, reverse("scorecard_criterion", args=[world.scorecard.pk, one.pk]), typed())
    assert queries(lambda: client.get(criterion_url)) == OWN_QUERIES
    Score.objects.exclude(criterion=criterion).delete()
    PositionCriterion.objects.exclude(pk=criterion.pk).delete()
    assert queries(lambda: client.get(criterion_url)) == OWN_QUERIES
