"""What happens around every request."""

import uuid
import zoneinfo

from django.http import HttpResponse
from django.utils import timezone, translation

from .error_pages import conflict
from .logs import current_request_id
from .permission import Conflict


def request_id(get_response):
    """Each request has an id that its log lines and audit rows carry; the reader of a 500 page gets
    it.
    """

    def middleware(request):
        request.id = uuid.uuid4().hex[:16]
        token = current_request_id.set(request.id)
        try:
            response = get_response(request)
        finally:
            current_request_id.reset(token)
        response["X-Request-Id"] = request.id
        return response

    return middleware


def personal_zone_and_language(get_response):
    """A signed-in person reads times in their own zone and words in their own language."""

    def middleware(request):
        if not request.user.is_authenticated:
            return get_response(request)
        with (
            timezone.override(zoneinfo.ZoneInfo(request.user.time_zone)),
            translation.override(request.user.language),
        ):
            return get_response(request)

    return middleware


class refusals:  # noqa: N801 - named like the functions beside it; a class because it needs process_exception
    """A lost race becomes a 409 page that shows what was typed."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request, exception):
        if isinstance(exception, Conflict):
            return conflict(request, exception)
        return None


def no_store(get_response):
    """What a signed-in person saw stays in no cache of a shared computer."""

    def middleware(request):
        response = get_response(request)
        if request.user.is_authenticated and "Cache-Control" not in response:
            response["Cache-Control"] = "no-store, private"
        return response

    return middleware
