from django.urls import path

from .views import appointments, families, requirements, streams

urlpatterns = [
    path("streams/", streams.stream_list, name="stream_list"),
    path("streams/new/", streams.stream_create, name="stream_create"),
    path("streams/<int:pk>/", streams.stream_detail, name="stream_detail"),
    path("streams/<int:pk>/edit/", streams.stream_edit, name="stream_edit"),
    path(
        "streams/<int:pk>/requirements/new/",
        requirements.requirement_create,
        name="requirement_create",
    ),
    path(
        "streams/<int:pk>/appointments/new/",
        appointments.appointment_create,
        name="appointment_create",
    ),
    path("requirements/<int:pk>/edit/", requirements.requirement_edit, name="requirement_edit"),
    path(
        "requirements/<int:pk>/removal/",
        requirements.requirement_removal,
        name="requirement_removal",
    ),
    path("families/", families.family_list, name="family_list"),
    path("families/new/", families.family_create, name="family_create"),
    path("families/<int:pk>/", families.family_detail, name="family_detail"),
    path("families/<int:pk>/edit/", families.family_edit, name="family_edit"),
    path("appointments/<int:pk>/", appointments.appointment_detail, name="appointment_detail"),
    path("appointments/<int:pk>/edit/", appointments.appointment_edit, name="appointment_edit"),
    path("appointments/<int:pk>/end/", appointments.appointment_end, name="appointment_end"),
]
