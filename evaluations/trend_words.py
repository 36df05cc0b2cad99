"""A trend in the words that pages, mails and the command use."""

from django.utils.translation import gettext as _

from .trend import Trend, Verdict
from .trend.trend import ENOUGH_WEEKS, FEWEST_WEEKS


def verdict_in_words(trend: Trend) -> str:
    """One sentence; it never claims that there is no decline, only that none is shown."""
    if trend.verdict == Verdict.TOO_FEW:
        return _("Too few weeks for a verdict: %(n)s of at least %(least)s.") % {
            "n": trend.n,
            "least": FEWEST_WEEKS,
        }
    if trend.verdict == Verdict.DECLINING:
        return _("Declining (%(n)s weeks).") % {"n": trend.n}
    if trend.verdict == Verdict.RISING:
        return _("Rising (%(n)s weeks).") % {"n": trend.n}
    if trend.n < ENOUGH_WEEKS:
        return _(
            "No decline shown yet (%(n)s weeks; with fewer than %(enough)s a real one is easily"
            " missed)."
        ) % {"n": trend.n, "enough": ENOUGH_WEEKS}
    return _("No decline shown yet (%(n)s weeks).") % {"n": trend.n}
