"""Candidates side by side."""

from django.views.decorators.http import require_safe

from candidates.comparison_page import everything_about_comparison
from vsm_portal.audit.writing import record_read
from vsm_portal.pages import page

from .ranking import revealed


@require_safe
def position_comparison(request, pk):
    """Up to five candidates beside each other: `?c=3&c=5`. More are refused with a sentence."""
    position, snapshot = revealed(request, pk)
    record_read(position, by=request.user)
    content = everything_about_comparison(position, snapshot, request.GET.getlist("c"))
    answer = page(request, "candidates/comparison.html", **content)
    if content["refused"]:
        answer.status_code = 422
    return answer
