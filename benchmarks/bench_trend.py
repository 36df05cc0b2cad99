"""How long the nightly run over the trends takes: `python benchmarks/bench_trend.py [SIZE …]`.

On PostgreSQL (`DATABASE_URL`, in a database of its own that is made and dropped): 1,000, 3,000 and
10,000 appointments × 104 weeks of five entries each, about 5 million rows. Three runs: the first
over everything, one in which nothing is new, one after a day on which every manager logged twice.
Beside them one SQL aggregation of the same table. Worrying: more than 60 s for the first run at
10,000, more than 5 s after one day, more than 400 MB, or a time per appointment that grows.
"""

import os
import resource
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

SIZES, WEEKS = (1_000, 3_000, 10_000), 104
FIRST = date(2024, 11, 25)
GIVEN = os.environ.get("DATABASE_URL") or "postgres://postgres@127.0.0.1:5432/postgres"
NAME = f"bench_trend_{os.getpid()}"

ENTRIES = """
INSERT INTO evaluations_timeentry
    (appointment_id, day, half, kind, cause_id, minutes, key, entered_at, version)
SELECT a.id, %(first)s::date + 7 * w + d, CASE WHEN d %% 2 = 0 THEN 'morning' ELSE 'afternoon' END,
    kind, CASE WHEN kind = 'daily' THEN %(cause)s END, 60 + (random() * 360)::int,
    gen_random_uuid(), now(), 1
FROM value_streams_appointment a, generate_series(0, %(weeks)s - 1) w, generate_series(0, 4) d,
    LATERAL (SELECT (ARRAY['daily', 'daily', 'improvement', 'people', 'planning', 'standard'])
        [1 + floor(random() * 6 + 0 * (a.id + w + d))] AS kind) k
"""
AGGREGATION = """
SELECT count(*) FROM (SELECT appointment_id, date_trunc('week', day),
    sum(minutes) FILTER (WHERE kind = 'daily'), sum(minutes)
FROM evaluations_timeentry WHERE removed_at IS NULL GROUP BY 1, 2) weeks
"""


def main(sizes) -> None:
    print("The nightly run over the trends, 104 weeks of five entries each, in s")
    print(
        f"{'appointments':>12}  {'entries':>9}  {'sums':>6}  {'all':>6}  {'nothing new':>11}"
        f"  {'one day':>7}  {'SQL alone':>9}  {'all/SQL':>7}  {'memory MB':>9}"
    )
    for size in sizes:
        # A process each: the memory of one size is not that of the next.
        subprocess.run([sys.executable, __file__, "--one", str(size)], check=True)


def one(size) -> None:
    from django.db import connection

    entries = fill(size)
    sums = seconds(all_weeks)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    everything = sums + seconds(reckon_all)
    nothing = seconds(reckon_all)
    with connection.cursor() as cursor:
        sql = min(seconds(lambda: cursor.execute(AGGREGATION)) for _ in range(3))
    a_day(size)
    day = seconds(reckon_all)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{size:>12,}  {entries:>9,}  {sums:>6.1f}  {everything:>6.1f}  {nothing:>11.2f}"
        f"  {day:>7.1f}  {sql:>9.1f}  {everything / sql:>7.1f}  {memory:>9.0f}",
        flush=True,
    )


def seconds(work) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start


def all_weeks() -> None:
    from evaluations.models.week_sums import sum_up_everything

    sum_up_everything()


def reckon_all() -> None:
    from evaluations.models.trend_reckoning import reckon

    reckon()


def fill(size) -> int:
    """One stream and one manager for each appointment; entries by one statement."""
    from django.db import connection

    from evaluations.models import Cause
    from value_streams.models import Appointment, ValueStream
    from vsm_portal.accounts.models import Site, User

    site = Site.objects.create(name="Bench")
    numbers = range(size)
    User.objects.bulk_create(
        [User(email=f"m{n}@example.com", name=f"M {n}", password="!") for n in numbers]
    )
    ValueStream.objects.bulk_create([ValueStream(site=site, name=f"S {n}") for n in numbers])
    people, streams = User.objects.order_by("pk"), ValueStream.objects.order_by("pk")
    Appointment.objects.bulk_create(
        [
            Appointment(
                stream=stream,
                manager=person,
                reports_to=person,
                state="current",
                authority="influence",
                starts_on=FIRST,
            )
            for person, stream in zip(people, streams, strict=True)
        ]
    )
    cause = Cause.objects.create(site=site, name="Die 14")
    with connection.cursor() as cursor:
        cursor.execute(ENTRIES, {"first": FIRST, "weeks": WEEKS, "cause": cause.pk})
        cursor.execute("ANALYZE")
    return size * WEEKS * 5


def a_day(size) -> None:
    """Every manager logs two half-days of one new day; the verbs' sums are done set-based."""
    from evaluations.models import TimeEntry
    from evaluations.models.week_sums import sum_up_everything
    from value_streams.models import Appointment

    day = FIRST + timedelta(weeks=WEEKS)
    pks = Appointment.objects.values_list("pk", flat=True)
    TimeEntry.objects.bulk_create(
        [
            TimeEntry(appointment_id=pk, day=day, half=half, kind="improvement", minutes=240)
            for pk in pks
            for half in ("morning", "afternoon")
        ],
        batch_size=5_000,
    )
    sum_up_everything()


def with_a_database_of_its_own(work) -> None:
    os.environ.update(
        DATABASE_URL=GIVEN,
        DJANGO_SETTINGS_MODULE="vsm_portal.settings",
        DEBUG="off",
        SECRET_KEY="a key for a measurement, as long as a real one has to be, and longer",
    )
    import django
    from django.core.management import call_command
    from django.db import connection

    django.setup()
    given = connection.settings_dict["NAME"]
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE DATABASE {NAME}")
    try:
        connect(NAME)
        call_command("migrate", verbosity=0)
        work()
    finally:
        connect(given)
        with connection.cursor() as cursor:
            cursor.execute(f"DROP DATABASE {NAME} WITH (FORCE)")


def connect(name) -> None:
    from django.db import connection

    connection.close()
    connection.settings_dict["NAME"] = name


if __name__ == "__main__":
    if "--one" in sys.argv:
        with_a_database_of_its_own(lambda: one(int(sys.argv[-1])))
    else:
        main([int(size) for size in sys.argv[1:]] or SIZES)
