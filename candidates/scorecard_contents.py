"""What stands in one scorecard: its criteria by tier with their scores, and its warnings.

Only for whoever may read it: the assessor, and the panel after the reveal.
"""

from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby

from django.urls import reverse
from django.utils.translation import gettext as _

from .models import PositionCriterion, Score, Seen, WarningKind, WarningObservation
from .models.criteria import Tier
from .ranking import Criterion, CriterionMean
from .ranking.means import tier_value
from .scorecard_words import level_words, typed_level
from .standard_criteria import STANDARD_WARNINGS

EXPLAINED = {standard.key: standard for standard in STANDARD_WARNINGS}

#: from this mean on, knowledge of the stream beside "already tried that" is put together
DETAILED_KNOWLEDGE = 4


@dataclass(frozen=True)
class Entry:
    """One criterion with its score, None while nobody typed anything."""

    number: int
    criterion: PositionCriterion
    score: Score | None
    url: str

    @property
    def tier(self) -> int:
        return self.criterion.criterion.tier

    @property
    def is_done(self) -> bool:
        return self.score is not None and self.score.is_complete

    @property
    def is_begun(self) -> bool:
        score = self.score
        return score is not None and (score.is_judged or bool(score.evidence or score.kind))

    @property
    def words(self) -> str:
        return level_words(self.criterion, typed_level(self.score))

    @property
    def sentence(self) -> str:
        if self.score is None or self.score.level is None:
            return ""
        return self.criterion.criterion.levels[self.score.level - 1][1]

    @property
    def lacks(self) -> str:
        """What is still missing, in words; "" when it is complete."""
        if self.is_done:
            return ""
        if self.score is None or not self.score.is_judged:
            return _("no level chosen yet")
        if self.score.evidence.strip():
            return _("the kind of evidence is missing")
        if self.score.kind:
            return _("the evidence is missing")
        return _("the evidence and its kind are missing")


@dataclass(frozen=True)
class WarningEntry:
    kind: WarningKind
    row: WarningObservation | None
    url: str

    @property
    def is_done(self) -> bool:
        return self.row is not None and self.row.is_complete

    @property
    def is_seen(self) -> bool:
        return self.row is not None and self.row.seen == Seen.SEEN

    @property
    def lacks(self) -> str:
        if self.is_done:
            return ""
        return _("the evidence is missing") if self.is_seen else _("not answered yet")

    @property
    def sentence(self) -> str:
        """The behaviour in one sentence."""
        return _(EXPLAINED[self.kind].sentence)

    @property
    def help(self) -> str:
        """What is meant by it, and what is not."""
        return _(EXPLAINED[self.kind].help)


@dataclass(frozen=True)
class TierPart:
    tier: int
    entries: list

    @property
    def name(self) -> str:
        return str(Tier(self.tier).label)

    @property
    def done(self) -> int:
        return sum(entry.is_done for entry in self.entries)


@dataclass(frozen=True)
class Contents:
    entries: list[Entry]
    warnings: list[WarningEntry]

    @property
    def criteria(self) -> list[PositionCriterion]:
        return [entry.criterion for entry in self.entries]

    @property
    def tiers(self) -> list[TierPart]:
        grouped = groupby(self.entries, lambda entry: entry.tier)
        return [TierPart(tier, list(entries)) for tier, entries in grouped]

    @property
    def done(self) -> int:
        return sum(entry.is_done for entry in self.entries)

    @property
    def warnings_done(self) -> int:
        return sum(warning.is_done for warning in self.warnings)

    @property
    def saves(self) -> int:
        """How often anything in it was written: each save makes it more."""
        rows = [part.score for part in self.entries] + [part.row for part in self.warnings]
        return sum(row.version for row in rows if row)

    @property
    def lacking(self) -> list:
        """Entries and warnings that keep the scorecard from being submitted, in page order."""
        return [part for part in (*self.entries, *self.warnings) if not part.is_done]

    @property
    def first_open(self) -> Entry | None:
        return next((entry for entry in self.entries if not entry.is_done), None)

    def entry_of(self, criterion_pk) -> Entry | None:
        return next((one for one in self.entries if one.criterion.pk == criterion_pk), None)

    def before(self, entry) -> Entry | None:
        return self.entries[entry.number - 2] if entry.number > 1 else None

    def after(self, entry) -> Entry | None:
        return self.entries[entry.number] if entry.number < len(self.entries) else None

    @property
    def knowledge(self) -> Fraction | None:
        """The own value of tier 3, reckoned as the ranking does; None while nothing is observed.

        Levels 5, 4 and "not observed" of weights 3, 1 and 1 → 19/4.
        """
        return tier_value(
            CriterionMean(
                Criterion(entry.criterion.pk, entry.tier, Fraction(entry.criterion.weight)),
                (("own", Fraction(entry.score.level)),),
            )
            for entry in self.entries
            if entry.tier == Tier.STREAM and entry.score and entry.score.level is not None
        )

    @property
    def knows_and_has_tried(self) -> bool:
        """Detailed knowledge beside "already tried that": the paper's good and bad thing."""
        tried = any(one.is_seen for one in self.warnings if one.kind == WarningKind.TRIED_THAT)
        return tried and self.knowledge is not None and self.knowledge >= DETAILED_KNOWLEDGE


def contents_of(card, criteria=None) -> Contents:
    """Three queries at most, however many criteria; none for scores that were prefetched.

    criteria: those of the position, where they have been read already.
    """
    scores = {score.criterion_id: score for score in card.scores.all()}
    rows = {warning.kind: warning for warning in card.warnings.all()}
    if criteria is None:
        criteria = card.position.criteria.select_related("criterion")
    return Contents(
        [
            Entry(
                number,
                criterion,
                scores.get(criterion.pk),
                reverse("scorecard_criterion", args=[card.pk, criterion.pk]),
            )
            for number, criterion in enumerate(criteria, start=1)
        ],
        [
            WarningEntry(kind, rows.get(kind), reverse("scorecard_warning", args=[card.pk, kind]))
            for kind in WarningKind
        ],
    )
