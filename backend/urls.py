from django.urls import include, path

from backend.health import healthz

urlpatterns = [path("healthz", healthz), path("", include("backend.pages.urls"))]
