from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from vsm_portal.pages import page, posted
from vsm_portal.permission import demand

from ..forms import NewSiteForm, SiteForm
from ..models import Role, Site
from ..permissions import may_end, may_open_site
from .administering import sites_of

PAGE = 50


@require_safe
def site_list(request):
    sites = sites_of(request.user).select_related("parent", "top_person")
    sites = sites.annotate(people=Count("memberships__user", distinct=True)).order_by("name", "pk")
    return page(
        request,
        "accounts/site_list.html",
        sites=Paginator(sites, PAGE).get_page(request.GET.get("page")),
        opening=may_open_site(request.user),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def site_new(request):
    sites_of(request.user)
    demand(may_open_site(request.user))
    heads = Site.objects.where(request.user, Role.ADMINISTRATOR).filter(parent__isnull=True)
    form = NewSiteForm(posted(request), heads=heads)
    if request.method == "POST" and form.is_valid():
        site = Site.open(by=request.user, **form.cleaned_data)
        messages.success(request, _("%(site)s is here. Now say who works there.") % {"site": site})
        return redirect("site", pk=site.pk)
    return page(request, "accounts/site_new.html", form=form)


@require_safe
def site(request, pk):
    sites = Site.objects.administered_by(request.user).select_related("parent", "top_person")
    place = get_object_or_404(sites, pk=pk)
    memberships = place.memberships.select_related("user", "site").order_by(
        "role", "user__name", "pk"
    )
    # Each row's answer asks the same: who else administers? One look for all of them.
    administrators = place.memberships.filter(role=Role.ADMINISTRATOR, user__is_active=True).count()
    last = memberships.filter(role=Role.ADMINISTRATOR).first() if administrators <= 1 else None
    return page(
        request,
        "accounts/site.html",
        site=place,
        memberships=Paginator(memberships, PAGE).get_page(request.GET.get("page")),
        last_administrator=may_end(request.user, last) if last else None,
        people=memberships.aggregate(
            count=Count("user", distinct=True),
            administrators=Count("pk", filter=Q(role=Role.ADMINISTRATOR)),
        ),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def site_edit(request, pk):
    place = get_object_or_404(Site.objects.administered_by(request.user), pk=pk)
    form = SiteForm(posted(request), instance=place, by=request.user)
    if request.method == "POST" and form.is_valid():
        form.save_by(request.user)
        messages.success(request, _("Saved."))
        return redirect("site", pk=pk)
    return page(request, "accounts/site_edit.html", form=form, site_id=pk)
