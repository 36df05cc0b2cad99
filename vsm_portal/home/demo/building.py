"""The demo, built by the portal's own verbs: a company, then a position at each stage."""

from . import positions
from .company import build_company


def build_demo() -> None:
    company = build_company()
    positions.filled(company)
    positions.cancelled(company)
    positions.scoring(company)
    positions.deciding(company)
    positions.draft(company)
