"""The Django admin knows people, sites and roles, and none of the judgements."""

from allauth.account.decorators import secure_admin_login
from django.contrib import admin

from .models import Membership, Site, User

# The one way in, with its rate limits, is the portal's own sign-in page.
admin.site.login = secure_admin_login(admin.site.login)


@admin.register(User)
class UserAdmin(admin.ModelAdmin):
    list_display = ["name", "email", "is_active", "is_staff", "last_login"]
    list_filter = ["is_active", "is_staff"]
    search_fields = ["name", "email"]
    exclude = ["password", "user_permissions", "groups"]
    readonly_fields = ["email", "last_login", "joined_at"]

    def has_add_permission(self, request):
        """People are invited on the portal's own page, which sends them their link."""
        return False


@admin.register(Site)
class SiteAdmin(admin.ModelAdmin):
    list_display = ["name", "parent", "top_person", "time_zone"]
    search_fields = ["name"]


@admin.register(Membership)
class MembershipAdmin(admin.ModelAdmin):
    list_display = ["user", "site", "role", "since"]
    list_filter = ["site", "role"]
    search_fields = ["user__name", "user__email"]
