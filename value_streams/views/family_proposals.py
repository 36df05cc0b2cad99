from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from value_streams import matrix_answers as answers
from value_streams import permissions
from value_streams.grouping import Partition
from value_streams.matrix_forms import ArrangeForm, ConfirmForm, ProposalForm
from value_streams.matrix_picture import block_picture
from value_streams.models import FamilyProposal
from vsm_portal.pages import page, posted
from vsm_portal.permission import Conflict, demand

from .matrices import matrix_seen_by, matrix_trail


@require_POST
def proposal_create(request, pk):
    matrix = matrix_seen_by(request.user, pk)
    demand(permissions.may_edit_matrix(request.user, matrix))
    form = ProposalForm(request.POST, grid=matrix.grid(), instance=FamilyProposal(matrix=matrix))
    if form.is_valid():
        form.instance.left_out = form.cleaned_data["left_out"]
        form.instance.ask(by=request.user)
        return redirect("proposal_detail", form.instance.pk)
    return page(
        request,
        "value_streams/matrix_proposal_form.html",
        form=form,
        matrix=matrix,
        trail=matrix_trail((matrix.name, reverse("matrix_detail", args=[pk])), (_("Proposal"), "")),
    )


@require_safe
def proposal_detail(request, pk):
    proposal = proposal_seen_by(request.user, pk)
    if proposal.state != FamilyProposal.State.READY or request.htmx:
        return _progress(request, proposal)
    return _proposal_page(request, proposal)


def _progress(request, proposal):
    template = (
        "value_streams/_matrix_progress.html"
        if request.htmx
        else "value_streams/matrix_progress.html"
    )
    return page(request, template, proposal=proposal, trail=proposal_trail(proposal))


@require_POST
def proposal_arrangement(request, pk):
    """Products and steps moved by hand; the figures follow."""
    proposal = ready_proposal(request.user, pk)
    demand(permissions.may_arrange(request.user, proposal))
    figures = proposal.figures()
    form = ArrangeForm(request.POST, figures=figures, version=proposal.version)
    if not form.is_valid():
        return _proposal_page(request, proposal, form)
    partition = Partition(tuple(form.products), tuple(form.steps))
    proposal.arrange(partition, by=request.user, version=form.cleaned_data["version"])
    messages.success(request, _("Moved; the figures are those of the families as they are now."))
    return redirect("proposal_detail", pk)


@require_POST
def proposal_number(request, pk, number):
    """The program's best for another number of families."""
    proposal = ready_proposal(request.user, pk)
    demand(permissions.may_arrange(request.user, proposal))
    chosen = next((each for each in proposal.by_number if each["number"] == number), None)
    if chosen is None:
        raise Http404
    try:
        version = int(request.POST.get("version", ""))
    except ValueError as missing:
        raise Conflict(_("The page was not complete. Nothing was changed.")) from missing
    partition = Partition(tuple(chosen["products"]), tuple(chosen["steps"]))
    proposal.arrange(partition, by=request.user, version=version)
    return redirect("proposal_detail", pk)


@require_http_methods(["GET", "HEAD", "POST"])
def proposal_confirmation(request, pk):
    proposal = ready_proposal(request.user, pk)
    demand(permissions.may_confirm(request.user, proposal))
    figures = proposal.figures()
    form = ConfirmForm(posted(request), proposal=proposal, figures=figures, user=request.user)
    if form.is_valid():
        said = form.cleaned_data
        proposal.confirm(form.names, by=request.user, version=said["version"], seen=said["seen"])
        messages.success(request, _("The families are confirmed and stand in the list."))
        return redirect("proposal_detail", pk)
    return page(
        request,
        "value_streams/matrix_confirmation.html",
        form=form,
        proposal=proposal,
        known=sorted(form.known),
        trail=[*proposal_trail(proposal, linked=True), (_("Confirm"), "")],
    )


def proposal_seen_by(user, pk):
    seen = FamilyProposal.objects.visible_to(user)
    return get_object_or_404(
        seen.select_related("matrix__site", "requested_by", "confirmed_by"), pk=pk
    )


def ready_proposal(user, pk):
    proposal = proposal_seen_by(user, pk)
    if proposal.state != FamilyProposal.State.READY:
        raise Conflict(_("The grouping is not finished yet."))
    return proposal


def _proposal_page(request, proposal, form=None):
    figures = proposal.figures()
    context = {
        "title": answers.of_proposal(figures),
        "lede": answers.about_rules(figures),
        "trail": proposal_trail(proposal),
        "titleblock": answers.titleblock(proposal, figures),
        "proposal": proposal,
        "families": answers.families_of(figures, proposal.rules),
        "numbers": answers.numbers_of(proposal, figures),
        "picture": block_picture(
            figures, title=_("Families as blocks"), description=answers.of_proposal(figures)
        ),
        "table": answers.block_table(figures),
        "form": form or ArrangeForm(figures=figures, version=proposal.version),
        "may_arrange": permissions.may_arrange(request.user, proposal),
        "may_confirm": permissions.may_confirm(request.user, proposal),
    }
    return render(
        request,
        "value_streams/matrix_proposal.html",
        context,
        status=422 if form is not None else 200,
    )


def proposal_trail(proposal, linked=False):
    matrix = (proposal.matrix.name, reverse("matrix_detail", args=[proposal.matrix_id]))
    here = reverse("proposal_detail", args=[proposal.pk]) if linked else ""
    return matrix_trail(matrix, (_("Proposal"), here))
