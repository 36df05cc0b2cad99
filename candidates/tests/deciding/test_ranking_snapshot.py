import json
from fractions import Fraction

import pytest
from django.utils import timezone

from candidates.models import (
    ConflictOfInterest,
    EvidenceKind,
    EvidenceNote,
    Position,
    Reversal,
    Score,
    Scorecard,
    ScoreChange,
    Seen,
    Share,
    WarningKind,
)
from candidates.panel_ranking import panel_of
from candidates.snapshot import current_snapshot, snapshot_of
from candidates.tests.deciding.scored_panels import (
    FRACTIONS,
    decide,
    everybody,
    judge,
    late_candidate,
    panel_of_three,
)
from vsm_portal.testing.cast import add_candidate

pytestmark = pytest.mark.django_db


@pytest.fixture
def position(world):
    return panel_of_three(world)


def standing(snapshot, name="Nadia Haddad"):
    return next(each for each in snapshot["standings"] if each["name"] == name)


def test_figures_are_exact_fractions_beside_what_is_printed(position):
    nadia = standing(snapshot_of(judge(position, FRACTIONS)))
    assert (nadia["score_exact"], nadia["score"]) == ("797/216", "3.69")
    assert [tier["value_exact"] for tier in nadia["tiers"]] == ["47/12", "11/3", "5/2"]
    assert [tier["value"] for tier in nadia["tiers"]] == ["3.9", "3.7", "2.5"]
    assert [tier["weight"] for tier in nadia["tiers"]] == ["11/18", "5/18", "1/9"]


def test_what_the_tiers_add_adds_up_exactly_and_as_printed(position):
    for each in snapshot_of(judge(position, FRACTIONS))["standings"]:
        assert sum(Fraction(tier["adds_exact"]) for tier in each["tiers"]) == Fraction(
            each["score_exact"]
        )
        assert sum(Fraction(tier["adds"]) for tier in each["tiers"]) == Fraction(each["score"])


def test_it_is_plain_data_and_the_same_each_time(position):
    judge(position, FRACTIONS, seen={("Candidate", WarningKind.TRIED_THAT): ["seen"] * 3})
    snapshot = snapshot_of(position)
    assert json.loads(json.dumps(snapshot)) == snapshot
    again = snapshot_of(position)
    assert json.dumps(again | {"taken_at": ""}) == json.dumps(snapshot | {"taken_at": ""})


def test_its_sign_stays_as_long_as_nothing_changes_and_is_frozen_with_it(position, world):
    judge(position, everybody(position, (4, 4, 4, 4)))
    first = snapshot_of(position)
    assert snapshot_of(position)["id"] == first["id"]
    score = Score.objects.filter(scorecard=world.scorecard).first()
    ScoreChange.make(score, by=world.assessor, level=3, not_observed=False, reason="The log.")
    changed = snapshot_of(position)
    assert changed["id"] != first["id"]
    decision = decide(world)
    assert decision.snapshot["id"] == changed["id"]
    assert decision.snapshot["taken_at"] > changed["taken_at"]


def test_what_was_not_asked_is_kept_apart_from_what_was_not_observed(position, world):
    judge(position, FRACTIONS)
    asked = world.scorecard.scores.filter(level__isnull=False).first()
    asked.delete()
    nadia = next(
        one for one in snapshot_of(position)["heat"]["candidates"] if one["name"] == "Nadia Haddad"
    )
    states = [cell["state"] for row in nadia["rows"] for cell in row["cells"]]
    assert (states.count("not_asked"), states.count("not_observed")) == (1, 2)
    assert standing(snapshot_of(position))["coverage"]["scores"] == [9, 11]


