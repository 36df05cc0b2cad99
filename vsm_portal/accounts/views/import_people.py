from django import forms
from django.conf import settings
from django.contrib import messages
from django.core import signing
from django.shortcuts import redirect, render
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from vsm_portal.pages import page, posted

from ..people_file import import_people, read_people
from .administering import sites_of

SALT = "people.csv between preview and import"


class PeopleFileForm(forms.Form):
    file = forms.FileField(
        label=_("people.csv"),
        help_text=_("Columns: name, email, site, role. UTF-8; comma, semicolon or tab."),
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
def people_import(request):
    """Choose a file; see what it would do, or everything that is wrong with it."""
    sites = sites_of(request.user)
    form = PeopleFileForm(posted(request), request.FILES or None)
    if request.method == "POST" and form.is_valid():
        return _preview(request, form.cleaned_data["file"].read())
    return page(request, "accounts/people_import.html", form=form, sites=sites)


@require_POST
def people_import_confirmation(request):
    """The previewed file is read again: what changed meanwhile is a fault, not a surprise."""
    sites = sites_of(request.user)
    try:
        content = signing.loads(request.POST.get("content", ""), salt=SALT).encode()
    except signing.BadSignature:
        form = PeopleFileForm({}, {})
        return page(request, "accounts/people_import.html", form=form, sites=sites)
    lines, faults = read_people(content, by=request.user)
    if faults:
        return _preview(request, content)
    changed = import_people(lines, by=request.user)
    messages.success(
        request,
        ngettext("%(count)s role was given.", "%(count)s roles were given.", changed)
        % {"count": changed},
    )
    return redirect("person_list")


def _preview(request, content):
    lines, faults = read_people(content, by=request.user)
    context = {
        "lines": lines,
        "new": len({line.email for line in lines if line.is_new}),
        "roles": sum(line.changes for line in lines),
        "faults": [fault.text(gettext) for fault in faults],
        "content": "" if faults else _carried(content),
    }
    status = 422 if faults else 200
    return render(request, "accounts/people_import_preview.html", context, status=status)


def _carried(content: bytes) -> str:
    """The file inside the preview's form: nothing is stored before somebody confirms."""
    return signing.dumps(content.decode("utf-8-sig"), salt=SALT, compress=True)
