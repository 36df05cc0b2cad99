"""The outbox under real processes: killed senders, several at once, a broker that is away or hangs.

Every process here is started by its test and ended by its own number.
"""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections import Counter

import pytest
from django.utils import timezone

from vsm_portal.accounts.models import Membership, Role, Site, User
from vsm_portal.outbox import sending, tasks
from vsm_portal.outbox.models import Message, State

from .letters import make_readers, plan_letters

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("letters"),
    pytest.mark.worker,
]

PATIENCE = 60  # seconds
WORKER = ["celery", "-A", "vsm_portal", "worker", "--concurrency", "1", "--loglevel", "ERROR"]
WORKER += ["--include", "vsm_portal.outbox.tests.in_a_worker"]


@pytest.fixture
def start(environment_of_a_process, sink):
    """Starts processes that send to the mail server of the test."""
    _script, port = sink
    started = []

    def start(*command, **further):
        environment = environment_of_a_process(
            EMAIL_URL=f"smtp://127.0.0.1:{port}",
            DJANGO_SETTINGS_MODULE="vsm_portal.settings",
            **further,
        )
        process = subprocess.Popen(
            [sys.executable, "-m", *command],
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        started.append(process)
        return process

    yield start
    for process in started:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()


@pytest.fixture
def go(start):
    """Starts the tests' own senders and lets them begin all at the same moment."""

    def go(*deeds, **further):
        processes = [start("vsm_portal.outbox.tests.sender", deed, **further) for deed in deeds]
        for process in processes:
            assert process.stdout.readline() == "ready\n"
        for process in processes:
            process.stdin.write("go\n")
            process.stdin.flush()
        return processes

    return go


def wait_for(condition, what):
    until = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < until, f"{what}: not after {PATIENCE} s"
        time.sleep(0.05)


def end_leases():
    """As if the time had passed that a sender has for one mail."""
    now = timezone.now()
    Message.objects.filter(state=State.SENDING, lease_until__gt=now).update(lease_until=now)


def results_of(process) -> list[str]:
    """What it printed, when it has come to its end."""
    output, _errors = process.communicate(timeout=PATIENCE)
    assert process.returncode == 0
    return [line for line in output.splitlines() if not line.startswith("{")]  # that is the log


def test_four_senders_and_two_beats_send_each_mail_exactly_once(go, smtp):
    make_readers(100)
    for process in go("drain", "drain", "plan", "plan", "drain", "drain"):
        results_of(process)
    tasks.drain()
    assert Message.objects.count() == 100
    counts = Counter(smtp.addresses())
    assert len(counts) == 100
    assert set(counts.values()) == {1}
    assert set(Message.objects.values_list("state", "attempts")) == {(State.SENT, 1)}


def test_a_sender_killed_while_sending_leaves_a_row_that_goes_out_once_more(go, smtp):
    smtp.stalls.add("reader2@example.com")
    plan_letters(3)
    [killed] = go("drain")
    assert smtp.stalled.wait(PATIENCE)
    os.killpg(killed.pid, signal.SIGKILL)
    smtp.go_on()
    [survivor] = go("drain")
    results_of(survivor)
    assert Message.objects.get(recipient__email="reader2@example.com").state == State.SENDING
    end_leases()
    assert sending.drain() == 1
    assert sending.drain() == 0
    assert set(Message.objects.values_list("state", flat=True)) == {State.SENT}
    offers = Counter(address for address, _mail in smtp.offered)
    assert offers == {f"reader{n}@example.com": 1 + (n == 2) for n in (1, 2, 3)}
    twice = {mail["Message-ID"] for address, mail in smtp.offered if "reader2" in address}
    assert len(twice) == 1


def test_a_celery_worker_killed_while_sending_loses_no_mail(start, smtp):
    smtp.stalls.add("reader1@example.com")
    plan_letters(2)
    worker = start(*WORKER)
    assert smtp.stalled.wait(PATIENCE), "the hint that planning gave starts the worker"
    os.killpg(worker.pid, signal.SIGKILL)
    worker.wait()
    smtp.go_on()
    end_leases()
    start(*WORKER)
    tasks.hint()  # the beat's next tick
    wait_for(lambda: Message.objects.filter(state=State.SENT).count() == 2, "both sent")
    offers = Counter(address for address, _mail in smtp.offered)
    assert offers == {"reader1@example.com": 2, "reader2@example.com": 1}


@pytest.fixture
def hanging_broker(tmp_path):
    """The address of a Redis that takes connections and says nothing.

    A real one, stopped in its tracks, where there is one; else the same as the network shows it: a
    port that nobody reads.
    """
    port = a_free_port()
    if shutil.which("redis-server") is None:
        with socket.create_server(("127.0.0.1", port)):
            yield f"redis://127.0.0.1:{port}/0"
        return
    redis = subprocess.Popen(
        ["redis-server", "--port", str(port), "--bind", "127.0.0.1", "--save", ""],
        cwd=tmp_path,
        stdout=subprocess.DEVNULL,
    )
    wait_for(lambda: answers(port), "Redis answers")
    redis.send_signal(signal.SIGSTOP)
    yield f"redis://127.0.0.1:{port}/0"
    redis.kill()
    redis.wait()


def a_free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def answers(port) -> bool:
    with socket.socket() as trial:
        return trial.connect_ex(("127.0.0.1", port)) == 0


def seconds(lines) -> list[float]:
    return [float(line.split()[-1]) for line in lines]


def test_a_hint_to_a_redis_that_hangs_costs_two_seconds_once(go, hanging_broker):
    first, *further = seconds(results_of(*go("hints", BROKER_URL=hanging_broker)))
    assert first < 3
    assert max(further) < 0.1


def test_a_hint_to_a_redis_that_is_down_costs_nothing(go):
    taken = seconds(results_of(*go("hints", BROKER_URL=f"redis://127.0.0.1:{a_free_port()}/0")))
    assert max(taken) < 1


@pytest.mark.parametrize("broker", ["down", "hanging"])
def test_a_page_answers_without_a_broker_and_the_mail_goes_out_at_the_next_tick(
    broker, go, smtp, request
):
    plan_letters(2)
    Message.objects.update(state=State.FAILED, attempts=1)
    hr = User.objects.create(email="hr@example.com", name="Hr")
    Membership.objects.create(user=hr, site=Site.objects.get(), role=Role.HR)
    if broker == "down":
        url = f"redis://127.0.0.1:{a_free_port()}/0"
    else:
        url = request.getfixturevalue("hanging_broker")
    answers = results_of(*go("post", BROKER_URL=url))
    assert [line.split()[0] for line in answers] == ["302", "302"]
    assert max(seconds(answers)) < 3
    assert seconds(answers)[1] < 1
    assert smtp.taken == []
    tasks.drain()
    assert sorted(smtp.addresses()) == ["reader1@example.com", "reader2@example.com"]
