"""What the deciding side does: open the discussion, change a score, decide, take back, record."""

from django.urls import path

from candidates.views import decisions, discussion, record
from vsm_portal.rules import Rule

from .organising import form, rest, the_position

AT_POSITION = "selection/<int:pk>/"

urlpatterns = [
    path(AT_POSITION + "discussion/", discussion.position_discussion, name="position_discussion"),
    path("selection/scores/<int:pk>/change/", discussion.score_change, name="score_change"),
    path(AT_POSITION + "decision/", decisions.decision_new, name="decision_new"),
    path(
        "selection/decisions/<int:pk>/reversal/",
        decisions.decision_reversal,
        name="decision_reversal",
    ),
    path(AT_POSITION + "record/", record.position_record, name="position_record"),
    path(AT_POSITION + "record.csv", record.position_record_csv, name="position_record_csv"),
    path(AT_POSITION + "record.xlsx", record.position_record_xlsx, name="position_record_xlsx"),
    path(AT_POSITION + "record/pdf/", record.position_record_pdf, name="position_record_pdf"),
]

READ_RECORD = "hr top"


def a_drafted_score(world):
    scores, criterion = world.scorecard.scores, world.position.criteria.first()
    return {"pk": scores.get_or_create(criterion=criterion, defaults={"level": 4})[0].pk}


def no_decision_yet(world):
    """Nothing is decided there; candidates/tests/deciding/test_reversal.py walks the cast."""
    return {"pk": 0}


READABLE = Rule(read=READ_RECORD, refused_read=rest(READ_RECORD), arguments=the_position)

POLICY = {
    # Nothing is submitted there, so not even the chair opens it.
    "position_discussion": form("", the_position),
    # A draft's author changes it on the scorecard; nobody else learns that it is there.
    "score_change": form("", a_drafted_score, of="assessor"),
    # Scoring goes on there.
    "decision_new": form("", the_position),
    "decision_reversal": Rule(arguments=no_decision_yet),
    "position_record": READABLE,
    "position_record_csv": READABLE,
    "position_record_xlsx": READABLE,
    "position_record_pdf": Rule(
        write=READ_RECORD, refused_write=rest(READ_RECORD), arguments=the_position
    ),
}
