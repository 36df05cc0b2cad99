"""Who may use which address: the table is the document, and a test walks all of it.

Each app lists its own addresses in its `policy.py`. An address that stands in no table, or a table
row without an address, fails the build.
"""

from candidates.policy import POLICY as SELECTION
from evaluations.policy import POLICY as TIME
from value_streams.charter_policy import POLICY as CHARTERS
from value_streams.map_editor.policy import POLICY as ENTERING_MAPS
from value_streams.map_policy import POLICY as MAPS
from value_streams.policy import POLICY as STREAMS
from vsm_portal.accounts.policy import POLICY as ACCOUNTS
from vsm_portal.audit.policy import POLICY as AUDIT
from vsm_portal.exporting.policy import POLICY as EXPORTS
from vsm_portal.outbox.policy import POLICY as MAILS
from vsm_portal.rules import EVERYBODY, Rule

HOME = {"home": Rule(read=EVERYBODY)}

POLICY = (
    HOME
    | ACCOUNTS
    | AUDIT
    | MAILS
    | EXPORTS
    | STREAMS
    | CHARTERS
    | MAPS
    | ENTERING_MAPS
    | SELECTION
    | TIME
)
