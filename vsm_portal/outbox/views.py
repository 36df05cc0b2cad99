from django.contrib import messages as notes
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from vsm_portal.accounts.models import Role
from vsm_portal.pages import page
from vsm_portal.permission import demand

from . import permissions
from .forms import LedgerFilter
from .ledger import standing
from .models import Message

ON_A_PAGE = 50


@require_safe
def message_list(request):
    """The ledger of what went out, what waits and what failed, for HR of the site."""
    if not request.user.memberships.filter(role=Role.HR).exists():
        raise Http404
    mails = Message.objects.visible_to(request.user)
    form = LedgerFilter(request.GET)
    listed = form.narrow(mails).abnormal_first().select_related("recipient", "site")
    return page(
        request,
        "outbox/message_list.html",
        form=form,
        standing=standing(mails),
        mails=Paginator(listed, ON_A_PAGE).get_page(request.GET.get("page")),
    )


@require_POST
def message_resend(request, pk):
    message = get_object_or_404(
        Message.objects.visible_to(request.user).select_related("recipient", "site"), pk=pk
    )
    demand(permissions.may_resend(request.user, message))
    message.resend(by=request.user)
    notes.success(request, _("The mail to %(name)s waits again.") % {"name": message.recipient})
    return redirect("message_list")
