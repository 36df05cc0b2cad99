"""Streams in the Django admin: changed with an audit row; appointments are only read."""

from django.contrib import admin
from django.db import transaction

from .models import Appointment, CustomerRequirement, Family, ValueStream
from .models.entering import record_edit


class AuditedAdmin(admin.ModelAdmin):
    def save_model(self, request, obj, form, change):
        if not change:
            obj.enter(by=request.user)
            return
        with transaction.atomic():
            obj.version += 1
            obj.save()
            record_edit(obj, by=request.user, fields=form.changed_data)

    def has_delete_permission(self, request, obj=None):
        return False


@admin.register(Family)
class FamilyAdmin(AuditedAdmin):
    list_display = ["name", "site"]
    list_filter = ["site"]
    list_select_related = ["site"]
    search_fields = ["name"]


@admin.register(ValueStream)
class ValueStreamAdmin(AuditedAdmin):
    list_display = ["name", "site", "level", "family"]
    list_filter = ["site", "level"]
    list_select_related = ["site", "family"]
    search_fields = ["name"]


@admin.register(CustomerRequirement)
class CustomerRequirementAdmin(AuditedAdmin):
    list_display = ["what", "target", "met", "stream"]
    list_select_related = ["stream"]


@admin.register(Appointment)
class AppointmentAdmin(admin.ModelAdmin):
    """An appointment begins and ends by its own verbs, never by a form over its columns.

    Its reasons are for HR, the top person and the manager, and an administrator is none of them.
    """

    list_display = ["manager", "stream", "state", "starts_on", "ended_on"]
    list_filter = ["state"]
    list_select_related = ["manager", "stream"]
    exclude = ["reason", "end_reason"]

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False
