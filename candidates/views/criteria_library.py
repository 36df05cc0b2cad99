"""The next version of a site's criteria: one worded otherwise, one more, one retired."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from candidates import permissions
from candidates.forms.criteria import CriterionForm, NewCriterionForm, RetirementForm
from candidates.models import CriteriaSet, Criterion
from vsm_portal.pages import posted
from vsm_portal.permission import demand

from .asking import ask


@require_http_methods(["GET", "HEAD", "POST"])
def criterion_edit(request, pk):
    """One criterion in other words; an outdated form is a conflict, not a loss."""
    criterion = _criterion_seen_by(request.user, pk)
    if request.method != "POST":
        demand(permissions.may_edit_criteria(request.user, criterion.criteria_set))
    return _next_version(
        request,
        criterion.criteria_set,
        CriterionForm(posted(request), instance=criterion),
        title=_("Change “%(name)s”") % {"name": criterion.name},
        verb=_("Make the next version"),
        last=criterion.name,
    )


@require_http_methods(["GET", "HEAD", "POST"])
def criterion_new(request, pk):
    mine = CriteriaSet.objects.visible_to(request.user).select_related("site")
    criteria_set = get_object_or_404(mine, pk=pk)
    if request.method != "POST":
        demand(permissions.may_edit_criteria(request.user, criteria_set))
    return _next_version(
        request,
        criteria_set,
        NewCriterionForm(posted(request), criteria_set=criteria_set),
        title=_("Add a criterion"),
        verb=_("Add it in the next version"),
        last=_("New"),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def criterion_retirement(request, pk):
    """The next version without it; which tier would be asked nothing is said before."""
    criterion = _criterion_seen_by(request.user, pk)
    if request.method != "POST":
        demand(permissions.may_retire(request.user, criterion))
    lost = criterion.criteria_set.tiers_without_criteria(besides=criterion)
    return _next_version(
        request,
        criterion.criteria_set,
        RetirementForm(posted(request), criterion=criterion),
        title=_("Retire “%(name)s”?") % {"name": criterion.name},
        verb=_("Retire it in the next version"),
        last=_("Retire"),
        template="candidates/criterion_retirement.html",
        lost=", ".join(lost),
    )


def _criterion_seen_by(user, pk) -> Criterion:
    mine = CriteriaSet.objects.visible_to(user)
    criteria = Criterion.objects.filter(criteria_set__in=mine.values("pk"))
    return get_object_or_404(criteria.select_related("criteria_set__site"), pk=pk)


def _next_version(request, criteria_set, form, *, last, **words):
    above = reverse("criteria_set_detail", args=[criteria_set.pk])
    if form.is_valid():
        newest = form.make_next_version(by=request.user)
        messages.success(request, _("%(version)s is there.") % {"version": newest})
        return redirect("criteria_set_detail", newest.pk)
    return ask(
        request,
        form,
        lede=_("It makes the next version. Positions keep theirs until HR moves them."),
        trail=[
            (_("Criteria"), reverse("criteria_set_list")),
            (str(criteria_set), above),
            (last, ""),
        ],
        back=above,
        **words,
    )
