import pytest
from django.urls import reverse

from candidates.models import ConflictOfInterest, Score, Scorecard, ScoreChange, WarningKind
from candidates.models.drafting import save_score, save_warning
from vsm_portal.audit.models import Event
from vsm_portal.testing.panel_work import fill, fill_all
from vsm_portal.tests.test_policy import EVERYBODY

from .typing import text_of

SECRET = "Stopped the line for a colleague's idea on 9 September."


@pytest.fixture
def url(world):
    return reverse("scorecard_detail", args=[world.scorecard.pk])


def begin(card, level=2):
    save_score(
        card,
        card.position.criteria.first(),
        version=0,
        level=level,
        not_observed=False,
        evidence=SECRET,
        kind="gemba",
    )


def status_for(client, world, name, url):
    client.logout()
    if name != "anonymous":
        client.force_login(world.people[name])
    return client.get(url).status_code


def test_an_own_draft_leads_to_what_is_open_in_it(as_, world, url, criterion_url):
    client = as_("assessor")
    assert client.get(url).url == criterion_url
    begin(world.scorecard)
    second = world.position.criteria.all()[1]
    assert client.get(url).url == reverse(
        "scorecard_criterion", args=[world.scorecard.pk, second.pk]
    )
    for criterion in world.position.criteria.all()[1:]:
        save_score(
            world.scorecard,
            criterion,
            version=0,
            level=None,
            not_observed=True,
            evidence="",
            kind="",
        )
    assert client.get(url).url == reverse("scorecard_warnings", args=[world.scorecard.pk])
    for kind in WarningKind:
        save_warning(world.scorecard, kind, version=0, seen="not_seen", evidence="")
    assert client.get(url).url == reverse("scorecard_submission", args=[world.scorecard.pk])


def test_an_own_submitted_one_is_a_sheet_to_read(as_, world, url):
    fill(world.scorecard)
    page = text_of(as_("assessor").get(url))
    assert "<h1>Nadia Haddad, as you judged</h1>" in page
    assert "Submitted " in page
    assert "Seen on press 4 on 9 September." in page
    assert "<form" not in page.split("<main")[1].split("</main>")[0]
    assert not Event.objects.filter(action="scorecard.read").exists()


@pytest.mark.parametrize("name", [who for who in EVERYBODY if who != "assessor"])
@pytest.mark.parametrize("begun", ["draft", "submitted", "excused"])
def test_before_the_reveal_nobody_else_reads_it(client, world, url, name, begun):
    if begun == "submitted":
        fill(world.scorecard)
    else:
        begin(world.scorecard)
    if begun == "excused":
        world.scorecard.excuse(by=world.hr, reason="On leave.")
    assert status_for(client, world, name, url) == (302 if name == "anonymous" else 404)
    assert not Event.objects.filter(action="scorecard.read").exists()


def test_after_the_reveal_panel_hr_and_decider_read_it_and_the_trail_says_who(client, world, url):
    fill_all(world.position)
    may = {"assessor", "second_assessor", "chair", "hr", "top"}
    for name in EVERYBODY:
        expected = 200 if name in may else 302 if name == "anonymous" else 404
        assert status_for(client, world, name, url) == expected, name
    read = Event.objects.filter(action="scorecard.read")
    assert {event.actor for event in read} == {world.people[name] for name in may - {"assessor"}}
    assert {(event.enclosing_type, event.enclosing_id) for event in read} == {
        ("candidates.position", world.position.pk)
    }


def test_after_an_early_opening_whoever_has_an_open_scorecard_reads_nothing_else(client, world):
    fill(world.second_scorecard)
    fill(Scorecard.objects.get(candidate=world.insider, assessor=world.second_seat))
    world.position.open_discussion(by=world.chair, reason="Time is short.")
    other = reverse("scorecard_detail", args=[world.second_scorecard.pk])
    assert status_for(client, world, "chair", other) == 200
    assert status_for(client, world, "assessor", other) == 404
    own_draft = reverse("scorecard_detail", args=[world.scorecard.pk])
    for name in ("chair", "hr", "top", "second_assessor"):
        assert status_for(client, world, name, own_draft) == 404


def test_what_was_begun_in_an_excused_scorecard_stays_with_its_author(as_, world, url):
    begin(world.scorecard)
    world.scorecard.excuse(by=world.hr, reason="On leave.")
    fill_all(world.position)
    words = world.position.criteria.first().criterion.levels[1][0]
    for name in ("hr", "top", "chair", "second_assessor"):
        page = text_of(as_(name).get(url))
        assert "Assessor did not judge Nadia Haddad" in page
        assert "On leave." in page
        assert "Stopped the line" not in page
        assert words not in page
    own = text_of(as_("assessor").get(url))
    assert "Stopped the line" in own
    assert words in own


def test_a_score_changed_in_the_discussion_shows_both_rounds_and_the_reason(as_, world, url):
    fill_all(world.position, level=4)
    score = Score.objects.filter(scorecard=world.scorecard.pk).first()
    ScoreChange.make(
        score, by=world.assessor, level=2, not_observed=False, reason="Heard about the nights."
    )
    levels = score.criterion.criterion.levels
    page = text_of(as_("hr").get(url))
    assert f"<del>{levels[3][0]}</del> <ins>{levels[1][0]}</ins>" in page
    assert "Heard about the nights." in page


def test_of_a_candidate_who_withdrew_the_draft_is_closed_and_still_the_own(as_, world, url):
    begin(world.scorecard)
    world.nominee.withdraw(by=world.hr, on=world.plant.today())
    page = text_of(as_("assessor").get(url))
    assert "nothing is asked any more" in page
    assert "Stopped the line" in page


def test_the_sheet_is_only_read(as_, url):
    assert as_("assessor").post(url).status_code == 405


def status_of_all(client, world, url):
    people = ("second_assessor", "chair", "hr", "top")
    return {name: status_for(client, world, name, url) for name in people}


RECORD_ALONE = {"second_assessor": 404, "chair": 404, "hr": 200, "top": 200}


def test_of_who_is_out_since_by_a_conflict_the_record_alone_keeps_it(client, world, url):
    fill_all(world.position)
    assert set(status_of_all(client, world, url).values()) == {200}
    ConflictOfInterest.declare(world.position, world.assessor, by=world.hr, reason="A cousin.")
    assert status_of_all(client, world, url) == RECORD_ALONE


def test_of_a_candidate_who_withdrew_the_record_alone_keeps_it(client, world, url):
    fill_all(world.position)
    world.nominee.withdraw(by=world.hr, on=world.plant.today(), reason="Another post.")
    assert world.scorecard.candidate == world.nominee
    assert status_of_all(client, world, url) == RECORD_ALONE