def test_a_wide_disagreement_that_the_discussion_narrowed_is_settled(position, world):
    levels = everybody(position, (4, 4, 4, 4))
    at = list(position.panel.all()).index(world.seat)
    levels["Nadia Haddad"][at] = (1, 4, 4, 4)
    judge(position, levels)
    [wide] = snapshot_of(position)["disagreements"]
    assert (wide["range"], wide["first_range"]) == (3, 3)
    score = Score.objects.get(scorecard=world.scorecard, level=1)
    ScoreChange.make(score, by=world.assessor, level=2, not_observed=False, reason="The log.")
    [wide] = snapshot_of(position)["disagreements"]
    assert (wide["range"], wide["first_range"]) == (2, 3)
    low = wide["sides"][0]
    assert (low["level"], low["was"], low["changed"]) == (2, 1, True)
    score.refresh_from_db()
    ScoreChange.make(score, by=world.assessor, level=4, not_observed=False, reason="The film.")
    snapshot = snapshot_of(position)
    assert snapshot["disagreements"] == []
    [settled] = snapshot["settled"]
    assert (settled["range"], settled["first_range"]) == (0, 3)


def test_who_grades_high_or_low_is_reckoned_from_ten_cells_on(position, world):
    levels = {"Nadia Haddad": [(5, 5, 5, 5)] + [(4, 4, 4, 4)] * 2}
    levels["Candidate"] = [(5, 5, 5, None)] + [(4, 4, 4, 4)] * 2
    high, *others = snapshot_of(judge(position, levels))["severity"]
    assert (high["cells"], high["enough"]) == (7, False)
    add_candidates(position, world, 1)
    judge(position, {"Nominee 0": [(5, 5, 5, 5)] + [(4, 4, 4, 4)] * 2})
    high, *others = snapshot_of(position)["severity"]
    assert (high["cells"], high["enough"]) == (11, True)
    assert (high["difference"], high["difference_exact"]) == ("1.0", "1")
    assert {each["difference"] for each in others} == {"-0.5"}


def add_candidates(position, world, count):
    for n in range(count):
        late_candidate(position, f"Nominee {n}", by=world.hr)


def test_what_a_score_rests_on_adds_up_and_says_where_most_was_only_told(position, world):
    judge(position, FRACTIONS)
    of_nadia = Score.objects.filter(scorecard__candidate=world.nominee, level__isnull=False)
    of_nadia.filter(criterion__criterion__tier=1).update(kind="interview")
    of_nadia.filter(criterion__criterion__tier=2).update(kind="reference")
    rests = standing(snapshot_of(position))["rests_on"]
    assert [(each["kind"], each["scores"]) for each in rests["kinds"]] == [
        ("gemba", 2),
        ("interview", 5),
        ("reference", 3),
    ]
    assert [each["weight_exact"] for each in rests["kinds"]] == ["1/9", "11/18", "5/18"]
    assert sum(int(each["of_100"]) for each in rests["kinds"]) == 100
    assert sum(int(each["of_100_weighted"]) for each in rests["kinds"]) == 100
    assert rests["mostly_told"] is True
    assert standing(snapshot_of(position), "Candidate")["rests_on"]["mostly_told"] is False


def test_a_criterion_taken_out_leaves_the_ranking_and_keeps_its_scores(position, world):
    judge(position, FRACTIONS)
    out = position.criteria.first()
    type(out).objects.filter(pk=out.pk).update(removed_at=timezone.now())
    snapshot = snapshot_of(position)
    assert out.pk not in [each["id"] for each in snapshot["heat"]["criteria"]]
    assert [each["id"] for each in snapshot["taken_out"]["criteria"]] == [out.pk]
    rows = {one["name"]: one["rows"] for one in snapshot["taken_out"]["candidates"]}
    assert sorted(cell["level"] for cell in rows["Nadia Haddad"][0]["cells"]) == [4, 4, 5]
    assert standing(snapshot)["score_exact"] != "797/216"


def test_who_first_place_goes_to_is_known_for_each_run_that_changes_it(position, world):
    levels = everybody(position, (3, 3, 3, 3))
    at = list(position.panel.all()).index(world.seat)
    levels["Nadia Haddad"] = [(3, 3, 3, 2)] * 3
    levels["Nadia Haddad"][at] = (5, 5, 5, 5)
    firm = snapshot_of(judge(position, levels))["firmness"]
    [assessor] = firm["assessors"]
    assert (assessor["name"], [each["name"] for each in assessor["first"]]) == (
        "Assessor",
        ["Candidate"],
    )
    assert firm["tried"] == [3, 4]
    # The only criterion of tier 2, and of tier 3.
    assert len(firm["skipped"]["criteria"]) == 2


