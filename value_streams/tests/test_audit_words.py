import re
from pathlib import Path

from value_streams.audit_words import WORDS

APP = Path(__file__).resolve().parent.parent

EDITED_BY_FORMS = ("family", "stream", "requirement", "appointment", "matrix")
EXPORTED = ("announcement", "charter", "value_stream_map")
NOUNS = (*EDITED_BY_FORMS, "familyproposal", "map", "announcement")


def test_every_deed_of_this_app_has_its_words():
    source = "".join(path.read_text() for path in (APP / "models").glob("*.py"))
    written = set(re.findall(rf'"((?:{"|".join(NOUNS)})\.[a-z_]+)"', source))
    edited = {f"{noun}.edited" for noun in EDITED_BY_FORMS}
    exported = {f"{report}.exported" for report in EXPORTED}
    assert set(WORDS) == written | edited | exported
