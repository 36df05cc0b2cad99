from django.apps import AppConfig


class FrameConfig(AppConfig):
    name = "vsm_portal"
    verbose_name = "VSM Portal"
