"""A process of its own for the tests: `python -m vsm_portal.outbox.tests.sender drain`.

It knows the letters, says "ready" and begins when it is told to.
"""

import sys
import time

import django

django.setup()

from vsm_portal.outbox import kinds, planning, sending, tasks  # noqa: E402 - after the set-up
from vsm_portal.outbox.tests.letters import LETTER  # noqa: E402 - after the set-up

kinds._kinds = {"letter": LETTER}


def drain():
    """Until nothing has been due for a moment: others may still be planning."""
    idle = 0
    while idle < 5:
        idle = 0 if sending.drain(limit=10) else idle + 1
        time.sleep(0.05)


def plan():
    for _tick in range(10):
        planning.plan_all()


def load_what_a_running_server_has_loaded():
    """Only then do the seconds measured say anything about the broker."""
    from django.test import Client

    Client().get("/nowhere/")
    app = tasks.drain.app
    app.amqp.queues  # noqa: B018 - reading it loads Celery's side
    app.connection().transport  # noqa: B018 - reading it loads the broker's side


def hints():
    """How long each of three hints takes, in seconds."""
    load_what_a_running_server_has_loaded()
    for _hint in range(3):
        started = time.monotonic()
        tasks.hint()
        print(f"{time.monotonic() - started:.2f}", flush=True)


def post():
    """Two requests that each make a mail wait again: status and seconds."""
    from django.test import Client
    from django.urls import reverse

    from vsm_portal.accounts.models import User
    from vsm_portal.outbox.models import Message

    load_what_a_running_server_has_loaded()
    client = Client()
    client.force_login(User.objects.get(email="hr@example.com"))
    for message in Message.objects.order_by("pk"):
        started = time.monotonic()
        answer = client.post(reverse("message_resend", args=[message.pk]))
        print(answer.status_code, f"{time.monotonic() - started:.2f}", flush=True)


if __name__ == "__main__":
    print("ready", flush=True)
    sys.stdin.readline()
    globals()[sys.argv[1]]()
