"""Signing in, people, sites.

allauth's addresses are listed by hand: those that change one's own e-mail address are left out,
since a candidacy is tied to it and only an administrator corrects it.
"""

from allauth.account import views as allauth
from django.urls import path, re_path

from .views import import_people, me, memberships, people, sign_in, sites

urlpatterns = [
    path("account/login/", sign_in.SignIn.as_view(), name="account_login"),
    path("account/logout/", sign_in.SignOut.as_view(), name="account_logout"),
    path("account/inactive/", allauth.account_inactive, name="account_inactive"),
    # There only to say that accounts are opened by an administrator; allauth links to it.
    path("account/signup/", allauth.signup, name="account_signup"),
    path(
        "account/reauthenticate/",
        sign_in.Reauthenticate.as_view(),
        name="account_reauthenticate",
    ),
    path(
        "account/password/change/",
        sign_in.PasswordChange.as_view(),
        name="account_change_password",
    ),
    path("account/password/set/", sign_in.PasswordSet.as_view(), name="account_set_password"),
    path("account/password/reset/", sign_in.PasswordReset.as_view(), name="account_reset_password"),
    path(
        "account/password/reset/done/",
        allauth.password_reset_done,
        name="account_reset_password_done",
    ),
    re_path(
        r"^account/password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        sign_in.PasswordResetFromKey.as_view(),
        name="account_reset_password_from_key",
    ),
    path(
        "account/password/reset/key/done/",
        allauth.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    path("me/", me.me, name="me"),
    path("people/", people.person_list, name="person_list"),
    path("people/new/", people.person_new, name="person_new"),
    path("people/import/", import_people.people_import, name="people_import"),
    path(
        "people/import/confirmation/",
        import_people.people_import_confirmation,
        name="people_import_confirmation",
    ),
    path("people/<int:pk>/", people.person, name="person"),
    path("people/<int:pk>/edit/", people.person_edit, name="person_edit"),
    path("people/<int:pk>/deactivation/", people.person_deactivation, name="person_deactivation"),
    path("people/<int:pk>/activation/", people.person_activation, name="person_activation"),
    path("sites/", sites.site_list, name="site_list"),
    path("sites/new/", sites.site_new, name="site_new"),
    path("sites/<int:pk>/", sites.site, name="site"),
    path("sites/<int:pk>/edit/", sites.site_edit, name="site_edit"),
    path("sites/<int:pk>/memberships/new/", memberships.membership_new, name="membership_new"),
    path("memberships/<int:pk>/end/", memberships.membership_end, name="membership_end"),
]
