"""Who takes no part in a position: candidates, by account or address, and who has a conflict.

One condition, and everything is fetched through it: lists, counts, search, exports, mails, audit.
"""

from django.db.models import Exists, OuterRef, Q, Subquery

from vsm_portal.accounts.models import User


def excluded(position, user) -> Q:
    """Whether the user is out of the position; both may be rows, ids or `OuterRef`s.

    `Position.objects.filter(~excluded(OuterRef("pk"), user))`
    """
    from .candidate import Candidate
    from .conflict_of_interest import ConflictOfInterest

    pk = getattr(user, "pk", user)
    account = User.objects.filter(pk=OuterRef(pk) if isinstance(pk, OuterRef) else pk)
    themselves = Q(user=user) | Q(email=Subquery(account.order_by().values("email")))
    return Q(Exists(Candidate.objects.filter(themselves, position=position))) | Q(
        Exists(ConflictOfInterest.objects.filter(position=position, user=user))
    )
