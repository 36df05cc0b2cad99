"""The demo's notes cover every criterion and make five candidates worth talking about."""

from collections import Counter
from fractions import Fraction

import pytest

from candidates.demo_texts import ASSESSORS, CANDIDATES, scores_of
from candidates.models import WarningKind
from candidates.models.evidence_note import EvidenceKind
from candidates.models.warning import Seen
from candidates.standard_criteria import STANDARD_CRITERIA

ASKED = [criterion for criterion in STANDARD_CRITERIA if not criterion.enterprise_only]
each_candidate = pytest.mark.parametrize("candidate", CANDIDATES)


def levels(candidate, key):
    scores = scores_of(candidate)
    return [scores[a][key][0] for a in ASSESSORS if scores[a][key][0] is not None]


def tiers(candidate):
    """The candidate's three tiers: mean over criteria of the mean over assessors, exact."""
    told = []
    for tier in (1, 2, 3):
        each = [levels(candidate, c.key) for c in ASKED if c.tier == tier]
        told.append(sum(Fraction(sum(seen), len(seen)) for seen in each) / len(each))
    return told


@each_candidate
@pytest.mark.parametrize("assessor", ASSESSORS)
def test_each_assessor_says_something_once_about_every_criterion(candidate, assessor):
    told = CANDIDATES[candidate]
    said = [key for _, _, noted in told.NOTES[assessor] for key in noted]
    assert sorted([*said, *told.NOT_OBSERVED[assessor]]) == sorted(c.key for c in ASKED)


@each_candidate
def test_levels_kinds_and_warnings_are_those_of_the_scorecard(candidate):
    for scores in scores_of(candidate).values():
        for level, text, kind in scores.values():
            assert text
            assert (level is None and kind is None) or (
                level in range(1, 6) and kind in EvidenceKind
            )
    for seen in CANDIDATES[candidate].WARNINGS.values():
        assert all(key in WarningKind and state in Seen for key, (state, _) in seen.items())


def test_no_two_notes_read_the_same():
    counted = Counter()
    for told in CANDIDATES.values():
        for assessor in ASSESSORS:
            counted.update(text for _, text, _ in told.NOTES[assessor])
            counted.update(told.NOT_OBSERVED[assessor].values())
    assert [text for text, times in counted.items() if times > 1] == []
    assert len(counted) > 300


def test_mansouri_leads_except_where_the_stream_counts_nearly_as_much_as_attitude():
    ahead = [a - b for a, b in zip(tiers("mansouri"), tiers("quiroga"), strict=True)]
    assert ahead[0] > 0
    assert ahead[0] + ahead[1] > 0
    assert sum(ahead) < 0


def test_nwosu_needs_an_adviser_and_hansson_a_written_reason():
    assert tiers("nwosu")[0] >= 3 > tiers("nwosu")[1]
    assert tiers("hansson")[0] < 3
    assert tiers("hansson")[2] >= 4
    assert min(*tiers("mansouri")[:2], *tiers("quiroga")[:2], *tiers("reed")[:2]) >= 3


def test_warnings_were_seen_at_two_candidates_only():
    seen = {
        (candidate, key)
        for candidate, told in CANDIDATES.items()
        for warnings in told.WARNINGS.values()
        for key, (state, _) in warnings.items()
        if state == "seen"
    }
    assert seen == {
        ("hansson", "tried_that"),
        ("hansson", "optimises_part"),
        ("reed", "enjoys_firefighting"),
    }


def test_the_panel_has_disagreements_of_three_levels_to_talk_about():
    wide = {
        (candidate, c.key)
        for candidate in CANDIDATES
        for c in ASKED
        if max(levels(candidate, c.key)) - min(levels(candidate, c.key)) >= 3
    }
    assert ("mansouri", "convinces_others") in wide
    assert ("reed", "sees_whole_stream") in wide
