"""Deciding: the ranking, the discussion of it, the decision and its record."""

from . import deciding_acts, deciding_ranking

urlpatterns = deciding_ranking.urlpatterns + deciding_acts.urlpatterns

POLICY = deciding_ranking.POLICY | deciding_acts.POLICY
