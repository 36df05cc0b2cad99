from django.urls import include, path

from .views import appointments, families, family_proposals, matrices, requirements, streams

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
    path("matrices/", matrices.matrix_list, name="matrix_list"),
    path("matrices/new/", matrices.matrix_create, name="matrix_create"),
    path("matrices/import/", matrices.matrix_import, name="matrix_import_new"),
    path("matrices/<int:pk>/", matrices.matrix_detail, name="matrix_detail"),
    path("matrices/<int:pk>/edit/", matrices.matrix_edit, name="matrix_edit"),
    path("matrices/<int:pk>/import/", matrices.matrix_import, name="matrix_import"),
    path("matrices/<int:pk>/file/", matrices.matrix_file, name="matrix_file"),
    path("matrices/<int:pk>/proposals/", family_proposals.proposal_create, name="proposal_create"),
    path("proposals/<int:pk>/", family_proposals.proposal_detail, name="proposal_detail"),
    path(
        "proposals/<int:pk>/arrangement/",
        family_proposals.proposal_arrangement,
        name="proposal_arrangement",
    ),
    path(
        "proposals/<int:pk>/number/<int:number>/",
        family_proposals.proposal_number,
        name="proposal_number",
    ),
    path(
        "proposals/<int:pk>/confirmation/",
        family_proposals.proposal_confirmation,
        name="proposal_confirmation",
    ),
    path("appointments/<int:pk>/", appointments.appointment_detail, name="appointment_detail"),
    path("appointments/<int:pk>/edit/", appointments.appointment_edit, name="appointment_edit"),
    path("appointments/<int:pk>/end/", appointments.appointment_end, name="appointment_end"),
    path("maps/<int:pk>/edit/", include("value_streams.map_editor.urls")),
    path("", include("value_streams.charter_urls")),
    path("", include("value_streams.map_urls")),
]
