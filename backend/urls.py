from django.urls import include, path

from backend.administration.superusers.shown import site
from backend.health import healthz

urlpatterns = [
    path("healthz", healthz),
    path("admin/", site.urls),
    path("api/", include("backend.api.urls")),
    path("", include("backend.public.urls")),
    path("", include("backend.figures.open_data.urls")),
    path("", include("backend.accounts.urls")),
    path("", include("backend.administration.urls")),
    path("", include("backend.telling.urls")),
    path("", include("backend.places.urls")),
    path("", include("backend.reports.urls")),
    path("", include("backend.year.urls")),
    path("", include("backend.meetings.urls")),
    path("", include("backend.contests.urls")),
    path("", include("backend.figures.urls")),
    path("", include("backend.evidence.urls")),
    path("", include("backend.substitutes.urls")),
    path("", include("backend.offline.urls")),
    path("", include("backend.rounds.urls")),
    path("", include("backend.coaching.urls")),
    path("", include("backend.pages.urls")),
]
