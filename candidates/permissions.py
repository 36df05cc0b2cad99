"""Who may do what in a selection. Page and button show the sentence of the refusal.

Whether somebody may know of a position at all is decided earlier, by how it is fetched
(`Position.objects.visible_to`); these answers are for people who may.
"""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vsm_portal.permission import Allowed, Answer, Denied

from .models import CriteriaSet, Position
from .models.share import asked_of_nobody, asked_of_this_seat_alone


def organises(user, position) -> bool:
    return Position.objects.organised_by(user).filter(pk=position.pk).exists()


def decides(user, position) -> bool:
    return Position.objects.decided_by(user).filter(pk=position.pk).exists()


def may_organise(user, position) -> Answer:
    """Prepare, change terms, panel and candidates, excuse, tell: HR of the site."""
    if organises(user, position):
        return Allowed()
    return Denied(_("Only HR of %(site)s organises this position.") % {"site": position.site})


def may_prepare(user) -> Answer:
    from vsm_portal.accounts.models import Role

    if user.memberships.filter(role=Role.HR).exists():
        return Allowed()
    return Denied(_("Only HR opens a position."))


def may_edit_terms(user, position) -> Answer:
    """Weights of the tiers and thresholds are agreed before anybody scores."""
    if not (answer := may_organise(user, position)):
        return answer
    if position.state != Position.State.DRAFT:
        return Denied(_("Scoring has begun: weights and thresholds stay as they were agreed."))
    return Allowed()


def may_change_criteria(user, position) -> Answer:
    """Freely before the opening, then with a reason; not once the scores are known."""
    if not (answer := may_organise(user, position)):
        return answer
    if position.is_over:
        return Denied(_("The position is %(state)s.") % {"state": position.get_state_display()})
    if position.state == Position.State.DECIDING:
        return Denied(
            _("The scores are open: other criteria would now change a result that is known.")
        )
    return Allowed()


def may_move_to_newest(user, position) -> Answer:
    """From the version it started with to the newest one of its site, on purpose."""
    if not (answer := may_change_criteria(user, position)):
        return answer
    newest = CriteriaSet.objects.newest_there(position.site_id)
    if newest.pk == position.criteria_set_id:
        return Denied(_("%(version)s is the newest one.") % {"version": newest})
    return Allowed()


def may_copy(user, position) -> Answer:
    """Start another position from this one."""
    if not (answer := may_organise(user, position)):
        return answer
    return may_prepare(user)


def may_declare_conflict(user, position) -> Answer:
    """One's own, whatever part one takes; what is decided stays decided."""
    if position.is_over:
        return Denied(_("The position is %(state)s.") % {"state": position.get_state_display()})
    return Allowed()


def may_record_conflict(user, position) -> Answer:
    """Somebody else's, which they told HR of."""
    if not (answer := may_organise(user, position)):
        return answer
    return may_declare_conflict(user, position)


def out_already(user) -> str:
    return _("%(name)s takes no part in this position anyway.") % {"name": user}


def may_open(user, position) -> Answer:
    if not (answer := may_organise(user, position)):
        return answer
    if position.state != Position.State.DRAFT:
        return Denied(_("The position is already open."))
    missing = [words for there, words in _needed_to_open(position) if not there]
    if missing:
        return Denied(_("Still missing: %(what)s.") % {"what": ", ".join(missing)})
    return Allowed()


def _needed_to_open(position):
    decider = position.decider
    return (
        (position.candidates.considered().exists(), _("a candidate")),
        (position.panel.sitting().exists(), _("an assessor")),
        (position.criteria.exists(), _("a criterion")),
        (not asked_of_nobody(position), _("somebody who is asked every criterion")),
        (position.due_on >= position.site.today(), _("a due date that is not past")),
        (decider is not None, _("somebody who decides")),
        (not position.excludes(position.chair), _("somebody else who chairs")),
    )


def may_cancel(user, position) -> Answer:
    if position.is_over:
        return Denied(_("The position is %(state)s.") % {"state": position.get_state_display()})
    if organises(user, position) or decides(user, position):
        return Allowed()
    return Denied(_("Only HR or whoever decides cancels a position."))


def may_change_panel(user, position, reason="") -> Answer:
    """Add or remove candidates and assessors; from the first submission on only with a reason."""
    if not (answer := may_organise(user, position)):
        return answer
    if position.is_over:
        return Denied(_("The position is %(state)s.") % {"state": position.get_state_display()})
    if not reason.strip() and position.has_submissions:
        return Denied(_("A scorecard has been submitted: from now on a change needs a reason."))
    return Allowed()


def may_share_out(user, position, reason="") -> Answer:
    """Who is asked which criteria: free until the first submission, then only with a reason."""
    return may_change_panel(user, position, reason)


