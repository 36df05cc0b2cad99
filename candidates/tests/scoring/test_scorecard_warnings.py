from html import escape

import pytest
from django.urls import reverse

from candidates.models import PositionCriterion, WarningKind, WarningObservation
from candidates.models.drafting import save_score
from candidates.standard_criteria import STANDARD_WARNINGS
from vsm_portal.testing.panel_work import fill
from vsm_portal.tests.test_policy import EVERYBODY

from .typing import autosave, seen, text_of

GOOD_AND_BAD = "Detailed knowledge of the stream beside “we’ve already tried that”."


@pytest.fixture
def url(world):
    return reverse("scorecard_warnings", args=[world.scorecard.pk])


def judge_knowledge(world, *levels):
    """Levels on the first criteria of tier 3; None: not observed."""
    for criterion, level in zip(
        world.position.criteria.filter(criterion__tier=3), levels, strict=False
    ):
        save_score(
            world.scorecard,
            criterion,
            version=0,
            level=level,
            not_observed=level is None,
            evidence="Drew both flows.",
            kind="interview",
        )


def test_the_page_asks_for_the_three_warnings_each_in_a_form_of_its_own(as_, world, url):
    page = text_of(as_("assessor").get(url))
    for kind in WarningKind:
        assert reverse("scorecard_warning", args=[world.scorecard.pk, kind]) in page
        assert escape(str(kind.label)) in page
    assert page.count(" data-autosave ") == 3
    assert page.count('name="version" value="0"') == 3
    assert "checked" not in page
    assert "23 criteria and warnings are still open." in page


def test_each_warning_says_what_is_meant_and_more_to_whoever_asks(as_, url):
    page = text_of(as_("assessor").get(url))
    for standard in STANDARD_WARNINGS:
        assert escape(standard.sentence) in page
        assert f"<p>{escape(standard.help)}</p></details>" in page


def test_there_is_an_explanation_for_each_kind_of_warning():
    assert [standard.key for standard in STANDARD_WARNINGS] == WarningKind.values


def test_a_warning_is_saved_and_stands_on_the_page(as_, warning_url, url):
    client = as_("assessor")
    answer = client.post(warning_url, seen())
    assert answer.url == f"{url}#tried_that"
    page = text_of(client.get(url))
    assert "Said so on 9 September.</textarea>" in page
    assert 'value="seen" checked' in page
    assert page.count("checked") == 1


def test_the_autosave_of_a_warning_hears_the_version(as_, warning_url):
    answer = autosave(as_("assessor"), warning_url, seen(seen="no_chance", evidence=""))
    assert (answer.status_code, answer.json()["version"]) == (200, 1)
    assert WarningObservation.objects.get().seen == "no_chance"


def test_an_untouched_warning_writes_nothing(as_, warning_url, everything):
    client, before = as_("assessor"), everything()
    assert client.post(warning_url, seen(seen="", evidence="")).status_code == 302
    answer = autosave(client, warning_url, seen(seen="", evidence=""))
    assert (answer.status_code, answer.json()["version"]) == (200, 0)
    assert everything() == before


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"seen": "perhaps"}, "seen"),
        ({"evidence": "a" * 4001}, "evidence"),
        ({"version": ""}, "version"),
        ({"version": "9" * 30}, "version"),
    ],
)
def test_bad_input_says_why_keeps_everything_and_changes_nothing(
    as_, warning_url, everything, changes, field
):
    client, before = as_("assessor"), everything()
    answer = autosave(client, warning_url, seen(**changes))
    assert (answer.status_code, list(answer.json()["errors"])) == (422, [field])
    page = client.post(warning_url, seen(**changes))
    assert page.status_code == 422
    assert seen(**changes)["evidence"] in text_of(page)
    assert answer.json()["errors"][field][0] in text_of(page)
    assert everything() == before


def test_a_warning_that_is_none_is_not_there(as_, world, everything):
    url = reverse("scorecard_warning", args=[world.scorecard.pk, "arsonist"])
    before = everything()
    assert as_("assessor").post(url, seen()).status_code == 404
    assert everything() == before


def test_a_warning_is_only_posted_and_the_page_only_read(as_, warning_url, url):
    client = as_("assessor")
    assert client.get(warning_url).status_code == 405
    assert client.post(url, seen()).status_code == 405


@pytest.mark.parametrize("name", [who for who in EVERYBODY if who != "assessor"])
def test_nobody_else_reaches_the_warnings(client, world, url, warning_url, everything, name):
    if name != "anonymous":
        client.force_login(world.people[name])
    before = everything()
    for answer in (client.get(url), client.post(warning_url, seen())):
        assert answer.status_code == (302 if name == "anonymous" else 404)
    assert everything() == before


@pytest.mark.parametrize(
    ("levels", "together"),
    [((5, 3), True), ((4, None), True), ((5, 4, 2), False), ((None,), False), ((), False)],
)
def test_knowledge_beside_already_tried_that_is_put_together_from_a_mean_of_four(
    as_, world, url, warning_url, levels, together
):
    client = as_("assessor")
    judge_knowledge(world, *levels)
    autosave(client, warning_url, seen())
    assert (GOOD_AND_BAD in text_of(client.get(url))) == together


@pytest.mark.parametrize(("weight", "together"), [(3, True), (1, False)])
def test_the_mean_of_tier_three_counts_the_weights_as_the_ranking_does(
    as_, world, url, warning_url, weight, together
):
    """5 and 2: a mean of 17/4 at 3 : 1, of 7/2 at 1 : 1."""
    client = as_("assessor")
    heavy = world.position.criteria.filter(criterion__tier=3).first()
    PositionCriterion.objects.filter(pk=heavy.pk).update(weight=weight)
    judge_knowledge(world, 5, 2)
    autosave(client, warning_url, seen())
    submission = reverse("scorecard_submission", args=[world.scorecard.pk])
    assert (GOOD_AND_BAD in text_of(client.get(url))) == together
    assert (GOOD_AND_BAD in text_of(client.get(submission))) == together


def test_knowledge_without_the_warning_is_just_knowledge(as_, world, url, warning_url):
    client = as_("assessor")
    judge_knowledge(world, 5, 5)
    autosave(client, warning_url, seen(seen="not_seen"))
    assert GOOD_AND_BAD not in text_of(client.get(url))


def test_of_a_submitted_scorecard_the_warnings_are_read_on_the_sheet(
    as_, world, url, warning_url, everything
):
    fill(world.scorecard)
    before, client = everything(), as_("assessor")
    assert client.get(url).url == reverse("scorecard_detail", args=[world.scorecard.pk])
    assert autosave(client, warning_url, seen(version="1")).status_code == 409
    assert everything() == before
