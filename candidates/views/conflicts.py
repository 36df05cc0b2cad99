from django.contrib import messages
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from candidates import permissions
from candidates.forms.conflicts import OthersConflictForm, OwnConflictForm
from candidates.models import ConflictOfInterest
from candidates.who_is_missing import consequences_for_others, consequences_for_you
from vsm_portal.pages import posted
from vsm_portal.permission import demand

from .asking import ask, position_seen_by, trail_to


@require_http_methods(["GET", "HEAD", "POST"])
def conflict_declaration(request, pk):
    """One's own: from then on the position is gone for this person; the way leads to the list."""
    position = position_seen_by(request.user, pk)
    demand(permissions.may_declare_conflict(request.user, position))
    form = OwnConflictForm(posted(request))
    if form.is_valid():
        ConflictOfInterest.declare(
            position, request.user, by=request.user, reason=form.cleaned_data["reason"]
        )
        messages.success(request, _("Noted. You take no part in this selection any more."))
        return redirect("position_list")
    return ask(
        request,
        form,
        title=_("Do you have a conflict of interest?"),
        lede=_("Whoever declares one is out of this selection for good: it cannot be taken back."),
        verb=_("Declare it and leave the selection"),
        facts=consequences_for_you(position, request.user),
        trail=trail_to(position, (_("Conflict of interest"), "")),
        back=reverse("position_detail", args=[pk]),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def conflict_recording(request, pk):
    """HR writes down what somebody told them, before or after that person got a part."""
    position = position_seen_by(request.user, pk)
    demand(permissions.may_record_conflict(request.user, position))
    form = OthersConflictForm(posted(request), position=position, by=request.user)
    if form.is_valid():
        ConflictOfInterest.declare(position, by=request.user, **form.cleaned_data)
        words = {"name": form.cleaned_data["user"]}
        messages.success(request, _("Noted. %(name)s takes no part any more.") % words)
        return redirect("position_detail", pk)
    return ask(
        request,
        form,
        title=_("Who has a conflict of interest?"),
        lede=_("They are out of this selection for good: it cannot be taken back."),
        verb=_("Note the conflict of interest"),
        facts=consequences_for_others(),
        trail=trail_to(position, (_("Conflict of interest"), "")),
        back=reverse("position_detail", args=[pk]),
    )
