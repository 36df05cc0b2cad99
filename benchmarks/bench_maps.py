"""How long a map takes to be read, analysed and written: `python benchmarks/bench_maps.py`.

Maps of 3, 10 and 30 processes with a stock before each; every fifth process stands on a branch of
its own that joins the one before, so that walks nest. A page shows one map: above 50 ms for all of
it at 30 processes one would begin to wait.
"""

import sys
from pathlib import Path as File
from statistics import median
from time import perf_counter

sys.path.insert(0, str(File(__file__).resolve().parent.parent))

from value_streams.mapping import (
    Customer,
    Inventory,
    Map,
    Path,
    Process,
    WorkingTime,
    analyse,
    read_map,
    write_map,
)
from value_streams.mapping.analysis import by_organisation
from value_streams.mapping.figures import map_figures, process_figures

PROCESSES, RUNS = (3, 10, 30), 21


def map_of(processes: int) -> Map:
    steps = [
        (
            Inventory(name=f"Stock {n}", pieces=100 * n + 50),
            Process(
                name=f"Process {n}",
                cycle_time_s=20 + n,
                changeover_s=600,
                batch_size=500,
                uptime=0.9,
                variants=2,
                operators=1,
                cell=f"Cell {n // 4}",
            ),
        )
        for n in range(processes)
    ]
    branched = [n for n in range(processes) if n % 5 == 4]
    main = Path(
        name="main",
        elements=tuple(each for n, step in enumerate(steps) if n not in branched for each in step),
    )
    branches = []
    for n in branched:
        joined = branches[-1] if branches else main
        before = joined.processes[-1].name
        branches.append(
            Path(name=f"path {n}", elements=steps[n], joins=joined.name, joins_before=before)
        )
    return Map(
        name=f"{processes} processes",
        customer=Customer(demand_per_month=18400, working_days_per_month=20, pack_size=20),
        working_time=WorkingTime(shifts_per_day=2, hours_per_shift=8, break_minutes_per_shift=20),
        paths=(main, *branches),
    )


def why(analysis) -> None:
    """Every figure that a map's page can be asked for."""
    map_figures(analysis)
    by_organisation(analysis)
    for each in analysis.processes:
        process_figures(each)


def milliseconds(work, argument) -> float:
    """The median of some runs."""
    taken = []
    for _ in range(RUNS):
        start = perf_counter()
        work(argument)
        taken.append((perf_counter() - start) * 1000)
    return median(taken)


def main() -> None:
    print(f"Maps with nested branches, median of {RUNS} runs, in ms")
    print(f"{'processes':>9}  {'reading':>7}  {'analysing':>9}  {'why':>6}  {'writing':>7}")
    for processes in PROCESSES:
        drawn = map_of(processes)
        written = write_map(drawn).encode()
        print(
            f"{processes:>9}  {milliseconds(read_map, written):>7.2f}"
            f"  {milliseconds(analyse, drawn):>9.2f}"
            f"  {milliseconds(why, analyse(drawn)):>6.2f}"
            f"  {milliseconds(write_map, drawn):>7.2f}"
        )


if __name__ == "__main__":
    main()
