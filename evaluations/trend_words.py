"""A trend in the words that pages, mails and the command use."""

from django.utils.translation import gettext as _

from .trend import Trend, Verdict
from .trend.trend import ENOUGH_WEEKS, FEWEST_WEEKS


def verdict_in_words(trend: Trend) -> str:
    """One sentence; it never claims that there is no decline, only that none is shown."""
    return verdict_sentence(trend.verdict, trend.n)


def verdict_sentence(verdict: Verdict, n: int) -> str:
    """As `verdict_in_words`, of a stored trend."""
    if verdict == Verdict.TOO_FEW:
        return _("Too few weeks for a verdict: %(n)s of at least %(least)s.") % {
            "n": n,
            "least": FEWEST_WEEKS,
        }
    if verdict == Verdict.DECLINING:
        return _("Declining (%(n)s weeks).") % {"n": n}
    if verdict == Verdict.RISING:
        return _("Rising (%(n)s weeks).") % {"n": n}
    if n < ENOUGH_WEEKS:
        return _(
            "No decline shown yet (%(n)s weeks; with fewer than %(enough)s a real one is easily"
            " missed)."
        ) % {"n": n, "enough": ENOUGH_WEEKS}
    return _("No decline shown yet (%(n)s weeks).") % {"n": n}


def trend_in_short(stored) -> str:
    """One sentence beside something else; empty before there is a trend."""
    if stored is None or not stored.n:
        return ""
    from django.utils.formats import number_format

    words = {
        Verdict.DECLINING: _("Trend: declining, %(now)s %% now (%(n)s weeks)."),
        Verdict.RISING: _("Trend: rising, %(now)s %% now (%(n)s weeks)."),
        Verdict.NOT_DECLINING: _("Trend: no decline shown yet, %(now)s %% now (%(n)s weeks)."),
        Verdict.TOO_FEW: _("Trend: too few weeks for a verdict (%(n)s)."),
    }[Verdict(stored.verdict)]
    return words % {"now": number_format(round(stored.level_now), 0), "n": stored.n}
