from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vsm_portal.charts import acceptability_bar, disagreement_strip, progress_steps, tier_bars
from vsm_portal.charts.selection import in_hundred, one_decimal
from vsm_portal.charts.tests.reading import boxes, overlapping, parts, texts

ORDER_CENTROID = (Fraction(11, 18), Fraction(5, 18), Fraction(2, 18))


def test_the_thickness_of_a_tier_bar_is_its_weight():
    bars = parts(tier_bars([4, 3, 5], ORDER_CENTROID, [None] * 3), "rect")
    assert [bar.get("height") for bar in bars] == ["12", "5.45", "3"]
    assert [bar.get("width") for bar in bars] == ["72", "48", "96"]


def test_a_tier_below_its_threshold_is_red_and_said_in_words():
    svg = tier_bars([Fraction(12, 5), 3], [2, 1], [3, 3])
    assert [bar.get("class") for bar in parts(svg, "rect")] == ["c-red", "c-ink2"]
    assert parts(svg, "desc")[0].text == (
        "tier 1: 2.4 of 5, below the threshold 3.0; tier 2: 3.0 of 5, threshold 3.0"
    )


def test_a_tier_that_nobody_observed_has_no_bar_and_is_no_zero():
    svg = tier_bars([None, 4], [2, 1], [3, None])
    assert len(parts(svg, "rect")) == 1
    assert texts(svg) == ["1", "–", "2", "4.0"]
    assert "tier 1: not observed" in svg


@pytest.mark.parametrize(
    ("value", "words"), [(Fraction(49, 20), "2.5"), (4, "4.0"), (3.94, "3.9"), (None, "–")]
)
def test_means_are_printed_with_one_decimal_half_up(value, words):
    assert one_decimal(value) == words


@pytest.mark.parametrize(
    ("shares", "words"),
    [
        ([Fraction(7, 8), Fraction(1, 8)], ["88", "12"]),
        ([Fraction(1, 3)] * 3, ["34", "33", "33"]),
        ([0.999, 0.001], [">99", "<1"]),
        ([1, 0], ["100", "0"]),
    ],
)
def test_shares_are_counted_to_a_hundred_and_never_claim_all_or_nothing(shares, words):
    assert in_hundred(shares) == words


def test_the_parts_of_the_acceptability_bar_fill_it_and_figures_stand_only_where_there_is_room():
    svg = acceptability_bar([Fraction(7, 8), Fraction(1, 8)])
    assert [part.get("width") for part in parts(svg, "rect")] == ["115.5", "16.5"]
    assert texts(svg) == ["88"]
    assert parts(svg, "title")[0].text == "Of 100 weightings: 1st in 88, 2nd in 12"


def test_places_from_the_fourth_on_are_one_part():
    svg = acceptability_bar([0, 0, Fraction(1, 5), Fraction(2, 5), Fraction(2, 5)])
    assert parts(svg, "title")[0].text == "Of 100 weightings: 3rd in 20, 4th or later in 80"


def test_names_of_one_level_stand_below_each_other():
    svg = disagreement_strip([("Kerr", 2), ("Brandt", 4), ("Patel", 4), ("Lin", 5)])
    assert texts(svg) == ["Kerr", "Brandt", "Patel", "Lin"]
    assert parts(svg, "title")[0].text == "3 levels apart"
    assert parts(svg, "desc")[0].text == "Kerr 2, Brandt 4, Patel 4, Lin 5"


levels = st.one_of(st.integers(1, 5), st.fractions(1, 5, max_denominator=4))


names = st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1, max_size=40)


@given(st.lists(st.tuples(names, levels), max_size=9))
def test_names_never_overlap_and_never_leave_the_drawing(points):
    svg = disagreement_strip(points)
    assert overlapping(svg, 11) == []
    for words, left, _top, right, _bottom in boxes(svg, 11):
        assert left >= -0.5, words
        assert right <= 340.5, words


def test_figures_of_tier_bars_do_not_overlap():
    assert overlapping(tier_bars([5, 4, 3], [1, 1, 1], [3, 3, 3]), 12) == []


@given(st.lists(st.tuples(st.text(), levels), max_size=5))
def test_any_name_gives_a_readable_document(points):
    assert len(parts(disagreement_strip(points), "circle")) == len(points)


@given(st.lists(st.integers(0, 20), min_size=1, max_size=7).filter(any))
def test_figures_in_the_acceptability_bar_stay_inside_it(counts):
    shares = [Fraction(count, sum(counts)) for count in counts]
    svg = acceptability_bar(shares)
    assert overlapping(svg, 11) == []
    assert all(right <= 132 for _words, _left, _top, right, _bottom in boxes(svg, 11))


def test_progress_has_one_stroke_per_criterion_and_a_wider_gap_between_tiers():
    svg = progress_steps([[True, True], [False]])
    assert [part.get("x") for part in parts(svg, "rect")] == ["0", "10", "23"]
    assert [part.get("class") for part in parts(svg, "rect")] == ["c-pen", "c-pen", "c-rule"]
    assert parts(svg, "title")[0].text == "2 of 3 done"


def test_nothing_to_score_draws_nothing():
    assert parts(progress_steps([]), "rect") == []
