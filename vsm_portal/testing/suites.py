"""`make test`: the whole suite on SQLite; then, where they answer, PostgreSQL and Redis.

These get what commits, locks or runs in a worker, since there databases differ. With
`--demand-everything`, as in continuous integration, they get every test that asks a database, and a
missing tool fails before anything runs. The last lines say what ran and what was left out, and why.
"""

import os
import subprocess
import sys
import time
from dataclasses import dataclass

import psycopg2
import redis

from .browser import NAMES, chromium

POSTGRES = "TEST_DATABASE_URL"
REDIS = "TEST_REDIS_URL"


@dataclass
class Suite:
    """One run of pytest: what it is called, which services it is given, further arguments."""

    name: str
    services: tuple[str, ...] = ()
    arguments: tuple[str, ...] = ()

    def run(self) -> bool:
        print(f"\n=== {self.name} ===", flush=True)
        environment = {
            key: text for key, text in os.environ.items() if key not in (POSTGRES, REDIS)
        }
        environment |= {service: os.environ[service] for service in self.services}
        command = [sys.executable, "-m", "pytest", "-n", "2", *self.arguments]
        return subprocess.run(command, env=environment, check=False).returncode == 0


def main(demand_everything: bool) -> int:
    away = {POSTGRES: why_no_postgres(), REDIS: why_no_redis()}
    missing = [why for why in (*away.values(), why_no_browser()) if why]
    if demand_everything and missing:
        print("Everything is demanded here, but:", *missing, sep="\n  ")
        return 1
    lines, failed = [], False
    for suite in suites([service for service, why in away.items() if not why], demand_everything):
        begun = time.monotonic()
        passed = suite.run()
        failed = failed or not passed
        outcome = "passed" if passed else "FAILED"
        lines.append(f"Ran      {suite.name}: {outcome} in {time.monotonic() - begun:.0f} s")
    lines += [f"Skipped  {why}" for why in away.values() if why]
    lines.append("Skipped  journeys in a browser: they belong to make journeys and make ci")
    print("", *lines, sep="\n")
    return int(failed)


def suites(answering: list[str], demand_everything: bool) -> list[Suite]:
    """Always SQLite; the second time with whatever answers. Redis matters to workers alone."""
    first = Suite("whole suite on SQLite and the folder broker")
    if POSTGRES in answering:
        broker = "Redis" if REDIS in answering else "the folder broker"
        if demand_everything:
            second = Suite(f"whole suite on PostgreSQL and {broker}", tuple(answering))
        else:
            second = Suite(
                f"where databases differ, on PostgreSQL and {broker}",
                tuple(answering),
                ("--where-databases-differ",),
            )
        return [first, second]
    if REDIS in answering:
        return [first, Suite("worker tests on SQLite and Redis", (REDIS,), ("-m", "worker"))]
    return [first]


def why_no_postgres() -> str:
    try:
        with psycopg2.connect(os.environ.get(POSTGRES, ""), connect_timeout=3) as connection:
            cursor = connection.cursor()
            cursor.execute(
                "SELECT rolcreatedb OR rolsuper FROM pg_roles WHERE rolname = current_user"
            )
            may_create = cursor.fetchone()[0]
        connection.close()
    except psycopg2.Error as error:
        return f"PostgreSQL: {str(error).strip().splitlines()[0]} ({POSTGRES})"
    return "" if may_create else f"PostgreSQL: the user may not create databases ({POSTGRES})"


def why_no_redis() -> str:
    try:
        redis.from_url(os.environ.get(REDIS, ""), socket_timeout=3).ping()
    except (redis.RedisError, ValueError) as error:
        return f"Redis: {error} ({REDIS})"
    return ""


def why_no_browser() -> str:
    return "" if chromium() else f"Chromium: none of {', '.join(NAMES)} is installed"


if __name__ == "__main__":
    sys.exit(main(demand_everything="--demand-everything" in sys.argv))
