"""The ranking of a position: to read, side by side, and as a file."""

from django.urls import path

from candidates.views import comparison, ranking
from vsm_portal.rules import Rule

from .organising import AT_POSITION, INVOLVED, the_position

urlpatterns = [
    path(AT_POSITION + "ranking/", ranking.position_ranking, name="position_ranking"),
    path(AT_POSITION + "comparison/", comparison.position_comparison, name="position_comparison"),
    path(AT_POSITION + "ranking/pdf/", ranking.position_ranking_pdf, name="position_ranking_pdf"),
    path(AT_POSITION + "ranking.xlsx", ranking.position_ranking_xlsx, name="position_ranking_xlsx"),
    path(AT_POSITION + "ranking.csv", ranking.position_ranking_csv, name="position_ranking_csv"),
]

#: not revealed in the cast's world: who takes part learns why, nobody reads
CLOSED = Rule(refused_read=INVOLVED, arguments=the_position)

POLICY = {
    "position_ranking": CLOSED,
    "position_comparison": CLOSED,
    "position_ranking_pdf": Rule(refused_write=INVOLVED, arguments=the_position),
    "position_ranking_xlsx": CLOSED,
    "position_ranking_csv": CLOSED,
}
