"""The firefighting trend as a drawing."""

from datetime import date, timedelta

from vsm_portal.charts.time import kinds_bar
from vsm_portal.charts.trend import TrendChart

MONDAY = date(2026, 3, 2)


def chart(shares, **further):
    points = [
        (MONDAY + timedelta(weeks=week), share)
        for week, share in enumerate(shares)
        if share is not None
    ]
    return TrendChart(points=points, title="Firefighting", **further)


def test_the_first_four_weeks_are_hollow():
    drawn = chart([60, 55, 50, 45, 40, 35]).wide()
    assert drawn.count('class="c-paper k-ink"') == 4
    assert drawn.count('class="c-ink"') == 2


def test_a_week_without_entries_is_a_gap_and_never_a_zero():
    one = chart([60, None, 50])
    assert one.gaps == [MONDAY + timedelta(weeks=1)]
    assert one.wide().count("c-gap") == 1
    assert one.wide().count("<circle") == 2


def test_one_week_and_all_zero_can_be_drawn():
    for shares in ([50], [0, 0, 0], [100] * 3):
        for drawn in (chart(shares).wide(), chart(shares).narrow(), chart(shares).small()):
            assert "nan" not in drawn


def test_the_line_says_where_it_ends_and_hostile_names_are_text():
    event = [(MONDAY + timedelta(weeks=3), "<b>Die</b>")]
    drawn = chart([60, 50, 40, 30], line=(62, 28.6), band=(-12, -8), events=event).wide()
    assert "29 % now" in drawn.replace("\u00a0", " ")
    assert "started at 62 %" in drawn.replace("\u00a0", " ")
    assert "<b>" not in drawn


def test_the_bar_says_the_shares():
    assert "Daily issues 60 %, Improvement 40 %" in kinds_bar(
        [("Daily issues", 60), ("Improvement", 40), ("People", 0)]
    )
    assert "Nothing logged" in kinds_bar([("Daily issues", 0)])
