"""Addresses of maps; those of the editor: map_edit_urls."""

from django.urls import path

from .views import map_beside, map_files, map_import, maps

urlpatterns = [
    path("streams/<int:pk>/maps/", maps.map_list, name="map_list"),
    path("streams/<int:pk>/maps/new/", maps.map_create, name="map_create"),
    path("streams/<int:pk>/maps/import/", map_import.map_import, name="map_import"),
    path(
        "streams/<int:pk>/maps/import/confirmation/",
        map_import.map_import_confirmation,
        name="map_import_confirmation",
    ),
    path("streams/<int:pk>/maps/comparison/", map_beside.map_comparison, name="map_comparison"),
    path("maps/<int:pk>/", maps.map_detail, name="map_detail"),
    path("maps/<int:pk>/in-force/", maps.map_in_force, name="map_in_force"),
    path("maps/<int:pk>/comments/", map_beside.map_comment, name="map_comment"),
    path("maps/<int:pk>/answers/", map_beside.map_answers, name="map_answers"),
    path("maps/<int:pk>/freed/<slug:what>/", map_beside.map_freed, name="map_freed"),
    path("maps/<int:pk>/map.json", map_files.map_export, name="map_export"),
    path("maps/<int:pk>/drawing.svg", map_files.map_drawing, name="map_drawing"),
    path("maps/<int:pk>/pdf/", map_files.map_pdf, name="map_pdf"),
    path("maps/<int:pk>/photo/", map_files.map_photo, name="map_photo"),
    path("maps/<int:pk>/photo/new/", map_files.map_photo_create, name="map_photo_create"),
    path("maps/<int:pk>/photo/removal/", map_files.map_photo_removal, name="map_photo_removal"),
]
