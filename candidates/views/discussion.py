"""The panel talks: the chair opens the discussion, and an assessor changes an own score."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from candidates import permissions
from candidates.forms.reasons import ReasonForm, reason_field
from candidates.forms.score_changing import NOT_OBSERVED, ScoreChangeForm
from candidates.models import Score, Scorecard
from vsm_portal.pages import page, posted
from vsm_portal.permission import demand

from .asking import ask, position_seen_by, trail_to


@require_http_methods(["GET", "HEAD", "POST"])
def position_discussion(request, pk):
    position = position_seen_by(request.user, pk)
    demand(permissions.may_open_discussion(request.user, position))
    why = _("It stands in the record: the panel opens although not everything is in.")
    form = ReasonForm(posted(request), reason=reason_field(required=True, help_text=why))
    if form.is_valid():
        position.open_discussion(by=request.user, reason=form.cleaned_data["reason"])
        messages.success(request, _("The panel is open."))
        return redirect("position_ranking", pk)
    return ask(
        request,
        form,
        title=_("Open the discussion before everybody is done?"),
        lede=_("It cannot be closed again. By itself it opens when every scorecard is in."),
        verb=_("Open the discussion"),
        trail=trail_to(position, (_("Discussion"), "")),
        back=reverse("position_detail", args=[pk]),
        facts=_what_opens(position),
    )


def _what_opens(position):
    open_ones = position.asked - position.submitted
    still = ngettext("One scorecard", "%(n)s scorecards", open_ones) % {"n": open_ones}
    return [
        (_("Still open"), still),
        (_("Who then sees the scores"), _("HR, who decides, and assessors whose own are all in")),
        (_("Who sees nothing yet"), _("Assessors with an open scorecard, until they submit it")),
        (_("Submitted later"), _("Counted, and marked as written after the opening")),
    ]


@require_http_methods(["GET", "HEAD", "POST"])
def score_change(request, pk):
    score = _score_seen_by(request.user, pk)
    demand(permissions.may_change_score(request.user, score))
    form = ScoreChangeForm(posted(request), score=score)
    if form.is_valid():
        form.change(by=request.user)
        messages.success(request, _("Changed. Both rounds stay readable."))
        return redirect("position_ranking", score.scorecard.position.pk)
    position, criterion = score.scorecard.position, score.criterion.criterion
    return page(
        request,
        "candidates/score_change.html",
        form=form,
        score=score,
        candidate=score.scorecard.candidate,
        criterion=criterion,
        first_round=_name_of(criterion, score.first_round),
        now=_name_of(criterion, score.level),
        changes=score.changes.all(),
        options=[(str(at), *words) for at, words in enumerate(criterion.levels, start=1)],
        unseen=(NOT_OBSERVED, _("Not observed"), _("Left out of the mean, never counted as zero.")),
        trail=trail_to(
            position,
            (_("Ranking"), reverse("position_ranking", args=[position.pk])),
            (criterion.name, ""),
        ),
        back=reverse("position_ranking", args=[position.pk]),
    )


def _score_seen_by(user, pk) -> Score:
    cards = Scorecard.objects.visible_to(user).values("pk")
    rows = (
        "scorecard__candidate__position__site__top_person",
        "scorecard__candidate__position__stream",
        "scorecard__assessor__user",
        "criterion__criterion",
    )
    return get_object_or_404(Score.objects.filter(scorecard__in=cards).select_related(*rows), pk=pk)


def _name_of(criterion, level) -> str:
    """For example "4, convinces by results"; the level's own name beside its number."""
    if level is None:
        return _("not observed")
    return f"{level}, {criterion.levels[level - 1][0]}"
