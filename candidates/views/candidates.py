from django.contrib import messages
from django.http import FileResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from candidates import permissions
from candidates.cv_file import media_type
from candidates.forms.candidates import (
    CandidateForm,
    CandidateNewForm,
    TellingForm,
    WithdrawalForm,
)
from candidates.models import Candidate
from candidates.parallel import elsewhere
from candidates.parts import part_of
from vsm_portal.audit.writing import record_read
from vsm_portal.pages import page
from vsm_portal.permission import demand

from .asking import ask, position_seen_by, trail_to
from .panel import ANY_REASON

PEOPLE = ("position__site__top_person", "position__stream", "user", "line_manager")


def candidate_seen_by(user, pk) -> Candidate:
    seen = Candidate.objects.visible_to(user).select_related(*PEOPLE).with_tellings()
    return get_object_or_404(seen, pk=pk)


def candidate_trail(candidate, here):
    above = (candidate.name, reverse("candidate_detail", args=[candidate.pk]))
    return trail_to(candidate.position, above, (here, ""))


@require_safe
def candidate_detail(request, pk):
    candidate = candidate_seen_by(request.user, pk)
    record_read(candidate, by=request.user, enclosing=candidate.position)
    part = part_of(request.user, candidate.position)
    others = elsewhere([candidate], request.user) if part.reads_record else {}
    return page(
        request,
        "candidates/candidate_detail.html",
        candidate=candidate,
        elsewhere=others.get(candidate.pk, []),
        trail=trail_to(candidate.position, (candidate.name, "")),
        part=part,
        telling=candidate.told,
        may_edit=permissions.may_organise(request.user, candidate.position),
        may_withdraw=permissions.may_withdraw(request.user, candidate),
        may_tell=permissions.may_tell(request.user, candidate),
    )


@require_safe
def candidate_cv(request, pk):
    """The file, to be saved and not to be shown: nothing in it can act as a page of the portal."""
    candidate = candidate_seen_by(request.user, pk)
    if not candidate.cv:
        messages.info(request, _("There is no CV of %(name)s.") % {"name": candidate.name})
        return redirect("candidate_detail", pk)
    record_read(candidate, by=request.user, enclosing=candidate.position)
    return FileResponse(
        candidate.cv.open("rb"),
        as_attachment=True,
        filename=candidate.cv_name,
        content_type=media_type(candidate.cv_name),
        headers={
            "X-Content-Type-Options": "nosniff",
            "Content-Security-Policy": "sandbox; default-src 'none'",
        },
    )


@require_http_methods(["GET", "HEAD", "POST"])
def candidate_new(request, pk):
    position = position_seen_by(request.user, pk)
    demand(permissions.may_change_panel(request.user, position, ANY_REASON))
    form = CandidateNewForm(request.POST or None, request.FILES or None, position=position)
    if form.is_valid() and form.enter(by=request.user):
        messages.success(request, _("%(name)s is considered.") % {"name": form.instance})
        return redirect("position_detail", pk)
    return ask(
        request,
        form,
        title=_("Who is considered?"),
        verb=_("Add the candidate"),
        trail=trail_to(position, (_("New candidate"), "")),
        back=reverse("position_detail", args=[pk]),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def candidate_edit(request, pk):
    candidate = candidate_seen_by(request.user, pk)
    demand(permissions.may_organise(request.user, candidate.position))
    form = CandidateForm(request.POST or None, request.FILES or None, instance=candidate)
    if form.is_valid():
        form.save_version(by=request.user)
        messages.success(request, _("Saved."))
        return redirect("candidate_detail", pk)
    return ask(
        request,
        form,
        title=_("Change what is known of the candidate"),
        verb=_("Save"),
        trail=candidate_trail(candidate, _("Change")),
        back=reverse("candidate_detail", args=[pk]),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def candidate_withdrawal(request, pk):
    candidate = candidate_seen_by(request.user, pk)
    demand(permissions.may_withdraw(request.user, candidate))
    form = WithdrawalForm(request.POST or None, candidate=candidate)
    if form.is_valid():
        candidate.withdraw(by=request.user, **form.cleaned_data)
        messages.success(request, _("%(name)s has withdrawn.") % {"name": candidate})
        return redirect("position_detail", candidate.position_id)
    return ask(
        request,
        form,
        title=_("Has %(name)s withdrawn?") % {"name": candidate.name},
        lede=_("Out of the ranking; the scorecards stay until the data are deleted."),
        verb=_("Note the withdrawal"),
        trail=candidate_trail(candidate, _("Withdrawal")),
        back=reverse("candidate_detail", args=[pk]),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def candidate_telling(request, pk):
    candidate = candidate_seen_by(request.user, pk)
    demand(permissions.may_tell(request.user, candidate))
    form = TellingForm(request.POST or None, candidate=candidate, user=request.user)
    if form.is_valid():
        candidate.tell(by=request.user, **form.cleaned_data)
        messages.success(request, _("Noted: %(name)s was told.") % {"name": candidate})
        return redirect("position_detail", candidate.position_id)
    return ask(
        request,
        form,
        title=_("How was %(name)s told of the decision?") % {"name": candidate.name},
        verb=_("Note it"),
        trail=candidate_trail(candidate, _("Told of the decision")),
        back=reverse("candidate_detail", args=[pk]),
    )
