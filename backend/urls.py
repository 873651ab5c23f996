from django.urls import include, path

from backend.health import healthz

urlpatterns = [
    path("healthz", healthz),
    path("api/", include("backend.api.urls")),
    path("", include("backend.public.urls")),
    path("", include("backend.pages.urls")),
]
