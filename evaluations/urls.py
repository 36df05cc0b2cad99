from django.urls import path

from .views import causes, time_files, time_log, time_weeks, trends

urlpatterns = [
    path("time/", time_log.time_mine, name="time_mine"),
    path("appointments/<int:pk>/time/", time_log.time_log, name="time_log"),
    path(
        "appointments/<int:pk>/time/entries/", time_log.time_entry_create, name="time_entry_create"
    ),
    path(
        "appointments/<int:pk>/time/<str:week>/copy/",
        time_weeks.time_week_copy,
        name="time_week_copy",
    ),
    path(
        "appointments/<int:pk>/time/<str:week>/away/",
        time_weeks.time_week_away,
        name="time_week_away",
    ),
    path(
        "appointments/<int:pk>/time/<str:week>/presence/",
        time_weeks.time_week_presence,
        name="time_week_presence",
    ),
    path("time/entries/<int:pk>/", time_log.time_entry_edit, name="time_entry_edit"),
    path("time/entries/<int:pk>/removal/", time_log.time_entry_removal, name="time_entry_removal"),
    path("appointments/<int:pk>/time/import/", time_files.time_import, name="time_import"),
    path(
        "appointments/<int:pk>/time/import/confirmation/",
        time_files.time_import_confirmation,
        name="time_import_confirmation",
    ),
    path("appointments/<int:pk>/time/time.csv", time_files.time_file, name="time_file"),
    path("appointments/<int:pk>/causes/", causes.cause_list, name="cause_list"),
    path(
        "appointments/<int:pk>/causes/<int:cause>/removal/",
        causes.cause_removal,
        name="cause_removal",
    ),
    path("trends/", trends.trend_list, name="trend_list"),
    path("appointments/<int:pk>/trend/", trends.trend_detail, name="trend_detail"),
    path("appointments/<int:pk>/trend/reckoning/", trends.trend_reckoning, name="trend_reckoning"),
    path("appointments/<int:pk>/trend/weeks.csv", trends.trend_series, name="trend_series"),
]
