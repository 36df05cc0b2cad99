"""Refusals as the autosave understands them: it keeps the text and shows the reason."""

from functools import wraps

from django.core.exceptions import PermissionDenied
from django.http import Http404, JsonResponse
from django.utils.translation import gettext as _

from vsm_portal.permission import Conflict


def wants_json(request) -> bool:
    return request.get_preferred_type(["text/html", "application/json"]) == "application/json"


def refusals_in_json_too(view):
    @wraps(view)
    def answer(request, *args, **kwargs):
        if not wants_json(request):
            return view(request, *args, **kwargs)
        try:
            return view(request, *args, **kwargs)
        except Http404:
            reason = _("This map is not here, or you may no longer read it.")
            return JsonResponse({"reason": reason}, status=404)
        except PermissionDenied as refused:
            return JsonResponse({"reason": str(refused)}, status=403)
        except Conflict as closed:
            return JsonResponse({"reason": str(closed.reason)}, status=409)

    return answer
