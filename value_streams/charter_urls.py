"""Addresses of the charter and of the letters that announce a manager's authority."""

from django.urls import path

from .views import announcements, charter

urlpatterns = [
    path("appointments/<int:pk>/charter/", charter.charter, name="charter"),
    path("appointments/<int:pk>/charter/pdf/", charter.charter_pdf, name="charter_pdf"),
    path(
        "appointments/<int:pk>/announcement/new/",
        announcements.announcement_create,
        name="announcement_create",
    ),
    path("announcements/<int:pk>/", announcements.announcement_detail, name="announcement_detail"),
    path(
        "announcements/<int:pk>/confirmation/",
        announcements.announcement_confirmation,
        name="announcement_confirmation",
    ),
    path("announcements/<int:pk>/pdf/", announcements.announcement_pdf, name="announcement_pdf"),
]
