"""The built-in broker under real workers: what `kill -9` must not lose.

The workers started here run the tiny application at the top of this file, in a folder of their own.
"""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from celery import Celery
from kombu.exceptions import OperationalError

from vsm_portal.message_folder import MessageFolder

FOLDER = Path(os.environ.get("TINY_FOLDER", "/nowhere"))
QUEUE = "tiny"
PATIENCE = 40  # seconds

tiny = Celery("tiny", broker="folder://", set_as_current=False, fixups=[])
tiny.conf.update(
    broker_transport_options={"folder": str(FOLDER / "broker")},
    task_default_queue=QUEUE,
    task_acks_late=True,
    task_reject_on_worker_lost=True,
    worker_prefetch_multiplier=1,
    worker_lost_wait=1,
    task_ignore_result=True,
    task_publish_retry=False,
    broker_connection_retry_on_startup=True,
    worker_hijack_root_logger=False,
)


@tiny.task
def work(word, seconds):
    """Leaves a file when it begins and another one when it has ended."""
    (FOLDER / f"begun-{word}").touch()
    time.sleep(seconds)
    (FOLDER / f"ended-{word}").touch()


@tiny.task
def kill_the_pool_process_once(word):
    if not (FOLDER / f"begun-{word}").exists():
        (FOLDER / f"begun-{word}").touch()
        os.kill(os.getpid(), signal.SIGKILL)
    (FOLDER / f"ended-{word}").touch()


class Workers:
    """Starts workers in one folder and ends each by its own process group."""

    def __init__(self, folder):
        self.folder = folder
        self.started = []

    def start(self):
        command = f"-A {__name__}:tiny worker --concurrency 2 --loglevel WARNING"
        with (self.folder / "worker.log").open("a") as log:
            worker = subprocess.Popen(
                [sys.executable, "-m", "celery", *command.split()],
                # Celery's command line prefers BROKER_URL to what the application says.
                env={**os.environ, "TINY_FOLDER": str(self.folder), "BROKER_URL": "folder://"},
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        self.started.append(worker)
        return worker

    def kill(self, worker):
        os.killpg(worker.pid, signal.SIGKILL)
        worker.wait(PATIENCE)

    def stop(self, worker):
        worker.terminate()
        worker.wait(PATIENCE)

    def clear_up(self):
        for worker in self.started:
            if worker.poll() is None:
                self.kill(worker)


@pytest.fixture
def workers(tmp_path):
    workers = Workers(tmp_path)
    yield workers
    workers.clear_up()


@pytest.fixture
def send(tmp_path):
    """Publish as a web process does: another connection on the same folder."""
    folder = str(tmp_path / "broker")

    def send(task, *args):
        with tiny.connection_for_write(transport_options={"folder": folder}) as connection:
            task.apply_async(args, connection=connection)

    return send


def wait_for(condition, what):
    deadline = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < deadline, f"In {PATIENCE} s not seen: {what}"
        time.sleep(0.05)


def names(folder, kind):
    return {file.name.removeprefix(f"{kind}-") for file in folder.glob(f"{kind}-*")}


def left(folder):
    return list((folder / "broker").rglob("*.json"))


pytestmark = pytest.mark.worker


def test_kill_9_in_the_middle_of_work_loses_no_task(workers, send, tmp_path):
    words = {f"task{number:02}" for number in range(12)}
    for word in sorted(words):
        send(work, word, 0.4)
    for killed_after in (2, 6):
        worker = workers.start()
        wait_for(lambda n=killed_after: len(names(tmp_path, "begun")) >= n, f"{killed_after} begun")
        workers.kill(worker)
        assert names(tmp_path, "ended") != words
    workers.start()
    wait_for(lambda: names(tmp_path, "ended") == words, "every task ended")
    wait_for(lambda: not left(tmp_path), "every message acknowledged")


def test_a_killed_pool_process_has_its_task_done_by_another(workers, send, tmp_path):
    send(kill_the_pool_process_once, "stubborn")
    workers.start()
    wait_for(lambda: names(tmp_path, "ended") == {"stubborn"}, "the task ended")
    wait_for(lambda: not left(tmp_path), "the message acknowledged")


def test_a_half_written_file_does_not_stop_the_worker(workers, send, tmp_path):
    MessageFolder(tmp_path / "broker").put(QUEUE, {"body": "", "properties": {}})
    half = next((tmp_path / "broker/waiting" / QUEUE).iterdir())
    half.write_text(half.read_text()[:7])
    worker = workers.start()
    send(work, "after", 0)
    wait_for(lambda: names(tmp_path, "ended") == {"after"}, "the next task ended")
    assert worker.poll() is None
    assert [file.name for file in (tmp_path / "broker/spoiled").iterdir()] == [half.name]


def test_a_worker_that_is_asked_to_stop_ends_its_task_and_leaves_the_rest_waiting(
    workers, send, tmp_path
):
    for word in ("a", "b", "c", "d", "e"):
        send(work, word, 1)
    worker = workers.start()
    wait_for(lambda: len(names(tmp_path, "begun")) >= 2, "two tasks begun")
    workers.stop(worker)
    assert names(tmp_path, "begun") == names(tmp_path, "ended")
    assert len(left(tmp_path)) == 5 - len(names(tmp_path, "ended"))
    assert MessageFolder(tmp_path / "broker").size(QUEUE) == len(left(tmp_path))


def test_a_folder_that_cannot_be_used_is_to_the_sender_a_broker_that_is_away(send, tmp_path):
    (tmp_path / "broker").write_text("a file where a folder should be")
    with pytest.raises(OperationalError, match="cannot be used"):
        send(work, "nowhere", 0)


def test_what_a_closed_connection_had_not_acknowledged_waits_again(send, tmp_path):
    send(work, "unfinished", 0)
    folder = MessageFolder(tmp_path / "broker")
    options = {"folder": str(tmp_path / "broker")}
    with tiny.connection_for_read(transport_options=options) as connection:
        assert connection.default_channel.basic_get(QUEUE)
        assert folder.size(QUEUE) == 0
    assert folder.size(QUEUE) == 1
