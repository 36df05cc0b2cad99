from django.urls import path

from . import views

urlpatterns = [
    path("mails/", views.message_list, name="message_list"),
    path("mails/<int:pk>/resend/", views.message_resend, name="message_resend"),
]
