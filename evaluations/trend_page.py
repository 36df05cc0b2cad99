"""The trend page as plain values: the answer, the chart, the causes, the prompt."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Max, Sum
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vsm_portal.charts.time import PENS_BY_PLACE, kinds_bar
from vsm_portal.charts.trend import TrendChart

from .causes import CauseRow, Course, Fire, pareto
from .minutes_words import hours, percent
from .models import Cause, CauseRemoval, LoggedWeek, TimeEntry, TimeKind, Trend
from .models.logged_week import KINDS
from .prompt import prompts
from .trend import Verdict
from .trend.trend import FEWEST_WEEKS
from .weeks import WEEK, monday_of, written

LAST_WEEKS = 8
SHOWN_CAUSES = 6
ALMOST_NEVER = 0.001


@dataclass
class TrendPage:
    """What is shown of one appointment's trend."""

    appointment: object
    weeks: list
    stored: Trend | None
    removals: list
    rows: list[CauseRow]
    names: dict
    shows_hours: bool

    @property
    def figures(self) -> dict:
        return self.stored.figures

    @property
    def verdict(self) -> Verdict:
        return Verdict(self.stored.verdict)

    @property
    def is_empty(self) -> bool:
        return self.stored is None or not self.stored.n or not self.weeks

    @property
    def is_stale(self) -> bool:
        """Somebody logged since it was reckoned."""
        return any(not week.is_reckoned for week in self.weeks)

    @property
    def title(self) -> str:
        if self.is_empty:
            return _("No trend yet: nothing is reckoned")
        now = number_format(round(self.figures["level_now"]), 0)
        words = {
            "now": now,
            "start": number_format(round(self.figures["level_at_start"]), 0),
            "n": self.stored.n,
            "least": FEWEST_WEEKS,
        }
        return {
            Verdict.DECLINING: _(
                "Firefighting is declining: from %(start)s %% of the week to %(now)s %%"
            ),
            Verdict.RISING: _(
                "Firefighting is rising: from %(start)s %% of the week to %(now)s %%"
            ),
            Verdict.NOT_DECLINING: _(
                "No decline of firefighting shown yet: %(now)s %% of the week now"
            ),
            Verdict.TOO_FEW: _("Too few weeks for a verdict: %(n)s of at least %(least)s"),
        }[self.verdict] % words

    @property
    def lede(self) -> str:
        if self.is_empty or not self.mix_total:
            return ""
        back = [self.names[row.cause] for row in self.rows if row.comes_back]
        improving = percent(self.mix["improvement"], self.mix_total)
        said = _("Improvement took %(share)s of the last %(n)s weeks.") % {
            "share": improving,
            "n": LAST_WEEKS,
        }
        if not back:
            return said
        comes = ngettext(
            "One cause comes back: %(names)s.", "%(n)s causes come back: %(names)s.", len(back)
        )
        return f"{said} {comes % {'n': len(back), 'names': ', '.join(back[:3])}}"

    @property
    def titleblock(self):
        cells = [
            (_("Manager"), self.appointment.manager.name),
            (_("Since"), date_format(self.appointment.starts_on, "j F Y")),
        ]
        if not self.is_empty:
            gaps = len(self.chart.gaps)
            logged = ngettext("%(n)s logged", "%(n)s logged", self.stored.n) % {"n": self.stored.n}
            missing = ngettext("1 gap", "%(n)s gaps", gaps) % {"n": gaps}
            cells.append((_("Weeks"), f"{logged}, {missing}" if gaps else logged))
            reckoned = self.stored.reckoned_at.astimezone(self.appointment.stream.site.zone)
            cells.append((_("Reckoned"), date_format(reckoned, "j M Y, H:i")))
        return cells

    @property
    def chart(self) -> TrendChart:
        shares = [(week.monday, 100 * week.daily / week.total) for week in self.weeks]
        has_line = self.stored.n >= FEWEST_WEEKS
        told = _("%(n)s weeks, %(gaps)s gaps.") % {
            "n": len(shares),
            "gaps": len(TrendChart(points=shares).gaps),
        }
        return TrendChart(
            points=shares,
            line=(self.figures["level_at_start"], self.figures["level_now"]) if has_line else None,
            band=self.figures["slope_interval_95"],
            events=[
                (removal.on, self.names.get(removal.cause_id, "")) for removal in self.removals
            ],
            title=_("Share of firefighting in logged time, week by week"),
            description=f"{self.title}. {told}",
        )

    @property
    def sign(self) -> str:
        return {Verdict.DECLINING: "ok", Verdict.RISING: "bad"}.get(self.verdict, "calm")

    @property
    def verdict_words(self) -> str:
        from .trend_words import verdict_sentence

        return verdict_sentence(self.verdict, self.stored.n)

    @property
    def slope_why(self) -> str:
        return self.slope_interval

    @property
    def slope(self) -> str:
        return signed(self.figures["slope_points_per_month"])

    @property
    def slope_interval(self) -> str:
        if not self.figures["slope_interval_95"]:
            return ""
        from .trend.series import Unit

        a_month = float(Unit.WEEK.per_month)
        low, high = (signed(edge * a_month) for edge in self.figures["slope_interval_95"])
        return _("95 %%: %(low)s to %(high)s, Theil–Sen") % {"low": low, "high": high}

    @property
    def chance(self) -> str:
        share = self.figures["p_declining"]
        return "< 0.1" if share < ALMOST_NEVER else number_format(100 * share, 1)

    @property
    def test(self) -> str:
        return _("Mann–Kendall, one-sided, S = %(s)s, n = %(n)s") % {
            "s": str(self.figures["s"]).replace("-", "−"),
            "n": self.figures["n"],
        }

    @property
    def newest(self) -> list:
        since = self.weeks[-1].monday - (LAST_WEEKS - 1) * WEEK if self.weeks else date.max
        return [week for week in self.weeks if week.monday >= since]

    @property
    def mix(self) -> dict:
        return {kind: sum(getattr(week, kind) for week in self.newest) for kind in KINDS}

    @property
    def mix_total(self) -> int:
        return sum(self.mix.values())

    @property
    def mix_remark(self) -> str:
        gaps = LAST_WEEKS - len(self.newest)
        weeks = ngettext("1 week", "%(n)s weeks", len(self.newest)) % {"n": len(self.newest)}
        missing = ngettext("1 gap", "%(n)s gaps", gaps) % {"n": gaps} if gaps > 0 else ""
        logged = hours(self.mix_total) if self.shows_hours else ""
        return ", ".join(filter(None, [logged, weeks, missing]))

    @property
    def mix_bar(self) -> str:
        return kinds_bar([(TimeKind(kind).label, n) for kind, n in self.mix.items()])

    @property
    def mix_rows(self):
        """(pen, kind, share)."""
        for (kind, minutes), pen in zip(self.mix.items(), PENS_BY_PLACE, strict=True):
            yield pen, TimeKind(kind).label, percent(minutes, self.mix_total)

    @property
    def table(self):
        """(week, its figures), newest first; a gap is a row without figures."""
        by_monday = {week.monday: week for week in self.weeks}
        monday = self.weeks[-1].monday
        while monday >= self.weeks[0].monday:
            week = by_monday.get(monday)
            yield written(monday), TableWeek.of(week) if week else None
            monday -= WEEK

    @property
    def causes(self):
        return [CauseLine(row, self.names[row.cause], self.rows[0].minutes) for row in self.rows]

    @property
    def causes_title(self) -> str:
        half = next((place for place, row in enumerate(self.rows, 1) if row.cumulative >= 0.5), 0)
        words = ngettext(
            "Causes: one makes half of the fires",
            "Causes: %(n)s make half of the fires",
            half,
        )
        return words % {"n": half}

    @property
    def causes_remark(self) -> str:
        fighting = sum(row.minutes for row in self.rows)
        since = date_format(self.weeks[0].monday, "j F Y")
        if not self.shows_hours:
            return _("since %(day)s") % {"day": since}
        return _("since %(day)s, %(hours)s of firefighting") % {
            "day": since,
            "hours": hours(fighting),
        }

    @property
    def prompt(self) -> str:
        back = [self.names[row.cause] for row in self.rows if row.comes_back]
        if self.is_empty or not prompts(self.figures, back):
            return ""
        return _(
            "%(names)s: the fires come back, and the trend does not fall. What would remove the"
            " cause, and is there backing for it?"
        ) % {"names": ", ".join(back)}


