"""Preparing and running a selection: HR's side, and each participant's way in."""

from django.urls import path

from candidates.views import (
    candidate_import,
    candidates,
    conflicts,
    criteria,
    criteria_library,
    panel,
    positions,
)
from vsm_portal.rules import EVERYBODY, Rule

AT_POSITION = "selection/<int:pk>/"
AT_CANDIDATE = "selection/candidates/<int:pk>/"

urlpatterns = [
    path("selection/", positions.position_list, name="position_list"),
    path("selection/new/", positions.position_new, name="position_new"),
    path(AT_POSITION, positions.position_detail, name="position_detail"),
    path(AT_POSITION + "edit/", positions.position_edit, name="position_edit"),
    path(AT_POSITION + "criteria/", criteria.position_criteria, name="position_criteria"),
    path(
        AT_POSITION + "criteria/newest/",
        criteria.position_criteria_newest,
        name="position_criteria_newest",
    ),
    path(AT_POSITION + "copy/", positions.position_copy, name="position_copy"),
    path(AT_POSITION + "conflict/", conflicts.conflict_declaration, name="conflict_declaration"),
    path(
        AT_POSITION + "conflict/of-somebody/",
        conflicts.conflict_recording,
        name="conflict_recording",
    ),
    path(AT_POSITION + "opening/", positions.position_opening, name="position_opening"),
    path(
        AT_POSITION + "cancellation/", positions.position_cancellation, name="position_cancellation"
    ),
    path(AT_POSITION + "panel/new/", panel.panel_new, name="panel_new"),
    path("selection/panel/<int:pk>/removal/", panel.panel_removal, name="panel_removal"),
    path(
        "selection/scorecards/<int:pk>/excusal/", panel.scorecard_excusal, name="scorecard_excusal"
    ),
    path(AT_POSITION + "candidates/new/", candidates.candidate_new, name="candidate_new"),
    path(
        AT_POSITION + "candidates/import/",
        candidate_import.candidate_import,
        name="candidate_import",
    ),
    path(
        AT_POSITION + "candidates/import/confirmation/",
        candidate_import.candidate_import_confirmation,
        name="candidate_import_confirmation",
    ),
    path(AT_CANDIDATE, candidates.candidate_detail, name="candidate_detail"),
    path(AT_CANDIDATE + "edit/", candidates.candidate_edit, name="candidate_edit"),
    path(AT_CANDIDATE + "cv/", candidates.candidate_cv, name="candidate_cv"),
    path(
        AT_CANDIDATE + "withdrawal/", candidates.candidate_withdrawal, name="candidate_withdrawal"
    ),
    path(AT_CANDIDATE + "telling/", candidates.candidate_telling, name="candidate_telling"),
    path("criteria/", criteria.criteria_set_list, name="criteria_set_list"),
    path("criteria/beginning/", criteria.criteria_set_beginning, name="criteria_set_beginning"),
    path("criteria/<int:pk>/", criteria.criteria_set_detail, name="criteria_set_detail"),
    path("criteria/<int:pk>/new/", criteria_library.criterion_new, name="criterion_new"),
    path(
        "criteria/criterion/<int:pk>/edit/", criteria_library.criterion_edit, name="criterion_edit"
    ),
    path(
        "criteria/criterion/<int:pk>/retirement/",
        criteria_library.criterion_retirement,
        name="criterion_retirement",
    ),
]

#: who knows of the open position; `candidate` holds HR there and is a candidate: never in a list
INVOLVED = "hr top chair assessor second_assessor"
HAVE_CRITERIA = "hr executive top candidate"
HR_SOMEWHERE = "outsider hr candidate head_hr"


def rest(allowed, of=INVOLVED) -> str:
    """Those who may know of it but not do it."""
    return " ".join(who for who in of.split() if who not in allowed.split())


def form(allowed, arguments, of=INVOLVED) -> Rule:
    refused = rest(allowed, of)
    return Rule(
        read=allowed,
        write=allowed,
        refused_read=refused,
        refused_write=refused,
        arguments=arguments,
    )


def the_position(world):
    return {"pk": world.position.pk}


def the_nominee(world):
    return {"pk": world.nominee.pk}


def the_seat(world):
    return {"pk": world.seat.pk}


def the_scorecard(world):
    return {"pk": world.scorecard.pk}


def the_criteria(world):
    return {"pk": world.position.criteria_set_id}


def a_criterion(world):
    return {"pk": world.position.criteria.first().criterion_id}


POLICY = {
    "position_list": Rule(read=EVERYBODY),
    "position_new": Rule(
        read=HR_SOMEWHERE,
        write=HR_SOMEWHERE,
        refused_read=rest(HR_SOMEWHERE, EVERYBODY),
        refused_write=rest(HR_SOMEWHERE, EVERYBODY),
    ),
    "position_detail": Rule(read=INVOLVED, arguments=the_position),
    "position_edit": form("hr", the_position),
    "position_criteria": form("hr", the_position),
    # It uses the newest ones.
    "position_criteria_newest": form("", the_position),
    "position_copy": form("hr", the_position),
    # Open already, and it opens only once.
    "position_opening": Rule(refused_write=INVOLVED, arguments=the_position),
    "conflict_declaration": Rule(read=INVOLVED, write=INVOLVED, arguments=the_position),
    "conflict_recording": form("hr", the_position),
    "position_cancellation": form("hr top", the_position),
    "panel_new": form("hr", the_position),
    "panel_removal": form("hr", the_seat),
    # Assessors never learn how far another one's scorecard is.
    "scorecard_excusal": form("hr", the_scorecard, of="hr assessor"),
    "candidate_new": form("hr", the_position),
    "candidate_import": form("hr", the_position),
    "candidate_import_confirmation": Rule(
        write="hr", refused_write=rest("hr"), arguments=the_position
    ),
    "candidate_detail": Rule(read=INVOLVED, arguments=the_nominee),
    "candidate_edit": form("hr", the_nominee),
    # Without a CV it leads back to the candidate.
    "candidate_cv": Rule(read=INVOLVED, arguments=the_nominee),
    "candidate_withdrawal": form("hr", the_nominee),
    # Nothing is decided yet that somebody could be told.
    "candidate_telling": form("", the_nominee),
    "criteria_set_list": Rule(read=EVERYBODY),
    # Every site of the cast that has a position has its criteria, and no site is named.
    "criteria_set_beginning": Rule(),
    "criteria_set_detail": Rule(read=HAVE_CRITERIA, arguments=the_criteria),
    "criterion_new": Rule(read=HAVE_CRITERIA, write=HAVE_CRITERIA, arguments=the_criteria),
    "criterion_edit": Rule(read=HAVE_CRITERIA, write=HAVE_CRITERIA, arguments=a_criterion),
    "criterion_retirement": Rule(read=HAVE_CRITERIA, write=HAVE_CRITERIA, arguments=a_criterion),
}
