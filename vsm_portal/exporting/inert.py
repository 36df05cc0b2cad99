"""Text that no spreadsheet runs and every file format can hold.

A cell that begins with = + - @, a tab, a return or a NUL, or with a full-width sign that Excel
takes for one of them, may run as a formula in whoever opens the file; a leading ' makes it text
(OWASP, "CSV injection"). Blanks and invisible marks before the sign do not make it harmless: some
programs trim them.
"""

import re

MISSING_SIGN = "□"

_STARTS = "=+\\-@＝＋－＠\t\r\n\0"
_SKIPPED = " \xa0\u200b-\u200f\u2060\ufeff\u3000"
# An own ' before a dangerous text is doubled, so that taking one off gives back what was written.
_NEEDS_QUOTE = re.compile(f"'*[{_SKIPPED}]*[{_STARTS}]")
_QUOTED = re.compile(f"''*[{_SKIPPED}]*[{_STARTS}]")

# What XML 1.0 cannot hold (https://www.w3.org/TR/xml/#charsets).
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")


def inert(text: str) -> str:
    """`text` such that a spreadsheet shows it and never runs it.

    >>> inert("=1+1"), inert("a = b"), inert("'=1")
    ("'=1+1", 'a = b', "''=1")
    """
    return f"'{text}" if _NEEDS_QUOTE.match(text) else text


def as_written(cell: str) -> str:
    """The text from which `inert` made `cell`: the inverse, for files that come back.

    >>> as_written("'=1+1"), as_written("'s Hertogenbosch")
    ('=1+1', "'s Hertogenbosch")
    """
    return cell[1:] if _QUOTED.match(cell) else cell


def legal_in_xml(text: str) -> str:
    """`text` with every sign that XML cannot hold shown as □, and line ends as XML keeps them.

    >>> legal_in_xml("a\\x00b\\r\\nc")
    'a□b\\nc'
    """
    return _NOT_IN_XML.sub(MISSING_SIGN, text.replace("\r\n", "\n").replace("\r", "\n"))


def encodable(text: str) -> str:
    """`text` with half characters (lone surrogates), which UTF-8 cannot hold, shown as □."""
    return _SURROGATE.sub(MISSING_SIGN, text)
