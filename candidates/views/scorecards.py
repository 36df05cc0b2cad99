from django.conf import settings
from django.contrib import messages
from django.http import Http404, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from candidates import permissions
from candidates.forms.scorecards import ScoreForm, WarningForm
from candidates.models import Scorecard, WarningKind
from candidates.scorecard_contents import contents_of
from candidates.scorecard_form_parts import conflict_of, form_page_parts
from candidates.scorecard_nudge_words import nudges_on
from candidates.scorecard_page import surroundings, what_submitting_does
from candidates.scorecard_redrawing import redrawn
from candidates.scorecard_sheet import sheet_of
from vsm_portal.audit.writing import record_read
from vsm_portal.permission import Conflict, Refused

from .scorecard_saving import AROUND, attempt, own_card, refusals_in_json_too, wants_json


@require_safe
def scorecard_detail(request, pk):
    """The own draft leads to what is open in it; everything else is a sheet to read and print."""
    seen = Scorecard.objects.visible_to(request.user).select_related(*AROUND)
    card = get_object_or_404(seen, pk=pk)
    mine = card.assessor.user_id == request.user.pk
    if mine and card.is_writable:
        return redirect(_where_to_go_on(card))
    if not mine:
        record_read(card, by=request.user, enclosing=card.position)
    return render(request, "candidates/scorecard_detail.html", {"sheet": sheet_of(card, mine)})


def _where_to_go_on(card) -> str:
    contents = contents_of(card)
    if entry := contents.first_open:
        return entry.url
    if contents.lacking:
        return reverse("scorecard_warnings", args=[card.pk])
    return reverse("scorecard_submission", args=[card.pk])


@require_http_methods(["GET", "HEAD", "POST"])
@refusals_in_json_too
def scorecard_criterion(request, pk, criterion_pk):
    """One criterion: the question, the five levels, the evidence."""
    card = own_card(request.user, pk)
    contents = contents_of(card)
    entry = contents.entry_of(criterion_pk)
    if entry is None:
        raise Http404
    if request.method == "POST":
        return _save_criterion(request, card, contents, entry)
    if not card.is_writable:
        return redirect("scorecard_detail", pk)
    form = ScoreForm(entry.criterion, row=entry.score, notes=contents.notes)
    return _criterion_page(request, card, contents, entry, form)


def _save_criterion(request, card, contents, entry):
    form = ScoreForm(entry.criterion, request.POST, notes=contents.notes)
    outcome = attempt(card, form)
    if wants_json(request):
        return outcome.as_json(lambda: redrawn(card, request.user, contents.criteria, entry))
    if outcome.status == 200:
        return redirect(_chosen_next(card, contents, request.POST.get("next", "")))
    return _criterion_page(
        request,
        card,
        contents,
        entry,
        outcome.form,
        status=outcome.status,
        conflict=outcome.theirs and conflict_of(outcome.form, outcome.theirs),
    )


@require_POST
def scorecard_emptying(request, pk, criterion_pk):
    """What was begun on a criterion that is not asked is taken back: it is as if untouched."""
    card = own_card(request.user, pk)
    contents = contents_of(card)
    entry = contents.entry_of(criterion_pk)
    if entry is None or entry.is_asked:
        raise Http404
    nothing = QueryDict(mutable=True)
    nothing["version"] = request.POST.get("version", "")
    outcome = attempt(card, ScoreForm(entry.criterion, nothing))
    if outcome.status != 200:
        raise Conflict(
            _("This was changed in another window meanwhile: look at it before you leave it out.")
        )
    messages.success(request, _("Left out: it is not asked of you, and nothing is missing."))
    return redirect("scorecard_detail", pk)


def _chosen_next(card, contents, wanted) -> str:
    """`wanted` is the number of a criterion; anything else means the warnings."""
    found = (one.url for one in contents.entries if str(one.criterion.pk) == wanted)
    return next(found, "") or reverse("scorecard_warnings", args=[card.pk])


