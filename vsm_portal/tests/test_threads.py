"""Grouping runs in web, worker and commands side by side: none of them takes every core."""

import os
import subprocess
import sys

import pytest
from django.conf import settings

COUNT = """
import numpy, os
numpy.ones((600, 600)) @ numpy.ones((600, 600))
print(len(os.listdir("/proc/self/task")))
"""
WAYS_IN = {
    "web": "import vsm_portal.wsgi",
    "worker": "import vsm_portal.celery",
    "command": "import vsm_portal.settings",
}


@pytest.mark.skipif(not os.path.isdir("/proc/self/task"), reason="threads are counted in /proc")
@pytest.mark.parametrize("way_in", WAYS_IN)
def test_linear_algebra_has_one_thread(way_in):
    limits = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")
    free = {key: value for key, value in os.environ.items() if key not in limits}
    ended = subprocess.run(
        [sys.executable, "-c", WAYS_IN[way_in] + COUNT],
        cwd=settings.BASE_DIR,
        env=free,
        capture_output=True,
        text=True,
        check=True,
    )
    assert ended.stdout.strip() == "1"
