from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from candidates import permissions
from candidates.forms.criteria import NewestCriteriaForm, PositionCriteriaForm
from candidates.models import CriteriaSet, Position, Submission
from candidates.models.criteria import Tier
from candidates.models.criteria_change import differences, tiers_lost
from candidates.who_is_missing import tiers_without_criteria
from vsm_portal.pages import page, posted
from vsm_portal.permission import demand

from .asking import position_seen_by, trail_to

PER_PAGE = 50


@require_http_methods(["GET", "HEAD", "POST"])
def position_criteria(request, pk):
    position = position_seen_by(request.user, pk)
    demand(permissions.may_change_criteria(request.user, position))
    form = PositionCriteriaForm(request.POST or None, position=position)
    if form.is_valid() and form.save(by=request.user):
        messages.success(request, _("The criteria are saved."))
        _warn_of_tiers(request, tiers_without_criteria(position))
        return redirect("position_detail", pk)
    return page(
        request,
        "candidates/position_criteria.html",
        form=form,
        position=position,
        submitted=Submission.objects.filter(scorecard__candidate__position=position).count(),
        trail=trail_to(position, (_("Criteria"), "")),
    )


def _warn_of_tiers(request, tiers):
    if tiers:
        words = {"tiers": ", ".join(tiers)}
        messages.warning(request, _("No criterion is asked of: %(tiers)s.") % words)


@require_http_methods(["GET", "HEAD", "POST"])
def position_criteria_newest(request, pk):
    """What the newest version says otherwise, before the position is moved to it on purpose."""
    position = position_seen_by(request.user, pk)
    demand(permissions.may_move_to_newest(request.user, position))
    newest = CriteriaSet.objects.newest_of(position.site)
    form = NewestCriteriaForm(posted(request), position=position, newest=newest)
    if form.is_valid() and form.save(by=request.user):
        words = {"version": position.criteria_set}
        messages.success(request, _("The position uses %(version)s now.") % words)
        _warn_of_tiers(request, tiers_without_criteria(position))
        return redirect("position_detail", pk)
    return page(
        request,
        "candidates/position_criteria_newest.html",
        form=form,
        position=position,
        newest=newest,
        differences=differences(position, newest),
        lost=", ".join(tiers_lost(position, newest)),
        submitted=Submission.objects.filter(scorecard__candidate__position=position).count(),
        trail=trail_to(position, (_("Newest criteria"), "")),
    )


@require_POST
def criteria_set_beginning(request):
    """The standard criteria as version 1 of a site that has none yet."""
    without = CriteriaSet.objects.sites_without(request.user)
    site = get_object_or_404(without, pk=whole_number(request.POST.get("site")))
    first = CriteriaSet.objects.newest_of(site)
    messages.success(request, _("%(version)s is there.") % {"version": first})
    return redirect("criteria_set_detail", first.pk)


def whole_number(text) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 16 else 0


@require_safe
def criteria_set_list(request):
    """Every version of the sites whose criteria one may change, the newest first."""
    sets = CriteriaSet.objects.visible_to(request.user).select_related("site", "made_by")
    rows = Paginator(
        sets.annotate(size=Count("criteria")).order_by("site__name", "-number"), PER_PAGE
    )
    return page(
        request,
        "candidates/criteria_set_list.html",
        title=_answer(sets),
        without=CriteriaSet.objects.sites_without(request.user),
        sets=rows.get_page(request.GET.get("page")),
    )


def _answer(sets) -> str:
    number = sets.count()
    if not number:
        return _("No criteria that you may change")
    words = ngettext("%(n)s version of the criteria", "%(n)s versions of the criteria", number)
    return words % {"n": number}


@require_safe
def criteria_set_detail(request, pk):
    """A version to read and to print: the kit for an interview."""
    criteria_set = get_object_or_404(
        CriteriaSet.objects.visible_to(request.user).select_related("site", "made_by"), pk=pk
    )
    criteria = list(criteria_set.criteria.all())
    positions = Position.objects.visible_to(request.user).filter(criteria_set=criteria_set)
    return page(
        request,
        "candidates/criteria_set_detail.html",
        criteria_set=criteria_set,
        title=_("%(version)s of the criteria of %(site)s")
        % {"version": criteria_set, "site": criteria_set.site},
        trail=[(_("Criteria"), reverse("criteria_set_list")), (str(criteria_set), "")],
        tiers=[(tier.label, [c for c in criteria if c.tier == tier]) for tier in Tier],
        positions=positions.exclude(state__in=["filled", "cancelled"]).select_related("stream"),
        without=", ".join(criteria_set.tiers_without_criteria()),
        may_edit=permissions.may_edit_criteria(request.user, criteria_set),
    )