def test_scores_of_whoever_has_a_conflict_are_kept_and_not_counted(position, world):
    judge(position, FRACTIONS)
    before = standing(snapshot_of(position))["score_exact"]
    ConflictOfInterest.declare(position, world.assessor, by=world.assessor, reason="A cousin.")
    snapshot = snapshot_of(Position.objects.get(pk=position.pk))
    assert standing(snapshot)["score_exact"] != before
    [conflict] = snapshot["conflicts"]
    assert (conflict["user"], conflict["user_id"]) == ("Assessor", world.assessor.pk)
    assert {each["seat"] for each in snapshot["not_counted"]} == {world.seat.pk}
    assert len(snapshot["not_counted"]) == 8
    seat = [each["seat"] for each in snapshot["panel"]].index(world.seat.pk)
    rows = [row for one in snapshot["heat"]["candidates"] for row in one["rows"]]
    cells = [row["cells"][seat] for row in rows]
    assert {(cell["state"], cell["level"]) for cell in cells} == {("not_counted", None)}


def test_a_score_on_a_note_shows_the_words_and_the_day_of_the_note(position, world):
    judge(position, FRACTIONS)
    day = world.plant.today()
    note = EvidenceNote.objects.create(
        scorecard=world.scorecard, on=day, kind="data", text="The scrap review."
    )
    score = world.scorecard.scores.filter(level__isnull=False).first()
    Score.objects.filter(pk=score.pk).update(note=note, evidence="", kind="")
    cells = [
        cell
        for one in snapshot_of(position)["heat"]["candidates"]
        for row in one["rows"]
        for cell in row["cells"]
        if cell["score"] == score.pk
    ]
    assert [(each["evidence"], each["kind"], each["on"]) for each in cells] == [
        ("The scrap review.", "data", day.isoformat())
    ]


def test_a_line_manager_who_was_excused_scored_nobody(position, world):
    seat = position.add_assessor(world.top, by=world.hr)
    late = add_candidate(position, "Luis Ortega", by=world.hr, line_manager=world.top)
    card = Scorecard.objects.get(candidate=late, assessor=seat)
    card.excuse(by=world.hr, reason="Leads the candidate.")
    snapshot = snapshot_of(judge(position, everybody(position, (3, 3, 3, 3))))
    assert standing(snapshot, "Luis Ortega")["line_manager"] is None
    assert snapshot["without_line_managers"] is None


def test_not_observed_is_left_out_and_never_a_zero(position):
    snapshot = snapshot_of(judge(position, FRACTIONS))
    row = snapshot["heat"]["candidates"][1]["rows"][1]
    assert snapshot["heat"]["candidates"][1]["name"] == "Nadia Haddad"
    assert sorted(cell["state"] for cell in row["cells"]) == ["level", "level", "not_observed"]
    assert (row["mean"], row["mean_exact"]) == ("3.5", "7/2")
    assert standing(snapshot)["coverage"] == {
        "criteria": [4, 4],
        "assessors": [3, 3],
        "scores": [10, 12],
    }


def test_who_lacks_a_tier_that_nobody_observed_comes_last_and_has_no_score(position):
    levels = FRACTIONS | {"Nadia Haddad": [(5, 5, None, 5)] * 3}
    snapshot = snapshot_of(judge(position, levels))
    last = snapshot["standings"][-1]
    assert (last["name"], last["place"], last["score"]) == ("Nadia Haddad", None, None)
    assert last["acceptability"] is None
    assert last["tiers"][1]["value"] is None
    assert last["conditions"] == ["adviser"]


def test_an_excused_scorecard_is_coverage_and_says_so_in_its_cells(position, world):
    world.scorecard.excuse(by=world.hr, reason="Knows nothing of rings.")
    snapshot = snapshot_of(judge(position, FRACTIONS))
    assert standing(snapshot)["coverage"]["assessors"] == [2, 3]
    assert snapshot["judged_by_the_same"] is False
    assert [each["assessor"] for each in snapshot["excused"]] == ["Assessor"]
    heat = {one["name"]: one["rows"] for one in snapshot["heat"]["candidates"]}
    seat = [each["seat"] for each in snapshot["panel"]].index(world.seat.pk)
    assert {row["cells"][seat]["state"] for row in heat["Nadia Haddad"]} == {"excused"}
    assert {row["cells"][seat]["state"] for row in heat["Candidate"]} == {"level"}


