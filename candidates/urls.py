from .addresses import deciding, organising, scoring

urlpatterns = organising.urlpatterns + scoring.urlpatterns + deciding.urlpatterns
