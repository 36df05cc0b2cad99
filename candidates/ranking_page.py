"""What the ranking page shows: the snapshot's figures with their drawings, sentences and links."""

from fractions import Fraction

from django.urls import reverse
from django.utils.translation import gettext as _

from vsm_portal import charts

from . import exports, panel_words, permissions, ranking_remarks, ranking_words, weight_words
from .agenda_page import agenda_of, settled_of
from .heat_page import heat_of
from .models import Position
from .panel_page import everything_about_panel
from .parts import part_of
from .position_page import standing_decision
from .snapshot.printing import decimal
from .standing_signs import condition_signs, notice_signs, warning_signs

#: the rest of the agenda is folded away below these
WIDEST_SHOWN = 5


def everything_about_ranking(position, snapshot, user, shown=None) -> dict:
    """shown: the candidate whose scores are asked for, as typed in the address."""
    part = part_of(user, position)
    own_seat = part.seat.pk if part.seat and position.state == Position.State.DECIDING else None
    firm, firmness = ranking_remarks.firmness(snapshot)
    agenda = agenda_of(snapshot, own_seat)
    return {
        "position": position,
        "part": part,
        "snapshot": snapshot,
        "title": ranking_words.heading(snapshot),
        "lede": " ".join(ranking_words.lede(snapshot)),
        "trail": [
            (_("Selection"), reverse("position_list")),
            (position.stream.name, reverse("position_detail", args=[position.pk])),
            (_("Ranking"), ""),
        ],
        "titleblock": titleblock(snapshot),
        "not_the_same_people": ranking_remarks.not_the_same_people(snapshot),
        "rows": [row_of(standing, snapshot) for standing in snapshot["standings"]],
        "places": min(4, sum(1 for each in snapshot["standings"] if each["place"])),
        "weights": weight_words.weights(snapshot),
        "weights_mean": weight_words.mean(snapshot),
        "firm": firm,
        "firmness": firmness,
        "tried": ranking_remarks.tried(snapshot),
        "remarks": remarks(snapshot),
        "table": table_of(snapshot),
        "heat": heat_of(snapshot, shown, own_seat),
        "agenda_title": ranking_remarks.agenda(snapshot),
        "agenda": agenda[:WIDEST_SHOWN],
        "agenda_more": agenda[WIDEST_SHOWN:],
        "settled": settled_of(snapshot, own_seat),
        "changed": [change_of(each) for each in snapshot["changed"]],
        "not_counted": not_counted(snapshot),
        "decision": standing_decision(position),
        "may_decide": permissions.may_decide(user, position),
        "rests_on_this": exports.rests_on_this(snapshot),
        **everything_about_panel(snapshot),
    }


def titleblock(snapshot):
    reveal = snapshot["terms"]["reveal"]
    return [
        (_("Revealed"), exports.moment(reveal["at"])),
        (_("Assessors"), len(snapshot["panel"])),
        (_("Weights"), weight_words.parts(snapshot)),
        (_("Chair"), snapshot["terms"]["chair"]),
    ]


def remarks(snapshot) -> list[str]:
    """What has to be known beside the figures, in sentences."""
    return [
        ranking_remarks.knows_and_tried(each)
        for each in snapshot["standings"]
        if each["knows_and_tried"]
    ]


def row_of(standing, snapshot) -> dict:
    """One candidate's line: drawings, sentences, and the sum behind the score."""
    thresholds = dict(enumerate(map(Fraction, snapshot["terms"]["thresholds"]), start=1))
    tiers = standing["tiers"]
    shares = [Fraction(share) for share in standing["acceptability_exact"]]
    ranked = sum(1 for each in snapshot["standings"] if each["place"])
    return {
        "standing": standing,
        "tiers": charts.tier_bars(
            [fraction(tier["value_exact"]) for tier in tiers],
            [Fraction(tier["weight"]) for tier in tiers],
            [thresholds.get(tier["tier"]) for tier in tiers],
            tiers=snapshot["tiers"],
        ),
        "acceptability": charts.acceptability_bar(shares) if shares else "",
        "ahead_of": ranking_remarks.ahead_of(standing, ranked),
        "conditions": condition_signs(standing, snapshot["terms"]),
        "warnings": [
            sign | {"evidence": each["evidence"]}
            for sign, each in zip(warning_signs(standing), standing["warnings"], strict=True)
        ],
        "notices": notice_signs(standing, snapshot),
        "sum": [sum_of(tier) for tier in tiers],
        "url": reverse("candidate_detail", args=[standing["candidate"]]),
    }


def fraction(exact) -> Fraction | None:
    return None if exact is None else Fraction(exact)


def sum_of(tier) -> dict:
    """A line of "why this number": value × weight, exact and rounded."""
    return tier | {
        "title": ranking_remarks.tier_title(tier["tier"]),
        "value_2": decimal(fraction(tier["value_exact"]), 2),
        "weight_4": decimal(Fraction(tier["weight"]), 4),
    }


def table_of(snapshot) -> dict:
    """The rows of the export as the page's data table: the same columns, the same figures."""
    table = exports.ranking_table(snapshot)
    return {"columns": table.columns, "rows": list(table.values())}


def change_of(change) -> dict:
    return change | {"at": exports.moment(change["at"])}


def not_counted(snapshot) -> list[str]:
    """Whose work is left out or came late, in sentences; why somebody was excused is HR's."""
    excused = [
        _("%(assessor)s was excused from scoring %(candidate)s.") % each
        for each in snapshot["excused"]
    ]
    late = [panel_words.late(each) for each in snapshot["after_opening"]]
    out = [
        _("%(user)s declared a conflict of interest and takes no part; scores are not counted.")
        % each
        for each in snapshot["conflicts"]
    ]
    withdrew = [_("%(name)s withdrew.") % each for each in snapshot["withdrew"]]
    return excused + late + out + withdrew
