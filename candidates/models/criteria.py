"""What candidates are judged on. A set of criteria is never edited: a change makes the next
version, and a position keeps the version it started with.
"""

from itertools import chain, count

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import IntegrityError, models, transaction
from django.utils import timezone, translation
from django.utils.text import slugify
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from candidates.standard_criteria import STANDARD_CRITERIA
from vsm_portal.audit.writing import record
from vsm_portal.permission import demand


class Tier(models.IntegerChoices):
    """In the paper's order of importance."""

    ATTITUDE = 1, _("Attitude and leadership")
    LEAN = 2, _("Lean knowledge")
    STREAM = 3, _("Knowledge of this stream")


class CriteriaSetQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Executives and HR of the site: who may read the library may change it."""
        return self.filter(site__in=_sites_of(user).values("pk"))

    def sites_without(self, user):
        """Sites of the user that have no version yet: opened before there were criteria."""
        return _sites_of(user).filter(criteria_sets=None)

    def newest_of(self, site):
        """The version a new position starts with; the standard one where a site has none yet."""
        if found := self.newest_there(site):
            return found
        try:
            return self._standard_for(site)
        except IntegrityError:  # somebody else began at the same moment
            return self.newest_there(site)

    def newest_there(self, site):
        """The newest version, or None."""
        return self.filter(site=site).order_by("-number").first()

    def _standard_for(self, site):
        with transaction.atomic(), translation.override(site.language):
            first = self.create(site=site, number=1, reason=_("The standard criteria."))
            Criterion.objects.bulk_create(
                Criterion(
                    criteria_set=first,
                    key=standard.key,
                    tier=standard.tier,
                    enterprise_only=standard.enterprise_only,
                    place=place,
                    name=gettext(standard.name),
                    question=gettext(standard.question),
                    ask_further=gettext(standard.ask_further),
                    nudge=gettext(standard.nudge),
                    levels=[
                        [gettext(level.name), gettext(level.sentence)] for level in standard.levels
                    ],
                )
                for place, standard in enumerate(STANDARD_CRITERIA, start=1)
            )
            record("criteria_set.made", first, number=1)
        return first


def _sites_of(user):
    from vsm_portal.accounts.models import Role, Site

    return Site.objects.led_by(user) | Site.objects.where(user, Role.HR)


class CriteriaSet(models.Model):
    """One version of a site's criteria."""

    site = models.ForeignKey(
        "accounts.Site", on_delete=models.PROTECT, related_name="criteria_sets"
    )
    number = models.PositiveIntegerField(_("version"))
    made_at = models.DateTimeField(_("made"), default=timezone.now)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    reason = models.CharField(_("what changed and why"), max_length=300)

    objects = CriteriaSetQuerySet.as_manager()

    class Meta:
        verbose_name = _("criteria version")
        verbose_name_plural = _("criteria versions")
        ordering = ["site", "-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["site", "number"],
                name="candidates_criteria_set_number_once_per_site",
                violation_error_message=_("Somebody else made this version at the same moment."),
            )
        ]

    def __str__(self):
        return str(_("Version %(number)s") % {"number": self.number})

    def next_version(self, *, by, reason, changes=None, added=(), retired=()):
        """A copy with changes; returns the new set.

        changes: {key: {field: value}} for the criteria that differ; the others are copied as is.
        added: criteria without a set yet. retired: keys; they stay in the versions that have them.
        """
        changes = changes or {}
        with transaction.atomic():
            new = CriteriaSet(site=self.site, number=self.number + 1, made_by=by, reason=reason)
            new.full_clean()
            new.save()
            kept = [each for each in self.criteria.all() if each.key not in retired]
            for criterion in [*kept, *added]:
                criterion.pk, criterion.criteria_set = None, new
                criterion._state.adding = True
                for field, value in changes.get(criterion.key, {}).items():
                    setattr(criterion, field, value)
                criterion.full_clean(validate_unique=False, validate_constraints=False)
            Criterion.objects.bulk_create([*kept, *added])
            details = {"changed": sorted(changes), "retired": sorted(retired)}
            details["added"] = [criterion.key for criterion in added]
            said = {word: keys for word, keys in details.items() if keys}
            record("criteria_set.made", new, by=by, number=new.number, **said)
        return new

    def add_criterion(self, criterion, *, by, reason):
        """The next version with one more, behind the others of its tier."""
        criterion.key = self._new_key(criterion.name)
        places = self.criteria.aggregate(last=models.Max("place"))
        criterion.place = (places["last"] or 0) + 1
        return self.next_version(by=by, reason=reason, added=[criterion])

    def retire(self, criterion, *, by, reason):
        """The next version without it; positions keep it until HR moves them."""
        from candidates import permissions

        demand(permissions.others_are_left(criterion))
        return self.next_version(by=by, reason=reason, retired=[criterion.key])

    def _new_key(self, name) -> str:
        """One that no version of the site has had: by its key a position finds a criterion again
        in a newer version, and a new one is not an old one.
        """
        earlier = Criterion.objects.filter(criteria_set__site=self.site_id)
        taken = set(earlier.values_list("key", flat=True))
        stem = slugify(name)[:50] or "criterion"
        numbered = (f"{stem}-{number}" for number in count(2))
        return next(key for key in chain([stem], numbered) if key not in taken)

    def tiers_without_criteria(self, *, besides=None) -> list[str]:
        """Of which tiers a position of one plant would ask nothing; `besides`: one left out."""
        asked = self.criteria.filter(enterprise_only=False)
        if besides is not None:
            asked = asked.exclude(pk=besides.pk)
        used = set(asked.values_list("tier", flat=True))
        return [str(tier.label) for tier in Tier if tier not in used]


class Criterion(models.Model):
    """One thing candidates are judged on: a structured question and words for levels 1 to 5."""

    criteria_set = models.ForeignKey(CriteriaSet, on_delete=models.PROTECT, related_name="criteria")
    key = models.SlugField(max_length=60)
    tier = models.PositiveSmallIntegerField(_("tier"), choices=Tier)
    enterprise_only = models.BooleanField(_("only for enterprise-level positions"), default=False)
    place = models.PositiveSmallIntegerField(_("place"))
    weight = models.PositiveSmallIntegerField(
        _("weight within its tier"),
        default=1,
        validators=[MinValueValidator(1), MaxValueValidator(100)],
    )
    name = models.CharField(_("name"), max_length=120)
    question = models.TextField(_("question"), max_length=600)
    ask_further = models.TextField(_("ask further"), max_length=600, blank=True)
    nudge = models.CharField(_("at the moment of judging"), max_length=300, blank=True)
    levels = models.JSONField(
        _("levels"), help_text=_("Five pairs of name and sentence, from the lowest to the highest.")
    )

    class Meta:
        verbose_name = _("criterion")
        verbose_name_plural = _("criteria")
        ordering = ["tier", "place", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["criteria_set", "key"], name="candidates_criterion_key_once_per_set"
            ),
            models.CheckConstraint(
                condition=models.Q(tier__in=Tier.values), name="candidates_criterion_tier_known"
            ),
            models.CheckConstraint(
                condition=models.Q(weight__gte=1), name="candidates_criterion_weight_positive"
            ),
        ]

    def __str__(self):
        return self.name