def may_be_shared_so(position, given) -> Answer:
    """Every seat gets something and every criterion somebody. given: {seat: {criteria}}, pks."""
    seats = position.panel.sitting().select_related("user")
    idle = [seat.user.name for seat in seats if not given.get(seat.pk)]
    if idle:
        return Denied(
            _(
                "%(names)s would be asked nothing: give them a criterion, or take them off the"
                " panel."
            )
            % {"names": ", ".join(idle)}
        )
    asked = set().union(*given.values())
    left = [each for each in position.criteria.select_related("criterion") if each.pk not in asked]
    if left:
        return Denied(
            _("Nobody would judge: %(criteria)s.") % {"criteria": ", ".join(map(str, left))}
        )
    return Allowed()


def may_take_kit(user, position) -> Answer:
    """The blank questions: for HR, and for whoever sits on the panel."""
    if organises(user, position) or position.panel.sitting().filter(user=user).exists():
        return Allowed()
    return Denied(_("The interview kit is for HR and for those who judge."))


def may_be_assessor(user, position) -> Answer:
    """Anybody active, except who is out of the position and, for their own people, a line
    manager.
    """
    if not user.is_active:
        return Denied(_("%(name)s may not sign in.") % {"name": user})
    if position.conflicts.filter(user=user).exists():
        return Denied(_("%(name)s has a conflict of interest here.") % {"name": user})
    if user.pk in position.linked_candidates():
        return Denied(_("%(name)s cannot be on this panel.") % {"name": user})
    led = position.candidates.filter(line_manager=user).first()
    if led and user.pk != position.site.top_person_id:
        return Denied(
            _("%(name)s is the line manager of %(candidate)s.") % {"name": user, "candidate": led}
        )
    return Allowed()


def may_take_off(user, seat, reason="") -> Answer:
    if not (answer := may_change_panel(user, seat.position, reason)):
        return answer
    if seat.has_begun:
        return Denied(
            _("%(name)s has begun to score; excuse the open scorecards instead.")
            % {"name": seat.user}
        )
    if alone := asked_of_this_seat_alone(seat):
        return Denied(
            _("%(name)s alone is asked: %(criteria)s. Share the criteria out anew first.")
            % {"name": seat.user, "criteria": ", ".join(map(str, alone))}
        )
    return Allowed()


def may_fill_in(user, scorecard) -> Answer:
    """Why a scorecard is closed, said to its own assessor; nobody else gets that far."""
    position = scorecard.position
    if scorecard.assessor.user_id != user.pk:
        return Denied(_("Only the assessor fills in a scorecard."))
    if scorecard.state == "submitted":
        return Denied(_("This scorecard is submitted: nothing can be typed into it any more."))
    if scorecard.state == "excused":
        return Denied(_("You were excused from this scorecard."))
    if scorecard.candidate.state != "considered":
        return Denied(_("%(name)s is no longer considered.") % {"name": scorecard.candidate})
    if not scorecard.is_writable:
        return Denied(_("The position is %(state)s.") % {"state": position.get_state_display()})
    return Allowed()


def may_submit(user, scorecard) -> Answer:
    if scorecard.assessor.user_id != user.pk:
        return Denied(_("Only the assessor submits a scorecard."))
    if not (answer := may_fill_in(user, scorecard)):
        return answer
    if missing := len(scorecard.missing()):
        return Denied(
            ngettext(
                "One criterion or warning is still open.",
                "%(count)s criteria and warnings are still open.",
                missing,
            )
            % {"count": missing}
        )
    return Allowed()


def may_excuse(user, scorecard) -> Answer:
    if not (answer := may_organise(user, scorecard.position)):
        return answer
    if not scorecard.is_writable or scorecard.position.excludes(scorecard.assessor.user):
        return Denied(_("This scorecard is not open."))
    return Allowed()


def may_withdraw(user, candidate) -> Answer:
    if not (answer := may_organise(user, candidate.position)):
        return answer
    if candidate.position.is_over or candidate.state != "considered":
        return Denied(_("%(name)s is no longer considered.") % {"name": candidate})
    return Allowed()


def may_open_discussion(user, position) -> Answer:
    if position.chair_id != user.pk:
        return Denied(
            _("Only the chair, %(name)s, opens the discussion.") % {"name": position.chair}
        )
    if position.state != Position.State.OPEN:
        return Denied(
            _("There is nothing to open: the position is %(state)s.")
            % {"state": position.get_state_display()}
        )
    if not position.has_submissions:
        return Denied(_("Nobody has submitted a scorecard yet."))
    if not _own_cards_in(user, position):
        return Denied(_("Submit your own scorecards first."))
    return Allowed()


def _own_cards_in(user, position) -> bool:
    return not position.open_scorecards().filter(assessor__user=user).exists()


