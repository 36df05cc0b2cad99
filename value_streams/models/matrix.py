"""A site's product × step matrix as rows: what is entered, pasted or imported."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from value_streams.grouping import Matrix as Grid
from value_streams.grouping import as_table, read_matrix

from .entering import enter


class MatrixQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Those of the sites one reads, leads or advises a stream of: it is about a whole site."""
        from vsm_portal.accounts.models import Site

        from .appointment import Appointment

        standing = Appointment.objects.standing()
        return self.filter(
            models.Q(site__in=Site.objects.readable_by(user).values("pk"))
            | models.Q(site__in=standing.filter(manager=user).values("stream__site"))
            | models.Q(site__in=standing.filter(adviser=user).values("stream__site"))
        )

    def editable_by(self, user):
        """Executives of the site, and those who lead one of its streams now."""
        return self.filter(site__in=sites_with_matrices_of(user).values("pk"))

    def with_newest_proposal(self):
        """Fetch the site, and in one query more `proposals_newest_first`, without their tables."""
        from .family_proposal import FamilyProposal

        light = FamilyProposal.objects.defer("table", "by_number").select_related("confirmed_by")
        return self.select_related("site").prefetch_related(
            models.Prefetch("proposals", queryset=light, to_attr="proposals_newest_first")
        )


def sites_with_matrices_of(user):
    """Where the user may enter a matrix: as an executive, or as manager of a stream there."""
    from vsm_portal.accounts.models import Site

    from .appointment import Appointment

    led = Site.objects.led_by(user).values("pk")
    managed = Appointment.objects.current().filter(manager=user).values("stream__site")
    return Site.objects.filter(models.Q(pk__in=led) | models.Q(pk__in=managed))


class Matrix(models.Model):
    """One matrix of a site, kept as the table that a person pastes and edits (tabs, dots)."""

    site = models.ForeignKey("accounts.Site", on_delete=models.PROTECT, related_name="matrices")
    name = models.CharField(_("name"), max_length=120)
    table = models.TextField(_("products and steps"))
    products_count = models.PositiveIntegerField(default=0, editable=False)
    steps_count = models.PositiveIntegerField(default=0, editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
    )
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = MatrixQuerySet.as_manager()

    class Meta:
        verbose_name = _("product matrix")
        verbose_name_plural = _("product matrices")
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["site", "name"],
                name="value_streams_matrix_name_once_per_site",
                violation_error_message=_("This site already has a matrix of this name."),
            )
        ]

    def __str__(self):
        return self.name

    def grid(self) -> Grid:
        return stored_grid(self.table)

    def enter(self, *, by):
        self.created_by = by
        self.count()
        enter(self, by=by, action="matrix.entered", site=self.site)

    def count(self):
        grid = self.grid()
        self.products_count, self.steps_count = len(grid.products), len(grid.steps)


def stored_grid(table: str) -> Grid:
    """A stored table has a point before its decimals, whatever the reader's language."""
    return read_matrix(table.encode(), decimal_mark=".").matrix


def stored_table(grid: Grid) -> str:
    return as_table(grid, decimal_mark=".")
