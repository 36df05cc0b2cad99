"""Every address of the portal. Who may use which: vsm_portal/policy.py."""

from django.conf import settings
from django.contrib import admin
from django.urls import include, path

from vsm_portal import style_page
from vsm_portal.home import views as home

urlpatterns = [
    path("", home.home, name="home"),
    path("", include("vsm_portal.accounts.urls")),
    path("", include("vsm_portal.audit.urls")),
    path("", include("vsm_portal.outbox.urls")),
    path("", include("vsm_portal.exporting.urls")),
    path("", include("value_streams.urls")),
    path("", include("candidates.urls")),
    path("", include("evaluations.urls")),
]
if settings.DEBUG:
    urlpatterns.append(path("style/", style_page.parts, name="style"))
if settings.ADMIN_ENABLED:
    urlpatterns.append(path("admin/", admin.site.urls))

handler400 = "vsm_portal.error_pages.bad_request"
handler403 = "vsm_portal.error_pages.forbidden"
handler404 = "vsm_portal.error_pages.not_found"
