"""The sentences of the ranking, and the worked examples beside them."""

import doctest

import pytest

from candidates import (
    comparison_page,
    exports_scores,
    heat_page,
    panel_words,
    ranking_remarks,
    ranking_words,
    standing_signs,
    weight_words,
)
from candidates.snapshot import identity, printing

FIRM = {"assessors": [], "criteria": []}


def one(pk, name, place, *ahead_of, tiers=(3, 3, 3), shares=("0", "0")):
    return {
        "candidate": pk,
        "name": name,
        "place": place,
        "ahead_of": list(ahead_of),
        "always_ahead_of": [NAMES[each] for each in ahead_of],
        "acceptability": list(shares) if place else None,
        "tiers": [
            {"tier": tier, "value": f"{value:.1f}", "value_exact": str(value)}
            for tier, value in enumerate(tiers, start=1)
        ],
    }


NAMES = {1: "Nadia Haddad", 2: "Luis Ortega", 3: "Karin Lund", 4: "Owen Price", 5: "Mei Lin"}


def said(*standings, assessors=(), criteria=()):
    firmness = {"assessors": named(assessors), "criteria": named(criteria)}
    return ranking_words.heading({"standings": list(standings), "firmness": firmness})


def named(names):
    return [{"name": name} for name in names]


def rank_of(*places_and_ahead):
    return [
        one(pk, NAMES[pk], place, *ahead)
        for pk, (place, ahead) in enumerate(places_and_ahead, start=1)
    ]


@pytest.mark.parametrize(
    "module",
    [
        ranking_words,
        ranking_remarks,
        weight_words,
        standing_signs,
        heat_page,
        comparison_page,
        exports_scores,
        panel_words,
        printing,
        identity,
    ],
    ids=lambda m: m.__name__,
)
def test_the_worked_examples_are_true(module):
    result = doctest.testmod(module)
    assert result.attempted
    assert result.failed == 0


def test_nobody_left():
    assert said() == "Nobody is considered any more"


def test_nobody_rankable():
    words = said(*rank_of((None, ()), (None, ())))
    assert words == "Nobody can be ranked: for each candidate a tier was observed by nobody"


def test_one_candidate():
    assert said(*rank_of((1, ()))) == "Nadia Haddad is the only candidate"


def test_one_candidate_of_whom_a_tier_is_known():
    words = said(*rank_of((1, ()), (None, ())))
    assert words == "Only Nadia Haddad can be ranked; the others lack a tier that nobody observed"


def test_a_tie_of_three():
    words = said(*rank_of((1, ()), (1, ()), (1, ())))
    assert words == "Nadia Haddad, Luis Ortega and Karin Lund share the first place"


def test_first_for_every_weighting():
    words = said(*rank_of((1, (2, 3)), (2, ()), (3, ())))
    assert words == "Nadia Haddad comes first for every weighting that keeps the order"


def test_who_cannot_be_ranked_passes_nobody():
    words = said(*rank_of((1, (2,)), (2, ()), (None, ())))
    assert words == "Nadia Haddad comes first for every weighting that keeps the order"


def test_two_could_pass():
    words = said(*rank_of((1, (4,)), (2, (4,)), (3, (4,)), (4, ())))
    assert (
        words == "Nadia Haddad comes first; only Luis Ortega and Karin Lund could pass Nadia Haddad"
    )


def test_three_of_four_could_pass():
    words = said(*rank_of((1, (5,)), (2, ()), (3, ()), (4, ()), (5, ())))
    assert words == "Nadia Haddad comes first, but 3 others could pass Nadia Haddad"


def test_everybody_could_pass():
    words = said(*rank_of((1, ()), (2, ()), (3, ())))
    assert words == "Nadia Haddad comes first, but everybody else could pass Nadia Haddad"


def test_first_only_since_the_weights_turn_the_order_round():
    words = said(*rank_of((1, ()), (2, (1,))))
    assert words == (
        "Nadia Haddad comes first by these weights alone; "
        "for every weighting that keeps the order Luis Ortega would be ahead"
    )


def test_the_first_place_hangs_on_one_criterion():
    words = said(*rank_of((1, (2,)), (2, ())), criteria=["Builds trust"])
    assert words == "Nadia Haddad comes first, but not without the criterion “Builds trust”"


def test_the_first_place_hangs_on_several():
    words = said(*rank_of((1, (2,)), (2, ())), assessors=["Ana"], criteria=["Builds trust"])
    assert words == (
        "Nadia Haddad comes first, but leaving out one assessor or one criterion changes that"
    )


def test_no_sentence_guesses_at_he_or_she():
    for words in (ranking_words, ranking_remarks):
        with open(words.__file__) as source:
            text = source.read().split('"""', 2)[2].lower().split()
        assert not {"he", "she", "his", "her", "him"} & set(text)


