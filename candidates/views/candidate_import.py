from django import forms
from django.conf import settings
from django.contrib import messages
from django.core import signing
from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from candidates import permissions
from candidates.candidates_file import import_candidates, read_candidates
from candidates.forms.reasons import ReasonForm, reason_for_change
from vsm_portal.permission import demand

from .asking import ask, position_seen_by, trail_to
from .panel import ANY_REASON

SALT = "candidates.csv between preview and import of position %s"


class CandidatesFileForm(forms.Form):
    file = forms.FileField(
        label=_("candidates.csv"),
        help_text=_(
            "Columns: name, email, current_function, source, lean_experience, line_manager_email. "
            "UTF-8; comma, semicolon or tab."
        ),
        widget=forms.FileInput(attrs={"accept": ".csv,text/csv"}),
    )

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > settings.CSV_MAX_BYTES:
            raise forms.ValidationError(
                _("The file has %(got)s bytes; at most %(most)s can be read."),
                params={"got": file.size, "most": settings.CSV_MAX_BYTES},
            )
        return file


@require_http_methods(["GET", "HEAD", "POST"])
def candidate_import(request, pk):
    """Choose a file; see whom it would enter, or everything that is wrong with it."""
    position = position_for_import(request, pk)
    posted = request.method == "POST"
    form = CandidatesFileForm(request.POST, request.FILES) if posted else CandidatesFileForm()
    if posted and form.is_valid():
        return _preview(request, position, form.cleaned_data["file"].read())
    return _choose(request, position, form)


@require_POST
def candidate_import_confirmation(request, pk):
    """The previewed file is read again: what changed meanwhile is a fault, not a surprise."""
    position = position_for_import(request, pk)
    try:
        content = signing.loads(request.POST.get("content", ""), salt=SALT % pk).encode()
    except signing.BadSignature:
        return _choose(request, position, CandidatesFileForm({}, {}))
    lines, faults = read_candidates(content, position)
    form = ReasonForm(request.POST, reason=reason_for_change(position))
    if faults or not form.is_valid():
        return _preview(request, position, content, form)
    try:
        new = import_candidates(lines, by=request.user, reason=form.cleaned_data["reason"])
    except ValidationError:
        # Somebody in the file was entered meanwhile, by a second click for example.
        return _preview(request, position, content, form, status=422)
    said = ngettext("%(n)s candidate was entered.", "%(n)s candidates were entered.", new)
    messages.success(request, said % {"n": new})
    return redirect("position_detail", pk)


def position_for_import(request, pk):
    position = position_seen_by(request.user, pk)
    demand(permissions.may_change_panel(request.user, position, ANY_REASON))
    return position


def _choose(request, position, form):
    return ask(
        request,
        form,
        title=gettext("Import candidates from a file"),
        lede=gettext("You first see whom it would enter. Nothing is saved before you confirm."),
        verb=gettext("Show what it would do"),
        trail=trail_to(position, (gettext("Import"), "")),
        back=reverse("position_detail", args=[position.pk]),
    )


def _preview(request, position, content, form=None, *, status=200):
    lines, faults = read_candidates(content, position)
    new = sum(not line.known for line in lines)
    context = {
        "position": position,
        "trail": trail_to(position, (gettext("Import"), "")),
        "title": _answer(new, faults),
        "lines": lines,
        "new": new,
        "faults": [fault.text(gettext) for fault in faults],
        "warnings": [line for line in lines if line.unknown_line_manager],
        "form": form or ReasonForm(reason=reason_for_change(position)),
        "content": "" if faults else _carried(content, position),
    }
    status = 422 if faults or (form and form.errors) else status
    return render(request, "candidates/candidate_import_preview.html", context, status=status)


def _answer(new, faults) -> str:
    if faults:
        said = ngettext(
            "Nobody was entered: one thing in the file is wrong",
            "Nobody was entered: %(n)s things in the file are wrong",
            len(faults),
        )
        return said % {"n": len(faults)}
    if not new:
        return gettext("Everybody in this file is here already")
    said = ngettext("One candidate would be entered", "%(n)s candidates would be entered", new)
    return said % {"n": new}


def _carried(content: bytes, position) -> str:
    """The file inside the preview's form: nothing is stored before somebody confirms."""
    return signing.dumps(content.decode("utf-8-sig"), salt=SALT % position.pk, compress=True)
