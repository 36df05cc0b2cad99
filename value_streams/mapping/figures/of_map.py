"""Why each figure of a map is what it is."""

from ..analysis import Analysis, Convention, Known
from ..analysis.analysis import SECONDS_PER_CALENDAR_DAY
from ..said import gettext_noop as _
from .figure import (
    DAYS,
    DAYS_PER_YEAR,
    FROM_CUSTOMER,
    FROM_DATA_BOX,
    FROM_HOURS,
    FROM_WALK,
    OPERATORS,
    PER_DAY,
    PIECES,
    SHARE,
    SQUARE_METRES,
    TIMES_A_YEAR,
    Figure,
    Input,
    S,
)

AVAILABLE = _("Available time per day")
DEMAND = _("Daily demand")
LEAD_TIME = _("Production lead time")
VALUE = _("Value-creating time")


def map_figures(analysis: Analysis) -> tuple[Figure, ...]:
    """The figures of the map as a whole, in the order in which they build on each other."""
    return (
        _available(analysis),
        _demand(analysis),
        _takt(analysis),
        _pitch(analysis),
        _lead_time(analysis),
        _value(analysis),
        *_ratios(analysis),
        _turns(analysis),
        _yield(analysis),
        *_sums(analysis),
    )


def _available(analysis: Analysis) -> Figure:
    time = analysis.map.working_time
    return Figure(
        "available_s_per_day",
        AVAILABLE,
        analysis.available_s_per_day,
        S,
        _("shifts × (hours × 3600 − breaks)"),
        (
            Input(_("Shifts per day"), time.shifts_per_day),
            Input(_("Hours per shift"), time.hours_per_shift, "h"),
            Input(_("Breaks per shift"), time.break_minutes_per_shift, "min"),
        ),
        _("Nothing is taken off for downtime: that is the uptime of each process."),
        FROM_HOURS,
    )


def _demand(analysis: Analysis) -> Figure:
    customer = analysis.map.customer
    if customer.daily_demand is not None:
        formula = _("given by the day")
        inputs = (Input(DEMAND, customer.daily_demand, PER_DAY),)
    else:
        formula = _("demand per month ÷ working days per month")
        inputs = (
            Input(_("Demand per month"), customer.demand_per_month, PIECES),
            Input(_("Working days per month"), customer.working_days_per_month, DAYS),
        )
    value = analysis.daily_demand
    return Figure("daily_demand", DEMAND, value, PER_DAY, formula, inputs, source=FROM_CUSTOMER)


def _takt(analysis: Analysis) -> Figure:
    return Figure(
        "takt_s",
        _("Takt"),
        analysis.takt_s,
        S,
        _("available time per day ÷ daily demand"),
        (
            Input(AVAILABLE, analysis.available_s_per_day, S),
            Input(DEMAND, analysis.daily_demand, PER_DAY),
        ),
        source=FROM_CUSTOMER,
    )


def _pitch(analysis: Analysis) -> Figure:
    pack = analysis.map.customer.pack_size
    return Figure(
        "pitch_s",
        _("Pitch"),
        analysis.pitch_s,
        S,
        _("takt × pack size"),
        (Input(_("Takt"), analysis.takt_s, S), Input(_("Pack size"), pack, PIECES)),
        "" if pack is not None else _("The map does not say how many pieces a pack holds."),
        FROM_CUSTOMER,
    )


LEAD_TIME_CONVENTION = {
    Convention.WAITS: _("Waits only: the time of the processing itself is not added."),
    Convention.WAITS_AND_PROCESSING: _(
        "Waits and processing: the map adds the time of processing."
    ),
}
AT_LEAST = _("At least this long: a stock or a transport of the walk has not been observed.")


