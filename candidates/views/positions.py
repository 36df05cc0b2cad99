from itertools import groupby

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from candidates import permissions, position_answers
from candidates.forms.positions import PositionCopyForm, PositionNewForm, form_for_terms
from candidates.forms.reasons import ReasonForm, reason_field
from candidates.models import Position
from candidates.parts import part_of
from candidates.position_page import everything_about
from vsm_portal.pages import page, posted
from vsm_portal.permission import demand

from .asking import ask, position_seen_by, trail_to

PER_PAGE = 50
#: of how many earlier positions one may choose to start from
EARLIER = 8


@require_safe
def position_list(request):
    """Every position one takes part in: where it stands, and how many scorecards are in."""
    seen = Position.objects.visible_to(request.user)
    counts = dict(seen.order_by().values_list("state").annotate(Count("pk")))
    sees_all = seen.progress_shown_to(request.user).values_list("pk", flat=True)
    rows = Paginator(seen.with_names().with_progress(request.user).most_urgent_first(), PER_PAGE)
    shown = rows.get_page(request.GET.get("page"))
    return page(
        request,
        "candidates/position_list.html",
        title=position_answers.of_positions(counts),
        groups=_by_state(shown, set(sees_all)),
        positions=shown,
        may_prepare=permissions.may_prepare(request.user),
    )


def _by_state(positions, sees_all):
    """[(state in words, [(position, progress of the panel, own progress)])]."""
    return [
        (
            state,
            [
                (
                    position,
                    position_answers.progress_of(position, position.pk in sees_all),
                    position_answers.own_progress_of(position),
                )
                for position in group
            ],
        )
        for state, group in groupby(positions, position_answers.state_of)
    ]


@require_http_methods(["GET", "HEAD", "POST"])
def position_new(request):
    demand(permissions.may_prepare(request.user))
    form = PositionNewForm(request.POST or None, user=request.user)
    if form.is_valid():
        position = form.prepare(by=request.user)
        messages.success(request, _("The position is prepared. Next: candidates and the panel."))
        return redirect("position_detail", position.pk)
    earlier = Position.objects.organised_by(request.user).select_related("stream")
    return ask(
        request,
        form,
        template="candidates/position_new.html",
        earlier=earlier[:EARLIER],
        title=_("For which stream is a manager wanted?"),
        lede=_("Nobody is told anything before you open the position."),
        verb=_("Prepare the position"),
        trail=[(_("Selection"), reverse("position_list")), (_("New position"), "")],
        back=reverse("position_list"),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def position_copy(request, pk):
    """Start from an earlier one: its terms, criteria and panel; neither candidates nor shares."""
    earlier = position_seen_by(request.user, pk)
    demand(permissions.may_copy(request.user, earlier))
    form = PositionCopyForm(posted(request), user=request.user, earlier=earlier)
    if form.is_valid():
        position, left = form.prepare(by=request.user)
        messages.success(request, _("The position is prepared. Next: the candidates."))
        if left:
            messages.warning(request, _("Not taken over: %(what)s") % {"what": " ".join(left)})
        return redirect("position_detail", position.pk)
    return ask(
        request,
        form,
        title=_("Prepare another position like this one"),
        lede=_("Criteria, weights, thresholds, chair and panel are taken over; no candidate is."),
        verb=_("Prepare the position"),
        trail=trail_to(earlier, (_("Another like it"), "")),
        back=reverse("position_detail", args=[pk]),
    )


@require_safe
def position_detail(request, pk):
    position = position_seen_by(request.user, pk)
    part = part_of(request.user, position)
    return page(
        request,
        "candidates/position_detail.html",
        **everything_about(position, part, request.user),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def position_edit(request, pk):
    position = position_seen_by(request.user, pk)
    demand(permissions.may_change_arrangements(request.user, position))
    form = form_for_terms(position, request.POST or None)
    if form.is_valid():
        form.save_version(by=request.user)
        messages.success(request, _("Saved."))
        return redirect("position_detail", pk)
    return ask(
        request,
        form,
        title=_("Change what was agreed"),
        lede="" if position.state == "draft" else str(_frozen()),
        verb=_("Save"),
        trail=trail_to(position, (_("Change"), "")),
        back=reverse("position_detail", args=[pk]),
    )


def _frozen():
    return _("Weights of the tiers and thresholds stay as they were when scoring began.")


@require_POST
def position_opening(request, pk):
    position = position_seen_by(request.user, pk)
    position.open(by=request.user)
    messages.success(request, _("Scoring has begun. Each assessor gets a mail."))
    return redirect("position_detail", pk)


@require_http_methods(["GET", "HEAD", "POST"])
def position_cancellation(request, pk):
    position = position_seen_by(request.user, pk)
    demand(permissions.may_cancel(request.user, position))
    reason = reason_field(required=True, longest=2000)
    form = ReasonForm(request.POST or None, reason=reason)
    if form.is_valid():
        position.cancel(by=request.user, reason=form.cleaned_data["reason"])
        messages.success(request, _("The position is cancelled."))
        return redirect("position_detail", pk)
    return ask(
        request,
        form,
        title=_("Cancel the position for %(stream)s?") % {"stream": position.stream.name},
        lede=_("Nobody can score or decide any more. It cannot be taken back."),
        verb=_("Cancel the position"),
        trail=trail_to(position, (_("Cancel"), "")),
        back=reverse("position_detail", args=[pk]),
    )
