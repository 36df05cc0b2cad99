"""A manager's entries as a file: in, after a preview, and out."""

from django import forms
from django.conf import settings
from django.contrib import messages
from django.core import signing
from django.core.exceptions import ValidationError
from django.http import StreamingHttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from evaluations import permissions
from evaluations.exports import entries_table
from evaluations.time_file import import_time, read_time
from vsm_portal.exporting.csv_file import stream_csv
from vsm_portal.pages import page, posted
from vsm_portal.permission import demand

from .time_log import own_appointment

SALT = "time.csv between preview and import"


class TimeFileForm(forms.Form):
    file = forms.FileField(
        label=_("time.csv"),
        help_text=_(
            "Columns: email (your own), date, half (morning, afternoon), kind (daily, improvement,"
            " people, planning, standard), cause (of daily issues), minutes. UTF-8; comma,"
            " semicolon or tab."
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


def _trail(appointment):
    return [(gettext("Time"), reverse("time_log", args=[appointment.pk])), (gettext("Import"), "")]


@require_http_methods(["GET", "HEAD", "POST"])
def time_import(request, pk):
    """Choose a file; see what it would do, or everything that is wrong with it."""
    appointment = own_appointment(request.user, pk)
    demand(permissions.may_log(request.user, appointment))
    form = TimeFileForm(posted(request), request.FILES or None)
    if request.method == "POST" and form.is_valid():
        return _preview(request, appointment, form.cleaned_data["file"].read())
    return _ask(request, appointment, form)


def _ask(request, appointment, form):
    return page(
        request,
        "evaluations/time_import.html",
        form=form,
        appointment=appointment,
        trail=_trail(appointment),
    )


@require_POST
def time_import_confirmation(request, pk):
    """The previewed file is read again: what changed meanwhile is a fault, not a surprise."""
    appointment = own_appointment(request.user, pk)
    demand(permissions.may_log(request.user, appointment))
    try:
        content = signing.loads(request.POST.get("content", ""), salt=SALT).encode()
    except signing.BadSignature:
        return _ask(request, appointment, TimeFileForm({}, {}))
    lines, faults = read_time(content, appointment)
    if faults:
        return _preview(request, appointment, content)
    try:
        new = import_time(lines, appointment, by=request.user)
    except ValidationError:  # the log changed in this moment
        return _preview(request, appointment, content)
    said = ngettext("%(n)s entry was imported.", "%(n)s entries were imported.", new)
    messages.success(request, said % {"n": new})
    return redirect("time_log", pk)


def _preview(request, appointment, content):
    lines, faults = read_time(content, appointment)
    context = {
        "appointment": appointment,
        "lines": lines,
        "new": sum(not line.is_known for line in lines),
        "known": sum(line.is_known for line in lines),
        "faults": [fault.text(gettext) for fault in faults],
        "content": "" if faults else _carried(content),
        "trail": _trail(appointment),
    }
    status = 422 if faults else 200
    return render(request, "evaluations/time_import_preview.html", context, status=status)


def _carried(content: bytes) -> str:
    """The file inside the preview's form: nothing is stored before somebody confirms."""
    return signing.dumps(content.decode("utf-8-sig"), salt=SALT, compress=True)


@require_safe
def time_file(request, pk):
    appointment = own_appointment(request.user, pk)
    rows = stream_csv(entries_table(appointment))
    answer = StreamingHttpResponse(rows, content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = content_disposition_header(True, "time.csv")
    return answer
