"""The policy table as a page of the documentation, so that the table is the document."""

from .policy import POLICY
from .testing.cast import PEOPLE

HEAD = """# Who may use which address

Written by `manage.py write_policy` from the policy tables of the apps; a test compares. Who is not
named gets 404, as if the address did not exist; who is not signed in, the sign-in page. Who stands
under "403" may read the thing but not do this with it, and is told why.

The names are those of the tests' cast:

"""


def markdown() -> str:
    """The whole page."""
    people = "\n".join(f"- **{name}**: {what}" for name, what in PEOPLE.items())
    rows = "\n".join(_row(name, rule) for name, rule in sorted(POLICY.items()))
    return f"{HEAD}{people}\n\n| address | may read | may send | 403 |\n|---|---|---|---|\n{rows}\n"


def _row(name, rule) -> str:
    refused = sorted(set(rule.refused_read.split()) | set(rule.refused_write.split()))
    cells = (_names(rule.read), _names(rule.write), ", ".join(refused) or "–")
    return f"| `{name}` | {' | '.join(cells)} |"


def _names(names) -> str:
    given = set(names.split())
    if not given:
        return "–"
    if given >= set(PEOPLE):
        return "everybody, signed in or not" if "anonymous" in given else "everybody"
    return ", ".join(sorted(given))
