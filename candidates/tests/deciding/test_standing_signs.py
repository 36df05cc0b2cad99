"""One condition, one sign: on the ranking, where it is decided, on the record and in its file."""

import re
from html import unescape

import pytest
from django.urls import reverse

from candidates.models import WarningKind
from candidates.record_sheet import sheet_of
from candidates.selection_record import record_of
from candidates.tests.deciding.scored_panels import everybody, judge, panel_of_three

pytestmark = pytest.mark.django_db

SIGN = re.compile(r'<span class="sign (\w+)[^"]*"><svg.*?</svg><span>(.*?)</span>', re.DOTALL)
SHOWN = {
    ("bad", "Needs a written reason: tier 1 below 3.0"),
    ("warn", "Needs a named adviser: tier 2 below 3.0"),
    ("ok", "No condition"),
    ("warn", "Optimises the part against the whole (1 of 3)"),
    ("bad", "“We’ve already tried that, it won’t work” (2 of 3)"),
    ("warn", "Knows this stream, and “already tried that”: talk about both together"),
}


@pytest.fixture
def position(world):
    position = panel_of_three(world)
    levels = everybody(position, (4, 4, 4, 4)) | {"Nadia Haddad": [(2, 2, 2, 4)] * 3}
    seen = {
        ("Nadia Haddad", WarningKind.OPTIMISES_PART): ["seen", "not_seen", "not_seen"],
        ("Nadia Haddad", WarningKind.TRIED_THAT): ["seen", "seen", "not_seen"],
    }
    return judge(position, levels, seen=seen)


@pytest.mark.parametrize("name", ["position_ranking", "decision_new", "position_record"])
def test_each_page_has_the_same_signs(as_, position, name):
    page = as_("top").get(reverse(name, args=[position.pk])).content.decode()
    signs = {(sign, unescape(words)) for sign, words in SIGN.findall(page)}
    assert signs == SHOWN


def test_the_file_has_the_same_signs(world, position):
    position.refresh_from_db()
    rows = sheet_of(record_of(position, world.top), world.top)["ranking"]
    signs = [sign for row in rows for sign in row["conditions"] + row["warnings"]]
    assert {(each["sign"], each["words"]) for each in signs} == SHOWN