def test_an_open_scorecard_is_no_work_yet(position, world):
    judge(position, {"Nadia Haddad": FRACTIONS["Nadia Haddad"]})
    Score.objects.create(
        scorecard=Scorecard.objects.get(candidate=world.insider, assessor=world.seat),
        criterion=position.criteria.first(),
        level=1,
        evidence="Draft.",
    )
    snapshot = snapshot_of(position)
    assert standing(snapshot, "Candidate")["coverage"]["scores"] == [0, 12]
    assert "Draft." not in json.dumps(snapshot)
    cells = snapshot["heat"]["candidates"][0]["rows"][0]["cells"]
    assert {cell["state"] for cell in cells} == {"none"}


def test_what_a_seat_was_never_asked_is_not_lacking_on_its_open_or_excused_card(position, world):
    own, *others = position.criteria.all()
    Share.objects.create(seat=world.seat, criterion=own)
    world.scorecard.excuse(by=world.hr, reason="Knows nothing of rings.")
    judge(position, {"Nadia Haddad": FRACTIONS["Nadia Haddad"]})
    snapshot = snapshot_of(position)
    seat = [each["seat"] for each in snapshot["panel"]].index(world.seat.pk)
    heat = {one["name"]: one["rows"] for one in snapshot["heat"]["candidates"]}
    asked = ["not_asked"] * len(others)
    states = [row["cells"][seat]["state"] for row in heat["Nadia Haddad"]]
    assert states == ["excused", *asked]
    assert [row["cells"][seat]["state"] for row in heat["Candidate"]] == ["none", *asked]
    assert standing(snapshot, "Candidate")["coverage"]["scores"] == [0, 9]


def test_a_score_changed_while_the_ranking_is_read_is_everywhere_as_it_was(
    position, world, monkeypatch
):
    judge(position, FRACTIONS)
    before = snapshot_of(position)

    def change_and_read_on(*args):
        Score.objects.filter(scorecard=world.scorecard).update(level=None, not_observed=True)
        return panel_of(*args)

    monkeypatch.setattr("candidates.snapshot.build.panel_of", change_and_read_on)
    assert snapshot_of(position)["id"] == before["id"]


def test_who_withdraws_while_the_ranking_is_read_is_left_out_of_it(position, world, monkeypatch):
    judge(position, FRACTIONS)

    def withdraw_and_read_on(*args):
        world.nominee.withdraw(by=world.hr, on=world.plant.today(), reason="Another post.")
        return panel_of(*args)

    monkeypatch.setattr("candidates.snapshot.build.panel_of", withdraw_and_read_on)
    names = [each["name"] for each in snapshot_of(position)["standings"]]
    assert names == ["Candidate"]


def test_who_withdrew_is_out_of_everything_but_the_list_of_withdrawals(position, world):
    judge(position, FRACTIONS)
    score = Score.objects.filter(scorecard=world.scorecard).first()
    ScoreChange.make(score, by=world.assessor, level=1, not_observed=False, reason="The log.")
    world.nominee.withdraw(by=world.hr, on=world.plant.today())
    snapshot = snapshot_of(position)
    assert [each["name"] for each in snapshot["standings"]] == ["Candidate"]
    assert [each["name"] for each in snapshot["heat"]["candidates"]] == ["Candidate"]
    assert [each["name"] for each in snapshot["withdrew"]] == ["Nadia Haddad"]
    assert snapshot["changed"] == []


def test_a_changed_score_counts_as_it_is_now_and_keeps_what_it_was(position, world):
    judge(position, FRACTIONS)
    score = Score.objects.filter(scorecard=world.scorecard).first()
    old = score.level
    ScoreChange.make(score, by=world.assessor, level=1, not_observed=False, reason="The log.")
    snapshot = snapshot_of(position)
    [change] = snapshot["changed"]
    assert (change["old"], change["new"], change["reason"]) == (old, 1, "The log.")
    assert (change["assessor"], change["candidate"]) == ("Assessor", "Nadia Haddad")
    assert Fraction(standing(snapshot)["score_exact"]) < Fraction(797, 216)


