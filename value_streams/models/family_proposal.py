"""A proposal of families: made by the program from a matrix, changed and confirmed by a person.

It is a job and a record in one row. Small matrices are grouped at once, large ones by the worker:
claimed with a lease, so that a worker that died is followed by another, and never two.
"""

from datetime import timedelta

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from value_streams.grouping import Partition, Proposal, Rules, figures_of
from vsm_portal.audit.writing import record
from vsm_portal.permission import demand, update_once

from .matrix import stored_grid

#: a worker that has said nothing for so long is taken for dead
LEASE = timedelta(minutes=5)
MOST_ATTEMPTS = 3
#: products × steps that a page groups itself; more is work for the worker
AT_ONCE = 900
SHARE = [MinValueValidator(0), MaxValueValidator(1)]


class State(models.TextChoices):
    WAITING = "waiting", _("waiting for the worker")
    RUNNING = "running", _("being grouped")
    READY = "ready", _("ready")
    FAILED = "failed", _("failed")


class FamilyProposalQuerySet(models.QuerySet):
    def visible_to(self, user):
        from .matrix import Matrix

        return self.filter(matrix__in=Matrix.objects.visible_to(user).values("pk"))

    def claimable(self, now):
        """Not yet begun, or left behind by a worker that died."""
        return self.filter(
            models.Q(state=State.WAITING) | models.Q(state=State.RUNNING, lease_until__lt=now)
        )


class FamilyProposal(models.Model):
    """The families of one matrix as it stood when asked, in `table`.

    `products` and `steps` hold the family of each, in the table's order without the steps left out;
    `by_number` the same for each number of families.
    """

    State = State

    matrix = models.ForeignKey(
        "value_streams.Matrix", on_delete=models.CASCADE, related_name="proposals"
    )
    table = models.TextField()
    matrix_version = models.PositiveIntegerField()
    left_out = models.JSONField(_("upstream steps"), default=list, blank=True)
    number = models.PositiveIntegerField(_("number of families"), null=True, blank=True)
    common_steps = models.FloatField(_("steps in common"), default=0.8, validators=SHARE)
    work_spread = models.FloatField(_("spread of work content"), default=0.3, validators=SHARE)
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    done = models.PositiveSmallIntegerField(default=0)  # in percent
    attempts = models.PositiveSmallIntegerField(default=0)
    lease_until = models.DateTimeField(null=True)
    products = models.JSONField(default=list)
    steps = models.JSONField(default=list)
    by_number = models.JSONField(default=list)
    moved = models.BooleanField(default=False)
    requested_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    requested_at = models.DateTimeField(default=timezone.now)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    confirmed_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1)

    objects = FamilyProposalQuerySet.as_manager()

    class Meta:
        verbose_name = _("proposal of families")
        verbose_name_plural = _("proposals of families")
        ordering = ["-requested_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state__in=State.values),
                name="value_streams_family_proposal_state_known",
            )
        ]

    def __str__(self):
        return f"{self.matrix_id}: {self.state}"

    @property
    def site(self):
        return self.matrix.site

    @property
    def is_running(self) -> bool:
        return self.state in (State.WAITING, State.RUNNING)

    @property
    def is_confirmed(self) -> bool:
        return self.confirmed_at is not None

    @property
    def matrix_changed(self) -> bool:
        return self.matrix.version != self.matrix_version

    @property
    def rules(self) -> Rules:
        return Rules(self.common_steps, self.work_spread)

    def figures(self) -> Proposal:
        grid = stored_grid(self.table).without_steps(self.left_out)
        return figures_of(grid, Partition(tuple(self.products), tuple(self.steps)), self.rules)

    def ask(self, *, by):
        """A row, an audit row; grouped at once where that takes a moment, else by the worker."""
        from value_streams import grouping_jobs

        self.requested_by = by
        self.table, self.matrix_version = self.matrix.table, self.matrix.version
        with transaction.atomic():
            self.save()
            record("familyproposal.asked", self, by=by, enclosing=self.matrix)
        if self.matrix.products_count * self.matrix.steps_count <= AT_ONCE:
            grouping_jobs.group(self.pk)
        else:
            transaction.on_commit(lambda: grouping_jobs.hint(self.pk))

    def arrange(self, partition: Partition, *, by, version):
        """Another partition: a person's move, or another number of families."""
        unconfirmed = FamilyProposal.objects.filter(
            pk=self.pk, version=version, state=State.READY, confirmed_at=None
        )
        with transaction.atomic():
            update_once(
                unconfirmed,
                products=list(partition.products),
                steps=list(partition.steps),
                moved=True,
                version=models.F("version") + 1,
            )
            record("familyproposal.arranged", self, by=by, enclosing=self.matrix)

    def confirm(self, names, *, by, version, seen=None):
        """Each family of the proposal becomes a product family of the site, or changes the one of
        that name; who and when is kept.

        seen: {name: version} of the site's families as they were shown, or None: as they stand.
        """
        from value_streams import permissions

        from .family import Family

        demand(permissions.may_arrange(by, self))
        if seen is None:
            seen = dict(Family.objects.filter(site=self.site).values_list("name", "version"))
        unconfirmed = FamilyProposal.objects.filter(
            pk=self.pk, version=version, state=State.READY, confirmed_at=None
        )
        with transaction.atomic():
            update_once(
                unconfirmed,
                confirmed_by=by,
                confirmed_at=timezone.now(),
                version=models.F("version") + 1,
            )
            for name, figures in zip(names, self.figures().families, strict=True):
                Family.set_products(
                    self.site,
                    name,
                    figures.products,
                    by=by,
                    seen=seen.get(name, 0),
                    proposal=self,
                )
            record("familyproposal.confirmed", self, by=by, enclosing=self.matrix)
