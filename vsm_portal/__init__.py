"""The frame of the portal: settings, addresses, background work and what every app shares."""

import os

from .celery import app as celery_app

# The processes share the cores already, and threads of linear algebra only wait for each other.
# numpy reads this when it is first imported, which comes later in every process of the portal.
for _threads in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(_threads, "1")

__all__ = ["celery_app"]
