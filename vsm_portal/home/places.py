"""Who is offered which place. A place is offered when it has something to say to the person."""

from dataclasses import replace

from django.urls import reverse
from django.utils.translation import gettext as _

from candidates.models import Position
from evaluations.not_logged import appointments_of, led_now
from value_streams.models import ValueStream
from vsm_portal.accounts.models import Role
from vsm_portal.page_frame import Place, place
from vsm_portal.tasks_waiting import waiting_for

STREAM_SECTIONS = (
    *("/streams/", "/maps/", "/families/", "/matrices/", "/proposals/"),
    *("/appointments/", "/announcements/", "/requirements/"),
)


def roles_of(request) -> set[str]:
    """The person's roles at any site, read once a request."""
    if not hasattr(request, "_roles"):
        request._roles = set(request.user.memberships.values_list("role", flat=True))
    return request._roles


def site_name_of(request) -> str:
    """Where the person belongs: by a role, else by the stream they lead."""
    if site := request.user.home_site:
        return site.name
    led = request.user.appointments.current().select_related("stream__site").first()
    return led.stream.site.name if led else ""


def waiting_tasks(request) -> list:
    """What waits for the person, read once a request: for the first page and its count."""
    if not hasattr(request, "_waiting"):
        request._waiting = waiting_for(request.user)
    return request._waiting


def places_for(request) -> list[Place]:
    roles = roles_of(request)
    offered = [
        Place(_("Waiting"), "/", request.path == "/", len(waiting_tasks(request))),
    ]
    if roles or ValueStream.objects.visible_to(request.user).exists():
        offered.append(place(request, _("Streams"), "stream_list", *STREAM_SECTIONS))
    if led_now(request.user):
        offered.append(place(request, _("Time"), "time_mine", "/time/"))
    if {Role.HR, Role.EXECUTIVE} & roles or appointments_of(request.user):
        offered.append(place(request, _("Firefighting"), "trend_list", "/trends/"))
    if Role.HR in roles or Position.objects.visible_to(request.user).exists():
        offered.append(place(request, _("Selection"), "position_list", "/selection/"))
    if Role.HR in roles or Role.EXECUTIVE in roles:
        offered.append(place(request, _("Criteria"), "criteria_set_list", "/criteria/"))
    if Role.HR in roles:
        offered.append(place(request, _("Mails"), "message_list", "/mails/"))
        offered.append(place(request, _("Audit"), "event_list", "/audit/"))
    if Role.ADMINISTRATOR in roles:
        offered.append(place(request, _("People"), "person_list", "/people/"))
        offered.append(place(request, _("Sites"), "site_list", "/sites/", "/memberships/"))
    return [_where_one_is(request, one) for one in offered]


def _where_one_is(request, one) -> Place:
    """Time and trend of an appointment stand below its address, and are places of their own."""
    parts = request.path.split("/")
    below = {"time": "time_mine", "causes": "time_mine", "trend": "trend_list"}
    if parts[1] != "appointments" or len(parts) < 5 or parts[3] not in below:
        return one
    return replace(one, current=one.url == reverse(below[parts[3]]))