@dataclass(frozen=True)
class TableWeek:
    daily: int
    total: int
    share: str
    improving: str

    @classmethod
    def of(cls, week):
        return cls(
            week.daily,
            week.total,
            percent(week.daily, week.total),
            percent(week.improvement, week.total),
        )


@dataclass(frozen=True)
class CauseLine:
    row: CauseRow
    name: str
    largest: int

    @property
    def width(self) -> str:
        return f"{100 * self.row.minutes / self.largest:.1f}"

    @property
    def hours(self) -> str:
        return hours(self.row.minutes)

    @property
    def share(self) -> str:
        return percent(self.row.share, 1)

    @property
    def cumulative(self) -> str:
        return percent(self.row.cumulative, 1)

    @property
    def sign(self) -> str:
        if self.row.comes_back:
            return "bad"
        return "ok" if self.row.course in (Course.GONE, Course.FALLING) else ""

    @property
    def course(self) -> str:
        week = self.row.last.isocalendar().week
        return {
            Course.BACK_AFTER_REMOVAL: _("back after it was marked removed"),
            Course.TOP_EVERY_MONTH: _("among the first three for three months"),
            Course.GONE: _("gone since week %(week)s") % {"week": week},
            Course.FALLING: _("falling"),
            Course.RARE: ngettext("in one week", "in %(n)s weeks", self.row.weeks)
            % {"n": self.row.weeks},
            Course.STEADY: _("steady"),
        }[self.row.course]


