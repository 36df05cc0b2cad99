from django.utils.translation import gettext as _

from vsm_portal.permission import Allowed, Answer, Denied

from .models import State


def may_resend(user, message) -> Answer:
    """Whoever reads the ledger row may; the row must be at its end."""
    if message.state == State.FAILED:
        return Allowed()
    return Denied(_("Only a mail that failed can be sent again."))
