"""Who is asked how much, on the page of the position. Nothing of what anybody judged."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from .models.share import asked_of


@dataclass(frozen=True)
class Shares:
    """rows: [(seat, how many criteria it is asked)]; alone: criteria that one person judges;
    nobody: criteria that are asked of nobody.
    """

    rows: list
    criteria: int
    alone: int
    nobody: list

    @property
    def answer(self) -> str:
        if all(number == self.criteria for _seat, number in self.rows):
            return _("Everybody is asked all %(n)s criteria") % {"n": self.criteria}
        return _("The criteria are shared out")


def shares_of(position) -> Shares | None:
    """None while nobody judges."""
    criteria = list(position.criteria.select_related("criterion"))
    seats = position.panel.sitting().select_related("user").prefetch_related("shares")
    asked = [(seat, asked_of(seat, criteria)) for seat in seats]
    if not asked:
        return None
    judges = {each.pk: sum(each.pk in theirs for _seat, theirs in asked) for each in criteria}
    return Shares(
        rows=[(seat, len(theirs)) for seat, theirs in asked],
        criteria=len(criteria),
        alone=sum(number == 1 for number in judges.values()) if len(asked) > 1 else 0,
        nobody=[each for each in criteria if not judges[each.pk]],
    )
