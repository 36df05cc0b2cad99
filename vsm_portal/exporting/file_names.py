"""The name under which somebody saves a file. On our disk it has another one, generated."""

import re
import unicodedata
from pathlib import PurePosixPath

LONGEST = 120
_FORBIDDEN = re.compile(r'[/\\:*?"<>|]+')


def safe_file_name(name: str) -> str:
    """The nearest name that is only a name: no folder, no break, no sign that turns the text round.

    >>> safe_file_name("Selection record: Seat rails.pdf")
    'Selection record- Seat rails.pdf'
    >>> safe_file_name("../../etc/pass\\r\\nwd.pdf"), safe_file_name("invoice\\u202efdp.exe.pdf")
    ('etc-pass wd.pdf', 'invoicefdp.exe.pdf')
    >>> len(safe_file_name("x" * 500 + ".pdf")), safe_file_name("...")
    (120, 'file')
    """
    text = "".join(sign for sign in " ".join(name.split()) if unicodedata.category(sign)[0] != "C")
    text = _FORBIDDEN.sub("-", text).strip(".- ")
    path = PurePosixPath(text or "file")
    return path.stem[: LONGEST - len(path.suffix[:10])] + path.suffix[:10]
