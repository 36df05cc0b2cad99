"""Who decides writes the decision, or takes it back."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from candidates import permissions
from candidates.decision_page import everything_for
from candidates.forms.deciding import DecisionForm
from candidates.forms.reasons import ReasonForm, reason_field
from candidates.models import Decision, Position, Reversal
from candidates.position_answers import day
from vsm_portal.pages import page, posted
from vsm_portal.permission import Conflict, demand

from .asking import ask, position_seen_by, trail_to


@require_http_methods(["GET", "HEAD", "POST"])
def decision_new(request, pk):
    position = position_seen_by(request.user, pk)
    answer = permissions.may_decide(request.user, position)
    form = DecisionForm(posted(request), position=position) if answer else None
    if form and form.is_valid() and (decision := form.take(by=request.user)):
        messages.success(request, _what_happened(decision))
        return redirect("position_detail", pk)
    _refuse_late(request, position)
    demand(answer)
    return page(
        request, "candidates/decision_new.html", form=form, **everything_for(position, form)
    )


def _refuse_late(request, position):
    """Decided while this decision was being written: it is kept, and nothing is overwritten."""
    if request.method != "POST" or not permissions.decides(request.user, position):
        return
    # Asked anew: whatever was refused above may have been refused because of the other decision.
    standing = position.decisions.filter(reversal=None).select_related("candidate", "by")
    if decision := standing.first():
        raise Conflict(
            _("%(by)s decided meanwhile: %(name)s was chosen.")
            % {"by": decision.by, "name": decision.candidate},
            kept=DecisionForm(request.POST, position=position).typed(),
        )


def _what_happened(decision) -> str:
    words = {"name": decision.candidate, "day": day(decision.starts_on)}
    if decision.appointment.state == "current":
        return (
            _("Decided: %(name)s manages the stream from today. Now tell the candidates.") % words
        )
    return _("Decided: %(name)s is planned from %(day)s. Now tell the candidates.") % words


@require_http_methods(["GET", "HEAD", "POST"])
def decision_reversal(request, pk):
    seen = Decision.objects.filter(position__in=Position.objects.visible_to(request.user))
    people = ("candidate", "by", "appointment", "position__stream", "position__site__top_person")
    decision = get_object_or_404(seen.select_related(*people), pk=pk)
    demand(permissions.may_reverse(request.user, decision))
    form = ReasonForm(posted(request), reason=reason_field(required=True, longest=2000))
    if form.is_valid():
        Reversal.make(decision, by=request.user, reason=form.cleaned_data["reason"])
        messages.success(request, _("Taken back. The position waits for a decision again."))
        return redirect("position_detail", decision.position_id)
    return ask(
        request,
        form,
        title=_("Take the decision for %(name)s back?") % {"name": decision.candidate},
        lede=_(
            "The planned appointment is called off, and all candidates are considered again. "
            "The decision and your reason stay in the record."
        ),
        verb=_("Take the decision back"),
        trail=trail_to(decision.position, (_("Reversal"), "")),
        back=reverse("position_detail", args=[decision.position_id]),
        facts=[
            (_("Decided"), f"{day(decision.at)}, {decision.by}"),
            (_("First day"), day(decision.starts_on)),
            (_("Why"), decision.reason),
        ],
    )
