from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from vsm_portal.pages import page, posted

from ..forms import OwnDetailsForm
from ..models import User


@require_http_methods(["GET", "HEAD", "POST"])
def me(request):
    """One's own details and roles. The address is shown; changing it is not offered to oneself."""
    form = OwnDetailsForm(posted(request), instance=User.objects.get(pk=request.user.pk))
    if request.method == "POST" and form.is_valid():
        form.save_by(request.user)
        messages.success(request, _("Saved."))
        return redirect("me")
    return page(
        request,
        "accounts/me.html",
        form=form,
        memberships=request.user.memberships.select_related("site"),
    )