def test_the_lede_says_how_often_and_where_the_rival_is_better():
    snapshot = {
        "firmness": FIRM,
        "standings": [
            one(1, NAMES[1], 1, 3, tiers=(4, 4, 2), shares=("88", "12", "0")),
            one(2, NAMES[2], 2, 3, tiers=(4, 3, 4), shares=("12", "88", "0")),
            one(3, NAMES[3], 3, tiers=(2, 2, 1), shares=("0", "0", "100")),
        ],
    }
    assert ranking_words.lede(snapshot) == [
        "Nadia Haddad is ahead of Karin Lund for every weighting that keeps the order: "
        "attitude and leadership, then lean knowledge, then this stream.",
        "Of 100 such weightings Nadia Haddad comes first in 88, Luis Ortega in 12.",
        "Luis Ortega is ahead on knowledge of this stream (4.0 against 2.0).",
    ]


def test_without_a_first_place_nothing_is_called_firm():
    ranked = rank_of((None, ()), (None, ()))
    snapshot = {"panel": [{}, {}], "firmness": FIRM, "standings": ranked}
    assert ranking_remarks.firmness(snapshot) == (False, "There is no first place yet.")


def test_a_first_place_among_one_is_held_against_nobody():
    ranked = rank_of((1, ()), (None, ()))
    snapshot = {"panel": [{}, {}], "firmness": FIRM, "standings": ranked}
    assert ranking_remarks.firmness(snapshot) == (
        False,
        "It is held against nobody: only one candidate is ranked.",
    )


def test_one_assessor_alone_is_no_firm_ground():
    ranked = rank_of((1, (2,)), (2, ()))
    snapshot = {"panel": [{}], "firmness": FIRM, "standings": ranked}
    firm, sentence = ranking_remarks.firmness(snapshot)
    assert not firm
    assert sentence == "It rests on one assessor alone; no one criterion changes it."


def test_other_weights_in_the_paper_s_order_are_called_agreed():
    snapshot = {
        "tiers": [1, 2, 3],
        "tier_weights": ["3/5", "3/10", "1/10"],
        "keeps_the_order": True,
        "terms": {"weights": [6, 3, 1]},
    }
    assert ranking_remarks.weights(snapshot) == "6 : 3 : 1, agreed for this position"


def test_given_weights_are_said_as_they_count_where_a_tier_has_no_criterion():
    snapshot = {
        "tiers": [2, 3],
        "tier_weights": ["3/4", "1/4"],
        "keeps_the_order": True,
        "terms": {"weights": [6, 3, 1]},
    }
    words = ranking_remarks.weights(snapshot | {"tier_weights": ["4/5", "1/5"]})
    assert words == "4 : 1 for tiers 2 and 3, agreed for this position"
    words = ranking_remarks.weights(snapshot)
    assert words == "3 : 1 for tiers 2 and 3, the paper’s order in numbers"


def test_first_places_that_do_not_add_up_to_a_hundred_are_called_about():
    """Each figure is that of the candidate's bar, rounded in its own row."""
    snapshot = {
        "firmness": FIRM,
        "standings": [
            one(1, NAMES[1], 1, shares=("33", "34", "33")),
            one(2, NAMES[2], 2, shares=("33", "33", "34")),
            one(3, NAMES[3], 3, shares=("33", "33", "34")),
        ],
    }
    [said] = ranking_words.lede(snapshot)
    assert said == (
        "Of 100 such weightings Nadia Haddad comes first in about 33, "
        "Luis Ortega in 33 and Karin Lund in 33."
    )


def test_leaving_somebody_out_of_a_tie_changes_the_first_place():
    ana = {"name": "Ana", "first": named(["Luis Ortega"])}
    snapshot = {
        "panel": [{}, {}],
        "firmness": {"assessors": [ana], "criteria": []},
        "standings": rank_of((1, ()), (1, ())),
    }
    assert ranking_remarks.firmness(snapshot) == (
        False,
        "Without the scores of Ana, Luis Ortega would come first.",
    )


def tries(skipped_assessors=(), skipped_criteria=(), tried=(2, 3)):
    skipped = {"assessors": named(skipped_assessors), "criteria": named(skipped_criteria)}
    return {
        "panel": [{}, {}],
        "firmness": FIRM | {"tried": tried, "skipped": skipped},
        "standings": rank_of((1, ()), (2, ())),
    }


def test_where_every_run_says_something_the_first_place_is_firm():
    firm, words = ranking_remarks.firmness(tries())
    assert firm
    assert words == "Leaving out any one assessor, or any one criterion, does not change it."
    tried = ranking_remarks.tried(tries())
    assert tried == "Tried: 2 assessors and 3 criteria, each left out once."


def test_where_no_run_says_anything_the_first_place_is_not_called_firm():
    nothing = tries(["Ana", "Ben"], ["Whole", "Trust", "Flows"])
    firm, words = ranking_remarks.firmness(nothing)
    assert not firm
    assert words == "It cannot be tried: whatever is left out, a candidate lacks a tier."
    assert ranking_remarks.tried(nothing).endswith("Ana, Ben, “Whole”, “Trust” and “Flows”.")
