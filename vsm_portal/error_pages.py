"""Error pages say what happened and what was kept."""

from django.contrib.auth.decorators import login_not_required
from django.shortcuts import render
from django.utils.translation import gettext as _

from .permission import Kept

#: fields that are never shown back, whatever went wrong
SECRET_FIELDS = {
    "csrfmiddlewaretoken",
    "password",
    "password1",
    "password2",
    "oldpassword",
    "version",
}


def typed(request):
    """What the person had typed, for a page that keeps it."""
    return [
        Kept(name.replace("_", " "), text)
        for name, texts in request.POST.lists()
        if name not in SECRET_FIELDS
        for text in texts
        if text.strip()
    ]


@login_not_required
def bad_request(request, exception=None):
    return render(request, "400.html", status=400)


@login_not_required
def forbidden(request, exception=None):
    reason = (
        str(exception) if exception and str(exception) else _("Your role does not include this.")
    )
    return render(request, "403.html", {"reason": reason, "kept": typed(request)}, status=403)


@login_not_required
def not_found(request, exception=None):
    return render(request, "404.html", status=404)


def conflict(request, exception):
    context = {"reason": exception.reason, "kept": exception.kept or typed(request)}
    return render(request, "409.html", context, status=409)


@login_not_required
def csrf_failure(request, reason=""):
    """The form's token was too old. Autosave answers with a code that its script understands."""
    return render(request, "403_csrf.html", {"kept": typed(request)}, status=403)
