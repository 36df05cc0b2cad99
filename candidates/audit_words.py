"""What the audit trail calls the deeds of a selection."""

from django.utils.translation import gettext_lazy as _

WORDS = {
    "position.prepared": _("prepared a position"),
    "position.changed": _("changed the terms of a position"),
    "position.criteria_chosen": _("chose the criteria of a position"),
    "position.opened": _("opened a position"),
    "position.revealed": _("opened the panel"),
    "position.cancelled": _("cancelled a position"),
    "assessor.added": _("put somebody on a panel"),
    "assessor.removed": _("took somebody off a panel"),
    "candidate.entered": _("entered a candidate"),
    "candidate.changed": _("changed a candidate's details"),
    "candidate.withdrew": _("noted a withdrawal"),
    "candidate.told": _("noted that a candidate was told"),
    "candidate.read": _("read a candidate's papers"),
    "scorecard.submitted": _("submitted a scorecard"),
    "scorecard.excused": _("excused an assessor from a scorecard"),
    "scorecard.read": _("read a scorecard"),
    "score.changed": _("changed a score"),
    "position.read": _("read the scores of a position"),
    "position.exported": _("took the ranking of a position away as a file"),
    "decision.taken": _("took a decision"),
    "decision.reversed": _("reversed a decision"),
    "decision.read": _("read the selection record of a decision"),
    "selection_record.exported": _("asked for a selection record as a file"),
    "criteria_set.made": _("made a version of the criteria"),
}
