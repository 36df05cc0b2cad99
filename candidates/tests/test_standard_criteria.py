"""The standard criteria are complete, say nothing twice, and name what can be seen."""

import re
from collections import Counter

import pytest

from candidates.standard_criteria import STANDARD_CRITERIA, STANDARD_WARNINGS

VAGUE = (
    "good|great|nice|excellent|outstanding|strong|strongly|weak|poor|poorly|adequate|appropriate|"
    "effective|effectively|efficient|efficiently|very|really|always|consistently|proactive|"
    "proactively|positive|negative|satisfactory|sufficient|average|high|low|some extent|"
    "synergy|synergies|mindset|holistic|leverage|empower|passionate|best practice|demonstrates"
)
each_criterion = pytest.mark.parametrize("criterion", STANDARD_CRITERIA, ids=lambda c: c.key)
each_warning = pytest.mark.parametrize("warning", STANDARD_WARNINGS, ids=lambda w: w.key)


def texts_of(criterion):
    """Every text of a criterion that somebody reads, names of levels included."""
    yield from (criterion.name, criterion.question, criterion.ask_further, criterion.nudge)
    for level in criterion.levels:
        yield from (level.name, level.sentence)


def every_text():
    for criterion in STANDARD_CRITERIA:
        yield from texts_of(criterion)
    for warning in STANDARD_WARNINGS:
        yield from (warning.name, warning.sentence, warning.help)


def test_the_tiers_hold_eleven_three_and_six_criteria_and_two_for_the_enterprise():
    counted = Counter((c.tier, c.enterprise_only) for c in STANDARD_CRITERIA)
    assert counted == {(1, False): 11, (2, False): 3, (2, True): 2, (3, False): 6}


def test_the_criteria_stand_in_the_order_of_importance():
    tiers = [c.tier for c in STANDARD_CRITERIA]
    assert tiers == sorted(tiers)


def test_no_two_criteria_or_warnings_share_a_key():
    keys = [c.key for c in STANDARD_CRITERIA] + [w.key for w in STANDARD_WARNINGS]
    assert len(keys) == len(set(keys))
    assert all(re.fullmatch(r"[a-z][a-z_]{2,40}", key) for key in keys)


def test_no_text_stands_twice_whatever_its_case_and_punctuation():
    counted = Counter(re.sub(r"\W+", " ", text).strip().lower() for text in every_text())
    assert [text for text, times in counted.items() if times > 1] == []


@each_criterion
def test_a_criterion_has_five_levels_named_in_two_to_five_words(criterion):
    assert len(criterion.levels) == 5
    assert all(2 <= len(level.name.split()) <= 5 for level in criterion.levels)


@each_criterion
def test_the_question_asks_for_something_that_happened(criterion):
    assert criterion.question.startswith("Tell me about ")
    assert criterion.question.endswith("?")
    assert 2 <= criterion.ask_further.count("?") <= 3


@each_criterion
def test_the_texts_fit_the_scorecard(criterion):
    assert len(criterion.name) <= 70
    assert len(criterion.question) <= 200
    assert len(criterion.ask_further) <= 160
    assert len(criterion.nudge) <= 160
    for level in criterion.levels:
        assert len(level.name) <= 32
        assert 30 <= len(level.sentence) <= 160
        assert level.sentence.endswith((".", '."'))


@each_criterion
def test_no_word_of_a_criterion_is_vague(criterion):
    for text in texts_of(criterion):
        if text == criterion.nudge and criterion.key == "knows_the_flows":
            text = text.replace("both a good and a bad thing", "")  # the paper's own words
        assert re.findall(rf"\b({VAGUE})\b", text, re.IGNORECASE) == []


@each_criterion
def test_no_digit_stands_for_a_level(criterion):
    assert not any(re.search(r"\d", text) for text in texts_of(criterion))


def test_the_three_warnings_of_the_paper_are_there():
    keys = [w.key for w in STANDARD_WARNINGS]
    assert keys == ["tried_that", "enjoys_firefighting", "optimises_part"]


@each_warning
def test_a_warning_fits_the_scorecard_and_ends_as_a_sentence(warning):
    assert len(warning.name) <= 70
    assert 30 <= len(warning.sentence) <= 160
    assert warning.sentence.endswith(".")
    assert warning.help.endswith(".")


def test_the_nickname_for_firefighters_stands_only_in_the_help_text():
    told = [w.key for w in STANDARD_WARNINGS if "arsonist" in w.help]
    assert told == ["enjoys_firefighting"]
    assert sum("arsonist" in text for text in every_text()) == 1
