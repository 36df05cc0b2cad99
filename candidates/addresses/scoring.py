"""Scoring alone: who is asked what, and an assessor and one scorecard."""

from django.urls import path

from candidates.views import interview_kit, scorecard_notes, scorecards, sharing
from vsm_portal.rules import Rule

from .organising import AT_POSITION, form, rest, the_position

AT = "selection/scorecards/<int:pk>/"

urlpatterns = [
    path(AT_POSITION + "shares/", sharing.position_shares, name="position_shares"),
    path(AT_POSITION + "kit/", interview_kit.interview_kit, name="interview_kit"),
    path(AT_POSITION + "kit/pdf/", interview_kit.interview_kit_pdf, name="interview_kit_pdf"),
    path(AT, scorecards.scorecard_detail, name="scorecard_detail"),
    path(
        AT + "criteria/<int:criterion_pk>/",
        scorecards.scorecard_criterion,
        name="scorecard_criterion",
    ),
    path(
        AT + "criteria/<int:criterion_pk>/emptying/",
        scorecards.scorecard_emptying,
        name="scorecard_emptying",
    ),
    path(
        AT + "criteria/<int:criterion_pk>/note/",
        scorecard_notes.scorecard_note_new,
        name="scorecard_note_new",
    ),
    path("selection/notes/<int:pk>/", scorecard_notes.scorecard_note, name="scorecard_note"),
    path(AT + "warnings/", scorecards.scorecard_warnings, name="scorecard_warnings"),
    path(AT + "warnings/<slug:kind>/", scorecards.scorecard_warning, name="scorecard_warning"),
    path(AT + "submission/", scorecards.scorecard_submission, name="scorecard_submission"),
]


TAKE_KIT = "hr assessor second_assessor"


def the_scorecard(world):
    return {"pk": world.scorecard.pk}


def a_criterion(world):
    return {"pk": world.scorecard.pk, "criterion_pk": world.position.criteria.first().pk}


def a_warning(world):
    return {"pk": world.scorecard.pk, "kind": "tried_that"}


def not_asked(world):
    *others, last = world.position.criteria.all()
    world.seat.shares.get_or_create(criterion=last)
    return {"pk": world.scorecard.pk, "criterion_pk": others[0].pk}


def a_note(world):
    words = {"on": world.plant.today(), "kind": "gemba", "text": "Kept the sequence."}
    return {"pk": world.scorecard.notes.get_or_create(defaults=words)[0].pk}


# A draft is there for its assessor and for nobody else, whatever else they are.
POLICY = {
    "position_shares": form("hr", the_position),
    "interview_kit": Rule(read=TAKE_KIT, refused_read=rest(TAKE_KIT), arguments=the_position),
    "interview_kit_pdf": Rule(write=TAKE_KIT, refused_write=rest(TAKE_KIT), arguments=the_position),
    "scorecard_detail": Rule(read="assessor", arguments=the_scorecard),
    "scorecard_criterion": Rule(read="assessor", write="assessor", arguments=a_criterion),
    "scorecard_emptying": Rule(write="assessor", arguments=not_asked),
    "scorecard_note_new": Rule(read="assessor", write="assessor", arguments=a_criterion),
    "scorecard_note": Rule(read="assessor", write="assessor", arguments=a_note),
    "scorecard_warnings": Rule(read="assessor", arguments=the_scorecard),
    "scorecard_warning": Rule(write="assessor", arguments=a_warning),
    "scorecard_submission": Rule(read="assessor", write="assessor", arguments=the_scorecard),
}
