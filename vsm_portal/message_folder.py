"""Queues of messages as files in one folder. Knows files, not Celery (see `folder_broker`).

The folder is the whole truth, and every step is one rename on one file system:

    writing/                 being written; nobody reads here
    waiting/<queue>/         ready; the name begins with the time, so the oldest is first
    taken/<worker>/<queue>/  with a worker: done deletes, giving back renames to waiting/
    spoiled/                 could not be read; kept to be looked at, never tried again

A worker holds a lock on `taken/<worker>/lock` while it lives. Whoever begins to consume gives back
what lies with workers whose lock is free. Files are not synced to the disk one by one: after a
power cut the database row is the record, as with any broker.
"""

import fcntl
import logging
import os
import shutil
import time
import uuid
from contextlib import suppress
from pathlib import Path
from queue import Empty
from urllib.parse import quote

from kombu.utils.json import dumps, loads

logger = logging.getLogger(__name__)

#: seconds after which a file in `writing/` has no living writer any more
ABANDONED = 3600

# The lock tells the living from the dead only between processes; a process knows its own.
_workers_of_this_process: set[str] = set()


class MessageFolder:
    def __init__(self, root: Path):
        self.root = Path(root)
        self.worker = f"{os.getpid()}-{uuid.uuid4().hex[:8]}"
        self._lock = None

    def put(self, queue: str, message: dict) -> None:
        """Add a message at the end of `queue`; it is there wholly or not at all."""
        name = f"{time.time_ns():020d}-{uuid.uuid4().hex}.json"
        draft = self._made("writing") / name
        draft.write_text(dumps(message), encoding="utf-8")
        draft.rename(self._made("waiting", _safe(queue)) / name)

    def take(self, queue: str) -> tuple[str, dict]:
        """The oldest message of `queue`, and the tag by which `done` and `give_back` know it.

        Raises `queue.Empty`. A file that is no message is put aside and the next one is tried.
        """
        for waiting in self._listed("waiting", _safe(queue)):
            tag = f"{_safe(queue)}/{waiting.name}"
            try:
                taken = waiting.rename(self._own_place(_safe(queue)) / waiting.name)
            except FileNotFoundError:
                continue  # another worker was faster
            try:
                return tag, _message_in(taken)
            except ValueError:
                logger.error("Unreadable message put aside in spoiled/: %s", tag)
                taken.rename(self._made("spoiled") / taken.name)
        raise Empty

    def done(self, tag: str) -> None:
        (self.root / "taken" / self.worker / tag).unlink(missing_ok=True)

    def give_back(self, tag: str) -> None:
        """Return a taken message to its old place in the queue."""
        with suppress(FileNotFoundError):  # done meanwhile, by another thread
            self._return(self.root / "taken" / self.worker / tag)

    def give_back_of_the_dead(self) -> int:
        """Return what killed workers had taken; say how many messages that were."""
        dead = [w for w in self._listed("taken") if w.name not in _workers_of_this_process]
        self._sweep_drafts()
        return sum(self._bury(worker) for worker in dead)

    def close(self) -> None:
        """Let go of the lock: what is still taken comes back when somebody consumes again."""
        if self._lock is not None:
            self._lock.close()
            self._lock = None
            _workers_of_this_process.discard(self.worker)

    def size(self, queue: str) -> int:
        return len(self._listed("waiting", _safe(queue)))

    def purge(self, queue: str) -> int:
        waiting = self._listed("waiting", _safe(queue))
        for message in waiting:
            message.unlink(missing_ok=True)
        return len(waiting)

    def _bury(self, worker: Path) -> int:
        with suppress(FileNotFoundError), (worker / "lock").open("a") as lock:
            try:
                fcntl.lockf(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                return 0  # it lives
            messages = sorted(worker.glob("*/*.json"))
            for message in messages:
                self._return(message)
            shutil.rmtree(worker)
            return len(messages)
        return 0  # another one was faster

    def _own_place(self, queue: str) -> Path:
        """`taken/<this worker>/<queue>`, locked before the first message is in it.

        The lock is a record lock: it belongs to this process alone, so a pool process that outlives
        its killed parent does not keep it.
        """
        while self._lock is None:
            path = self._made("taken", self.worker) / "lock"
            with suppress(FileNotFoundError):  # buried before it was locked: once more
                self._lock = _locked(path)
                _workers_of_this_process.add(self.worker)
        return self._made("taken", self.worker, queue)

    def _return(self, taken: Path) -> None:
        taken.rename(self._made("waiting", taken.parent.name) / taken.name)

    def _sweep_drafts(self) -> None:
        for draft in self._listed("writing"):
            with suppress(FileNotFoundError):
                if time.time() - draft.stat().st_mtime > ABANDONED:
                    draft.unlink()

    def _made(self, *parts: str) -> Path:
        folder = self.root.joinpath(*parts)
        folder.mkdir(parents=True, exist_ok=True)
        return folder

    def _listed(self, *parts: str) -> list[Path]:
        with suppress(FileNotFoundError):
            return sorted(self.root.joinpath(*parts).iterdir())
        return []


def _safe(queue: str) -> str:
    """A queue's name as the name of one folder: `_safe("../b") == "%2E%2E%2Fb"`."""
    return quote(queue, safe="").replace(".", "%2E")


def _locked(path: Path):
    """The file at `path`, opened and locked; `FileNotFoundError` if it is gone by then."""
    lock = path.open("a")
    try:
        fcntl.lockf(lock, fcntl.LOCK_EX)
        if not os.path.samestat(os.fstat(lock.fileno()), path.stat()):
            raise FileNotFoundError(path)
    except OSError:
        lock.close()
        raise
    return lock


def _message_in(file: Path) -> dict:
    message = loads(file.read_text(encoding="utf-8"))
    if not isinstance(message, dict) or not isinstance(message.get("properties"), dict):
        raise ValueError("A message has properties.")
    return message
