"""allauth's views, and what the portal adds to them."""

from allauth.account import views as allauth


class _RefusalIsNotSuccess:
    """A form with errors answers 422, as on every other page."""

    def form_invalid(self, form):
        response = super().form_invalid(form)
        response.status_code = 422
        return response


class SignIn(_RefusalIsNotSuccess, allauth.LoginView):
    pass


class SignOut(allauth.LogoutView):
    """On a shared computer nothing of what was seen or typed stays in the browser."""

    def post(self, *args, **kwargs):
        response = super().post(*args, **kwargs)
        response["Clear-Site-Data"] = '"cache", "storage"'
        return response


class PasswordChange(_RefusalIsNotSuccess, allauth.PasswordChangeView):
    pass


class PasswordSet(_RefusalIsNotSuccess, allauth.PasswordSetView):
    pass


class PasswordReset(_RefusalIsNotSuccess, allauth.PasswordResetView):
    pass


class PasswordResetFromKey(_RefusalIsNotSuccess, allauth.PasswordResetFromKeyView):
    pass


class Reauthenticate(_RefusalIsNotSuccess, allauth.ReauthenticateView):
    pass
