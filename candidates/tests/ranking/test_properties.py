"""What holds of every panel, drawn at random."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from candidates.ranking import Criterion, Panel, ScoreRow, rank

from .panels import LEVELS, by_name, judged, panels

# Two cores shared by many: an example may take long without anything being wrong.
examples = settings(deadline=None, max_examples=100)


def said_of(ranking):
    """Everything a ranking says, without the order in which it lists what is equal."""
    return {
        "weights": ranking.tier_weights,
        "same people": ranking.judged_by_the_same,
        "scores": [standing.score for standing in ranking.candidates],
        "standings": {
            standing.candidate: (
                standing.score,
                standing.place,
                tuple(tier.value for tier in standing.tiers),
                standing.coverage_criteria,
                standing.coverage_assessors,
                standing.rank_acceptability,
                frozenset(standing.ahead_for_every_weighting),
            )
            for standing in ranking.candidates
        },
        "assessors": set(ranking.first_place_changes_without.assessors),
        "criteria": set(ranking.first_place_changes_without.criteria),
        "disagreement": {
            (each.candidate, each.criterion, each.range, frozenset(each.scores))
            for each in ranking.disagreement
        },
    }


@examples
@given(panels())
def test_the_shares_of_every_candidate_and_of_every_place_add_up_to_one(panel):
    shares = [s.rank_acceptability for s in rank(panel).candidates if s.is_rankable]
    assert all(sum(own) == 1 and min(own) >= 0 for own in shares)
    assert all(sum(place) == 1 for place in zip(*shares, strict=True))


@examples
@given(panels(asked=("level",)), st.data())
def test_a_candidate_better_on_every_tier_is_ahead_for_every_weighting(panel, data):
    best = by_name(rank(panel))[panel.candidates[0]]
    if any(tier.value == 1 for tier in best.tiers):
        return
    # The same judgements, every level moved towards 1: worse on every tier.
    worse = [
        replace(row, candidate="worse", score=1 + (row.score - 1) / 2)
        for row in panel.rows
        if row.candidate == best.candidate
    ]
    criteria = panel.criteria
    weights = data.draw(st.sampled_from([None, [1] + [0] * (len(panel.tiers) - 1)]))
    ranking = rank(Panel(criteria, panel.assessors, [*panel.rows, *worse], tier_weights=weights))
    better, other = by_name(ranking)[best.candidate], by_name(ranking)["worse"]
    assert "worse" in better.ahead_for_every_weighting
    assert better.candidate not in other.ahead_for_every_weighting
    assert better.score > other.score
    assert other.rank_acceptability[0] == 0
    assert better.rank_acceptability[-1] == 0


@examples
@given(panels())
def test_who_is_ahead_for_every_weighting_has_the_higher_chance_of_each_first_place(panel):
    standings = by_name(rank(panel))
    for standing in standings.values():
        for other in map(standings.get, standing.ahead_for_every_weighting):
            assert standing.score > other.score
            assert standing.rank_acceptability[0] >= other.rank_acceptability[0]


@examples
@given(panels(), st.randoms(use_true_random=False))
def test_reordering_changes_nothing(panel, random):
    def shuffled(things):
        return random.sample(things, len(things))

    other = Panel(
        shuffled(panel.criteria),
        shuffled(panel.assessors),
        shuffled(panel.rows),
        shuffled(panel.candidates),
    )
    assert said_of(rank(other)) == said_of(rank(panel))


@examples
@given(panels())
def test_renaming_changes_nothing_but_the_names(panel):
    # Names in the opposite order of the alphabet, and keys that are no text at all.
    people = {name: -n for n, name in enumerate(panel.candidates)}
    judges = {name: ("assessor", -n) for n, name in enumerate(panel.assessors)}
    keys = {criterion.key: 100 - n for n, criterion in enumerate(panel.criteria)}
    renamed = rank(
        Panel(
            [replace(criterion, key=keys[criterion.key]) for criterion in panel.criteria],
            judges.values(),
            [
                ScoreRow(people[r.candidate], judges[r.assessor], keys[r.criterion], r.score)
                for r in panel.rows
            ],
            people.values(),
        )
    )
    original = rank(panel)
    for here, there in zip(original.candidates, renamed.candidates, strict=True):
        assert people[here.candidate] == there.candidate
        assert (here.score, here.rank_acceptability) == (there.score, there.rank_acceptability)
        ahead = tuple(people[name] for name in here.ahead_for_every_weighting)
        assert ahead == there.ahead_for_every_weighting
    changes, others = original.first_place_changes_without, renamed.first_place_changes_without
    assert tuple(judges[name] for name in changes.assessors) == others.assessors
    assert tuple(keys[name] for name in changes.criteria) == others.criteria


@examples
@given(panels())
def test_not_observed_and_not_asked_count_the_same_and_never_as_zero(panel):
    observed = tuple(row for row in panel.rows if row.score is not None)
    ranking = rank(panel)
    assert said_of(rank(replace(panel, rows=observed))) == said_of(ranking)
    for standing in ranking.candidates:
        levels = [row.score for row in observed if row.candidate == standing.candidate]
        for value in (standing.score, *(tier.value for tier in standing.tiers)):
            assert value is None or min(levels) <= value <= max(levels)


@examples
@given(panels(), st.sampled_from([1, 2, 3]))
def test_a_criterion_nobody_observed_changes_no_score_where_its_tier_has_others(panel, tier):
    if tier not in panel.tiers:
        return
    asked = replace(panel, criteria=(*panel.criteria, Criterion("asked of nobody", tier, 7)))
    for before, after in zip(rank(panel).candidates, rank(asked).candidates, strict=True):
        assert (before.candidate, before.score) == (after.candidate, after.score)
        assert before.coverage_criteria.observed == after.coverage_criteria.observed
        assert before.coverage_criteria.all + 1 == after.coverage_criteria.all


@examples
@given(st.lists(st.sampled_from(LEVELS), min_size=1, max_size=3))
def test_one_assessor_and_one_criterion_in_a_tier_give_the_level_itself(levels):
    [standing] = rank(judged({"A": levels})).candidates
    assert [tier.value for tier in standing.tiers] == levels
    assert standing.rank_acceptability == (1,)


@examples
@given(panels(asked=("level", "not observed")))
def test_equal_candidates_are_equal_in_everything(panel):
    twin = [replace(row, candidate="twin") for row in panel.rows if row.candidate == "candidate 0"]
    standings = by_name(
        rank(replace(panel, rows=(*panel.rows, *twin), candidates=(*panel.candidates, "twin")))
    )
    one, other = standings["candidate 0"], standings["twin"]
    assert (one.score, one.place) == (other.score, other.place)
    assert one.rank_acceptability == other.rank_acceptability
    assert one.ahead_for_every_weighting == other.ahead_for_every_weighting
    assert "twin" not in one.ahead_for_every_weighting


@examples
@given(panels(asked=("level",)))
def test_the_score_is_what_its_parts_add_up_to(panel):
    for standing in rank(panel).candidates:
        assert standing.score == sum(tier.contribution for tier in standing.tiers)
        for tier in standing.tiers:
            assert tier.value == sum(mean.mean * tier.share(mean) for mean in tier.criteria)
