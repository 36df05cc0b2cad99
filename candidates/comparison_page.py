"""Up to five candidates side by side, criterion by criterion, out of the ranking's snapshot."""

from fractions import Fraction
from itertools import groupby

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from . import panel_words, ranking_remarks
from .exports import rests_on_this
from .ranking_page import row_of
from .ranking_words import listed

#: columns that can still be read beside each other
MOST = 5
#: shown where nobody was chosen
AT_FIRST = 3


def everything_about_comparison(position, snapshot, asked) -> dict:
    """asked: the candidates' ids as typed in the address; those of nobody in the ranking are left
    out. More than `MOST` are refused, and stay ticked.
    """
    chosen = chosen_of(snapshot, asked)
    refused = too_many(len(chosen)) if len(chosen) > MOST else ""
    shown = [] if refused else chosen
    return {
        "position": position,
        "refused": refused,
        "title": title(snapshot, shown) if shown else _("Whom to compare?"),
        "trail": [
            (_("Selection"), reverse("position_list")),
            (position.stream.name, reverse("position_detail", args=[position.pk])),
            (_("Ranking"), reverse("position_ranking", args=[position.pk])),
            (_("Comparison"), ""),
        ],
        "choices": [
            (each["candidate"], each["name"], each in chosen) for each in snapshot["standings"]
        ],
        "columns": [column_of(each, snapshot) for each in shown],
        "tiers": tiers_of(snapshot, shown),
        "remarks": remarks(shown),
        "not_the_same_people": ranking_remarks.not_the_same_people(snapshot),
        "rests_on_this": rests_on_this(snapshot),
    }


def chosen_of(snapshot, asked) -> list[dict]:
    """In the order of the ranking, whatever the order of the asking."""
    if not asked:
        return snapshot["standings"][:AT_FIRST]
    return [each for each in snapshot["standings"] if str(each["candidate"]) in asked]


def too_many(count) -> str:
    return _("At most %(most)s can be compared at a time: you ticked %(n)s. Take some out.") % {
        "most": MOST,
        "n": count,
    }


def title(snapshot, shown) -> str:
    """Where the candidates differ most: the finding of the page."""
    names = listed(each["name"] for each in shown)
    if len(shown) < 2:
        return _("%(name)s, criterion by criterion") % {"name": names}
    gap, name = widest_gap(snapshot, shown)
    if not gap:
        return _("%(names)s are level on every criterion") % {"names": names}
    words = {"names": names, "criterion": name}
    return _("%(names)s differ most on “%(criterion)s”") % words


def widest_gap(snapshot, shown) -> tuple[Fraction, str]:
    """The largest distance between two candidates' means of a criterion, and which it is.

    >>> heat = {"criteria": [{"name": "Whole"}, {"name": "Trust"}], "candidates": [
    ...     {"candidate": 1, "rows": [{"mean_exact": "4"}, {"mean_exact": "9/2"}]},
    ...     {"candidate": 2, "rows": [{"mean_exact": "3"}, {"mean_exact": None}]}]}
    >>> widest_gap({"heat": heat}, [{"candidate": 1}, {"candidate": 2}])
    (Fraction(1, 1), 'Whole')
    """
    rows = _rows_by_candidate(snapshot)
    gaps = [(Fraction(0), "")]
    for at, criterion in enumerate(snapshot["heat"]["criteria"]):
        exact = [rows[each["candidate"]][at]["mean_exact"] for each in shown]
        means = [Fraction(each) for each in exact if each is not None]
        if len(means) > 1:
            gaps.append((max(means) - min(means), criterion["name"]))
    return max(gaps, key=lambda gap: gap[0])


def column_of(standing, snapshot) -> dict:
    """The head of a column: what the ranking says of the candidate."""
    return row_of(standing, snapshot) | {"rests_on": panel_words.rests_on_lines(standing)}


def tiers_of(snapshot, shown) -> list[tuple]:
    """[(title, [tier of each candidate], [(criterion, [cell of each candidate])])]."""
    rows = _rows_by_candidate(snapshot)
    criteria = enumerate(snapshot["heat"]["criteria"])
    return [
        (
            ranking_remarks.tier_title(tier),
            [next(own for own in each["tiers"] if own["tier"] == tier) for each in shown],
            [
                (
                    criterion["name"],
                    [cell_of(snapshot, each, rows[each["candidate"]][at]) for each in shown],
                )
                for at, criterion in group
            ],
        )
        for tier, group in groupby(criteria, key=lambda pair: pair[1]["tier"])
        if shown
    ]


def _rows_by_candidate(snapshot) -> dict:
    return {one["candidate"]: one["rows"] for one in snapshot["heat"]["candidates"]}


def cell_of(snapshot, standing, row) -> dict:
    """Mean, spread, coverage, and everybody's evidence."""
    cells = row["cells"]
    levels = [cell["level"] for cell in cells if cell["level"] is not None]
    asked = [cell for cell in cells if cell["state"] in ("level", "not_observed")]
    return {
        "name": standing["name"],
        "mean": row["mean"],
        "shade": round(Fraction(row["mean_exact"])) if row["mean"] else 0,
        "spread": spread(levels),
        "wide": row["apart"] >= 2,
        "coverage": coverage(len(levels), len(asked)),
        "said": [
            cell
            | {
                "assessor": seat["name"],
                "words": ranking_remarks.no_level(cell["state"]),
                "source": panel_words.source(cell),
                "marks": panel_words.marks(cell),
            }
            for seat, cell in zip(snapshot["panel"], cells, strict=True)
        ],
    }


def spread(levels) -> str:
    """
    >>> spread([4, 2, 5]), spread([3, 3]), spread([])
    ('2 to 5', 'all 3', '')
    """
    if not levels:
        return ""
    if len(levels) == 1:
        return _("one score")
    if min(levels) == max(levels):
        return _("all %(level)s") % {"level": levels[0]}
    return _("%(low)s to %(high)s") % {"low": min(levels), "high": max(levels)}


def coverage(observed, asked) -> str:
    """
    >>> coverage(3, 4), coverage(0, 0)
    ('3 of 4 assessors', 'asked of nobody')
    """
    if not asked:
        return _("asked of nobody")
    return ngettext("%(n)s of %(all)s assessor", "%(n)s of %(all)s assessors", asked) % {
        "n": observed,
        "all": asked,
    }


def remarks(shown) -> list[str]:
    """What has to be known of those compared, in sentences."""
    knowing = [ranking_remarks.knows_and_tried(each) for each in shown if each["knows_and_tried"]]
    told = [panel_words.told_nudge(each) for each in shown if each["rests_on"]["mostly_told"]]
    return knowing + told
