"""A process of its own for the tests: `python -m vsm_portal.exporting.tests.maker 7` makes one."""

import sys

import django

django.setup()

from vsm_portal.exporting import making, reports  # noqa: E402 - after the set-up
from vsm_portal.exporting.tests.leaflet import LEAFLET  # noqa: E402 - after the set-up

if __name__ == "__main__":
    reports.register(LEAFLET)
    making.make(int(sys.argv[1]))
