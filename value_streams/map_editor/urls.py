"""Addresses of the editor, below that of its map."""

from django.urls import path

from value_streams.views import map_editing as views

urlpatterns = [
    path("", views.map_edit, name="map_edit"),
    path("changes/", views.map_changes, name="map_changes"),
    path("undo/", views.map_undo, name="map_undo"),
    path("head/", views.map_head, name="map_head"),
    path("paths/new/", views.map_path_new, name="map_path_new"),
    path("<slug:name>/new/", views.map_row_new, name="map_row_new"),
    path("<slug:name>/<int:row>/", views.map_row, name="map_row"),
    path("<slug:name>/<int:row>/place/", views.map_row_place, name="map_row_place"),
    path("<slug:name>/<int:row>/removal/", views.map_row_removal, name="map_row_removal"),
]
