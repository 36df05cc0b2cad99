"""Saving what an assessor types, for the page and for the autosave beside it.

Whoever asks for JSON gets the outcome in a few words; everybody else gets the page.
"""

from dataclasses import dataclass
from functools import wraps

from django.http import Http404, JsonResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from candidates import permissions
from candidates.forms.scorecards import DraftForm
from candidates.models import Scorecard
from candidates.models.drafting import DraftConflict
from candidates.scorecard_contents import WRITTEN
from candidates.scorecard_words import saved_sentence, saved_time
from vsm_portal.permission import Conflict

AROUND = (
    "assessor__user",
    "candidate__position__stream",
    "candidate__position__chair",
    "candidate__position__stand_in_decider",
    "candidate__position__site__top_person",
    "candidate__position__site__parent__top_person",
    "candidate__position__reveal",
)


def own_card(user, pk) -> Scorecard:
    """The user's own scorecard, open or not, with everything in it; 404 for everybody else."""
    own = Scorecard.objects.own(user).select_related(*AROUND)
    return get_object_or_404(own.prefetch_related(*WRITTEN), pk=pk)


def wants_json(request) -> bool:
    return request.get_preferred_type(["text/html", "application/json"]) == "application/json"


def refusals_in_json_too(view):
    """The autosave keeps the text and shows the reason; a page of HTML would not tell it one."""

    @wraps(view)
    def answer(request, *args, **kwargs):
        if not wants_json(request):
            return view(request, *args, **kwargs)
        try:
            return view(request, *args, **kwargs)
        except Http404:
            reason = _("This scorecard is not here, or it is no longer yours.")
            return JsonResponse({"reason": reason}, status=404)
        except Conflict as closed:
            return JsonResponse({"reason": str(closed.reason)}, status=409)

    return answer


@dataclass(frozen=True)
class Outcome:
    """What became of a save: the row, or the form's errors, or a conflict with `theirs`.

    No row after a save: nothing was typed, so nothing was written.
    """

    status: int
    form: DraftForm
    row: object = None
    theirs: dict | None = None

    def as_json(self, redraw):
        """`redraw()`: what the page shows around the form, asked for only once it is saved."""
        if self.status == 200:
            version = self.row.version if self.row else 0
            said = {"saved": saved_time(self.row), "sentence": saved_sentence(self.row)}
            return JsonResponse({"version": version} | said | redraw())
        if self.status == 422:
            return JsonResponse({"errors": self.form.errors}, status=422)
        reason = _("Saved elsewhere at %(time)s, while you were writing.")
        return JsonResponse(
            {"reason": reason % {"time": self.theirs["saved"]}, "theirs": self.theirs}, status=409
        )


def attempt(card, form) -> Outcome:
    """Save the form into the draft. Raises Conflict with everything typed if it is closed."""
    if not (answer := permissions.may_fill_in(card.assessor.user, card)):
        raise Conflict(answer.reason, kept=form.kept())
    if not form.is_valid():
        return Outcome(422, form)
    try:
        return Outcome(200, form, row=form.save(card))
    except DraftConflict as conflict:
        return Outcome(409, form.on_top_of(conflict.theirs), theirs=form.told(conflict.theirs))
    except Conflict as closed:
        card.refresh_from_db()  # submitted or excused between reading and saving
        answer = permissions.may_fill_in(card.assessor.user, card)
        raise Conflict(answer.reason or closed.reason, kept=form.kept()) from closed
