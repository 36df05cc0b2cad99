"""Leave-one-out against a recomputation that shares no code with it."""

import random
from fractions import Fraction

import pytest

from candidates.ranking import Criterion, FirstPlaceChanges, Panel, ScoreRow, rank

WEIGHTS = {
    1: [Fraction(1)],
    2: [Fraction(3, 4), Fraction(1, 4)],
    3: [Fraction(11, 18), Fraction(5, 18), Fraction(2, 18)],
}


def random_panel(seed):
    draw = random.Random(seed)
    candidates = [f"candidate {n}" for n in range(draw.randint(2, 4))]
    assessors = [f"assessor {n}" for n in range(draw.randint(1, 4))]
    criteria = [
        Criterion(f"criterion {n}", draw.choice([1, 2, 3]), draw.randint(1, 3))
        for n in range(draw.randint(2, 7))
    ]
    missing = draw.choice([0.1, 0.3, 0.6])
    rows = [
        ScoreRow(
            c, a, k.key, None if draw.random() < missing / 2 else draw.randint(2, 10) / Fraction(2)
        )
        for c in candidates
        for a in assessors
        for k in criteria
        if draw.random() >= missing / 2
    ]
    tiers = len({criterion.tier for criterion in criteria})
    given = [Fraction(draw.randint(0, 6)) for _tier in range(tiers)]
    weights = [each / sum(given) for each in given] if sum(given) and draw.random() < 0.3 else None
    return Panel(criteria, assessors, rows, candidates, weights)


def brute_tiers(panel, assessors, criteria):
    """Per candidate {tier: value}, from nothing but the rows that are left."""
    found = {}
    for candidate in panel.candidates:
        found[candidate] = {}
        for tier in {c.tier for c in criteria}:
            numerator = denominator = Fraction(0)
            for criterion in (c for c in criteria if c.tier == tier):
                levels = [
                    row.score
                    for row in panel.rows
                    if (row.candidate, row.criterion) == (candidate, criterion.key)
                    and row.assessor in assessors
                    and row.score is not None
                ]
                if levels:
                    numerator += criterion.weight * sum(levels) / len(levels)
                    denominator += criterion.weight
            if denominator:
                found[candidate][tier] = numerator / denominator
    return found


def brute_first(panel, found, tiers):
    weights = panel.tier_weights or WEIGHTS[len(tiers)]
    totals = {
        candidate: sum(w * own[t] for w, t in zip(weights, tiers, strict=True))
        for candidate, own in found.items()
        if len(own) == len(tiers)
    }
    return {candidate for candidate in totals if totals[candidate] == max(totals.values())}


def brute_changes(panel):
    """Who comes first without each whose leaving out changes that, and the skipped runs."""
    tiers = sorted({c.tier for c in panel.criteria})
    everything = brute_tiers(panel, panel.assessors, panel.criteria)
    runs = [
        (a, [b for b in panel.assessors if b != a], panel.criteria) for a in panel.assessors
    ] + [(c.key, panel.assessors, [k for k in panel.criteria if k != c]) for c in panel.criteria]
    changing, skipped = {}, set()
    for left_out, assessors, criteria in runs:
        found = brute_tiers(panel, assessors, criteria)
        loses = any(everything[c].keys() != found[c].keys() for c in panel.candidates)
        first = brute_first(panel, found, tiers) if not loses else None
        if loses or {c.tier for c in criteria} != set(tiers):
            skipped.add(left_out)
        elif first != brute_first(panel, everything, tiers):
            changing[left_out] = first
    return changing, skipped


def test_200_random_panels_agree_with_brute_force():
    changing = skipped = unchanged = 0
    for seed in range(200):
        panel = random_panel(seed)
        expected, skips = brute_changes(panel)
        changes = rank(panel).first_place_changes_without
        assert {*changes.assessors, *changes.criteria} == set(expected), f"panel {seed}"
        assert dict(changes.first_without) == expected, f"panel {seed}"
        assert {*changes.skipped_assessors, *changes.skipped_criteria} == skips, f"panel {seed}"
        changing, skipped, unchanged = (
            changing + bool(expected),
            skipped + bool(skips),
            unchanged + (not expected),
        )
    # The panels must be of every sort, or agreeing would say little.
    assert min(changing, skipped, unchanged) >= 30


def panel_of(levels, criteria=(("whole", 1),)):
    rows = [ScoreRow(*who.split(), level) for who, level in levels.items()]
    return Panel([Criterion(*each) for each in criteria], ["Ana", "Ben"], rows)


def changing(panel):
    changes = rank(panel).first_place_changes_without
    return changes.assessors, changes.criteria


def test_a_draw_that_ends_is_a_change_of_the_set_in_first_place():
    panel = panel_of({"A Ana whole": 4, "A Ben whole": 3, "B Ana whole": 3, "B Ben whole": 4})
    assert rank(panel).first_place_changes_without == FirstPlaceChanges(
        assessors=("Ana", "Ben"),
        criteria=(),
        first_without=(("Ana", frozenset("B")), ("Ben", frozenset("A"))),
        skipped_criteria=("whole",),
    )


def test_a_run_that_costs_a_candidate_a_tier_is_skipped_and_says_so():
    changes = rank(panel_of({"A Ana whole": 5, "B Ben whole": 4})).first_place_changes_without
    assert (changes.assessors, changes.criteria, changes.first_without) == ((), (), ())
    assert changes.skipped_assessors == ("Ana", "Ben")


def test_a_candidate_without_a_tier_to_begin_with_stops_no_run():
    levels = {"A Ana whole": 3, "A Ben whole": 5, "B Ana whole": 4, "B Ben whole": 3}
    levels["C Ana whole"] = None
    assert changing(panel_of(levels))[0] == ("Ben",)


def test_the_only_criterion_of_a_tier_is_never_left_out():
    levels = {"A Ana whole": 5, "A Ana lean": 1, "B Ana whole": 4, "B Ana lean": 5}
    panel = panel_of(levels, criteria=[("whole", 1), ("lean", 2)])
    assert rank(panel).first_place == {"B"}
    assert changing(panel)[1] == ()
    assert rank(panel).first_place_changes_without.skipped_criteria == ("whole", "lean")


@pytest.mark.parametrize("levels", [{"A Ana whole": None}, {"A Ana whole": 3}])
def test_one_candidate_or_none_in_first_place_changes_with_nothing(levels):
    assert changing(panel_of(levels)) == ((), ())
