from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, Exists, OuterRef, Prefetch, Q
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from vsm_portal.pages import page, posted
from vsm_portal.permission import demand

from ..forms import InvitationForm, PersonForm
from ..models import Membership, User
from ..permissions import may_deactivate, may_end
from .administering import sites_of

PAGE = 50


@require_safe
def person_list(request):
    sites = sites_of(request.user)
    people = User.objects.administered_by(request.user)
    wanted = request.GET.get("q", "").replace("\0", "").strip()  # PostgreSQL refuses NUL
    if wanted:
        people = people.filter(Q(name__icontains=wanted) | Q(email__icontains=wanted))
    here = Membership.objects.filter(site__in=sites).select_related("site")
    rows = Paginator(
        people.prefetch_related(Prefetch("memberships", queryset=here, to_attr="roles_here")), PAGE
    )
    return page(
        request,
        "accounts/person_list.html",
        people=rows.get_page(request.GET.get("page")),
        counts=_counts(people),
        wanted=wanted,
    )


@require_http_methods(["GET", "HEAD", "POST"])
def person_new(request):
    form = InvitationForm(posted(request), sites=sites_of(request.user))
    if request.method == "POST" and form.is_valid():
        person = User.invite(by=request.user, **form.cleaned_data)
        messages.success(
            request, _("%(name)s gets a mail with which to set a password.") % {"name": person}
        )
        return redirect("person", pk=person.pk)
    return page(request, "accounts/person_new.html", form=form)


@require_safe
def person(request, pk):
    somebody = get_object_or_404(User.objects.administered_by(request.user), pk=pk)
    sites = sites_of(request.user)
    memberships = list(somebody.memberships.select_related("site", "user").filter(site__in=sites))
    return page(
        request,
        "accounts/person.html",
        person=somebody,
        memberships=[(membership, may_end(request.user, membership)) for membership in memberships],
        elsewhere=somebody.memberships.exclude(site__in=sites).exists(),
        closing=may_deactivate(request.user, somebody),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def person_edit(request, pk):
    somebody = get_object_or_404(User.objects.administered_by(request.user), pk=pk)
    form = PersonForm(posted(request), instance=somebody, by=request.user)
    if request.method == "POST" and form.is_valid():
        form.save_by(request.user)
        messages.success(request, _("Saved."))
        return redirect("person", pk=pk)
    return page(request, "accounts/person_edit.html", form=form, person_id=pk)


@require_POST
def person_deactivation(request, pk):
    somebody = get_object_or_404(User.objects.administered_by(request.user), pk=pk)
    demand(may_deactivate(request.user, somebody))
    somebody.deactivate(by=request.user)
    messages.success(
        request, _("%(name)s can no longer sign in, and is signed out.") % {"name": somebody}
    )
    return redirect("person", pk=pk)


@require_POST
def person_activation(request, pk):
    somebody = get_object_or_404(User.objects.administered_by(request.user), pk=pk)
    somebody.activate(by=request.user, site=sites_of(request.user).first())
    messages.success(
        request, _("%(name)s gets a mail with which to set a new password.") % {"name": somebody}
    )
    return redirect("person", pk=pk)


def _counts(people):
    """How many can sign in, were invited and have not yet, and can but have no role anywhere."""
    roles = Exists(Membership.objects.filter(user=OuterRef("pk")))
    return people.annotate(has_role=roles).aggregate(
        all=Count("pk"),
        active=Count("pk", filter=Q(is_active=True)),
        invited=Count("pk", filter=Q(is_active=True, last_login__isnull=True)),
        closed=Count("pk", filter=Q(is_active=False)),
        without_role=Count("pk", filter=Q(is_active=True, has_role=False)),
    )
