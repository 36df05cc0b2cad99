"""For `celery worker --include`: the worker knows the letters and holds a row for a short while."""

import os
from datetime import timedelta

from vsm_portal.outbox import attempts, kinds
from vsm_portal.outbox.tests.letters import LETTER

kinds.register(LETTER)
if "TEST_LEASE" in os.environ:
    attempts.LEASE = timedelta(seconds=float(os.environ["TEST_LEASE"]))
