"""A product family: products that share downstream steps, decided by a person."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from vsm_portal.permission import Conflict, Kept, demand, update_once

from .entering import enter, record_edit


class FamilyQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Those of the sites one reads or leads a stream of; an adviser sees the stream's own."""
        from vsm_portal.accounts.models import Site

        from .appointment import Appointment

        standing = Appointment.objects.standing()
        return self.filter(
            models.Q(site__in=Site.objects.readable_by(user).values("pk"))
            | models.Q(site__in=standing.filter(manager=user).values("stream__site"))
            | models.Q(pk__in=standing.filter(adviser=user).values("stream__family"))
        )

    def editable_by(self, user):
        """Executives of the site, and the managers of the family's own streams."""
        from vsm_portal.accounts.models import Site

        from .appointment import Appointment

        managed = Appointment.objects.current().filter(manager=user, stream__family__isnull=False)
        return self.filter(
            models.Q(site__in=Site.objects.led_by(user).values("pk"))
            | models.Q(pk__in=managed.values("stream__family"))
        )

    def without_stream(self):
        return self.filter(streams__isnull=True)

    def with_streams_of(self, user):
        """Fetch the site, and in one query more `streams_seen`: those the user may know of."""
        from .stream import ValueStream

        seen = models.Prefetch(
            "streams", queryset=ValueStream.objects.visible_to(user), to_attr="streams_seen"
        )
        return self.select_related("site").prefetch_related(seen)

    def with_proposal(self):
        """Fetch the proposal that confirmed it, with its matrix, without the large columns."""
        return self.select_related("proposal__matrix", "proposal__confirmed_by").defer(
            "proposal__table", "proposal__by_number", "proposal__matrix__table"
        )


class Family(models.Model):
    """`proposal`: the one in which a person confirmed it last; none where it was only typed in."""

    site = models.ForeignKey("accounts.Site", on_delete=models.PROTECT, related_name="families")
    name = models.CharField(_("name"), max_length=120)
    products = models.TextField(
        _("products"), blank=True, help_text=_("Which products belong to it, one per line.")
    )
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
    )
    proposal = models.ForeignKey(
        "value_streams.FamilyProposal",
        on_delete=models.SET_NULL,
        null=True,
        editable=False,
        related_name="confirmed_families",
    )
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = FamilyQuerySet.as_manager()

    class Meta:
        verbose_name = _("product family")
        verbose_name_plural = _("product families")
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["site", "name"],
                name="value_streams_family_name_once_per_site",
                violation_error_message=_("This site already has a product family of this name."),
            )
        ]

    def __str__(self):
        return self.name

    @property
    def product_list(self) -> list[str]:
        """The products, one per line that says something."""
        return [line.strip() for line in self.products.splitlines() if line.strip()]

    @classmethod
    def set_products(cls, site, name, products, *, by, seen=0, proposal=None):
        """The family of this name with these products: entered, or changed with an audit row.

        seen: the version that was shown of it; 0 where the site had none of this name.
        """
        from value_streams import permissions

        listed = "\n".join(products)
        family = cls.objects.filter(site=site, name=name).first()
        demand(permissions.may_set_family(by, site, family))
        if family is None and not seen:
            family = cls(site=site, name=name, products=listed, proposal=proposal)
            family.enter(by=by)
            return family
        as_seen = cls.objects.filter(site=site, name=name, version=seen)
        try:
            update_once(as_seen, products=listed, proposal=proposal, version=seen + 1)
        except Conflict as changed:
            theirs = family.products if family else ""
            raise Conflict(changed.reason, kept=[Kept(name, listed, theirs)]) from changed
        record_edit(family, by=by, fields=["products"])
        return family

    def enter(self, *, by):
        self.created_by = by
        enter(self, by=by, action="family.entered", site=self.site)
