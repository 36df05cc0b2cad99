from django.contrib import messages
from django.db.models import Q
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from candidates import permissions
from candidates.forms.panel import SeatForm
from candidates.forms.reasons import ReasonForm, reason_field, reason_for_change
from candidates.models import Assessor, Position, Scorecard
from vsm_portal.permission import demand

from .asking import ask, position_seen_by, trail_to

ANY_REASON = "-"


@require_http_methods(["GET", "HEAD", "POST"])
def panel_new(request, pk):
    position = position_seen_by(request.user, pk)
    demand(permissions.may_change_panel(request.user, position, ANY_REASON))
    form = SeatForm(request.POST or None, position=position)
    if form.is_valid():
        user, reason = form.cleaned_data["user"], form.cleaned_data["reason"]
        position.add_assessor(user, by=request.user, reason=reason)
        messages.success(request, _("%(name)s is on the panel.") % {"name": user})
        return redirect("position_detail", pk)
    return ask(
        request,
        form,
        title=_("Who judges?"),
        lede=_("Each assessor judges every candidate alone, before the panel talks."),
        verb=_("Add to the panel"),
        trail=trail_to(position, (_("New assessor"), "")),
        back=reverse("position_detail", args=[pk]),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def panel_removal(request, pk):
    seats = Assessor.objects.filter(position__in=Position.objects.visible_to(request.user))
    seat = get_object_or_404(seats.select_related("user", "position__stream"), pk=pk)
    demand(permissions.may_take_off(request.user, seat, ANY_REASON))
    form = ReasonForm(
        request.POST if request.method == "POST" else None, reason=reason_for_change(seat.position)
    )
    if form.is_valid():
        seat.take_off(by=request.user, reason=form.cleaned_data["reason"])
        messages.success(request, _("%(name)s is off the panel.") % {"name": seat.user})
        return redirect("position_detail", seat.position_id)
    return ask(
        request,
        form,
        title=_("Take %(name)s off the panel?") % {"name": seat.user},
        lede=_("The position is no longer open to them, and nothing is asked of them."),
        verb=_("Take off the panel"),
        trail=trail_to(seat.position, (seat.user.name, "")),
        back=reverse("position_detail", args=[seat.position_id]),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def scorecard_excusal(request, pk):
    """HR may excuse what it cannot read; the assessor whose it is learns who may."""
    organised = Position.objects.organised_by(request.user).values("pk")
    own = Scorecard.objects.own(request.user).values("pk")
    cards = Scorecard.objects.filter(Q(candidate__position__in=organised) | Q(pk__in=own))
    people = ("assessor__user", "candidate__position__stream", "candidate__position__site")
    card = get_object_or_404(cards.select_related(*people), pk=pk)
    demand(permissions.may_excuse(request.user, card))
    form = ReasonForm(request.POST or None, reason=reason_field(required=True))
    if form.is_valid():
        card.excuse(by=request.user, reason=form.cleaned_data["reason"])
        messages.success(request, _("Excused. The ranking shows it as missing, never as zero."))
        return redirect("position_detail", card.position.pk)
    names = {"assessor": card.assessor.user.name, "candidate": card.candidate.name}
    return ask(
        request,
        form,
        title=_("Excuse %(assessor)s from scoring %(candidate)s?") % names,
        lede=_("What was drafted is not counted, and nobody reads it. It cannot be taken back."),
        verb=_("Excuse"),
        trail=trail_to(card.position, (_("Excuse"), "")),
        back=reverse("position_detail", args=[card.position.pk]),
    )