def test_the_widest_disagreement_comes_first_with_both_sides(position):
    levels = everybody(position, (4, 4, 4, 4))
    levels["Candidate"] = [(4, 4, 4, 4), (2, 4, 4, 4), (4, 4, 4, 4)]
    levels["Nadia Haddad"] = [(4, 5, 4, 4), (4, 1, 4, 4), (4, 4, 4, 3)]
    snapshot = snapshot_of(judge(position, levels))
    assert [(each["candidate"], each["range"]) for each in snapshot["disagreements"]] == [
        ("Nadia Haddad", 4),
        ("Candidate", 2),
    ]
    sides = snapshot["disagreements"][0]["sides"]
    assert [side["level"] for side in sides] == [1, 4, 5]
    assert all(side["evidence"].startswith("Seen at press") for side in sides)
    assert sides[0]["kind"] == "gemba"


def test_a_warning_counts_those_who_saw_it_of_those_who_could(position):
    kind = WarningKind.ENJOYS_FIREFIGHTING
    seen = {("Nadia Haddad", kind): ["seen", "no_chance", "not_seen"]}
    nadia = standing(snapshot_of(judge(position, FRACTIONS, seen=seen)))
    [warning] = nadia["warnings"]
    assert (warning["kind"], warning["saw"], warning["of"]) == (kind, 1, 2)
    assert [each["text"] for each in warning["evidence"]] == ["Heard by 0."]


@pytest.mark.parametrize(("stream", "together"), [(4, True), (3, False)])
def test_detailed_knowledge_and_already_tried_that_are_put_together(position, stream, together):
    seen = {("Nadia Haddad", WarningKind.TRIED_THAT): ["seen", "not_seen", "not_seen"]}
    levels = everybody(position, (4, 4, 4, stream))
    nadia = standing(snapshot_of(judge(position, levels, seen=seen)))
    assert nadia["knows_and_tried"] is together


def test_scores_of_a_line_manager_are_marked_and_the_ranking_is_there_without_them(position, world):
    seat = position.add_assessor(world.top, by=world.hr)
    late = add_candidate(position, "Luis Ortega", by=world.hr, line_manager=world.top)
    at = list(position.panel.all()).index(seat)
    levels = everybody(position, (3, 3, 3, 3))
    levels[late.name][at] = (5, 5, 5, 5)
    snapshot = snapshot_of(judge(position, levels))
    luis = standing(snapshot, "Luis Ortega")
    assert luis["line_manager"] == {"seat": seat.pk, "name": "Top"}
    assert standing(snapshot)["line_manager"] is None
    assert luis["place"] == 1
    assert {each["place"] for each in snapshot["without_line_managers"]} == {1}
    assert {each["score"] for each in snapshot["without_line_managers"]} == {"3.00"}


def test_every_name_has_an_id_beside_it(position, world):
    """But for `who` of a changed position, which is a text, and places that are no person's."""
    position.add_assessor(world.people["other_manager"], by=world.hr)
    world.second_scorecard.excuse(by=world.hr, reason="Is a cousin.")
    late_candidate(position, "Luis Ortega", by=world.hr)
    levels = everybody(position, (3, 3, 3, 3))
    levels["Nadia Haddad"] = [(5, 3, 3, 3), *[(3, 3, 3, 3)] * (position.panel.count() - 1)]
    seen = [Seen.SEEN] * position.panel.count()
    judge(position, levels, seen={("Nadia Haddad", WarningKind.TRIED_THAT): seen})
    score = Score.objects.filter(scorecard=world.scorecard).first()
    ScoreChange.make(score, by=world.assessor, level=4, not_observed=False, reason="The log.")
    snapshot = snapshot_of(position)
    assert snapshot["firmness"]["assessors"][0]["seat"] == world.seat.pk
    assert snapshot["firmness"]["criteria"][0]["criterion_id"] == score.criterion_id
    assert snapshot["terms"]["chair_id"] == world.chair.pk
    assert snapshot["excused"][0]["by_id"] == world.hr.pk
    assert snapshot["position_changes"][0]["by_id"] == world.hr.pk
    [change] = snapshot["changed"]
    assert (change["candidate_id"], change["criterion_id"], change["seat"]) == (
        world.nominee.pk,
        score.criterion_id,
        world.seat.pk,
    )
    [warning] = standing(snapshot)["warnings"]
    seats = {each["seat"] for each in warning["evidence"]}
    assert world.seat.pk in seats
    assert seats <= set(position.panel.values_list("pk", flat=True))
    assert set(names_without_an_id(snapshot)) <= {"site", "stream"}


