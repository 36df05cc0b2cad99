"""The headings and tables of the pages about matrices and proposed families."""

from dataclasses import dataclass

from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .grouping.matrix import PASSES, PASSES_NOT

#: a page shows a matrix with up to so many cells as a table; a larger one is a picture and a file
MOST_CELLS = 2500
#: how many numbers of families beside the chosen one are compared on the page
NEIGHBOURS = 5


def of_matrices(total) -> str:
    if not total:
        return _("No product matrix yet")
    return ngettext("%(n)s product matrix", "%(n)s product matrices", total) % {"n": total}


def of_matrix(matrix) -> str:
    """For example "Brackets and rails: 12 products pass 8 steps"."""
    products = ngettext("%(n)s product passes", "%(n)s products pass", matrix.products_count)
    steps = ngettext("%(n)s step", "%(n)s steps", matrix.steps_count)
    return _("%(matrix)s: %(products)s %(steps)s") % {
        "matrix": matrix.name,
        "products": products % {"n": matrix.products_count},
        "steps": steps % {"n": matrix.steps_count},
    }


def of_proposal(figures) -> str:
    number = len(figures.families)
    families = ngettext("%(n)s product family", "%(n)s product families", number) % {"n": number}
    if not figures.exceptional:
        return _("%(families)s, and no product leaves its own steps") % {"families": families}
    outside = ngettext(
        "%(n)s of %(all)s crossings lies outside",
        "%(n)s of %(all)s crossings lie outside",
        figures.exceptional,
    ) % {"n": figures.exceptional, "all": figures.ones}
    return f"{families}, {outside}"


def about_rules(figures) -> str:
    number = len(figures.families)
    within = sum(family.within_rules for family in figures.families)
    if within == number:
        return _("Every family is within the rules of thumb.")
    missed = number - within
    return ngettext(
        "%(n)s of %(all)s families misses a rule of thumb; it is marked, and a person decides.",
        "%(n)s of %(all)s families miss a rule of thumb; they are marked, and a person decides.",
        missed,
    ) % {"n": missed, "all": number}


def titleblock(proposal, figures):
    if proposal.is_confirmed:
        state = _("confirmed by %(who)s") % {"who": proposal.confirmed_by.name}
    elif proposal.moved:
        state = _("arranged by hand")
    else:
        state = _("as proposed")
    day = proposal.confirmed_at if proposal.is_confirmed else proposal.requested_at
    return [
        (_("Grouping efficacy"), decimals(figures.grouping_efficacy, 4)),
        (_("Gaps inside"), figures.voids),
        (_("State"), state),
        (_("On"), date_format(day, "j F Y")),
    ]


@dataclass(frozen=True)
class FamilyRow:
    number: int
    figures: object
    common: str
    spread: str
    demand: str
    misses: list[str]


def families_of(figures, rules) -> list[FamilyRow]:
    return [
        FamilyRow(
            number,
            family,
            percent(family.common_step_share),
            percent(family.work_content_spread),
            percent(family.demand_share),
            _misses(family, rules),
        )
        for number, family in enumerate(figures.families, start=1)
    ]


def _misses(family, rules) -> list[str]:
    misses = []
    if not family.enough_in_common:
        misses.append(
            _("fewer than %(share)s of the steps in common")
            % {"share": percent(rules.common_steps)}
        )
    if not family.near_in_work:
        misses.append(
            _("work content differs by more than %(share)s") % {"share": percent(rules.work_spread)}
        )
    return misses


def numbers_of(proposal, figures) -> list[dict]:
    """The figures for each number of families near the chosen one and near the best one."""
    chosen = len(figures.families)
    best = max(proposal.by_number, key=lambda each: each["efficacy"])["number"]
    return [
        {
            "number": each["number"],
            "efficacy": decimals(each["efficacy"], 4),
            "exceptional": each["exceptional"],
            "voids": each["voids"],
            "within_rules": each["within_rules"],
            "is_best": each["number"] == best,
            "is_shown": (each["products"], each["steps"]) == (proposal.products, proposal.steps),
        }
        for each in proposal.by_number
        if min(abs(each["number"] - chosen), abs(each["number"] - best)) <= NEIGHBOURS
    ]


def rows_of(grid) -> list[tuple] | None:
    """Product, cells as words, demand; None where a table would be too long for a page."""
    if len(grid.products) * len(grid.steps) > MOST_CELLS:
        return None
    return [
        (
            name,
            [_cell(cell) for cell in row],
            "" if demand is None else number_format(demand, 0, force_grouping=True),
        )
        for name, row, demand in zip(grid.products, grid.cells, grid.demand, strict=True)
    ]


def block_table(figures) -> dict | None:
    """The matrix in the order of its families; `cells` are (words, lies outside)."""
    matrix, partition = figures.matrix, figures.partition
    if len(matrix.products) * len(matrix.steps) > MOST_CELLS:
        return None
    rows = sorted(range(len(matrix.products)), key=lambda n: (partition.products[n], n))
    columns = sorted(range(len(matrix.steps)), key=lambda n: (partition.steps[n], n))
    return {
        "steps": [(matrix.steps[n], partition.steps[n] + 1) for n in columns],
        "rows": [
            {
                "product": matrix.products[row],
                "family": partition.products[row] + 1,
                "cells": [
                    (
                        _cell(matrix.cells[row][column]),
                        matrix.cells[row][column] != PASSES_NOT
                        and partition.products[row] != partition.steps[column],
                    )
                    for column in columns
                ],
            }
            for row in rows
        ],
    }


def of_changes(before, after) -> list[str]:
    """What a file would do to the matrix that stands, in sentences."""
    if after is None:
        return []
    if before is None:
        return [
            _("The file has %(products)s products and %(steps)s steps. Nothing is saved yet.")
            % {"products": len(after.products), "steps": len(after.steps)}
        ]
    if before == after:
        return [_("The file says what the matrix says already: nothing would change.")]
    changes = [
        *_difference(_("New products"), after.products, before.products),
        *_difference(_("Products no longer there"), before.products, after.products),
        *_difference(_("New steps"), after.steps, before.steps),
        *_difference(_("Steps no longer there"), before.steps, after.steps),
    ]
    old, new = _by_name(before), _by_name(after)
    changed = sum(old[key] != new[key] for key in old.keys() & new.keys())
    if changed:
        changes.append(
            ngettext("%(n)s cell has another value.", "%(n)s cells have another value.", changed)
            % {"n": changed}
        )
    return [*changes, _("Nothing is saved yet.")]


def _by_name(grid) -> dict:
    return {
        (product, step): cell
        for product, row in zip(grid.products, grid.cells, strict=True)
        for step, cell in zip(grid.steps, row, strict=True)
    }


def _difference(label, those, without) -> list[str]:
    known = set(without)
    names = [name for name in those if name not in known]
    if not names:
        return []
    shown = ", ".join(names[:10]) + (" …" if len(names) > 10 else "")
    return [_("%(label)s (%(n)s): %(names)s.") % {"label": label, "n": len(names), "names": shown}]


def _cell(cell) -> str:
    if cell is PASSES:
        return "X"
    return "" if cell == PASSES_NOT else decimals(cell, 4, shortened=True)


def percent(share) -> str:
    if share is None:
        return _("not known")
    return _("%(number)s %%") % {"number": number_format(round(share * 100), 0)}


def decimals(value, places, shortened=False) -> str:
    rounded = round(value, places)
    if shortened and rounded == int(rounded):
        places = 0
    return number_format(rounded, places)
