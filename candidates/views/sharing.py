from django.contrib import messages
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from candidates import permissions
from candidates.forms.sharing import SharesForm
from candidates.models.criteria import Tier
from vsm_portal.pages import page, posted
from vsm_portal.permission import demand

from .asking import position_seen_by, trail_to

ANY_REASON = "-"


@require_http_methods(["GET", "HEAD", "POST"])
def position_shares(request, pk):
    """Who is asked which criteria. `?proposed`: the ticks are a fair deal, not saved yet."""
    position = position_seen_by(request.user, pk)
    demand(permissions.may_share_out(request.user, position, ANY_REASON))
    proposed = "proposed" in request.GET and request.method != "POST"
    form = SharesForm(posted(request), position=position, proposed=proposed)
    if form.is_valid():
        form.save(by=request.user)
        messages.success(request, _("The criteria are shared out."))
        return redirect("position_detail", pk)
    return page(
        request,
        "candidates/position_shares.html",
        form=form,
        position=position,
        title=_answer(form),
        proposed=proposed,
        tiers=[(tier, Tier(tier).label, lines) for tier, lines in form.tiers],
        trail=trail_to(position, (_("Who is asked what"), "")),
    )


def _answer(form) -> str:
    """What the ticks on the page come to."""
    numbers = sorted({number for _seat, number in form.numbers})
    if not numbers:
        return _("Nobody judges yet")
    if numbers == [len(form.criteria)]:
        return _("Everybody is asked everything")
    if len(numbers) == 1:
        words = ngettext(
            "Each assessor is asked one criterion",
            "Each assessor is asked %(n)s criteria",
            numbers[0],
        )
        return words % {"n": numbers[0]}
    return _("The assessors are asked %(fewest)s to %(most)s criteria each") % {
        "fewest": numbers[0],
        "most": numbers[-1],
    }
