"""Weeks as the database counts them by itself, many appointments at a time.

All weeks are counted anew after entries came from elsewhere, and to prove the sums that the verbs
keep.
"""

from django.db import connection, transaction

from .logged_week import KINDS

#: the Monday of a day, on either database
MONDAY = {
    "postgresql": "date_trunc('week', day)::date",
    "sqlite": "date(day, '-' || ((strftime('%%w', day) + 6) %% 7) || ' days')",
}


@transaction.atomic
def sum_up_everything() -> int:
    """One statement writes the weeks whose sums differ, one those that lost their last entry.

    Returns how many weeks changed; each is marked for the next reckoning.
    """
    sums = ", ".join(
        f"COALESCE(SUM(minutes) FILTER (WHERE kind = '{kind}'), 0) AS {kind}" for kind in KINDS
    )
    names = ", ".join(KINDS)
    taken = ", ".join(f"{kind} = excluded.{kind}" for kind in KINDS)
    differ = " OR ".join(f"evaluations_loggedweek.{kind} <> excluded.{kind}" for kind in KINDS)
    monday = MONDAY[connection.vendor]
    # One marked week has a whole appointment looked at, so a new one needs no more than that.
    newest = f"{monday} = MAX({monday}) OVER (PARTITION BY appointment_id)"
    counted = f"""
        SELECT appointment_id, {monday} AS monday, {sums}, {newest} AS is_newest
        FROM evaluations_timeentry WHERE removed_at IS NULL GROUP BY 1, 2
    """
    unlike = " OR ".join(f"{kind} <> 0" for kind in KINDS)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            # Millions of entries are grouped in memory; on disk that takes several times as long.
            cursor.execute("SET LOCAL work_mem = '128MB'")
        cursor.execute(
            f"""
            INSERT INTO evaluations_loggedweek (appointment_id, monday, {names}, is_reckoned)
            SELECT appointment_id, monday, {names}, NOT (is_newest OR known IS NOT NULL)
            FROM ({counted}) AS counted LEFT JOIN (
                SELECT DISTINCT appointment_id AS known FROM evaluations_loggedweek
            ) AS before ON known = appointment_id WHERE true
            ON CONFLICT (appointment_id, monday)
            DO UPDATE SET {taken}, is_reckoned = false WHERE {differ}
            """,
            [],
        )
        changed = cursor.rowcount
        zeros = ", ".join(f"{kind} = 0" for kind in KINDS)
        cursor.execute(
            f"""
            UPDATE evaluations_loggedweek SET {zeros}, is_reckoned = %s
            WHERE ({unlike}) AND NOT EXISTS (
                SELECT 1 FROM evaluations_timeentry e
                WHERE e.appointment_id = evaluations_loggedweek.appointment_id
                AND e.removed_at IS NULL AND e.day >= evaluations_loggedweek.monday
                AND e.day < {_week_after()}
            )
            """,
            [False],
        )
        return changed + cursor.rowcount


def _week_after() -> str:
    if connection.vendor == "postgresql":
        return "evaluations_loggedweek.monday + 7"
    return "date(evaluations_loggedweek.monday, '+7 days')"


#: days since the first of January of year 1, for a Monday; and how texts of a group are joined
DAYS = {
    "postgresql": "(monday - date '0001-01-01')",
    "sqlite": "CAST(julianday(monday) - 1721425.5 AS INTEGER)",
}
JOINED = {"postgresql": "string_agg({}, ' ')", "sqlite": "group_concat({}, ' ')"}


def weeks_of(pks) -> dict[int, list[tuple[int, int, int]]]:
    """Appointment → (week, firefighting minutes, all minutes) in order, gaps left out.

    A week is a number as `week_number` counts. One row an appointment comes over the wire, not one
    a week: for ten thousand of them that is most of the time.
    """
    total = " + ".join(KINDS)
    one_week = f"{DAYS[connection.vendor]} || ' ' || daily || ' ' || ({total})"
    places = ", ".join(["%s"] * len(pks))
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT appointment_id, {JOINED[connection.vendor].format(one_week)}"
            f" FROM evaluations_loggedweek WHERE appointment_id IN ({places})"
            f" AND {total} > 0 GROUP BY appointment_id",
            list(pks),
        )
        return {pk: _weeks(text) for pk, text in cursor.fetchall()}


def _weeks(text: str) -> list[tuple[int, int, int]]:
    numbers = list(map(int, text.split()))
    threes = zip(numbers[::3], numbers[1::3], numbers[2::3], strict=True)
    return sorted((days // 7, fighting, total) for days, fighting, total in threes)
