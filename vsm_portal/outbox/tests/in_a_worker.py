"""For `celery worker --include`: the worker knows the letters."""

from vsm_portal.outbox import kinds
from vsm_portal.outbox.tests.letters import LETTER

kinds.register(LETTER)