def _lead_time(analysis: Analysis) -> Figure:
    waits = [Input(wait.element.name, wait.days, DAYS, own=True) for wait in analysis.waits]
    formula = _("sum of the waits along the longest walk from supplier to customer")
    if analysis.convention is Convention.WAITS_AND_PROCESSING:
        formula = _(
            "sum of the waits along the longest walk + value-creating time ÷ available time"
        )
        waits.append(Input(_("Processing"), analysis.processing_days, DAYS))
    return Figure(
        "lead_time_days",
        LEAD_TIME,
        analysis.lead_time_days,
        DAYS,
        formula,
        tuple(waits),
        AT_LEAST if analysis.unknown_waits else LEAD_TIME_CONVENTION[analysis.convention],
        FROM_WALK,
    )


def _value(analysis: Analysis) -> Figure:
    return Figure(
        "value_creating_s",
        VALUE,
        analysis.value_creating_s,
        S,
        _("sum of the value-creating times of the processes on the longest walk"),
        tuple(Input(each.name, each.value_s, S, own=True) for each in analysis.walk.processes),
        _("A process that does not say its value-creating time counts with its cycle time."),
        FROM_DATA_BOX,
    )


def _ratios(analysis: Analysis) -> tuple[Figure, Figure]:
    days = {
        "value_ratio_calendar": (
            _("Value ratio in 24-hour days"),
            SECONDS_PER_CALENDAR_DAY,
            _("A day of lead time counts with its 86,400 seconds."),
        ),
        "value_ratio_working": (
            _("Value ratio in working time"),
            analysis.available_s_per_day,
            _("A day of lead time counts with the available time only."),
        ),
    }
    return tuple(
        Figure(
            key,
            name,
            getattr(analysis, key),
            SHARE,
            _("value-creating time ÷ lead time"),
            (
                Input(VALUE, analysis.value_creating_s, S),
                Input(LEAD_TIME, analysis.lead_time_days, DAYS),
                Input(_("Seconds per day"), float(seconds), S),
            ),
            convention if analysis.lead_time_days else _("There is no lead time to divide by."),
            FROM_WALK,
        )
        for key, (name, seconds, convention) in days.items()
    )


def _turns(analysis: Analysis) -> Figure:
    customer = analysis.map.customer
    if customer.days_per_year is None:
        convention = _("The map does not say how many days a year are worked.")
    elif not analysis.lead_time_days:
        convention = _("There is no lead time to divide by.")
    elif customer.working_days_per_year is None:
        convention = _("The working days per year are twelve times those of the month.")
    else:
        convention = ""
    return Figure(
        "inventory_turns",
        _("Inventory turns"),
        analysis.inventory_turns,
        TIMES_A_YEAR,
        _("working days per year ÷ lead time in days"),
        (
            Input(_("Working days per year"), customer.days_per_year, DAYS_PER_YEAR),
            Input(LEAD_TIME, analysis.lead_time_days, DAYS),
        ),
        convention,
        FROM_WALK,
    )


def _yield(analysis: Analysis) -> Figure:
    return Figure(
        "rolled_first_pass_yield",
        _("Rolled first-pass yield"),
        analysis.rolled_first_pass_yield,
        SHARE,
        _("product of the first-pass yields on the longest walk"),
        tuple(
            Input(each.name, each.first_pass_yield, SHARE, own=True)
            for each in analysis.walk.processes
        ),
        _("A process that says no yield counts with 1."),
        FROM_DATA_BOX,
    )


def _sums(analysis: Analysis) -> tuple[Figure, ...]:
    stocks = _("Counted pieces; where only days were observed, days × what is taken each day.")
    return (
        _sum("inventory_pieces", _("Inventory"), analysis.inventory_pieces, PIECES, stocks),
        _sum("operators", _("Operators"), analysis.operators, OPERATORS, ""),
        _sum("floor_space_m2", _("Floor space"), analysis.floor_space_m2, SQUARE_METRES, ""),
    )


def _sum(key: str, name: str, known: Known, unit: str, convention: str) -> Figure:
    return Figure(
        key,
        name,
        known.total,
        unit,
        _("sum over all of the map that says it"),
        (Input(_("Places that say it"), known.said), Input(_("Places in all"), known.of)),
        convention if known.total is not None else _("Nothing on the map says it."),
        FROM_WALK,
    )
