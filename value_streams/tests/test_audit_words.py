import re
from pathlib import Path

from value_streams.audit_words import WORDS

APP = Path(__file__).resolve().parent.parent


def test_every_deed_of_this_app_has_its_words():
    source = "".join(path.read_text() for path in (APP / "models").glob("*.py"))
    written = set(re.findall(r'"((?:family|stream|requirement|appointment)\.[a-z]+)"', source))
    edited = {f"{noun}.edited" for noun in ("family", "stream", "requirement", "appointment")}
    assert set(WORDS) == written | edited
