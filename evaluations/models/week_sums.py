"""All weeks counted anew, by the database alone: after an import of entries from elsewhere, and to
prove the sums that the verbs keep.
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
    counted = f"""
        SELECT appointment_id, {monday} AS monday, {sums}
        FROM evaluations_timeentry WHERE removed_at IS NULL GROUP BY 1, 2
    """
    unlike = " OR ".join(f"{kind} <> 0" for kind in KINDS)
    with connection.cursor() as cursor:
        cursor.execute(
            f"""
            INSERT INTO evaluations_loggedweek (appointment_id, monday, {names}, is_reckoned)
            SELECT appointment_id, monday, {names}, %s
            FROM ({counted}) AS counted WHERE true
            ON CONFLICT (appointment_id, monday)
            DO UPDATE SET {taken}, is_reckoned = excluded.is_reckoned WHERE {differ}
            """,
            [False],
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
