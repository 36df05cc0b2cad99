from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from vsm_portal.pages import page, posted
from vsm_portal.permission import demand

from ..forms import MembershipForm
from ..models import Membership, Site
from ..permissions import may_end


@require_http_methods(["GET", "HEAD", "POST"])
def membership_new(request, pk):
    site = get_object_or_404(Site.objects.administered_by(request.user), pk=pk)
    form = MembershipForm(posted(request), site=site, by=request.user)
    if request.method == "POST" and form.is_valid():
        messages.success(request, _("Given: %(what)s.") % {"what": form.give()})
        return redirect("site", pk=pk)
    return page(request, "accounts/membership_new.html", form=form, site=site)


@require_POST
def membership_end(request, pk):
    sites = Site.objects.administered_by(request.user)
    membership = get_object_or_404(
        Membership.objects.filter(site__in=sites).select_related("site", "user"), pk=pk
    )
    demand(may_end(request.user, membership))
    membership.end(by=request.user)
    messages.success(request, _("Ended: %(what)s.") % {"what": membership})
    return redirect("site", pk=membership.site_id)
