"""`manage.py group_families FILE [--json] …`: a product × step matrix grouped into families.

Touches no database, broker or network; the pages call the same `grouping.propose`.
"""

import json
import math
import sys
from collections.abc import Iterator

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from value_streams.grouping import (
    Faults,
    Matrix,
    Proposal,
    Refusal,
    Rules,
    as_json,
    propose,
    read_matrix,
)


class Command(BaseCommand):
    help = "Groups the products of a matrix (CSV) into families; - is standard input."
    requires_system_checks = []
    requires_migrations_checks = False

    def add_arguments(self, parser):
        rules = Rules()
        parser.add_argument("file", metavar="FILE")
        parser.add_argument("--json", action="store_true", help="print one JSON object")
        parser.add_argument("--families", metavar="N", help="so many; else the best number")
        parser.add_argument(
            "--common-steps",
            metavar="SHARE",
            default=str(rules.common_steps),
            help="mark families with less of their steps in common, 0 to 1 (%(default)s)",
        )
        parser.add_argument(
            "--work-spread",
            metavar="SHARE",
            default=str(rules.work_spread),
            help="mark families whose work content differs by more, 0 to 1 (%(default)s)",
        )
        parser.add_argument(
            "--ignore",
            metavar="STEP",
            nargs="+",
            action="extend",
            default=[],
            help="leave these steps out: they are upstream of all families",
        )

    def handle(self, *args, file, **options):
        faults = []
        families = _whole(options["families"], faults)
        rules = Rules(
            _share("--common-steps", options["common_steps"], faults),
            _share("--work-spread", options["work_spread"], faults),
        )
        matrix = self._matrix(file, faults)
        proposal = None
        if matrix and not faults:
            try:
                proposal = propose(matrix, families, options["ignore"], rules)
            except Refusal as refusal:
                faults += map(str, refusal.reasons)
        if faults:
            self.stderr.write("\n".join(faults))
            sys.exit(1)
        lines = [json.dumps(as_json(proposal))] if options["json"] else _report(proposal)
        self.stdout.write("\n".join(lines))

    def _matrix(self, file: str, faults: list[str]) -> Matrix | None:
        try:
            read = read_matrix(_content(file))
        except OSError as error:
            faults.append(f"{file}: {error.strerror}")
        except Faults as found:
            faults += map(str, found.faults)
        else:
            for remark in read.remarks if not faults else ():
                self.stderr.write(str(remark))
            return read.matrix
        return None


def _content(file: str) -> bytes:
    if file == "-":
        return sys.stdin.buffer.read()
    with open(file, "rb") as opened:
        return opened.read()


def _whole(text: str | None, faults: list[str]) -> int | None:
    if text is None:
        return None
    if text.isascii() and text.isdecimal() and 0 < int(text[:9]) == int(text):
        return int(text)
    faults.append(f"--families: must be a whole number from 1 on, got {text}")
    return None


def _share(name: str, text: str, faults: list[str]) -> float:
    try:
        share = float(text)
    except ValueError:
        share = math.nan
    if not 0 <= share <= 1:
        faults.append(f"{name}: must be from 0 to 1, got {text}")
    return share


def _report(proposal: Proposal) -> Iterator[str]:
    """The proposal to read: the answer, then family by family, then the other numbers."""
    number = len(proposal.families)
    yield ngettext(
        "{number} family, grouping efficacy {efficacy}",
        "{number} families, grouping efficacy {efficacy}",
        number,
    ).format(number=number, efficacy=f"{proposal.grouping_efficacy:.4f}")
    yield _("{ones} crosses, {exceptional} of them outside the families; {voids} gaps").format(
        ones=proposal.ones, exceptional=proposal.exceptional, voids=proposal.voids
    )
    for place, family in enumerate(proposal.families, start=1):
        yield ""
        yield _("Family {number}").format(number=place)
        yield _("  products: {names}").format(names=_names(family.products))
        yield _("  steps: {names}").format(names=_names(family.steps))
        yield _("  steps in common: {share}").format(share=_percent(family.common_step_share))
        yield _("  spread of work content: {share}").format(
            share=_percent(family.work_content_spread)
        )
        yield _("  share of demand: {share}").format(share=_percent(family.demand_share))
        if not family.enough_in_common:
            yield _("  outside the rules: too few steps in common")
        if not family.near_in_work:
            yield _("  outside the rules: work content differs too much")
    yield ""
    yield from _by_number(proposal)


def _by_number(proposal: Proposal) -> Iterator[str]:
    rows = [[_("families"), _("efficacy"), _("outside"), _("gaps"), _("within the rules")]]
    rows += [
        [
            str(each.number),
            f"{each.grouping_efficacy:.4f}",
            str(each.exceptional),
            str(each.voids),
            str(each.within_rules),
        ]
        for each in proposal.by_number
    ]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        yield "  ".join(cell.rjust(width) for cell, width in zip(row, widths, strict=True))


def _percent(share: float | None) -> str:
    return _("not known") if share is None else f"{share:.1%}"


def _names(names: tuple[str, ...]) -> str:
    """Names from a file on one line, their control characters made visible."""
    return ", ".join(name if name.isprintable() else json.dumps(name) for name in names)
