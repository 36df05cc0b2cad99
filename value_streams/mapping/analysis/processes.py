"""What a process can do, against what the customer takes: takt, capacity, EPEI."""

from dataclasses import dataclass

from ..elements import Process
from ..map import Map, Path
from .stocks import consumption_per_day

#: Two figures closer than this share of one are the same; binary fractions are no finer in sums.
SAME = 1e-12


@dataclass(frozen=True)
class ProcessFigures:
    path: Path
    process: Process
    available_s_per_day: float
    pieces_per_day: float
    takt_s: float
    effective_cycle_time_s: float
    capacity_per_day: float
    epei_days: float | None

    @property
    def name(self) -> str:
        return self.process.name

    @property
    def load(self) -> float:
        """Effective cycle time ÷ takt: above 1 the process cannot keep up."""
        return self.effective_cycle_time_s / self.takt_s

    @property
    def over_takt(self) -> bool:
        return self.load > 1 + SAME


def process_figures(drawn: Map, path: Path, process: Process) -> ProcessFigures:
    """The figures of one process. Stamping of the worked example:

    >>> from ..elements import WorkingTime
    >>> from ..map import Customer
    >>> stamping = Process(name="Stamping", cycle_time_s=1, changeover_s=3600, batch_size=7000,
    ...     uptime=0.85, variants=2)
    >>> path = Path(name="main", elements=(stamping,))
    >>> drawn = Map(name="Brackets", paths=(path,),
    ...     customer=Customer(demand_per_month=18400, working_days_per_month=20),
    ...     working_time=WorkingTime(shifts_per_day=2, hours_per_shift=8,
    ...         break_minutes_per_shift=20))
    >>> figures = process_figures(drawn, path, stamping)
    >>> figures.takt_s, round(figures.effective_cycle_time_s, 4), round(figures.epei_days, 4)
    (60.0, 1.7815, 0.133)
    """
    time = process.working_time or drawn.working_time
    available = time.seconds_per_day * process.share_of_time
    pieces = consumption_per_day(drawn, path)
    effective = effective_cycle_time_s(process)
    return ProcessFigures(
        path=path,
        process=process,
        available_s_per_day=float(available),
        pieces_per_day=float(pieces),
        takt_s=available / pieces,
        effective_cycle_time_s=effective,
        capacity_per_day=available / effective,
        epei_days=epei_days(process, available, pieces),
    )


def effective_cycle_time_s(process: Process) -> float:
    """(C/T + C/O ÷ batch) ÷ uptime ÷ first-pass yield; no batch, no share of the changeover.

    >>> effective_cycle_time_s(Process(name="Weld 2", cycle_time_s=46, changeover_s=600,
    ...     uptime=0.8))
    57.5
    """
    changeover = process.changeover_s / process.batch_size if process.batch_size else 0
    return (process.cycle_time_s + changeover) / process.uptime / process.first_pass_yield


def epei_days(process: Process, available_s: float, pieces_per_day: float) -> float | None:
    """Every part every … days; None where running alone already takes all of the time.

    >>> epei_days(Process(name="Assembly 1", cycle_time_s=62), 55200, 920) is None
    True
    """
    left = available_s - pieces_per_day * process.cycle_time_s / process.uptime
    if left <= SAME * available_s:
        return None
    return process.variants * process.changeover_s / left
