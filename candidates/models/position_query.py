"""Which positions a person may know of. All of selection is fetched through these phrases."""

from django.db import models
from django.db.models import Count, Exists, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from .exclusion import excluded


class PositionQuerySet(models.QuerySet):
    def not_excluded(self, user):
        """Without the positions for which the user is or was a candidate, or has a conflict of
        interest.

        It stands before every role: the HR manager who is a candidate learns nothing, not even that
        the position exists.
        """
        return self.filter(~excluded(OuterRef("pk"), user))

    def closed_to(self, user):
        """Those of which the user must learn nothing: what a trail or a ledger leaves out."""
        return self.filter(excluded(OuterRef("pk"), user))

    def organised_by(self, user):
        """HR of the site, or of its head office where no HR of the site is left to do it."""
        return self.not_excluded(user).filter(_organised_by(user))

    def decided_by(self, user):
        """The top person of the site, or the stand-in where one is named; where that one is out,
        the top person of the head office.
        """
        return self.not_excluded(user).filter(_decided_by(user))

    def chaired_by(self, user):
        return self.not_excluded(user).filter(chair=user).exclude(state="draft")

    def assessed_by(self, user):
        """Where the user sits on the panel, from the opening on."""
        from .panel import Assessor

        seat = Assessor.objects.filter(position=OuterRef("pk"), user=user)
        return self.not_excluded(user).filter(Exists(seat)).exclude(state="draft")

    def visible_to(self, user):
        from .panel import Assessor

        seat = Assessor.objects.filter(position=OuterRef("pk"), user=user)
        return self.not_excluded(user).filter(
            _organised_by(user)
            | _decided_by(user)
            | (~Q(state="draft") & (Q(chair=user) | Exists(seat)))
        )

    def revealed_to(self, user):
        """Where the user may read what all assessors scored.

        After the reveal: the panel (while it sits), HR and the decider; never somebody whose own
        scorecard is still open, whatever else they are.
        """
        from .scorecard import Scorecard
        from .scorecard import State as ScorecardState

        own_open = Scorecard.objects.filter(
            candidate__position=OuterRef("pk"),
            candidate__state="considered",
            assessor__user=user,
            state=ScorecardState.DRAFT,
        )
        organises_or_decides = self.organised_by(user) | self.decided_by(user)
        panel = self.visible_to(user).filter(state="deciding")
        return self.filter(
            Q(pk__in=organises_or_decides.values("pk")) | Q(pk__in=panel.values("pk")),
            ~Exists(own_open),
            reveal__isnull=False,
        )

    def progress_shown_to(self, user):
        """Where the user learns how many scorecards are in; assessors only learn of people."""
        return self.organised_by(user) | self.decided_by(user) | self.chaired_by(user)

    def with_progress(self, user):
        """How far scoring is: that scorecards are in, never what stands in them.

        Annotates, over candidates still considered and without excused scorecards: `asked` and
        `submitted` of the whole panel, `own_asked` and `own_submitted` of the user's; `seats` on
        the panel and `seats_done`, those with nothing open.
        """
        from .panel import Assessor
        from .scorecard import Scorecard
        from .scorecard import State as ScorecardState

        asked = (
            Scorecard.objects.of_the_sitting()
            .filter(candidate__position=OuterRef("pk"), candidate__state="considered")
            .exclude(state=ScorecardState.EXCUSED)
            .order_by()
        )
        seats = Assessor.objects.sitting().filter(position=OuterRef("pk")).order_by()
        open_ones = Scorecard.objects.still_open().filter(assessor=OuterRef("pk"))
        return self.annotate(
            asked=number_of(asked, "candidate__position"),
            submitted=number_of(
                asked.filter(state=ScorecardState.SUBMITTED), "candidate__position"
            ),
            own_asked=number_of(asked.filter(assessor__user=user), "candidate__position"),
            own_submitted=number_of(
                asked.filter(assessor__user=user, state=ScorecardState.SUBMITTED),
                "candidate__position",
            ),
            seats=number_of(seats, "position"),
            seats_done=number_of(seats.exclude(Exists(open_ones)), "position"),
        )

    def with_gaps(self):
        """Whom each lost: `lacks_hr`, `lacks_chair`, `lacks_named_decider`, and `lacks_decider`
        where nobody of the head office steps in either.
        """
        return self.annotate(
            lacks_hr=truth_of(~Exists(hr_left())),
            lacks_chair=truth_of(
                excluded(OuterRef("pk"), OuterRef("chair")) | Q(chair__is_active=False)
            ),
            lacks_named_decider=truth_of(~Exists(decider_left())),
            lacks_decider=truth_of(~Exists(decider_left()) & ~Exists(decider_above())),
        )

    def lacking_somebody(self):
        """Running ones that somebody has to mend or step into. After `with_gaps`."""
        return self.filter(
            Q(lacks_hr=True) | Q(lacks_chair=True) | Q(lacks_named_decider=True),
            state__in=["draft", "open", "deciding"],
        )

    def most_urgent_first(self):
        """What waits for a decision, then what is being scored or prepared, then what is over."""
        states = ["deciding", "open", "draft", "filled", "cancelled"]
        order = models.Case(
            *(models.When(state=state, then=place) for place, state in enumerate(states))
        )
        return self.order_by(order, "due_on", "pk")

    def with_names(self):
        return self.select_related(
            "site__top_person", "site__parent__top_person", "stream", "chair", "stand_in_decider"
        )


def _organised_by(user) -> Q:
    """HR who are excluded are out; if nobody remains, HR of the head office steps in."""
    from vsm_portal.accounts.models import Role, Site

    sites = Site.objects.where(user, Role.HR).values("pk")
    below = Site.objects.filter(parent__in=sites).values("pk")
    return Q(site__in=sites) | (Q(site__in=below) & ~Exists(hr_left()))


def hr_left():
    """HR of a position's own site who may sign in and are not excluded from it."""
    from vsm_portal.accounts.models import Membership, Role

    return Membership.objects.filter(
        ~excluded(OuterRef(OuterRef("pk")), OuterRef("user")),
        site=OuterRef("site"),
        role=Role.HR,
        user__is_active=True,
    )


def _decided_by(user) -> Q:
    named = Q(stand_in_decider=user) | Q(stand_in_decider__isnull=True, site__top_person=user)
    return named | (Q(site__parent__top_person=user) & ~Exists(decider_left()))


def decider_left():
    """Who is named to decide on a position, if they may sign in and are not excluded from it."""
    from vsm_portal.accounts.models import User

    return User.objects.filter(
        ~excluded(OuterRef(OuterRef("pk")), OuterRef("pk")),
        pk=Coalesce(OuterRef("stand_in_decider"), OuterRef("site__top_person")),
        is_active=True,
    )


def decider_above():
    """The top person of the head office, who steps in where nobody named can decide."""
    from vsm_portal.accounts.models import User

    return User.objects.filter(
        ~excluded(OuterRef(OuterRef("pk")), OuterRef("pk")),
        pk=OuterRef("site__parent__top_person"),
        is_active=True,
    )


def truth_of(condition):
    return models.ExpressionWrapper(Q(condition), output_field=models.BooleanField())


def number_of(rows, parent):
    """How many of these rows there are for each `parent`, as a subquery; 0 for none."""
    counted = rows.values(parent).annotate(number=Count("pk")).values("number")
    return Coalesce(Subquery(counted, output_field=models.IntegerField()), 0)