def may_see_ranking(user, position) -> Answer:
    """For somebody who sees the position: why the scores are still closed to them."""
    if Position.objects.revealed_to(user).filter(pk=position.pk).exists():
        return Allowed()
    if not position.is_revealed:
        return Denied(
            _("The scores open when every scorecard is in, or when the chair opens the discussion.")
        )
    if not _own_cards_in(user, position):
        return Denied(_("The panel is open; you see it once your own scorecards are in."))
    return Denied(_("The panel has finished its work; its scores are closed."))


def may_change_score(user, score) -> Answer:
    scorecard = score.scorecard
    if scorecard.assessor.user_id != user.pk:
        return Denied(_("Only %(name)s changes this score.") % {"name": scorecard.assessor})
    if scorecard.state != "submitted":
        return Denied(_("This scorecard is not submitted: change the score on it."))
    if scorecard.position.state != Position.State.DECIDING:
        return Denied(_("A submitted score changes only in the discussion."))
    if scorecard.candidate.state != "considered":
        return Denied(_("%(name)s is no longer considered.") % {"name": scorecard.candidate})
    if not (answer := may_see_ranking(user, scorecard.position)):
        return answer
    return Allowed()


def scorecards_are_in(position) -> Answer:
    if open_ones := position.open_scorecards().count():
        return Denied(
            ngettext(
                "One scorecard is still open.", "%(count)s scorecards are still open.", open_ones
            )
            % {"count": open_ones}
        )
    return Allowed()


def is_decider(user, position) -> Answer:
    if decides(user, position):
        return Allowed()
    return Denied(
        _("%(name)s decides on this position.") % {"name": position.decider or _("Nobody")}
    )


def may_decide(user, position) -> Answer:
    if not (answer := is_decider(user, position)):
        return answer
    if position.state == Position.State.FILLED:
        return Denied(_("The position is filled; only a reversal opens it again."))
    if position.state == Position.State.CANCELLED:
        return Denied(_("The position is cancelled."))
    if position.state != Position.State.DECIDING:
        return Denied(_("The scores are not revealed yet."))
    # Not `considered()`: a decision of this moment has chosen one and not chosen the others.
    if not position.candidates.exclude(state="withdrew").exists():
        return Denied(_("Everybody has withdrawn: there is nobody to choose."))
    return scorecards_are_in(position)


def may_read_record(user, position) -> Answer:
    """Whole careers stand in it: HR of the site and whoever decides, also after the decision."""
    if organises(user, position) or decides(user, position):
        return Allowed()
    return Denied(
        _("Only HR of %(site)s and whoever decides read the selection record.")
        % {"site": position.site}
    )


def may_reverse(user, decision) -> Answer:
    if not (answer := is_decider(user, decision.position)):
        return answer
    if decision.is_reversed:
        return Denied(_("This decision was already reversed."))
    if decision.position.state != Position.State.FILLED:
        return Denied(_("The position is not filled."))
    if decision.appointment.state == "current":
        return Denied(
            _("%(name)s has started. End the appointment first, then reverse the decision.")
            % {"name": decision.candidate}
        )
    return Allowed()


def may_tell_of_decisions(user, position) -> Answer:
    return Allowed() if decides(user, position) else may_organise(user, position)


def told_already(candidate) -> str:
    return _("%(name)s was told already.") % {"name": candidate}


def may_tell(user, candidate) -> Answer:
    if not (answer := may_tell_of_decisions(user, candidate.position)):
        return answer
    if candidate.state not in ("chosen", "not_chosen"):
        return Denied(_("There is no decision on %(name)s to tell.") % {"name": candidate})
    if candidate.told:
        return Denied(told_already(candidate))
    return Allowed()


def may_change_arrangements(user, position) -> Answer:
    """The due date, the chair and who decides instead may change until the position is over."""
    if not (answer := may_organise(user, position)):
        return answer
    if position.is_over:
        return Denied(_("The position is %(state)s.") % {"state": position.get_state_display()})
    return Allowed()


def may_edit_criteria(user, criteria_set) -> Answer:
    """Executives and HR of the site; a version that a newer one followed stays as it was."""
    newest = CriteriaSet.objects.newest_there(criteria_set.site_id)
    if newest.pk != criteria_set.pk:
        return Denied(
            _("%(newest)s has followed; change the criterion there.") % {"newest": newest}
        )
    return Allowed()


def may_retire(user, criterion) -> Answer:
    """As changing; but not the only one, since a version asks something."""
    return may_edit_criteria(user, criterion.criteria_set) and others_are_left(criterion)


def others_are_left(criterion) -> Answer:
    if not criterion.criteria_set.criteria.exclude(pk=criterion.pk).exists():
        return Denied(_("It is the only criterion: add another one before you retire it."))
    return Allowed()
