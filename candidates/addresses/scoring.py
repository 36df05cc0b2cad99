"""Scoring alone: an assessor and one scorecard."""

from django.urls import path

from candidates.views import scorecards
from vsm_portal.rules import Rule

AT = "selection/scorecards/<int:pk>/"

urlpatterns = [
    path(AT, scorecards.scorecard_detail, name="scorecard_detail"),
    path(
        AT + "criteria/<int:criterion_pk>/",
        scorecards.scorecard_criterion,
        name="scorecard_criterion",
    ),
    path(AT + "warnings/", scorecards.scorecard_warnings, name="scorecard_warnings"),
    path(AT + "warnings/<slug:kind>/", scorecards.scorecard_warning, name="scorecard_warning"),
    path(AT + "submission/", scorecards.scorecard_submission, name="scorecard_submission"),
]


def the_scorecard(world):
    return {"pk": world.scorecard.pk}


def a_criterion(world):
    return {"pk": world.scorecard.pk, "criterion_pk": world.position.criteria.first().pk}


def a_warning(world):
    return {"pk": world.scorecard.pk, "kind": "tried_that"}


# A draft is there for its assessor and for nobody else, whatever else they are.
POLICY = {
    "scorecard_detail": Rule(read="assessor", arguments=the_scorecard),
    "scorecard_criterion": Rule(read="assessor", write="assessor", arguments=a_criterion),
    "scorecard_warnings": Rule(read="assessor", arguments=the_scorecard),
    "scorecard_warning": Rule(write="assessor", arguments=a_warning),
    "scorecard_submission": Rule(read="assessor", write="assessor", arguments=the_scorecard),
}
