"""The heat map of one candidate: criteria × assessors, a level in every cell."""

from itertools import groupby

from . import ranking_remarks


def heat_of(snapshot, shown, own_seat) -> dict | None:
    """The candidate asked for, or the first one; with the way to the one before and after.

    own_seat: the reader's seat while scores may still change, else None.
    """
    order = [standing["candidate"] for standing in snapshot["standings"]]
    if not order:
        return None
    at = next((at for at, pk in enumerate(order) if str(pk) == shown), 0)
    by_pk = {one["candidate"]: one for one in snapshot["heat"]["candidates"]}
    return {
        "name": by_pk[order[at]]["name"],
        "number": at + 1,
        "all": len(order),
        "before": order[at - 1] if at else None,
        "after": order[at + 1] if at + 1 < len(order) else None,
        "seats": seats_of(snapshot, order[at]),
        "groups": groups_of(snapshot, by_pk[order[at]], own_seat),
        "width": len(snapshot["panel"]) + 3,
    }


def seats_of(snapshot, candidate) -> list[dict]:
    """The heads of the columns; a line manager is marked, and who was late."""
    standing = next(each for each in snapshot["standings"] if each["candidate"] == candidate)
    leads = standing["line_manager"] and standing["line_manager"]["seat"]
    late = {each["seat"] for each in snapshot["after_opening"] if each["candidate_id"] == candidate}
    names = [seat["name"] for seat in snapshot["panel"]]
    return [
        {
            "name": seat["name"],
            "short": short,
            "leads": seat["seat"] == leads,
            "late": seat["seat"] in late,
        }
        for seat, short in zip(snapshot["panel"], short_names(names), strict=True)
    ]


def short_names(names) -> list[str]:
    """Last words where these tell the people apart, else the whole names.

    >>> short_names(["David Kerr", "Mei Lin"]), short_names(["David Kerr", "Ann Kerr"])
    (['Kerr', 'Lin'], ['David Kerr', 'Ann Kerr'])
    """
    last = [name.split()[-1] if name.split() else name for name in names]
    return last if len(set(last)) == len(last) else list(names)


def groups_of(snapshot, one, own_seat) -> list[tuple]:
    """[(tier in words, [row])] in the order of importance."""
    criteria = snapshot["heat"]["criteria"]
    pairs = groupby(zip(criteria, one["rows"], strict=True), key=lambda pair: pair[0]["tier"])
    return [
        (
            ranking_remarks.tier_title(tier),
            [_row(snapshot, criterion, row, own_seat) for criterion, row in group],
        )
        for tier, group in pairs
    ]


def _row(snapshot, criterion, row, own_seat) -> dict:
    seats = [seat["seat"] for seat in snapshot["panel"]]
    return {
        "name": criterion["name"],
        "mean": row["mean"],
        "apart": row["apart"] if row["apart"] >= 2 else 0,
        "cells": [
            {
                "level": cell["level"],
                "state": cell["state"],
                "words": ranking_remarks.no_level(cell["state"]),
                "changed": cell["changed"],
                "own": cell["score"] if seat == own_seat else None,
            }
            for seat, cell in zip(seats, row["cells"], strict=True)
        ],
    }
