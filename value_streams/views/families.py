from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from value_streams import answers, permissions
from value_streams.forms import FamilyForm, FamilyNewForm
from value_streams.models import Family
from vsm_portal.pages import page
from vsm_portal.permission import demand

from .streams import PER_PAGE


@require_safe
def family_list(request):
    seen = Family.objects.visible_to(request.user)
    rows = Paginator(seen.with_streams_of(request.user), PER_PAGE)
    without_stream = seen.without_stream().count()
    return page(
        request,
        "value_streams/family_list.html",
        title=answers.of_families(rows.count, without_stream),
        trail=[(_("Streams"), reverse("stream_list")), (_("Product families"), "")],
        families=rows.get_page(request.GET.get("page")),
        may_add=permissions.may_add_family(request.user),
    )


@require_safe
def family_detail(request, pk):
    seen = Family.objects.visible_to(request.user).with_streams_of(request.user)
    family = get_object_or_404(seen.with_proposal(), pk=pk)
    return page(
        request,
        "value_streams/family_detail.html",
        title=answers.of_family(family, family.streams_seen),
        trail=family_trail(family.name),
        family=family,
        may_edit=permissions.may_edit_family(request.user, family),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def family_create(request):
    demand(permissions.may_add_family(request.user))
    form = FamilyNewForm(request.POST or None, user=request.user)
    if form.is_valid():
        form.instance.enter(by=request.user)
        messages.success(request, _("The product family is there."))
        return redirect("family_detail", form.instance.pk)
    return page(
        request,
        "value_streams/family_form.html",
        form=form,
        title=_("Which products belong together?"),
        trail=family_trail(_("New family")),
        verb=_("Add the family"),
        back=reverse("family_list"),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def family_edit(request, pk):
    family = get_object_or_404(
        Family.objects.visible_to(request.user).select_related("site"), pk=pk
    )
    demand(permissions.may_edit_family(request.user, family))
    form = FamilyForm(request.POST or None, instance=family)
    if form.is_valid():
        form.save_version(by=request.user)
        messages.success(request, _("The product family is saved."))
        return redirect("family_detail", pk)
    return page(
        request,
        "value_streams/family_form.html",
        form=form,
        title=_("Change the product family"),
        trail=family_trail(_("Change")),
        verb=_("Save the family"),
        back=reverse("family_detail", args=[pk]),
    )


def family_trail(here):
    return [
        (_("Streams"), reverse("stream_list")),
        (_("Product families"), reverse("family_list")),
        (here, ""),
    ]
