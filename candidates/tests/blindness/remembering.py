"""An address is not asked again where the answer can only be the same.

An answer is a function of the rows that it was read from. Where it read no table of selection,
mails, files or the audit trail, and every table that it did read holds the same rows in two states
of the panel, it is the same in both. Tables are read off the answer's own SQL, never assumed.

The navigation is not part of this: it is looked at with the first page, in every state.
"""

import hashlib
import re
from collections import defaultdict

from django.db import connection

NAME = re.compile(r'"(\w+)"')
#: rooms whose rows are about the position, or grow while somebody looks
NEVER = ("candidates_", "outbox_", "audit_", "exporting_")
#: written by signing in
PASSING = {"django_session": None, "accounts_user": "last_login"}


class Memory:
    """Answers of this process by person and address, with the rows they rest on."""

    def __init__(self):
        self._answers, self._now = defaultdict(dict), {}

    def begin(self):
        """Look at what every table holds in the state that is walked now."""
        with connection.cursor() as cursor:
            self._now = {table: _digest(cursor, table) for table in _tables()}

    def known(self, who, url):
        answer, rests_on = self._answers[who].get(url, (None, None))
        if answer is not None and all(self._now[one] == held for one, held in rests_on.items()):
            return answer
        return None

    def keep(self, who, url, answer, sqls):
        tables = {name for sql in sqls for name in NAME.findall(sql) if name in self._now}
        if not any(table.startswith(NEVER) for table in tables):
            self._answers[who][url] = answer, {table: self._now[table] for table in tables}


def _tables():
    return connection.introspection.django_table_names(only_existing=True, include_views=False)


def _digest(cursor, table) -> bytes:
    cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
    passing = PASSING.get(table, "")
    if passing is None:
        return b""
    kept = [place for place, column in enumerate(cursor.description) if column[0] != passing]
    rows = sorted(repr([row[place] for place in kept]) for row in cursor.fetchall())
    return hashlib.sha256("\n".join(rows).encode()).digest()
