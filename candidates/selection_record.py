"""Which decision a selection record is of, what it was taken against, and what is still missing."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vsm_portal.exporting.reports import Report
from vsm_portal.permission import Answer

from . import permissions
from .models import Decision, Position
from .models.candidate import State as CandidateState
from .snapshot import snapshot_of


@dataclass(frozen=True)
class Record:
    """snapshot: of the decision, or of this moment before one; None as long as the scores are
    closed to the reader, who then learns nothing of them here either.
    """

    position: Position
    decision: Decision | None
    earlier: list
    snapshot: dict | None
    sees_scores: Answer
    missing: list

    @property
    def tellings(self) -> list:
        """[(candidate, telling or None)] of everybody the decision is about."""
        if self.decision is None:
            return []
        about = self.position.candidates.filter(
            state__in=[CandidateState.CHOSEN, CandidateState.NOT_CHOSEN]
        )
        return [(each, each.told) for each in about.with_tellings()]


def record_of(position, user) -> Record:
    """For HR and whoever decides; `missing` says in sentences what keeps it from being complete."""
    people = ("candidate", "by", "adviser", "appointment", "reversal__by")
    decisions = list(position.decisions.select_related(*people))
    decision = next((each for each in decisions if not each.is_reversed), None)
    sees_scores = permissions.may_see_ranking(user, position)
    return Record(
        position=position,
        decision=decision,
        earlier=[each for each in decisions if each.is_reversed],
        snapshot=_snapshot(position, decision) if sees_scores else None,
        sees_scores=sees_scores,
        missing=[] if decision else what_is_missing(position, sees_scores),
    )


def _snapshot(position, decision) -> dict:
    return decision.snapshot if decision else snapshot_of(position)


def what_is_missing(position, sees_scores) -> list[str]:
    """What the record waits for, in the order in which it comes."""
    if position.state == Position.State.CANCELLED:
        return []
    missing = []
    if position.state == Position.State.DRAFT:
        missing.append(_("The position is not open yet."))
    if open_ones := position.open_scorecards().count():
        missing.append(
            ngettext("One scorecard is still open.", "%(n)s scorecards are still open.", open_ones)
            % {"n": open_ones}
        )
    if not sees_scores:
        missing.append(sees_scores.reason)
    if position.decider:
        missing.append(_("%(name)s has not decided yet.") % {"name": position.decider})
    else:
        missing.append(_("Nobody is named who decides."))
    return missing


def find(position_id, user) -> Position | None:
    """The position, for whoever reads its record: at the asking, the making and the fetching."""
    readers = Position.objects.organised_by(user) | Position.objects.decided_by(user)
    return readers.with_names().filter(pk=position_id).first()


def render(position, user) -> tuple[str, bytes]:
    """The file's name and the PDF, as this person may read the record at this moment."""
    from vsm_portal.exporting.pdf import render_pdf  # the worker's: it loads typst

    from .record_sheet import sheet_of

    data = sheet_of(record_of(position, user), user)
    name = _("Selection record, %(stream)s.pdf") % {"stream": position.stream.name}
    return name, render_pdf("selection_record", data, translate=_)


REPORT = Report("selection_record", find, render)
