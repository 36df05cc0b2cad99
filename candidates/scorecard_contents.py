"""What stands in one scorecard: its criteria by tier with their scores, and its warnings.

Only for whoever may read it: the assessor, and the panel after the reveal.
"""

from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby

from django.db.models import Prefetch
from django.urls import reverse
from django.utils.translation import gettext as _

from .models import (
    EvidenceNote,
    PositionCriterion,
    Score,
    Scorecard,
    Seen,
    WarningKind,
    WarningObservation,
)
from .models.criteria import Tier
from .models.score import still_to_do
from .models.share import asked_of
from .ranking import Criterion, CriterionMean
from .ranking.means import tier_value
from .scorecard_words import level_words, typed_level
from .standard_criteria import STANDARD_WARNINGS

EXPLAINED = {standard.key: standard for standard in STANDARD_WARNINGS}

#: what of a scorecard is prefetched before its contents are read
WRITTEN = (
    Prefetch("scores", queryset=Score.objects.select_related("note")),
    "warnings",
    "notes",
    "assessor__shares",
)

#: from this mean on, knowledge of the stream beside "already tried that" is put together
DETAILED_KNOWLEDGE = 4


@dataclass(frozen=True)
class Entry:
    """One criterion with its score, None while nobody typed anything.

    number: its place among those that are asked; None where it is not.
    """

    number: int | None
    criterion: PositionCriterion
    score: Score | None
    url: str

    @property
    def is_asked(self) -> bool:
        return self.number is not None

    @property
    def is_open(self) -> bool:
        """Keeps the scorecard from being submitted."""
        return still_to_do(self.score, is_asked=self.is_asked)

    @property
    def tier(self) -> int:
        return self.criterion.criterion.tier

    @property
    def is_done(self) -> bool:
        return self.score is not None and self.score.is_complete

    @property
    def is_begun(self) -> bool:
        return self.score is not None and self.score.is_begun

    @property
    def words(self) -> str:
        if not self.is_asked and not self.is_begun:
            return _("Not asked")
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
        if not self.is_open:
            return _("not asked of you")
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
    """entries: every criterion of the position in page order; notes: what scores may rest on."""

    entries: list[Entry]
    warnings: list[WarningEntry]
    notes: list[EvidenceNote]

    @property
    def criteria(self) -> list[PositionCriterion]:
        return [entry.criterion for entry in self.entries]

    @property
    def asked(self) -> list[Entry]:
        """The own ones, in page order."""
        return [entry for entry in self.entries if entry.is_asked]

    @property
    def not_asked(self) -> list[Entry]:
        """May be judged all the same; untouched, they are no obligation and no score."""
        return [entry for entry in self.entries if not entry.is_asked]

    @property
    def tiers(self) -> list[TierPart]:
        """The own criteria by tier."""
        return tiers_of(self.asked)

    @property
    def done(self) -> int:
        return sum(entry.is_done for entry in self.asked)

    @property
    def warnings_done(self) -> int:
        return sum(warning.is_done for warning in self.warnings)

    @property
    def saves(self) -> int:
        """How often anything in it was written: each save makes it more."""
        rows = [part.score for part in self.entries] + [part.row for part in self.warnings]
        rows += self.notes
        return sum(row.version for row in rows if row)

    @property
    def lacking(self) -> list:
        """Entries and warnings that keep the scorecard from being submitted, in page order."""
        entries = [entry for entry in self.entries if entry.is_open]
        return entries + [warning for warning in self.warnings if not warning.is_done]

    @property
    def first_open(self) -> Entry | None:
        """Where to go on: the first own one, then what was begun beyond the own ones."""
        lacking = [entry for entry in (*self.asked, *self.not_asked) if entry.is_open]
        return lacking[0] if lacking else None

    def entry_of(self, criterion_pk) -> Entry | None:
        return next((one for one in self.entries if one.criterion.pk == criterion_pk), None)

    def before(self, entry) -> Entry | None:
        if not entry.is_asked:
            return None
        return self.asked[entry.number - 2] if entry.number > 1 else None

    def after(self, entry) -> Entry | None:
        """The next own one; from one that is not asked back to where one would go on."""
        if not entry.is_asked:
            return next((one for one in self.asked if one.is_open), None)
        return self.asked[entry.number] if entry.number < len(self.asked) else None

    def resting_on(self, note) -> list[Entry]:
        return [one for one in self.entries if one.score and one.score.note_id == note.pk]

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


def tiers_of(entries) -> list[TierPart]:
    grouped = groupby(entries, lambda entry: entry.tier)
    return [TierPart(tier, list(of_tier)) for tier, of_tier in grouped]


def contents_of(card, criteria=None) -> Contents:
    """As many queries however many criteria there are; none for what was prefetched (`WRITTEN`).

    criteria: those of the position, where they have been read already.
    """
    scores = {score.criterion_id: score for score in card.scores.all()}
    rows = {warning.kind: warning for warning in card.warnings.all()}
    if criteria is None:
        criteria = list(card.position.criteria.select_related("criterion"))
    numbers = _numbers(card, criteria, scores)
    return Contents(
        [
            Entry(
                numbers.get(criterion.pk),
                criterion,
                scores.get(criterion.pk),
                reverse("scorecard_criterion", args=[card.pk, criterion.pk]),
            )
            for criterion in criteria
        ],
        [
            WarningEntry(kind, rows.get(kind), reverse("scorecard_warning", args=[card.pk, kind]))
            for kind in WarningKind
        ],
        list(card.notes.all()),
    )


def _numbers(card, criteria, scores) -> dict:
    """The asked ones, counted. Of a submitted scorecard those that were judged: what is shared out
    anew afterwards does not reach it.
    """
    if card.state == Scorecard.State.SUBMITTED:
        asked = {pk for pk, score in scores.items() if score.is_judged}
    else:
        asked = asked_of(card.assessor, criteria)
    own = [criterion.pk for criterion in criteria if criterion.pk in asked]
    return {pk: number for number, pk in enumerate(own, start=1)}