def _criterion_page(request, card, contents, entry, form, *, status=200, conflict=None):
    after = contents.after(entry)
    context = {
        "around": surroundings(card, contents, request.user),
        "entry": entry,
        "nudges": nudges_on(contents, entry),
        "parts": form_page_parts(form, entry.score, refused=status != 200),
        "before": contents.before(entry),
        "after": after,
        "next": after.criterion.pk if after else "warnings",
        "conflict": conflict,
        "csrf_cookie": settings.CSRF_COOKIE_NAME,
    }
    return render(request, "candidates/scorecard_criterion.html", context, status=status)


@require_safe
def scorecard_warnings(request, pk):
    card = own_card(request.user, pk)
    if not card.is_writable:
        return redirect("scorecard_detail", pk)
    return _warnings_page(request, card)


@require_POST
@refusals_in_json_too
def scorecard_warning(request, pk, kind):
    card = own_card(request.user, pk)
    if kind not in WarningKind.values:
        raise Http404
    outcome = attempt(card, WarningForm(WarningKind(kind), request.POST, auto_id=f"id_{kind}_%s"))
    if wants_json(request):
        return outcome.as_json(lambda: redrawn(card, request.user))
    if outcome.status == 200:
        return redirect(reverse("scorecard_warnings", args=[pk]) + f"#{kind}")
    return _warnings_page(request, card, kind, outcome)


def _warnings_page(request, card, kind="", outcome=None):
    contents = contents_of(card)
    context = {
        "around": surroundings(card, contents, request.user),
        "last": contents.asked[-1] if contents.asked else contents.entries[-1],
        "questions": [
            _question(warning, outcome if warning.kind == kind else None)
            for warning in contents.warnings
        ],
        "csrf_cookie": settings.CSRF_COOKIE_NAME,
    }
    return render(
        request,
        "candidates/scorecard_warnings.html",
        context,
        status=outcome.status if outcome else 200,
    )


def _question(warning, outcome) -> dict:
    form = WarningForm(warning.kind, row=warning.row, auto_id=f"id_{warning.kind}_%s")
    theirs = outcome and outcome.theirs
    return {
        "warning": warning,
        "parts": form_page_parts(
            outcome.form if outcome else form, warning.row, refused=outcome is not None
        ),
        "conflict": conflict_of(outcome.form, theirs) if theirs else None,
    }


@require_http_methods(["GET", "HEAD", "POST"])
def scorecard_submission(request, pk):
    """What is still missing, or the question before it becomes final."""
    card = own_card(request.user, pk)
    if card.state == Scorecard.State.SUBMITTED or (
        request.method != "POST" and not card.is_writable
    ):
        return redirect("scorecard_detail", pk)
    if not (answer := permissions.may_fill_in(request.user, card)):
        raise Conflict(answer.reason)
    if request.method == "POST" and _submits(request, card):
        return redirect("position_detail", card.position.pk)
    contents = contents_of(card)
    context = {
        "around": surroundings(card, contents, request.user),
        "heading": _submission_heading(card, contents),
        "lacking_entries": [entry for entry in contents.entries if entry.is_open],
        "lacking_warnings": [warning for warning in contents.warnings if not warning.is_done],
        "what_it_does": what_submitting_does(card),
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "candidates/scorecard_submission.html", context, status=status)


def _submits(request, card) -> bool:
    """False while something is missing: the page then says what."""
    # Read anew: what is missing has to be looked up once the draft is held, not before.
    fresh = Scorecard.objects.select_related(*AROUND).get(pk=card.pk)
    try:
        fresh.submit(by=request.user)
    except Refused:
        return False
    words = {"name": card.candidate.name}
    messages.success(request, _("The scorecard of %(name)s is submitted.") % words)
    return True


def _submission_heading(card, contents) -> str:
    if contents.lacking:
        return _("The scorecard of %(name)s is not complete yet") % {"name": card.candidate.name}
    return _("Submit your scorecard for %(name)s?") % {"name": card.candidate.name}