def trend_page(appointment, *, shows_hours) -> TrendPage:
    """Five questions to the database, however long the log is."""
    weeks = list(
        LoggedWeek.objects.with_entries().filter(appointment=appointment).order_by("monday")
    )
    removals = list(CauseRemoval.objects.filter(appointment=appointment).order_by("on"))
    rows = _causes(appointment, weeks, removals)
    causes = {row.cause for row in rows} | {removal.cause_id for removal in removals}
    return TrendPage(
        appointment=appointment,
        weeks=weeks,
        stored=Trend.objects.filter(appointment=appointment).first(),
        removals=removals,
        rows=rows,
        names=dict(Cause.objects.filter(pk__in=causes).values_list("pk", "name")),
        shows_hours=shows_hours,
    )


def _causes(appointment, weeks, removals) -> list[CauseRow]:
    fires = (
        TimeEntry.objects.standing()
        .filter(appointment=appointment, kind=TimeKind.DAILY)
        .order_by("day")
        .values_list("cause", "day")
        .annotate(spent=Sum("minutes"))
    )
    today = appointment.ended_on or appointment.stream.site.today()
    removed = {removal.cause_id: removal.on for removal in removals}
    logged = [week.monday for week in weeks]
    return pareto((Fire(*fire) for fire in fires), removed, logged, today)


def signed(points: float | None) -> str:
    """With a true minus."""
    return "–" if points is None else number_format(points, 1).replace("-", "−")


def small_trends(appointments) -> list:
    """One small chart each, all on one scale: three questions, however many there are."""
    appointments = list(appointments)
    stored = {
        trend.appointment_id: trend for trend in Trend.objects.filter(appointment__in=appointments)
    }
    newest = LoggedWeek.objects.aggregate(last=Max("monday"))["last"]
    since = (newest or monday_of(date.today())) - 51 * WEEK  # noqa: DTZ011
    weeks: dict = {}
    rows = LoggedWeek.objects.with_entries().filter(appointment__in=appointments, monday__gte=since)
    for week in rows.order_by("monday"):
        weeks.setdefault(week.appointment_id, []).append(week)
    return [SmallTrend(one, stored.get(one.pk), weeks.get(one.pk, [])) for one in appointments]


@dataclass(frozen=True)
class SmallTrend:
    appointment: object
    stored: Trend | None
    weeks: list

    @property
    def sign(self) -> str:
        if not self.has_trend:
            return "calm"
        return {Verdict.DECLINING: "ok", Verdict.RISING: "bad"}.get(
            Verdict(self.stored.verdict), "calm"
        )

    @property
    def has_trend(self) -> bool:
        return bool(self.stored and self.stored.n and self.weeks)

    @property
    def words(self) -> str:
        if not self.has_trend:
            return _("nothing logged yet")
        return {
            Verdict.DECLINING: _("declining, %(now)s %% now"),
            Verdict.RISING: _("rising, %(now)s %% now"),
            Verdict.NOT_DECLINING: _("no decline shown yet, %(now)s %% now"),
            Verdict.TOO_FEW: _("too few weeks, %(now)s %% now"),
        }[Verdict(self.stored.verdict)] % {"now": round(self.stored.level_now)}

    @property
    def remark(self) -> str:
        improving = sum(week.improvement for week in self.weeks[-LAST_WEEKS:])
        total = sum(week.total for week in self.weeks[-LAST_WEEKS:])
        return _("%(n)s weeks; improvement %(share)s") % {
            "n": self.stored.n,
            "share": percent(improving, total),
        }

    @property
    def drawing(self) -> str:
        shares = [(week.monday, 100 * week.daily / week.total) for week in self.weeks]
        return TrendChart(
            points=shares, title=f"{self.appointment.stream.name}: {self.words}"
        ).small()
