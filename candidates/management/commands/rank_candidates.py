"""`manage.py rank_candidates FILE [--json]`: a scores file ranked, for hand or program.

Touches no database, broker or network; the page calls the same `ranking.rank`.
"""

import json
import sys
from collections.abc import Iterator
from fractions import Fraction

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from candidates.ranking import Faults, Ranking, Standing, as_json, rank, read_panel


class Command(BaseCommand):
    help = "Ranks the candidates of a scores file (JSON, candidate-scores/1); - is standard input."
    requires_system_checks = []
    requires_migrations_checks = False

    def add_arguments(self, parser):
        parser.add_argument("file", metavar="FILE")
        parser.add_argument("--json", action="store_true", help="print one JSON object")

    def handle(self, *args, file, **options):
        try:
            ranking = rank(read_panel(_content(file)))
        except OSError as error:
            self.stderr.write(f"{file}: {error.strerror}")
            sys.exit(1)
        except Faults as faults:
            self.stderr.write("\n".join(faults.lines))
            sys.exit(1)
        lines = [json.dumps(as_json(ranking))] if options["json"] else _report(ranking)
        self.stdout.write("\n".join(lines))


def _content(file: str) -> bytes:
    if file == "-":
        return sys.stdin.buffer.read()
    with open(file, "rb") as opened:
        return opened.read()


def _report(ranking: Ranking) -> Iterator[str]:
    """The ranking to read: reservations first, then the table, then what is to be discussed."""
    if not ranking.judged_by_the_same:
        yield _("The candidates were not judged by the same people.")
    weights = zip(ranking.tiers, ranking.tier_weights, strict=True)
    shown = ", ".join(
        _("tier {tier}: {weight}").format(tier=tier, weight=_rounded(weight))
        for tier, weight in weights
    )
    yield _("Weights: {weights}").format(weights=shown)
    if not ranking.keeps_the_order:
        yield _("These weights are not the paper's order.")
    yield ""
    yield from _columns([_head(ranking), *(_row(each) for each in ranking.candidates)])
    yield ""
    yield from _first_place(ranking)
    for each in ranking.disagreement:
        levels = ", ".join(f"{_name(who)} {_rounded(score)}" for who, score in each.scores)
        yield _("To discuss: {candidate}, {criterion}: {levels}").format(
            candidate=_name(each.candidate), criterion=_name(each.criterion), levels=levels
        )


def _head(ranking: Ranking) -> list[str]:
    tiers = [_("Tier {tier}").format(tier=tier) for tier in ranking.tiers]
    return [
        *(_("Place"), _("Candidate"), _("Score"), *tiers),
        *(_("Criteria"), _("Assessors"), _("Share of weightings for place 1, 2, …")),
        _("Ahead for every weighting of"),
    ]


def _row(standing: Standing) -> list[str]:
    shares = standing.rank_acceptability
    return [
        str(standing.place) if standing.is_rankable else _("not rankable"),
        _name(standing.candidate),
        _rounded(standing.score),
        *(_rounded(tier.value) for tier in standing.tiers),
        *(
            _("{observed} of {all}").format(observed=coverage.observed, all=coverage.all)
            for coverage in (standing.coverage_criteria, standing.coverage_assessors)
        ),
        "–" if shares is None else " ".join(f"{float(share):.1%}" for share in shares),
        ", ".join(map(_name, standing.ahead_for_every_weighting)) or "–",
    ]


def _columns(rows: list[list[str]]) -> Iterator[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = zip(row, widths, strict=True)
        yield "  ".join(cell.ljust(width) for cell, width in cells).rstrip()


def _first_place(ranking: Ranking) -> Iterator[str]:
    changes = ranking.first_place_changes_without
    if not changes.assessors and not changes.criteria:
        yield _("Leaving out any one assessor, or any one criterion, does not change who is first.")
    if changes.assessors:
        yield ngettext(
            "Who is first would change without the assessor {names}.",
            "Who is first would change without any one of the assessors {names}.",
            len(changes.assessors),
        ).format(names=", ".join(map(_name, changes.assessors)))
    if changes.criteria:
        yield ngettext(
            "Who is first would change without the criterion {names}.",
            "Who is first would change without any one of the criteria {names}.",
            len(changes.criteria),
        ).format(names=", ".join(map(_name, changes.criteria)))


def _rounded(value: Fraction | None) -> str:
    return "–" if value is None else f"{float(value):.4f}".rstrip("0").rstrip(".")


def _name(name: str) -> str:
    """A name from a file on one line, its control characters made visible."""
    return name if name.isprintable() else json.dumps(name)
