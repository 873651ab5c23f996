"""Addresses of this room."""

from django.urls import path

from . import accompanied, regions, search, villages

urlpatterns = [
    path("cari/", search.search, name="search"),
    path("desa-dampingan/", accompanied.accompanied, name="accompanied"),
    path("desa/<int:pk>/", villages.village, name="village"),
    path("desa/<int:pk>/pencanangan/", villages.launch, name="launch"),
    path("wilayah/<int:pk>/", regions.region, name="region"),
    path("wilayah/<int:pk>/pantauan/", regions.overview, name="overview"),
]
