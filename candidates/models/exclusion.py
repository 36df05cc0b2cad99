"""Who takes no part in a position: its candidates, and whoever has a conflict of interest.

One condition, and everything is fetched through it: lists, counts, search, exports, mails, audit.
"""

from django.db.models import Exists, Q


def excluded(position, user) -> Q:
    """Whether the user is out of the position; both may be rows, ids or `OuterRef`s.

    `Position.objects.filter(~excluded(OuterRef("pk"), user))`
    """
    from .candidate import Candidate
    from .conflict_of_interest import ConflictOfInterest

    themselves = {"position": position, "user": user}
    return Q(Exists(Candidate.objects.filter(**themselves))) | Q(
        Exists(ConflictOfInterest.objects.filter(**themselves))
    )
