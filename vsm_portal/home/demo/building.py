"""The demo, built by the portal's own verbs: a company, then a position at each stage."""

from . import positions
from .company import build_company
from .letters import build_letters
from .maps import build_maps
from .matrices import build_matrices
from .time_log import log_time


def build_demo() -> None:
    company = build_company()
    build_matrices(company)
    positions.filled(company)
    build_letters(company)
    positions.cancelled(company)
    positions.scoring(company)
    positions.newer_criteria(company)
    positions.deciding(company)
    positions.draft(company)
    build_maps(company)
    log_time()
