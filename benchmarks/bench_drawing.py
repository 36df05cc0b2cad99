"""How long a map takes to draw: `python benchmarks/bench_drawing.py`.

Maps of 3, 10 and 30 processes on the main path, each with a stock before every process, schedules
to every second one and, in the second half of the table, three more paths. "page" is the SVG that a
page shows, "file" has its letters inside, "PDF" is the A3 sheet (it tries eight row lengths).
Worrying: a page above 0.2 s at 30 processes, because it is drawn while the reader waits.
"""

import os
import sys
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import django

from value_streams.drawing import draw_map
from value_streams.drawing.pdf import map_pdf
from value_streams.mapping import analyse
from value_streams.tests.drawing.maps_to_draw import line
from value_streams.tests.mapping.maps import branch, process, stock

PROCESSES, RUNS = (3, 10, 30), 5
DATA = {
    "document": {"date": "2026-11-23", "language": "en"},
    "foot": {"plant": "Plainfield", "printed_by": "T. Varga", "printed_at": "23 Nov 2026"},
}


def joining(processes: int):
    """Three paths of three elements into the first, a middle and the last process."""
    goals = (0, processes // 2, processes - 1)
    return tuple(
        branch(f"Path {at}", *_elements(at), before=f"Process {goal}")
        for at, goal in enumerate(goals)
    )


def _elements(at: int):
    return stock(f"Coil {at}"), process(f"Press {at}"), stock(f"Pressed {at}")


def seconds(work) -> float:
    times = []
    for _ in range(RUNS):
        start = perf_counter()
        work()
        times.append(perf_counter() - start)
    return median(times)


def main():
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vsm_portal.settings")
    django.setup()
    print("Drawing a value-stream map")
    print(f"{'processes':>9} {'paths':>6} {'kB':>6} {'page, ms':>9} {'file, ms':>9} {'PDF, ms':>9}")
    for paths in (1, 4):
        for processes in PROCESSES:
            branches = joining(processes) if paths > 1 else ()
            analysis = analyse(line(processes, branches=branches))
            size = len(draw_map(analysis).encode()) / 1000
            page = seconds(partial(draw_map, analysis))
            file = seconds(partial(draw_map, analysis, form="file"))
            pdf = seconds(partial(map_pdf, analysis, DATA))
            print(
                f"{processes:9} {paths:6} {size:6.0f} {page * 1000:9.0f} {file * 1000:9.0f} "
                f"{pdf * 1000:9.0f}"
            )


if __name__ == "__main__":
    main()