ID_OF = {"name": ("candidate", "seat", "criterion_id", "id"), "candidate": ("candidate_id",)}
ID_OF |= {"assessor": ("seat",), "criterion": ("criterion_id",), "by": ("by_id",)}
ID_OF |= {"chair": ("chair_id",), "site": ("site_id",), "stream": ("stream_id",)}


def names_without_an_id(value):
    """The keys that hold a name in a text and have no id beside it."""
    if isinstance(value, list):
        return [key for each in value for key in names_without_an_id(each)]
    if not isinstance(value, dict):
        return []
    lacking = [
        key
        for key, ids in ID_OF.items()
        if isinstance(value.get(key), str) and not any(value.get(each) for each in ids)
    ]
    return lacking + [key for each in value.values() for key in names_without_an_id(each)]


def test_no_word_of_a_language_is_frozen(position):
    """Who reads it later may read another language than who decided."""
    levels = everybody(position, (4, 4, 4, 4))
    levels["Candidate"] = [(4, 4, 4, 4), (2, 4, 4, 4), (4, 4, 4, 4)]
    seen = {("Candidate", WarningKind.TRIED_THAT): [Seen.SEEN] * 3}
    frozen = json.dumps(snapshot_of(judge(position, levels, seen=seen)), ensure_ascii=False)
    words = [*EvidenceKind.labels, *WarningKind.labels]
    assert [each for each in words if str(each) in frozen] == []


def test_without_line_managers_on_the_panel_there_is_no_second_ranking(position):
    assert snapshot_of(judge(position, FRACTIONS))["without_line_managers"] is None


def test_a_share_is_never_printed_as_nothing_or_as_all_when_it_is_not(position):
    levels = {
        "Nadia Haddad": [(5, 5, 5, 1)] * 3,
        "Candidate": [(3, 3, 4, 4), (3, 3, 4, 4), (3, 3, 4, 5)],
    }
    first, second = snapshot_of(judge(position, levels))["standings"]
    assert 0 < Fraction(second["acceptability_exact"][0]) < Fraction(1, 200)
    assert (first["acceptability"], second["acceptability"]) == ([">99", "<1"], ["<1", ">99"])


def test_a_decision_freezes_it_and_a_reversal_thaws_it(position, world):
    judge(position, everybody(position, (4, 4, 4, 4)))
    live = current_snapshot(position)
    decision = decide(world)
    Score.objects.filter(scorecard=world.scorecard).update(level=1)
    position.refresh_from_db()
    assert current_snapshot(position) == decision.snapshot
    assert decision.snapshot["standings"] == live["standings"]
    Reversal.make(decision, by=world.top, reason="Declined the post.")
    position.refresh_from_db()
    assert standing(current_snapshot(position))["score"] != standing(live)["score"]


def test_a_scorecard_after_the_opening_is_marked(position, world):
    judge(position, {"Nadia Haddad": FRACTIONS["Nadia Haddad"]})
    position.open_discussion(by=world.chair, reason="Time is short.")
    position.refresh_from_db()
    snapshot = snapshot_of(judge(position, {"Candidate": FRACTIONS["Candidate"]}))
    assert {each["candidate"] for each in snapshot["after_opening"]} == {"Candidate"}
    assert len(snapshot["after_opening"]) == 3
    assert snapshot["terms"]["reveal"]["by"] == "Chair"
