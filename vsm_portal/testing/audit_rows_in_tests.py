"""Emptying the test database between tests: the one place where audit rows may be removed.

PostgreSQL truncates, which no row trigger sees. SQLite deletes, so the trigger that refuses it is
away for the length of the flush, inside its transaction.
"""

from django.db.backends.sqlite3.base import DatabaseOperations

from vsm_portal.audit.triggers import SQLITE

TABLE = "audit_event"
REFUSES_DELETE = "audit_event_no_delete"

_sql_flush = DatabaseOperations.sql_flush


def let_the_flush_pass() -> None:
    def sql_flush(self, style, tables, **kwargs):
        statements = _sql_flush(self, style, tables, **kwargs)
        if TABLE not in tables:
            return statements
        return [f"DROP TRIGGER IF EXISTS {REFUSES_DELETE}", *statements, SQLITE[REFUSES_DELETE]]

    DatabaseOperations.sql_flush = sql_flush
