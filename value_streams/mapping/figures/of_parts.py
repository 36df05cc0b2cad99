"""Why each figure of a process, a stock, a transport or a cell is what it is."""

from ..analysis import Analysis, Cell, ProcessFigures, Wait
from ..analysis.stocks import consumption_per_day
from ..elements import Stock, Transport
from ..said import gettext_noop as _
from .figure import (
    DAYS,
    FROM_CUSTOMER,
    FROM_DATA_BOX,
    FROM_WALK,
    OPERATORS,
    PER_DAY,
    PIECES,
    SHARE,
    Figure,
    Input,
    S,
)


def process_figures(figures: ProcessFigures) -> tuple[Figure, ...]:
    """Takt, effective cycle time, capacity and EPEI of one process."""
    process = figures.process
    available = Input(_("Available time, own × share"), figures.available_s_per_day, S)
    pieces = Input(_("Pieces a day: demand × pieces per product"), figures.pieces_per_day, PER_DAY)
    uptime = Input(_("Uptime"), process.uptime, SHARE)
    effective = Input(_("Effective cycle time"), figures.effective_cycle_time_s, S)
    return (
        Figure(
            "takt_s",
            _("Takt of the process"),
            figures.takt_s,
            S,
            _("available time × share ÷ (daily demand × pieces per product)"),
            (available, pieces),
            source=FROM_CUSTOMER,
        ),
        Figure(
            "effective_cycle_time_s",
            _("Effective cycle time"),
            figures.effective_cycle_time_s,
            S,
            _("(cycle time + changeover ÷ batch) ÷ uptime ÷ first-pass yield"),
            (
                Input(_("Cycle time"), process.cycle_time_s, S),
                Input(_("Changeover"), process.changeover_s, S),
                Input(_("Batch"), process.batch_size, PIECES),
                uptime,
                Input(_("First-pass yield"), process.first_pass_yield, SHARE),
            ),
            "" if process.batch_size else _("Without a batch no share of the changeover is added."),
            FROM_DATA_BOX,
        ),
        Figure(
            "load",
            _("Load against takt"),
            figures.load,
            SHARE,
            _("effective cycle time ÷ takt of the process"),
            (effective, Input(_("Takt of the process"), figures.takt_s, S)),
            _("Above 1 the process is over takt; the largest load is the bottleneck."),
            FROM_DATA_BOX,
        ),
        Figure(
            "capacity_per_day",
            _("Capacity per day"),
            figures.capacity_per_day,
            PER_DAY,
            _("available time × share ÷ effective cycle time"),
            (available, effective),
            source=FROM_DATA_BOX,
        ),
        Figure(
            "epei_days",
            _("Every part every …"),
            figures.epei_days,
            DAYS,
            _("variants × changeover ÷ (available time − pieces a day × cycle time ÷ uptime)"),
            (
                Input(_("Variants"), process.variants),
                Input(_("Changeover"), process.changeover_s, S),
                available,
                pieces,
                Input(_("Cycle time"), process.cycle_time_s, S),
                uptime,
            ),
            EPEI_IMPOSSIBLE if figures.epei_days is None else "",
            FROM_DATA_BOX,
        ),
    )


EPEI_IMPOSSIBLE = _("Impossible: running alone takes all of the time, none is left to change over.")
OBSERVED = _("As observed on the walk.")


def wait_figure(analysis: Analysis, wait: Wait) -> Figure:
    """Why a piece waits that long there."""
    formula, inputs, convention = _wait(analysis, wait)
    if wait.days is None:
        convention = _("Neither days nor pieces were observed here.")
    return Figure("wait_days", _("Wait"), wait.days, DAYS, formula, inputs, convention, FROM_WALK)


def _wait(analysis: Analysis, wait: Wait) -> tuple[str, tuple[Input, ...], str]:
    match wait.element:
        case Transport(days=None, hours=hours):
            return _("hours ÷ 24"), (Input(_("Hours under way"), hours, "h"),), ""
        case Stock(days=None) as stock:
            pieces = Input(_("Pieces counted"), stock.pieces_in_all, PIECES)
            taken = consumption_per_day(analysis.map, wait.path)
            taken = Input(_("Pieces a day: demand × pieces per product"), taken, PER_DAY)
            formula = _("pieces ÷ (daily demand × pieces per product)")
            return formula, (pieces, taken), ""
    return _("days observed"), (Input(_("Days observed"), wait.days, DAYS),), OBSERVED


def cell_figure(cell: Cell) -> Figure:
    return Figure(
        "operators_needed",
        _("Operators of the cell"),
        cell.operators_needed,
        OPERATORS,
        _("sum of the work contents ÷ takt"),
        tuple(Input(each.name, each.process.work_s, S, own=True) for each in cell.processes)
        + tuple(
            {each.takt_s: Input(_("Takt"), each.takt_s, S) for each in cell.processes}.values()
        ),
        _("Before rounding: what remains above a whole number is to be taken out by kaizen."),
        FROM_DATA_BOX,
    )
