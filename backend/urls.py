from django.urls import path

from backend.health import healthz

urlpatterns = [path("healthz", healthz)]
